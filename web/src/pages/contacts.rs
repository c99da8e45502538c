//! `/contacts`: the Call Centre, and which department serves which district.
use std::sync::Arc;

use leptos::prelude::*;
use shared::{
    fold,
    law::{Department, DepartmentKind, Service},
};

use crate::{
    components::{icon::IconName, note::Note, page_title::PageTitle, skeleton::Skeleton},
    i18n::{language, t_args, wording},
    offices::offices,
};

/// One telephone number for all; the departments by their districts.
#[component]
pub fn ContactsPage() -> impl IntoView {
    let offices = offices();
    view! {
        <div class="frame page">
            <PageTitle text=Signal::derive(wording("contacts-title"))/>
            <p class="lead">{wording("contacts-lead")}</p>
            <div class="after">
                <Note icon=IconName::Phone>
                    <p class="note-title">
                        <a href="tel:+99412919">{wording("footer-call")}</a>
                    </p>
                    <p>{wording("start-call")}</p>
                </Note>
            </div>
            <section class="start-section" aria-labelledby="headquarters">
                <h2 id="headquarters">{wording("contacts-headquarters")}</h2>
                <p class="after">{wording("contacts-headquarters-address")}</p>
                <p>
                    <a href="mailto:qeydiyyat@migration.gov.az">"qeydiyyat@migration.gov.az"</a>
                </p>
            </section>
            <section class="start-section" aria-labelledby="departments">
                <h2 id="departments">{wording("contacts-departments")}</h2>
                <p class="second after">{wording("contacts-departments-lead")}</p>
                {move || match offices.law() {
                    Some(law) => view! { <Departments law/> }.into_any(),
                    None => view! { <Skeleton lines=12/> }.into_any(),
                }}
            </section>
        </div>
    }
}

#[component]
fn Departments(law: Arc<Service>) -> impl IntoView {
    let line = |department: &Department| {
        let (law, code) = (law.clone(), department.code.clone());
        let caption = department.caption.clone();
        let own = department.kind == DepartmentKind::OwnService;
        let served = move || {
            let lang = language().code();
            let ours =
                law.districts.iter().filter(|district| district.department == code && district.confirmed);
            let mut names: Vec<String> =
                ours.map(|district| district.caption.text(lang).to_owned()).collect();
            names.sort_by_cached_key(|name| fold::sort_key(name));
            names.join("; ")
        };
        let served = Memo::new(move |_| served());
        view! {
            <li>
                <h3>{move || caption.text(language().code()).to_owned()}</h3>
                <p class="second">{served}</p>
                {own.then(|| view! { <p class="second">{wording("contacts-own-service")}</p> })}
            </li>
        }
    };
    let open = law.districts.iter().filter(|district| !district.confirmed).count();
    view! {
        <ul class="rows after">{law.departments.iter().map(line).collect_view()}</ul>
        {(open > 0)
            .then(|| {
                view! { <p class="second after">{move || t_args("contacts-open", &[("count", open.into())])}</p> }
            })}
    }
}
