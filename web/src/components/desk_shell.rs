//! The shell of the desk and the administration: bar, rail, keys, and who may come in.
use leptos::{ev, html, prelude::*};
use shared::{permission::Permission, registrations::SearchRegistrations};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::Element;

use crate::{
    components::{
        desk_keys::{self, KeysSheet},
        desk_rail::Rail,
        icon::{Icon, IconName, Mark},
        language_switch::LanguageSwitch,
        page_title::PageTitle,
        person_menu::PersonMenu,
        sign_in_form::SignInForm,
        skeleton::Skeleton,
        theme_switch::ThemeSwitch,
        trouble::Whole,
    },
    i18n::wording,
    offices::{Offices, offices},
    place::{self, Part, goer, href},
    session::{Who, session},
};

/// Asks for the list on the page again.
#[derive(Debug, Clone, Copy)]
pub struct Reload(RwSignal<u32>);

impl Reload {
    pub fn again(self) {
        self.0.update(|times| *times = times.wrapping_add(1));
    }

    /// Call it where the list is fetched.
    pub fn track(self) {
        self.0.track();
    }
}

/// The desk's reload, a context.
pub fn reload() -> Reload {
    expect_context()
}

/// What the officer looks for. It lives in memory only: names never stand in an address (F5).
#[derive(Debug, Clone, Copy)]
pub struct Question(pub RwSignal<SearchRegistrations>);

/// The desk's question, a context.
pub fn question() -> Question {
    expect_context()
}

/// May this account come in?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Asking,
    SignIn,
    Closed,
    Open,
}

/// Bar, rail and the page between them.
#[component]
pub fn DeskShell(
    /// Any of these opens the door.
    need: &'static [Permission],
    /// Key of the sentence for accounts that have no business here.
    closed: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    provide_context(Reload(RwSignal::new(0)));
    provide_context(Question(RwSignal::default()));
    Offices::provide();
    let seek = NodeRef::new();
    desk_keys::listen(seek);
    let dressed = dressed();
    let session = session();
    let door = Memo::new(move |_| match session.who() {
        Who::Asking => Door::Asking,
        Who::Nobody => Door::SignIn,
        Who::Known(me) | Who::Ended(me) if need.iter().any(|right| me.permissions.contains(right)) => {
            Door::Open
        }
        Who::Known(_) | Who::Ended(_) => Door::Closed,
    });
    let children = StoredValue::new(children);
    view! {
        <div class="desk" hidden=move || !dressed.get()>
            <Bar seek/>
            <Rail/>
            <main id="main" class="desk-main" tabindex="-1">
                <Whole>
                    {move || match door.get() {
                        Door::Asking => view! { <Skeleton lines=12/> }.into_any(),
                        Door::SignIn => view! { <SignInFirst/> }.into_any(),
                        Door::Closed => view! { <Closed next=closed/> }.into_any(),
                        Door::Open => children.with_value(|children| children()),
                    }}
                </Whole>
            </main>
        </div>
        <KeysSheet/>
    }
}

/// Is the desk's sheet there? The application asks for it; nothing is shown plain before it has come.
fn dressed() -> RwSignal<bool> {
    let link = document().get_element_by_id("desk-sheet");
    let here =
        |link: &Element| js_sys::Reflect::get(link, &"sheet".into()).is_ok_and(|sheet| !sheet.is_null());
    let dressed = RwSignal::new(link.as_ref().is_none_or(here));
    for event in ["load", "error"] {
        // Also when it could not be fetched: plain is better than nothing.
        let come = Closure::once_into_js(move || {
            let _ = dressed.try_set(true);
        });
        if let Some(link) = &link {
            let _ = link.add_event_listener_with_callback(event, come.unchecked_ref());
        }
    }
    dressed
}

