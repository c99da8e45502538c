//! S7 `/sign-in`: with e-mail and password; in demo mode a list of accounts to try.
use leptos::{prelude::*, task::spawn_local};
use shared::{identity::Me, permission::Permission};

pub mod code;

use crate::{
    client::{self, identity::DemoAccount},
    components::{
        icon::IconName, note::Note, page_title::PageTitle, sign_in_form::SignInForm, status_tag::Tone,
    },
    i18n::{has_text, t, wording},
    place::{self, goer, way},
    session::{Who, session},
};

/// What one page of signing in hands to the next.
#[derive(Debug, Clone, Copy)]
pub struct Entering {
    pub email: RwSignal<String>,
    /// Given at sign-up and asked for with the code; kept on this page only, until then.
    pub password: RwSignal<String>,
    /// Key of what has just been done, said on the next page.
    pub done: RwSignal<Option<&'static str>>,
}

impl Entering {
    pub fn provide() {
        let empty = || RwSignal::new(String::new());
        provide_context(Self { email: empty(), password: empty(), done: RwSignal::new(None) });
    }
}

/// The way in; who is in already is led on.
#[component]
pub fn SignInPage() -> impl IntoView {
    let entering: Entering = expect_context();
    let password = RwSignal::new(String::new());
    let (session, go) = (session(), goer());
    // What was typed here goes along.
    let along = move |_| entering.password.set(password.get_untracked());
    let code = move || {
        view! {
            <p class="after">
                {wording("sign-in-unconfirmed")} " "
                <a href=way("/sign-in/code") on:click=along>{wording("code-title")}</a>
            </p>
        }
    };
    Effect::new(move || {
        if let Who::Known(me) = session.who() {
            entering.done.set(None);
            go(&place::take_wanted().unwrap_or_else(|| home(&me).to_owned()));
        }
    });
    view! {
        <div class="frame page">
            <div class="with-aside">
                <div class="narrow">
                    <PageTitle text=Signal::derive(wording("sign-in-title"))/>
                    {move || {
                        entering.done.get().map(|done| {
                            view! {
                                <div class="after">
                                    <Note tone=Tone::Ok icon=IconName::Tick>
                                        <p role="status">{wording(done)}</p>
                                    </Note>
                                </div>
                            }
                        })
                    }}
                    <SignInForm email=entering.email password done=|()| {} refused=ViewFn::from(code)/>
                    <p class="after">
                        <a href=way("/reset")>{wording("ui-forgot-password")}</a>
                    </p>
                    <p class="after">
                        {wording("sign-in-new")} " "
                        <a href=way("/sign-up")>{wording("ui-sign-up")}</a>
                    </p>
                </div>
                <aside>
                    <DemoAccounts email=entering.email password/>
                </aside>
            </div>
        </div>
    }
}

/// Where the work of an account is.
fn home(me: &Me) -> &'static str {
    let can = |permission| me.permissions.contains(&permission);
    if can(Permission::RegistrationsWrite) {
        "/host/"
    } else if can(Permission::RegistrationsSupervise) {
        "/desk/"
    } else if can(Permission::StaffManage) {
        "/admin/"
    } else if can(Permission::ReportsRead) {
        "/desk/reports"
    } else if can(Permission::AuditRead) {
        "/admin/audit/access"
    } else if can(Permission::PersonOwn) {
        "/my/registrations"
    } else {
        "/my/account"
    }
}

/// Production answers 404 here, and then there is no panel.
#[component]
fn DemoAccounts(email: RwSignal<String>, password: RwSignal<String>) -> impl IntoView {
    let accounts = RwSignal::<Vec<DemoAccount>>::new(Vec::new());
    spawn_local(async move {
        if let Ok(list) = client::identity::demo_accounts().await {
            accounts.set(list);
        }
    });
    let line = move |account: DemoAccount| {
        let DemoAccount { email: address, password: secret, role, name } = account;
        let key = format!("role-{role}");
        let shown = address.clone();
        let fill = move |_| {
            email.set(address.clone());
            password.set(secret.clone());
        };
        let role = move || if has_text(&key) { t(&key) } else { role.clone() };
        view! {
            <li>
                <button type="button" on:click=fill>
                    <strong translate="no">{name}</strong>
                    <span class="second">{role}</span>
                    <small translate="no">{shown}</small>
                </button>
            </li>
        }
    };
    move || {
        let list = accounts.get();
        (!list.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="demo">
                    <h2 id="demo">{wording("demo-title")}</h2>
                    <p class="second">{wording("demo-lead")}</p>
                    <ul class="demo">{list.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}
