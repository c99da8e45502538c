//! One line of text; paste is never stopped.
use leptos::prelude::*;

use crate::{
    components::{
        field::{Field, asked},
        form_errors::FormErrors,
        icon::{Icon, IconName},
    },
    i18n::t,
};

/// A labelled text box. `label` and `hint` are keys of texts; `hint_text` is for a hint that depends on other answers.
#[component]
pub fn TextField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] hint_text: Option<Signal<Option<String>>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] inputmode: Option<&'static str>,
    /// `width-20`, `width-10` …: as wide as the answer.
    #[prop(optional)]
    class: &'static str,
    /// Names, codes and numbers are data: neither checked nor translated.
    #[prop(default = true)]
    data: bool,
    #[prop(optional)] focused: bool,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, hint_text, optional, source);
    view! {
        <Field asked>
            <input
                class=format!("govuk-input {class}")
                class:govuk-input--error=move || asked.wrong()
                class:filled=move || asked.source.with(Option::is_some)
                id=asked.id()
                name=asked.id()
                type=kind
                autocomplete=autocomplete
                inputmode=inputmode
                autofocus=focused
                spellcheck=data.then_some("false")
                autocapitalize=data.then_some("off")
                translate=data.then_some("no")
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.wrong().then_some("true")
                prop:value=value
                on:input:target=move |event| {
                    value.set(event.target().value());
                    errors.forget(at);
                }
            />
        </Field>
    }
}

/// A password that can be shown and pasted.
#[component]
pub fn PasswordField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, None, false, None);
    let shown = RwSignal::new(false);
    let act = move || t(if shown.get() { "password-hide" } else { "password-show" });
    view! {
        <Field asked>
            <div class="password">
                <input
                    class="govuk-input"
                    class:govuk-input--error=move || asked.wrong()
                    id=asked.id()
                    name=asked.id()
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    spellcheck="false"
                    autocapitalize="off"
                    translate="no"
                    aria-describedby=move || asked.described_by()
                    aria-invalid=move || asked.wrong().then_some("true")
                    prop:value=value
                    on:input:target=move |event| {
                        value.set(event.target().value());
                        errors.forget(at);
                    }
                />
                <button
                    class="password-show"
                    type="button"
                    aria-controls=asked.id()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || view! { <Icon name=if shown.get() { IconName::EyeOff } else { IconName::Eye }/> }}
                    {act}
                </button>
            </div>
        </Field>
    }
}
