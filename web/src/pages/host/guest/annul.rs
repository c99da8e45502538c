//! As if it had never been: the consequence stands before the button (P20).
use leptos::{ev, prelude::*};
use shared::registrations::{AnnulReason, AnnulRegistration};

use super::change::Change;
use crate::{
    client,
    components::{
        choice_field::RadioField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        icon::IconName,
        note::Note,
        status_tag::Tone,
    },
    i18n::wording,
};

const REASON: &str = "/reason";
const REASONS: &[(&str, &str, Option<&str>)] = &[
    ("never_came", "host-guest-annul-never_came", None),
    ("wrong_guest", "host-guest-annul-wrong_guest", None),
    ("entered_twice", "host-guest-annul-entered_twice", None),
];

#[component]
pub fn AnnulForm(change: Change) -> impl IntoView {
    let errors = FormErrors::new(&[REASON]);
    let reason = RwSignal::new(String::new());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen = reason.with_untracked(|code| match code.as_str() {
            "never_came" => Some(AnnulReason::NeverCame),
            "wrong_guest" => Some(AnnulReason::WrongGuest),
            "entered_twice" => Some(AnnulReason::EnteredTwice),
            _ => None,
        });
        let Some(reason) = chosen else {
            errors.refuse(vec![FieldError::new(REASON, "needed_reason")]);
            return;
        };
        let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
        let form = AnnulRegistration { reason };
        change.send(errors, async move { client::registrations::annul(id, seen, &form).await });
    };
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <RadioField at=REASON label="host-guest-annul-why" value=reason errors choices=REASONS/>
            <Note icon=IconName::Warning tone=Tone::Bad>
                <p>{wording("host-guest-annul-means")}</p>
            </Note>
            <button class="govuk-button govuk-button--warning" type="submit"
                aria-busy=move || change.busy.get().then_some("true")>
                {wording("host-guest-annul")}
            </button>
        </form>
    }
}
