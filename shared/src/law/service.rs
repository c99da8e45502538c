//! The questions a service answers.
use chrono::{DateTime, NaiveDate, Utc};

use super::{
    ENGINE,
    count::count,
    data::{
        body::{Head, Service},
        caption::{Act, basis},
        office::{Department, DepartmentKind, District},
        service::{Document, FEE, Until, VALID_UNTIL, ValidityCase},
        value::{Facts, Money},
    },
    known::{Ask, Choice, Known, Told},
    outcome::{Answer, Deadline, Outcome},
    steps::{self, Descent},
    trace::{Rung, RungResult, Trace},
};

/// Which department an address belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Routing<'a> {
    pub department: &'a Department,
    /// False while headquarters stand in for a department that no source names.
    pub confirmed: bool,
    /// Another Service answers for this district.
    pub own_service: bool,
}

impl Service {
    /// Until when `what` must be done. A deadline that does not exist is unknown with nothing to ask.
    pub fn deadline(&self, what: &str, facts: &Facts, on: NaiveDate) -> Outcome<Deadline> {
        let known = self.knowing(facts);
        let law = self.law.deadlines.iter().find(|deadline| deadline.id == what);
        let (told, rungs) = match law {
            Some(law) => Descent { known, law, on }.go(),
            None => (Told::Unknown(Ask::new()), Vec::new()),
        };
        self.outcome(known, told, &format!("deadline/{what}"), on, rungs)
    }

    /// Whether the service is required of this person.
    pub fn required(&self, facts: &Facts, on: NaiveDate) -> Outcome<bool> {
        self.rule("required", facts, on)
    }

    /// Any yes or no of the service.
    pub fn rule(&self, id: &str, facts: &Facts, on: NaiveDate) -> Outcome<bool> {
        let known = self.knowing(facts);
        let (told, rungs) = match self.rule_named(id) {
            Some(rule) => {
                let (told, rung) = steps::rule(&known, rule, on);
                (told, vec![rung])
            }
            None => (Told::Unknown(Ask::new()), Vec::new()),
        };
        self.outcome(known, told, &format!("rule/{id}"), on, rungs)
    }

    /// The last day on which what is given stays in force.
    pub fn valid_until(&self, facts: &Facts, on: NaiveDate) -> Outcome<NaiveDate> {
        let known = self.knowing(facts);
        let cases = self.law.validity.as_ref().map_or(&[][..], |validity| &validity.cases);
        let choice = known.choose(cases, on);
        let told = self.until(&known, &choice);
        let mut rung = steps::chosen(&known, VALID_UNTIL, VALID_UNTIL, &choice, |_| match &told {
            Told::Known(day) => RungResult::Date(*day),
            Told::Unknown(ask) => RungResult::Unknown(known.names(ask)),
        });
        if let Told::Known(case) = choice.line {
            let mut read = choice.read.clone();
            read.push(case.until.fact());
            rung.facts = known.used(&read);
        }
        self.outcome(known, told, VALID_UNTIL, on, vec![rung])
    }

    fn until(&self, known: &Known<'_>, choice: &Choice<'_, ValidityCase>) -> Told<NaiveDate> {
        let case = match &choice.line {
            Told::Known(case) => case,
            Told::Unknown(ask) => return Told::Unknown(ask.clone()),
        };
        let event = match known.date(case.until.fact()) {
            Told::Known(event) => event,
            Told::Unknown(ask) => return Told::Unknown(ask),
        };
        match &case.until {
            Until::Fact(_) => Told::Known(event),
            Until::Span(span) => match count(span, event, self.working_days()) {
                Some(counted) => Told::Known(counted.last_day),
                None => Told::Unknown(Ask::new()),
            },
        }
    }

    /// What it costs.
    pub fn fee(&self, facts: &Facts, on: NaiveDate) -> Outcome<Money> {
        let known = self.knowing(facts);
        let choice = known.choose(&self.law.fees, on);
        let rung = steps::chosen(&known, FEE, FEE, &choice, |fee| RungResult::Money(fee.amount.clone()));
        let told = match choice.line {
            Told::Known(fee) => Told::Known(fee.amount.clone()),
            Told::Unknown(ask) => Told::Unknown(ask),
        };
        self.outcome(known, told, FEE, on, vec![rung])
    }

    /// The papers in force on `on`, each needed or not, or what has to be asked first.
    pub fn documents(&self, facts: &Facts, on: NaiveDate) -> Vec<(&Document, Answer<bool>)> {
        let known = self.knowing(facts);
        let in_force = self.law.documents.iter().filter(|document| document.law.in_force(on));
        in_force
            .map(|document| {
                let told = document.when.as_ref().map_or(Told::Known(true), |when| known.holds(when));
                (document, answer(&known, told))
            })
            .collect()
    }

    /// Where an address of `district` belongs; none for a district that the edition does not know.
    pub fn department_of(&self, district: &str) -> Option<Routing<'_>> {
        route(&self.departments, &self.districts, district)
    }

    /// A legal basis in words: `MC 21.4` as “Miqrasiya Məcəlləsi, maddə 21.4”.
    pub fn cited(&self, legal_basis: &str, lang: &str) -> String {
        cite(&self.acts, legal_basis, lang)
    }

    /// The date of a moment where the Service is.
    pub fn date_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        self.edition.date_of(moment)
    }

    fn outcome<T>(
        &self,
        known: Known<'_>,
        told: Told<T>,
        asked: &str,
        on: NaiveDate,
        rungs: Vec<Rung>,
    ) -> Outcome<T> {
        let trace = Trace {
            asked: asked.to_owned(),
            service: self.law.code.clone(),
            edition: self.edition.number,
            engine: ENGINE,
            on,
            rungs,
        };
        Outcome { answer: answer(&known, told), trace }
    }
}

fn answer<T>(known: &Known<'_>, told: Told<T>) -> Answer<T> {
    match told {
        Told::Known(answer) => Answer::Known(answer),
        Told::Unknown(ask) => Answer::Unknown { ask: known.names(&ask) },
    }
}

impl Head {
    /// The date of a moment where the Service is.
    pub fn date_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        match self.offset() {
            Some(offset) => moment.with_timezone(&offset).date_naive(),
            None => moment.date_naive(),
        }
    }
}

pub(super) fn cite(acts: &[Act], legal_basis: &str, lang: &str) -> String {
    let (id, article) = basis(legal_basis);
    let Some(act) = acts.iter().find(|act| act.id == id) else { return legal_basis.to_owned() };
    if article.is_empty() {
        act.caption.owned(lang)
    } else {
        act.citation.text(lang).replace("{article}", article)
    }
}

pub(super) fn route<'a>(
    departments: &'a [Department],
    districts: &'a [District],
    code: &str,
) -> Option<Routing<'a>> {
    let district = districts.iter().find(|district| district.code == code)?;
    let department = departments.iter().find(|department| department.code == district.department)?;
    let own_service = department.kind == DepartmentKind::OwnService;
    Some(Routing { department, confirmed: district.confirmed, own_service })
}

#[cfg(test)]
#[path = "service_tests.rs"]
mod tests;
