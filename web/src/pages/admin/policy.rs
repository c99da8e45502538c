//! `/admin/policy`: the policy table, drawn from the very rule that the server asks (B1).
use leptos::prelude::*;
use shared::permission::{Permission, Role};

use crate::{
    components::{
        data_table::{Column, DataTable, column},
        icon::{Icon, IconName},
        page_title::PageTitle,
    },
    i18n::{t, wording},
};

const COLUMNS: &[Column] = &[
    column("admin-policy-permission"),
    column("role-host"),
    column("role-client"),
    column("role-person"),
    column("role-officer"),
    column("role-supervisor"),
    column("role-administrator"),
    column("role-auditor"),
    column("role-analyst"),
];

/// In the order of the columns.
const ROLES: [Role; 8] = [
    Role::Host,
    Role::Client,
    Role::Person,
    Role::Officer,
    Role::Supervisor,
    Role::Administrator,
    Role::Auditor,
    Role::Analyst,
];

/// In the order of the catalogue: first one's own things, then those of others.
const PERMISSIONS: [Permission; 17] = [
    Permission::AccountOwn,
    Permission::RegistrationsWrite,
    Permission::RegistrationsRead,
    Permission::PremisesWrite,
    Permission::PremisesRead,
    Permission::ClientsManage,
    Permission::PersonOwn,
    Permission::RegistrationsSupervise,
    Permission::PremisesSupervise,
    Permission::PremisesDecide,
    Permission::DepartmentOversee,
    Permission::PersonsLink,
    Permission::PersonsUnlink,
    Permission::StaffManage,
    Permission::AuditRead,
    Permission::AuditInspect,
    Permission::ReportsRead,
];

/// Roles across, permissions down.
#[component]
pub fn PolicyPage() -> impl IntoView {
    let rows = PERMISSIONS.map(|permission| view! { <Row permission/> }).collect_view();
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("admin-policy-title"))/>
        </div>
        <p>{wording("admin-policy-lead")}</p>
        <DataTable name="admin-policy-title" columns=COLUMNS class="policy">
            <tbody>{rows}</tbody>
        </DataTable>
    }
}

#[component]
fn Row(permission: Permission) -> impl IntoView {
    let code = permission.to_string();
    let key = format!("admin-permission-{}", code.replace('.', "-"));
    let cells =
        ROLES.map(|role| view! { <Has has=role.permissions().contains(&permission)/> }).collect_view();
    view! {
        <tr>
            <th scope="row">
                {move || t(&key)}
                " "
                <code class="data-soft" translate="no">{code}</code>
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn Has(has: bool) -> impl IntoView {
    let (class, icon, text) = match has {
        true => ("tick", IconName::Tick, "admin-policy-has"),
        false => ("cross", IconName::Cross, "admin-policy-has-not"),
    };
    view! {
        <td class=class>
            <Icon name=icon/>
            <span class="govuk-visually-hidden">{wording(text)}</span>
        </td>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A permission that nobody added to the page would be missing from the table without a word.
    #[test]
    fn every_permission_of_every_role_has_its_row() {
        for role in ROLES {
            for permission in role.permissions() {
                assert!(PERMISSIONS.contains(permission), "{permission}");
            }
        }
    }
}
