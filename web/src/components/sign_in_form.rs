//! Signing in: on its own page, and over a page whose session ended.
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use shared::{identity::SignIn, problem::Problem};

use crate::{
    client,
    components::{
        error_summary::ErrorSummary,
        form_errors::FormErrors,
        problem_note::ProblemNote,
        submit::Submit,
        text_field::{PasswordField, TextField},
    },
    session::session,
};

/// The code of "the address or the password does not match".
const WRONG: &str = "wrong_password";

/// E-mail and password. `done` runs when the server let the person in.
#[component]
pub fn SignInForm(
    email: RwSignal<String>,
    password: RwSignal<String>,
    #[prop(into)] done: Callback<()>,
    /// Shown where the password did not fit: perhaps the account still waits for its code.
    #[prop(optional)]
    refused: Option<ViewFn>,
) -> impl IntoView {
    let session = session();
    let errors = FormErrors::new(&["/email", "/password"]);
    let busy = RwSignal::new(false);
    let problem = RwSignal::<Option<Problem>>::new(None);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let form =
            SignIn { email: email.get_untracked().trim().to_owned(), password: password.get_untracked() };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match client::identity::sign_in(&form).await {
                Ok(_) => {
                    password.set(String::new());
                    session.reload();
                    done.run(());
                }
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    view! {
        <form novalidate=true on:submit=send>
            <ErrorSummary errors/>
            {move || {
                problem.get().map(|problem| {
                    let more = refused.clone().filter(|_| problem.code == WRONG).map(|refused| refused.run());
                    view! { <div class="govuk-form-group"><ProblemNote problem/>{more}</div> }
                })
            }}
            <TextField at="/email" label="field-email" value=email errors kind="email" autocomplete="username"/>
            <PasswordField at="/password" label="field-password" value=password errors autocomplete="current-password"/>
            <Submit label="ui-login" busy/>
        </form>
    }
}
