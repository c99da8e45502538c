//! Several lines of text, with how much of the allowed length is left.
use leptos::{html, prelude::*};

use crate::{
    components::{
        field::{Field, asked},
        form_errors::FormErrors,
    },
    i18n::t_args,
};

/// A labelled box for a few sentences. `label` and `hint` are keys of texts.
#[component]
pub fn TextArea(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    /// The longest text that is taken.
    most: usize,
    /// Takes the focus when it appears, and when the form is refused for it.
    #[prop(optional)]
    focused: bool,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, None, false, None);
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |before: Option<u32>| {
        let tries = errors.tries();
        let refused = before.is_some_and(|before| before != tries);
        if focused
            && let Some(area) = area.get()
            && (!refused || untrack(|| asked.wrong()))
        {
            let _ = area.focus();
        }
        tries
    });
    let length = move || value.with(|text| text.trim().chars().count());
    let left = move || t_args("desk-text-length", &[("count", length().into()), ("most", most.into())]);
    view! {
        <Field asked>
            <textarea
                node_ref=area
                class="govuk-textarea"
                class:govuk-textarea--error=move || asked.wrong()
                id=asked.id()
                name=asked.id()
                rows="4"
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.wrong().then_some("true")
                prop:value=value
                on:input:target=move |event| {
                    value.set(event.target().value());
                    errors.forget(at);
                }
            ></textarea>
            <p class="field-count">{left}</p>
        </Field>
    }
}
