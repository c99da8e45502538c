//! Citizenship or the country of a document, by its name in the language of the page.
use leptos::prelude::*;
use shared::{countries, fold};

use crate::{
    components::{choice_field::Choice, combobox::Combobox, form_errors::FormErrors},
    i18n::t,
};

/// Codes that only a machine-readable zone knows and nobody looks for by name.
const UNUSUAL: &str = "X";

/// Every country by name; tracked.
pub fn country_choices() -> Vec<Choice> {
    let codes = countries::all();
    let mut list: Vec<Choice> = codes.map(|code| Choice::new(code, t(&countries::key(code)))).collect();
    list.sort_by_cached_key(|choice| (choice.value.starts_with(UNUSUAL), fold::sort_key(&choice.text)));
    list
}

/// A country. `value` is its code of three letters, or empty.
#[component]
pub fn CountryField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let choices = Memo::new(|_| country_choices());
    let hint_text = Signal::derive(move || hint.map(t));
    let source = source.unwrap_or_else(|| Signal::derive(|| None));
    view! { <Combobox at label value errors choices hint_text source/> }
}
