//! From the machine-readable lines to the fields: what is certain is filled at once, what was typed by hand stays.
use leptos::prelude::*;
use shared::mrz::{self, Kind, Reading, Sex};

use super::{
    answers::{Answers, Source, at},
    entry::Entry,
    scanner,
};
use crate::{
    client::clock,
    components::{
        form_errors::{FieldError, id_of},
        icon::{Icon, IconName},
        mrz_box::MrzBox,
        note::Note,
        status_tag::Tone,
    },
    i18n::{t, t_args, wording},
};

/// An answer that the lines know otherwise than the person.
type Kept = (&'static str, RwSignal<String>, String);

/// The box and what follows from it.
#[component]
pub fn MrzPart(entry: Entry) -> impl IntoView {
    let value = entry.answers.mrz;
    let reading = Memo::new(move |_| value.with(|text| mrz::read(text, clock::today())));
    let kept = RwSignal::new(Vec::<Kept>::new());
    let visa_read = visa_taken(entry, reading);
    Effect::new(move || {
        // A visa says nothing of the fields of the document: its lines are on their way to the visa.
        if reading.with(|reading| reading.kind.is_some_and(Kind::is_visa)) {
            return;
        }
        kept.set(reading.with(|reading| fill(entry, reading)));
        reading.with(|reading| ask_for_the_rest(entry, reading));
    });
    let birth_open = Memo::new(move |_| {
        reading.with(|reading| reading.fields.birth.is_some_and(|birth| birth.date().is_none()))
    });
    scanner::follow(value);
    let again = move |_| {
        value.set(String::new());
        entry.begun.update(|begun| *begun += 1);
    };
    let take = move |_| {
        for (at, answer, text) in kept.get_untracked() {
            entry.filled.fill(at, answer, Source::Mrz, &text);
            entry.errors.forget(at);
        }
        kept.set(Vec::new());
    };
    view! {
        <MrzBox at=at::MRZ value reading focus=entry.begun/>
        <div class="mrz-acts">
            <button class="quiet" type="button" on:click=again>
                <Icon name=IconName::Refresh/>
                {wording("mrz-again")}
            </button>
            <button class="quiet" type="button" on:click=move |_| focus_on(at::SURNAME)>{wording("mrz-by-hand")}</button>
        </div>
        <div role="status">
            {move || visa_read.get().then(|| view! {
                <Note icon=IconName::Card tone=Tone::Ok><p>{t("mrz-visa-read")}</p></Note>
            })}
            {move || birth_open.get().then(|| view! {
                <Note icon=IconName::Pen tone=Tone::Warn><p>{t("mrz-birth-open")}</p></Note>
            })}
        </div>
        {move || {
            let count = kept.with(Vec::len);
            (count > 0).then(|| view! {
                <Note icon=IconName::Pen tone=Tone::Warn>
                    <p>{t_args("mrz-kept", &[("count", count.into())])}</p>
                    <button class="quiet" type="button" on:click=take>{t("mrz-take")}</button>
                    <button class="quiet" type="button" on:click=move |_| kept.set(Vec::new())>{t("mrz-keep")}</button>
                </Note>
            })
        }}
    }
}

/// The sound lines of a visa go to the visa, and the box shows again what stood in it before. Whether that was the last
/// that happened.
fn visa_taken(entry: Entry, reading: Memo<Reading>) -> RwSignal<bool> {
    let Answers { mrz: value, has_visa, visa_number, visa_mrz, .. } = entry.answers;
    let (before, taken) = (StoredValue::new(String::new()), RwSignal::new(false));
    Effect::new(move || {
        let reading = reading.get();
        if !reading.kind.is_some_and(Kind::is_visa) {
            before.set_value(value.get_untracked());
            if !reading.is_empty() {
                taken.set(false);
            }
            return;
        }
        let Some(number) = reading.fields.number.as_ref().filter(|_| reading.is_sound()) else { return };
        entry.filled.fill(at::HAS_VISA, has_visa, Source::Mrz, "yes");
        if !entry.filled.by_hand(at::VISA_NUMBER, visa_number) {
            entry.filled.fill(at::VISA_NUMBER, visa_number, Source::Mrz, number);
            entry.errors.forget(at::VISA_NUMBER);
        }
        entry.filled.fill(at::VISA_MRZ, visa_mrz, Source::Mrz, &reading.lines.join("\n"));
        value.set(before.get_value());
        taken.set(before.with_value(String::is_empty));
    });
    Effect::new(move || {
        // The next guest.
        entry.begun.track();
        taken.set(false);
    });
    taken
}

/// What each part of the lines says of the answers.
fn parts(answers: Answers, reading: &Reading) -> Vec<(&'static str, RwSignal<String>, Option<String>)> {
    let fields = &reading.fields;
    let sex = fields.sex.map(|sex| match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Unspecified => "x",
    });
    let birth = fields.birth.and_then(mrz::BirthDate::date);
    vec![
        (at::SURNAME, answers.surname, fields.surname.clone()),
        (at::GIVEN_NAMES, answers.given_names, fields.given_names.clone()),
        (at::CITIZENSHIP, answers.citizenship, fields.nationality.clone()),
        (at::BIRTH_DATE, answers.birth_date, birth.map(|day| day.to_string())),
        (at::SEX, answers.sex, sex.map(str::to_owned)),
        (at::NUMBER, answers.number, fields.number.clone()),
        (at::EXPIRES_ON, answers.expires_on, fields.expiry.map(|day| day.to_string())),
        (at::ISSUER, answers.issuer, fields.issuer.clone()),
    ]
}

