//! `/desk/premises?state=&id=`: addresses that hosts asked for, and the open one beside the list.
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{
    ids::PremisesId,
    page::Page,
    premises::{PremisesState, PremisesView},
    problem::Problem,
};

use super::{request::RequestPanel, words};
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, GhostRows, Pages, column, figures},
        desk_keys::KeysLine,
        desk_shell::reload,
        filters::{Segment, Segments},
        not_loaded::NotLoaded,
        page_title::PageTitle,
    },
    i18n::{t, t_args, wording},
    offices::offices,
    place::href,
    session::session,
    spot,
};

const SINCE: Column = figures("desk-premises-column-since");
const ADDRESS: Column = column("desk-column-address");
const KIND: Column = column("desk-premises-column-kind");
const HOST: Column = column("desk-column-host");
const GUESTS: Column = Column { head: "desk-premises-column-guests", class: "data-number data-end" };
const COLUMNS: &[Column] = &[SINCE, ADDRESS, KIND, HOST, GUESTS];

/// State, title, name in the menu, sentence for none.
const LISTS: [(PremisesState, [&str; 3]); 3] = [
    (
        PremisesState::Requested,
        ["desk-premises-title", "desk-rail-requested", "desk-premises-empty-requested"],
    ),
    (
        PremisesState::Confirmed,
        ["desk-premises-title-confirmed", "desk-rail-confirmed", "desk-premises-empty-confirmed"],
    ),
    (
        PremisesState::Rejected,
        ["desk-premises-title-rejected", "desk-rail-rejected", "desk-premises-empty-rejected"],
    ),
];

fn texts(state: PremisesState) -> [&'static str; 3] {
    LISTS.into_iter().find(|(of, _)| *of == state).map_or([""; 3], |(_, texts)| texts)
}

/// Which list, from which row on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    state: PremisesState,
    cursor: Option<String>,
}

impl Asked {
    fn address(&self, open: Option<PremisesId>) -> String {
        let cursor = self.cursor.as_deref().map(js_sys::encode_uri_component);
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        let open = open.map(|id| format!("&id={id}")).unwrap_or_default();
        href(&format!("/desk/premises?state={}{cursor}{open}", self.state))
    }
}

/// The list, and beside it the address that is open.
#[component]
pub fn PremisesPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let state =
            query.get("state").and_then(|state| state.parse().ok()).unwrap_or(PremisesState::Requested);
        Asked { state, cursor: query.get("cursor") }
    });
    let open = Memo::new(move |_| query.read().get("id").and_then(|id| id.parse::<PremisesId>().ok()));
    let reload = reload();
    let rows = LocalResource::new(move || {
        let asked = asked.get();
        reload.track();
        async move {
            let rows = client::premises::list(Some(asked.state), asked.cursor.as_deref()).await;
            (asked, rows)
        }
    });
    let names = offices();
    let here = move || rows.get().filter(|(of, _)| *of == asked.get() && names.settled());
    let next = Memo::new(move |_| {
        let (_, rows) = here()?;
        let rows = rows.ok()?.items;
        let waiting =
            |row: &&PremisesView| row.state == PremisesState::Requested && Some(row.id) != open.get();
        rows.iter().find(waiting).map(|row| row.id)
    });
    let close = Signal::derive(move || asked.read().address(None));
    view! {
        <Head asked/>
        <div class="desk-split" class:desk-open=move || open.get().is_some()>
            <div class="desk-list">
                {move || match here() {
                    None => view! { <Ghosts/> }.into_any(),
                    Some((asked, rows)) => view! { <List asked rows open/> }.into_any(),
                }}
            </div>
            <div class="desk-detail">
                {move || match open.get() {
                    None => view! { <p class="desk-choose">{wording("desk-premises-choose")}</p> }.into_any(),
                    Some(id) => {
                        let next = Signal::derive(move || next.get().map(|id| asked.read().address(Some(id))));
                        view! { <RequestPanel id next close/> }.into_any()
                    }
                }}
            </div>
        </div>
    }
}

#[component]
fn Head(asked: Memo<Asked>) -> impl IntoView {
    let session = session();
    let title = move || {
        let [title, ..] = texts(asked.read().state);
        t(title)
    };
    let choices = move || {
        let waiting = session.me().map_or(0, |me| me.counts.premises_requested);
        let segment = |(state, [_, text, _]): (PremisesState, [&'static str; 3])| Segment {
            text,
            href: Asked { state, cursor: None }.address(None),
            count: if state == PremisesState::Requested { waiting } else { 0 },
            current: state == asked.read().state,
        };
        LISTS.map(segment).to_vec()
    };
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(title)/>
            <p>{wording("desk-premises-lead")}</p>
        </div>
        <div class="desk-tools">
            <Segments name="desk-segments" choices=Signal::derive(choices)/>
        </div>
    }
}

#[component]
fn Ghosts() -> impl IntoView {
    view! {
        <DataTable name="desk-rail-premises" columns=COLUMNS>
            <GhostRows columns=COLUMNS.len() rows=12/>
        </DataTable>
    }
}

#[component]
fn List(
    asked: Asked,
    rows: Result<Page<PremisesView>, Problem>,
    open: Memo<Option<PremisesId>>,
) -> impl IntoView {
    let page = match rows {
        Ok(page) => page,
        Err(problem) => return view! { <NotLoaded problem/> }.into_any(),
    };
    if page.items.is_empty() {
        let [_, _, empty] = texts(asked.state);
        return view! { <EmptyList title=empty next="desk-premises-empty-next"/> }.into_any();
    }
    let rows = page.items.len();
    Effect::new(move || spot::stand(rows, spot::left()));
    on_cleanup(spot::gone);
    let first = asked.cursor.is_some().then(|| Asked { cursor: None, ..asked.clone() });
    let next = page.next.map(|cursor| Asked { cursor: Some(cursor), ..asked.clone() });
    let rows = page.items.into_iter().map(|row| view! { <Row row asked=asked.clone() open/> }).collect_view();
    view! {
        <DataTable name="desk-rail-premises" columns=COLUMNS>
            <tbody>{rows}</tbody>
        </DataTable>
        <div class="data-foot">
            <KeysLine/>
            <Pages
                first=Signal::derive(move || first.as_ref().map(|asked| asked.address(None)))
                next=Signal::derive(move || next.as_ref().map(|asked| asked.address(None)))
            />
        </div>
    }
    .into_any()
}

#[component]
fn Row(row: PremisesView, asked: Asked, open: Memo<Option<PremisesId>>) -> impl IntoView {
    let offices = offices();
    let (id, kind, since) = (row.id, row.kind, row.requested_at);
    let current = move || (open.get() == Some(id)).then_some("true");
    let others = row.others_here;
    let others = move || {
        (others > 0).then(|| {
            let text = t_args("desk-premises-others", &[("count", others.into())]);
            view! { <span class="data-soft">" · "{text}</span> }
        })
    };
    view! {
        <tr aria-current=current>
            <Cell column=SINCE>{move || words::moment_short(since)}</Cell>
            <Cell column=ADDRESS>
                <a class="data-open data-address" href=move || asked.address(Some(id))>
                    {move || words::address_short(offices, &row.address)}
                </a>
                {others}
            </Cell>
            <Cell column=KIND>{move || words::place_kind(kind)}</Cell>
            <Cell column=HOST>
                <span translate="no">{row.host.name}</span>
            </Cell>
            <Cell column=GUESTS>{row.guests.to_string()}</Cell>
        </tr>
    }
}
