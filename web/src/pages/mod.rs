//! Pages know their address and fetch. The public ones are drawn from here; the other parts come when opened.
pub mod account;
pub mod admin;
mod calculator;
mod check;
mod contacts;
pub mod desk;
mod help;
pub mod host;
mod not_found;
mod prose;
mod reset;
mod services;
mod sign_in;
mod sign_up;
mod start;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use self::{
    calculator::CalculatorPage,
    check::CheckPage,
    contacts::ContactsPage,
    help::{
        HelpPage,
        article::ArticlePage,
        errors::{ErrorPage, ErrorsPage},
    },
    not_found::{NotFoundPage, ProblemPage},
    prose::{AccessibilityPage, PrivacyPage, TermsPage},
    reset::ResetPage,
    services::{ServicesPage, service::ServicePage},
    sign_in::{Entering, SignInPage, code::CodePage},
    sign_up::SignUpPage,
    start::StartPage,
};
use crate::{
    app::Later,
    offices::Offices,
    place::{self, Part, Place},
};

/// `/{language}/…`: what anyone may read. The first pages of a visit come with the main code, the others when opened.
#[component]
pub fn PublicPart() -> impl IntoView {
    Offices::provide();
    Entering::provide();
    let here = place::part(Part::Public);
    let first = Memo::new(move |_| here.with(comes_first));
    move || {
        if !first.get() {
            return view! { <Later part=MorePart/> }.into_any();
        }
        let here = place::within(|place| place.part == Part::Public && comes_first(place));
        let pages = move || match here.get().segments().as_slice() {
            ["sign-in"] => view! { <SignInPage/> }.into_any(),
            ["sign-in", "code"] => view! { <CodePage/> }.into_any(),
            _ => view! { <StartPage/> }.into_any(),
        };
        pages.into_any()
    }
}

/// The pages that come with the main code.
fn comes_first(place: &Place) -> bool {
    matches!(place.segments().as_slice(), [] | ["sign-in"] | ["sign-in", "code"])
}

/// Downloaded when one of its pages is first opened.
#[derive(Debug, Clone, Copy)]
pub struct MorePart;

#[lazy_route]
impl LazyRoute for MorePart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <MorePages/> }.into_any()
    }
}

#[component]
fn MorePages() -> impl IntoView {
    let here = place::within(|place| place.part == Part::Public && !comes_first(place));
    move || match here.get().segments().as_slice() {
        ["services"] => view! { <ServicesPage/> }.into_any(),
        ["services", "registration_stay"] => view! { <ServicePage/> }.into_any(),
        ["calculators"] | ["calculators", "registration"] => view! { <CalculatorPage/> }.into_any(),
        ["check"] => view! { <CheckPage/> }.into_any(),
        ["sign-up"] => view! { <SignUpPage/> }.into_any(),
        ["reset"] => view! { <ResetPage/> }.into_any(),
        ["terms"] => view! { <TermsPage/> }.into_any(),
        ["privacy"] => view! { <PrivacyPage/> }.into_any(),
        ["accessibility"] => view! { <AccessibilityPage/> }.into_any(),
        ["help"] => view! { <HelpPage/> }.into_any(),
        ["help", "errors"] => view! { <ErrorsPage/> }.into_any(),
        ["help", "errors", code] => view! { <ErrorPage code=(*code).to_owned()/> }.into_any(),
        ["help", "law", name] => view! { <ArticlePage name=(*name).to_owned()/> }.into_any(),
        ["contacts"] => view! { <ContactsPage/> }.into_any(),
        ["problems", status] => view! { <ProblemPage status=status.parse().unwrap_or(404)/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
