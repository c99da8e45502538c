//! §7: when it goes wrong. What happened, what is kept, one button, and whom to ask.
use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
    },
    i18n::wording,
    place::way,
};

/// What went wrong with a whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    NotFound,
    Forbidden,
    TooMany,
    Ours,
    Away,
}

impl Trouble {
    /// `/problems/404`.
    pub fn of(status: &str) -> Self {
        match status {
            "403" => Self::Forbidden,
            "429" => Self::TooMany,
            "500" => Self::Ours,
            "503" => Self::Away,
            _ => Self::NotFound,
        }
    }

    /// Keys of the heading and of what is kept.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("trouble-404", "trouble-404-next"),
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

/// A page in the place of another.
#[component]
pub fn TroublePage(trouble: Trouble) -> impl IntoView {
    let (title, next) = trouble.words();
    let again = |_| {
        let _ = window().location().reload();
    };
    view! {
        <div class="frame page">
            <div class="trouble">
                <PageTitle text=Signal::derive(wording(title))/>
                <p class="lead">{wording(next)}</p>
                <div class="buttons">
                    {if trouble.passes() {
                        view! {
                            <button class="govuk-button" type="button" on:click=again>
                                <Icon name=IconName::Refresh/>
                                {wording("ui-try-again")}
                            </button>
                        }
                            .into_any()
                    } else {
                        view! {
                            <a class="govuk-button" href=way("/")>
                                {wording("trouble-start")}
                            </a>
                        }
                            .into_any()
                    }}
                </div>
                <p class="second">{wording("trouble-ask")}</p>
            </div>
        </div>
    }
}
