//! How the desk writes moments, days, addresses and states.
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use leptos::prelude::untrack;
use shared::{
    countries,
    premises::{Address, PlaceKind, PremisesState},
    registrations::{DocumentKind, RegistrationRow, RegistrationState, RegistrationView},
    texts::format,
};

use crate::{
    client,
    i18n::{language, t},
    offices::Offices,
};

/// Now by the server's clock; not tracked.
pub fn now() -> DateTime<Utc> {
    untrack(client::clock::now)
}

/// 14:03, in Baku.
pub fn clock(at: DateTime<Utc>) -> String {
    format::clock(format::baku(at).time())
}

/// The day in Baku.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    format::baku(at).date()
}

/// 05.03.2026, 14:03; tracked.
pub fn moment(at: DateTime<Utc>) -> String {
    format::moment_in_table(language(), at)
}

/// 05.03.2026; tracked.
pub fn day(day: NaiveDate) -> String {
    format::date_in_table(language(), day)
}

/// To the second, for a log: 05.03.2026, 14:03:27.
pub fn moment_exact(at: DateTime<Utc>) -> String {
    format!("{}, {}", day(day_of(at)), format::baku(at).time().format("%H:%M:%S"))
}

/// In a dense row: 05.03, 14:03 · 5 Mar, 14:03; an earlier year stands in full.
pub fn moment_short(at: DateTime<Utc>) -> String {
    format!("{}, {}", day_short(day_of(at)), clock(at))
}

/// In a dense row: 22.11–06.12 · 22 Nov–6 Dec.
pub fn period_short(from: NaiveDate, until: NaiveDate) -> String {
    format!("{}–{}", day_short(from), day_short(until))
}

/// The year goes without saying while it is this one.
fn day_short(date: NaiveDate) -> String {
    let full = day(date);
    if date.year() != day_of(now()).year() {
        return full;
    }
    let year = date.year().to_string();
    full.strip_suffix(&year).map(|short| short.trim_end_matches(['.', ' ']).to_owned()).unwrap_or(full)
}

/// A date that travelled as text; what is no date is shown as it came.
pub fn day_text(text: &str) -> String {
    shared::dates::parse(text).map_or_else(|| text.to_owned(), day)
}

/// The district in the reader's language, the rest as registered.
pub fn address(offices: Offices, address: &Address) -> String {
    let mut parts = vec![offices.district(&address.district)];
    parts.extend(address.settlement.clone());
    parts.push(address.street.clone());
    parts.push(address.house.clone());
    parts.extend(address.flat.clone());
    parts.join(", ")
}

/// In a dense row: without the city, which the department's own list need not repeat.
pub fn address_short(offices: Offices, place: &Address) -> String {
    let whole = address(offices, place);
    let district = offices.district(&place.district);
    let short = district.rsplit_once(", ").map_or(district.as_str(), |(_, district)| district);
    whole.replacen(&district, short, 1)
}

/// The country's name; tracked.
pub fn country(code: &str) -> String {
    t(&countries::key(code))
}

/// Female, male, or as the document leaves it open; tracked.
pub fn sex(code: &str) -> String {
    match code {
        "female" => t("field-sex-female"),
        "male" => t("field-sex-male"),
        _ => t("host-field-sex-x"),
    }
}

/// Mehmanxana · Hotel · Гостиница; tracked.
pub fn place_kind(kind: PlaceKind) -> String {
    t(&format!("place-kind-{kind}"))
}

/// Pasport · Passport · Паспорт; tracked.
pub fn document_kind(kind: DocumentKind) -> String {
    t(&format!("host-document-{kind}"))
}

/// As the document writes it: surname first.
pub fn name(surname: &str, given_names: &str) -> String {
    format!("{surname} {given_names}").trim_end().to_owned()
}

/// The status word of an address.
pub const fn premises_status(state: PremisesState) -> &'static str {
    match state {
        PremisesState::Requested => "address_pending",
        PremisesState::Confirmed => "address_confirmed",
        PremisesState::Rejected => "address_rejected",
    }
}

/// The status word of a registration: what the officer has to know first.
pub fn row_status(row: &RegistrationRow) -> &'static str {
    status(row.state, row.premises_state, row.late_days, row.in_force)
}

/// The same for a registration that is open.
pub fn view_status(view: &RegistrationView) -> &'static str {
    status(view.state, view.premises_state, view.term.late_days, view.in_force)
}

fn status(state: RegistrationState, address: PremisesState, late_days: i64, in_force: bool) -> &'static str {
    match state {
        RegistrationState::Annulled => "cancelled",
        RegistrationState::Departed => "deregistered",
        RegistrationState::Superseded => "replaced",
        RegistrationState::Registered if !in_force => "expired",
        RegistrationState::Registered if address == PremisesState::Requested => "address_pending",
        RegistrationState::Registered if late_days > 0 => "registered_late",
        RegistrationState::Registered => "registered",
    }
}
