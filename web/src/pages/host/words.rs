//! How the host's pages write names, addresses, days and states.
use chrono::NaiveDate;
use shared::{
    premises::{Address, PremisesState},
    registrations::{DocumentKind, RegistrationState},
    texts::{Lang, format},
};

use crate::{
    i18n::{has_text, language, t, t_args},
    offices::Offices,
};

/// As the document writes it: surname first; one name is a whole name.
pub fn name(surname: &str, given_names: &str) -> String {
    format!("{surname} {given_names}").trim_end().to_owned()
}

/// The district in the reader's language, the rest as registered; tracked.
pub fn address(offices: Offices, address: &Address) -> String {
    let district = offices.district(&address.district);
    let key = match (&address.settlement, &address.flat) {
        (None, None) => "address-line",
        (None, Some(_)) => "address-line-flat",
        (Some(_), None) => "address-line-settlement",
        (Some(_), Some(_)) => "address-line-settlement-flat",
    };
    t_args(
        key,
        &[
            ("district", district.into()),
            ("settlement", address.settlement.clone().unwrap_or_default().into()),
            ("street", address.street.clone().into()),
            ("house", address.house.clone().into()),
            ("flat", address.flat.clone().unwrap_or_default().into()),
        ],
    )
}

/// 5 mart 2026; tracked.
pub fn day(day: NaiveDate) -> String {
    format::date(language(), day)
}

/// A date that travelled as text; what is no date is shown as it came. Tracked.
pub fn day_text(text: &str) -> String {
    shared::dates::parse(text).map_or_else(|| text.to_owned(), |day| format::date_in_table(language(), day))
}

/// A country by its code; a code newer than the page stays a code. Tracked.
pub fn country(code: &str) -> String {
    let key = shared::countries::key(code);
    if has_text(&key) { t(&key) } else { code.to_owned() }
}

/// Pasport U21457893; tracked.
pub fn document(kind: DocumentKind, number: &str) -> String {
    let kind = t(&format!("host-document-{kind}"));
    format!("{kind} {number}")
}

/// K7QF 2M9T X0PA: in groups of four for reading.
pub fn code(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}")
}

/// The status word of an address.
pub const fn premises_status(state: PremisesState) -> &'static str {
    match state {
        PremisesState::Requested => "address_pending",
        PremisesState::Confirmed => "address_confirmed",
        PremisesState::Rejected => "address_rejected",
    }
}

/// What the host has to know first about a registration.
pub fn status(
    state: RegistrationState,
    in_force: bool,
    until: NaiveDate,
    today: NaiveDate,
    address: PremisesState,
) -> &'static str {
    let near = until.signed_duration_since(today).num_days() <= 3;
    match state {
        RegistrationState::Annulled => "cancelled",
        RegistrationState::Departed => "deregistered",
        RegistrationState::Superseded => "replaced",
        RegistrationState::Registered if !in_force && until < today => "expired",
        RegistrationState::Registered if near => "expires_soon",
        RegistrationState::Registered if address == PremisesState::Requested => "address_pending",
        RegistrationState::Registered => "registered",
    }
}

/// The label of a corrected field, by its name on the wire; tracked.
pub fn field(name: &str) -> String {
    let key = match name {
        "surname" => "field-surname",
        "given_names" => "field-name",
        "sex" => "field-sex",
        "birth_date" => "field-birth-date",
        "citizenship" => "field-citizenship",
        "kind" | "document_kind" => "field-document-type",
        "issuer" | "document_issuer" => "field-document-country",
        "number" | "document_number" => "field-passport-number",
        "expires_on" | "document_expires_on" => "field-expiry-date",
        "arrived_in_country" => "field-arrival-date",
        "arrived_at_address" => "field-arrival-at-address",
        "until" => "field-departure-date",
        "visa" | "visa_number" => "field-visa-number",
        "visa_until" | "stay_until" | "visa_stay_until" => "host-field-visa-until",
        "room" => "host-field-room",
        "address" => "host-guest-address",
        "decision_number" => "host-guest-decision-number",
        "decision_until" => "host-guest-decision-until",
        "moved" => "host-guest-moved",
        "contact" => "host-field-contact",
        "language" => "host-field-language",
        "mrz" => "host-guest-mrz",
        other => return other.to_owned(),
    };
    t(key)
}

/// A value of a corrected field, by its name on the wire; tracked.
pub fn value(name: &str, value: &str) -> String {
    match (name, value) {
        (_, "") => t("host-guest-empty-value"),
        ("sex", code) => t(sex_key(code)),
        ("citizenship" | "issuer" | "document_issuer", code) => country(code),
        ("kind" | "document_kind", code) => t(&format!("host-document-{code}")),
        ("moved", "true" | "yes") => t("ui-yes"),
        ("moved", _) => t("ui-no"),
        ("language", code) => language_name(code),
        (_, text) => day_text(text),
    }
}

/// A language by its own name; a code newer than the page stays a code.
pub fn language_name(code: &str) -> String {
    code.parse::<Lang>().map_or_else(|_| code.to_owned(), |lang| lang.own_name().to_owned())
}

/// The word of a sex.
pub fn sex_key(code: &str) -> &'static str {
    match code {
        "male" => "field-sex-male",
        "female" => "field-sex-female",
        _ => "host-field-sex-x",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_groups() {
        assert_eq!(code("K7QF2M9TX0PA"), "K7QF\u{a0}2M9T\u{a0}X0PA");
    }

    #[test]
    fn one_name_is_a_whole_name() {
        assert_eq!(name("MADONNA", ""), "MADONNA");
    }
}
