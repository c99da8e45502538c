//! Department and roles of a colleague.
use leptos::prelude::*;
use shared::staff::{ChangeStaff, StaffRole, StaffRow};

use super::{
    colleague::{File, Said},
    roles_field::RolesField,
};
use crate::{
    components::{
        choice_field::{Choice, SelectField},
        error_summary::ErrorSummary,
        form_errors::FieldError,
        submit::Submit,
    },
    i18n::{t, wording},
    offices::offices,
    session::session,
};

/// Only what differs is sent; the rest stays.
fn change(row: &StaffRow, department: String, roles: Vec<StaffRole>) -> ChangeStaff {
    let same = |roles: &[StaffRole]| {
        roles.len() == row.roles.len() && roles.iter().all(|role| row.roles.contains(role))
    };
    ChangeStaff {
        department: (department != row.department).then_some(department),
        roles: (!same(&roles)).then_some(roles),
        ..ChangeStaff::default()
    }
}

/// The form; one's own place is changed by another administrator.
#[component]
pub fn PlaceForm(file: File, send: Callback<(&'static str, ChangeStaff, i64)>) -> impl IntoView {
    let session = session();
    let own = Memo::new(move |_| session.me().is_some_and(|me| file.row.with(|row| row.id == me.id)));
    view! {
        <section class="act">
            <h3>{wording("admin-colleague-place")}</h3>
            {move || match own.get() {
                true => view! { <p class="data-soft">{wording("admin-colleague-own")}</p> }.into_any(),
                false => view! { <Form file send/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Form(file: File, send: Callback<(&'static str, ChangeStaff, i64)>) -> impl IntoView {
    let offices = offices();
    let department = RwSignal::new(file.row.with_untracked(|row| row.department.clone()));
    let roles = RwSignal::new(file.row.with_untracked(|row| row.roles.clone()));
    // A newer row brings its own place; a choice not yet sent stays until then.
    Effect::new(move |before: Option<i64>| {
        let (version, place, held) =
            file.row.with(|row| (row.version, row.department.clone(), row.roles.clone()));
        if before.is_some_and(|before| before != version) {
            department.set(place);
            roles.set(held);
        }
        version
    });
    let nothing = RwSignal::new(false);
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        file.errors.clear();
        let row = file.row.get_untracked();
        let change = change(&row, department.get_untracked(), roles.get_untracked());
        nothing.set(change == ChangeStaff::default());
        if change.department.as_deref() == Some("") {
            file.errors.refuse(vec![FieldError::new("/department", "department_unknown")]);
            return;
        }
        if !nothing.get_untracked() && file.errors.check(&change) {
            send.run(("admin-colleague-saved", change, row.version));
        }
    };
    let choices = move || {
        offices.departments().into_iter().map(|(code, name)| Choice::new(code, name)).collect::<Vec<_>>()
    };
    let busy = Signal::derive(move || file.said.with(|said| *said == Said::Sending));
    view! {
        <form class="desk-form" novalidate on:submit=act>
            <ErrorSummary errors=file.errors/>
            <SelectField
                at="/department"
                label="admin-colleague-department"
                value=department
                errors=file.errors
                choices=Signal::derive(choices)
                none="admin-new-department-choose"
            />
            <RolesField value=roles errors=file.errors/>
            <p class="data-soft">{wording("admin-colleague-place-means")}</p>
            <div class="act-buttons">
                <Submit label="admin-colleague-save" busy/>
                <span role="status">{move || nothing.get().then(|| t("admin-colleague-nothing"))}</span>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::AccountId;

    use super::*;

    #[test]
    fn only_what_differs_is_sent() {
        let row = StaffRow {
            id: AccountId(uuid::Uuid::nil()),
            name: "Leyla Həsənova".into(),
            email: "l@migration.gov.az".into(),
            department: "baku".into(),
            roles: vec![StaffRole::Officer, StaffRole::Supervisor],
            deputy: None,
            deputy_name: None,
            disabled: false,
            ready: true,
            seen_at: None,
            version: 3,
        };
        let same = change(&row, "baku".into(), vec![StaffRole::Supervisor, StaffRole::Officer]);
        assert_eq!(same, ChangeStaff::default());
        let moved = change(&row, "ganja".into(), row.roles.clone());
        assert_eq!((moved.department.as_deref(), moved.roles), (Some("ganja"), None));
    }
}
