//! `/help/errors/{problem}`: the page that the `type` of every problem leads to.
use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, IconName},
        page_title::PageTitle,
    },
    i18n::{has_text, t_args, wording},
    pages::not_found::NotFoundPage,
    place::{href, way},
};

/// Code and status of every problem, in the order of the statuses.
const PROBLEMS: &[(&str, u16)] = &[
    ("not_json", 400),
    ("not_utf8", 400),
    ("body_broken", 400),
    ("duplicate_key", 400),
    ("too_deep", 400),
    ("control_letter", 400),
    ("bad_request", 400),
    ("idempotency_key_missing", 400),
    ("idempotency_key_unfit", 400),
    ("unauthenticated", 401),
    ("wrong_password", 401),
    ("invalid_client", 401),
    ("forbidden", 403),
    ("insufficient_scope", 403),
    ("cross_site", 403),
    ("not_found", 404),
    ("method_not_allowed", 405),
    ("request_timeout", 408),
    ("premises_decided", 409),
    ("premises_rejected", 409),
    ("premises_already_yours", 409),
    ("registration_closed", 409),
    ("registration_already_here", 409),
    ("client_secret_limit", 409),
    ("client_ended", 409),
    ("staff_last_administrator", 409),
    ("staff_own_roles", 409),
    ("staff_deputy_unfit", 409),
    ("email_taken", 409),
    ("staff_account", 409),
    ("account_linked", 409),
    ("person_linked", 409),
    ("correction_open", 409),
    ("correction_decided", 409),
    ("correction_kept", 409),
    ("correction_own_refusal", 409),
    ("too_many", 409),
    ("under_way", 409),
    ("stale", 412),
    ("too_large", 413),
    ("media_type", 415),
    ("invalid", 422),
    ("key_reused", 422),
    ("precondition_required", 428),
    ("throttled", 429),
    ("internal", 500),
    ("busy", 503),
    ("unavailable", 503),
];

/// Values for texts that speak of a number.
const SECONDS: i64 = 60;
const FIELDS: i64 = 1;

fn said(key: &str) -> String {
    t_args(key, &[("seconds", SECONDS.into()), ("count", FIELDS.into())])
}

fn key(code: &str) -> String {
    format!("problem-{}", code.replace('_', "-"))
}

/// Every problem there is.
#[component]
pub fn ErrorsPage() -> impl IntoView {
    let line = |&(code, status): &'static (&'static str, u16)| {
        view! {
            <tr>
                <td>{status}</td>
                <th scope="row">
                    <a href=move || href(&format!("/help/errors/{code}"))>{move || said(&key(code))}</a>
                </th>
                <td translate="no">{code}</td>
            </tr>
        }
    };
    view! {
        <div class="frame page">
            <Back/>
            <PageTitle text=Signal::derive(wording("errors-title"))/>
            <p class="lead">{wording("errors-lead")}</p>
            <div class="start-section scrolls" tabindex="0" role="region" aria-label=wording("errors-title")>
                <table class="plain errors">
                    <thead>
                        <tr>
                            <th scope="col">{wording("errors-status")}</th>
                            <th scope="col">{wording("errors-what")}</th>
                            <th scope="col">{wording("errors-code")}</th>
                        </tr>
                    </thead>
                    <tbody>{PROBLEMS.iter().map(line).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
}

/// One problem: what happened, what to do, and its name for programs.
#[component]
pub fn ErrorPage(code: String) -> impl IntoView {
    let status = PROBLEMS.iter().find(|(known, _)| *known == code).map(|(_, status)| *status);
    let title = key(&code);
    if status.is_none() && !untrack(|| has_text(&title)) {
        return view! { <NotFoundPage/> }.into_any();
    }
    let detail = format!("{title}-detail");
    view! {
        <div class="frame page">
            <Back/>
            <PageTitle text=Signal::derive(move || said(&title))/>
            <p class="lead">{move || said(&detail)}</p>
            <dl class="facts">
                <div>
                    <dt>{wording("errors-code")}</dt>
                    <dd translate="no">{code}</dd>
                </div>
                {status
                    .map(|status| {
                        view! {
                            <div>
                                <dt>{wording("errors-status")}</dt>
                                <dd>{status}</dd>
                            </div>
                        }
                    })}
                <div>
                    <dt>{wording("errors-ask")}</dt>
                    <dd>{wording("org-call-center")}</dd>
                </div>
            </dl>
            <p class="start-section second">{wording("errors-programs")}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Back() -> impl IntoView {
    view! {
        <a class="back" href=way("/help")>
            <Icon name=IconName::ArrowLeft/>
            {wording("help-title")}
        </a>
    }
}
