//! The h1 of a page: it names the document too, and takes the focus when one page follows another.
use leptos::prelude::*;

use crate::{
    i18n::{t, t_args},
    place,
};

/// The one h1. A page with errors says so first in its title.
#[component]
pub fn PageTitle(
    #[prop(into)] text: Signal<String>,
    /// How many answers need correcting.
    #[prop(optional, into)]
    errors: Signal<usize>,
    /// Instead of `text` in the document's title: that one holds no personal data.
    #[prop(optional)]
    named: Option<&'static str>,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H1>::new();
    Effect::new(move || {
        let page = named.map_or_else(|| text.get(), t);
        let page = match errors.get() {
            0 => page,
            _ => t_args("page-title-errors", &[("page", page.into())]),
        };
        document().set_title(&t_args("page-title", &[("page", page.into())]));
    });
    let followed = place::followed();
    Effect::new(move || {
        if let Some(heading) = heading.get()
            && followed.take()
        {
            // Focusing the heading also makes screen readers say it.
            let _ = heading.focus();
        }
    });
    view! {
        <h1 node_ref=heading class=class tabindex="-1">
            {text}
        </h1>
    }
}
