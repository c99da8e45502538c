//! Part 2: when the guest came, until when, and to which of the host's addresses.
use leptos::prelude::*;
use shared::{
    premises::{PremisesState, PremisesView},
    texts::Lang,
};

use super::{
    answers::{Answers, at},
    aside,
    document::source_words,
    entry::Entry,
};
use crate::{
    components::{
        choice_field::{Choice, RadioField, SelectField},
        date_field::DateField,
        form_errors::FormErrors,
        icon::IconName,
        note::Note,
        status_tag::Tone,
        text_field::TextField,
    },
    i18n::{t, t_args, wording},
    offices::{Offices, offices},
    pages::host::words,
};

/// Yes or no.
pub const YES_NO: &[(&str, &str, Option<&str>)] = &[("no", "ui-no", None), ("yes", "ui-yes", None)];

#[component]
pub fn StayPart(entry: Entry, premises: Signal<Vec<PremisesView>>) -> impl IntoView {
    let Answers { arrived_in_country, arrived_at_address, until, room, moved, contact, language, .. } =
        entry.answers;
    let (errors, filled) = (entry.errors, entry.filled);
    let latest = aside::latest_until(entry.answers);
    let latest_words = Signal::derive(move || {
        Some(match latest.get() {
            Some(day) => t_args("host-field-until-latest", &[("date", words::day(day).into())]),
            None => t("host-field-until-hint"),
        })
    });
    view! {
        <section class="form-part" aria-labelledby="part-stay">
            <h2 id="part-stay">
                <span class="part-number" aria-hidden="true">"2"</span>
                {wording("host-register-stay")}
            </h2>
            <div class="field-pairs">
                <DateField at=at::ARRIVED_IN_COUNTRY label="field-arrival-date" value=arrived_in_country errors
                    hint="host-field-arrival-hint"
                    source=source_words(filled, at::ARRIVED_IN_COUNTRY, arrived_in_country)/>
                <DateField at=at::ARRIVED_AT_ADDRESS label="field-arrival-at-address" value=arrived_at_address errors
                    hint="host-field-arrived-hint"
                    source=source_words(filled, at::ARRIVED_AT_ADDRESS, arrived_at_address)/>
                <DateField at=at::UNTIL label="field-departure-date" value=until errors hint_text=latest_words
                    source=source_words(filled, at::UNTIL, until)/>
                <TextField at=at::ROOM label="host-field-room" value=room errors optional=true
                    hint="host-field-room-hint"/>
            </div>
            <PremisesField entry premises/>
            <VisaFields entry/>
            <RadioField at=at::MOVED label="host-field-moved-question" value=moved errors choices=YES_NO inline=true
                hint="host-field-moved-hint"/>
            <div class="field-pairs">
                <TextField at=at::CONTACT label="host-field-contact" value=contact errors optional=true
                    hint="host-field-contact-hint" source=source_words(filled, at::CONTACT, contact)/>
                <LanguageField value=language errors hint="host-field-language-hint"
                    source=source_words(filled, at::LANGUAGE, language)/>
            </div>
        </section>
    }
}

/// In which language the guest is written to; each by its own name.
#[component]
pub fn LanguageField(
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let choices = Lang::ALL.map(|lang| Choice::new(lang.code(), lang.own_name())).to_vec();
    let source = source.unwrap_or_else(|| Signal::stored(None));
    let hint_text = Signal::derive(move || hint.map(t));
    view! {
        <SelectField at=at::LANGUAGE label="host-field-language" value errors choices=Signal::stored(choices) none=""
            hint_text source/>
    }
}

/// A visa limits the registration (MC 21.5).
#[component]
fn VisaFields(entry: Entry) -> impl IntoView {
    let Answers { has_visa, visa_number, visa_until, .. } = entry.answers;
    let errors = entry.errors;
    let asked = Memo::new(move |_| has_visa.with(|answer| answer == "yes"));
    view! {
        <RadioField at=at::HAS_VISA label="host-field-visa-question" value=has_visa errors choices=YES_NO inline=true
            hint="host-field-visa-hint"/>
        {move || {
            asked.get().then(|| view! {
                <div class="field-pairs field-pairs-inset">
                    <TextField at=at::VISA_NUMBER label="field-visa-number" value=visa_number errors/>
                    <DateField at=at::VISA_UNTIL label="host-field-visa-until" value=visa_until errors/>
                </div>
            })
        }}
    }
}

/// Confirmed addresses first; what an unconfirmed one means is said before it is chosen for good.
#[component]
fn PremisesField(entry: Entry, premises: Signal<Vec<PremisesView>>) -> impl IntoView {
    let offices = offices();
    let answer = entry.answers.premises;
    let choices =
        Signal::derive(move || premises.get().iter().map(|it| choice(offices, it)).collect::<Vec<_>>());
    let waiting = Memo::new(move |_| {
        let id = answer.get();
        premises.with(|list| {
            let chosen = list.iter().find(|it| it.id.to_string() == id)?;
            (chosen.state == PremisesState::Requested).then(|| chosen.department.clone())
        })
    });
    view! {
        <SelectField at=at::PREMISES label="field-address" value=answer errors=entry.errors choices
            none="host-field-premises-choose" class="wide" source=source_words(entry.filled, at::PREMISES, answer)/>
        {move || {
            waiting.get().map(|department| {
                let note = t_args("host-field-premises-note", &[("department", offices.department(&department).into())]);
                view! {
                    <Note icon=IconName::Hourglass tone=Tone::Wait>
                        <p>{note}</p>
                    </Note>
                }
            })
        }}
    }
}

fn choice(offices: Offices, premises: &PremisesView) -> Choice {
    let address = words::address(offices, &premises.address);
    let text = match premises.state {
        PremisesState::Requested => t_args("host-field-premises-waits", &[("address", address.into())]),
        PremisesState::Confirmed | PremisesState::Rejected => address,
    };
    Choice::new(premises.id.to_string(), text)
}
