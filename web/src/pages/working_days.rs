//! `/calculators/working-days`: which day a term ends on, or how many working days lie between two. Counted in the browser by
//! the law's own calendars; nothing is sent.
use leptos::prelude::*;
use leptos_router::hooks::use_location;

mod answer;
mod asked;

use self::{
    answer::Answer,
    asked::{Asked, Questions},
};
use crate::{
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
    },
    i18n::wording,
    place::way,
};

#[component]
pub fn WorkingDaysPage() -> impl IntoView {
    let asked = Asked::new();
    let hash = use_location().hash;
    // A link carries the question: in the fragment, which no server sees.
    Effect::new(move || asked.read(&hash.get()));
    Effect::new(move || asked.keep_in_address());
    view! {
        <div class="frame page">
            <a class="back" href=way("/calculators/registration")>
                <Icon name=IconName::ArrowLeft/>
                {wording("calculator-title")}
            </a>
            <PageTitle text=Signal::derive(wording("working-days-title"))/>
            <p class="lead">{wording("working-days-lead")}</p>
            <div class="calculator">
                <div class="panel">
                    <Questions asked/>
                    <p class="second calculator-live">
                        <Icon name=IconName::Tick/>
                        {wording("calculator-live")}
                    </p>
                </div>
                <div><Answer asked/></div>
            </div>
        </div>
    }
}
