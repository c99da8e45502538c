//! What the whole page shares is found from anywhere: also by an answer or an effect whose own page has been left.
use std::cell::RefCell;

use leptos::prelude::{Owner, expect_context};

thread_local! {
    static ROOT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// The contexts of the component at hand are those of the whole page from here on.
pub fn begin() {
    ROOT.replace(Owner::current());
}

/// Runs `ask` where the contexts of the whole page are.
pub fn at_root<T>(ask: impl FnOnce() -> T) -> T {
    let root = ROOT.with_borrow(Clone::clone);
    match root {
        Some(root) => root.with(ask),
        None => ask(),
    }
}

/// One of the contexts of the whole page.
pub fn everywhere<T: Clone + 'static>() -> T {
    at_root(expect_context)
}
