//! S2 `/calculators/registration`: until when must the stay be registered? Answered in the browser, nothing is sent.
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::law::RungText;

mod answer;
pub mod asked;
pub mod remind;

use self::{
    answer::AnswerCard,
    asked::{Asked, Questions},
};
use crate::{
    client::clock,
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
        why_ladder::WhyLadder,
    },
    i18n::{self, t_args, wording},
    offices::offices,
    place::way,
};

/// Two questions, two more if they matter; the ladder stands open.
#[component]
pub fn CalculatorPage() -> impl IntoView {
    let asked = Asked::new();
    let hash = use_location().hash;
    // Facts from another page of ours, or from a link: in the fragment, which no server sees.
    Effect::new(move || asked.read(&hash.get()));
    Effect::new(move || asked.keep_in_address());
    let offices = offices();
    let outcome = Memo::new(move |_| offices.law().and_then(|law| asked.outcome(&law, clock::today())));
    let rungs = Memo::new(move |_| -> Vec<RungText> {
        let law = offices.law();
        let told = outcome.get();
        law.zip(told).map(|(law, told)| told.trace.lines(&law, &i18n::table())).unwrap_or_default()
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
            <PageTitle text=Signal::derive(wording("calculator-title"))/>
            <p class="lead">{wording("calculator-lead")}</p>
            <div class="calculator">
                <div class="panel">
                    <Questions asked all=true/>
                    <p class="second calculator-live">
                        <Icon name=IconName::Tick/>
                        {wording("calculator-live")}
                    </p>
                    <p class="second">
                        <a href=way("/calculators/duty")>{wording("duty-title")}</a>
                    </p>
                </div>
                <div>
                    <AnswerCard asked outcome/>
                    <section class="why" aria-labelledby="why" hidden=move || rungs.with(Vec::is_empty)>
                        <div class="section-head">
                            <h2 id="why">{wording("ui-why-this-day")}</h2>
                            <span class="second">{edition}</span>
                        </div>
                        <WhyLadder rungs/>
                    </section>
                    <p class="second">
                        {wording("calculator-late")} " "
                        <a href=way("/services/registration_stay#liability")>{wording("calculator-late-link")}</a>
                    </p>
                    <p class="second">
                        <a href=way("/calculators/working-days")>{wording("working-days-title")}</a>
                    </p>
                </div>
            </div>
        </div>
    }
}
