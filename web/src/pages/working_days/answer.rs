//! The day or the number, and every day on the way that is not what its weekday says.
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use shared::{
    law::{DayCell, DayKind, Service, SpecialDay, WorkingDays, count},
    texts::format,
};

use super::asked::{Asked, Question};
use crate::{
    client::clock,
    components::{
        day_strip::DayStrip,
        icon::{Icon, IconName},
        note::Note,
        status_tag::Tone,
    },
    i18n::{begun, language, t, t_args, wording},
    offices::offices,
    pages::calculator::remind,
};

/// What is told of a question.
#[derive(Debug, Clone, PartialEq)]
enum Told {
    LastDay { day: NaiveDate, cells: Vec<DayCell> },
    Days { working: usize, all: i64 },
}

/// The answer with the span that it was counted over.
#[derive(Debug, Clone, PartialEq)]
struct Counted {
    told: Told,
    from: NaiveDate,
    to: NaiveDate,
    special: Vec<SpecialDay>,
    /// Years of the span whose calendar nobody has confirmed, and those that have none.
    unsure: Vec<i32>,
    unknown: Vec<i32>,
}

fn days(law: &Service) -> WorkingDays<'_> {
    WorkingDays { rest_days: &law.edition.rest_days, calendars: &law.calendars }
}

fn counted(law: &Service, question: &Question) -> Option<Counted> {
    let days = days(law);
    let (from, to, told) = match question {
        Question::After { from, span } => {
            let counted = count(span, *from, days)?;
            let day = counted.last_day;
            (*from, day, Told::LastDay { day, cells: counted.cells(span.unit, days) })
        }
        Question::Between { from, to } => {
            let told = Told::Days { working: days.between(*from, *to), all: (*to - *from).num_days() };
            (*from, *to, told)
        }
    };
    let years = from.year()..=to.year();
    let unknown: Vec<i32> = years.clone().filter(|year| days.calendar(*year).is_none()).collect();
    let unsure = years.filter(|year| !unknown.contains(year) && !days.confirmed(*year)).collect();
    let special = days.specials(from.succ_opt()?, to).cloned().collect();
    Some(Counted { told, from, to, special, unsure, unknown })
}

#[component]
pub fn Answer(asked: Asked) -> impl IntoView {
    let offices = offices();
    let outcome = Memo::new(move |_| {
        let (law, question) = (offices.law()?, asked.question()?);
        counted(&law, &question)
    });
    move || match (offices.law(), outcome.get()) {
        (Some(law), Some(outcome)) => view! { <Shown law outcome/> }.into_any(),
        _ => view! {
            <section class="panel answer-card" aria-labelledby="answer">
                <h2 id="answer">{wording("working-days-open")}</h2>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Shown(law: Arc<Service>, outcome: Counted) -> impl IntoView {
    let Counted { told, from, to, special, unsure, unknown } = outcome;
    let head = match told {
        Told::LastDay { day, cells } => view! { <LastDay day cells/> }.into_any(),
        Told::Days { working, all } => view! { <Number from to working all/> }.into_any(),
    };
    let years = |years: Vec<i32>| years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let caution = |key: &'static str, list: Vec<i32>| {
        (!list.is_empty()).then(|| {
            let list = years(list);
            view! {
                <Note icon=IconName::Warning tone=Tone::Wait>
                    <p>{move || t_args(key, &[("years", list.clone().into())])}</p>
                </Note>
            }
        })
    };
    view! {
        <section class="panel answer-card" aria-labelledby="answer" aria-live="polite">{head}</section>
        {caution("working-days-unsure", unsure)}
        {caution("working-days-unknown", unknown)}
        <section class="why" aria-labelledby="special">
            <div class="section-head">
                <h2 id="special">{wording("working-days-special")}</h2>
            </div>
            {if special.is_empty() {
                view! { <p class="second">{wording("working-days-special-none")}</p> }.into_any()
            } else {
                let lines = special.into_iter().map(|day| line(&law, day)).collect_view();
                view! { <dl class="receipt-facts">{lines}</dl> }.into_any()
            }}
            <p class="second">{wording("working-days-rest")}</p>
        </section>
    }
}

#[component]
fn LastDay(day: NaiveDate, cells: Vec<DayCell>) -> impl IntoView {
    // Nothing of the term is past for whoever plans: no cell is today.
    let before = Signal::derive(move || day.min(clock::today()));
    view! {
        <h2 class="second" id="answer">{wording("working-days-last-day")}</h2>
        <p class="answer-date">{move || begun(&format::date_with_weekday(language(), day))}</p>
        <DayStrip cells=Signal::stored(cells) today=before legend=true/>
        <div class="buttons">
            <button class="govuk-button govuk-button--secondary" type="button"
                on:click=move |_| remind::download(day, &untrack(|| t("working-days-event")))>
                <Icon name=IconName::Calendar/>
                {wording("calculator-remind")}
            </button>
        </div>
    }
}

#[component]
fn Number(from: NaiveDate, to: NaiveDate, working: usize, all: i64) -> impl IntoView {
    let working = i64::try_from(working).unwrap_or_default();
    view! {
        <h2 class="second" id="answer">
            {move || t_args("working-days-span", &[("from", from.into()), ("to", to.into())])}
        </h2>
        <p class="answer-date">{move || t_args("working-days-count", &[("count", working.into())])}</p>
        <p>{move || t_args("working-days-count-all", &[("count", all.into())])}</p>
    }
}

/// A day that is not what its weekday says, and why.
fn line(law: &Arc<Service>, day: SpecialDay) -> impl IntoView + use<> {
    let law = law.clone();
    let date = day.date;
    let reason = move || {
        let lang = language();
        let named = law.day_names.iter().filter(|name| day.names.contains(&name.id));
        let names: Vec<_> = named.map(|name| name.caption.text(lang.code()).to_owned()).collect();
        let kind = match day.kind {
            DayKind::Holiday | DayKind::Mourning => None,
            DayKind::Shifted => Some("working-days-shifted"),
            DayKind::SwappedOff => Some("working-days-swapped-off"),
            DayKind::SwappedIn => Some("working-days-swapped-in"),
            DayKind::OneOff => Some("working-days-one-off"),
        };
        let kind = kind.map(|key| match day.instead_of {
            Some(other) => t_args(&format!("{key}-for"), &[("date", other.into())]),
            None => t(key),
        });
        names.into_iter().chain(kind).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div>
            <dt>{move || begun(&format::date_with_weekday(language(), date))}</dt>
            <dd>{reason}</dd>
        </div>
    }
}
