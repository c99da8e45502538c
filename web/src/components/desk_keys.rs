//! The desk's keys: by place on the keyboard and not by letter, silent inside fields, and they can be switched off (WCAG 2.1.4).
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{components::desk_shell::reload, i18n::wording};

const SWITCH: &str = "desk-keys";

/// Are single keys in use? A context of the desk.
#[derive(Debug, Clone, Copy)]
struct Keys {
    on: RwSignal<bool>,
    sheet: NodeRef<html::Dialog>,
}

/// Begins to listen; `seek` is the box that `/` goes to.
pub fn listen(seek: NodeRef<html::Input>) {
    let off = storage().and_then(|storage| storage.get_item(SWITCH).ok().flatten()).is_some();
    let keys = Keys { on: RwSignal::new(!off), sheet: NodeRef::new() };
    provide_context(keys);
    let reload = reload();
    let handle = window_event_listener(ev::keydown, move |event| {
        if !keys.on.get_untracked() || !is_plain(&event) {
            return;
        }
        let known = match (event.code().as_str(), event.key().as_str()) {
            ("KeyJ", _) => walk(true),
            ("KeyK", _) => walk(false),
            ("KeyR", _) => {
                reload.again();
                true
            }
            (_, "?") => keys.sheet.get_untracked().is_some_and(|sheet| sheet.show_modal().is_ok()),
            ("Slash", _) | (_, "/") => seek.get_untracked().is_some_and(|seek| {
                seek.select();
                seek.focus().is_ok()
            }),
            _ => false,
        };
        if known {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// No other key is held, nothing is being typed, no dialog is open.
fn is_plain(event: &KeyboardEvent) -> bool {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|target| {
        target.closest("input, textarea, select, dialog, [contenteditable]").ok().flatten().is_some()
    });
    !typing
}

/// Moves to the next or the previous row; the row shows the focus of its link.
fn walk(down: bool) -> bool {
    let document = document();
    let Ok(links) = document.query_selector_all("a.data-open") else { return false };
    let links: Vec<HtmlElement> =
        (0..links.length()).filter_map(|at| links.get(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let row = |element: &Element| element.closest("tr").ok().flatten();
    let focused = document.active_element().and_then(|element| row(&element));
    let chosen = document.query_selector("tr[aria-current='true']").ok().flatten();
    let here = focused.or(chosen);
    let at = here.and_then(|here| links.iter().position(|link| row(link).as_ref() == Some(&here)));
    let next = match (at, down) {
        (None, _) => links.first(),
        (Some(at), true) => links.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| links.get(at)),
    };
    next.is_some_and(|link| link.focus().is_ok())
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The keys under a table.
#[component]
pub fn KeysLine() -> impl IntoView {
    let keys = expect_context::<Keys>();
    let show = move |_| {
        if let Some(sheet) = keys.sheet.get_untracked() {
            let _ = sheet.show_modal();
        }
    };
    view! {
        <ul class="keys-line">
            <li>
                <kbd>"J"</kbd>
                " "
                <kbd>"K"</kbd>
                " "
                {wording("desk-keys-move")}
            </li>
            <li>
                <kbd>"Enter"</kbd>
                " "
                {wording("desk-keys-open")}
            </li>
            <li>
                <kbd>"R"</kbd>
                " "
                {wording("desk-keys-reload")}
            </li>
            <li>
                <button type="button" on:click=show>
                    <kbd>"?"</kbd>
                    " "
                    {wording("desk-keys-all")}
                </button>
            </li>
        </ul>
    }
}

/// All keys, and the switch.
#[component]
pub fn KeysSheet() -> impl IntoView {
    let keys = expect_context::<Keys>();
    let pairs = [
        ("J", "desk-keys-down"),
        ("K", "desk-keys-up"),
        ("Enter", "desk-keys-open"),
        ("/", "desk-keys-search"),
        ("R", "desk-keys-reload"),
        ("?", "desk-keys-all"),
    ];
    let pairs = pairs
        .map(|(key, text)| {
            view! {
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{wording(text)}</dd>
            }
        })
        .collect_view();
    let switch = move |event| {
        let on = event_target_checked(&event);
        keys.on.set(on);
        if let Some(storage) = storage() {
            let _ = if on { storage.remove_item(SWITCH) } else { storage.set_item(SWITCH, "off") };
        }
    };
    view! {
        <dialog node_ref=keys.sheet class="keys-sheet" aria-labelledby="keys-title">
            <h2 id="keys-title">{wording("desk-keys-title")}</h2>
            <dl>{pairs}</dl>
            <label>
                <input type="checkbox" prop:checked=keys.on on:change=switch aria-describedby="keys-hint"/>
                <span>{wording("desk-keys-use")}</span>
            </label>
            <p id="keys-hint" class="data-soft">{wording("desk-keys-use-hint")}</p>
            <form method="dialog">
                <button class="govuk-button govuk-button--secondary">{wording("ui-close")}</button>
            </form>
        </dialog>
    }
}
