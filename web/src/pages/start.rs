//! S1 `/`: to the task in one click; the date without one.
use leptos::prelude::*;

mod card;
mod head;

use self::card::Card;
use crate::{
    components::{
        icon::{Icon, IconName},
        note::Note,
        page_title::PageTitle,
    },
    i18n::wording,
    place::way,
};

/// A task: icon, address, keys of its name and its sentence, of how long it takes and what it costs.
struct Task {
    icon: IconName,
    path: &'static str,
    name: &'static str,
    about: &'static str,
    time: &'static str,
    cost: &'static str,
}

const TASKS: [Task; 6] = [
    Task {
        icon: IconName::Home,
        path: "/host/",
        name: "start-register",
        about: "start-register-about",
        time: "start-at-once",
        cost: "start-free",
    },
    Task {
        icon: IconName::Calendar,
        path: "/calculators/registration",
        name: "start-last-day",
        about: "start-last-day-about",
        time: "start-at-once",
        cost: "start-no-account",
    },
    Task {
        icon: IconName::Qr,
        path: "/check",
        name: "start-check",
        about: "start-check-about",
        time: "start-at-once",
        cost: "start-no-account",
    },
    Task {
        icon: IconName::SignOut,
        path: "/host/guests",
        name: "start-departure",
        about: "start-departure-about",
        time: "start-at-once",
        cost: "start-free",
    },
    Task {
        icon: IconName::Building,
        path: "/host/premises/new",
        name: "start-premises",
        about: "start-premises-about",
        time: "start-premises-time",
        cost: "start-free",
    },
    Task {
        icon: IconName::Key,
        path: "/host/clients",
        name: "start-program",
        about: "start-program-about",
        time: "start-at-once",
        cost: "start-free",
    },
];

const WHO: [(&str, &str, &str); 4] = [
    ("start-who-foreigner", "start-who-foreigner-about", "/calculators/registration"),
    ("start-who-owner", "start-who-owner-about", "/services/registration_stay"),
    ("start-who-hotel", "start-who-hotel-about", "/host/"),
    ("start-who-paper", "start-who-paper-about", "/check"),
];

/// The first page.
#[component]
pub fn StartPage() -> impl IntoView {
    view! {
        <div class="hero">
            <div class="frame">
                <div>
                    <PageTitle text=Signal::derive(wording("start-title")) named="start-name"/>
                    <p class="lead">{wording("start-lead")}</p>
                    <div class="buttons">
                        <a class="govuk-button button-safran" href=way("/host/")>
                            <Icon name=IconName::Home/>
                            {wording("start-register")}
                        </a>
                        <a class="govuk-button button-ghost" href=way("/check")>
                            <Icon name=IconName::Search/>
                            {wording("start-check-act")}
                        </a>
                    </div>
                </div>
                <Card/>
            </div>
        </div>
        <div class="frame page">
            <section aria-labelledby="tasks">
                <div class="section-head">
                    <h2 id="tasks">{wording("start-tasks")}</h2>
                    <a href=way("/services")>{wording("start-all-services")}</a>
                </div>
                <ul class="tasks">{TASKS.iter().map(|task| view! { <TaskLine task/> }).collect_view()}</ul>
            </section>
            <div class="start-section two">
                <section aria-labelledby="who">
                    <h2 class="section-head" id="who">{wording("start-who")}</h2>
                    <ul class="rows">
                        {WHO
                            .map(|(name, about, path)| {
                                view! {
                                    <li>
                                        <a href=way(path)>{wording(name)}</a>
                                        <p class="second">{wording(about)}</p>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </section>
                <section aria-labelledby="ask">
                    <h2 class="section-head" id="ask">{wording("start-ask")}</h2>
                    <p>{wording("start-ask-lead")}</p>
                    <p class="after">
                        <a href=way("/help")>{wording("start-ask-link")}</a>
                    </p>
                    <Note icon=IconName::Phone>
                        <p>
                            <strong>{wording("org-call-center")}</strong>
                            ". "
                            {wording("start-call")}
                        </p>
                    </Note>
                </section>
            </div>
        </div>
    }
}

#[component]
fn TaskLine(task: &'static Task) -> impl IntoView {
    view! {
        <li>
            <Icon name=task.icon/>
            <a href=way(task.path)>{wording(task.name)}</a>
            <p class="second">{wording(task.about)}</p>
            <p class="second task-cost">
                <strong>{wording(task.time)}</strong>
                <span>{wording(task.cost)}</span>
            </p>
        </li>
    }
}
