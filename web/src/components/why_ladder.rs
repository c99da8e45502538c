//! P3: why this day? The rungs as the engine went; an unknown fact is a rung with the question to answer.
use leptos::prelude::*;
use shared::law::RungText;

use crate::{
    components::{
        icon::IconName,
        law_link::LawLink,
        status_tag::{Tag, Tone},
    },
    i18n::wording,
};

/// The ladder of an answer.
#[component]
pub fn WhyLadder(#[prop(into)] rungs: Signal<Vec<RungText>>) -> impl IntoView {
    view! {
        <ol class="ladder">
            {move || rungs.get().into_iter().map(|rung| view! { <RungLine rung/> }).collect_view()}
        </ol>
    }
}

#[component]
fn RungLine(rung: RungText) -> impl IntoView {
    let RungText { question, detail, law, legal_basis, result, answer, ask } = rung;
    let result = match (answer, ask.is_empty()) {
        (_, false) => view! { <Tag tone=Tone::Warn icon=IconName::Question text=Signal::derive(wording("ui-not-known-yet"))/> }.into_any(),
        (Some(true), _) => view! { <Tag tone=Tone::Ok icon=IconName::Tick text=result/> }.into_any(),
        (Some(false), _) => view! { <Tag tone=Tone::Mute icon=IconName::Cross text=result/> }.into_any(),
        (None, _) => view! { <strong>{result}</strong> }.into_any(),
    };
    view! {
        <li>
            <h3 class="ladder-question">{question}</h3>
            <div class="ladder-result">{result}</div>
            <p class="ladder-detail">{detail}</p>
            <LawLink legal_basis text=law/>
        </li>
    }
}
