//! P11: what happened to a registration, with old and new of each correction.
use leptos::prelude::*;
use shared::{
    registrations::{FieldChange, RegistrationEvent},
    texts::format,
};

use super::super::words;
use crate::{
    components::timeline::{Moment, Timeline},
    i18n::{has_text, language, t, t_args},
};

#[component]
pub fn Journal(events: Vec<RegistrationEvent>) -> impl IntoView {
    let moments = events.into_iter().map(moment).collect();
    view! { <Timeline moments/> }
}

fn moment(event: RegistrationEvent) -> Moment {
    let RegistrationEvent { kind, at, by, changes, reason, on, .. } = event;
    let title = Signal::derive(move || t(&format!("host-event-{kind}")));
    let by = Signal::derive(move || {
        let key = format!("host-event-by-{by}");
        let key = if has_text(&key) { key } else { "host-event-by-service".to_owned() };
        t_args(&key, &[("moment", format::moment(language(), at).into())])
    });
    let notes = Signal::derive(move || {
        let on = on.map(|day| t_args("host-event-on", &[("date", words::day(day).into())]));
        let reason = reason.as_deref().map(|code| format!("host-event-reason-{code}"));
        let reason = reason.filter(|key| has_text(key)).map(|key| t(&key));
        on.into_iter().chain(reason).chain(changes.iter().map(change)).collect()
    });
    Moment { title, by, notes }
}

/// `Soyad: əvvəl YILMAZ, indi YILDIZ`; tracked.
fn change(change: &FieldChange) -> String {
    let FieldChange { field, old, new } = change;
    t_args(
        "host-event-change",
        &[
            ("field", words::field(field).into()),
            ("old", words::value(field, old).into()),
            ("new", words::value(field, new).into()),
        ],
    )
}
