//! The guest stays longer or shorter: a correction of the last day.
use leptos::{ev, prelude::*};
use shared::registrations::CorrectRegistration;

use super::{
    super::{register::form::checked, words},
    change::Change,
};
use crate::{
    client,
    components::{
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        submit::Submit,
    },
    i18n::{t_args, wording},
};

const UNTIL: &str = "/until";

#[component]
pub fn DatesForm(change: Change) -> impl IntoView {
    let errors = FormErrors::new(&[UNTIL]);
    let until = RwSignal::new(change.file.with_untracked(|view| view.until.to_string()));
    let latest = Signal::derive(move || {
        let day = change.file.with(|view| view.latest_until);
        Some(t_args("host-guest-dates-lead", &[("date", words::day(day).into())]))
    });
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = until.get_untracked();
        let missing =
            if typed.is_empty() { vec![FieldError::new(UNTIL, "needed_until")] } else { Vec::new() };
        match checked(CorrectRegistration { until: Some(typed), ..Default::default() }, missing) {
            Ok(form) => {
                let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
                change.send(errors, async move { client::registrations::correct(id, seen, &form).await });
            }
            Err(found) => {
                errors.refuse(found);
            }
        }
    };
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <DateField at=UNTIL label="field-departure-date" value=until errors hint_text=latest/>
            <p class="consequence">{wording("host-guest-dates-means")}</p>
            <Submit label="host-guest-dates-send" busy=change.busy/>
        </form>
    }
}
