//! P11: what happened, oldest at the top, the last event lit; more than five earlier ones are folded.
use leptos::prelude::*;

use crate::i18n::{t_args, wording};

/// One event.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// What happened.
    pub title: Signal<String>,
    /// When and by whom.
    pub by: Signal<String>,
    /// What else is known: one line each.
    pub notes: Signal<Vec<String>>,
}

const SHOWN: usize = 5;

/// The events of a journal.
#[component]
pub fn Timeline(moments: Vec<Moment>) -> impl IntoView {
    let mut moments = moments;
    let folded = moments.len().saturating_sub(SHOWN + 1);
    let shown = moments.split_off(folded);
    let last = shown.len();
    let items = shown
        .into_iter()
        .enumerate()
        .map(|(at, moment)| view! { <Event moment now=at + 1 == last/> })
        .collect_view();
    view! {
        <ol class="timeline">
            {(folded > 0).then(|| view! { <Earlier moments/> })}
            {items}
        </ol>
    }
}

#[component]
fn Earlier(moments: Vec<Moment>) -> impl IntoView {
    let count = moments.len();
    let items = moments.into_iter().map(|moment| view! { <Event moment now=false/> }).collect_view();
    view! {
        <li>
            <details>
                <summary>{move || t_args("desk-timeline-earlier", &[("count", count.into())])}</summary>
                <ol class="timeline">{items}</ol>
            </details>
        </li>
    }
}

#[component]
fn Event(moment: Moment, now: bool) -> impl IntoView {
    let notes = move || {
        moment
            .notes
            .get()
            .into_iter()
            .map(|note| view! { <p class="timeline-note">{note}</p> })
            .collect_view()
    };
    view! {
        <li class:timeline-now=now aria-current=now.then_some("step")>
            <p class="timeline-title">
                {moment.title}
                {now.then(|| view! { <span class="govuk-visually-hidden">" · "{wording("desk-timeline-now")}</span> })}
            </p>
            <p class="timeline-by">{moment.by}</p>
            {notes}
        </li>
    }
}
