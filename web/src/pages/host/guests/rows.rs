//! The rows of a list of guests: a table, on a phone a card each.
use leptos::prelude::*;
use shared::registrations::{RegistrationAction, RegistrationRow};

use super::super::{
    departures::{Departures, State},
    words,
};
use crate::{
    client::clock,
    components::{
        icon::{Icon, IconName},
        note::Note,
        problem_note::ProblemNote,
        status_tag::{StatusTag, Tone},
    },
    i18n::{language, t_args, wording},
    place::href,
};
use shared::texts::format;

#[component]
pub fn Rows(#[prop(into)] rows: Signal<Vec<RegistrationRow>>) -> impl IntoView {
    let heads = [
        "host-guests-column-guest",
        "host-guests-column-citizenship",
        "host-guests-column-room",
        "host-guests-column-until",
        "host-guests-column-state",
        "host-guests-column-act",
    ];
    view! {
        <table class="guests">
            <caption class="govuk-visually-hidden">{wording("host-guests-title")}</caption>
            <thead>
                <tr>{heads.map(|head| view! { <th scope="col">{wording(head)}</th> }).collect_view()}</tr>
            </thead>
            <tbody>
                <For each=move || rows.get() key=|row| (row.id, row.version) children=|row| view! { <Row row/> }/>
            </tbody>
        </table>
    }
}

#[component]
fn Row(row: RegistrationRow) -> impl IntoView {
    let (id, until, room) = (row.id, row.until, row.room.clone());
    let name = words::name(&row.surname, &row.given_names);
    let citizenship = row.citizenship.clone();
    let status = words::status(row.state, row.in_force, until, untrack(clock::today), row.premises_state);
    let left = until.signed_duration_since(untrack(clock::today)).num_days();
    let counted = row.in_force && left >= 0;
    view! {
        <tr>
            <th scope="row" data-label=wording("host-guests-column-guest")>
                <a href=move || href(&format!("/host/guests/{id}")) translate="no">{name}</a>
                <span class="second" translate="no">{row.number.clone()}</span>
            </th>
            <td data-label=wording("host-guests-column-citizenship")>{move || words::country(&citizenship)}</td>
            <td data-label=wording("host-guests-column-room") translate="no">
                {move || room.clone().unwrap_or_else(|| String::from("–"))}
            </td>
            <td data-label=wording("host-guests-column-until") class="number">
                {move || format::date_in_table(language(), until)}
                {counted.then(|| view! {
                    <span class="second">{move || t_args("host-guests-left", &[("days", left.into())])}</span>
                })}
            </td>
            <td data-label=wording("host-guests-column-state")>
                <StatusTag status=String::from(status)/>
            </td>
            <td data-label=wording("host-guests-column-act") class="acts">
                <Acts row/>
            </td>
        </tr>
    }
}

/// What can be done at once; a departure stays undoable for ten seconds.
#[component]
fn Acts(row: RegistrationRow) -> impl IntoView {
    let departures = Departures::here();
    let id = row.id;
    let name = StoredValue::new(words::name(&row.surname, &row.given_names));
    let named = move |key: &'static str| move || t_args(key, &[("name", name.get_value().into())]);
    let can = |action| row.actions.contains(&action);
    let (departs, corrects) = (can(RegistrationAction::Depart), can(RegistrationAction::Correct));
    let row = StoredValue::new(row);
    let state = Memo::new(move |_| departures.of(id));
    // The count in its own closure: the button keeps the focus while the seconds go by.
    let waits = Memo::new(move |_| matches!(state.get(), Some(State::Waits(_))));
    let over = Memo::new(move |_| matches!(state.get(), Some(State::Sent | State::Recorded)));
    let seconds = move || match state.get() {
        Some(State::Waits(seconds)) => seconds,
        _ => 0,
    };
    move || {
        if over.get() {
            return view! { <StatusTag status=String::from("deregistered")/> }.into_any();
        }
        if waits.get() {
            return view! {
                <span class="departing">
                    <Icon name=IconName::Clock/>
                    <span aria-hidden="true" class="number">{seconds}</span>
                    <button class="quiet" type="button" aria-label=named("host-undo-of") autofocus=true
                        on:click=move |_| departures.undo(id)>
                        {wording("host-undo")}
                    </button>
                </span>
            }
            .into_any();
        }
        view! {
            {departs.then(|| view! {
                <button class="quiet" type="button" aria-label=named("host-guests-depart-of")
                    on:click=move |_| row.with_value(|row| departures.record(row))>
                    {wording("ui-record-departure")}
                </button>
            })}
            {corrects.then(|| view! {
                <a aria-label=named("host-guests-dates-of") href=move || href(&format!("/host/guests/{id}#dates"))>
                    {wording("host-guests-dates")}
                </a>
            })}
        }
        .into_any()
    }
}

/// What happened to the departures of this visit.
#[component]
pub fn Told() -> impl IntoView {
    let departures = Departures::here();
    let said = Memo::new(move |_| {
        let last = departures.all().into_iter().next_back()?;
        Some(match last.state {
            // Said once, with the whole time: not at every second.
            State::Waits(_) | State::Sent => (
                IconName::Clock,
                Tone::Warn,
                t_args("host-departing", &[("name", last.name.into()), ("seconds", 10.into())]),
            ),
            State::Undone => {
                (IconName::Refresh, Tone::Info, t_args("host-undone", &[("name", last.name.into())]))
            }
            State::Recorded => (
                IconName::Tick,
                Tone::Ok,
                t_args(
                    "host-departed",
                    &[("name", last.name.into()), ("date", words::day(last.left_on).into())],
                ),
            ),
            State::Refused(_) => return None,
        })
    });
    let refused = Memo::new(move |_| {
        departures
            .all()
            .into_iter()
            .filter_map(|it| match it.state {
                State::Refused(problem) => Some(problem),
                _ => None,
            })
            .next_back()
    });
    view! {
        <div role="status">
            {move || said.get().map(|(icon, tone, text)| view! { <Note icon tone><p>{text}</p></Note> })}
        </div>
        {move || refused.get().map(|problem| view! { <ProblemNote problem/> })}
    }
}
