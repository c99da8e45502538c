//! A question with its label, hint, error and control: the four are tied together here and nowhere else.
use leptos::prelude::*;

use crate::{
    components::{
        form_errors::{FormErrors, id_of},
        icon::{Icon, IconName},
    },
    i18n::{t, wording},
};

/// The words around a control.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// JSON pointer of the answer, such as `/guest/surname`; the control's id follows from it.
    pub at: &'static str,
    pub label: Signal<String>,
    pub hint: Signal<Option<String>>,
    pub errors: FormErrors,
    /// Marked `(istəyə görə)`; required is not marked.
    pub optional: bool,
    /// Where an answer filled by the system came from, such as `MRZ-dən`.
    pub source: Signal<Option<String>>,
}

impl Asked {
    pub fn id(self) -> String {
        id_of(self.at)
    }

    pub fn error(self) -> Option<String> {
        self.errors.at(self.at)
    }

    pub fn wrong(self) -> bool {
        self.error().is_some()
    }

    /// Ids of what describes the control.
    pub fn described_by(self) -> Option<String> {
        let id = self.id();
        let hint = self.hint.with(Option::is_some).then(|| format!("{id}-hint"));
        let error = self.wrong().then(|| format!("{id}-error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The group of one control: label above, then hint, error and the control itself.
#[component]
pub fn Field(asked: Asked, children: Children) -> impl IntoView {
    let id = asked.id();
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || asked.wrong()>
            <div class="field-head">
                <label class="govuk-label" for=id>
                    {asked.label}
                    <Optional asked/>
                </label>
                <Source asked/>
            </div>
            <Hint asked/>
            <FieldMessage asked/>
            {children()}
        </div>
    }
}

/// The group of several controls that are one question: date boxes, radios.
#[component]
pub fn FieldGroup(
    asked: Asked,
    #[prop(default = "group")] role: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || asked.wrong()>
            <fieldset
                class="govuk-fieldset"
                role=role
                aria-describedby=move || asked.described_by()
            >
                <legend class="govuk-fieldset__legend">
                    <span class="field-head">
                        <span>
                            {asked.label}
                            <Optional asked/>
                        </span>
                        <Source asked/>
                    </span>
                </legend>
                <Hint asked/>
                <FieldMessage asked/>
                {children()}
            </fieldset>
        </div>
    }
}

#[component]
fn Optional(asked: Asked) -> impl IntoView {
    asked.optional.then(|| view! { <span class="field-optional">" (" {wording("ui-optional")} ")"</span> })
}

#[component]
fn Source(asked: Asked) -> impl IntoView {
    move || {
        asked.source.get().map(|source| {
            view! {
                <span class="field-source">
                    <Icon name=IconName::Card/>
                    {source}
                </span>
            }
        })
    }
}

#[component]
fn Hint(asked: Asked) -> impl IntoView {
    let id = asked.id();
    move || {
        let id = format!("{id}-hint");
        asked.hint.get().map(|hint| view! { <div class="govuk-hint" id=id>{hint}</div> })
    }
}

#[component]
fn FieldMessage(asked: Asked) -> impl IntoView {
    let id = asked.id();
    move || {
        let id = format!("{id}-error");
        asked.error().map(|error| {
            view! {
                <p class="govuk-error-message" id=id>
                    <Icon name=IconName::Alert/>
                    {error}
                </p>
            }
        })
    }
}

/// The words around a control, from the props that all fields share.
pub fn asked(
    at: &'static str,
    label: &'static str,
    errors: FormErrors,
    hint: Option<&'static str>,
    hint_text: Option<Signal<Option<String>>>,
    optional: bool,
    source: Option<Signal<Option<String>>>,
) -> Asked {
    let hint = hint_text.unwrap_or_else(|| Signal::derive(move || hint.map(t)));
    let source = source.unwrap_or_else(|| Signal::derive(|| None));
    let label = Signal::derive(wording(label));
    errors.name(at, label);
    Asked { at, label, hint, errors, optional, source }
}
