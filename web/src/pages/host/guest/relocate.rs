//! The guest goes on to another address of the same host: no new registration is needed.
use leptos::{ev, prelude::*};
use shared::{
    premises::{PremisesState, PremisesView},
    registrations::MoveGuest,
};

use super::{
    super::{register::form::checked, words},
    change::Change,
};
use crate::{
    client::{self, clock},
    components::{
        choice_field::{Choice, SelectField},
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        problem_note::ProblemNote,
        skeleton::Skeleton,
        submit::Submit,
        text_field::TextField,
    },
    i18n::wording,
    offices::{Offices, offices},
};

const PREMISES: &str = "/premises";
const MOVED_ON: &str = "/moved_on";
const ROOM: &str = "/room";

#[component]
pub fn MoveForm(change: Change) -> impl IntoView {
    let own = LocalResource::new(client::premises::all);
    move || match own.get() {
        None => view! { <Skeleton lines=3/> }.into_any(),
        Some(Err(problem)) => {
            view! { <ProblemNote problem retry=Callback::new(move |()| own.refetch())/> }.into_any()
        }
        Some(Ok(all)) => {
            let present = change.file.with(|view| view.premises);
            let others: Vec<_> = all
                .into_iter()
                .filter(|premises| premises.id != present && premises.state != PremisesState::Rejected)
                .collect();
            if others.is_empty() {
                view! { <p class="second">{wording("host-guest-move-nowhere")}</p> }.into_any()
            } else {
                view! { <Moving change others/> }.into_any()
            }
        }
    }
}

#[component]
fn Moving(change: Change, others: Vec<PremisesView>) -> impl IntoView {
    let errors = FormErrors::new(&[PREMISES, MOVED_ON, ROOM]);
    let offices = offices();
    let (premises, room) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let moved_on = RwSignal::new(untrack(clock::today).to_string());
    let choices =
        Signal::derive(move || others.iter().map(|premises| choice(offices, premises)).collect::<Vec<_>>());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let (typed, room) = (moved_on.get_untracked(), room.get_untracked().trim().to_owned());
        let mut missing = Vec::new();
        if typed.is_empty() {
            missing.push(FieldError::new(MOVED_ON, "needed_moved_on"));
        }
        let Ok(premises) = premises.get_untracked().parse() else {
            missing.insert(0, FieldError::new(PREMISES, "needed_premises"));
            errors.refuse(missing);
            return;
        };
        let room = Some(room).filter(|room| !room.is_empty());
        match checked(MoveGuest { premises, moved_on: typed, room }, missing) {
            Ok(form) => {
                let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
                change.send(errors, async move { client::registrations::relocate(id, seen, &form).await });
            }
            Err(found) => drop(errors.refuse(found)),
        }
    };
    let today = Signal::derive(clock::today);
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <SelectField at=PREMISES label="host-guest-move-to" value=premises errors choices/>
            <DateField at=MOVED_ON label="host-guest-moved-on" value=moved_on errors today/>
            <TextField at=ROOM label="host-field-room" value=room errors optional=true/>
            <p class="consequence">{wording("host-guest-move-means")}</p>
            <Submit label="host-guest-move" busy=change.busy/>
        </form>
    }
}

fn choice(offices: Offices, premises: &PremisesView) -> Choice {
    Choice::new(premises.id.to_string(), words::address(offices, &premises.address))
}
