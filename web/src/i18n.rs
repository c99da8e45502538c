//! The language of the page and its texts; every text a person sees comes through `t`.
use std::sync::Arc;

use leptos::prelude::*;
use shared::{
    identity::Language,
    texts::{Arg, Table},
};

use crate::root::everywhere;

/// The catalogue of the language on the page, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct Texts(RwSignal<Arc<Table>>);

impl Texts {
    /// Puts the first catalogue where every component finds it.
    pub fn provide(table: Table) -> Self {
        let texts = Self(RwSignal::new(Arc::new(table)));
        provide_context(texts);
        texts
    }

    /// Another language: all that was drawn by `t` is drawn anew, what was typed stays (P18).
    pub fn replace(self, table: Table) {
        self.0.set(Arc::new(table));
    }

    /// For moments when nothing of the page is drawn, such as an answer that has just come; not tracked.
    pub fn now(self) -> Arc<Table> {
        self.0.get_untracked()
    }
}

/// The catalogue itself.
pub fn texts() -> Texts {
    everywhere()
}

/// The language of the page; tracked.
pub fn language() -> Language {
    texts().0.with(|table| table.lang())
}

/// A text of the catalogue; tracked, so write `{move || t("start-title")}`.
pub fn t(key: &str) -> String {
    t_args(key, &[])
}

/// A text in a view, drawn anew when the language changes: `<h1>{wording("start-title")}</h1>`.
/// All of them are one type: every `move || t(…)` would be code of its own in the page.
pub fn wording(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || t(key)
}

/// A text with values: `t_args(key, &[("count", 3.into())])`; tracked.
pub fn t_args(key: &str, args: &[(&str, Arg<'_>)]) -> String {
    texts().0.with(|table| table.say(key, args))
}

/// The whole catalogue, for what speaks in several texts; tracked.
pub fn table() -> Arc<Table> {
    texts().0.get()
}

/// As a heading or a line of its own begins: inside a sentence some words of ours are small.
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Is there such a text? For keys made of codes that may be newer than the page.
pub fn has_text(key: &str) -> bool {
    texts().0.with(|table| table.has(key))
}
