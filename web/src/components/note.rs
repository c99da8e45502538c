//! A quiet box beside the work: a fact, a consequence, a telephone number.
use leptos::prelude::*;

use crate::components::{
    icon::{Icon, IconName},
    status_tag::Tone,
};

/// `<Note icon=IconName::Info>…</Note>`.
#[component]
pub fn Note(
    #[prop(default = IconName::Info)] icon: IconName,
    #[prop(default = Tone::Info)] tone: Tone,
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Ok => "note note-ok",
        Tone::Warn => "note note-warn",
        Tone::Bad => "note note-bad",
        Tone::Wait => "note note-wait",
        Tone::Info | Tone::Mute => "note",
    };
    view! {
        <div class=class>
            <Icon name=icon/>
            <div>{children()}</div>
        </div>
    }
}
