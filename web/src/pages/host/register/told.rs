//! What the host is told around the sending: the guest before, no network, a refusal that names no field.
use leptos::{ev, prelude::*};

use super::entry::Entry;
use crate::{
    client,
    components::{icon::IconName, note::Note, problem_note::ProblemNote, status_tag::Tone},
    i18n::{t, t_args},
    place::href,
};

/// The guest who has just been registered, above the form of the next one.
#[component]
pub fn DoneNote(entry: Entry) -> impl IntoView {
    view! {
        <div role="status">
            {move || {
                entry.done.get().map(|done| {
                    let id = done.id;
                    let said = t_args("host-register-done", &[
                        ("name", done.name.into()),
                        ("number", done.number.into()),
                    ]);
                    view! {
                        <Note icon=IconName::Tick tone=Tone::Ok>
                            <p class="note-title">{said}</p>
                            <p>{t("host-register-carried")}</p>
                            <p>
                                <a href=href(&entry.receipt(id))>{t("host-register-done-open")}</a>
                            </p>
                        </Note>
                    }
                })
            }}
        </div>
    }
}

/// Not about one field: the network, the service, a rule.
#[component]
pub fn SendProblem(entry: Entry) -> impl IntoView {
    let back = RwSignal::new(false);
    let handle = window_event_listener(ev::online, move |_| back.set(true));
    on_cleanup(move || handle.remove());
    move || {
        entry.problem.get().map(|problem| {
            if !client::is_offline(&problem) {
                return view! {
                    <ProblemNote problem/>
                    <p>{t("host-register-kept")}</p>
                }
                .into_any();
            }
            back.set(false);
            view! {
                <div role="alert">
                    <Note icon=IconName::Offline tone=Tone::Warn>
                        <p class="note-title">{t("host-register-offline-title")}</p>
                        <p>{t("host-register-offline")}</p>
                    </Note>
                </div>
                <p role="status">{move || back.get().then(|| t("host-register-back-online"))}</p>
            }
            .into_any()
        })
    }
}
