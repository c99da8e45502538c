//! S3 `/services/registration_stay`: for whom, what is needed, how long and how much, what happens, the law with its date.
use std::sync::Arc;

use leptos::prelude::*;
use shared::{
    law::{Caption, Note as LawNote, Service, Span, Standing, Term, Unit},
    texts::format,
};

use crate::{
    components::{
        icon::{Icon, IconName},
        law_link::LawLink,
        note::Note,
        page_title::PageTitle,
        skeleton::Skeleton,
    },
    i18n::{self, language, t, t_args, wording},
    offices::offices,
    place::way,
};

/// The page of a service; drawn from the edition in force.
#[component]
pub fn ServicePage() -> impl IntoView {
    let offices = offices();
    let name = move || {
        offices.law().map_or_else(|| t("service-registration-stay"), |law| said(&law, &law.law.caption))
    };
    view! {
        <div class="frame page service">
            <a class="back" href=way("/services")>
                <Icon name=IconName::ArrowLeft/>
                {wording("menu-services")}
            </a>
            <PageTitle text=Signal::derive(name)/>
            {move || match offices.law() {
                Some(law) => view! { <Whole law/> }.into_any(),
                None => view! { <Skeleton lines=12/> }.into_any(),
            }}
        </div>
    }
}

/// The words of the law in the language of the page; tracked.
fn said(law: &Service, caption: &Caption) -> String {
    law.note_text(caption, &i18n::table())
}

#[component]
fn Whole(law: Arc<Service>) -> impl IntoView {
    let summary = law.clone();
    view! {
        <p class="lead">{move || said(&summary, &summary.law.summary)}</p>
        <Facts law=law.clone()/>
        <div class="buttons after">
            <a class="govuk-button" href=way("/host/")>{wording("ui-start")}</a>
            <a class="govuk-button govuk-button--secondary" href=way("/calculators/registration")>
                {wording("start-last-day")}
            </a>
            <a class="govuk-button govuk-button--secondary" href=way("/calculators/duty")>
                {wording("duty-title")}
            </a>
        </div>
        <div class="with-aside">
            <div>
                <h2>{wording("service-who")}</h2>
                <Notes law=law.clone() notes=law.law.filers.clone() icon=IconName::User/>
                <h2>{wording("service-not-who")}</h2>
                <Notes law=law.clone() notes=law.law.exempt.clone() icon=IconName::Info/>
                <h2>{wording("service-needed")}</h2>
                <Papers law=law.clone()/>
                <h2>{wording("service-when")}</h2>
                <Terms law=law.clone()/>
                <h2>{wording("service-then")}</h2>
                <Notes law=law.clone() notes=law.law.effects.clone() icon=IconName::Tick/>
                <h2 id="liability">{wording("service-liability")}</h2>
                <Liabilities law=law.clone()/>
            </div>
            <aside>
                <Law law/>
                <Note icon=IconName::Phone>
                    <p>
                        <strong>{wording("org-call-center")}</strong>
                        ". "
                        {wording("start-call")}
                    </p>
                </Note>
            </aside>
        </div>
    }
}

#[component]
fn Facts(law: Arc<Service>) -> impl IntoView {
    let general = law.clone();
    let term = move || {
        let register = general.law.deadlines.iter().find(|deadline| deadline.id == "register");
        let general = register.and_then(|deadline| deadline.terms.iter().find(|term| term.when.is_none()));
        general.map(|term| amount(&term.span))
    };
    let fee = move || {
        let fee = law.law.fees.first().map_or(0, |fee| fee.amount.minor);
        let fee = i64::try_from(fee).unwrap_or_default();
        if fee == 0 { t("start-free") } else { format::money(language(), fee) }
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{wording("service-fact-answer")}</dt>
                <dd>
                    {wording("start-at-once")}
                    <p class="second">{wording("service-fact-answer-note")}</p>
                </dd>
            </div>
            <div>
                <dt>{wording("service-fact-term")}</dt>
                <dd>
                    {term}
                    <p class="second">{wording("service-fact-term-note")}</p>
                </dd>
            </div>
            <div>
                <dt>{wording("service-fact-fee")}</dt>
                <dd>{fee}</dd>
            </div>
        </dl>
    }
}

