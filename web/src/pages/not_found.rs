//! No such page.
use leptos::prelude::*;

use crate::pages::problem_pages::{Trouble, TroublePage};

/// Any address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <TroublePage trouble=Trouble::NotFound/> }
}
