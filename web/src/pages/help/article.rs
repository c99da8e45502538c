//! `/help/law/{article}`: what of the service rests on an article, in the words of the service.
use std::sync::Arc;

use leptos::prelude::*;
use shared::law::Service;

use crate::{
    components::{
        icon::{Icon, IconName},
        law_link::slug,
        page_title::PageTitle,
        skeleton::Skeleton,
    },
    i18n::{self, begun, language, t_args, wording},
    offices::offices,
    pages::not_found::NotFoundPage,
    place::way,
};

/// One article; its name as `LawLink` writes it.
#[component]
pub fn ArticlePage(name: String) -> impl IntoView {
    let offices = offices();
    move || {
        let Some(law) = offices.law() else {
            return view! { <div class="frame page"><Skeleton lines=8/></div> }.into_any();
        };
        let basis = law.bases().into_iter().find(|basis| slug(basis) == name);
        match basis {
            Some(basis) => view! { <Article law basis/> }.into_any(),
            None => view! { <NotFoundPage/> }.into_any(),
        }
    }
}

#[component]
fn Article(law: Arc<Service>, basis: String) -> impl IntoView {
    let (cited, sentences) = (law.clone(), law.clone());
    let own = basis.clone();
    let title = move || begun(&cited.cited(&own, language().code()));
    let lines = move || {
        let lines = sentences.norms(&basis, &i18n::table());
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let edition = law.edition.clone();
    let since = move || {
        t_args(
            "service-law-edition",
            &[("number", edition.number.into()), ("date", edition.published_on.into())],
        )
    };
    view! {
        <div class="frame page">
            <a class="back" href=way("/services/registration_stay")>
                <Icon name=IconName::ArrowLeft/>
                {wording("service-registration-stay")}
            </a>
            <PageTitle text=Signal::derive(title)/>
            <p class="lead">{wording("article-lead")}</p>
            <ul class="rows start-section">{lines}</ul>
            <p class="second after">{since}</p>
            <p class="second">{wording("footer-legal-force")}</p>
        </div>
    }
}
