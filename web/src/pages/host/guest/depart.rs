//! The guest left, on a day that the host states.
use leptos::{ev, prelude::*};
use shared::{dates, registrations::RecordDeparture};

use super::{super::register::form::checked, change::Change};
use crate::{
    client::{self, clock},
    components::{
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        submit::Submit,
    },
    i18n::wording,
};

const LEFT_ON: &str = "/left_on";

#[component]
pub fn DepartForm(change: Change) -> impl IntoView {
    let errors = FormErrors::new(&[LEFT_ON]);
    let left_on = RwSignal::new(untrack(clock::today).to_string());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = left_on.get_untracked();
        let missing =
            if typed.is_empty() { vec![FieldError::new(LEFT_ON, "needed_left_on")] } else { Vec::new() };
        match checked(RecordDeparture { left_on: typed }, missing) {
            Ok(form) => {
                let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
                change.send(errors, async move { client::registrations::depart(id, seen, &form).await });
            }
            Err(found) => {
                errors.refuse(found);
            }
        }
    };
    let today = Signal::derive(clock::today);
    let earlier = move || dates::parse(&left_on.get()).is_some_and(|day| day < clock::today());
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <DateField at=LEFT_ON label="host-guest-depart-on" value=left_on errors today/>
            <p class="consequence" class:consequence-past=earlier>{wording("host-guest-depart-means")}</p>
            <Submit label="ui-record-departure" busy=change.busy/>
        </form>
    }
}
