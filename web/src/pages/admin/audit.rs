//! `/admin/audit/…`: who looked at whose data, and what happened to the safety of the service. Read, never changed.
use std::future::Future;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{
    page::Page,
    problem::Problem,
    transparency::{AccessEntry, SecurityEvent},
};

use super::codes;
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, GhostRows, Pages, column, figures},
        desk_shell::reload,
        not_loaded::NotLoaded,
        page_title::PageTitle,
    },
    i18n::{t, wording},
    offices::offices,
    pages::desk::words,
    place::href,
};

const AT: Column = figures("admin-access-column-at");
const WHO: Column = column("admin-access-column-who");
const OFFICE: Column = column("admin-access-column-office");
const OPERATION: Column = column("admin-access-column-operation");
const PURPOSE: Column = column("admin-access-column-purpose");
const SUBJECTS: Column = Column { head: "admin-access-column-subjects", class: "data-number data-end" };
const CAUSE: Column = column("admin-access-column-cause");
const KIND: Column = column("admin-security-column-kind");
const ACCOUNT: Column = column("admin-security-column-account");

/// What one log is called and how it is drawn.
#[derive(Debug, Clone, Copy)]
struct Log {
    path: &'static str,
    title: &'static str,
    lead: &'static str,
    empty: [&'static str; 2],
    columns: &'static [Column],
}

const ACCESS: Log = Log {
    path: "/admin/audit/access",
    title: "admin-access-title",
    lead: "admin-access-lead",
    empty: ["admin-access-empty", "admin-access-empty-next"],
    columns: &[AT, WHO, OFFICE, OPERATION, PURPOSE, SUBJECTS, CAUSE],
};

const SECURITY: Log = Log {
    path: "/admin/audit/security",
    title: "admin-security-title",
    lead: "admin-security-lead",
    empty: ["admin-security-empty", "admin-security-empty-next"],
    columns: &[AT, KIND, OPERATION, ACCOUNT, CAUSE],
};

/// Every reading and writing of somebody else's data (P15).
#[component]
pub fn AccessPage() -> impl IntoView {
    let fetch =
        |cursor: Option<String>| async move { client::transparency::access_entries(cursor.as_deref()).await };
    log_page(ACCESS, fetch, |entry| view! { <AccessRow entry/> }.into_any())
}

/// Failed sign-ins, refusals, changed roles.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let fetch = |cursor: Option<String>| async move {
        client::transparency::security_events(cursor.as_deref()).await
    };
    log_page(SECURITY, fetch, |event| view! { <SecurityRow event/> }.into_any())
}

/// A log, 50 lines at a time, the latest first.
fn log_page<T, F>(
    log: Log,
    fetch: impl Fn(Option<String>) -> F + Copy + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Problem>> + 'static,
{
    let query = use_query_map();
    let cursor = Memo::new(move |_| query.read().get("cursor"));
    let reload = reload();
    let lines = LocalResource::new(move || {
        let cursor = cursor.get();
        reload.track();
        async move { (cursor.clone(), fetch(cursor).await) }
    });
    let offices = offices();
    let came = move || lines.get().filter(|(of, _)| *of == cursor.get()).map(|(_, lines)| lines);
    // The names of offices make rows higher than their codes.
    let here = move || came().filter(|_| offices.settled());
    let ghosts = move || {
        view! {
            <DataTable name=log.title columns=log.columns>
                <GhostRows columns=log.columns.len() rows=16/>
            </DataTable>
        }
    };
    let list = move |page: Page<T>| {
        if page.items.is_empty() {
            let [title, next] = log.empty;
            return view! { <EmptyList title next/> }.into_any();
        }
        let next = page.next.map(|cursor| String::from(js_sys::encode_uri_component(&cursor)));
        let next = move || next.as_ref().map(|cursor| href(&format!("{}?cursor={cursor}", log.path)));
        let first = move || cursor.get().map(|_| href(log.path));
        view! {
            <DataTable name=log.title columns=log.columns>
                <tbody>{page.items.into_iter().map(row).collect_view()}</tbody>
            </DataTable>
            <div class="data-foot">
                <Pages first=Signal::derive(first) next=Signal::derive(next)/>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording(log.title))/>
            <p>{wording(log.lead)}</p>
        </div>
        {move || match here() {
            None => ghosts().into_any(),
            Some(Err(problem)) => view! { <NotLoaded problem/> }.into_any(),
            Some(Ok(page)) => list(page),
        }}
    }
}

#[component]
fn AccessRow(entry: AccessEntry) -> impl IntoView {
    let offices = offices();
    let at = entry.at;
    let who = entry.actor_name.or(entry.actor);
    let who = move || who.clone().unwrap_or_else(|| t("admin-access-service"));
    let role = entry.role.map(|role| move || format!(" · {}", t(&format!("role-{role}"))));
    // A host's party has no name here: the log keeps ids of parties, not who they are.
    let office = move || {
        let code = entry.office.as_deref()?;
        let name = offices.department(code);
        Some(if name == code {
            view! { <code class="data-soft" translate="no">{name}</code> }.into_any()
        } else {
            name.into_any()
        })
    };
    view! {
        <tr>
            <Cell column=AT>{move || words::moment_exact(at)}</Cell>
            <Cell column=WHO>
                <span class="data-strong" translate="no">{who}</span>
                <span class="data-soft">{role}</span>
            </Cell>
            <Cell column=OFFICE>{office}</Cell>
            <Cell column=OPERATION>{move || codes::operation(&entry.operation)}</Cell>
            <Cell column=PURPOSE>{move || codes::purpose(&entry.purpose)}</Cell>
            <Cell column=SUBJECTS>{entry.subjects.to_string()}</Cell>
            <Cell column=CAUSE>
                <code class="data-soft" translate="no">{entry.cause}</code>
            </Cell>
        </tr>
    }
}

#[component]
fn SecurityRow(event: SecurityEvent) -> impl IntoView {
    let at = event.at;
    let account = event.account_name.or_else(|| event.account.map(|id| id.to_string()));
    let account = move || account.clone().unwrap_or_else(|| t("admin-security-no-account"));
    view! {
        <tr>
            <Cell column=AT>{move || words::moment_exact(at)}</Cell>
            <Cell column=KIND class="data-strong">{move || codes::event(&event.kind)}</Cell>
            <Cell column=OPERATION>{move || codes::operation(&event.operation)}</Cell>
            <Cell column=ACCOUNT>
                <span translate="no">{account}</span>
            </Cell>
            <Cell column=CAUSE>
                <code class="data-soft" translate="no">{event.cause}</code>
            </Cell>
        </tr>
    }
}
