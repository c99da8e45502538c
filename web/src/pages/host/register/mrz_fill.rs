//! From the lines of the passport to the fields: what is certain is filled at once, what was typed by hand stays.
use leptos::prelude::*;
use shared::mrz::{self, Fields, Reading, Sex};

use super::{
    answers::{Answers, Source, at},
    entry::Entry,
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
    Effect::new(move || {
        kept.set(reading.with(|reading| fill(entry, reading)));
        reading.with(|reading| ask_for_the_rest(entry, reading));
    });
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

/// What each part of the lines says of the answers.
fn parts(answers: Answers, fields: &Fields) -> Vec<(&'static str, RwSignal<String>, Option<String>)> {
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
    for (at, answer, known) in parts(entry.answers, &reading.fields) {
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
    kept
}

/// Both lines are whole and one part is wrong: its field is asked for.
fn ask_for_the_rest(entry: Entry, reading: &Reading) {
    let whole =
        reading.lines.len() == 2 && reading.lines.iter().all(|line| line.chars().count() == mrz::WIDTH);
    if !whole {
        return;
    }
    let fields = &reading.fields;
    let needed = [
        (at::NUMBER, entry.answers.number, fields.number.is_none(), "needed_number"),
        (at::BIRTH_DATE, entry.answers.birth_date, fields.birth.is_none(), "needed_birth_date"),
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
