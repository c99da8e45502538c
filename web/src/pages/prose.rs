//! `/terms`, `/privacy`, `/accessibility`: pages of plain text, drawn from the catalogue.
use leptos::prelude::*;
use shared::identity::{PRIVACY_VERSION, TERMS_VERSION};

use crate::{
    components::page_title::PageTitle,
    i18n::{t_args, wording},
};

/// A heading with its paragraphs, each one a key.
type Chapter = (&'static str, &'static [&'static str]);

const TERMS: &[Chapter] = &[
    ("terms-what", &["terms-what-1", "terms-what-2"]),
    ("terms-account", &["terms-account-1", "terms-account-2", "terms-account-3"]),
    ("terms-duty", &["terms-duty-1", "terms-duty-2", "terms-duty-3"]),
    ("terms-force", &["terms-force-1", "terms-force-2"]),
    ("terms-programs", &["terms-programs-1", "terms-programs-2"]),
    ("terms-fault", &["terms-fault-1", "terms-fault-2"]),
    ("terms-change", &["terms-change-1"]),
];

const PRIVACY: &[Chapter] = &[
    ("privacy-who", &["privacy-who-1"]),
    ("privacy-what", &["privacy-what-1", "privacy-what-2", "privacy-what-3", "privacy-what-4"]),
    ("privacy-why", &["privacy-why-1", "privacy-why-2"]),
    ("privacy-see", &["privacy-see-1", "privacy-see-2", "privacy-see-3", "privacy-see-4"]),
    ("privacy-long", &["privacy-long-1", "privacy-long-2"]),
    ("privacy-device", &["privacy-device-1", "privacy-device-2"]),
    ("privacy-right", &["privacy-right-1", "privacy-right-2"]),
];

const ACCESSIBILITY: &[Chapter] = &[
    ("accessibility-how", &["accessibility-how-1", "accessibility-how-2", "accessibility-how-3"]),
    ("accessibility-known", &["accessibility-known-1", "accessibility-known-2", "accessibility-known-3"]),
    ("accessibility-tell", &["accessibility-tell-1"]),
];

/// What one agrees to.
#[component]
pub fn TermsPage() -> impl IntoView {
    let version = Signal::derive(|| t_args("prose-version", &[("version", TERMS_VERSION.into())]));
    view! { <Prose title="ui-terms" lead="terms-lead" version chapters=TERMS/> }
}

/// What is kept, why, and who sees it.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let version = Signal::derive(|| t_args("prose-version", &[("version", PRIVACY_VERSION.into())]));
    view! { <Prose title="ui-privacy" lead="privacy-lead" version chapters=PRIVACY/> }
}

/// For whom this works, and for whom not yet.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let version = Signal::derive(wording("accessibility-checked"));
    view! { <Prose title="accessibility-title" lead="accessibility-lead" version chapters=ACCESSIBILITY/> }
}

#[component]
fn Prose(
    title: &'static str,
    lead: &'static str,
    version: Signal<String>,
    chapters: &'static [Chapter],
) -> impl IntoView {
    let chapter = |&(heading, paragraphs): &'static Chapter| {
        view! {
            <h2>{wording(heading)}</h2>
            {paragraphs.iter().map(|&key| view! { <p>{wording(key)}</p> }).collect_view()}
        }
    };
    view! {
        <div class="frame page">
            <PageTitle text=Signal::derive(wording(title))/>
            <p class="lead">{wording(lead)}</p>
            <p class="second after">{version}</p>
            <div class="prose">{chapters.iter().map(chapter).collect_view()}</div>
        </div>
    }
}
