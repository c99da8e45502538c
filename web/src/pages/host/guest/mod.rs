//! `/host/guests/{id}`: one registration, its history, and what the host may do with it.
mod annul;
mod change;
mod correct;
mod dates;
mod depart;
mod journal;
mod relocate;
mod show;

use leptos::prelude::*;
use shared::{
    ids::RegistrationId,
    problem::Problem,
    registrations::{RegistrationAction, RegistrationView},
};

use self::{
    annul::AnnulForm, change::Change, correct::CorrectForm, dates::DatesForm, depart::DepartForm,
    journal::Journal, relocate::MoveForm, show::Registration,
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
        status_tag::StatusTag,
    },
    i18n::{t_args, wording},
    place::{href, way},
};

#[component]
pub fn GuestPage(id: RegistrationId) -> impl IntoView {
    let first = LocalResource::new(move || client::registrations::show(id));
    view! {
        <a class="back" href=way("/host/guests")>
            <Icon name=IconName::ArrowLeft/>
            {wording("host-back-to-guests")}
        </a>
        <Suspense fallback=|| view! { <Skeleton lines=10/> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(view) => view! { <Guest view/> }.into_any(),
                    Err(problem) => view! { <NotShown problem retry=Callback::new(move |()| first.refetch())/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn NotShown(problem: Problem, retry: Callback<()>) -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording("host-guest-page"))/>
        <NotLoaded problem retry/>
    }
}

/// The file and the acts; each answer of the server becomes the file.
#[component]
fn Guest(view: RegistrationView) -> impl IntoView {
    let change = Change::new(view);
    let file = change.file;
    let name = move || file.with(|view| words::name(&view.guest.surname, &view.guest.given_names));
    let status = move || {
        file.with(|view| {
            let today = client::clock::today();
            words::status(view.state, view.in_force, view.until, today, view.premises_state).to_owned()
        })
    };
    let id = file.with_untracked(|view| view.id);
    let number =
        move || t_args("host-guest-number", &[("number", file.with(|view| view.number.clone()).into())]);
    view! {
        <header class="guest-head">
            <StatusTag status=Signal::derive(status)/>
            <PageTitle text=Signal::derive(name) named="host-guest-page"/>
            <p class="second" translate="no">{number}</p>
            <p><a href=move || href(&format!("/host/guests/{id}/receipt"))>{wording("host-guest-receipt")}</a></p>
        </header>
        <change::Told change/>
        <div class="host-columns">
            <div>
                <Registration file/>
                <Acts change/>
            </div>
            <aside class="host-aside" aria-labelledby="journal-title">
                <h2 id="journal-title">{wording("host-guest-journal")}</h2>
                {move || view! { <Journal events=file.with(|view| view.events.clone())/> }}
            </aside>
        </div>
    }
}

/// Only what the server says may be done; each opens in place.
#[component]
fn Acts(change: Change) -> impl IntoView {
    let actions = Memo::new(move |_| {
        change.file.with(|view| view.actions.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    let can = move |action: RegistrationAction| actions.with(|list| list.contains(&action.to_string()));
    move || {
        change.accepted();
        if actions.with(Vec::is_empty) {
            return view! {
                <Note icon=IconName::Lock>
                    <p>{wording("host-guest-closed")}</p>
                </Note>
            }
            .into_any();
        }
        view! {
            <section class="acts-part" aria-labelledby="acts-title">
                <h2 id="acts-title">{wording("host-guest-act")}</h2>
                {can(RegistrationAction::Depart).then(|| view! {
                    <Act id="departure" title="ui-record-departure"><DepartForm change/></Act>
                })}
                {can(RegistrationAction::Correct).then(|| view! {
                    <Act id="dates" title="host-guest-dates"><DatesForm change/></Act>
                })}
                {can(RegistrationAction::Move).then(|| view! {
                    <Act id="move" title="host-guest-move"><MoveForm change/></Act>
                })}
                {can(RegistrationAction::Correct).then(|| view! {
                    <Act id="correction" title="host-guest-correct"><CorrectForm change/></Act>
                })}
                {can(RegistrationAction::Annul).then(|| view! {
                    <Act id="annulment" title="host-guest-annul"><AnnulForm change/></Act>
                })}
            </section>
        }
        .into_any()
    }
}

/// One act, closed until it is asked for; a link to `#dates` opens that one.
#[component]
fn Act(id: &'static str, title: &'static str, children: ChildrenFn) -> impl IntoView {
    let asked = window().location().hash().unwrap_or_default() == format!("#{id}");
    let opened = RwSignal::new(asked);
    let body = StoredValue::new(children);
    view! {
        <details class="host-act" id=id name="act" prop:open=asked on:toggle:target=move |event| opened.set(is_open(&event.target()))>
            <summary>{wording(title)}</summary>
            <div class="host-act-body">{move || opened.get().then(|| body.with_value(|body| body()))}</div>
        </details>
    }
}

fn is_open(details: &web_sys::HtmlDetailsElement) -> bool {
    details.has_attribute("open")
}
