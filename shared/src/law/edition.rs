//! A published edition as the server holds it. The first one is compiled in; the page never contains it.
use std::{collections::BTreeMap, sync::OnceLock};

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    canonical,
    check::{Complaint, check},
    data::{
        body::{Body, Service},
        calendar::Calendar,
        office::{Department, District},
    },
    days::WorkingDays,
    digest::sha256,
    service::{Routing, cite, route},
    view::{DistrictView, ServiceRow, YearView},
};

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// One edition: checked, hashed, each service ready with the bytes a page fetches.
#[derive(Debug, Clone)]
pub struct Edition {
    body: Body,
    json: String,
    hash: String,
    services: BTreeMap<String, (Service, String)>,
}

/// Why a text is not an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    Unreadable(String),
    Complaints(Vec<Complaint>),
}

impl Edition {
    /// The edition that ships in the binary.
    pub fn first() -> &'static Self {
        static FIRST: OnceLock<Edition> = OnceLock::new();
        FIRST.get_or_init(Self::compiled_in)
    }

    /// The build step checked, hashed and cut it up already.
    #[expect(clippy::expect_used, reason = "the build step wrote this JSON from the same types")]
    fn compiled_in() -> Self {
        let body = serde_json::from_str(EDITION).expect("the compiled edition is JSON");
        let service = |(code, json): &(&str, &str)| {
            let service: Service = serde_json::from_str(json).expect("a compiled service is JSON");
            ((*code).to_owned(), (service, (*json).to_owned()))
        };
        let services = SERVICES.iter().map(service).collect();
        Self { body, json: EDITION.to_owned(), hash: HASH.to_owned(), services }
    }

    /// Reads and checks a later edition.
    pub fn read(json: &str) -> Result<Self, Refused> {
        let body: Body =
            serde_json::from_str(json).map_err(|error| Refused::Unreadable(error.to_string()))?;
        let complaints = check(&body);
        if complaints.is_empty() { Self::prepare(body) } else { Err(Refused::Complaints(complaints)) }
    }

    fn prepare(body: Body) -> Result<Self, Refused> {
        let unreadable = |error: canonical::NotCanonical| Refused::Unreadable(error.to_string());
        let json = canonical::to_string(&body).map_err(unreadable)?;
        let mut services = BTreeMap::new();
        for law in &body.services {
            if let Some(service) = body.service(&law.code) {
                let text = canonical::to_string(&service).map_err(unreadable)?;
                services.insert(law.code.clone(), (service, text));
            }
        }
        Ok(Self { hash: sha256(&json), body, json, services })
    }

    pub fn number(&self) -> u32 {
        self.body.edition.number
    }

    /// SHA-256 of the canonical JSON, in hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The canonical JSON of the whole edition.
    pub fn json(&self) -> &str {
        &self.json
    }

    pub fn body(&self) -> &Body {
        &self.body
    }

    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.get(code).map(|(service, _)| service)
    }

    /// What a page fetches: the service with all it needs, as canonical JSON.
    pub fn service_json(&self, code: &str) -> Option<&str> {
        self.services.get(code).map(|(_, json)| json.as_str())
    }

    /// The catalogue in the words of `lang`.
    pub fn services(&self, lang: &str) -> Vec<ServiceRow> {
        let row = |service: &Service| ServiceRow {
            code: service.law.code.clone(),
            title: service.law.caption.owned(lang),
            summary: service.law.summary.owned(lang),
            legal_basis: service.law.law.legal_basis.clone(),
            edition: self.number(),
        };
        self.services.values().map(|(service, _)| row(service)).collect()
    }

    /// Where an address of `district` belongs; none for a district that the edition does not know.
    pub fn department_of(&self, district: &str) -> Option<Routing<'_>> {
        route(&self.body.departments, &self.body.districts, district)
    }

    pub fn department(&self, code: &str) -> Option<&Department> {
        self.body.departments.iter().find(|department| department.code == code)
    }

    pub fn departments(&self) -> &[Department] {
        &self.body.departments
    }

    pub fn district(&self, code: &str) -> Option<&District> {
        self.body.districts.iter().find(|district| district.code == code)
    }

    /// Every district with its department, in the words of `lang`.
    pub fn districts(&self, lang: &str) -> Vec<DistrictView> {
        let view = |district: &District| {
            let routing = self.department_of(&district.code)?;
            Some(DistrictView {
                code: district.code.clone(),
                kind: district.kind,
                name: district.caption.owned(lang),
                department: routing.department.code.clone(),
                department_name: routing.department.caption.owned(lang),
                confirmed: routing.confirmed,
                own_service: routing.own_service,
            })
        };
        self.body.districts.iter().filter_map(view).collect()
    }

    pub fn calendar(&self, year: i32) -> Option<&Calendar> {
        self.body.calendars.iter().find(|calendar| calendar.year == year)
    }

    /// A year of working days in the words of `lang`.
    pub fn year(&self, year: i32, lang: &str) -> Option<YearView> {
        let calendar = self.calendar(year)?;
        Some(YearView::new(&self.body.edition, calendar, &self.body.day_names, lang))
    }

    pub fn working_days(&self) -> WorkingDays<'_> {
        WorkingDays { rest_days: &self.body.edition.rest_days, calendars: &self.body.calendars }
    }

    /// The date of a moment where the Service is.
    pub fn date_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        self.body.edition.date_of(moment)
    }

    /// A legal basis in words.
    pub fn cited(&self, legal_basis: &str, lang: &str) -> String {
        cite(&self.body.acts, legal_basis, lang)
    }
}

#[cfg(test)]
#[path = "edition_tests.rs"]
mod tests;
