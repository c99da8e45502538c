//! What was written wrongly is corrected; what will change is shown before it is sent, old and new.
use leptos::{ev, prelude::*};
use shared::registrations::{CorrectRegistration, RegistrationView, Visa};

use super::{
    super::{
        register::{
            answers::{Answers, Filled, ORDER, Source, at},
            document::GuestFields,
            form,
        },
        words,
    },
    change::Change,
};
use crate::{
    client,
    components::{
        date_field::DateField, error_summary::ErrorSummary, form_errors::FormErrors, submit::Submit,
        text_field::TextField,
    },
    i18n::{t, wording},
};

/// The name on the wire of an answer that a correction can change, for the words of the change.
const FIELDS: &[(&str, &str)] = &[
    (at::SURNAME, "surname"),
    (at::GIVEN_NAMES, "given_names"),
    (at::CITIZENSHIP, "citizenship"),
    (at::BIRTH_DATE, "birth_date"),
    (at::NUMBER, "document_number"),
    (at::EXPIRES_ON, "document_expires_on"),
    (at::SEX, "sex"),
    (at::ISSUER, "document_issuer"),
    (at::KIND, "document_kind"),
    (at::ARRIVED_IN_COUNTRY, "arrived_in_country"),
    (at::ARRIVED_AT_ADDRESS, "arrived_at_address"),
    (at::VISA_NUMBER, "visa_number"),
    (at::VISA_UNTIL, "visa_until"),
    (at::ROOM, "room"),
];

/// The answers as the register has them.
fn registered(view: &RegistrationView) -> Vec<(&'static str, String)> {
    let guest = &view.guest;
    let visa = view.visa.clone().unwrap_or(Visa { number: String::new(), stay_until: String::new() });
    vec![
        (at::SURNAME, guest.surname.clone()),
        (at::GIVEN_NAMES, guest.given_names.clone()),
        (at::CITIZENSHIP, guest.citizenship.clone()),
        (at::BIRTH_DATE, guest.birth_date.clone()),
        (at::SEX, guest.sex.to_string()),
        (at::KIND, guest.document.kind.to_string()),
        (at::NUMBER, guest.document.number.clone()),
        (at::EXPIRES_ON, guest.document.expires_on.clone()),
        (at::ISSUER, guest.document.issuer.clone()),
        (at::ARRIVED_IN_COUNTRY, view.arrived_in_country.to_string()),
        (at::ARRIVED_AT_ADDRESS, view.arrived_at_address.to_string()),
        (at::UNTIL, view.until.to_string()),
        (at::VISA_NUMBER, visa.number),
        (at::VISA_UNTIL, visa.stay_until),
        (at::ROOM, view.room.clone().unwrap_or_default()),
    ]
}

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    at: &'static str,
    field: &'static str,
    old: String,
    new: String,
}

/// What differs now; tracked.
fn differences(answers: Answers, before: &[(&'static str, String)]) -> Vec<Difference> {
    let old = |at: &str| {
        before.iter().find(|(known, _)| *known == at).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let all = answers.all();
    FIELDS
        .iter()
        .filter_map(|(at, field)| {
            let (_, answer) = all.iter().find(|(known, _)| known == at)?;
            let (old, new) = (old(at), answer.with(|text| text.trim().to_owned()));
            (old != new).then_some(Difference { at, field, old, new })
        })
        .collect()
}

#[component]
pub fn CorrectForm(change: Change) -> impl IntoView {
    let (answers, filled) = (Answers::new(), Filled::new());
    let errors = FormErrors::new(ORDER);
    let before = change.file.with_untracked(registered);
    for (at, answer) in answers.all() {
        if let Some((_, text)) = before.iter().find(|(known, _)| *known == at) {
            filled.fill(at, answer, Source::Usual, text);
        }
    }
    // Also where there was a visa: one that had none may get one.
    answers
        .has_visa
        .set(if answers.visa_number.with_untracked(String::is_empty) { "no" } else { "yes" }.to_owned());
    let changed = Memo::new(move |_| differences(answers, &before));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let changed = changed.get_untracked();
        if changed.is_empty() {
            return;
        }
        match correction(answers, filled, &changed) {
            Ok(form) => {
                let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
                change.send(errors, async move { client::registrations::correct(id, seen, &form).await });
            }
            Err(found) => {
                errors.refuse(found);
            }
        }
    };
    let Answers { arrived_in_country, arrived_at_address, visa_number, visa_until, room, .. } = answers;
    view! {
        <form novalidate on:submit=send>
            <p>{wording("host-guest-correct-lead")}</p>
            <ErrorSummary errors kept="host-register-kept"/>
            <GuestFields answers filled errors/>
            <div class="field-pairs">
                <DateField at=at::ARRIVED_IN_COUNTRY label="field-arrival-date" value=arrived_in_country errors/>
                <DateField at=at::ARRIVED_AT_ADDRESS label="field-arrival-at-address" value=arrived_at_address errors/>
                <TextField at=at::VISA_NUMBER label="field-visa-number" value=visa_number errors optional=true/>
                <DateField at=at::VISA_UNTIL label="host-field-visa-until" value=visa_until errors optional=true/>
                <TextField at=at::ROOM label="host-field-room" value=room errors optional=true/>
            </div>
            <Changes changed/>
            <Submit label="host-guest-correct-send" busy=change.busy/>
        </form>
    }
}

/// The form with what changed, checked by the rules that the server will use again.
fn correction(
    answers: Answers,
    filled: Filled,
    changed: &[Difference],
) -> Result<CorrectRegistration, Vec<crate::components::form_errors::FieldError>> {
    let is = |at: &str| changed.iter().any(|it| it.at == at);
    let guest = changed.iter().any(|it| it.at.starts_with("/guest/"));
    let visa = is(at::VISA_NUMBER) || is(at::VISA_UNTIL);
    answers.has_visa.set(if visa { "yes" } else { "no" }.to_owned());
    let form = CorrectRegistration {
        guest: guest.then(|| form::guest(answers, filled)),
        arrived_in_country: is(at::ARRIVED_IN_COUNTRY).then(|| form::text(answers.arrived_in_country)),
        arrived_at_address: is(at::ARRIVED_AT_ADDRESS).then(|| form::text(answers.arrived_at_address)),
        until: None,
        visa: form::visa(answers),
        room: is(at::ROOM).then(|| form::text(answers.room)),
    };
    form::checked(form, form::missing(answers))
}

/// Field, before, now.
#[component]
fn Changes(changed: Memo<Vec<Difference>>) -> impl IntoView {
    let line = |it: Difference| {
        view! {
            <div>
                <dt>{words::field(it.field)}</dt>
                <dd>
                    <span class="change-was">
                        <span class="govuk-visually-hidden">{t("host-guest-change-was")}": "</span>
                        <del translate="no">{words::value(it.field, &it.old)}</del>
                    </span>
                    <span aria-hidden="true">" → "</span>
                    <span class="change-now">
                        <span class="govuk-visually-hidden">{t("host-guest-change-now")}": "</span>
                        <ins translate="no">{words::value(it.field, &it.new)}</ins>
                    </span>
                </dd>
            </div>
        }
    };
    view! {
        <div class="changes" role="status">
            <h3>{wording("host-guest-correct-changes")}</h3>
            {move || {
                let list = changed.get();
                if list.is_empty() {
                    view! { <p class="second">{t("host-guest-correct-none")}</p> }.into_any()
                } else {
                    view! { <dl class="receipt-facts">{list.into_iter().map(line).collect_view()}</dl> }.into_any()
                }
            }}
        </div>
    }
}
