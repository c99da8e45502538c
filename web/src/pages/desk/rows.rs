//! The desk's table of registrations: the lists, the search and "who is registered here" draw it.
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use shared::{
    ids::PremisesId,
    premises::PremisesState,
    registrations::{RegistrationRow, RegistrationState},
};

use super::words;
use crate::{
    components::{
        data_table::{Cell, Column, DataTable, GhostRows, GroupHead, column, figures},
        status_tag::StatusTag,
    },
    i18n::{t, t_args, wording},
    offices::offices,
    place::href,
};

const RECEIVED: Column = figures("desk-column-received");
const NUMBER: Column = figures("desk-column-number");
const GUEST: Column = column("desk-column-guest");
const CITIZENSHIP: Column = figures("desk-column-citizenship");
const DOCUMENT: Column = figures("desk-column-document");
const ADDRESS: Column = Column { head: "desk-column-address", class: "data-place" };
const HOST: Column = Column { head: "desk-column-host", class: "data-host" };
const STAY: Column = figures("desk-column-stay");
const STATE: Column = Column { head: "desk-column-state", class: "data-state" };
const NEXT: Column = Column { head: "desk-column-next", class: "data-step" };

/// A list leads to the next step; an answer to a search shows the document that was looked for.
const LIST: &[Column] = &[RECEIVED, NUMBER, GUEST, CITIZENSHIP, ADDRESS, HOST, STAY, STATE, NEXT];
const FOUND: &[Column] = &[RECEIVED, NUMBER, GUEST, CITIZENSHIP, DOCUMENT, ADDRESS, HOST, STAY, STATE];

const fn columns(found: bool) -> &'static [Column] {
    if found { FOUND } else { LIST }
}

/// What rows have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// Its address has to be looked at first.
    Unconfirmed,
    Today(NaiveDate),
    Yesterday(NaiveDate),
    Week,
    Earlier,
}

impl Group {
    fn of(row: &RegistrationRow, today: NaiveDate) -> Self {
        // As the server sorts them: also those whose time ran out meanwhile, but none that was closed.
        if row.premises_state == PremisesState::Requested && row.state == RegistrationState::Registered {
            return Self::Unconfirmed;
        }
        let day = words::day_of(row.registered_at);
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        match day {
            day if day >= today => Self::Today(day),
            day if day == before(1) => Self::Yesterday(day),
            day if day >= before(6) => Self::Week,
            _ => Self::Earlier,
        }
    }

    fn title(self) -> String {
        match self {
            Self::Unconfirmed => t("desk-group-unconfirmed"),
            Self::Today(day) => t_args("desk-group-today", &[("date", day.into())]),
            Self::Yesterday(day) => t_args("desk-group-yesterday", &[("date", day.into())]),
            Self::Week => t("desk-group-week"),
            Self::Earlier => t("desk-group-earlier"),
        }
    }
}

/// Rows under their groups: first those whose address waits, then in the order of the server.
#[component]
pub fn RegistrationTable(
    /// Key of the text that names the table.
    name: &'static str,
    rows: Vec<RegistrationRow>,
    /// The whole list is on this page: only then the numbers beside the groups are exact.
    whole: bool,
    /// The answer to a search: not grouped, with the document.
    #[prop(optional)]
    found: bool,
) -> impl IntoView {
    let columns = columns(found);
    let today = words::day_of(words::now());
    let mut groups: Vec<(Option<Group>, Vec<RegistrationRow>)> = Vec::new();
    let mut rows: Vec<_> =
        rows.into_iter().map(|row| ((!found).then(|| Group::of(&row, today)), row)).collect();
    // Stable: within each half the server's order stays.
    rows.sort_by_key(|(group, _)| *group != Some(Group::Unconfirmed));
    for (group, row) in rows {
        match groups.last_mut() {
            Some((last, rows)) if *last == group => rows.push(row),
            _ => groups.push((group, vec![row])),
        }
    }
    let bodies = groups
        .into_iter()
        .map(|(group, rows)| {
            let count = rows.len();
            let note = move || whole.then(|| t_args("desk-group-count", &[("count", count.into())]));
            let head = group.map(|group| {
                view! {
                    <GroupHead
                        span=columns.len()
                        title=Signal::derive(move || group.title())
                        note=Signal::derive(note)
                    />
                }
            });
            view! {
                <tbody>
                    {head}
                    {rows.into_iter().map(|row| view! { <Row row found/> }).collect_view()}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <DataTable name columns>
            {bodies}
        </DataTable>
    }
}

/// The table before its rows have come.
#[component]
pub fn RegistrationGhosts(name: &'static str, #[prop(optional)] found: bool) -> impl IntoView {
    let columns = columns(found);
    view! {
        <DataTable name columns>
            <GhostRows columns=columns.len() rows=16/>
        </DataTable>
    }
}

#[component]
fn Row(row: RegistrationRow, found: bool) -> impl IntoView {
    let offices = offices();
    let id = row.id;
    let status = words::row_status(&row);
    let (received, from, until) = (row.registered_at, row.from, row.until);
    let late = (row.late_days > 0 && status != "registered_late").then_some(row.late_days);
    let late = move || late.map(|days| t_args("desk-late", &[("days", days.into())]));
    let citizenship = row.citizenship.clone();
    let country = move || words::country(&citizenship);
    let place = row.address.clone();
    let waits = row.premises_state == PremisesState::Requested
        && row.state == RegistrationState::Registered
        && row.in_force;
    let premises = row.premises;
    view! {
        <tr>
            <Cell column=RECEIVED>{move || words::moment_short(received)}</Cell>
            <Cell column=NUMBER>
                <a class="data-open" href=move || href(&format!("/desk/registrations/{id}"))>
                    {row.number}
                </a>
            </Cell>
            <Cell column=GUEST class="data-strong">
                <span translate="no">{words::name(&row.surname, &row.given_names)}</span>
            </Cell>
            <Cell column=CITIZENSHIP>
                <abbr title=country>{row.citizenship}</abbr>
            </Cell>
            {found
                .then(|| {
                    view! {
                        <Cell column=DOCUMENT>
                            <span translate="no">{row.document_number}</span>
                        </Cell>
                    }
                })}
            <Cell column=ADDRESS>{move || words::address_short(offices, &place)}</Cell>
            <Cell column=HOST>
                <span translate="no">{row.host}</span>
            </Cell>
            <Cell column=STAY>{move || words::period_short(from, until)}</Cell>
            <Cell column=STATE>
                <StatusTag status/>
                {move || late().map(|late| view! { <span class="data-soft data-below">{late}</span> })}
            </Cell>
            {(!found)
                .then(|| {
                    view! {
                        <Cell column=NEXT>{waits.then(|| view! { <ToAddress premises/> })}</Cell>
                    }
                })}
        </tr>
    }
}

#[component]
fn ToAddress(premises: PremisesId) -> impl IntoView {
    view! { <a href=move || href(&format!("/desk/premises?id={premises}"))>{wording("desk-row-address")}</a> }
}
