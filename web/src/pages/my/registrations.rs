//! `/my/registrations`: where I am and was registered, over all hosts, with the notice of each.
use leptos::{prelude::*, task::spawn_local};
use shared::{
    page::Page,
    problem::Problem,
    registrations::{RegistrationRow, RegistrationState},
    texts::format,
};

use crate::{
    client::{self, clock},
    components::{
        download::Download,
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        status_tag::StatusTag,
    },
    i18n::{language, t_args, wording},
    offices::offices,
    pages::host::words,
    place::{href, way},
};

/// What has been loaded, and what follows.
#[derive(Debug, Clone, Copy)]
struct Loaded {
    rows: RwSignal<Option<Vec<RegistrationRow>>>,
    next: RwSignal<Option<String>>,
    problem: RwSignal<Option<Problem>>,
}

impl Loaded {
    fn more(self) {
        let cursor = self.next.get_untracked();
        spawn_local(async move {
            match client::persons::registrations(cursor.as_deref()).await {
                Ok(Page { items, next }) => {
                    let _ = self.problem.try_set(None);
                    let _ = self.next.try_set(next);
                    let _ = self.rows.try_update(|rows| rows.get_or_insert_default().extend(items));
                }
                Err(problem) => {
                    let _ = self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// First what is in force, with its last day; below what is over.
#[component]
pub fn RegistrationsPage() -> impl IntoView {
    let loaded =
        Loaded { rows: RwSignal::new(None), next: RwSignal::new(None), problem: RwSignal::new(None) };
    loaded.more();
    let retry = Callback::new(move |()| loaded.more());
    let come = Memo::new(move |_| loaded.rows.with(Option::is_some));
    view! {
        <PageTitle text=Signal::derive(wording("my-registrations-title"))/>
        <p class="lead">{wording("my-registrations-lead")}</p>
        <p>
            <a href=way("/my/corrections")>{wording("my-corrections-title")}</a>
        </p>
        {move || match (loaded.problem.get(), come.get()) {
            (Some(problem), false) => view! { <NotLoaded problem retry/> }.into_any(),
            (Some(problem), true) => view! { <ProblemNote problem retry/> }.into_any(),
            (None, false) => view! { <Skeleton lines=8/> }.into_any(),
            (None, true) => ().into_any(),
        }}
        {move || come.get().then(|| view! { <Lists loaded/> })}
    }
}

#[component]
fn Lists(loaded: Loaded) -> impl IntoView {
    let part = move |now: bool| {
        loaded
            .rows
            .with(|rows| rows.iter().flatten().filter(|row| row.in_force == now).cloned().collect::<Vec<_>>())
    };
    let list = |rows: Vec<RegistrationRow>, empty: &'static str| {
        if rows.is_empty() {
            return view! { <p>{wording(empty)}</p> }.into_any();
        }
        view! { <ul class="my-stays">{rows.into_iter().map(|row| view! { <Stay row/> }).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section aria-labelledby="my-now">
            <h2 id="my-now">{wording("my-registrations-now")}</h2>
            {move || list(part(true), "my-registrations-none-now")}
        </section>
        <section aria-labelledby="my-past" class="after">
            <h2 id="my-past">{wording("my-registrations-past")}</h2>
            {move || list(part(false), "my-registrations-none-past")}
            {move || loaded.next.get().map(|_| view! {
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| loaded.more()>
                    {wording("my-more")}
                </button>
            })}
        </section>
    }
}

#[component]
fn Stay(row: RegistrationRow) -> impl IntoView {
    let offices = offices();
    let today = untrack(clock::today);
    let status = words::status(row.state, row.in_force, row.until, today, row.premises_state);
    let (id, from, until, registered_at) = (row.id, row.from, row.until, row.registered_at);
    let (number, host, address) = (row.number.clone(), row.host.clone(), row.address.clone());
    let period = move || format::period(language(), from, until);
    let left = until.signed_duration_since(today).num_days();
    let last = move || {
        let args = [("date", words::day(until).into()), ("days", left.into())];
        t_args("my-registrations-last-day", &args)
    };
    let registered = move || {
        let moment = format::moment(language(), registered_at);
        t_args("my-registrations-registered", &[("moment", moment.into())])
    };
    let annulled = row.state == RegistrationState::Annulled;
    view! {
        <li class="my-stay">
            <div>
                <h3>{period}</h3>
                <StatusTag status=String::from(status)/>
                {row.in_force.then(|| view! { <p><strong>{last}</strong></p> })}
                <p translate="no">{host}</p>
                <p translate="no">{move || words::address(offices, &address)}</p>
                <p class="second" translate="no">{number.clone()}</p>
                <p class="second">{registered}</p>
            </div>
            {(!annulled).then(|| view! { <Notice id number=number.clone()/> })}
        </li>
    }
}

/// The paper in the language of the page.
#[component]
fn Notice(id: shared::ids::RegistrationId, number: String) -> impl IntoView {
    let download = Download::new();
    let named = {
        let number = number.clone();
        move || t_args("my-registrations-notice-of", &[("number", number.as_str().into())])
    };
    let asked = {
        let number = number.clone();
        move || t_args("my-corrections-ask-of", &[("number", number.as_str().into())])
    };
    let save = move |_| {
        let language = untrack(language);
        download.save(client::persons::notice(id, language), format!("{number}.pdf"));
    };
    view! {
        <div>
            <button type="button" class="govuk-button govuk-button--secondary" aria-label=named on:click=save>
                <Icon name=IconName::Download/>
                {wording("my-registrations-notice")}
            </button>
            <p>
                <a href=move || href(&format!("/my/corrections/new?registration={id}")) aria-label=asked>
                    {wording("my-corrections-ask")}
                </a>
            </p>
            {move || download.problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </div>
    }
}
