//! Beside the form: until when, why, and what will be written.
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    dates,
    law::{Answer, DayCell, DayCellKind, Deadline, Facts, Outcome, RungText, Service, Unit},
    texts::format,
};

use super::{answers::Answers, entry::Entry};
use crate::{
    client::clock,
    components::{
        day_strip::DayStrip,
        deadline_badge::{DeadlineBadge, days_left},
        icon::IconName,
        note::Note,
        status_tag::{Tag, Tone},
        why_ladder::WhyLadder,
    },
    i18n::{language, t, t_args, texts, wording},
    offices::offices,
    pages::host::words,
};

/// The question that the law answers here.
const REGISTER: &str = "register";

/// What is known so far, in the names of the law; the same facts that the server judges by. Tracked.
fn facts(answers: Answers) -> Facts {
    let day = |answer: RwSignal<String>| answer.with(|text| dates::parse(text));
    let mut facts = Facts::new();
    answers.citizenship.with(|code| {
        if !code.is_empty() {
            facts.set("citizenship", code.as_str());
        }
    });
    for (name, answer) in [
        ("arrived_in_country", answers.arrived_in_country),
        ("arrived_at_address", answers.arrived_at_address),
    ] {
        // A day that has not come yet is a slip of the hand, and nothing is counted from it.
        if let Some(day) = day(answer).filter(|day| *day <= clock::today()) {
            facts.set(name, day);
        }
    }
    facts.set("moved", answers.moved.with(|answer| answer == "yes"));
    let visa = answers.has_visa.with(|answer| answer == "yes");
    facts.set("has_visa", visa);
    match (visa, day(answers.visa_until)) {
        (false, _) => {
            facts.set("visa_stay_until", None::<NaiveDate>);
        }
        (true, Some(until)) => {
            facts.set("visa_stay_until", until);
        }
        (true, None) => {}
    }
    // A stay that was extended before its first registration is registered as far as the visa goes, and then extended.
    facts.set("stay_extended_until", None::<NaiveDate>);
    facts
}

/// The last day to which the registration can reach.
pub fn latest_until(answers: Answers) -> Memo<Option<NaiveDate>> {
    let offices = offices();
    Memo::new(move |_| {
        let law = offices.law()?;
        law.valid_until(&facts(answers), clock::today()).known().copied()
    })
}

/// The last day to register, with the way to it.
fn judged(answers: Answers) -> Memo<Option<(Arc<Service>, Outcome<Deadline>)>> {
    let offices = offices();
    Memo::new_with_compare(
        move |_| {
            let law = offices.law()?;
            let outcome = law.deadline(REGISTER, &facts(answers), clock::today());
            Some((law, outcome))
        },
        |before, now| {
            before.map(|it| it.as_ref().map(|it| &it.1)) != now.map(|it| it.as_ref().map(|it| &it.1))
        },
    )
}

/// The deadline, as soon as it can be told.
fn deadline(judged: Memo<Option<(Arc<Service>, Outcome<Deadline>)>>) -> Memo<Option<Deadline>> {
    Memo::new(move |_| judged.with(|it| it.as_ref().and_then(|(_, outcome)| outcome.known().cloned())))
}

/// In time, or late; and how many days are left, in the unit of the term.
#[component]
fn Standing(deadline: Deadline) -> impl IntoView {
    let Deadline { last_day, unit, .. } = deadline;
    let in_time = move || last_day >= clock::today();
    let left = Signal::derive(move || left(&deadline, clock::today()));
    view! {
        <p class="standing">
            {move || if in_time() {
                view! { <Tag tone=Tone::Ok icon=IconName::Tick text=Signal::derive(wording("host-aside-in-time"))/> }
            } else {
                view! { <Tag tone=Tone::Warn icon=IconName::Warning text=Signal::derive(wording("host-aside-late"))/> }
            }}
            <DeadlineBadge left unit/>
        </p>
        {move || (!in_time()).then(|| view! { <p class="second">{t("host-aside-late-note")}</p> })}
    }
}

/// Days of the term after today, in its own unit.
fn left(deadline: &Deadline, today: NaiveDate) -> i64 {
    if deadline.unit != Unit::WorkingDays || today > deadline.last_day {
        return days_left(deadline.last_day, today);
    }
    let ahead = |cell: &&DayCell| cell.kind == DayCellKind::Counted && cell.date > today;
    i64::try_from(deadline.days.iter().filter(ahead).count()).unwrap_or_default()
}

