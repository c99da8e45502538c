//! The language of the page and its texts; every text a person sees comes through `t`.
use std::sync::Arc;

use leptos::prelude::*;
use shared::{
    identity::Language,
    texts::{Arg, Table},
};

use crate::{client, root::everywhere, settings::settings};

/// The catalogue of the language on the page, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    table: RwSignal<Arc<Table>>,
    /// Not only what a first visit shows.
    whole: StoredValue<bool>,
}

impl Texts {
    /// Puts the first catalogue where every component finds it: with what a first visit shows.
    pub fn provide(table: Table) -> Self {
        let texts = Self { table: RwSignal::new(Arc::new(table)), whole: StoredValue::new(false) };
        provide_context(texts);
        texts
    }

    /// Another language: all that was drawn by `t` is drawn anew, what was typed stays (P18).
    pub fn replace(self, table: Table) {
        self.table.set(Arc::new(table));
    }

    /// Fetches what a first visit does not show, once. False: the network did not carry it.
    pub async fn rest(self) -> bool {
        let settings = settings();
        while !self.whole.get_value() {
            let language = self.now().lang();
            let [_, later] = settings.texts.of(language);
            let Some(later) = client::texts::table(later, language).await else { return false };
            // Another language may have come meanwhile, or these words by another way.
            if self.now().lang() == language && !self.whole.get_value() {
                self.table.update(|table| Arc::make_mut(table).add(later));
                self.whole.set_value(true);
            }
        }
        true
    }

    /// As much of another language as is here of this one; none when the network did not carry it.
    pub async fn other(self, language: Language) -> Option<Table> {
        let settings = settings();
        let [first, later] = settings.texts.of(language);
        let mut table = client::texts::table(first, language).await?;
        if self.whole.get_value() {
            table.add(client::texts::table(later, language).await?);
        }
        Some(table)
    }

    /// For moments when nothing of the page is drawn, such as an answer that has just come; not tracked.
    pub fn now(self) -> Arc<Table> {
        self.table.get_untracked()
    }
}

/// The catalogue itself.
pub fn texts() -> Texts {
    everywhere()
}

/// The language of the page; tracked.
pub fn language() -> Language {
    texts().table.with(|table| table.lang())
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
    texts().table.with(|table| table.say(key, args))
}

/// The whole catalogue, for what speaks in several texts; tracked.
pub fn table() -> Arc<Table> {
    texts().table.get()
}

/// As a heading or a line of its own begins: inside a sentence some words of ours are small.
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Is there such a text? For keys made of codes that may be newer than the page.
pub fn has_text(key: &str) -> bool {
    texts().table.with(|table| table.has(key))
}
