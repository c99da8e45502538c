//! The button of a form: never disabled; pressed twice, it sends once.
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::wording,
};

/// `label` is the key of its text. While `busy`, the form ignores a second press.
#[component]
pub fn Submit(
    label: &'static str,
    #[prop(into)] busy: Signal<bool>,
    #[prop(optional)] icon: Option<IconName>,
) -> impl IntoView {
    view! {
        <button class="govuk-button" type="submit" aria-busy=move || busy.try_get().unwrap_or_default().then_some("true")>
            {icon.map(|name| view! { <Icon name/> })}
            {wording(label)}
        </button>
    }
}
