//! `/{language}/desk/…`: the officer's desk.
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use shared::permission::Permission;

use crate::{
    components::{desk_shell::DeskShell, not_here::NotHere},
    place::{self, Part},
};

mod board;
mod correction;
mod corrections;
mod counter;
mod decision;
mod journal;
pub mod persons;
mod premises;
mod registration;
mod registrations;
mod reports;
mod request;
mod rows;
mod search;
mod term;
pub mod words;

/// Downloaded when it is first opened.
#[derive(Debug, Clone, Copy)]
pub struct DeskPart;

#[lazy_route]
impl LazyRoute for DeskPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <DeskShell
                need=&[Permission::RegistrationsSupervise, Permission::PremisesSupervise, Permission::ReportsRead]
                closed="desk-not-yours-next"
            >
                <Pages/>
            </DeskShell>
        }
        .into_any()
    }
}

/// The pages of this part by what follows its address.
#[component]
fn Pages() -> impl IntoView {
    let here = place::part(Part::Desk);
    move || match here.get().segments().as_slice() {
        [] | ["registrations"] => view! { <registrations::RegistrationsPage/> }.into_any(),
        ["registrations", id] => match id.parse() {
            Ok(id) => view! { <registration::RegistrationPage id/> }.into_any(),
            Err(_) => view! { <NotHere/> }.into_any(),
        },
        ["premises"] => view! { <premises::PremisesPage/> }.into_any(),
        ["counter"] => view! { <counter::CounterPage/> }.into_any(),
        ["corrections"] => view! { <corrections::CorrectionsPage/> }.into_any(),
        ["board"] => view! { <board::BoardPage/> }.into_any(),
        ["reports"] => view! { <reports::ReportPage/> }.into_any(),
        ["persons"] => view! { <persons::PersonsPage/> }.into_any(),
        ["search"] => view! { <search::SearchPage/> }.into_any(),
        _ => view! { <NotHere/> }.into_any(),
    }
}
