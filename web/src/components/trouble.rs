//! §7: when it goes wrong. What happened, what is kept, one button, the number of the request, and whom to ask.
use std::time::Duration;

use leptos::prelude::*;

use crate::{
    client,
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
        problem_note::RequestNumber,
    },
    fallen::fallen,
    i18n::{t_args, wording},
    place::way,
};

/// What went wrong with a whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    NotFound,
    Ended,
    Forbidden,
    TooMany,
    Ours,
    Away,
}

impl Trouble {
    pub const fn of(status: u16) -> Self {
        match status {
            401 => Self::Ended,
            403 => Self::Forbidden,
            429 => Self::TooMany,
            502..=504 => Self::Away,
            500..=599 => Self::Ours,
            _ => Self::NotFound,
        }
    }

    /// Keys of the heading and of what is kept.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("trouble-404", "trouble-404-next"),
            Self::Ended => ("trouble-401", "trouble-401-next"),
            Self::Forbidden => ("trouble-403", "trouble-403-next"),
            Self::TooMany => ("trouble-429", "trouble-429-next"),
            Self::Ours => ("trouble-500", "trouble-500-next"),
            Self::Away => ("trouble-503", "trouble-503-next"),
        }
    }

    /// Does trying again help?
    const fn passes(self) -> bool {
        matches!(self, Self::TooMany | Self::Ours | Self::Away)
    }
}

/// The pages within, or what happened to the one at this address.
#[component]
pub fn Whole(children: ChildrenFn) -> impl IntoView {
    let fallen = fallen();
    move || match fallen.what() {
        None => children().into_any(),
        Some(problem) => {
            let wait = client::told_to_wait(&problem);
            let trouble = Trouble::of(problem.status);
            let again = Callback::new(move |()| fallen.again());
            view! { <TroublePage trouble number=problem.request_id wait again/> }.into_any()
        }
    }
}

/// A page in the place of another.
#[component]
pub fn TroublePage(
    trouble: Trouble,
    /// Number of the request, where one was made.
    #[prop(optional)]
    number: String,
    /// Seconds that the server asked to wait.
    #[prop(default = None)]
    wait: Option<u32>,
    /// Tries again; without it the whole address is loaded again.
    #[prop(optional, into)]
    again: Option<Callback<()>>,
) -> impl IntoView {
    let (title, next) = trouble.words();
    let next = if wait.is_some() && trouble == Trouble::TooMany { "trouble-429-kept" } else { next };
    let again = move |_| match again {
        Some(again) => again.run(()),
        None => {
            let _ = window().location().reload();
        }
    };
    let (home, home_text) = match trouble {
        Trouble::Ended => ("/sign-in", "ui-login"),
        _ => ("/", "trouble-start"),
    };
    view! {
        <div class="trouble">
            <PageTitle text=Signal::derive(wording(title))/>
            <p class="lead">{wording(next)}</p>
            {wait.map(|seconds| view! { <Countdown seconds/> })}
            <div class="buttons">
                {trouble.passes().then(|| view! {
                    <button class="govuk-button" type="button" on:click=again>
                        <Icon name=IconName::Refresh/>
                        {wording("ui-try-again")}
                    </button>
                })}
                <a class="govuk-button" class:govuk-button--secondary=trouble.passes() href=way(home)>
                    {wording(home_text)}
                </a>
            </div>
            {(!number.is_empty()).then(|| view! { <RequestNumber number/> })}
            <p class="second">{wording("trouble-ask")}</p>
        </div>
    }
}

/// Second by second until it may be tried again; only the end is said aloud.
#[component]
fn Countdown(seconds: u32) -> impl IntoView {
    let left = RwSignal::new(seconds);
    let timer = set_interval_with_handle(
        move || left.update(|left| *left = left.saturating_sub(1)),
        Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let over = Memo::new(move |_| left.get() == 0);
    let text = move || t_args("trouble-wait", &[("seconds", left.get().into())]);
    view! {
        <p class="trouble-wait" hidden=move || over.get()>{text}</p>
        <p role="status">{move || over.get().then(|| wording("trouble-wait-over"))}</p>
    }
}
