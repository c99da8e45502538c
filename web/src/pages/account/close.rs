//! `/my/account/close`: the end of an account; what goes and what stays is said before the button (P20).
use leptos::{ev, prelude::*, task::spawn_local};
use shared::{identity::CloseAccount, problem::Problem};

use crate::{
    client,
    components::{
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        icon::IconName,
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        status_tag::Tone,
        text_field::PasswordField,
    },
    i18n::wording,
    place::goer,
    session::session,
};

const CURRENT: &str = "/current_password";

#[component]
pub fn ClosePage() -> impl IntoView {
    let session = session();
    let staff = Memo::new(move |_| session.me().is_some_and(|me| me.department.is_some()));
    let host = Memo::new(move |_| session.me().is_some_and(|me| me.party.is_some()));
    view! {
        <PageTitle text=Signal::derive(wording("my-account-close-title"))/>
        {move || if staff.get() {
            view! { <p class="lead">{wording("my-account-close-staff")}</p> }.into_any()
        } else {
            view! {
                <p class="lead">{wording("my-account-close-lead")}</p>
                <p>{wording("my-account-close-goes")}</p>
                <p>{wording("my-account-close-stays")}</p>
                {host.get().then(|| view! {
                    <Note icon=IconName::Warning tone=Tone::Warn>
                        <p>{wording("my-account-close-host")}</p>
                    </Note>
                })}
                <Form/>
            }
            .into_any()
        }}
    }
}

#[component]
fn Form() -> impl IntoView {
    let session = session();
    let errors = FormErrors::new(&[CURRENT]);
    let (password, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let problem = RwSignal::<Option<Problem>>::new(None);
    let go = goer();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(me) = untrack(move || session.me()) else { return };
        if password.with_untracked(String::is_empty) {
            errors.refuse(vec![FieldError::new(CURRENT, "needed_current_password")]);
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(None);
        let form = CloseAccount { current_password: password.get_untracked() };
        let go = go.clone();
        spawn_local(async move {
            match client::account::close(me.version, &form).await {
                Ok(()) => {
                    // The cookies open nothing any more: here they are forgotten too.
                    session.sign_out();
                    go("/");
                }
                Err(said) if errors.take(&said) => {}
                Err(said) => {
                    if said.status == 412 {
                        session.reload();
                    }
                    problem.set(Some(said));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors/>
            <PasswordField
                at=CURRENT
                label="my-account-password-current"
                autocomplete="current-password"
                value=password
                errors
            />
            <button type="submit" class="govuk-button govuk-button--warning" aria-disabled=move || busy.get().then_some("true")>
                {wording("my-account-close-act")}
            </button>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </form>
    }
}
