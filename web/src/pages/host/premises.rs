//! `/host/premises`: the host's addresses and where their confirmation stands (S12).
use leptos::prelude::*;
use shared::{
    premises::{PremisesAction, PremisesState, PremisesView},
    texts::format,
};

use super::words;
use crate::{
    client,
    components::{
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        note::Note,
        page_title::PageTitle,
        skeleton::Skeleton,
        status_tag::{StatusTag, Tone},
    },
    i18n::{language, t, t_args, wording},
    offices::offices,
    place::way,
};

#[component]
pub fn PremisesPage() -> impl IntoView {
    let premises = LocalResource::new(client::premises::all);
    view! {
        <div class="head-line">
            <PageTitle text=Signal::derive(wording("host-premises-title"))/>
            <a class="govuk-button" href=way("/host/premises/new")>
                <Icon name=IconName::Plus/>
                {wording("ui-add-address")}
            </a>
        </div>
        <p class="second">{wording("host-premises-lead")}</p>
        <Suspense fallback=|| view! { <Skeleton lines=8/> }>
            {move || Suspend::new(async move {
                match premises.await {
                    Ok(list) if list.is_empty() => view! { <Empty/> }.into_any(),
                    Ok(list) => view! {
                        <ul class="cards">
                            {list.into_iter().map(|premises| view! { <Card premises/> }).collect_view()}
                        </ul>
                    }
                    .into_any(),
                    Err(problem) => {
                        view! { <NotLoaded problem retry=Callback::new(move |()| premises.refetch())/> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="host-empty">
            <p class="host-empty-title">{wording("host-premises-empty")}</p>
            <p>{wording("host-premises-empty-next")}</p>
        </div>
    }
}

/// One address: its state, who has it since when, and why it was not confirmed.
#[component]
fn Card(premises: PremisesView) -> impl IntoView {
    let offices = offices();
    let PremisesView {
        kind, address, state, department, department_confirmed, requested_at, decided_at, ..
    } = premises.clone();
    let moment =
        move |key: &'static str, at| t_args(key, &[("moment", format::moment(language(), at).into())]);
    let registers = premises.actions.contains(&PremisesAction::Register);
    let guests = premises.guests;
    let rejected = (state == PremisesState::Rejected).then(|| premises.reason.clone().unwrap_or_default());
    view! {
        <li class="panel card">
            <div class="card-head">
                <h2 class="card-title" translate="no">{move || words::address(offices, &address)}</h2>
                <StatusTag status=String::from(words::premises_status(state))/>
            </div>
            <p class="second">
                {move || t(&format!("place-kind-{kind}"))}
                " · "
                {move || t_args("host-premises-guests", &[("count", guests.into())])}
            </p>
            {(state == PremisesState::Requested).then(|| view! {
                <p>
                    {move || t_args("host-premises-with", &[("department", offices.department(&department).into())])}
                    {(!department_confirmed).then(|| view! {
                        <span class="second">" " {wording("host-premises-department-open")}</span>
                    })}
                </p>
            })}
            <p class="second">
                {move || decided_at.map_or_else(
                    || moment("host-premises-asked", requested_at),
                    |at| moment("host-premises-decided", at),
                )}
            </p>
            {rejected.map(|reason| view! {
                <Note icon=IconName::Alert tone=Tone::Bad>
                    <p>{move || t_args("host-premises-reason", &[("reason", reason.as_str().into())])}</p>
                    <p>{wording("host-premises-rejected-next")}</p>
                </Note>
            })}
            {registers.then(|| view! {
                <p><a href=way("/host/")>{wording("host-premises-register")}</a></p>
            })}
        </li>
    }
}
