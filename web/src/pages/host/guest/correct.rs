//! What was written wrongly is corrected; what will change is shown before it is sent, old and new.
use leptos::{ev, prelude::*};
use shared::registrations::{CorrectRegistration, Guest, RegistrationView, Removable, Visa};

use super::{
    super::{
        register::{
            answers::{Answers, Filled, ORDER, Source, at, of_guest},
            document::GuestFields,
            form,
            stay::{LanguageField, YES_NO},
        },
        words,
    },
    change::Change,
};
use crate::{
    client,
    components::{
        choice_field::RadioField,
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        submit::Submit,
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
    (at::MOVED, "moved"),
    (at::VISA_NUMBER, "visa_number"),
    (at::VISA_UNTIL, "visa_until"),
    (at::ROOM, "room"),
    (at::CONTACT, "contact"),
    (at::LANGUAGE, "language"),
];

/// The answers as the register has them: of the guest, and of this stay.
fn registered(view: &RegistrationView) -> Vec<(&'static str, String)> {
    let visa =
        view.visa.clone().unwrap_or(Visa { number: String::new(), stay_until: String::new(), mrz: None });
    let mut answers = of_guest(view);
    answers.extend([
        (at::NUMBER, view.guest.document.number.clone()),
        (at::ARRIVED_IN_COUNTRY, view.arrived_in_country.to_string()),
        (at::ARRIVED_AT_ADDRESS, view.arrived_at_address.to_string()),
        (at::UNTIL, view.until.to_string()),
        (at::MOVED, if view.moved { "yes" } else { "no" }.to_owned()),
        (at::VISA_NUMBER, visa.number),
        (at::VISA_UNTIL, visa.stay_until),
        (at::ROOM, view.room.clone().unwrap_or_default()),
    ]);
    answers
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
    let mrz = change.file.with_untracked(|view| view.guest.mrz.clone());
    let lines = mrz.clone();
    let changed = Memo::new(move |_| {
        let mut changed = differences(answers, &before);
        let lines_fall = changed.iter().any(|it| form::FROM_MRZ.contains(&it.at));
        let old = lines.clone().filter(|_| lines_fall);
        changed.extend(old.map(|old| Difference { at: at::MRZ, field: "mrz", old, new: String::new() }));
        changed
    });
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let changed = changed.get_untracked();
        if changed.is_empty() {
            return;
        }
        match correction(answers, mrz.clone(), &changed) {
            Ok(form) => {
                let (id, seen) = (change.file.with_untracked(|view| view.id), change.seen());
                change.send(errors, async move { client::registrations::correct(id, seen, &form).await });
            }
            Err(found) => {
                errors.refuse(found);
            }
        }
    };
    let Answers { arrived_in_country, arrived_at_address, moved, visa_number, visa_until, room, .. } =
        answers;
    let Answers { contact, language, .. } = answers;
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
                <TextField at=at::CONTACT label="host-field-contact" value=contact errors optional=true
                    hint="host-guest-correct-contact"/>
                <LanguageField value=language errors/>
            </div>
            <RadioField at=at::MOVED label="host-field-moved-question" value=moved errors choices=YES_NO inline=true
                hint="host-field-moved-hint"/>
            <p class="second">{wording("host-guest-correct-address")}</p>
            <Changes changed/>
            <Submit label="host-guest-correct-send" busy=change.busy/>
        </form>
    }
}

/// The form with what changed, checked by the rules that the server will use again. What was emptied is taken out.
fn correction(
    answers: Answers,
    mrz: Option<String>,
    changed: &[Difference],
) -> Result<CorrectRegistration, Vec<FieldError>> {
    let is = |at: &str| changed.iter().any(|it| it.at == at);
    let guest = changed.iter().any(|it| it.at.starts_with("/guest/"));
    let visa = is(at::VISA_NUMBER) || is(at::VISA_UNTIL);
    let no_visa = [answers.visa_number, answers.visa_until].map(form::text).iter().all(String::is_empty);
    answers.has_visa.set(if visa && !no_visa { "yes" } else { "no" }.to_owned());
    let room = is(at::ROOM).then(|| form::given(answers.room));
    let contact = is(at::CONTACT).then(|| form::given(answers.contact));
    let emptied = [
        (Removable::Visa, visa && no_visa),
        (Removable::Room, room == Some(None)),
        (Removable::Contact, contact == Some(None)),
    ];
    // The lines of the passport hold while nothing that they say was changed.
    let mrz = mrz.filter(|_| !changed.iter().any(|it| form::FROM_MRZ.contains(&it.at)));
    let form = CorrectRegistration {
        guest: guest.then(|| Guest { mrz, ..form::guest(answers, Filled::new()) }),
        arrived_in_country: is(at::ARRIVED_IN_COUNTRY).then(|| form::text(answers.arrived_in_country)),
        arrived_at_address: is(at::ARRIVED_AT_ADDRESS).then(|| form::text(answers.arrived_at_address)),
        until: None,
        visa: form::visa(answers, Filled::new()),
        room: room.flatten(),
        moved: is(at::MOVED).then(|| form::text(answers.moved) == "yes"),
        contact: contact.flatten(),
        language: if is(at::LANGUAGE) { form::text(answers.language).parse().ok() } else { None },
        without: emptied.into_iter().filter_map(|(part, out)| out.then_some(part)).collect(),
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
