//! `/help`: the questions that come most often; `/help/errors/{problem}` and `/help/law/{article}` below.
use leptos::prelude::*;

pub mod article;
pub mod errors;

use crate::{
    components::{icon::IconName, note::Note, page_title::PageTitle},
    i18n::wording,
    place::way,
};

/// A question, its answer, and where to go on: key of the link and its address.
type Question = (&'static str, &'static str, Option<(&'static str, &'static str)>);

const QUESTIONS: &[Question] = &[
    ("help-who", "help-who-answer", Some(("service-registration-stay", "/services/registration_stay"))),
    ("help-when", "help-when-answer", Some(("calculator-title", "/calculators/registration"))),
    ("help-late", "help-late-answer", None),
    ("help-mrz", "help-mrz-answer", None),
    ("help-address", "help-address-answer", None),
    ("help-left", "help-left-answer", None),
    ("help-wrong", "help-wrong-answer", None),
    ("help-genuine", "help-genuine-answer", Some(("check-title", "/check"))),
    ("help-account", "help-account-answer", Some(("reset-title", "/reset"))),
    ("help-program", "help-program-answer", None),
];

/// Short answers, all open: they can be searched with the browser.
#[component]
pub fn HelpPage() -> impl IntoView {
    let line = |&(question, answer, more): &'static Question| {
        view! {
            <h2>{wording(question)}</h2>
            <p>{wording(answer)}</p>
            {more.map(|(text, path)| {
                view! {
                    <p>
                        <a href=way(path)>{wording(text)}</a>
                    </p>
                }
            })}
        }
    };
    view! {
        <div class="frame page">
            <PageTitle text=Signal::derive(wording("help-title"))/>
            <p class="lead">{wording("help-lead")}</p>
            <div class="with-aside">
                <div class="prose">{QUESTIONS.iter().map(line).collect_view()}</div>
                <aside>
                    <Note icon=IconName::Phone>
                        <p>
                            <strong>{wording("org-call-center")}</strong>
                            ". "
                            {wording("start-call")}
                        </p>
                    </Note>
                    <ul class="rows">
                        <li>
                            <a href=way("/contacts")>{wording("contacts-title")}</a>
                        </li>
                        <li>
                            <a href=way("/help/errors")>{wording("errors-title")}</a>
                        </li>
                        <li>
                            <a href="/docs" rel="external">{wording("footer-api")}</a>
                        </li>
                    </ul>
                </aside>
            </div>
        </div>
    }
}
