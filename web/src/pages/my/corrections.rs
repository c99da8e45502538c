//! `/my/corrections`: what I asked to have put right or taken out, by when it is answered, and what came of it (F3).
use leptos::{prelude::*, task::spawn_local};
use shared::{
    corrections::{CorrectionState, CorrectionView},
    page::Page,
    problem::Problem,
    texts::format,
};

use super::correction_words::{field_name, value};
use crate::{
    client::{self, clock},
    components::{
        not_loaded::NotLoaded, page_title::PageTitle, problem_note::ProblemNote, skeleton::Skeleton,
        status_tag::StatusTag,
    },
    i18n::{language, t_args, wording},
    pages::host::words,
    place::way,
};

/// What has been loaded, and what follows.
#[derive(Debug, Clone, Copy)]
struct Loaded {
    rows: RwSignal<Option<Vec<CorrectionView>>>,
    next: RwSignal<Option<String>>,
    problem: RwSignal<Option<Problem>>,
}

impl Loaded {
    fn more(self) {
        let cursor = self.next.get_untracked();
        spawn_local(async move {
            match client::corrections::mine(cursor.as_deref()).await {
                Ok(Page { items, next }) => {
                    let _ = self.problem.try_set(None);
                    let _ = self.next.try_set(next);
                    let _ = self.rows.try_update(|rows| rows.get_or_insert_default().extend(items));
                }
                Err(problem) => {
                    let _ = self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// The newest first.
#[component]
pub fn CorrectionsPage() -> impl IntoView {
    let loaded =
        Loaded { rows: RwSignal::new(None), next: RwSignal::new(None), problem: RwSignal::new(None) };
    loaded.more();
    let retry = Callback::new(move |()| loaded.more());
    let come = Memo::new(move |_| loaded.rows.with(Option::is_some));
    view! {
        <PageTitle text=Signal::derive(wording("my-corrections-title"))/>
        <p class="lead">{wording("my-corrections-lead")}</p>
        <p>
            {wording("my-corrections-how")} " "
            <a href=way("/my/registrations")>{wording("my-registrations-title")}</a>
        </p>
        {move || match (loaded.problem.get(), come.get()) {
            (Some(problem), false) => view! { <NotLoaded problem retry/> }.into_any(),
            (Some(problem), true) => view! { <ProblemNote problem retry/> }.into_any(),
            (None, false) => view! { <Skeleton lines=6/> }.into_any(),
            (None, true) => ().into_any(),
        }}
        {move || come.get().then(|| view! { <Requests loaded/> })}
    }
}

#[component]
fn Requests(loaded: Loaded) -> impl IntoView {
    move || {
        let rows = loaded.rows.get().unwrap_or_default();
        if rows.is_empty() {
            return view! { <p>{wording("my-corrections-none")}</p> }.into_any();
        }
        view! {
            <ul class="my-stays">{rows.into_iter().map(|row| view! { <Request row/> }).collect_view()}</ul>
            {move || loaded.next.get().map(|_| view! {
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| loaded.more()>
                    {wording("my-more")}
                </button>
            })}
        }
        .into_any()
    }
}

#[component]
fn Request(row: CorrectionView) -> impl IntoView {
    let row = StoredValue::new(row);
    let (field, state) = row.with_value(|row| (row.field, row.state));
    let status = format!("correction_{state}");
    let moment = move |key: &str, at| t_args(key, &[("moment", format::moment(language(), at).into())]);
    let line = move |label: &'static str, text: Option<String>| {
        text.map(|text| {
            view! {
                <div>
                    <dt>{wording(label)}</dt>
                    <dd translate="no">{move || value(field, &text)}</dd>
                </div>
            }
        })
    };
    let said = move |label: &'static str, text: Option<String>| {
        text.map(|text| {
            view! {
                <div>
                    <dt>{wording(label)}</dt>
                    <dd translate="no">{text}</dd>
                </div>
            }
        })
    };
    let asked = move || row.with_value(|row| moment("my-corrections-asked", row.asked_at));
    let answered =
        move || row.with_value(|row| row.answered_at.map(|at| moment("my-corrections-answered", at)));
    let of =
        move || row.with_value(|row| t_args("my-corrections-of", &[("number", row.number.as_str().into())]));
    let erase = row.with_value(|row| row.right.is_none());
    view! {
        <li class="my-stay">
            <div>
                <h2>{move || field_name(field)}</h2>
                <StatusTag status/>
                {(state == CorrectionState::Submitted).then(|| view! { <AnswerBy row/> })}
                <dl class="receipt-facts">
                    {line("my-corrections-kept", row.with_value(|row| row.kept.clone()))}
                    {line("my-corrections-right", row.with_value(|row| row.right.clone()))}
                    {said("my-corrections-reason", Some(row.with_value(|row| row.reason.clone())))}
                    {said("my-corrections-refusal", row.with_value(|row| row.answer.clone()))}
                </dl>
                {erase.then(|| view! { <p>{wording("my-corrections-erase")}</p> })}
                {(state == CorrectionState::Refused).then(|| view! { <Complain row/> })}
                <p class="second">{of}</p>
                <p class="second">{asked}</p>
                {move || answered().map(|answered| view! { <p class="second">{answered}</p> })}
            </div>
        </li>
    }
}

/// The clock, as it runs.
#[component]
fn AnswerBy(row: StoredValue<CorrectionView>) -> impl IntoView {
    let today = untrack(clock::today);
    let (by, unsure) = row.with_value(|row| (row.answer_by, !row.term_confirmed));
    let left = by.signed_duration_since(today).num_days();
    let text = move || {
        let date = words::day(by);
        if left < 0 {
            return t_args("my-corrections-answer-late", &[("date", date.into())]);
        }
        t_args("my-corrections-answer-by", &[("date", date.into()), ("days", left.into())])
    };
    view! {
        <p><strong>{text}</strong></p>
        {unsure.then(|| view! { <p class="second">{wording("my-corrections-unsure")}</p> })}
    }
}

#[component]
fn Complain(row: StoredValue<CorrectionView>) -> impl IntoView {
    let text = move || {
        let by = row.with_value(|row| row.complain_by)?;
        Some(t_args("my-corrections-complain", &[("date", words::day(by).into())]))
    };
    view! {
        <p>{text}</p>
        <p>
            <a href=way("/contacts")>{wording("my-corrections-contacts")}</a>
        </p>
    }
}
