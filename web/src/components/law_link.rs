//! The article of the law, in words, with a link to what rests on it.
use leptos::prelude::*;

use crate::place::href;

/// `legal_basis` as it stands in the data (`MC 21.3`), `text` as a person reads it.
#[component]
pub fn LawLink(legal_basis: String, text: String) -> impl IntoView {
    let address = move || href(&format!("/help/law/{}", slug(&legal_basis)));
    view! { <a class="law-link" href=address>{text}</a> }
}

/// `MC 21.3` as a part of an address: `mc-21.3`.
pub fn slug(legal_basis: &str) -> String {
    legal_basis.to_ascii_lowercase().replace(' ', "-")
}
