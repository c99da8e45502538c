//! Part 1: the guest and the travel document, from its machine-readable lines or typed.
use leptos::prelude::*;

use super::{
    answers::{Answers, Filled, Source, at},
    entry::Entry,
    known::KnownGuest,
    mrz_fill::MrzPart,
};
use crate::{
    components::{
        choice_field::{Choice, SelectField},
        country_field::CountryField,
        date_field::DateField,
        form_errors::FormErrors,
        text_field::TextField,
    },
    i18n::{t, wording},
    pages::host::words,
};

/// The lines first: the focus is there when the page opens.
#[component]
pub fn DocumentPart(entry: Entry) -> impl IntoView {
    view! {
        <section class="form-part" aria-labelledby="part-document">
            <h2 id="part-document">
                <span class="part-number" aria-hidden="true">"1"</span>
                {wording("host-register-document")}
            </h2>
            <MrzPart entry/>
            // At the counter nothing is looked up while a passport is being typed: each look is somebody's log.
            {(!entry.counter).then(|| view! { <KnownGuest entry/> })}
            <GuestFields answers=entry.answers filled=entry.filled errors=entry.errors/>
        </section>
    }
}

/// Where an answer came from, in words.
pub fn source_words(filled: Filled, at: &'static str, answer: RwSignal<String>) -> Signal<Option<String>> {
    // Nothing comes from nowhere: an empty answer names no source.
    let source = move || filled.source(at, answer).filter(|_| answer.with(|text| !text.is_empty()));
    Signal::derive(move || source().and_then(Source::text).map(t))
}

/// The fields of the guest and the document; a correction shows them too.
#[component]
pub fn GuestFields(answers: Answers, filled: Filled, errors: FormErrors) -> impl IntoView {
    let Answers {
        surname, given_names, citizenship, birth_date, sex, kind, number, expires_on, issuer, ..
    } = answers;
    let from = move |at, answer| source_words(filled, at, answer);
    let sexes = Signal::derive(|| {
        ["male", "female", "x"].map(|code| Choice::new(code, t(words::sex_key(code)))).to_vec()
    });
    let kinds = Signal::derive(|| {
        ["passport", "travel_document", "identity_card"]
            .map(|code| Choice::new(code, t(&format!("host-document-{code}"))))
            .to_vec()
    });
    // The issuer is nearly always the country of citizenship.
    Effect::new(move || {
        let citizenship = citizenship.get();
        let follows = filled.source_now(at::ISSUER, issuer) == Some(Source::Citizenship);
        if follows || issuer.with_untracked(String::is_empty) {
            filled.fill(at::ISSUER, issuer, Source::Citizenship, &citizenship);
            errors.forget(at::ISSUER);
        }
    });
    view! {
        <div class="field-pairs">
            <TextField at=at::SURNAME label="field-surname" value=surname errors source=from(at::SURNAME, surname)/>
            <TextField at=at::GIVEN_NAMES label="field-name" value=given_names errors optional=true
                hint="host-field-given-names-hint" source=from(at::GIVEN_NAMES, given_names)/>
            <CountryField at=at::CITIZENSHIP label="field-citizenship" value=citizenship errors
                source=from(at::CITIZENSHIP, citizenship)/>
            <DateField at=at::BIRTH_DATE label="field-birth-date" value=birth_date errors
                source=from(at::BIRTH_DATE, birth_date)/>
            <TextField at=at::NUMBER label="field-passport-number" value=number errors source=from(at::NUMBER, number)/>
            <DateField at=at::EXPIRES_ON label="field-expiry-date" value=expires_on errors
                source=from(at::EXPIRES_ON, expires_on)/>
            <SelectField at=at::SEX label="field-sex" value=sex errors choices=sexes none="host-field-choose"
                source=from(at::SEX, sex)/>
            <CountryField at=at::ISSUER label="field-document-country" value=issuer errors
                source=from(at::ISSUER, issuer)/>
            <SelectField at=at::KIND label="field-document-type" value=kind errors choices=kinds
                none="host-field-choose" source=from(at::KIND, kind)/>
        </div>
    }
}
