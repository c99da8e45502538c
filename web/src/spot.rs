//! Coming back to a list, the reader stands where it was left, with as many rows.
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where a list was left.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spot {
    /// So many rows had been fetched.
    pub rows: usize,
    top: f64,
}

thread_local! {
    /// By address; they live as long as the page.
    static SPOTS: RefCell<BTreeMap<String, Spot>> = const { RefCell::new(BTreeMap::new()) };
    /// The reader goes back: by the browser's own way or by a link that says so.
    static BACK: Cell<bool> = const { Cell::new(false) };
    /// A list stands on the page.
    static STANDS: Cell<bool> = const { Cell::new(false) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Where the list of this address was left, for whoever comes back to it; once.
pub fn left() -> Option<Spot> {
    watch();
    let back = BACK.take();
    SPOTS.with_borrow(|spots| spots.get(&address()).copied().filter(|_| back))
}

/// The list stands there with so many rows, which is where it was `left` or a new list. From here on its place is kept.
pub fn stand(rows: usize, left: Option<Spot>) {
    request_animation_frame(move || {
        if let Some(left) = left {
            window().scroll_to_with_x_and_y(0.0, left.top);
        }
        STANDS.set(true);
        keep(|spot| spot.rows = rows);
    });
}

/// The list is taken away.
pub fn gone() {
    STANDS.set(false);
}

fn keep(change: impl FnOnce(&mut Spot)) {
    SPOTS.with_borrow_mut(|spots| change(spots.entry(address()).or_default()));
}

fn address() -> String {
    let place = window().location();
    format!("{}{}", place.pathname().unwrap_or_default(), place.search().unwrap_or_default())
}

/// Follows scrolling and the ways back; once, for as long as the page lives.
fn watch() {
    if WATCHED.replace(true) {
        return;
    }
    window_event_listener(ev::scroll, |_| {
        if STANDS.get() {
            let top = window().scroll_y().unwrap_or_default();
            keep(|spot| spot.top = top);
        }
    });
    window_event_listener_untyped("popstate", |_| {
        BACK.set(true);
        gone();
    });
    window_event_listener(ev::click, |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = pressed.and_then(|pressed| pressed.closest("a").ok().flatten());
        if let Some(link) = link {
            BACK.set(link.class_list().contains("back"));
        }
    });
}
