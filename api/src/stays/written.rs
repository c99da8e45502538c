//! What the host wrote, as far as a correction can change it; and which fields differ, old and new (pure).
use shared::{
    identity::Language,
    registrations::{CorrectRegistration, FieldChange, Guest, Removable, StayDecision, TravelDocument, Visa},
};

use super::{
    lines,
    store::{DocumentRow, Row},
    view,
};

/// All that a correction can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub guest: Guest,
    pub arrived_in_country: String,
    pub arrived_at_address: String,
    pub until: String,
    pub visa: Option<Visa>,
    pub decision: Option<StayDecision>,
    pub moved: bool,
    pub room: Option<String>,
    pub contact: Option<String>,
    pub language: Language,
}

impl Written {
    /// As it stands now.
    pub fn of(row: &Row, document: &DocumentRow) -> Self {
        Self {
            guest: view::guest(row, document),
            arrived_in_country: row.arrived_in_country.to_string(),
            arrived_at_address: row.arrived_at_address.to_string(),
            until: row.until_day.to_string(),
            visa: view::visa(row),
            decision: view::decision(row),
            moved: row.moved,
            room: row.room.clone(),
            contact: row.contact.clone(),
            language: row.language,
        }
    }

    /// As it will stand: what the form leaves out stays.
    #[must_use]
    pub fn corrected(&self, form: &CorrectRegistration) -> Self {
        let stays = |part| !form.without.contains(&part);
        let form = form.clone();
        let known = self.clone();
        Self {
            guest: form.guest.map_or(known.guest, |guest| Guest { mrz: lines::kept(&guest), ..guest }),
            arrived_in_country: form.arrived_in_country.unwrap_or(known.arrived_in_country),
            arrived_at_address: form.arrived_at_address.unwrap_or(known.arrived_at_address),
            until: form.until.unwrap_or(known.until),
            visa: form.visa.or(known.visa).filter(|_| stays(Removable::Visa)),
            decision: known.decision,
            moved: form.moved.unwrap_or(known.moved),
            room: form.room.or(known.room).filter(|_| stays(Removable::Room)),
            contact: form.contact.or(known.contact).filter(|_| stays(Removable::Contact)),
            language: form.language.unwrap_or(known.language),
        }
    }

    /// Which fields differ: one change each.
    pub fn differences(&self, after: &Self) -> Vec<FieldChange> {
        self.fields()
            .into_iter()
            .zip(after.fields())
            .filter(|((_, old), (_, new))| old != new)
            .map(|((field, old), (_, new))| FieldChange { field: field.to_owned(), old, new })
            .collect()
    }

    /// Taken apart without `..`: a new field does not compile until it is kept here too.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let Self {
            guest,
            arrived_in_country,
            arrived_at_address,
            until,
            visa,
            decision,
            moved,
            room,
            contact,
            language,
        } = self;
        let Guest { surname, given_names, sex, birth_date, citizenship, document, mrz } = guest;
        let TravelDocument { kind, issuer, number, expires_on } = document;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        // The visa's lines are compared and not kept.
        let (visa_number, visa_until) =
            visa.clone().map(|Visa { number, stay_until, mrz: _ }| (number, stay_until)).unwrap_or_default();
        let (decision_number, decision_until) = decision
            .clone()
            .map(|StayDecision { number, stay_until }| (number, stay_until))
            .unwrap_or_default();
        vec![
            ("surname", surname.clone()),
            ("given_names", given_names.clone()),
            ("sex", sex.to_string()),
            ("birth_date", birth_date.clone()),
            ("citizenship", citizenship.clone()),
            ("document_kind", kind.to_string()),
            ("document_issuer", issuer.clone()),
            ("document_number", number.clone()),
            ("document_expires_on", expires_on.clone()),
            ("mrz", text(mrz)),
            ("arrived_in_country", arrived_in_country.clone()),
            ("arrived_at_address", arrived_at_address.clone()),
            ("until", until.clone()),
            ("visa_number", visa_number),
            ("visa_until", visa_until),
            ("decision_number", decision_number),
            ("decision_until", decision_until),
            ("moved", moved.to_string()),
            ("room", text(room)),
            ("contact", text(contact)),
            ("language", language.to_string()),
        ]
    }
}
