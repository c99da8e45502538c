//! Names and values in two columns: what a file says.
use leptos::prelude::*;

use crate::i18n::t;

/// One line: the key of its name, the value, a second line under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    name: &'static str,
    value: String,
    note: Option<String>,
    foreign: bool,
}

impl Pair {
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), note: None, foreign: false }
    }

    #[must_use]
    pub fn note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// A name, a number or an address: no machine translates it.
    #[must_use]
    pub fn foreign(self) -> Self {
        Self { foreign: true, ..self }
    }
}

/// The lines, in their order.
#[component]
pub fn Pairs(#[prop(into)] pairs: Signal<Vec<Pair>>) -> impl IntoView {
    let line = |pair: Pair| {
        view! {
            <div>
                <dt>{t(pair.name)}</dt>
                <dd>
                    <span translate=pair.foreign.then_some("no")>{pair.value}</span>
                    {pair.note.map(|note| view! { <span class="pairs-note">{note}</span> })}
                </dd>
            </div>
        }
    };
    view! { <dl class="pairs">{move || pairs.get().into_iter().map(line).collect_view()}</dl> }
}
