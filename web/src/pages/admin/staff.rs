//! `/admin/staff?id=`: who works where and as what, and the colleague that is open beside the list.
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{
    ids::AccountId,
    page::Page,
    problem::Problem,
    staff::{StaffRole, StaffRow},
};

use super::colleague::Colleague;
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, GhostRows, Pages, column, figures},
        desk_keys::KeysLine,
        desk_shell::reload,
        icon::IconName,
        not_loaded::NotLoaded,
        page_title::PageTitle,
        status_tag::{Tag, Tone},
    },
    i18n::{t, t_args, wording},
    offices::offices,
    pages::desk::words,
    place::{href, way},
};

const NAME: Column = column("admin-staff-column-name");
const DEPARTMENT: Column = column("admin-staff-column-department");
const ROLES: Column = column("admin-staff-column-roles");
const STATE: Column = column("admin-staff-column-state");
const SEEN: Column = figures("admin-staff-column-seen");
const COLUMNS: &[Column] = &[NAME, DEPARTMENT, ROLES, STATE, SEEN];

/// The address of the list with a colleague open.
fn address(cursor: Option<&str>, open: Option<AccountId>) -> String {
    let cursor = cursor.map(|cursor| format!("cursor={}", js_sys::encode_uri_component(cursor)));
    let open = open.map(|id| format!("id={id}"));
    let query: Vec<String> = cursor.into_iter().chain(open).collect();
    let query = query.join("&");
    href(&if query.is_empty() { "/admin/staff".to_owned() } else { format!("/admin/staff?{query}") })
}

/// Roles in words.
pub fn roles(roles: &[StaffRole]) -> String {
    roles.iter().map(|role| t(&format!("role-{role}"))).collect::<Vec<_>>().join(", ")
}

/// The list, and beside it the colleague that is open.
#[component]
pub fn StaffPage() -> impl IntoView {
    let query = use_query_map();
    let cursor = Memo::new(move |_| query.read().get("cursor"));
    let open = Memo::new(move |_| query.read().get("id").and_then(|id| id.parse::<AccountId>().ok()));
    let reload = reload();
    let rows = LocalResource::new(move || {
        let cursor = cursor.get();
        reload.track();
        async move { (cursor.clone(), client::staff::list(cursor.as_deref()).await) }
    });
    let names = offices();
    let here =
        move || rows.get().filter(|(of, _)| *of == cursor.get() && names.settled()).map(|(_, rows)| rows);
    let staff = Memo::new(move |_| here().and_then(Result::ok).map(|page| page.items));
    let colleague = Memo::new(move |_| {
        let id = open.get()?;
        Some(staff.get()?.into_iter().find(|row| row.id == id))
    });
    let close = Signal::derive(move || address(cursor.get().as_deref(), None));
    // The same colleague as the list knows now: what was said of the last act stays beside it.
    let found =
        Memo::new(move |_| colleague.with(|it| it.as_ref().map(|row| row.as_ref().map(|row| row.id))));
    let known = Signal::derive(move || colleague.get().flatten());
    let others = Signal::derive(move || staff.get().unwrap_or_default());
    let detail = move || match (found.get(), known.get_untracked()) {
        (None, _) => ().into_any(),
        (Some(_), Some(colleague)) => view! { <Colleague colleague known others close/> }.into_any(),
        (Some(_), None) => {
            view! { <p class="desk-choose">{wording("admin-colleague-not-here")}</p> }.into_any()
        }
    };
    view! {
        <Head count=Signal::derive(move || staff.get().map(|staff| staff.len()))/>
        <div class="desk-split" class:desk-open=move || open.get().is_some() class:desk-whole=move || open.get().is_none()>
            <div class="desk-list">
                {move || match here() {
                    None => view! { <Ghosts/> }.into_any(),
                    Some(rows) => view! { <List rows cursor=cursor.get() open/> }.into_any(),
                }}
            </div>
            <div class="desk-detail">{detail}</div>
        </div>
    }
}

#[component]
fn Head(count: Signal<Option<usize>>) -> impl IntoView {
    let shown = move || count.get().map(|count| t_args("admin-staff-shown", &[("count", count.into())]));
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("admin-staff-title"))/>
            <p role="status">{shown}</p>
            <div class="desk-head-end">
                <a class="govuk-button" href=way("/admin/staff/new")>
                    {wording("admin-staff-new")}
                </a>
            </div>
        </div>
    }
}

#[component]
fn Ghosts() -> impl IntoView {
    view! {
        <DataTable name="admin-staff-title" columns=COLUMNS>
            <GhostRows columns=COLUMNS.len() rows=12/>
        </DataTable>
    }
}

#[component]
fn List(
    rows: Result<Page<StaffRow>, Problem>,
    cursor: Option<String>,
    open: Memo<Option<AccountId>>,
) -> impl IntoView {
    let page = match rows {
        Ok(page) => page,
        Err(problem) => return view! { <NotLoaded problem/> }.into_any(),
    };
    if page.items.is_empty() {
        return view! { <EmptyList title="admin-staff-empty" next="admin-new-lead"/> }.into_any();
    }
    let next = page.next;
    let next = move || next.as_deref().map(|cursor| address(Some(cursor), None));
    let later = cursor.is_some();
    let first = move || later.then(|| address(None, None));
    let rows =
        page.items.into_iter().map(|row| view! { <Row row cursor=cursor.clone() open/> }).collect_view();
    view! {
        <DataTable name="admin-staff-title" columns=COLUMNS>
            <tbody>{rows}</tbody>
        </DataTable>
        <div class="data-foot">
            <KeysLine/>
            <Pages first=Signal::derive(first) next=Signal::derive(next)/>
        </div>
    }
    .into_any()
}

/// How the account stands.
pub fn state(row: &StaffRow) -> (Tone, IconName, &'static str) {
    match (row.disabled, row.ready) {
        (true, _) => (Tone::Mute, IconName::Lock, "admin-staff-disabled"),
        (_, false) => (Tone::Wait, IconName::Hourglass, "admin-staff-waits"),
        _ => (Tone::Ok, IconName::Tick, "admin-staff-active"),
    }
}

#[component]
fn Row(row: StaffRow, cursor: Option<String>, open: Memo<Option<AccountId>>) -> impl IntoView {
    let offices = offices();
    let id = row.id;
    let current = move || (open.get() == Some(id)).then_some("true");
    let (tone, icon, text) = state(&row);
    let seen = row.seen_at;
    let seen = move || seen.map_or_else(|| t("admin-staff-never"), words::moment);
    let deputy = row.deputy_name.map(|name| {
        view! {
            <span class="data-soft">
                " · " {wording("admin-staff-column-deputy")} ": " <span translate="no">{name}</span>
            </span>
        }
    });
    view! {
        <tr aria-current=current>
            <Cell column=NAME>
                <a class="data-open" href=move || address(cursor.as_deref(), Some(id)) translate="no">
                    {row.name}
                </a>
                " "
                <span class="data-soft" translate="no">{row.email}</span>
            </Cell>
            <Cell column=DEPARTMENT>{move || offices.department(&row.department)}</Cell>
            <Cell column=ROLES>{move || roles(&row.roles)}</Cell>
            <Cell column=STATE>
                <Tag tone icon text=Signal::derive(wording(text))/>
                {deputy}
            </Cell>
            <Cell column=SEEN>{seen}</Cell>
        </tr>
    }
}
