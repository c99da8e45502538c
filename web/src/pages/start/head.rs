//! The head of the calculator as it answers: two questions and the day. With the law and its engine, which come when the
//! card is touched.
use leptos::{prelude::*, wasm_split};
use shared::texts::format;

use crate::{
    client::{NotCarried, clock},
    components::{
        day_strip::DayStrip,
        deadline_badge::{DeadlineBadge, days_left},
    },
    i18n::{language, wording},
    offices::{Offices, offices},
    pages::calculator::asked::{Asked, Questions},
    place::href,
};

/// What answers in the card. Not `#[lazy]`: without a network that stops the whole page.
#[wasm_split::wasm_split(calculator_head, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn head() -> Result<AnyView, NotCarried> {
    Offices::provide();
    Ok(view! { <Head/> }.into_any())
}

#[component]
fn Head() -> impl IntoView {
    let asked = Asked::new();
    let offices = offices();
    let deadline = Memo::new(move |_| {
        let outcome = offices.law().and_then(|law| asked.outcome(&law, clock::today()))?;
        outcome.known().cloned()
    });
    let cells = Signal::derive(move || deadline.get().map(|deadline| deadline.days).unwrap_or_default());
    let whole = move || format!("{}{}", href("/calculators/registration"), asked.fragment());
    let answer = move || match deadline.get() {
        None => view! { <p class="second">{wording("start-calculator-wait")}</p> }.into_any(),
        Some(deadline) if deadline.applies == Some(false) => view! {
            <p class="second">{wording("calculator-last-day")}</p>
            <p class="answer-date">{wording("calculator-not-required")}</p>
            <a href=whole>{wording("start-calculator-why")}</a>
        }
        .into_any(),
        Some(deadline) => {
            let last_day = deadline.last_day;
            view! {
                <p class="second">{wording("start-calculator-last-day")}</p>
                <div class="answer-line">
                    <p class="answer-date">{move || format::date(language(), last_day)}</p>
                    <DeadlineBadge left=Signal::derive(move || days_left(last_day, clock::today()))/>
                </div>
                <DayStrip cells today=Signal::derive(clock::today) dates=false/>
                <a href=whole>{wording("ui-why-this-day")}</a>
            }
            .into_any()
        }
    };
    view! {
        <Questions asked/>
        <div class="hero-answer" aria-live="polite" aria-atomic="true">{answer}</div>
    }
}
