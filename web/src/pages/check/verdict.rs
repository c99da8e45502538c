//! The answer in one line with its icon, then only what the paper itself shows.
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    registrations::{NoticeCheck, RegistrationState, SignedNotice},
    texts::format,
};

use crate::{
    client::clock,
    components::icon::{Icon, IconName},
    i18n::{language, t_args, wording},
};

/// How the answer looks: class, icon, key of its line.
type Look = (&'static str, IconName, &'static str);

/// What the server said.
#[component]
pub fn CheckedNotice(notice: NoticeCheck) -> impl IntoView {
    let look = look(notice.state, notice.in_force);
    let at = notice.checked_at;
    let note =
        Signal::derive(move || t_args("check-as-of", &[("moment", format::moment(language(), at).into())]));
    view! {
        <Verdict look note number=notice.number from=notice.from until=notice.until initials=notice.initials birth_year=notice.birth_year/>
    }
}

/// What the signature says when the server could not be asked.
#[component]
pub fn OfflineNotice(notice: SignedNotice) -> impl IntoView {
    let today = untrack(clock::today);
    let look = if notice.t < today {
        ("verdict-warn", IconName::Clock, "check-genuine-ended")
    } else {
        ("verdict-warn", IconName::Shield, "check-signed")
    };
    let note = Signal::derive(wording("check-signed-note"));
    view! { <Verdict look note number=notice.n from=notice.f until=notice.t initials=notice.i birth_year=notice.y/> }
}

/// No such notice.
#[component]
pub fn Unknown(forged: bool) -> impl IntoView {
    let (title, next) =
        if forged { ("check-forged", "check-forged-next") } else { ("check-unknown", "check-unknown-next") };
    view! {
        <section class="panel verdict verdict-bad">
            <header>
                <h2 class="verdict-line">
                    <Icon name=IconName::Alert/>
                    {wording(title)}
                </h2>
                <p class="second">{wording(next)}</p>
            </header>
        </section>
    }
}

fn look(state: RegistrationState, in_force: bool) -> Look {
    match (state, in_force) {
        (RegistrationState::Annulled, _) => ("verdict-bad", IconName::Alert, "check-cancelled"),
        (_, true) => ("verdict-ok", IconName::Tick, "check-genuine-valid"),
        (_, false) => ("verdict-warn", IconName::Clock, "check-genuine-ended"),
    }
}

#[component]
fn Verdict(
    look: Look,
    note: Signal<String>,
    number: String,
    from: NaiveDate,
    until: NaiveDate,
    initials: String,
    birth_year: i32,
) -> impl IntoView {
    let (class, icon, title) = look;
    let period = move || format::period(language(), from, until);
    view! {
        <section class=format!("panel verdict {class}")>
            <header>
                <h2 class="verdict-line">
                    <Icon name=icon/>
                    {wording(title)}
                </h2>
                <p class="second">{note}</p>
            </header>
            <dl>
                <Row term="field-registration-number">
                    <span translate="no">{number}</span>
                </Row>
                <Row term="check-kind">{wording("service-registration-stay")}</Row>
                <Row term="check-period">{period}</Row>
                <Row term="check-person">
                    <span translate="no">{initials}</span>
                </Row>
                <Row term="check-birth-year">{birth_year.to_string()}</Row>
            </dl>
        </section>
    }
}

#[component]
fn Row(term: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="pairs-row">
            <dt>{wording(term)}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
