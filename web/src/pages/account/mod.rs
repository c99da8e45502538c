//! `/{language}/my/account/…`: one's own account.
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    components::{
        not_here::NotHere, page_title::PageTitle, sign_in_form::SignInForm, skeleton::Skeleton,
        trouble::Whole,
    },
    i18n::wording,
    offices::Offices,
    place::{self, Part, href},
    session::{Who, session},
};

mod close;
mod details;
mod form;
mod secrets;
mod sessions;

/// Downloaded when it is first opened.
#[derive(Debug, Clone, Copy)]
pub struct AccountPart;

#[lazy_route]
impl LazyRoute for AccountPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Whole><Pages/></Whole> }.into_any()
    }
}

/// May the pages be drawn?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Asking,
    Nobody,
    Open,
}

/// The pages of this part by what follows its address.
#[component]
fn Pages() -> impl IntoView {
    Offices::provide();
    let (here, session) = (place::part(Part::Account), session());
    let door = Memo::new(move |_| match session.who() {
        Who::Asking => Door::Asking,
        Who::Nobody => Door::Nobody,
        Who::Known(_) | Who::Ended(_) => Door::Open,
    });
    let page = move || match here.get().segments().as_slice() {
        [] => view! { <Menu/><details::AccountPage/> }.into_any(),
        ["email"] => view! { <Menu/><secrets::EmailPage/> }.into_any(),
        ["password"] => view! { <Menu/><secrets::PasswordPage/> }.into_any(),
        ["sessions"] => view! { <Menu/><sessions::SessionsPage/> }.into_any(),
        ["close"] => view! { <Menu/><close::ClosePage/> }.into_any(),
        _ => view! { <NotHere/> }.into_any(),
    };
    let inside = move || match door.get() {
        Door::Asking => view! { <Skeleton lines=8/> }.into_any(),
        Door::Nobody => view! { <SignInFirst/> }.into_any(),
        Door::Open => page(),
    };
    view! { <div class="account">{inside}</div> }
}

/// Each page changes one thing, so that a password manager and a screen reader meet one form.
const PAGES: [(&str, &str); 5] = [
    ("", "my-account-menu-data"),
    ("email", "my-account-email-title"),
    ("password", "my-account-password-title"),
    ("sessions", "my-account-menu-sessions"),
    ("close", "my-account-close-title"),
];

/// The way between the pages of an account.
#[component]
fn Menu() -> impl IntoView {
    let here = place::here();
    let link = |(page, text): (&'static str, &'static str)| {
        let address = move || href(format!("/my/account/{page}").trim_end_matches('/'));
        let current = move || here.with(|here| here.rest.join("/") == page).then_some("page");
        view! {
            <li>
                <a href=address aria-current=current>
                    {wording(text)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="account-menu" aria-label=wording("my-account-menu")>
            <ul class="menu">{PAGES.map(link).collect_view()}</ul>
        </nav>
    }
}

/// In place: the page that was asked for is drawn as soon as the server knows who it is.
#[component]
fn SignInFirst() -> impl IntoView {
    let (email, password) = (RwSignal::default(), RwSignal::default());
    view! {
        <PageTitle text=Signal::derive(wording("my-account-sign-in-first"))/>
        <SignInForm email password done=|()| ()/>
    }
}
