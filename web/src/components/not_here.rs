//! An address inside a part that leads nowhere: said in the part, so that its menu stays.
use leptos::prelude::*;

use crate::{components::page_title::PageTitle, i18n::wording};

#[component]
pub fn NotHere() -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording("problem-not-found"))/>
        <p>{wording("problem-not-found-detail")}</p>
    }
}
