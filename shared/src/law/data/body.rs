//! A whole edition, and the part of it that one service needs.
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{
    calendar::{Calendar, DayName},
    caption::{Act, Caption, Standing},
    fact::Fact,
    office::{Department, District},
    service::ServiceLaw,
};

/// Everything an edition says. Its canonical JSON is what is hashed and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    pub edition: Head,
    pub acts: Vec<Act>,
    pub steps: Steps,
    pub facts: Vec<Fact>,
    pub day_names: Vec<DayName>,
    pub calendars: Vec<Calendar>,
    pub departments: Vec<Department>,
    pub districts: Vec<District>,
    pub services: Vec<ServiceLaw>,
}

/// Which edition it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub number: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<u32>,
    /// What it brings.
    pub caption: Caption,
    pub published_on: NaiveDate,
    /// Legal days are days of this offset.
    pub utc_offset: String,
    /// The weekly rest days of a five-day week.
    pub rest_days: Vec<Weekday>,
}

/// The steps that are the same for every term, with their words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    pub amount: Step,
    pub first_day: Step,
    pub last_day: Step,
    pub fee: Step,
    /// The act that is the calendar of working days; the year is its article.
    pub calendar_act: String,
    /// How terms are counted, in words.
    pub norm: Caption,
    pub law: Standing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub question: Caption,
    /// What is said, by how it came out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<StepDetail>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDetail {
    pub id: String,
    pub detail: Caption,
}

/// One service with all it needs to be answered: what a page fetches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub edition: Head,
    pub law: ServiceLaw,
    pub acts: Vec<Act>,
    pub steps: Steps,
    /// Those that the service speaks of, in the order of asking.
    pub facts: Vec<Fact>,
    pub day_names: Vec<DayName>,
    pub calendars: Vec<Calendar>,
    pub departments: Vec<Department>,
    pub districts: Vec<District>,
}

impl Body {
    /// The part of the edition that one service needs.
    pub fn service(&self, code: &str) -> Option<Service> {
        let law = self.services.iter().find(|law| law.code == code)?.clone();
        let named = law.facts_named();
        let wanted = self.with_those_they_follow_from(named);
        Some(Service {
            edition: self.edition.clone(),
            acts: self.acts.clone(),
            steps: self.steps.clone(),
            facts: self.facts.iter().filter(|fact| wanted.contains(&fact.name.as_str())).cloned().collect(),
            day_names: self.day_names.clone(),
            calendars: self.calendars.clone(),
            departments: self.departments.clone(),
            districts: self.districts.clone(),
            law,
        })
    }

    fn with_those_they_follow_from<'a>(&'a self, named: Vec<&'a str>) -> Vec<&'a str> {
        let mut wanted: Vec<&str> = Vec::new();
        let mut waiting = named;
        while let Some(name) = waiting.pop() {
            if wanted.contains(&name) {
                continue;
            }
            wanted.push(name);
            let derived =
                self.facts.iter().find(|fact| fact.name == name).and_then(|fact| fact.derived.as_ref());
            waiting.extend(derived.into_iter().flat_map(|derived| derived.facts()));
        }
        wanted
    }
}

impl Head {
    /// The offset legal days are counted in; the loader refuses an edition without one.
    pub fn offset(&self) -> Option<chrono::FixedOffset> {
        self.utc_offset.parse().ok()
    }
}
