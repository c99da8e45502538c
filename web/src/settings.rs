//! What the shell of the page says about itself: addresses of files whose names carry a hash.
use std::sync::Arc;

use leptos::prelude::document;
use serde::Deserialize;
use shared::identity::Language;

use crate::root::everywhere;

/// `<script type="application/json" id="umis">`.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Settings {
    #[serde(default)]
    pub texts: TextAddresses,
    #[serde(default)]
    pub styles: StyleAddresses,
    /// Address of the service's law in the edition in force; absent: it is asked for.
    #[serde(default)]
    pub law: Option<String>,
}

/// Where the two parts of the catalogue of each language lie: what a first visit shows, and the others.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct TextAddresses {
    az: [String; 2],
    en: [String; 2],
    ru: [String; 2],
}

/// Sheets that come with a part.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct StyleAddresses {
    pub desk: Option<String>,
}

/// The settings, a context of the application.
pub fn settings() -> Arc<Settings> {
    everywhere()
}

impl TextAddresses {
    pub const fn of(&self, language: Language) -> &[String; 2] {
        match language {
            Language::Az => &self.az,
            Language::En => &self.en,
            Language::Ru => &self.ru,
        }
    }
}

impl Settings {
    /// Empty when the page was not given any: then every text shows its key.
    pub fn read() -> Self {
        let script = document().get_element_by_id("umis").and_then(|script| script.text_content());
        script.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }
}
