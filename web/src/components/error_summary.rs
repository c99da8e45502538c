//! P9: what needs correcting, first in the form, focused; links in page order with the words that stand at the field.
use leptos::{html, prelude::*};

use crate::{
    components::{
        form_errors::{FieldError, FormErrors, id_of},
        icon::{Icon, IconName},
    },
    i18n::{t_args, wording},
};

/// Shown only when the form was refused.
#[component]
pub fn ErrorSummary(
    errors: FormErrors,
    /// Key of the line that says what was kept.
    #[prop(default = "errors-kept")]
    kept: &'static str,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if errors.tries() > 0
            && let Some(summary) = summary.get_untracked()
        {
            let _ = summary.focus();
        }
    });
    let shown = move || errors.tries() > 0 && errors.count() > 0;
    let heading = move || t_args("errors-heading", &[("count", errors.count().into())]);
    view! {
        <div
            node_ref=summary
            class="govuk-error-summary"
            role="alert"
            aria-labelledby="error-summary-title"
            tabindex="-1"
            hidden=move || !shown()
        >
            <h2 class="govuk-error-summary__title" id="error-summary-title">
                <Icon name=IconName::Alert/>
                {heading}
            </h2>
            <p>{wording(kept)}</p>
            <ul class="govuk-error-summary__list">
                {move || errors.all().into_iter().map(|error| view! { <Line error errors/> }).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn Line(error: FieldError, errors: FormErrors) -> impl IntoView {
    let id = id_of(&error.at);
    let target = id.clone();
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus(&target);
    };
    view! {
        <li>
            <a href=format!("#{id}") on:click=go>
                {move || errors.said(&error)}
            </a>
        </li>
    }
}

/// Brings a control into view with its label and gives it the focus.
fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let Some(control) = document().get_element_by_id(id) else { return };
    let group = control.closest(".govuk-form-group").ok().flatten();
    group.unwrap_or_else(|| control.clone()).scroll_into_view();
    if let Ok(control) = control.dyn_into::<web_sys::HtmlElement>() {
        let _ = control.focus();
    }
}
