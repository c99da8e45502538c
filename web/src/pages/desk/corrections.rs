//! `/desk/corrections?view=&id=`: what people asked to have put right or taken out, and the open request beside the list.
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{corrections::CorrectionRow, ids::CorrectionId, page::Page, problem::Problem};

use super::{correction::CorrectionPanel, words};
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, GhostRows, Pages, column, figures},
        desk_keys::KeysLine,
        desk_shell::reload,
        filters::{Segment, Segments},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        status_tag::StatusTag,
    },
    i18n::{t, wording},
    pages::my::correction_words::field_name,
    place::href,
    session::session,
    spot,
};

const BY: Column = figures("desk-corrections-column-by");
const WHO: Column = column("desk-corrections-column-who");
const WHAT: Column = column("desk-corrections-column-what");
const STATE: Column = column("desk-corrections-column-state");
const COLUMNS: &[Column] = &[BY, WHO, WHAT, STATE];

/// Which list, from which row on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    answered: bool,
    cursor: Option<String>,
}

impl Asked {
    fn address(&self, open: Option<CorrectionId>) -> String {
        let view = if self.answered { "answered" } else { "waiting" };
        let cursor = self.cursor.as_deref().map(js_sys::encode_uri_component);
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        let open = open.map(|id| format!("&id={id}")).unwrap_or_default();
        href(&format!("/desk/corrections?view={view}{cursor}{open}"))
    }
}

/// The list, and beside it the request that is open.
#[component]
pub fn CorrectionsPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let answered = query.get("view").is_some_and(|view| view == "answered");
        Asked { answered, cursor: query.get("cursor") }
    });
    let open = Memo::new(move |_| query.read().get("id").and_then(|id| id.parse::<CorrectionId>().ok()));
    let reload = reload();
    let rows = LocalResource::new(move || {
        let asked = asked.get();
        reload.track();
        async move {
            let rows = client::corrections::list(asked.answered, asked.cursor.as_deref()).await;
            (asked, rows)
        }
    });
    let here = move || rows.get().filter(|(of, _)| *of == asked.get());
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
                    None => view! { <p class="desk-choose">{wording("desk-corrections-choose")}</p> }.into_any(),
                    Some(id) => view! { <CorrectionPanel id close/> }.into_any(),
                }}
            </div>
        </div>
    }
}

#[component]
fn Head(asked: Memo<Asked>) -> impl IntoView {
    let session = session();
    let title = move || {
        t(if asked.read().answered {
            "desk-corrections-title-answered"
        } else {
            "desk-corrections-title-waiting"
        })
    };
    let choices = move || {
        let waiting = session.me().map_or(0, |me| me.counts.corrections);
        let segment = |(answered, text): (bool, &'static str)| Segment {
            text,
            href: Asked { answered, cursor: None }.address(None),
            count: if answered { 0 } else { waiting },
            current: answered == asked.read().answered,
        };
        vec![
            segment((false, "desk-rail-corrections-waiting")),
            segment((true, "desk-rail-corrections-answered")),
        ]
    };
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(title)/>
            <p>{wording("desk-corrections-lead")}</p>
        </div>
        <div class="desk-tools">
            <Segments name="desk-segments" choices=Signal::derive(choices)/>
        </div>
    }
}

#[component]
fn Ghosts() -> impl IntoView {
    view! {
        <DataTable name="desk-rail-corrections" columns=COLUMNS>
            <GhostRows columns=COLUMNS.len() rows=12/>
        </DataTable>
    }
}

#[component]
fn List(
    asked: Asked,
    rows: Result<Page<CorrectionRow>, Problem>,
    open: Memo<Option<CorrectionId>>,
) -> impl IntoView {
    let page = match rows {
        Ok(page) => page,
        Err(problem) => return view! { <NotLoaded problem/> }.into_any(),
    };
    if page.items.is_empty() {
        return view! { <EmptyList title="desk-corrections-empty" next="desk-corrections-empty-next"/> }
            .into_any();
    }
    let rows = page.items.len();
    Effect::new(move || spot::stand(rows, spot::left()));
    on_cleanup(spot::gone);
    let first = asked.cursor.is_some().then(|| Asked { cursor: None, ..asked.clone() });
    let next = page.next.map(|cursor| Asked { cursor: Some(cursor), ..asked.clone() });
    let rows = page.items.into_iter().map(|row| view! { <Row row asked=asked.clone() open/> }).collect_view();
    view! {
        <DataTable name="desk-rail-corrections" columns=COLUMNS>
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
fn Row(row: CorrectionRow, asked: Asked, open: Memo<Option<CorrectionId>>) -> impl IntoView {
    let (id, by, field, kind) = (row.id, row.answer_by, row.field, row.kind);
    let status = format!("correction_{}", row.state);
    let current = move || (open.get() == Some(id)).then_some("true");
    view! {
        <tr aria-current=current>
            <Cell column=BY>{move || words::day(by)}</Cell>
            <Cell column=WHO>
                <a class="data-open" href=move || asked.address(Some(id)) translate="no">
                    {words::name(&row.surname, &row.given_names)}
                </a>
            </Cell>
            <Cell column=WHAT>
                {move || field_name(field)}
                <span class="data-soft">" · " {move || t(&format!("correction-kind-{kind}"))}</span>
            </Cell>
            <Cell column=STATE>
                <StatusTag status/>
            </Cell>
        </tr>
    }
}
