//! Which roles: ticks, because a colleague can hold more than one.
use leptos::prelude::*;
use shared::staff::StaffRole;

use crate::{
    components::{
        field::{FieldGroup, asked},
        form_errors::FormErrors,
    },
    i18n::t,
};

const AT: &str = "/roles";
const ROLES: [StaffRole; 5] = [
    StaffRole::Officer,
    StaffRole::Supervisor,
    StaffRole::Administrator,
    StaffRole::Auditor,
    StaffRole::Analyst,
];

/// The roles of a colleague; each says what it may do.
#[component]
pub fn RolesField(value: RwSignal<Vec<StaffRole>>, errors: FormErrors) -> impl IntoView {
    let asked =
        asked(AT, "admin-colleague-roles", errors, Some("admin-colleague-roles-hint"), None, false, None);
    let tick = move |(place, role): (usize, StaffRole)| {
        // The first one has the field's own id: the error summary leads to it.
        let id = if place == 0 { asked.id() } else { format!("{}-{place}", asked.id()) };
        let note = format!("{id}-note");
        let turn = move |on: bool| {
            value.update(|roles| {
                roles.retain(|held| *held != role);
                if on {
                    roles.push(role);
                }
            });
            errors.forget(AT);
        };
        view! {
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id=id.clone()
                    aria-describedby=note.clone()
                    prop:checked=move || value.with(|roles| roles.contains(&role))
                    on:change:target=move |event| turn(event.target().checked())
                />
                <label class="govuk-label govuk-checkboxes__label" for=id>
                    {move || t(&format!("role-{role}"))}
                </label>
                <div class="govuk-hint govuk-checkboxes__hint" id=note>
                    {move || t(&format!("admin-role-{role}-may"))}
                </div>
            </div>
        }
    };
    view! {
        <FieldGroup asked>
            <div class="govuk-checkboxes govuk-checkboxes--small">
                {ROLES.into_iter().enumerate().map(tick).collect_view()}
            </div>
        </FieldGroup>
    }
}