/// 15 təqvim günü; tracked.
fn amount(span: &Span) -> String {
    let key = match span.unit {
        Unit::WorkingDays => "law-amount-working_days",
        Unit::CalendarDays => "law-amount-calendar_days",
        Unit::Months => "law-amount-months",
        Unit::Hours => "law-amount-hours",
    };
    t_args(key, &[("count", span.amount.into())])
}

#[component]
fn Basis(law: Arc<Service>, standing: Standing) -> impl IntoView {
    let basis = standing.legal_basis;
    move || {
        let text = law.cited(&basis, language().code());
        view! { <LawLink legal_basis=basis.clone() text/> }
    }
}

#[component]
fn Notes(law: Arc<Service>, notes: Vec<LawNote>, icon: IconName) -> impl IntoView {
    let line = move |note: LawNote| {
        let words = law.clone();
        let caption = note.caption;
        view! {
            <li>
                <Icon name=icon/>
                <div>
                    <p>{move || said(&words, &caption)}</p>
                    <Basis law=law.clone() standing=note.law/>
                </div>
            </li>
        }
    };
    view! { <ul class="list">{notes.into_iter().map(line).collect_view()}</ul> }
}

#[component]
fn Papers(law: Arc<Service>) -> impl IntoView {
    let line = |document: &shared::law::Document| {
        let (words, caption) = (law.clone(), document.caption.clone());
        let sometimes = document.when.is_some();
        view! {
            <li>
                <Icon name=IconName::Paper/>
                <div>
                    <p>{move || said(&words, &caption)}</p>
                    {sometimes.then(|| view! { <p class="second">{wording("service-needed-sometimes")}</p> })}
                </div>
            </li>
        }
    };
    view! {
        <p class="second">{wording("service-needed-lead")}</p>
        <ul class="list after">{law.law.documents.iter().map(line).collect_view()}</ul>
    }
}

#[component]
fn Terms(law: Arc<Service>) -> impl IntoView {
    let line = |term: &Term| {
        let (span, event) = (term.span.clone(), law.clone());
        let from = span.from.clone();
        let case = match term.id.as_str() {
            "move" => "service-term-move",
            "kazakhstan" => "service-term-kazakhstan",
            _ => "service-term-general",
        };
        let event = move || {
            let fact = event.facts.iter().find(|fact| fact.name == from);
            fact.map(|fact| said(&event, &fact.caption)).unwrap_or_default()
        };
        view! {
            <tr>
                <th scope="row">{wording(case)}</th>
                <td>{move || amount(&span)}</td>
                <td>{event}</td>
            </tr>
        }
    };
    let register = law.law.deadlines.iter().filter(|deadline| deadline.id == "register");
    let lines = register.flat_map(|deadline| deadline.terms.iter().rev()).map(line).collect_view();
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{wording("service-term-case")}</th>
                    <th scope="col">{wording("service-term-amount")}</th>
                    <th scope="col">{wording("service-term-from")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        <p class="second after">{wording("service-term-note")}</p>
    }
}

#[component]
fn Liabilities(law: Arc<Service>) -> impl IntoView {
    let line = |liability: &shared::law::Liability| {
        let (words, own) = (law.clone(), liability.clone());
        view! {
            <p class="after">
                {move || words.liability_text(&own, &i18n::table())}
                " "
                <Basis law=law.clone() standing=liability.law.clone()/>
            </p>
        }
    };
    view! {
        <p>{wording("service-liability-lead")}</p>
        {law.law.liabilities.iter().map(line).collect_view()}
    }
}

/// What all this rests on, and since when.
#[component]
fn Law(law: Arc<Service>) -> impl IntoView {
    let edition = law.edition.clone();
    let text = move || {
        t_args(
            "service-law-edition",
            &[("number", edition.number.into()), ("date", edition.published_on.into())],
        )
    };
    let standing = law.law.law.clone();
    view! {
        <section class="panel" aria-labelledby="law">
            <h3 id="law">{wording("service-law")}</h3>
            <p class="after">
                <Basis law standing/>
            </p>
            <p class="second">{text}</p>
        </section>
    }
}
