//! `Ctrl+Enter` registers from anywhere on the page.
use leptos::{ev, prelude::*};

/// Runs `act` at Ctrl+Enter (or Cmd+Enter) while the page is shown.
pub fn on_ctrl_enter(act: impl Fn() + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let enter = matches!(event.code().as_str(), "Enter" | "NumpadEnter");
        if enter && (event.ctrl_key() || event.meta_key()) && !event.repeat() {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Runs `act` at a plain letter key, by its place on the keyboard, outside of fields (WCAG 2.1.4).
pub fn on_key(code: &'static str, act: impl Fn() + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat());
        if plain && event.code() == code && !in_field() {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || handle.remove());
}

fn in_field() -> bool {
    let name = document().active_element().map(|element| element.tag_name());
    name.is_some_and(|name| matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
