//! From what was typed to what is sent: what is missing is named here, all rules are those of the shared shapes.
use leptos::prelude::*;
use shared::{
    ids::PremisesId,
    registrations::{DocumentKind, Guest, NewRegistration, TravelDocument, Visa},
};
use validator::Validate;

use super::answers::{Answers, Filled, Source, at};
use crate::components::form_errors::{FieldError, found};

/// What has to be answered always, with the code of the sentence that asks for it.
const NEEDED: &[(&str, &str)] = &[
    (at::SURNAME, "needed_surname"),
    (at::CITIZENSHIP, "needed_citizenship"),
    (at::BIRTH_DATE, "needed_birth_date"),
    (at::SEX, "needed_sex"),
    (at::NUMBER, "needed_number"),
    (at::EXPIRES_ON, "needed_expires_on"),
    (at::ISSUER, "needed_issuer"),
    (at::ARRIVED_IN_COUNTRY, "needed_arrived_in_country"),
    (at::ARRIVED_AT_ADDRESS, "needed_arrived_at_address"),
    (at::UNTIL, "needed_until"),
];

/// What the lines of the guest's document fill.
pub const FROM_MRZ: &[&str] = &[
    at::SURNAME,
    at::GIVEN_NAMES,
    at::CITIZENSHIP,
    at::BIRTH_DATE,
    at::SEX,
    at::NUMBER,
    at::EXPIRES_ON,
    at::ISSUER,
];

/// The registration as it will be sent, or everything that needs correcting at once (R4).
pub fn registration(answers: Answers, filled: Filled) -> Result<NewRegistration, Vec<FieldError>> {
    let mut errors = missing(answers);
    let premises: Option<PremisesId> = text(answers.premises).parse().ok();
    if premises.is_none() {
        errors.push(FieldError::new(at::PREMISES, "needed_premises"));
    }
    let form = premises.map(|premises| NewRegistration {
        premises,
        guest: guest(answers, filled),
        arrived_in_country: text(answers.arrived_in_country),
        arrived_at_address: text(answers.arrived_at_address),
        until: text(answers.until),
        visa: visa(answers, filled),
        moved: text(answers.moved) == "yes",
        room: given(answers.room),
        contact: given(answers.contact).map(reached),
        language: text(answers.language).parse().ok(),
        original_seen: None,
    });
    match form {
        Some(form) => checked(form, errors),
        None => Err(errors),
    }
}

/// A phone number as it is dialled; a mail address as it is.
fn reached(contact: String) -> String {
    if contact.contains('@') { contact } else { shared::identity::dialled(&contact) }
}

/// The form, if nothing is missing and the shared rules let it pass.
pub fn checked<T: Validate>(form: T, mut errors: Vec<FieldError>) -> Result<T, Vec<FieldError>> {
    if let Err(wrong) = form.validate() {
        errors.extend(found(&wrong));
    }
    if errors.is_empty() { Ok(form) } else { Err(errors) }
}

/// The answers that have to be there and are not.
pub fn missing(answers: Answers) -> Vec<FieldError> {
    let empty = |pointer: &str| {
        answers.all().into_iter().any(|(at, answer)| at == pointer && text(answer).is_empty())
    };
    let mut errors: Vec<FieldError> = NEEDED
        .iter()
        .filter(|(pointer, _)| empty(pointer))
        .map(|(pointer, code)| FieldError::new(pointer, code))
        .collect();
    if text(answers.has_visa) == "yes" {
        if text(answers.visa_number).is_empty() {
            errors.push(FieldError::new(at::VISA_NUMBER, "needed_visa_number"));
        }
        if text(answers.visa_until).is_empty() {
            errors.push(FieldError::new(at::VISA_UNTIL, "needed_visa_until"));
        }
    }
    errors
}

/// The guest as typed; the lines go along only while every answer is still what they say.
pub fn guest(answers: Answers, filled: Filled) -> Guest {
    let untouched = answers
        .all()
        .into_iter()
        .filter(|(at, _)| FROM_MRZ.contains(at))
        .all(|(at, answer)| filled.source_now(at, answer) == Some(Source::Mrz));
    Guest {
        surname: text(answers.surname),
        given_names: text(answers.given_names),
        sex: text(answers.sex).parse().unwrap_or(shared::registrations::Sex::X),
        birth_date: text(answers.birth_date),
        citizenship: text(answers.citizenship),
        document: TravelDocument {
            kind: text(answers.kind).parse().unwrap_or(DocumentKind::Passport),
            issuer: text(answers.issuer),
            number: code(answers.number),
            expires_on: text(answers.expires_on),
        },
        mrz: untouched.then(|| text(answers.mrz)),
    }
}

/// The visa, where the guest has one; its lines go along only while its number is still what they say.
pub fn visa(answers: Answers, filled: Filled) -> Option<Visa> {
    let untouched = filled.source_now(at::VISA_NUMBER, answers.visa_number) == Some(Source::Mrz);
    (text(answers.has_visa) == "yes").then(|| Visa {
        number: code(answers.visa_number),
        stay_until: text(answers.visa_until),
        mrz: given(answers.visa_mrz).filter(|_| untouched),
    })
}

/// Without white space around it.
pub fn text(answer: RwSignal<String>) -> String {
    answer.with_untracked(|text| text.trim().to_owned())
}

/// An answer that may be left out.
pub fn given(answer: RwSignal<String>) -> Option<String> {
    Some(text(answer)).filter(|text| !text.is_empty())
}

/// A number of a document: spaces and hyphens are for reading, letters are capitals by ASCII.
pub fn code(answer: RwSignal<String>) -> String {
    let letters = text(answer);
    letters
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .collect::<String>()
        .to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Answers {
        let answers = Answers::new();
        for (pointer, value) in [
            (at::SURNAME, "YILMAZ"),
            (at::GIVEN_NAMES, "EMRE"),
            (at::CITIZENSHIP, "TUR"),
            (at::BIRTH_DATE, "1988-03-12"),
            (at::SEX, "male"),
            (at::NUMBER, "u 2145-7893"),
            (at::EXPIRES_ON, "2031-06-14"),
            (at::ISSUER, "TUR"),
            (at::ARRIVED_IN_COUNTRY, "2026-11-19"),
            (at::ARRIVED_AT_ADDRESS, "2026-11-23"),
            (at::UNTIL, "2026-11-30"),
            (at::PREMISES, "00000000-0000-7000-8000-000000000001"),
        ] {
            for (at, answer) in answers.all() {
                if at == pointer {
                    answer.set(value.to_owned());
                }
            }
        }
        answers
    }

    #[test]
    fn what_was_typed_is_what_is_sent() {
        Owner::new().with(|| {
            let form = registration(typed(), Filled::new()).unwrap();
            assert_eq!(form.guest.document.number, "U21457893");
            assert_eq!((form.visa, form.room, form.guest.mrz), (None, None, None));
        });
    }

    #[test]
    fn everything_missing_is_named_at_once() {
        Owner::new().with(|| {
            let answers = Answers::new();
            answers.has_visa.set("yes".into());
            let errors = registration(answers, Filled::new()).unwrap_err();
            assert_eq!(errors.len(), NEEDED.len() + 3);
        });
    }

    #[test]
    fn a_day_that_does_not_exist_is_named() {
        Owner::new().with(|| {
            let answers = typed();
            answers.until.set("2026-11-31".into());
            let errors = registration(answers, Filled::new()).unwrap_err();
            assert_eq!(
                (errors.len(), errors[0].at.as_str(), errors[0].code.as_str()),
                (1, at::UNTIL, "date_invalid")
            );
        });
    }
}
