//! P21: the session ended; signing in over the page, which stays as it was.
use leptos::{html, prelude::*, reactive::computed::ScopedFuture, task::spawn_local, wasm_split};

use crate::{
    app::failed,
    client::NotCarried,
    components::sign_in_form::SignInForm,
    i18n::{self, wording},
    session::{Who, session},
};

/// Opens by itself when the session has ended.
#[component]
pub fn SignInOver() -> impl IntoView {
    let session = session();
    let ended = Memo::new(move |_| matches!(session.who(), Who::Ended(_)));
    let known = Memo::new(move |_| session.me().is_some());
    let drawn = RwSignal::new_local(None::<AnyView>);
    Effect::new(move || {
        if known.get() {
            // While the network is there: it is needed when work would be lost.
            spawn_local(async { drop(fetch_dialog().await) });
        }
    });
    Effect::new(move || {
        if !ended.get() {
            return drawn.set(None);
        }
        let texts = i18n::texts();
        spawn_local(ScopedFuture::new(async move {
            match dialog().await {
                Ok(view) if texts.rest().await => drop(drawn.try_set(Some(view))),
                _ => failed(),
            }
        }));
    });
    move || {
        drawn.track();
        drawn.try_update_untracked(Option::take).flatten()
    }
}

/// The dialog, which most visits never need.
#[wasm_split::wasm_split(sign_in_over, wasm_split_path = ::leptos::wasm_split, preload(fetch_dialog), fallible)]
fn dialog() -> Result<AnyView, NotCarried> {
    Ok(view! { <Dialog/> }.into_any())
}

#[component]
fn Dialog() -> impl IntoView {
    let session = session();
    let dialog = NodeRef::<html::Dialog>::new();
    let email = RwSignal::new(untrack(|| session.me()).map(|me| me.email).unwrap_or_default());
    let password = RwSignal::new(String::new());
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="over" node_ref=dialog aria-labelledby="over-title" on:cancel=move |event: leptos::ev::Event| event.prevent_default()>
            <h2 id="over-title">{wording("session-ended-title")}</h2>
            <p>{wording("session-ended-lead")}</p>
            <SignInForm email password done=move |()| {}/>
            <p class="after">
                <button class="quiet" type="button" on:click=move |_| session.sign_out()>
                    {wording("session-ended-leave")}
                </button>
            </p>
        </dialog>
    }
}
