//! P5: what was typed is kept on this device until it is sent or the person signs out (M4, H10), and a line says when.
use std::time::Duration;

use chrono::NaiveTime;
use leptos::prelude::*;
use shared::{ids::AccountId, texts::format};
use web_sys::Storage;

use crate::{
    client::clock,
    components::icon::{Icon, IconName},
    i18n::{t, t_args, wording},
    session::{Who, session},
};

/// Drafts live for the tab only, never in local storage; signing out empties the tab's storage.
const PREFIX: &str = "umis-draft-";
const REST: Duration = Duration::from_millis(800);

/// How the draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    Nothing,
    Saving,
    /// At this time in Baku.
    Here(NaiveTime),
    /// The browser does not let us.
    Failed,
}

/// A draft that keeps itself.
#[derive(Debug, Clone, Copy)]
pub struct Autosave {
    name: &'static str,
    owner: AccountId,
    state: RwSignal<Saved>,
}

impl Autosave {
    /// A draft of this account; another account's draft is never shown.
    pub fn new(name: &'static str, owner: AccountId) -> Self {
        Self { name, owner, state: RwSignal::new(Saved::Nothing) }
    }

    /// What was kept before.
    pub fn kept(self) -> Option<String> {
        storage()?.get_item(&self.key()).ok().flatten()
    }

    /// Keeps `text` 800 ms after it last changed; `None` is an empty form and keeps nothing.
    pub fn follow(self, text: Signal<Option<String>>) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |before: Option<Option<String>>| {
            let text = text.get();
            if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
                timer.clear();
            }
            match (before, &text) {
                (Some(before), Some(_)) if before != text => {
                    self.state.set(Saved::Saving);
                    let later = text.clone().unwrap_or_default();
                    let timer = set_timeout_with_handle(move || self.keep(&later), REST);
                    waiting.set_value(timer.ok());
                }
                (_, None) => self.forget(),
                _ => {}
            }
            text
        });
        let session = session();
        on_cleanup(move || {
            let Some(timer) = waiting.try_update_value(Option::take).flatten() else { return };
            timer.clear();
            // Left within the rest: kept at once, but not after signing out.
            let here = untrack(|| session.who()) != Who::Nobody;
            if let Some(Some(text)) = text.try_get_untracked().filter(|_| here) {
                self.keep(&text);
            }
        });
    }

    /// Keeps it now.
    pub fn keep(self, text: &str) {
        let kept = storage().is_some_and(|storage| storage.set_item(&self.key(), text).is_ok());
        let state = if kept { Saved::Here(format::baku(untrack(clock::now)).time()) } else { Saved::Failed };
        let _ = self.state.try_set(state);
    }

    /// It has been sent, or thrown away.
    pub fn forget(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key());
        }
        let _ = self.state.try_set(Saved::Nothing);
    }

    fn key(self) -> String {
        format!("{PREFIX}{}-{}", self.name, self.owner)
    }
}

/// `Bu cihazda saxlanılıb: 14:03`; spoken once, not at every key.
#[component]
pub fn SavedLine(
    saved: Autosave,
    /// A second line beside the buttons: seen, not said again.
    #[prop(optional)]
    silent: bool,
) -> impl IntoView {
    let state = saved.state;
    let said = Memo::new(move |_| match state.get() {
        Saved::Nothing => (None, String::new()),
        Saved::Saving => (None, t("host-saved-saving")),
        Saved::Here(at) => {
            (Some(IconName::Tick), t_args("host-saved-here", &[("time", format::clock(at).into())]))
        }
        Saved::Failed => (Some(IconName::Warning), t("host-saved-failed")),
    });
    let spoken = Memo::new(move |before: Option<&String>| match state.get() {
        Saved::Failed => t("host-saved-failed"),
        // Once a minute at most: the text changes with the minute only.
        Saved::Here(at) => t_args("host-saved-here", &[("time", format::clock(at).into())]),
        Saved::Nothing | Saved::Saving => before.cloned().unwrap_or_default(),
    });
    view! {
        <p class="autosaved" class:autosaved-failed=move || state.get() == Saved::Failed>
            <span aria-hidden="true" title=wording("host-saved-here-hint")>
                {move || {
                    let (icon, text) = said.get();
                    view! {
                        {icon.map(|name| view! { <Icon name/> })}
                        {text}
                    }
                }}
            </span>
            {(!silent).then(|| view! { <span class="govuk-visually-hidden" role="status">{spoken}</span> })}
        </p>
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
