//! The legal term of a registration: until when it had to be made, whether it was kept, and why that day (P1–P3).
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    law::{Caption, Deadline, Facts, RungText, Service},
    registrations::RegistrationView,
    texts::Table,
};

use super::words;
use crate::{
    components::{
        day_strip::DayStrip,
        icon::IconName,
        note::Note,
        status_tag::{Tag, Tone},
        why_ladder::WhyLadder,
    },
    i18n::{language, t, t_args, texts, wording},
    offices::{Offices, offices},
};

/// The question that the term answers.
const REGISTER: &str = "register";

/// The law's own account of the day, drawn anew in the page by the engine that judged it.
#[derive(Debug, Clone, PartialEq)]
struct Judged {
    deadline: Deadline,
    rungs: Vec<RungText>,
}

/// What the host stated, as the engine was told it.
fn facts(file: &RegistrationView) -> Facts {
    let mut facts = Facts::new();
    facts.set("citizenship", file.guest.citizenship.as_str());
    facts.set("arrived_in_country", file.arrived_in_country);
    facts.set("moved", file.moved);
    facts.set("arrived_at_address", file.arrived_at_address);
    facts.set("stay_until", file.until);
    facts.set("has_visa", file.visa.is_some());
    facts.set("visa_stay_until", file.visa.as_ref().and_then(|visa| shared::dates::parse(&visa.stay_until)));
    let extended = file.decision.as_ref().and_then(|decision| shared::dates::parse(&decision.stay_until));
    facts.set("stay_extended_until", extended);
    facts
}

/// None where another edition or engine judged: its own words are then not at hand.
fn judged(file: &RegistrationView, law: &Service, words: &Table) -> Option<Judged> {
    if law.edition.number != file.term.edition || shared::law::ENGINE != file.term.engine {
        return None;
    }
    let outcome = law.deadline(REGISTER, &facts(file), law.date_of(file.registered_at));
    let deadline = outcome.known()?.clone();
    let told = outcome.trace.rungs.iter().zip(outcome.trace.lines(law, words));
    let rungs = told.map(|(rung, mut told)| {
        told.detail = of_the_guest(&rung.rule, law, words).unwrap_or(told.detail);
        told
    });
    (deadline.last_day == file.term.last_day).then(|| Judged { rungs: rungs.collect(), deadline })
}

/// The law's own sentence speaks to the guest; the officer reads about the guest.
fn of_the_guest(rule: &str, law: &Service, words: &Table) -> Option<String> {
    let key = match rule {
        "move/moved" => "desk-rung-moved",
        "move/not_moved" => "desk-rung-not-moved",
        _ => return None,
    };
    let name = || "{register.move}".to_owned();
    let term = law.note_text(&Caption { az: name(), en: name(), ru: name() }, words);
    Some(words.say(key, &[("term", term.as_str().into())]))
}

fn account(file: StoredValue<RegistrationView>, offices: Offices) -> Memo<Option<Judged>> {
    let texts = texts();
    Memo::new(move |_| {
        language();
        let law = offices.law()?;
        file.with_value(|file| judged(file, &law, &texts.now()))
    })
}

/// The day on which the strip stands: the day of registration, not today. The term ended there.
fn registered_on(file: StoredValue<RegistrationView>) -> NaiveDate {
    file.with_value(|file| words::day_of(file.registered_at))
}

/// Late or in time.
#[component]
fn Kept(late_days: i64) -> impl IntoView {
    let late = late_days > 0;
    let text = move || match late {
        true => t_args("desk-late", &[("days", late_days.into())]),
        false => t("desk-late-none"),
    };
    let (tone, icon) = if late { (Tone::Warn, IconName::Warning) } else { (Tone::Ok, IconName::Tick) };
    view! { <Tag tone icon text=Signal::derive(text)/> }
}

/// Staff are told where a number of the law or a calendar is not confirmed yet.
#[component]
fn Unconfirmed(account: Memo<Option<Judged>>) -> impl IntoView {
    let open = Memo::new(move |_| account.with(|it| it.as_ref().is_some_and(|it| !it.deadline.confirmed)));
    move || {
        open.get().then(|| {
            view! {
                <Tag tone=Tone::Warn icon=IconName::Half text=Signal::derive(wording("desk-term-to-confirm"))/>
            }
        })
    }
}

/// In the identity bar: the last day, how it was kept, the strip.
#[component]
pub fn TermLine(file: StoredValue<RegistrationView>) -> impl IntoView {
    let account = account(file, offices());
    let (last_day, late_days) = file.with_value(|file| (file.term.last_day, file.term.late_days));
    let on = registered_on(file);
    let strip = move || {
        account.get().map(|judged| view! { <DayStrip cells=judged.deadline.days today=on dates=false/> })
    };
    view! {
        <div class="identity-term">
            <p>
                <span>
                    {wording("desk-registration-last-day")} ": "
                    <strong>{move || shared::texts::format::date(language(), last_day)}</strong>
                </span>
                <Kept late_days/>
                <Unconfirmed account/>
            </p>
            {strip}
        </div>
    }
}

/// What the law says, rung by rung.
#[component]
pub fn TermPanel(file: StoredValue<RegistrationView>) -> impl IntoView {
    let offices = offices();
    let account = account(file, offices);
    let on = registered_on(file);
    let term = StoredValue::new(file.with_value(|file| file.term.clone()));
    let basis = move || {
        let basis = term.with_value(|term| term.legal_basis.clone());
        offices.law().map_or_else(|| basis.clone(), |law| law.cited(&basis, language().code()))
    };
    let edition = move || {
        term.with_value(|term| {
            let args =
                [("edition", term.edition.to_string().into()), ("engine", term.engine.to_string().into())];
            t_args("desk-registration-edition", &args)
        })
    };
    let ladder = move || {
        account.get().map(|judged| {
            let open = !judged.deadline.confirmed;
            view! {
                {open.then(|| view! {
                    <Note icon=IconName::Half tone=Tone::Warn>
                        <p>{t("desk-term-to-confirm-means")}</p>
                    </Note>
                })}
                <DayStrip cells=judged.deadline.days today=on legend=true/>
                <WhyLadder rungs=judged.rungs/>
            }
        })
    };
    view! {
        <section class="desk-panel">
            <header>
                <h2>{wording("desk-registration-law")}</h2>
                <p>{basis}</p>
            </header>
            <div class="desk-panel-body">
                {ladder}
                <p class="data-soft">{edition}</p>
                <p class="data-soft trace">
                    {wording("desk-registration-trace")} ": "
                    <code translate="no">{term.with_value(|term| term.trace.clone())}</code>
                </p>
            </div>
        </section>
    }
}
