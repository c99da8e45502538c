//! Which list, and what narrows it: links, so that the address holds the choice and "back" undoes it.
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::wording,
};

/// One list of several.
#[derive(Debug, Clone)]
pub struct Segment {
    pub text: &'static str,
    pub href: String,
    /// Work that waits there; zero is not shown.
    pub count: i64,
    pub current: bool,
}

/// The server counts to a thousand; from there on it is "many".
pub fn in_figures(count: i64) -> String {
    const MOST: i64 = 1000;
    if count < MOST { count.to_string() } else { "999+".to_owned() }
}

/// Lists to choose from, drawn as one control.
#[component]
pub fn Segments(
    /// Key of the text that names the choice.
    name: &'static str,
    #[prop(into)] choices: Signal<Vec<Segment>>,
) -> impl IntoView {
    let item = |segment: Segment| {
        view! {
            <li>
                <a href=segment.href aria-current=segment.current.then_some("page")>
                    {wording(segment.text)}
                    {(segment.count > 0)
                        .then(|| view! { <span class="segments-count">{in_figures(segment.count)}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=wording(name)>
            <ul class="segments">{move || choices.get().into_iter().map(item).collect_view()}</ul>
        </nav>
    }
}

/// A filter in use, with the way to take it away.
#[component]
pub fn Chip(#[prop(into)] text: Signal<String>, #[prop(into)] without: Signal<String>) -> impl IntoView {
    view! {
        <a class="chip" href=without>
            {text}
            <Icon name=IconName::Cross/>
            <span class="govuk-visually-hidden">{wording("ui-remove")}</span>
        </a>
    }
}
