//! `/my/data`: all that is kept of me, to read and as a file (F2).
use leptos::prelude::*;
use shared::{
    persons::{MyData, MyIdentity, MyPerson},
    texts::format,
};

use crate::{
    client,
    components::{
        download::Download,
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
    },
    i18n::{language, t, t_args, wording},
    pages::host::words,
    place::way,
};

/// Key of a name, its value, and whether no machine translates it.
type Line = (&'static str, String, bool);

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let data = LocalResource::new(client::persons::data);
    let retry = Callback::new(move |()| data.refetch());
    view! {
        <PageTitle text=Signal::derive(wording("my-data-title"))/>
        <p class="lead">{wording("my-data-lead")}</p>
        <File/>
        {move || match data.get() {
            None => view! { <Skeleton lines=12/> }.into_any(),
            Some(Err(problem)) => view! { <NotLoaded problem retry/> }.into_any(),
            Some(Ok(data)) => view! { <Parts data/> }.into_any(),
        }}
    }
}

/// The same as JSON.
#[component]
fn File() -> impl IntoView {
    let download = Download::new();
    let save = move |_| download.save(client::persons::data_file(), String::from("my-data.json"));
    view! {
        <p>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=save>
                <Icon name=IconName::Download/>
                {wording("my-data-file")}
            </button>
        </p>
        {move || download.problem.get().map(|problem| view! { <ProblemNote problem/> })}
    }
}

#[component]
fn Parts(data: MyData) -> impl IntoView {
    let data = StoredValue::new(data);
    let account = move || data.with_value(account);
    let person = data.with_value(|data| data.person.clone());
    view! {
        <Part id="my-data-account" title="my-data-account" lines=Signal::derive(account)/>
        {match person {
            Some(person) => view! { <Registry person/> }.into_any(),
            None => view! {
                <section class="panel">
                    <h2>{wording("my-data-registry")}</h2>
                    <p>{wording("my-data-unproven")}</p>
                    <p>
                        <a href=way("/my/registrations")>{wording("my-link-title")}</a>
                    </p>
                </section>
            }
            .into_any(),
        }}
    }
}

fn account(data: &MyData) -> Vec<Line> {
    let moment = |at| format::moment(language(), at);
    let account = &data.account;
    let mut lines = vec![
        ("my-account-name", account.name.clone(), true),
        ("field-email", account.email.clone(), true),
        ("field-phone", account.phone.clone().unwrap_or_else(|| t("my-data-none")), true),
        ("my-account-language", words::language_name(&account.language.to_string()), false),
        ("my-data-opened", moment(account.created_at), false),
    ];
    if let Some(party) = &data.party {
        lines.push(("my-account-party", party.name.clone(), true));
    }
    let accepted = |document: &str| {
        data.consents
            .iter()
            .rev()
            .find(|consent| consent.document == document)
            .map(|consent| moment(consent.at))
    };
    lines.extend(accepted("terms").map(|at| ("my-data-terms", at, false)));
    lines.extend(accepted("privacy").map(|at| ("my-data-privacy", at, false)));
    let sessions = t_args("my-data-sessions-count", &[("count", data.sessions.len().into())]);
    lines.push(("my-data-sessions", sessions, false));
    if let Some(at) = account.linked_at {
        lines.push(("my-data-linked", moment(at), false));
    }
    lines
}

/// What the registry knows: by document, and how much else there is.
#[component]
fn Registry(person: MyPerson) -> impl IntoView {
    let documents = person.identities.into_iter().enumerate().map(|(at, identity)| {
        let lines = Signal::derive(move || stated(&identity));
        view! { <Part id=format!("my-data-document-{at}") title="my-data-document" lines/> }
    });
    let (stays, seen) = (person.registrations.len(), person.accesses.len());
    view! {
        {documents.collect_view()}
        <section class="panel">
            <h2>{wording("my-data-more")}</h2>
            <ul class="plain">
                <li>
                    <a href=way("/my/registrations")>{wording("my-registrations-title")}</a>
                    " · "
                    {move || t_args("my-data-stays-count", &[("count", stays.into())])}
                </li>
                <li>
                    <a href=way("/my/corrections")>{wording("my-corrections-title")}</a>
                    " · "
                    {wording("my-data-wrong")}
                </li>
                <li>
                    <a href=way("/my/access-log")>{wording("ui-who-saw-my-data")}</a>
                    " · "
                    {move || t_args("my-data-seen-count", &[("count", seen.into())])}
                </li>
            </ul>
        </section>
    }
}

/// With source and time: who stated it, and when.
fn stated(identity: &MyIdentity) -> Vec<Line> {
    let moment = format::moment(language(), identity.observed_at);
    vec![
        ("field-surname", identity.surname.clone(), true),
        ("field-name", identity.given_names.clone(), true),
        ("field-sex", t(words::sex_key(&identity.sex.to_string())), false),
        ("field-birth-date", words::day(identity.birth_date), false),
        ("field-citizenship", words::country(&identity.citizenship), false),
        ("host-receipt-document", words::document(identity.document_kind, &identity.document_number), true),
        ("field-document-country", words::country(&identity.document_issuer), false),
        ("field-expiry-date", words::day(identity.document_expires_on), false),
        ("my-data-source", t_args("my-data-stated", &[("moment", moment.into())]), false),
    ]
}

#[component]
fn Part(
    #[prop(into)] id: String,
    title: &'static str,
    #[prop(into)] lines: Signal<Vec<Line>>,
) -> impl IntoView {
    let line = |(label, value, data): Line| {
        (!value.is_empty()).then(|| {
            view! {
                <div>
                    <dt>{t(label)}</dt>
                    <dd translate=data.then_some("no")>{value}</dd>
                </div>
            }
        })
    };
    let labelled = id.clone();
    view! {
        <section class="panel" aria-labelledby=labelled>
            <h2 id=id>{wording(title)}</h2>
            <dl class="receipt-facts">{move || lines.get().into_iter().map(line).collect_view()}</dl>
        </section>
    }
}
