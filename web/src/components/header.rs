//! The top of every page but the desk's: the product, the menu of the part, language, look, who is signed in.
use leptos::prelude::*;
use shared::{permission::Permission, registrations::RegistrationCounts};

use crate::{
    components::{
        filters::in_figures,
        icon::{Icon, IconName, Mark},
        language_switch::LanguageSwitch,
        person_menu::PersonMenu,
        theme_switch::ThemeSwitch,
    },
    i18n::{language, t, wording},
    place::{self, Part, way},
    session::{Who, session},
};

/// One entry of a menu: its text, its address, the first words of the addresses it stands for, and its number.
struct Entry {
    text: &'static str,
    path: &'static str,
    covers: &'static [&'static str],
    count: fn(RegistrationCounts) -> i64,
}

const fn none(_: RegistrationCounts) -> i64 {
    0
}

const PUBLIC: &[Entry] = &[
    Entry { text: "menu-services", path: "/services", covers: &["services"], count: none },
    Entry {
        text: "menu-calculators",
        path: "/calculators/registration",
        covers: &["calculators"],
        count: none,
    },
    Entry { text: "menu-check", path: "/check", covers: &["check"], count: none },
    Entry { text: "menu-help", path: "/help", covers: &["help", "contacts"], count: none },
];

/// Numbers are work, not news.
const HOST: &[Entry] = &[
    Entry { text: "menu-host-new", path: "/host/", covers: &["", "upload"], count: none },
    Entry {
        text: "menu-host-guests",
        path: "/host/guests",
        covers: &["guests", "closed"],
        count: |all| all.in_force,
    },
    Entry { text: "menu-host-ending", path: "/host/ending", covers: &["ending"], count: |all| all.ending },
    Entry { text: "menu-host-premises", path: "/host/premises", covers: &["premises"], count: none },
    Entry { text: "menu-host-clients", path: "/host/clients", covers: &["clients"], count: none },
];

const MY: &[Entry] = &[
    Entry {
        text: "menu-my-registrations",
        path: "/my/registrations",
        covers: &["", "registrations"],
        count: none,
    },
    Entry { text: "menu-my-seen", path: "/my/access-log", covers: &["access-log"], count: none },
    Entry { text: "menu-my-data", path: "/my/data", covers: &["data"], count: none },
];

/// The header; the parts of hosts and of persons have their own menus below.
#[component]
pub fn Header() -> impl IntoView {
    let here = place::here();
    let part = Memo::new(move |_| here.with(|here| here.part));
    let open = RwSignal::new(false);
    // Another page: the menu of a phone closes.
    Effect::new(move || {
        here.track();
        open.set(false);
    });
    let toggle = move |_| open.update(|open| *open = !*open);
    let expanded = move || open.get().to_string();
    let public = move || part.get() == Part::Public;
    view! {
        <header class="header">
            <div class="frame header-line" class:header-only-part=move || !public()>
                <a class="brand" href=way("/")>
                    <Mark/>
                    <span>
                        <strong>{wording("app-name")}</strong>
                        <small>{wording("org-service-short")}</small>
                    </span>
                </a>
                <button class="square header-open" type="button" aria-expanded=expanded aria-controls="header-menu"
                    aria-label=wording("menu-language") on:click=toggle>
                    {move || language().code().to_ascii_uppercase()}
                </button>
                <button class="square header-open" type="button" aria-expanded=expanded aria-controls="header-menu"
                    aria-label=wording("menu-open") on:click=toggle>
                    <Icon name=IconName::Menu/>
                </button>
                <div class="header-menu" class:is-open=open id="header-menu">
                    <Menu entries=PUBLIC name="menu-main"/>
                    <div class="header-tools">
                        <LanguageSwitch/>
                        <ThemeSwitch/>
                        <Whoever/>
                    </div>
                </div>
            </div>
        </header>
        {move || (part.get() == Part::Host).then(|| view! { <HostMenu/> })}
        {move || (part.get() == Part::My).then(|| view! { <MyMenu/> })}
    }
}

/// Who is signed in, or the way in.
#[component]
fn Whoever() -> impl IntoView {
    let session = session();
    let known = Memo::new(move |_| session.me().is_some());
    let asking = Memo::new(move |_| session.who() == Who::Asking);
    move || {
        if known.get() {
            view! { <PersonMenu/> }.into_any()
        } else {
            // While the server is asked the place is kept.
            view! {
                <a class="header-sign-in" href=way("/sign-in") class:waits=move || asking.get()>
                    {wording("ui-login")}
                </a>
            }
            .into_any()
        }
    }
}

#[component]
fn HostMenu() -> impl IntoView {
    let session = session();
    // Its place is kept while the server is asked who is there.
    let host =
        Memo::new(move |_| session.who() == Who::Asking || session.can(Permission::RegistrationsWrite));
    let party = move || {
        session.me().and_then(|me| me.party).map(|party| {
            let number = match (&party.voen, &party.fin) {
                (Some(voen), _) => format!(" · {} {voen}", t("my-account-voen")),
                _ => String::new(),
            };
            view! {
                <p class="part-party" translate="no">
                    <Icon name=IconName::Building/>
                    {party.name}
                    {number}
                </p>
            }
        })
    };
    move || {
        host.get().then(|| {
            view! {
                <section class="part" aria-label=wording("menu-host")>
                    <div class="frame">
                        <Menu entries=HOST name="menu-host"/>
                        {party}
                    </div>
                </section>
            }
        })
    }
}

#[component]
fn MyMenu() -> impl IntoView {
    view! {
        <section class="part" aria-label=wording("menu-my")>
            <div class="frame">
                <Menu entries=MY name="menu-my"/>
            </div>
        </section>
    }
}

#[component]
fn Menu(entries: &'static [Entry], name: &'static str) -> impl IntoView {
    let here = place::here();
    let session = session();
    let item = move |entry: &'static Entry| {
        let current = Memo::new(move |_| {
            here.with(|here| {
                let first = here.rest.first().map_or("", String::as_str);
                entry.covers.contains(&first)
            })
        });
        let count = move || {
            let counts = session.me().map(|me| me.counts).unwrap_or_default();
            let count = (entry.count)(counts);
            (count > 0).then(|| view! { <span class="menu-count">{in_figures(count)}</span> })
        };
        view! {
            <li>
                <a href=way(entry.path) aria-current=move || current.get().then_some("page")>
                    {wording(entry.text)}
                    {count}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=wording(name)>
            <ul class="menu">{entries.iter().map(item).collect_view()}</ul>
        </nav>
    }
}
