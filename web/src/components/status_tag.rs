//! A status is an icon, a word and a tint; which of them belongs to which status stands here and nowhere else.
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
};

/// What a tint means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done, valid, in time.
    Ok,
    /// In work.
    Info,
    /// Waits on somebody else.
    Wait,
    /// Near, unfinished, not known.
    Warn,
    /// Wrong, over, refused.
    Bad,
    /// Not yet, closed.
    Mute,
}

impl Tone {
    /// The class that carries the tint.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Ok => "tag tag-ok",
            Self::Info => "tag tag-info",
            Self::Wait => "tag tag-wait",
            Self::Warn => "tag tag-warn",
            Self::Bad => "tag tag-bad",
            Self::Mute => "tag tag-mute",
        }
    }
}

/// The tone and the icon of a status, by the code after `status-`.
pub fn look_of(status: &str) -> (Tone, IconName) {
    match status {
        "registered"
        | "approved"
        | "paid"
        | "valid"
        | "ready"
        | "issued"
        | "address_confirmed"
        | "task_done"
        | "correction_accepted" => (Tone::Ok, IconName::Tick),
        "submitted" | "correction_submitted" | "received" | "under_consideration" | "new" => {
            (Tone::Info, IconName::Eye)
        }
        "awaiting_approval" | "in_production" => (Tone::Info, IconName::Paper),
        "interagency_check" | "correction_recommended" | "address_pending" => {
            (Tone::Wait, IconName::Hourglass)
        }
        "suspended" | "clock_stopped" => (Tone::Wait, IconName::Pause),
        "returned" | "additional_documents" | "awaiting_payment" | "expires_soon" | "registered_late" => {
            (Tone::Warn, IconName::Warning)
        }
        "task_started" => (Tone::Warn, IconName::Half),
        "refused" | "correction_refused" | "cancelled" | "overdue" | "expired" | "address_rejected" => {
            (Tone::Bad, IconName::Alert)
        }
        "task_locked" | "left_without_consideration" => (Tone::Mute, IconName::Lock),
        _ => (Tone::Mute, IconName::Ring),
    }
}

/// `<StatusTag status="registered"/>`: the word is `status-registered`.
#[component]
pub fn StatusTag(#[prop(into)] status: Signal<String>) -> impl IntoView {
    move || {
        let status = status.get();
        let (tone, icon) = look_of(&status);
        view! { <Tag tone icon text=Signal::derive(move || t(&format!("status-{status}")))/> }
    }
}

/// A tinted word with its icon.
#[component]
pub fn Tag(tone: Tone, icon: IconName, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <span class=tone.class()>
            <Icon name=icon/>
            {text}
        </span>
    }
}
