//! `/sign-in/code`: the six digits that came by mail open the account.
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use shared::{
    identity::{ConfirmAccount, SignIn},
    problem::Problem,
};

use super::Entering;
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
    i18n::{t, t_args, wording},
    place::goer,
    session::session,
};

/// The code of a new account.
#[component]
pub fn CodePage() -> impl IntoView {
    let entering: Entering = expect_context();
    let code = RwSignal::new(String::new());
    let errors = FormErrors::new(&["/email", "/code", "/password"]);
    let busy = RwSignal::new(false);
    let problem = RwSignal::<Option<Problem>>::new(None);
    // Known from the page before; after a reload it is asked for.
    let known = !entering.email.with_untracked(String::is_empty);
    let password_known = !entering.password.with_untracked(String::is_empty);
    let (session, go) = (session(), goer());
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let digits: String = code.get_untracked().chars().filter(|letter| !letter.is_whitespace()).collect();
        let (email, password) = (entering.email.get_untracked(), entering.password.get_untracked());
        let form = ConfirmAccount { email: email.trim().to_owned(), code: digits, password };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        let go = go.clone();
        spawn_local(async move {
            match client::identity::confirm(&form).await {
                Ok(()) => {
                    entering.done.set(Some("sign-up-confirmed"));
                    entering.password.set(String::new());
                    // Address and password were right a moment ago: nobody types them once more.
                    let form = SignIn { email: form.email, password: form.password };
                    if client::identity::sign_in(&form).await.is_ok() {
                        session.reload();
                    }
                    // Leads on whoever is in.
                    go("/sign-in");
                }
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    let sent = RwSignal::new(false);
    let again = move |_| {
        let (email, password) = (entering.email.get_untracked(), entering.password.get_untracked());
        let form = SignIn { email: email.trim().to_owned(), password };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        sent.set(false);
        spawn_local(async move {
            match client::identity::send_code(&form).await {
                Ok(()) => {
                    code.set(String::new());
                    sent.set(true);
                }
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    let lead = move || {
        if known {
            t_args("code-lead", &[("email", entering.email.get_untracked().into())])
        } else {
            t("code-lead-unknown")
        }
    };
    view! {
        <div class="frame page">
            <div class="narrow">
                <PageTitle text=Signal::derive(wording("code-title")) errors=Signal::derive(move || errors.count())/>
                <p class="lead">{lead}</p>
                <div role="status">
                    {move || sent.get().then(|| view! {
                        <div class="govuk-form-group">
                            <Note tone=Tone::Ok icon=IconName::Tick><p>{wording("code-sent")}</p></Note>
                        </div>
                    })}
                </div>
                <form novalidate=true on:submit=send>
                    <ErrorSummary errors/>
                    {move || problem.get().map(|problem| view! { <div class="govuk-form-group"><ProblemNote problem/></div> })}
                    {(!known)
                        .then(|| {
                            view! { <TextField at="/email" label="field-email" value=entering.email errors kind="email" autocomplete="email"/> }
                        })}
                    <TextField at="/code" label="code-field" hint="code-hint" value=code errors inputmode="numeric"
                        autocomplete="one-time-code" class="width-code"/>
                    {(!password_known)
                        .then(|| {
                            view! { <PasswordField at="/password" label="code-password" value=entering.password errors autocomplete="current-password"/> }
                        })}
                    <Submit label="ui-confirm" busy/>
                </form>
                <p class="after">
                    <button class="quiet" type="button" on:click=again>{wording("code-again")}</button>
                </p>
                <p class="second after">{wording("code-none")}</p>
            </div>
        </div>
    }
}
