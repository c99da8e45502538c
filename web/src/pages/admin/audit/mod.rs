//! `/admin/audit/…`: who looked at whose data, and what happened to the safety of the service. Read, never changed.
use std::future::Future;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{page::Page, permission::Permission, problem::Problem};

use crate::{
    client,
    components::{
        data_table::{Column, DataTable, EmptyList, GhostRows, Pages},
        desk_shell::reload,
        not_loaded::NotLoaded,
        page_title::PageTitle,
    },
    i18n::wording,
    offices::offices,
    place::href,
    session::session,
};

mod asked;
mod filter;
mod inspect;
mod rows;

use asked::Asked;
use filter::Filter;
use inspect::{Export, Trace};
use rows::{AccessRow, SecurityRow};

/// What one log is called and how it is drawn.
#[derive(Debug, Clone, Copy)]
struct Log {
    path: &'static str,
    keys: &'static [&'static str],
    title: &'static str,
    lead: &'static str,
    empty: [&'static str; 2],
    columns: &'static [Column],
}

const ACCESS: Log = Log {
    path: "/admin/audit/access",
    keys: filter::ACCESS_KEYS,
    title: "admin-access-title",
    lead: "admin-access-lead",
    empty: ["admin-access-empty", "admin-access-empty-next"],
    columns: rows::ACCESS_COLUMNS,
};

const SECURITY: Log = Log {
    path: "/admin/audit/security",
    keys: filter::SECURITY_KEYS,
    title: "admin-security-title",
    lead: "admin-security-lead",
    empty: ["admin-security-empty", "admin-security-empty-next"],
    columns: rows::SECURITY_COLUMNS,
};

/// Nothing fits what was asked, which does not say that nothing is in the log.
const NOTHING_FITS: [&str; 2] = ["admin-filter-nothing", "admin-filter-nothing-next"];

/// Every reading and writing of somebody else's data (P15).
#[component]
pub fn AccessPage() -> impl IntoView {
    let fetch = |asked: Asked| async move {
        client::transparency::access_entries(&asked.query(), asked.cursor.as_deref()).await
    };
    let name = |page: &Page<_>| {
        page.items.iter().find_map(|entry: &shared::transparency::AccessEntry| entry.actor_name.clone())
    };
    log_page(ACCESS, fetch, name, |entry, asked| view! { <AccessRow entry asked/> }.into_any())
}

/// Failed sign-ins, refusals, changed roles.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let fetch = |asked: Asked| async move {
        client::transparency::security_events(&asked.query(), asked.cursor.as_deref()).await
    };
    let name = |page: &Page<_>| {
        page.items.iter().find_map(|event: &shared::transparency::SecurityEvent| event.account_name.clone())
    };
    log_page(SECURITY, fetch, name, |event, asked| view! { <SecurityRow event asked/> }.into_any())
}

/// A log, 50 lines at a time, the latest first. `name`: the account of the lines, where they are of one.
fn log_page<T, F>(
    log: Log,
    fetch: impl Fn(Asked) -> F + Copy + Send + Sync + 'static,
    name: impl Fn(&Page<T>) -> Option<String> + Copy + Send + Sync + 'static,
    row: impl Fn(T, Memo<Asked>) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Problem>> + 'static,
{
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        Asked::read(log.path, log.keys, |key| query.get(key))
    });
    let reload = reload();
    let lines = LocalResource::new(move || {
        let asked = asked.get();
        reload.track();
        async move { (asked.clone(), fetch(asked).await) }
    });
    let offices = offices();
    let came = move || lines.get().filter(|(of, _)| *of == asked.get()).map(|(_, lines)| lines);
    // The names of offices make rows higher than their codes.
    let here = move || came().filter(|_| offices.settled());
    let named = Signal::derive(move || came()?.ok().as_ref().and_then(name));
    let session = session();
    let inspects = Memo::new(move |_| log.path == ACCESS.path && session.can(Permission::AuditInspect));
    let ghosts = move || {
        view! {
            <DataTable name=log.title columns=log.columns>
                <GhostRows columns=log.columns.len() rows=16/>
            </DataTable>
        }
    };
    let list = move |page: Page<T>| {
        if page.items.is_empty() {
            let narrowed = !asked.read_untracked().keys().is_empty();
            let [title, next] = if narrowed { NOTHING_FITS } else { log.empty };
            return view! { <EmptyList title next/> }.into_any();
        }
        let next = page.next;
        let next = move || next.clone().map(|cursor| href(&asked.read().at(Some(cursor)).address()));
        let first = move || asked.read().cursor.is_some().then(|| href(&asked.read().at(None).address()));
        let row = move |line| row(line, asked);
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
        // The filters speak of offices by name too: nothing below them is drawn before they stand.
        {move || offices.settled().then(|| view! {
            <Filter asked keys=log.keys named/>
            {move || inspects.get().then(|| view! { <Trace asked/> <Export asked/> })}
            {move || match here() {
                None => ghosts().into_any(),
                Some(Err(problem)) => view! { <NotLoaded problem/> }.into_any(),
                Some(Ok(page)) => list(page),
            }}
        })}
    }
}
