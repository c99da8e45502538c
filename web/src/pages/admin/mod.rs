//! `/{language}/admin/…`: the administrator's part.
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use shared::permission::Permission;

use crate::{
    components::{desk_shell::DeskShell, not_here::NotHere},
    pages::desk::persons::PersonsPage,
    place::{Part, part},
};

mod acts;
mod audit;
mod codes;
mod colleague;
mod health;
mod new_staff;
mod place;
mod policy;
mod roles_field;
mod staff;

/// Downloaded when it is first opened.
#[derive(Debug, Clone, Copy)]
pub struct AdminPart;

#[lazy_route]
impl LazyRoute for AdminPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <DeskShell need=&[Permission::StaffManage, Permission::AuditRead] closed="admin-not-yours-next">
                <Pages/>
            </DeskShell>
        }
        .into_any()
    }
}

/// The pages of this part by what follows its address.
#[component]
fn Pages() -> impl IntoView {
    let here = part(Part::Admin);
    move || match here.get().segments().as_slice() {
        [] | ["staff"] => view! { <staff::StaffPage/> }.into_any(),
        ["staff", "new"] => view! { <new_staff::NewStaffPage/> }.into_any(),
        ["audit"] | ["audit", "access"] => view! { <audit::AccessPage/> }.into_any(),
        ["audit", "security"] => view! { <audit::SecurityPage/> }.into_any(),
        ["health"] => view! { <health::HealthPage/> }.into_any(),
        ["persons"] => view! { <PersonsPage/> }.into_any(),
        ["policy"] => view! { <policy::PolicyPage/> }.into_any(),
        _ => view! { <NotHere/> }.into_any(),
    }
}
