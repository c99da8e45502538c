//! What the register says of the guest now.
use leptos::prelude::*;
use shared::{
    registrations::{RegistrationState, RegistrationView},
    texts::format,
};

use super::super::words;
use crate::{
    components::{
        icon::IconName,
        status_tag::{Tag, Tone},
    },
    i18n::{language, t, t_args, wording},
    offices::offices,
};

/// The lines of a registration; tracked.
fn lines(view: &RegistrationView, address: String) -> Vec<(&'static str, String, bool)> {
    let guest = &view.guest;
    let mut lines = vec![
        ("field-citizenship", words::country(&guest.citizenship), false),
        ("field-birth-date", words::day_text(&guest.birth_date), false),
        ("field-sex", t(words::sex_key(&guest.sex.to_string())), false),
        ("host-receipt-document", words::document(guest.document.kind, &guest.document.number), true),
        ("field-document-country", words::country(&guest.document.issuer), false),
        ("field-expiry-date", words::day_text(&guest.document.expires_on), false),
        ("field-arrival-date", words::day(view.arrived_in_country), false),
        ("field-arrival-at-address", words::day(view.arrived_at_address), false),
        ("host-receipt-period", format::period(language(), view.from, view.until), false),
        ("host-receipt-address", address, true),
    ];
    if view.moved {
        lines.push(("host-guest-moved", t("ui-yes"), false));
    }
    if let Some(decision) = &view.decision {
        lines.push(("host-guest-decision-number", decision.number.clone(), true));
        lines.push(("host-guest-decision-until", words::day_text(&decision.stay_until), false));
    }
    if let Some(visa) = &view.visa {
        lines.push(("field-visa-number", visa.number.clone(), true));
        lines.push(("host-field-visa-until", words::day_text(&visa.stay_until), false));
    }
    if let Some(room) = &view.room {
        lines.push(("host-field-room", room.clone(), true));
    }
    if let Some(contact) = &view.contact {
        lines.push(("host-field-contact", contact.clone(), true));
        lines.push(("host-field-language", words::language_name(&view.language.to_string()), false));
    }
    lines
}

#[component]
pub fn Registration(file: RwSignal<RegistrationView>) -> impl IntoView {
    let offices = offices();
    let line = |(label, value, data): (&'static str, String, bool)| {
        view! {
            <div>
                <dt>{t(label)}</dt>
                <dd translate=data.then_some("no")>{value}</dd>
            </div>
        }
    };
    let standing = move || {
        file.with(|view| {
            let key = match view.state {
                RegistrationState::Departed | RegistrationState::Superseded => "host-guest-was-in-force",
                _ if view.in_force => "host-guest-in-force",
                _ => "host-guest-not-in-force",
            };
            let period = format::period(language(), view.from, view.until);
            let moment = format::moment(language(), view.registered_at);
            (
                t_args(key, &[("period", period.into())]),
                t_args("host-guest-registered", &[("moment", moment.into())]),
            )
        })
    };
    let late = move || file.with(|view| view.term.late_days > 0);
    view! {
        <section class="panel">
            <p class="standing">
                <strong>{move || standing().0}</strong>
                {move || late().then(|| view! {
                    <Tag tone=Tone::Warn icon=IconName::Warning text=Signal::derive(wording("status-registered_late"))/>
                })}
            </p>
            <p class="second">{move || standing().1}</p>
            <dl class="receipt-facts">
                {move || {
                    let address = file.with(|view| words::address(offices, &view.address));
                    file.with(|view| lines(view, address)).into_iter().map(line).collect_view()
                }}
            </dl>
        </section>
    }
}
