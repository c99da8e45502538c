//! No such page, and the pages of §7 by their own address.
use leptos::prelude::*;

use crate::components::trouble::{Trouble, TroublePage};

/// Any address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <ProblemPage status=404/> }
}

/// `/problems/{status}`.
#[component]
pub fn ProblemPage(status: u16) -> impl IntoView {
    view! {
        <div class="frame page">
            <TroublePage trouble=Trouble::of(status)/>
        </div>
    }
}
