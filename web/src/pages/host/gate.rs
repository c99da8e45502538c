//! Who may come into the host's part.
use leptos::prelude::*;
use shared::{ids::AccountId, permission::Permission};

use crate::{
    components::{page_title::PageTitle, skeleton::Skeleton},
    i18n::wording,
    place::way,
    session::{Who, session},
};

/// How the door stands. A session that ended leaves it open: what was typed is still on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Asking,
    SignIn,
    Closed,
    Open(AccountId),
}

/// Draws the pages for an account that receives guests.
#[component]
pub fn Gate(open: fn(AccountId) -> AnyView) -> impl IntoView {
    let session = session();
    let door = Memo::new(move |_| match session.who() {
        Who::Asking => Door::Asking,
        Who::Nobody => Door::SignIn,
        Who::Known(me) | Who::Ended(me) if me.permissions.contains(&Permission::RegistrationsWrite) => {
            Door::Open(me.id)
        }
        Who::Known(_) | Who::Ended(_) => Door::Closed,
    });
    move || match door.get() {
        Door::Asking => view! { <Skeleton lines=8/> }.into_any(),
        Door::Open(owner) => open(owner),
        Door::SignIn => view! {
            <Stopped title="host-sign-in-title" lead="host-sign-in-lead" to="/sign-in" act="ui-login"/>
        }
        .into_any(),
        Door::Closed => view! {
            <Stopped title="host-not-yours-title" lead="host-not-yours-lead" to="/" act="ui-back"/>
        }
        .into_any(),
    }
}

#[component]
fn Stopped(title: &'static str, lead: &'static str, to: &'static str, act: &'static str) -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording(title))/>
        <p class="lead">{wording(lead)}</p>
        <p>
            <a class="govuk-button" href=way(to)>{wording(act)}</a>
        </p>
    }
}
