//! The notice of registration: its words, ready for the press.
use chrono::{DateTime, Utc};
use documents::{Notice, NoticeLabels, Template, Tone};
use shared::{
    identity::Language,
    law::Edition,
    registrations::{Channel, DocumentKind, RegistrationEventKind, RegistrationState, RegistrationView},
    texts::{self, Arg, format},
};

use crate::{clock::baku_day, error::ApiError, state::AppState};

/// Prints the paper.
pub async fn print(
    state: &AppState,
    view: RegistrationView,
    language: Language,
) -> Result<Vec<u8>, ApiError> {
    let now = state.now();
    let notice = words(&view, language, now);
    let print = move || {
        let data = serde_json::to_value(&notice).map_err(ApiError::broken)?;
        documents::render(Template::Notice, &data, &language.to_string(), now).map_err(ApiError::broken)
    };
    state.press.print(print).await
}

fn words(view: &RegistrationView, language: Language, now: DateTime<Utc>) -> Notice {
    let table = texts::embedded(language);
    let say = |key: &str, args: &[(&str, Arg<'_>)]| table.say(key, args);
    let date = |day| format::date(language, day);
    let until = Arg::from(view.until);
    let pending = view.premises_state == shared::premises::PremisesState::Requested;
    let over = baku_day(now) > view.until;
    let (status, tone, state) = match view.state {
        RegistrationState::Annulled => ("annulled", Tone::Bad, say("notice-state-annulled", &[])),
        RegistrationState::Superseded => {
            ("superseded", Tone::Mute, say("notice-state-superseded", &[("until", until)]))
        }
        RegistrationState::Departed => {
            let left = view.events.iter().rev().find(|event| event.kind == RegistrationEventKind::Departed);
            let left = left.and_then(|event| event.on).unwrap_or(view.until);
            ("departed", Tone::Mute, say("notice-state-departed", &[("left", Arg::from(left))]))
        }
        RegistrationState::Registered if over => {
            ("expired", Tone::Mute, say("notice-state-expired", &[("until", until)]))
        }
        RegistrationState::Registered if pending => {
            ("address-pending", Tone::Warn, say("notice-state-address-pending", &[("until", until)]))
        }
        RegistrationState::Registered if view.term.late_days > 0 => {
            ("registered-late", Tone::Warn, say("notice-state-in-force", &[("until", until)]))
        }
        RegistrationState::Registered => {
            ("registered", Tone::Ok, say("notice-state-in-force", &[("until", until)]))
        }
    };
    let document = match view.guest.document.kind {
        DocumentKind::Passport => "passport",
        DocumentKind::TravelDocument => "travel-document",
        DocumentKind::IdentityCard => "identity-card",
    };
    let edition = Edition::first();
    let number = Arg::from(view.guest.document.number.as_str());
    let last_day = if view.term.late_days > 0 {
        let args = [("day", Arg::from(view.term.last_day)), ("days", Arg::from(view.term.late_days))];
        say("notice-value-late", &args)
    } else {
        say("notice-value-in-time", &[("day", Arg::from(view.term.last_day))])
    };
    let channel = match view.channel {
        Channel::Web => "notice-value-web",
        Channel::Api => "notice-value-api",
        Channel::Counter => "notice-value-counter",
    };
    let district = edition.district(&view.address.district);
    let district = district.map_or("", |district| district.caption.text(&language.to_string()));
    let address = [
        Some(district.to_owned()),
        view.address.settlement.clone(),
        Some(view.address.street.clone()),
        Some(view.address.house.clone()),
        view.address.flat.as_ref().map(|flat| say("notice-value-flat", &[("flat", Arg::from(flat))])),
        view.room.as_ref().map(|room| say("notice-value-room", &[("room", Arg::from(room))])),
    ];
    let host = match &view.host.voen {
        Some(voen) => say(
            "notice-value-organisation",
            &[("name", Arg::from(view.host.name.as_str())), ("voen", Arg::from(voen.as_str()))],
        ),
        None => view.host.name.clone(),
    };
    let country = say(&format!("country-{}", view.guest.citizenship), &[]);
    let born = view.guest.birth_date.parse().map_or_else(|_| view.guest.birth_date.clone(), date);
    let moment = |at| format::moment(language, at);
    Notice {
        labels: NoticeLabels::gather(|key| say(key, &[])),
        number: view.number.clone(),
        code: view.code.clone(),
        qr: view.qr.replacen("/az/check", &format!("/{language}/check"), 1),
        tone,
        status: say(&format!("notice-status-{status}"), &[]),
        state,
        remarks: if view.in_force { vec![say("notice-remark-departure", &[])] } else { Vec::new() },
        guest: format!("{} {}", view.guest.surname, view.guest.given_names).trim().to_owned(),
        birth_date: born,
        citizenship: country,
        document: say(&format!("notice-value-{document}"), &[("number", number)]),
        address: address.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        host,
        period: say(
            "notice-value-period",
            &[("period", Arg::from(format::period(language, view.from, view.until)))],
        ),
        registered: say("notice-value-registered", &[("moment", Arg::from(moment(view.registered_at)))]),
        last_day,
        basis: edition.cited(&view.term.legal_basis, &language.to_string()),
        channel: say(channel, &[]),
        prepared: say("notice-value-prepared", &[("moment", Arg::from(moment(now)))]),
    }
}
