//! `/services`: what one can ask for here.
use leptos::prelude::*;

pub mod service;

use crate::{
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
        skeleton::Skeleton,
    },
    i18n::{language, t, wording},
    offices::offices,
    place::href,
};

/// The catalogue: in this edition of the product one service, with what belongs to it.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let offices = offices();
    let row = move || {
        let law = offices.law()?;
        let lang = language().code();
        let (name, summary) = (law.law.caption.text(lang).to_owned(), law.law.summary.text(lang).to_owned());
        let address = href(&format!("/services/{}", law.law.code));
        Some(view! {
            <li>
                <Icon name=IconName::Home/>
                <a href=address>{name}</a>
                <p class="second">{summary}</p>
                <p class="second task-cost">
                    <strong>{t("start-at-once")}</strong>
                    <span>{t("start-free")}</span>
                </p>
            </li>
        })
    };
    view! {
        <div class="frame page">
            <PageTitle text=Signal::derive(wording("services-title"))/>
            <p class="lead">{wording("services-lead")}</p>
            <div class="start-section">
                {move || match row() {
                    Some(row) => view! { <ul class="tasks one">{row}</ul> }.into_any(),
                    None => view! { <Skeleton lines=4/> }.into_any(),
                }}
            </div>
            <p class="start-section second">{wording("services-more")}</p>
        </div>
    }
}