/// Fills what is certain; gives what was typed by hand and differs.
fn fill(entry: Entry, reading: &Reading) -> Vec<Kept> {
    let (filled, errors) = (entry.filled, entry.errors);
    let mut kept = Vec::new();
    for (at, answer, known) in parts(entry.answers, reading) {
        match known {
            Some(text) if filled.by_hand(at, answer) && answer.with_untracked(|typed| *typed != text) => {
                kept.push((at, answer, text));
            }
            Some(text) => {
                filled.fill(at, answer, Source::Mrz, &text);
                errors.forget(at);
            }
            // The part is wrong or gone: what it had filled goes with it.
            None if filled.source_now(at, answer) == Some(Source::Mrz) => filled.empty(at, answer),
            None => {}
        }
    }
    fill_kind(entry, reading);
    kept
}

/// A booklet or a card. What was chosen by hand stays: a travel document may be either.
fn fill_kind(entry: Entry, reading: &Reading) {
    let (filled, answer) = (entry.filled, entry.answers.kind);
    if filled.by_hand(at::KIND, answer) {
        return;
    }
    // Refugees and stateless persons have travel documents (ICAO 9303 part 3, section 5).
    let stateless = matches!(reading.fields.nationality.as_deref(), Some("XXA" | "XXB" | "XXC"));
    let (source, kind) = match reading.kind.filter(|_| reading.is_whole()) {
        Some(kind) if kind.is_card() => (Source::Mrz, "identity_card"),
        Some(_) if stateless => (Source::Mrz, "travel_document"),
        Some(_) => (Source::Mrz, "passport"),
        None if filled.source_now(at::KIND, answer) == Some(Source::Mrz) => (Source::Usual, "passport"),
        None => return,
    };
    filled.fill(at::KIND, answer, source, kind);
    entry.errors.forget(at::KIND);
}

/// The lines are whole and one part is wrong or not known: its field is asked for.
fn ask_for_the_rest(entry: Entry, reading: &Reading) {
    if !reading.is_whole() {
        return;
    }
    let fields = &reading.fields;
    let no_birth = fields.birth.and_then(mrz::BirthDate::date).is_none();
    let needed = [
        (at::NUMBER, entry.answers.number, fields.number.is_none(), "needed_number"),
        (at::BIRTH_DATE, entry.answers.birth_date, no_birth, "needed_birth_date"),
        (at::EXPIRES_ON, entry.answers.expires_on, fields.expiry.is_none(), "needed_expires_on"),
    ];
    for (at, answer, missing, code) in needed {
        if missing && answer.with_untracked(String::is_empty) {
            entry.errors.mark(FieldError::new(at, code));
        }
    }
}

fn focus_on(at: &str) {
    use wasm_bindgen::JsCast;
    let field = document().get_element_by_id(&id_of(at));
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}
