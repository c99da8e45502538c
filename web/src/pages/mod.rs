//! Pages know their address and fetch. The public ones are drawn from here; the other parts come when opened.
pub mod account;
pub mod admin;
mod calculator;
mod check;
mod contacts;
pub mod desk;
mod duty;
mod help;
pub mod host;
pub mod my;
mod not_found;
mod prose;
mod reset;
mod services;
mod sign_in;
mod sign_up;
mod start;
mod working_days;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use self::{
    calculator::CalculatorPage,
    check::CheckPage,
    contacts::ContactsPage,
    duty::DutyPage,
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
    working_days::WorkingDaysPage,
};
use crate::{
    app::Later,
    offices::Offices,
    place::{self, Part, Place},
};

/// `/{language}/…`: what anyone may read. The start page comes with the main code, the others when opened.
#[component]
pub fn PublicPart() -> impl IntoView {
    Entering::provide();
    let here = place::part(Part::Public);
    let lot = Memo::new(move |_| here.with(lot));
    move || match lot.get() {
        Lot::Start => view! { <StartPage/> }.into_any(),
        Lot::Enter => view! { <Later part=EnterPart/> }.into_any(),
        Lot::More => view! { <Later part=MorePart/> }.into_any(),
    }
}

/// Pages that come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lot {
    Start,
    Enter,
    More,
}

fn lot(place: &Place) -> Lot {
    match place.segments().as_slice() {
        [] => Lot::Start,
        ["sign-in", ..] | ["sign-up"] | ["reset"] => Lot::Enter,
        _ => Lot::More,
    }
}

fn pages_of(wanted: Lot) -> Memo<Place> {
    place::within(move |place| place.part == Part::Public && lot(place) == wanted)
}

/// The ways into an account; downloaded when one of its pages is first opened.
#[derive(Debug, Clone, Copy)]
pub struct EnterPart;

#[lazy_route]
impl LazyRoute for EnterPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <EnterPages/> }.into_any()
    }
}

#[component]
fn EnterPages() -> impl IntoView {
    let here = pages_of(Lot::Enter);
    move || match here.get().segments().as_slice() {
        ["sign-in"] => view! { <SignInPage/> }.into_any(),
        ["sign-in", "code"] => view! { <CodePage/> }.into_any(),
        ["sign-up"] => view! { <SignUpPage/> }.into_any(),
        ["reset"] => view! { <ResetPage/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
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
        Offices::provide();
        view! { <MorePages/> }.into_any()
    }
}

#[component]
fn MorePages() -> impl IntoView {
    let here = pages_of(Lot::More);
    move || match here.get().segments().as_slice() {
        ["services"] => view! { <ServicesPage/> }.into_any(),
        ["services", "registration_stay"] => view! { <ServicePage/> }.into_any(),
        ["calculators", "duty"] => view! { <DutyPage/> }.into_any(),
        ["calculators"] | ["calculators", "registration"] => view! { <CalculatorPage/> }.into_any(),
        ["calculators", "working-days"] => view! { <WorkingDaysPage/> }.into_any(),
        ["check"] => view! { <CheckPage/> }.into_any(),
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
