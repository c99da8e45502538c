//! `/{language}/my/…`: what the Service keeps of whoever is signed in.
mod ask_correction;
pub mod correction_words;
mod corrections;
mod data;
mod link;
mod registrations;
mod seen;
mod words;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use shared::permission::Permission;

use self::{
    ask_correction::AskCorrectionPage, corrections::CorrectionsPage, data::DataPage, link::LinkPage,
    registrations::RegistrationsPage, seen::SeenPage,
};
use crate::{
    components::{
        not_here::NotHere, page_title::PageTitle, sign_in_form::SignInForm, skeleton::Skeleton,
        trouble::Whole,
    },
    i18n::wording,
    offices::Offices,
    place::{self, Part, way},
    session::{Who, session},
};

/// Downloaded when it is first opened.
#[derive(Debug, Clone, Copy)]
pub struct MyPart;

#[lazy_route]
impl LazyRoute for MyPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        Offices::provide();
        view! { <Whole><Pages/></Whole> }.into_any()
    }
}

/// May the pages be drawn?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Asking,
    Nobody,
    /// A colleague's account is no person's.
    Staff,
    /// Nobody knows yet whose account it is.
    Unproven,
    Open,
}

/// The pages of this part by what follows its address.
#[component]
fn Pages() -> impl IntoView {
    let (here, session) = (place::part(Part::My), session());
    let door = Memo::new(move |_| match session.who() {
        Who::Asking => Door::Asking,
        Who::Nobody => Door::Nobody,
        Who::Known(me) | Who::Ended(me) if me.department.is_some() => Door::Staff,
        Who::Known(me) | Who::Ended(me) if me.permissions.contains(&Permission::PersonOwn) => {
            if me.linked_at.is_some() { Door::Open } else { Door::Unproven }
        }
        Who::Known(_) | Who::Ended(_) => Door::Unproven,
    });
    // What only proof opens: until then the way to it.
    let proven =
        |open: bool, page: fn() -> AnyView| if open { page() } else { view! { <LinkPage/> }.into_any() };
    let page = move |open: bool| match here.get().segments().as_slice() {
        [] | ["registrations"] => proven(open, || view! { <RegistrationsPage/> }.into_any()),
        ["access-log"] => proven(open, || view! { <SeenPage/> }.into_any()),
        ["corrections"] => proven(open, || view! { <CorrectionsPage/> }.into_any()),
        ["corrections", "new"] => proven(open, || view! { <AskCorrectionPage/> }.into_any()),
        ["data"] => view! { <DataPage/> }.into_any(),
        _ => view! { <NotHere/> }.into_any(),
    };
    let inside = move || match door.get() {
        Door::Asking => view! { <Skeleton lines=8/> }.into_any(),
        Door::Nobody => view! { <SignInFirst/> }.into_any(),
        Door::Staff => view! { <Staff/> }.into_any(),
        Door::Unproven => page(false),
        Door::Open => page(true),
    };
    view! { <div class="my">{inside}</div> }
}

/// In place: the page that was asked for is drawn as soon as the server knows who it is.
#[component]
fn SignInFirst() -> impl IntoView {
    let (email, password) = (RwSignal::default(), RwSignal::default());
    view! {
        <div class="account">
            <PageTitle text=Signal::derive(wording("my-sign-in-first"))/>
            <SignInForm email password done=|()| ()/>
        </div>
    }
}

#[component]
fn Staff() -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording("my-staff-title"))/>
        <p class="lead">{wording("my-staff-lead")}</p>
        <p>
            <a class="govuk-button" href=way("/desk/")>{wording("menu-desk")}</a>
        </p>
    }
}
