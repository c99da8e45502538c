//! Bars under the header: the session is about to end (P21), the network is away (P16).
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{t_args, wording},
    session::session,
};

/// From two minutes before the end of a session.
#[component]
pub fn SessionBar() -> impl IntoView {
    let session = session();
    let ending = Memo::new(move |_| session.ending().is_some());
    // Said once, then only seen: a screen reader is not to count seconds aloud.
    let left = move || {
        let seconds = session.ending().unwrap_or_default();
        t_args(
            "session-left",
            &[("minutes", (seconds / 60).into()), ("seconds", format!("{:02}", seconds % 60).into())],
        )
    };
    move || {
        ending.get().then(|| {
            view! {
                <div class="bar bar-session">
                    <div class="frame">
                        <Icon name=IconName::Clock/>
                        <p>
                            <span role="alert">{wording("session-ending")}</span>
                            " "
                            <span aria-live="off">{left}</span>
                        </p>
                        <button class="govuk-button" type="button" on:click=move |_| session.go_on()>
                            {wording("ui-continue")}
                        </button>
                    </div>
                </div>
            }
        })
    }
}

/// While the browser says that there is no network.
#[component]
pub fn OfflineBar() -> impl IntoView {
    let away = RwSignal::new(false);
    Effect::new(move || away.set(!window().navigator().on_line()));
    let gone = window_event_listener(leptos::ev::offline, move |_| away.set(true));
    let back = window_event_listener(leptos::ev::online, move |_| away.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    view! {
        <div role="status">
            {move || {
                away.get().then(|| {
                    view! {
                        <div class="bar">
                            <div class="frame">
                                <Icon name=IconName::Offline/>
                                <p>{wording("offline-bar")}</p>
                            </div>
                        </div>
                    }
                })
            }}
        </div>
    }
}
