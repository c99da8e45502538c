//! P21: the session ended; signing in over the page, which stays as it was.
use leptos::{html, prelude::*};

use crate::{
    components::sign_in_form::SignInForm,
    i18n::wording,
    session::{Who, session},
};

/// Opens by itself when the session has ended.
#[component]
pub fn SignInOver() -> impl IntoView {
    let session = session();
    let ended = Memo::new(move |_| matches!(session.who(), Who::Ended(_)));
    move || ended.get().then(|| view! { <Dialog/> })
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
