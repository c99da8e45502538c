//! The end of a page: whole on public pages, one line under work.
use leptos::prelude::*;

use crate::{i18n::wording, place::way};

const SERVICES: &[(&str, &str)] = &[
    ("service-registration-stay", "/services/registration_stay"),
    ("footer-calculator", "/calculators/registration"),
    ("footer-check", "/check"),
];
const KNOW: &[(&str, &str)] =
    &[("menu-help", "/help"), ("footer-errors", "/help/errors"), ("footer-accessibility", "/accessibility")];
const LEGAL: &[(&str, &str)] = &[("ui-terms", "/terms"), ("ui-privacy", "/privacy")];

/// The footer of public pages.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <div class="frame">
                <div class="footer-columns">
                    <div>
                        <h2>{wording("app-name")}</h2>
                        <p>{wording("footer-about")}</p>
                    </div>
                    <Column title="footer-services" links=SERVICES/>
                    <Column title="footer-know" links=KNOW/>
                    <div>
                        <h2>{wording("ui-contact")}</h2>
                        <ul>
                            <li><a href="tel:+99412919">{wording("footer-call")}</a></li>
                            <li><a href=way("/contacts")>{wording("footer-departments")}</a></li>
                            // Not a page of ours: the documents of the API come from the server.
                            <li><a href="/docs" rel="external">{wording("footer-api")}</a></li>
                        </ul>
                    </div>
                </div>
                <div class="footer-line">
                    <Links links=LEGAL/>
                    <span>{wording("footer-legal-force")}</span>
                </div>
            </div>
        </footer>
    }
}

/// One line under work.
#[component]
pub fn SmallFooter() -> impl IntoView {
    view! {
        <footer class="footer-small">
            <div class="frame">
                <Links links=LEGAL/>
                <span>{wording("footer-call")}</span>
            </div>
        </footer>
    }
}

#[component]
fn Column(title: &'static str, links: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let line = |&(text, path): &'static (&'static str, &'static str)| {
        view! { <li><a href=way(path)>{wording(text)}</a></li> }
    };
    view! {
        <div>
            <h2>{wording(title)}</h2>
            <ul>{links.iter().map(line).collect_view()}</ul>
        </div>
    }
}

#[component]
fn Links(links: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let link = |&(text, path): &'static (&'static str, &'static str)| {
        view! { <a href=way(path)>{wording(text)}</a> }
    };
    links.iter().map(link).collect_view()
}
