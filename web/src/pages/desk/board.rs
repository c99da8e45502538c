//! `/desk/board`: how the department's work stands, for its supervisor: what waits, since when, and who looked at what.
use leptos::prelude::*;
use shared::premises::{Board, OfficerCount, PremisesState, PremisesView};

use super::words;
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, column, figures},
        desk_shell::reload,
        page_title::PageTitle,
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        skeleton::Skeleton,
    },
    i18n::wording,
    offices::offices,
    place::{href, way},
};

/// So many of the oldest are shown; the whole list is one link away.
const OLDEST: usize = 5;

const SINCE: Column = figures("desk-premises-column-since");
const ADDRESS: Column = column("field-address");
const HOST: Column = column("desk-column-host");
const GUESTS: Column = figures("desk-premises-column-guests");
const REQUESTS: &[Column] = &[SINCE, ADDRESS, HOST, GUESTS];

const OFFICER: Column = column("desk-board-officer");
const CONFIRMED: Column = figures("desk-board-confirmed");
const REJECTED: Column = figures("desk-board-rejected");
const OFFICERS: &[Column] = &[OFFICER, CONFIRMED, REJECTED];

/// Fetches the numbers and the oldest requests; each part fails alone.
#[component]
pub fn BoardPage() -> impl IntoView {
    let again = reload();
    let board = LocalResource::new(move || {
        again.track();
        client::premises::board()
    });
    let oldest = LocalResource::new(move || {
        again.track();
        client::premises::list(Some(PremisesState::Requested), None)
    });
    let names = offices();
    // Both parts are drawn together, with the names of places: on a phone one stands below the other.
    let here = move || oldest.get().zip(board.get()).filter(|_| names.settled());
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("desk-board-title"))/>
            <p>{wording("desk-board-lead")}</p>
        </div>
        {move || match here() {
            None => view! { <Skeleton lines=14/> }.into_any(),
            Some((oldest, board)) => view! {
                <div class="desk-columns desk-board">
                    <section class="desk-panel">
                        <header><h2>{wording("desk-board-oldest")}</h2></header>
                        {match oldest {
                            Err(problem) => view! { <ProblemNote problem/> }.into_any(),
                            Ok(page) => view! { <Oldest rows=page.items/> }.into_any(),
                        }}
                    </section>
                    <div>
                        {match board {
                            Err(problem) => view! { <ProblemNote problem/> }.into_any(),
                            Ok(board) => view! { <Numbers board/> }.into_any(),
                        }}
                    </div>
                </div>
            }
            .into_any(),
        }}
    }
}

#[component]
fn Oldest(rows: Vec<PremisesView>) -> impl IntoView {
    let offices = offices();
    if rows.is_empty() {
        return view! { <EmptyList title="desk-premises-empty-requested" next="desk-premises-empty-next"/> }
            .into_any();
    }
    let row = move |row: PremisesView| {
        let (id, since) = (row.id, row.requested_at);
        view! {
            <tr>
                <Cell column=SINCE>{move || words::moment_short(since)}</Cell>
                <Cell column=ADDRESS>
                    <a class="data-open data-address" href=move || href(&format!("/desk/premises?id={id}"))>
                        {move || words::address_short(offices, &row.address)}
                    </a>
                </Cell>
                <Cell column=HOST>
                    <span translate="no">{row.host.name}</span>
                </Cell>
                <Cell column=GUESTS>{row.guests.to_string()}</Cell>
            </tr>
        }
    };
    view! {
        <DataTable name="desk-board-oldest" columns=REQUESTS>
            <tbody>{rows.into_iter().take(OLDEST).map(row).collect_view()}</tbody>
        </DataTable>
        <p class="desk-panel-body">
            <a href=way("/desk/premises")>{wording("desk-board-all")}</a>
        </p>
    }
    .into_any()
}

#[component]
fn Numbers(board: Board) -> impl IntoView {
    let Board { waiting, waiting_over_week, guests_waiting, officers } = board;
    let pairs = move || {
        vec![
            Pair::new("desk-board-waiting", waiting.to_string()),
            Pair::new("desk-board-over-week", waiting_over_week.to_string()),
            Pair::new("desk-board-guests", guests_waiting.to_string()),
        ]
    };
    let row = |OfficerCount { name, confirmed, rejected }: OfficerCount| {
        view! {
            <tr>
                <Cell column=OFFICER>
                    <span translate="no">{name}</span>
                </Cell>
                <Cell column=CONFIRMED>{confirmed.to_string()}</Cell>
                <Cell column=REJECTED>{rejected.to_string()}</Cell>
            </tr>
        }
    };
    view! {
        <section class="desk-panel">
            <header><h2>{wording("desk-board-now")}</h2></header>
            <Pairs pairs=Signal::derive(pairs)/>
        </section>
        <section class="desk-panel">
            <header><h2>{wording("desk-board-officers")}</h2></header>
            {if officers.is_empty() {
                view! { <p class="desk-panel-body">{wording("desk-board-nobody")}</p> }.into_any()
            } else {
                view! {
                    <DataTable name="desk-board-officers" columns=OFFICERS>
                        <tbody>{officers.into_iter().map(row).collect_view()}</tbody>
                    </DataTable>
                }
                .into_any()
            }}
        </section>
    }
}
