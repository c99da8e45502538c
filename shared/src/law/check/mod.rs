//! Is an edition whole and consistent? Each complaint names the file and the item.
mod calendars;
mod captions;
mod facts;
mod items;
mod offices;
mod services;

use std::fmt;

use super::data::{
    body::Body,
    service::{AMOUNT, COUNTED_UNTIL, FEE, FIRST_DAY, LAST_DAY, VALID_UNTIL},
};

/// Steps of every ladder: no rule and no fact may have such a name.
const RESERVED: &[&str] = &[AMOUNT, FIRST_DAY, LAST_DAY, VALID_UNTIL, FEE, COUNTED_UNTIL];

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// Under `shared/law/`.
    pub file: String,
    pub item: String,
    pub problem: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.item.is_empty() {
            write!(out, "{}: {}", self.file, self.problem)
        } else {
            write!(out, "{}: {}: {}", self.file, self.item, self.problem)
        }
    }
}

/// Everything that is wrong with an edition, sorted by place.
pub fn check(body: &Body) -> Vec<Complaint> {
    let mut report = Report { body, complaints: Vec::new() };
    facts::check(&mut report);
    items::edition(&mut report);
    calendars::check(&mut report);
    offices::check(&mut report);
    services::check(&mut report);
    report.complaints.sort();
    report.complaints
}

/// The edition being read and what was found so far.
struct Report<'a> {
    body: &'a Body,
    complaints: Vec<Complaint>,
}

impl Report<'_> {
    fn add(&mut self, file: &str, item: &str, problem: impl Into<String>) {
        self.complaints.push(Complaint {
            file: file.to_owned(),
            item: item.to_owned(),
            problem: problem.into(),
        });
    }
}
