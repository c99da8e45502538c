//! `/calculators/duty`: must the stay be registered? Answered in the browser by the law's own rules, nothing is sent.
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::law::{RungText, Service};

mod asked;

use self::asked::{Asked, CARD, Duty, Questions};
use crate::{
    client::clock,
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
        why_ladder::WhyLadder,
    },
    i18n::{self, language, t, t_args, wording},
    offices::offices,
    place::way,
};

/// The exemption that the question of the card asks about.
const CARD_HOLDERS: &str = "permit_holders";

#[component]
pub fn DutyPage() -> impl IntoView {
    let asked = Asked::new();
    let hash = use_location().hash;
    // Facts of a link: in the fragment, which no server sees.
    Effect::new(move || asked.read(&hash.get()));
    Effect::new(move || asked.keep_in_address());
    let offices = offices();
    let outcome = Memo::new(move |_| offices.law().map(|law| law.required(&asked.facts(), clock::today())));
    let duty = Memo::new(move |_| outcome.with(|told| told.as_ref().map(|told| asked.duty(told))));
    let rungs = Memo::new(move |_| -> Vec<RungText> {
        let Some((law, (told, duty))) = offices.law().zip(outcome.get().zip(duty.get())) else {
            return Vec::new();
        };
        let mut rungs = told.trace.lines(&law, &i18n::table());
        match duty {
            // The rule does not decide where the card does, and the card not where the rule says no.
            Duty::Exempt => rungs.clear(),
            Duty::NotRequired => return rungs,
            Duty::Required | Duty::Open(_) => {}
        }
        rungs.extend(card_rung(&law, asked.card()));
        rungs
    });
    let edition = move || {
        let published = offices.law().map(|law| law.edition.published_on);
        published.map(|date| t_args("calculator-edition", &[("date", date.into())]))
    };
    view! {
        <div class="frame page">
            <a class="back" href=way("/services/registration_stay")>
                <Icon name=IconName::ArrowLeft/>
                {wording("service-registration-stay")}
            </a>
            <PageTitle text=Signal::derive(wording("duty-title"))/>
            <p class="lead">{wording("duty-lead")}</p>
            <div class="calculator">
                <div class="panel">
                    <Questions asked/>
                    <p class="second calculator-live">
                        <Icon name=IconName::Tick/>
                        {wording("calculator-live")}
                    </p>
                </div>
                <div>
                    <AnswerCard asked duty/>
                    <section class="why" aria-labelledby="why" hidden=move || rungs.with(Vec::is_empty)>
                        <div class="section-head">
                            <h2 id="why">{wording("duty-why")}</h2>
                            <span class="second">{edition}</span>
                        </div>
                        <WhyLadder rungs/>
                    </section>
                    <p class="second">
                        <a href=way("/services/registration_stay")>{wording("duty-others")}</a>
                    </p>
                </div>
            </div>
        </div>
    }
}

/// The exemption of card holders as a step of the ladder; tracked.
fn card_rung(law: &Service, card: Option<bool>) -> Option<RungText> {
    let exempt = law.law.exempt.iter().find(|note| note.id == CARD_HOLDERS)?;
    let legal_basis = exempt.law.legal_basis.clone();
    Some(RungText {
        question: t("duty-card"),
        detail: law.note_text(&exempt.caption, &i18n::table()),
        law: law.cited(&legal_basis, language().code()),
        legal_basis,
        result: card.map(|card| t(if card { "ui-yes" } else { "ui-no" })).unwrap_or_default(),
        answer: card,
        ask: if card.is_none() { vec![CARD.to_owned()] } else { Vec::new() },
    })
}

/// Yes, no, or what has to be known first.
#[component]
fn AnswerCard(asked: Asked, duty: Memo<Option<Duty>>) -> impl IntoView {
    let offices = offices();
    let called = move |name: &str| {
        if name == CARD {
            return Some(t("duty-card-short"));
        }
        let law = offices.law()?;
        let fact = law.facts.iter().find(|fact| fact.name == name)?;
        Some(fact.caption.text(language().code()).to_owned())
    };
    let head = move || {
        duty.get().map(|duty| match duty {
            Duty::Required => t("duty-required"),
            Duty::NotRequired | Duty::Exempt => t("calculator-not-required"),
            Duty::Open(_) => t("duty-open"),
        })
    };
    let told = move || duty.with(|duty| !matches!(duty, None | Some(Duty::Open(_))));
    let rest = move || {
        duty.get().map(|duty| match duty {
            Duty::Required => {
                let last_day = move || format!("{}{}", way("/calculators/registration")(), asked.fragment());
                view! {
                    <p>{wording("duty-required-next")}</p>
                    <div class="buttons">
                        <a class="govuk-button" href=last_day>{wording("start-last-day")}</a>
                    </div>
                }
                .into_any()
            }
            Duty::NotRequired | Duty::Exempt => view! { <p>{wording("duty-changes")}</p> }.into_any(),
            Duty::Open(ask) => {
                let names = ask.iter().filter_map(|name| called(name)).map(|name| view! { <li>{name}</li> });
                view! { <ul class="govuk-list govuk-list--bullet">{names.collect_view()}</ul> }.into_any()
            }
        })
    };
    view! {
        <section class="panel answer-card" aria-labelledby="answer">
            <h2 class="second" id="answer">{wording("duty-answer")}</h2>
            <p class="answer-date" role="status">{head}</p>
            {rest}
            <div class="buttons" hidden=move || !told()>
                <button class="govuk-button govuk-button--secondary" type="button" on:click=move |_| print()>
                    <Icon name=IconName::Printer/>
                    {wording("ui-print")}
                </button>
            </div>
        </section>
    }
}

/// A browser that refuses loses nothing: its own menu prints too.
fn print() {
    let _ = window().print();
}
