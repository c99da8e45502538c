//! The application: contexts, the shell around every page, and which part is drawn.
use std::sync::Arc;

use leptos::{prelude::*, reactive::computed::ScopedFuture, task::spawn_local};
use leptos_router::{
    LazyRoute,
    components::Router,
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};
use shared::texts::{Lang, Table};
use wasm_bindgen::JsCast;

use crate::{
    client,
    components::{
        bars::{OfflineBar, SessionBar},
        footer::{Footer, SmallFooter},
        header::Header,
        sign_in_over::SignInOver,
    },
    fallen::Fallen,
    i18n::{self, Texts, wording},
    pages::{PublicPart, account::AccountPart, admin::AdminPart, desk::DeskPart, host::HostPart, my::MyPart},
    place::{self, CurrentPlace, Part},
    press::Press,
    root,
    session::Session,
    settings::{Settings, settings},
    typed::Typed,
};

/// Fetches the texts and takes the page over from the shell that painted first.
pub async fn start() {
    let settings = Settings::read();
    let path = window().location().pathname().unwrap_or_default();
    let language = place::language_of(&path).unwrap_or_default();
    let [first, _] = settings.texts.of(language);
    let table = client::texts::table(first, language).await;
    let Some(root) = document().get_element_by_id(ROOT) else { return };
    // Without words there is no page.
    let Some(table) = table else { return failed() };
    let typed = Typed::within(ROOT);
    root.set_text_content(None);
    mount_to(root.unchecked_into(), move || view! { <App table settings/> }).forget();
    typed.type_again();
}

/// Where the page stands; the shell has painted there before.
const ROOT: &str = "page";

/// The network did not carry what the page needs; the shell has a note for this.
pub fn failed() {
    if let Some(note) = document().get_element_by_id("failed") {
        let _ = note.remove_attribute("hidden");
    }
}

/// Everything there is.
#[component]
fn App(table: Table, settings: Settings) -> impl IntoView {
    Texts::provide(table);
    provide_context(Arc::new(settings));
    view! {
        <Router>
            <Shell/>
        </Router>
    }
}

#[component]
fn Shell() -> impl IntoView {
    CurrentPlace::provide();
    Session::provide();
    root::begin();
    Fallen::provide();
    Press::provide();
    follow_language();
    write_address();

    let here = place::here();
    let part = Memo::new(move |_| here.with(|here| here.part));
    Effect::new(move || dress(part.get()));
    view! {
        <a class="skip" href="#main" rel="external" on:click=skip>
            {wording("ui-skip-to-content")}
        </a>
        <SessionBar/>
        {move || match part.get() {
            // The desk draws its own bar and rail.
            Part::Desk => view! { <OfflineBar/><Later part=DeskPart/> }.into_any(),
            Part::Admin => view! { <OfflineBar/><Later part=AdminPart/> }.into_any(),
            Part::Public => view! { <Header/><OfflineBar/><main id="main" tabindex="-1"><PublicPart/></main><Footer/> }.into_any(),
            Part::Host => view! { <Work><Later part=HostPart/></Work> }.into_any(),
            Part::Account => view! { <Work><Later part=AccountPart/></Work> }.into_any(),
            Part::My => view! { <Work><Later part=MyPart/></Work> }.into_any(),
        }}
        <SignInOver/>
    }
}

/// The frame of a page on which somebody works.
#[component]
fn Work(children: Children) -> impl IntoView {
    view! {
        <Header/>
        <OfflineBar/>
        <main id="main" tabindex="-1">
            <div class="frame page">{children()}</div>
        </main>
        <SmallFooter/>
    }
}

/// A part whose code comes when it is first opened.
#[component]
pub fn Later<P: LazyRoute>(part: P) -> impl IntoView {
    // Not in a `Suspense`: what that has drawn lives on for a moment after its signals are gone.
    let drawn = RwSignal::new_local(None::<AnyView>);
    let waiting = ScopedFuture::new(async move { P::view(part).await });
    let texts = i18n::texts();
    // Beside the words, not after them.
    spawn_local(P::preload());
    spawn_local(async move {
        if !texts.rest().await {
            return failed();
        }
        let view = waiting.await;
        let _ = drawn.try_set(Some(view));
    });
    move || {
        drawn.track();
        drawn.try_update_untracked(Option::take).flatten()
    }
}

/// The words follow the address (P18): another prefix, another catalogue, the same page.
fn follow_language() {
    let path = use_location().pathname;
    let texts = i18n::texts();
    let wanted = Memo::new(move |_| place::language_of(&path.get()).unwrap_or_default());
    Effect::new(move || {
        let wanted_now = wanted.get();
        if texts.now().lang() == wanted_now {
            return;
        }
        spawn_local(async move {
            let table = texts.other(wanted_now).await;
            if let Some(table) = table.filter(|_| wanted.get_untracked() == wanted_now) {
                texts.replace(table);
            }
        });
    });
    Effect::new(move || {
        let language = i18n::language();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", Lang::code(language));
        }
        client::texts::remember(language);
    });
}

/// A link that was followed goes into the address bar and the history once its page is drawn. The router leaves this
/// to its `Routes`, which we do without.
fn write_address() {
    let path = use_location().pathname;
    let Some(address) = use_context::<BrowserUrl>() else { return };
    Effect::new(move || {
        path.track();
        address.ready_to_complete();
    });
}

/// Density and sheet of the desk and the administration.
fn dress(part: Part) {
    let compact = matches!(part, Part::Desk | Part::Admin);
    let Some(body) = document().body() else { return };
    let _ = if compact {
        body.set_attribute("data-density", "compact")
    } else {
        body.remove_attribute("data-density")
    };
    let Some(sheet) = settings().styles.desk.clone().filter(|_| compact) else { return };
    if document().get_element_by_id("desk-sheet").is_none()
        && let Ok(link) = document().create_element("link")
    {
        let _ = link.set_attribute("id", "desk-sheet");
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", &sheet);
        if let Some(head) = document().head() {
            let _ = head.append_child(&link);
        }
    }
}

/// To the content, past the menus; the address stays as it is.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main")
        && let Ok(main) = main.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = main.focus();
    }
}
