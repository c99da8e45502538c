//! P18: the same address in another language; what was typed stays.
use leptos::prelude::*;
use shared::{identity::Language, texts::Lang};

use crate::{
    i18n::{language, wording},
    place,
};

/// AZ EN RU.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let link = |of: Language| {
        let address = place::in_language(of);
        let current = move || (language() == of).then_some("true");
        view! {
            <li>
                <a
                    href=address
                    lang=Lang::code(of)
                    hreflang=Lang::code(of)
                    aria-current=current
                    data-noscroll=""
                >
                    {Lang::code(of).to_ascii_uppercase()}
                    <span class="govuk-visually-hidden">" " {of.own_name()}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=wording("ui-language")>
            <ul class="languages">{Lang::ALL.map(link).collect_view()}</ul>
        </nav>
    }
}
