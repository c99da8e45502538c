//! The name of who is signed in, and the ways to one's parts, one's account and out.
use leptos::{ev, html, prelude::*};
use shared::permission::Permission;

use crate::{
    components::icon::{Icon, IconName},
    i18n::wording,
    place::{goer, way},
    session::session,
};

/// Opens under the name; closes on Escape and when the focus leaves it.
#[component]
pub fn PersonMenu() -> impl IntoView {
    let session = session();
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let go = goer();
    let out = move |_| {
        session.sign_out();
        go("/");
    };
    let name = move || session.me().map(|me| me.name).unwrap_or_default();
    let part = move |permission: Permission, path: &'static str, text: &'static str| {
        session.can(permission).then(|| {
            view! { <li><a href=way(path) on:click=move |_| close()>{wording(text)}</a></li> }
        })
    };
    view! {
        <details class="person" node_ref=menu on:keydown=key>
            <summary>
                <Icon name=IconName::User/>
                <span class="person-name" translate="no">{name}</span>
            </summary>
            <ul>
                {move || part(Permission::RegistrationsWrite, "/host/", "menu-host")}
                {move || part(Permission::PersonOwn, "/my/registrations", "menu-my")}
                {move || part(Permission::RegistrationsSupervise, "/desk/", "menu-desk")}
                {move || part(Permission::StaffManage, "/admin/", "menu-admin")}
                {move || part(Permission::ReportsRead, "/desk/reports", "report-rail")}
                {move || part(Permission::AuditInspect, "/admin/audit/access", "admin-rail-audit")}
                {move || part(Permission::AccountOwn, "/my/account", "menu-account")}
                <li>
                    <button type="button" on:click=out>
                        <Icon name=IconName::SignOut/>
                        {wording("ui-logout")}
                    </button>
                </li>
            </ul>
        </details>
    }
}
