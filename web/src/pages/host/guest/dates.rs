//! The guest stays longer: an extension, beyond the visa or the visa-free time with the Service's decision. Shorter: a
//! correction of the last day.
use leptos::{ev, prelude::*};
use shared::{
    dates,
    registrations::{CorrectRegistration, ExtendRegistration, StayDecision},
};

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
        text_field::TextField,
    },
    i18n::{t_args, wording},
};

const UNTIL: &str = "/until";
const NUMBER: &str = "/decision/number";
const STAY_UNTIL: &str = "/decision/stay_until";

#[component]
pub fn DatesForm(change: Change) -> impl IntoView {
    let errors = FormErrors::new(&[UNTIL, NUMBER, STAY_UNTIL]);
    let until = RwSignal::new(change.file.with_untracked(|view| view.until.to_string()));
    let (number, stay_until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let latest = Signal::derive(move || {
        let day = change.file.with(|view| view.latest_until);
        Some(t_args("host-guest-dates-lead", &[("date", words::day(day).into())]))
    });
    let later_than =
        move |bound: chrono::NaiveDate| dates::parse(&until.get()).is_some_and(|day| day > bound);
    // Once shown it stays: what was typed is not taken away while the day is being corrected.
    let decided = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || later_than(change.file.with(|view| view.latest_until))
    });
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = until.get_untracked();
        let mut missing = Vec::new();
        if typed.is_empty() {
            missing.push(FieldError::new(UNTIL, "needed_until"));
        }
        let (id, seen, before) = change.file.with_untracked(|view| (view.id, change.seen(), view.until));
        let longer = dates::parse(&typed).is_some_and(|day| day > before);
        let (number, stay_until) = (bare(&number.get_untracked()), stay_until.get_untracked());
        let needed = longer && change.file.with_untracked(|view| untrack(|| later_than(view.latest_until)));
        if needed && number.is_empty() {
            missing.push(FieldError::new(NUMBER, "needed_decision"));
        }
        if needed && stay_until.is_empty() {
            missing.push(FieldError::new(STAY_UNTIL, "needed_decision_until"));
        }
        if !longer {
            match checked(CorrectRegistration { until: Some(typed), ..Default::default() }, missing) {
                Ok(form) => {
                    change.send(errors, async move { client::registrations::correct(id, seen, &form).await });
                }
                Err(found) => drop(errors.refuse(found)),
            }
            return;
        }
        let decision = needed.then_some(StayDecision { number, stay_until });
        match checked(ExtendRegistration { until: typed, decision }, missing) {
            Ok(form) => {
                change.send(errors, async move { client::registrations::extend(id, seen, &form).await });
            }
            Err(found) => drop(errors.refuse(found)),
        }
    };
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <DateField at=UNTIL label="field-departure-date" value=until errors hint_text=latest/>
            {move || decided.get().then(|| view! {
                <fieldset class="govuk-fieldset decision-part">
                    <legend class="govuk-fieldset__legend">{wording("host-guest-decision")}</legend>
                    <p class="govuk-hint">{wording("host-guest-decision-lead")}</p>
                    <TextField at=NUMBER label="host-guest-decision-number" value=number errors
                        hint="host-guest-decision-number-hint"/>
                    <DateField at=STAY_UNTIL label="host-guest-decision-until" value=stay_until errors/>
                </fieldset>
            })}
            <p class="consequence">{wording("host-guest-dates-means")}</p>
            <Submit label="host-guest-dates-send" busy=change.busy/>
        </form>
    }
}

/// `mom 001-2345` as the Service writes it.
fn bare(typed: &str) -> String {
    typed.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_ascii_uppercase()
}