/// On a phone the date stands above the form; on a wide screen the aside has it.
#[component]
pub fn LastDayLine(entry: Entry) -> impl IntoView {
    let deadline = deadline(judged(entry.answers));
    view! {
        <div class="last-day-line">
            {move || {
                deadline.get().map(|deadline| {
                    let date = words::day(deadline.last_day);
                    view! {
                        <p>
                            <strong>{t_args("host-register-last-day", &[("date", date.into())])}</strong>
                        </p>
                        <Standing deadline=deadline.clone()/>
                    }
                })
            }}
        </div>
    }
}

#[component]
pub fn Aside(entry: Entry) -> impl IntoView {
    view! {
        <aside class="host-aside" aria-labelledby="aside-title">
            <div class="panel">
                <h2 class="panel-title" id="aside-title">{wording("host-aside-title")}</h2>
                <LastDay answers=entry.answers/>
                <WhatIsWritten answers=entry.answers/>
            </div>
            <Note icon=IconName::Info>
                <p>{wording("host-aside-in-force")}</p>
            </Note>
            <p class="keys">
                <span class="govuk-visually-hidden">{wording("host-aside-keys")}": "</span>
                <kbd>"Ctrl"</kbd>
                " + "
                <kbd>"Enter"</kbd>
                " "
                {wording("host-register-send")}
            </p>
        </aside>
    }
}

#[component]
fn LastDay(answers: Answers) -> impl IntoView {
    let judged = judged(answers);
    let deadline = deadline(judged);
    let cells = Signal::derive(move || deadline.get().map(|deadline| deadline.days).unwrap_or_default());
    let today = Signal::derive(clock::today);
    let rungs = Memo::new(move |_| {
        judged.with(|it| it.as_ref().map(|(law, outcome)| rungs(law, outcome)).unwrap_or_default())
    });
    let ask = move || {
        let moved = answers.moved.with(|answer| answer == "yes");
        t(if moved { "host-aside-unknown-moved" } else { "host-aside-unknown" })
    };
    view! {
        <div class="last-day">
            <p class="second">{wording("host-aside-last-day")}</p>
            <p class="last-day-date" class:last-day-asks=move || deadline.with(Option::is_none) role="status">
                {move || deadline.get().map_or_else(ask, |deadline| words::day(deadline.last_day))}
            </p>
            {move || {
                deadline.get().map(|deadline| {
                    let free = deadline.applies == Some(false);
                    view! {
                        <Standing deadline=deadline.clone()/>
                        <DayStrip cells today dates=false/>
                        {free.then(|| view! { <p>{wording("host-aside-not-required")}</p> })}
                        <details class="host-why">
                            <summary>{wording("ui-why-this-day")}</summary>
                            <WhyLadder rungs/>
                        </details>
                    }
                })
            }}
        </div>
    }
}

/// The rungs in words. Once the day is known, a question that could not change it is left out.
fn rungs(law: &Service, outcome: &Outcome<Deadline>) -> Vec<RungText> {
    let table = texts().now();
    let lines = outcome.trace.lines(law, &table);
    match outcome.answer {
        Answer::Known(_) => lines.into_iter().filter(|rung| rung.ask.is_empty()).collect(),
        Answer::Unknown { .. } => lines,
    }
}

/// Guest, document, stay and fee, as they stand in the form now.
#[component]
fn WhatIsWritten(answers: Answers) -> impl IntoView {
    let offices = offices();
    let Answers { surname, given_names, number, arrived_at_address, until, .. } = answers;
    let guest = move || words::name(surname.get().trim(), given_names.get().trim());
    let stay = move || {
        let days = dates::parse(&arrived_at_address.get()).zip(dates::parse(&until.get()));
        days.filter(|(from, until)| from <= until)
            .map(|(from, until)| format::period(language(), from, until))
    };
    let fee = move || {
        let law = offices.law()?;
        let fee = law.fee(&facts(answers), clock::today()).known()?.minor;
        Some(match i64::try_from(fee).unwrap_or(i64::MAX) {
            0 => t("host-aside-free"),
            amount => format::money(language(), amount),
        })
    };
    let given = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <dl class="written">
            <Written label="host-aside-guest" value=Signal::derive(move || given(guest())) data=true/>
            <Written label="host-aside-document" value=Signal::derive(move || given(number.get())) data=true/>
            <Written label="host-aside-stay" value=Signal::derive(stay)/>
            <Written label="host-aside-fee" value=Signal::derive(fee)/>
        </dl>
    }
}

#[component]
fn Written(
    label: &'static str,
    value: Signal<Option<String>>,
    #[prop(optional)] data: bool,
) -> impl IntoView {
    view! {
        <div>
            <dt>{wording(label)}</dt>
            <dd translate=data.then_some("no")>{move || value.get().unwrap_or_else(|| String::from("–"))}</dd>
        </div>
    }
}
