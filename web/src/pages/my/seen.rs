//! `/my/access-log`: who has seen my data, when and why (S22, P15). My own visits are not listed.
use chrono::{DateTime, Duration, Utc};
use leptos::{prelude::*, task::spawn_local};
use shared::{page::Page, problem::Problem, texts::format, transparency::MyAccess};

use super::words;
use crate::{
    client,
    components::{
        choice_field::{Choice, SelectField},
        form_errors::FormErrors,
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
    },
    i18n::{language, t, t_args, wording},
    offices::offices,
};

/// Days that a choice of time goes back, with the key of its text.
const PERIODS: [(&str, i64, &str); 2] = [("month", 30, "my-seen-month"), ("year", 365, "my-seen-year")];

/// What was asked for, and what came.
#[derive(Debug, Clone, Copy)]
struct Log {
    office: RwSignal<String>,
    period: RwSignal<String>,
    rows: RwSignal<Option<Vec<MyAccess>>>,
    next: RwSignal<Option<String>>,
    problem: RwSignal<Option<Problem>>,
    /// Which question the rows answer: a late answer to an older one is dropped.
    asked: StoredValue<u32>,
}

impl Log {
    fn new() -> Self {
        Self {
            office: RwSignal::new(String::new()),
            period: RwSignal::new(String::new()),
            rows: RwSignal::new(None),
            next: RwSignal::new(None),
            problem: RwSignal::new(None),
            asked: StoredValue::new(0),
        }
    }

    /// Since when, as the chosen period says.
    fn from(self) -> Option<String> {
        let chosen = self.period.get_untracked();
        let (_, days, _) = PERIODS.into_iter().find(|(code, ..)| *code == chosen)?;
        let since: DateTime<Utc> = untrack(client::clock::now) - Duration::days(days);
        Some(since.format("%Y-%m-%dT%H:%M:%SZ").to_string())
    }

    /// From the start, or what follows the rows that are there.
    fn load(self, more: bool) {
        let number = self.asked.get_value() + 1;
        self.asked.set_value(number);
        let cursor = if more { self.next.get_untracked() } else { None };
        let (office, from) = (self.office.get_untracked(), self.from());
        spawn_local(async move {
            let answer = client::persons::access_log(&office, from.as_deref(), cursor.as_deref()).await;
            if self.asked.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(Page { items, next }) => {
                    self.problem.set(None);
                    self.next.set(next);
                    self.rows.update(|rows| {
                        let rows = rows.get_or_insert_default();
                        if !more {
                            rows.clear();
                        }
                        rows.extend(items);
                    });
                }
                Err(problem) => self.problem.set(Some(problem)),
            }
        });
    }
}

/// The list with its two filters.
#[component]
pub fn SeenPage() -> impl IntoView {
    let log = Log::new();
    Effect::new(move || {
        log.office.track();
        log.period.track();
        log.load(false);
    });
    let retry = Callback::new(move |()| log.load(false));
    let come = Memo::new(move |_| log.rows.with(|rows| rows.as_ref().map(Vec::is_empty)));
    view! {
        <PageTitle text=Signal::derive(wording("ui-who-saw-my-data"))/>
        <p class="lead">{wording("my-seen-lead")}</p>
        <Filters log/>
        {move || match (log.problem.get(), come.get().is_some()) {
            (Some(problem), false) => view! { <NotLoaded problem retry/> }.into_any(),
            (Some(problem), true) => view! { <ProblemNote problem retry/> }.into_any(),
            (None, false) => view! { <Skeleton lines=10/> }.into_any(),
            (None, true) => ().into_any(),
        }}
        {move || match come.get() {
            None => ().into_any(),
            Some(true) => view! { <p role="status">{wording("my-seen-empty")}</p> }.into_any(),
            Some(false) => view! { <Table log/> }.into_any(),
        }}
        <p class="second after">{wording("my-seen-own")}</p>
    }
}

#[component]
fn Filters(log: Log) -> impl IntoView {
    let (names, none) = (offices(), FormErrors::new(&[]));
    let known = LocalResource::new(client::persons::offices);
    let choices = Signal::derive(move || {
        let rows = known.get().and_then(Result::ok).map(|page| page.items).unwrap_or_default();
        let choice = |row: shared::transparency::AccessOffice| {
            let text = words::office(names, &row);
            row.office.map(|office| Choice::new(office, text))
        };
        rows.into_iter().filter_map(choice).collect::<Vec<_>>()
    });
    let periods = Signal::derive(|| {
        PERIODS.iter().map(|(code, _, text)| Choice::new(*code, t(text))).collect::<Vec<_>>()
    });
    view! {
        <div class="my-filters">
            <SelectField at="/period" label="my-seen-period" value=log.period errors=none choices=periods none="my-seen-ever"/>
            <SelectField at="/office" label="my-seen-office" value=log.office errors=none choices none="my-seen-everybody"/>
        </div>
    }
}

#[component]
fn Table(log: Log) -> impl IntoView {
    let heads = ["my-seen-column-at", "my-seen-column-who", "my-seen-column-what", "my-seen-column-why"];
    view! {
        <table class="guests my-seen">
            <caption class="govuk-visually-hidden">{wording("ui-who-saw-my-data")}</caption>
            <thead>
                <tr>{heads.map(|head| view! { <th scope="col">{wording(head)}</th> }).collect_view()}</tr>
            </thead>
            <tbody>
                <For each=move || log.rows.get().unwrap_or_default() key=|row| row.id children=|row| view! { <Row row/> }/>
            </tbody>
        </table>
        {move || log.next.get().map(|_| view! {
            <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| log.load(true)>
                {wording("my-more")}
            </button>
        })}
    }
}

#[component]
fn Row(row: MyAccess) -> impl IntoView {
    let names = offices();
    let at = row.at;
    let row = StoredValue::new(row);
    let about = move || {
        let numbers = row.with_value(|row| row.registrations.join(", "));
        (!numbers.is_empty()).then(|| t_args("my-seen-about", &[("numbers", numbers.into())]))
    };
    view! {
        <tr>
            <td data-label=wording("my-seen-column-at") class="number">{move || format::moment_in_table(language(), at)}</td>
            <th scope="row" data-label=wording("my-seen-column-who")>
                {move || row.with_value(|row| words::who(names, row))}
                <span class="second">{move || row.with_value(words::role)}</span>
            </th>
            <td data-label=wording("my-seen-column-what")>
                {move || row.with_value(|row| words::operation(&row.operation))}
                <span class="second">{about}</span>
            </td>
            <td data-label=wording("my-seen-column-why")>
                {move || row.with_value(|row| words::purpose(&row.purpose))}
            </td>
        </tr>
    }
}
