//! The journal of a registration as a timeline: what happened, when, by whom, what was corrected.
use leptos::prelude::*;
use shared::{
    registrations::{FieldChange, RegistrationEvent, RegistrationView},
    texts::Lang,
};

use super::words;
use crate::{
    components::timeline::{Moment, Timeline},
    i18n::{has_text, t, t_args, wording},
};

/// The events, oldest first.
#[component]
pub fn Journal(file: StoredValue<RegistrationView>) -> impl IntoView {
    let moments = file.with_value(|file| file.events.iter().cloned().map(moment).collect());
    view! {
        <section class="desk-panel">
            <header>
                <h2>{wording("desk-registration-journal")}</h2>
            </header>
            <Timeline moments/>
        </section>
    }
}

fn moment(event: RegistrationEvent) -> Moment {
    let (kind, at) = (event.kind, event.at);
    let by = event.by.clone();
    Moment {
        title: Signal::derive(move || t(&format!("desk-event-{kind}"))),
        by: Signal::derive(move || format!("{} · {}", words::moment(at), coded("desk-event-by-", &by))),
        notes: Signal::derive(move || notes(&event)),
    }
}

fn notes(event: &RegistrationEvent) -> Vec<String> {
    let day = event.on.map(|day| t_args("desk-event-on", &[("date", words::day(day).into())]));
    let reason = event.reason.as_deref().map(|reason| {
        let reason = coded("desk-reason-", reason);
        t_args("desk-event-reason", &[("reason", reason.into())])
    });
    let changes = event.changes.iter().map(change);
    day.into_iter().chain(reason).chain(changes).collect()
}

fn change(change: &FieldChange) -> String {
    let value = |text: &str| match (change.field.as_str(), text) {
        (_, "") => t("desk-event-empty"),
        ("sex", sex) => words::sex(sex),
        ("citizenship" | "document_issuer", code) => words::country(code),
        ("document_kind", kind) => coded("host-document-", kind),
        ("moved", "true") => t("ui-yes"),
        ("moved", _) => t("ui-no"),
        ("language", code) => {
            Lang::from_code(code).map_or_else(|| code.to_owned(), |lang| lang.own_name().to_owned())
        }
        (_, text) => words::day_text(text),
    };
    let field = key_of(&change.field).map_or_else(|| change.field.clone(), t);
    let args =
        [("field", field.into()), ("old", value(&change.old).into()), ("new", value(&change.new).into())];
    t_args("desk-event-change", &args)
}

/// The words that the panels of the page use for the same fields.
fn key_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "surname" => "field-surname",
        "given_names" => "field-name",
        "sex" => "field-sex",
        "birth_date" => "field-birth-date",
        "citizenship" => "field-citizenship",
        "document_kind" => "field-document-type",
        "document_issuer" => "field-document-country",
        "document_number" => "field-passport-number",
        "document_expires_on" => "field-expiry-date",
        "arrived_in_country" => "desk-registration-country-arrival",
        "arrived_at_address" => "desk-registration-address-arrival",
        "until" => "desk-registration-until",
        "visa_number" => "desk-registration-visa",
        "visa_until" => "desk-registration-visa-until",
        "moved" => "desk-registration-moved",
        "contact" => "desk-registration-contact",
        "language" => "host-field-language",
        "mrz" => "desk-registration-mrz",
        "room" => "desk-registration-room",
        "address" => "host-guest-address",
        "decision_number" => "host-guest-decision-number",
        "decision_until" => "host-guest-decision-until",
        _ => return None,
    })
}

/// The text of a code, or the code itself where the server is newer than the page.
fn coded(before: &str, code: &str) -> String {
    let key = format!("{before}{code}");
    if has_text(&key) { t(&key) } else { code.to_owned() }
}
