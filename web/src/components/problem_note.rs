//! What went wrong, as the server said it; the network's silence in the page's own words.
use leptos::prelude::*;
use shared::problem::Problem;

use crate::{
    client,
    components::icon::{Icon, IconName},
    i18n::{t, t_args, wording},
};

/// A box for a part of a page that failed: the rest works.
#[component]
pub fn ProblemNote(
    problem: Problem,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let offline = client::is_offline(&problem);
    let unreadable = problem.title.is_empty();
    let Problem { title, detail, request_id, .. } = problem;
    let title = move || match (offline, unreadable) {
        (true, _) => t("problem-offline"),
        (_, true) => t("problem-unreadable"),
        _ => title.clone(),
    };
    let detail = move || match (offline, unreadable) {
        (true, _) => t("problem-offline-detail"),
        (_, true) => t("problem-unreadable-detail"),
        _ => detail.clone(),
    };
    let icon = if offline { IconName::Offline } else { IconName::Alert };
    let number = (!request_id.is_empty()).then(|| view! { <RequestNumber number=request_id/> });
    let again = retry.map(|retry| {
        view! {
            <button class="govuk-button govuk-button--secondary" type="button" on:click=move |_| retry.run(())>
                <Icon name=IconName::Refresh/>
                {wording("ui-try-again")}
            </button>
        }
    });
    view! {
        <div class="note note-bad" class:note-offline=offline role="alert">
            <Icon name=icon/>
            <div>
                <p class="note-title">{title}</p>
                <p>{detail}</p>
                {number}
                {again}
            </div>
        </div>
    }
}

/// Said on the phone to (012) 919.
#[component]
pub fn RequestNumber(number: String) -> impl IntoView {
    let code = number.clone();
    let label = move || t_args("problem-request", &[("number", number.as_str().into())]);
    view! {
        <p class="request-number" translate="no" data-number=code>
            {label}
        </p>
    }
}
