//! The machine-readable lines beside the fields: check digits hold, and both say the same (C4).
use chrono::NaiveDate;
use shared::{
    mrz::{self, Problem},
    registrations::Guest,
};

use crate::error::FieldError;

/// What the lines say otherwise than the fields, or what of them cannot be true.
pub fn disagreements(guest: &Guest, today: NaiveDate) -> Vec<FieldError> {
    let Some(lines) = &guest.mrz else { return Vec::new() };
    let reading = mrz::read(lines, today);
    let mut told: Vec<FieldError> = reading.problems.iter().map(wrong).collect();
    let fields = reading.fields;
    let mut same = |pointer: &str, read: Option<String>, written: &str| {
        if read.is_some_and(|read| read != written) {
            told.push(FieldError::new(pointer, "mrz_disagrees"));
        }
    };
    same("/guest/document/number", fields.number, &guest.document.number);
    same("/guest/document/issuer", fields.issuer, &guest.document.issuer);
    same("/guest/citizenship", fields.nationality, &guest.citizenship);
    same(
        "/guest/birth_date",
        fields.birth.and_then(mrz::BirthDate::date).map(|day| day.to_string()),
        &guest.birth_date,
    );
    same("/guest/document/expires_on", fields.expiry.map(|day| day.to_string()), &guest.document.expires_on);
    told
}

/// Names line, character, what was found and what is expected.
fn wrong(problem: &Problem) -> FieldError {
    let error = |code: &str| FieldError::new("/guest/mrz", code);
    match problem {
        Problem::Digit { line, at, found, expected, .. } => error("mrz_digit")
            .with("line", line)
            .with("at", at)
            .with("found", found)
            .with("expected", expected),
        Problem::Letter { line, at, found } => {
            error("mrz_letter").with("line", line).with("at", at).with("found", found)
        }
        Problem::Date { line, at, found, .. } | Problem::Country { line, at, found, .. } => {
            error("mrz_letter").with("line", line).with("at", at).with("found", found)
        }
        Problem::Lines { .. } | Problem::Length { .. } | Problem::Kind => error("mrz_length"),
    }
}
