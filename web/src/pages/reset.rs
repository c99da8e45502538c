//! S7 `/reset`: a link by mail, then a new password. The link's secret stands in the fragment, which no server log holds.
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use shared::{
    identity::{AskReset, SetPassword},
    problem::Problem,
};

use super::sign_in::Entering;
use crate::{
    client,
    components::{
        error_summary::ErrorSummary,
        form_errors::FormErrors,
        icon::IconName,
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        status_tag::Tone,
        submit::Submit,
        text_field::{PasswordField, TextField},
    },
    i18n::{t, wording},
    place::{goer, way},
};

/// Asks for a link, or uses one.
#[component]
pub fn ResetPage() -> impl IntoView {
    let hash = use_location().hash;
    let token = Memo::new(move |_| hash.get().trim_start_matches('#').to_owned());
    move || match token.get() {
        token if token.is_empty() => view! { <AskPage/> }.into_any(),
        token => view! { <SetPage token/> }.into_any(),
    }
}

#[component]
fn AskPage() -> impl IntoView {
    let entering: Entering = expect_context();
    let errors = FormErrors::new(&["/email"]);
    let (busy, sent) = (RwSignal::new(false), RwSignal::new(false));
    let problem = RwSignal::<Option<Problem>>::new(None);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let form = AskReset { email: entering.email.get_untracked().trim().to_owned() };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match client::identity::ask_reset(&form).await {
                Ok(()) => sent.set(true),
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="frame page">
            <div class="narrow">
                <PageTitle text=Signal::derive(wording("reset-title")) errors=Signal::derive(move || errors.count())/>
                <p class="lead">{wording("reset-lead")}</p>
                <div role="status">
                    {move || {
                        sent.get().then(|| {
                            view! {
                                <div class="after">
                                    <Note tone=Tone::Ok icon=IconName::Mail>
                                        <p>{t("reset-sent")}</p>
                                    </Note>
                                </div>
                            }
                        })
                    }}
                </div>
                <form novalidate=true on:submit=send>
                    <ErrorSummary errors/>
                    {move || problem.get().map(|problem| view! { <div class="govuk-form-group"><ProblemNote problem/></div> })}
                    <TextField at="/email" label="field-email" value=entering.email errors kind="email" autocomplete="username"/>
                    <Submit label="reset-send" busy/>
                </form>
                <p class="after">
                    <a href=way("/sign-in")>{wording("ui-login")}</a>
                </p>
            </div>
        </div>
    }
}

#[component]
fn SetPage(token: String) -> impl IntoView {
    let entering: Entering = expect_context();
    let password = RwSignal::new(String::new());
    let errors = FormErrors::new(&["/password"]);
    let busy = RwSignal::new(false);
    let problem = RwSignal::<Option<Problem>>::new(None);
    let go = goer();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let form = SetPassword { token: token.clone(), password: password.get_untracked() };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        let go = go.clone();
        spawn_local(async move {
            match client::identity::set_password(&form).await {
                Ok(()) => {
                    entering.done.set(Some("reset-done"));
                    go("/sign-in");
                }
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    // Used, too old or cut: the way out is a new link.
    let dead = move || problem.get().is_some_and(|problem| problem.status == 404);
    view! {
        <div class="frame page">
            <div class="narrow">
                <PageTitle text=Signal::derive(wording("reset-set-title")) errors=Signal::derive(move || errors.count())/>
                <p class="lead">{wording("reset-set-lead")}</p>
                <form novalidate=true on:submit=send>
                    <ErrorSummary errors/>
                    {move || {
                        problem.get().filter(|_| !dead()).map(|problem| {
                            view! { <div class="govuk-form-group"><ProblemNote problem/></div> }
                        })
                    }}
                    {move || dead().then(|| view! { <DeadLink/> })}
                    <PasswordField at="/password" label="reset-new" hint="password-hint" value=password errors
                        autocomplete="new-password"/>
                    <Submit label="reset-set" busy/>
                </form>
            </div>
        </div>
    }
}

#[component]
fn DeadLink() -> impl IntoView {
    view! {
        <div class="govuk-form-group" role="alert">
            <Note tone=Tone::Bad icon=IconName::Alert>
                <p class="note-title">{wording("reset-dead")}</p>
                <p>
                    <a href=way("/reset")>{wording("reset-again")}</a>
                </p>
            </Note>
        </div>
    }
}