#[component]
fn Bar(seek: NodeRef<html::Input>) -> impl IntoView {
    let session = session();
    let offices = offices();
    let department = move || {
        offices.law()?;
        session.me().and_then(|me| me.department).map(|code| offices.department(&code))
    };
    let known = Memo::new(move |_| session.me().is_some());
    let asking = Memo::new(move |_| session.who() == Who::Asking);
    // While the server is asked who is there, the box keeps its place at the desk.
    let at_desk = place::here().with_untracked(|here| here.part == Part::Desk);
    let seeks =
        Memo::new(move |_| session.can(Permission::RegistrationsSupervise) || (at_desk && asking.get()));
    let home = move || {
        if seeks.get() {
            "/desk"
        } else if session.can(Permission::StaffManage) {
            "/admin"
        } else if session.can(Permission::ReportsRead) {
            "/desk/reports"
        } else {
            "/admin/audit/access"
        }
    };
    view! {
        <header class="desk-bar">
            <a class="desk-brand" href=move || href(home())>
                <Mark/>
                {wording("app-name")}
            </a>
            {move || seeks.get().then(|| view! { <Seek seek/> })}
            <div class="desk-bar-end">
                <span class="desk-office">{department}</span>
                <LanguageSwitch/>
                <ThemeSwitch/>
                {move || (known.get() || asking.get()).then(|| view! { <PersonMenu/> })}
            </div>
        </header>
    }
}

/// One box for a number, a name or a document.
#[component]
fn Seek(seek: NodeRef<html::Input>) -> impl IntoView {
    let go = goer();
    let question = question();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(seek) = seek.get_untracked() else { return };
        let asked = read(&seek.value());
        if asked == SearchRegistrations::default() {
            return;
        }
        question.0.set(asked);
        seek.set_value("");
        go("/desk/search");
    };
    view! {
        <form class="desk-seek" role="search" on:submit=send>
            <input id="desk-seek" node_ref=seek type="search" placeholder=" " autocomplete="off" maxlength="80"/>
            <label for="desk-seek">{wording("desk-search-field")}</label>
            <Icon name=IconName::Search/>
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
}

/// Letters only are a name; figures with a hyphen, or figures only, the number of a registration; the rest a document.
fn read(text: &str) -> SearchRegistrations {
    let text = text.trim();
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let mut asked = SearchRegistrations::default();
    if text.is_empty() {
        return asked;
    }
    if figures == 0 {
        asked.name = Some(text.to_owned());
    } else if text.chars().all(|letter| letter.is_ascii_digit() || letter == '-')
        && (text.contains('-') || figures > 11)
    {
        asked.number = Some(text.to_owned());
    } else {
        asked.document_number = Some(text.replace([' ', '-'], "").to_ascii_uppercase());
    }
    asked
}

/// In place: the page that was asked for is drawn as soon as the server knows who it is.
#[component]
fn SignInFirst() -> impl IntoView {
    let (email, password) = (RwSignal::default(), RwSignal::default());
    view! {
        <div class="desk-sign-in">
            <PageTitle text=Signal::derive(wording("desk-sign-in-first"))/>
            <SignInForm email password done=|()| ()/>
        </div>
    }
}

#[component]
fn Closed(next: &'static str) -> impl IntoView {
    let session = session();
    let own = move || {
        let can = |right| session.can(right);
        if can(Permission::RegistrationsSupervise) {
            "/desk"
        } else if can(Permission::StaffManage) {
            "/admin"
        } else if can(Permission::ReportsRead) {
            "/desk/reports"
        } else if can(Permission::AuditRead) {
            "/admin/audit/access"
        } else if can(Permission::RegistrationsWrite) {
            "/host"
        } else {
            "/my/account"
        }
    };
    view! {
        <PageTitle text=Signal::derive(wording("desk-not-yours"))/>
        <p>{wording(next)}</p>
        <p>
            <a class="govuk-button" href=move || href(own())>
                {wording("desk-own-part")}
            </a>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_box_understands_a_name_a_number_and_a_document() {
        assert_eq!(read(" Əliyev ").name.as_deref(), Some("Əliyev"));
        assert_eq!(read("2026-48217036-7").number.as_deref(), Some("2026-48217036-7"));
        assert_eq!(read("u 214 57893").document_number.as_deref(), Some("U21457893"));
        assert_eq!(read("214578937").document_number.as_deref(), Some("214578937"));
        assert_eq!(read("  "), SearchRegistrations::default());
    }
}
