//! P23: boxes in the place of what is still on its way; they appear only after 300 ms.
use leptos::prelude::*;

/// A few lines, as tall as the text that will stand there.
#[component]
pub fn Skeleton(#[prop(default = 4)] lines: usize) -> impl IntoView {
    view! {
        <div class="skeleton" aria-busy="true" aria-hidden="true">
            {(0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect_view()}
        </div>
    }
}
