//! Words in the three languages, and what an item of law rests on.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A text in each language. The loader refuses an empty one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Caption {
    pub az: String,
    pub en: String,
    pub ru: String,
}

impl Caption {
    /// The text in `lang`; Azerbaijani, which has legal force, for any other language.
    pub fn text(&self, lang: &str) -> &str {
        match lang {
            "en" => &self.en,
            "ru" => &self.ru,
            _ => &self.az,
        }
    }

    /// Language codes and texts, Azerbaijani first.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [("az", self.az.as_str()), ("en", self.en.as_str()), ("ru", self.ru.as_str())].into_iter()
    }
}

/// What an item of law rests on and when it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Id of an act and, where there is one, its article: `MC 21.4`.
    pub legal_basis: String,
    pub valid_from: NaiveDate,
    /// The last day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// Where we know it from.
    pub source: String,
    /// False while a source has to be found: staff see "to be confirmed".
    #[serde(default = "yes")]
    pub confirmed: bool,
}

impl Standing {
    /// Whether the item is in force on `on`.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }
}

fn yes() -> bool {
    true
}

/// An act of law that items refer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    pub id: String,
    pub caption: Caption,
    /// How an article is cited; `{article}` stands for its number.
    pub citation: Caption,
}

/// A legal basis taken apart: the act's id and the article, which may be empty.
pub fn basis(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}
