//! A new e-mail address and a new password: both ask for the current password.
use leptos::{ev, prelude::*};
use shared::identity::{ChangeMe, ConfirmEmail};

use super::form::{AccountForm, FormPart, Outcome};
use crate::{
    components::{
        error_summary::ErrorSummary,
        form_errors::FieldError,
        page_title::PageTitle,
        submit::Submit,
        text_field::{PasswordField, TextField},
    },
    i18n::{t_args, wording},
    session::session,
};

const CURRENT: &str = "/current_password";

/// An empty field is named before anything is sent: an absent value would mean "stays".
fn missing(fields: &[(&str, &str, RwSignal<String>)]) -> Vec<FieldError> {
    let empty = |(_, _, value): &&(&str, &str, RwSignal<String>)| value.with_untracked(String::is_empty);
    fields.iter().filter(empty).map(|(at, code, _)| FieldError::new(at, code)).collect()
}

/// The address one signs in with.
#[component]
pub fn EmailPage() -> impl IntoView {
    let session = session();
    let form = AccountForm::new(&["/email", CURRENT], "my-account-email-sent");
    let (email, current) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form
            .errors
            .refuse(missing(&[("/email", "email", email), (CURRENT, "needed_current_password", current)]))
        {
            return;
        }
        let change = ChangeMe {
            email: Some(email.get_untracked().trim().to_owned()),
            current_password: Some(current.get_untracked()),
            ..ChangeMe::default()
        };
        form.send(change, move || {
            email.set(String::new());
            current.set(String::new());
        });
    };
    let now =
        move || session.me().map(|me| t_args("my-account-email-now", &[("email", me.email.as_str().into())]));
    view! {
        <ErrorSummary errors=form.errors/>
        <PageTitle text=Signal::derive(wording("my-account-email-title")) errors=Signal::derive(move || form.errors.count())/>
        <section>
            <p translate="no">{now}</p>
            <form novalidate on:submit=send>
                <TextField
                    at="/email"
                    label="my-account-email"
                    hint="my-account-email-hint"
                    kind="email"
                    autocomplete="email"
                    value=email
                    errors=form.errors
                />
                <PasswordField
                    at=CURRENT
                    label="my-account-password-current"
                    autocomplete="current-password"
                    value=current
                    errors=form.errors
                />
                <p>{wording("my-account-email-means")}</p>
                <Submit label="my-account-email-save" busy=form.busy()/>
                <Outcome form/>
            </form>
        </section>
        <NewAddress/>
    }
}

/// The code of the address that waits, also after a reload.
#[component]
fn NewAddress() -> impl IntoView {
    let session = session();
    let form = AccountForm::new(&["/code"], "my-account-email-changed");
    let code = RwSignal::new(String::new());
    let waiting = Memo::new(move |_| session.me().and_then(|me| me.email_pending));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let digits = code.get_untracked().chars().filter(|letter| !letter.is_whitespace()).collect();
        form.confirm(ConfirmEmail { code: digits }, move || code.set(String::new()));
    };
    let entry = move |email: String| {
        let lead = Signal::derive(move || t_args("code-lead", &[("email", email.as_str().into())]));
        view! {
            <FormPart
                form
                id="account-email-code"
                title="my-account-email-code-title"
                lead
                send
                save="ui-confirm"
                below="my-account-email-code-none"
            >
                <TextField
                    at="/code"
                    label="code-field"
                    hint="code-hint"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    class="width-code"
                    value=code
                    errors=form.errors
                />
            </FormPart>
        }
    };
    // Confirmed, nothing waits any more: what was done is said in the form's place.
    move || match waiting.get() {
        Some(email) => entry(email).into_any(),
        None => view! { <Outcome form/> }.into_any(),
    }
}

/// A new password (A1).
#[component]
pub fn PasswordPage() -> impl IntoView {
    const NEW: &str = "/password";
    let form = AccountForm::new(&[CURRENT, NEW], "my-account-password-changed");
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form
            .errors
            .refuse(missing(&[(CURRENT, "needed_current_password", current), (NEW, "password_length", new)]))
        {
            return;
        }
        let change = ChangeMe {
            password: Some(new.get_untracked()),
            current_password: Some(current.get_untracked()),
            ..ChangeMe::default()
        };
        form.send(change, move || {
            current.set(String::new());
            new.set(String::new());
        });
    };
    view! {
        <ErrorSummary errors=form.errors/>
        <PageTitle
            text=Signal::derive(wording("my-account-password-title"))
            errors=Signal::derive(move || form.errors.count())
        />
        <section>
            <form novalidate on:submit=send>
                <PasswordField
                    at=CURRENT
                    label="my-account-password-current"
                    autocomplete="current-password"
                    value=current
                    errors=form.errors
                />
                <PasswordField
                    at=NEW
                    label="my-account-password-new"
                    hint="my-account-password-hint"
                    autocomplete="new-password"
                    value=new
                    errors=form.errors
                />
                <p>{wording("my-account-password-means")}</p>
                <Submit label="my-account-password-save" busy=form.busy()/>
                <Outcome form/>
            </form>
        </section>
    }
}
