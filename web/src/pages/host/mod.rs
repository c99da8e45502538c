//! `/{language}/host/…`: what a host, a hotel or an owner of a flat does.
mod clients;
mod departures;
mod gate;
mod guest;
mod guests;
pub mod just;
mod new_premises;
mod premises;
mod receipt;
pub mod register;
mod upload;
pub mod words;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use shared::ids::AccountId;

use self::{
    clients::ClientsPage, departures::Departures, gate::Gate, guest::GuestPage, guests::GuestsPage,
    just::Just, new_premises::NewPremisesPage, premises::PremisesPage, receipt::ReceiptPage,
    register::RegisterPage, upload::UploadPage,
};
use crate::{
    client::registrations::View,
    components::{page_title::PageTitle, trouble::Whole},
    i18n::wording,
    offices::Offices,
    place::{self, Part, way},
};

/// Downloaded when it is first opened.
#[derive(Debug, Clone, Copy)]
pub struct HostPart;

#[lazy_route]
impl LazyRoute for HostPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        Offices::provide();
        Just::provide();
        Departures::provide();
        view! {
            <Whole>
                <Gate open=|owner| view! { <Pages owner/> }.into_any()/>
            </Whole>
        }
        .into_any()
    }
}

/// The pages of this part by what follows its address.
#[component]
fn Pages(owner: AccountId) -> impl IntoView {
    let here = place::part(Part::Host);
    move || match here.get().segments().as_slice() {
        [] => view! { <RegisterPage owner/> }.into_any(),
        ["guests"] => view! { <GuestsPage view=View::InForce/> }.into_any(),
        ["ending"] => view! { <GuestsPage view=View::Ending/> }.into_any(),
        ["closed"] => view! { <GuestsPage view=View::Closed/> }.into_any(),
        ["guests", id] => match id.parse() {
            Ok(id) => view! { <GuestPage id/> }.into_any(),
            Err(_) => view! { <NotHere/> }.into_any(),
        },
        ["guests", id, "receipt"] => match id.parse() {
            Ok(id) => view! { <ReceiptPage id/> }.into_any(),
            Err(_) => view! { <NotHere/> }.into_any(),
        },
        ["upload"] => view! { <UploadPage/> }.into_any(),
        ["premises"] => view! { <PremisesPage/> }.into_any(),
        ["premises", "new"] => view! { <NewPremisesPage/> }.into_any(),
        ["clients"] => view! { <ClientsPage/> }.into_any(),
        _ => view! { <NotHere/> }.into_any(),
    }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording("host-not-found-title"))/>
        <p class="lead">{wording("host-not-found-lead")}</p>
        <p class="after">
            <a class="govuk-button" href=way("/host/guests")>{wording("host-back-to-guests")}</a>
        </p>
    }
}
