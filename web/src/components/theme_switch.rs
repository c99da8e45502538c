//! The look: as the system says, light, or dark. Remembered on this device; `theme.js` sets it before the first paint.
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
};

const KEY: &str = "theme";

/// What was chosen here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    System,
    Light,
    Dark,
}

impl Look {
    fn kept() -> Self {
        let kept =
            window().local_storage().ok().flatten().and_then(|storage| storage.get_item(KEY).ok().flatten());
        match kept.as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::System => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::System,
        }
    }

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::System => IconName::Half,
            Self::Light => IconName::Sun,
            Self::Dark => IconName::Moon,
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::System => "look-system",
            Self::Light => "look-light",
            Self::Dark => "look-dark",
        }
    }

    /// Sets it on the page and keeps it on this device.
    fn set(self) {
        let Some(root) = document().document_element() else { return };
        let storage = window().local_storage().ok().flatten();
        let _ = match self.name() {
            Some(name) => {
                storage.map(|storage| storage.set_item(KEY, name));
                root.set_attribute("data-theme", name)
            }
            None => {
                storage.map(|storage| storage.remove_item(KEY));
                root.remove_attribute("data-theme")
            }
        };
    }
}

/// One button that goes round: system, dark, light.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let look = RwSignal::new(Look::System);
    Effect::new(move || look.set(Look::kept()));
    let turn = move |_| {
        let next = look.get_untracked().next();
        next.set();
        look.set(next);
    };
    let name = move || t(look.get().text());
    view! {
        <button class="square" type="button" on:click=turn title=name>
            {move || view! { <Icon name=look.get().icon()/> }}
            <span class="govuk-visually-hidden">{name}</span>
        </button>
    }
}
