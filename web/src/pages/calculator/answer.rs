//! The last day, its strip and what to do with it; spoken after a pause.
use std::time::Duration;

use chrono::NaiveDate;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use shared::{
    law::{DayCellKind, Deadline, Outcome, Unit},
    texts::format,
};

use super::{asked::Asked, remind};
use crate::{
    client::clock,
    components::{
        day_strip::DayStrip,
        deadline_badge::{DeadlineBadge, days_left},
        icon::{Icon, IconName},
    },
    i18n::{begun, language, t, t_args, wording},
    offices::offices,
    place::way,
};

/// The whole answer, on the calculator's own page.
#[component]
pub fn AnswerCard(asked: Asked, outcome: Memo<Option<Outcome<Deadline>>>) -> impl IntoView {
    let known = Memo::new(move |_| outcome.with(|told| told.as_ref().and_then(|told| told.known().cloned())));
    view! {
        <section class="panel answer-card" aria-labelledby="answer">
            {move || match known.get() {
                Some(deadline) if deadline.applies == Some(false) => view! { <NotRequired asked/> }.into_any(),
                Some(deadline) => view! { <LastDay deadline/> }.into_any(),
                None => view! { <Example/> }.into_any(),
            }}
            <Spoken known/>
        </section>
    }
}

/// Days of the term after today.
pub fn left(deadline: &Deadline, today: NaiveDate) -> i64 {
    match deadline.unit {
        Unit::WorkingDays if today <= deadline.last_day => {
            let after = |date: NaiveDate| date > today;
            let days =
                deadline.days.iter().filter(|cell| cell.kind == DayCellKind::Counted && after(cell.date));
            i64::try_from(days.count()).unwrap_or_default()
        }
        _ => days_left(deadline.last_day, today),
    }
}

#[component]
fn LastDay(deadline: Deadline) -> impl IntoView {
    let (last_day, unit) = (deadline.last_day, deadline.unit);
    let cells = deadline.days.clone();
    let over = move || last_day < clock::today();
    let badge = {
        let deadline = deadline.clone();
        Signal::derive(move || left(&deadline, clock::today()))
    };
    view! {
        <div class="answer-line">
            <h2 class="second" id="answer">{wording("calculator-last-day")}</h2>
            <DeadlineBadge left=badge unit/>
        </div>
        <p class="answer-date">{move || begun(&format::date_with_weekday(language(), last_day))}</p>
        <DayStrip cells=Signal::stored(cells) today=Signal::derive(clock::today) legend=true/>
        {move || over().then(|| view! { <p class="after">{t("calculator-over")}</p> })}
        <div class="buttons">
            <a class="govuk-button" href=way("/host/")>
                {wording("calculator-begin")}
            </a>
            <button class="govuk-button govuk-button--secondary" type="button"
                on:click=move |_| remind::download(last_day, &untrack(|| t("calculator-event")))>
                <Icon name=IconName::Calendar/>
                {wording("calculator-remind")}
            </button>
        </div>
    }
}

/// "Not required" is an answer; the ladder below says why.
#[component]
fn NotRequired(asked: Asked) -> impl IntoView {
    let citizen = move || asked.citizenship.get() == "AZE";
    let next = move || t(if citizen() { "calculator-citizen" } else { "calculator-not-required-next" });
    view! {
        <h2 class="second" id="answer">{wording("calculator-last-day")}</h2>
        <p class="answer-date">{wording("calculator-not-required")}</p>
        <p>{next}</p>
    }
}

/// Before the questions are answered: the strip of somebody who arrives today.
#[component]
fn Example() -> impl IntoView {
    let offices = offices();
    let example = Memo::new(move |_| offices.law().and_then(|law| Asked::example(&law, clock::today())));
    let text = move || {
        let example = example.get()?;
        let args = [("from", clock::today().into()), ("to", example.last_day.into())];
        Some(t_args("calculator-example", &args))
    };
    let cells = Signal::derive(move || example.get().map(|example| example.days).unwrap_or_default());
    // Before the first cell: nothing of the example is past, and no cell is today.
    let before = Signal::derive(|| clock::today().pred_opt().unwrap_or_default());
    view! {
        <h2 id="answer">{wording("calculator-answer-both")}</h2>
        <p class="second">{text}</p>
        <div class="after">
            <DayStrip cells today=before/>
        </div>
    }
}

/// One sentence for those who hear the page, a second after the last change.
#[component]
fn Spoken(known: Memo<Option<Deadline>>) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::<Option<TimeoutHandle>>::new(None);
    Effect::new(move || {
        let text = match known.get() {
            Some(deadline) if deadline.applies == Some(false) => t("calculator-not-required"),
            Some(deadline) => {
                let count = left(&deadline, clock::today());
                t_args("calculator-spoken", &[("date", deadline.last_day.into()), ("count", count.into())])
            }
            None => String::new(),
        };
        if let Some(before) = waiting.try_update_value(Option::take).flatten() {
            before.clear();
        }
        waiting
            .set_value(set_timeout_with_handle(move || said.set(text.clone()), Duration::from_secs(1)).ok());
    });
    view! { <p class="govuk-visually-hidden" role="status">{said}</p> }
}
