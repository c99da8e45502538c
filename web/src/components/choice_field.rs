//! One of a few (radios), one of several (a list), yes or not (a tick).
use leptos::prelude::*;

use crate::{
    components::{
        field::{Field, FieldGroup, asked},
        form_errors::{FormErrors, id_of},
    },
    i18n::wording,
};

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub text: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

/// Radios: all answers are seen. `choices`: value, key of its text, key of its hint.
#[component]
pub fn RadioField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    choices: &'static [(&'static str, &'static str, Option<&'static str>)],
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] inline: bool,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, None, optional, None);
    let radio =
        move |(place, &(code, text, hint)): (usize, &'static (_, &'static str, Option<&'static str>))| {
            // The first one has the field's own id: the error summary leads to it.
            let id = if place == 0 { asked.id() } else { format!("{}-{place}", asked.id()) };
            let hint_id = format!("{id}-note");
            view! {
                <div class="govuk-radios__item">
                    <input
                        class="govuk-radios__input"
                        type="radio"
                        id=id.clone()
                        name=asked.id()
                        value=code
                        prop:checked=move || value.with(|value| value == code)
                        aria-describedby=hint.is_some().then(|| hint_id.clone())
                        on:change=move |_| {
                            value.set(String::from(code));
                            errors.forget(at);
                        }
                    />
                    <label class="govuk-label govuk-radios__label" for=id>
                        {wording(text)}
                    </label>
                    {hint.map(|hint| {
                        view! {
                            <div class="govuk-hint govuk-radios__hint" id=hint_id>
                                {wording(hint)}
                            </div>
                        }
                    })}
                </div>
            }
        };
    view! {
        <FieldGroup asked role="radiogroup">
            <div class="govuk-radios govuk-radios--small" class:govuk-radios--inline=inline>
                {choices.iter().enumerate().map(radio).collect_view()}
            </div>
        </FieldGroup>
    }
}

/// A native list.
#[component]
pub fn SelectField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] hint_text: Option<Signal<Option<String>>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
    /// Key of the line that stands for "not chosen yet"; empty where one is always chosen.
    #[prop(default = "ui-choose")]
    none: &'static str,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, hint_text, optional, source);
    let line = move |choice: Choice| {
        let code = choice.value.clone();
        view! {
            <option value=choice.value prop:selected=move || value.with(|value| *value == code)>
                {choice.text}
            </option>
        }
    };
    view! {
        <Field asked>
            <select
                class=format!("govuk-select {class}")
                class:govuk-select--error=move || asked.wrong()
                class:filled=move || asked.source.with(Option::is_some)
                id=asked.id()
                name=asked.id()
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.wrong().then_some("true")
                on:change:target=move |event| {
                    value.set(event.target().value());
                    errors.forget(at);
                }
            >
                {(!none.is_empty()).then(|| view! {
                    <option value="" prop:selected=move || value.with(String::is_empty)>
                        {wording(none)}
                    </option>
                })}
                {move || choices.get().into_iter().map(line).collect_view()}
            </select>
        </Field>
    }
}

/// One tick; the label may hold links.
#[component]
pub fn TickField(
    at: &'static str,
    value: RwSignal<bool>,
    errors: FormErrors,
    children: Children,
) -> impl IntoView {
    let id = id_of(at);
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || errors.at(at).is_some()>
            {move || {
                let id = error_id.clone();
                errors.at(at).map(|error| view! { <p class="govuk-error-message" id=id>{error}</p> })
            }}
            <div class="govuk-checkboxes">
                <div class="govuk-checkboxes__item">
                    <input
                        class="govuk-checkboxes__input"
                        type="checkbox"
                        id=id.clone()
                        prop:checked=value
                        aria-describedby=move || errors.at(at).is_some().then(|| described.clone())
                        aria-invalid=move || errors.at(at).is_some().then_some("true")
                        on:change:target=move |event| {
                            value.set(event.target().checked());
                            errors.forget(at);
                        }
                    />
                    <label class="govuk-label govuk-checkboxes__label" for=id>
                        {children()}
                    </label>
                </div>
            </div>
        </div>
    }
}
