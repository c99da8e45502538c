//! Texts that people see: one table per language, one small resolver for server and page.
pub mod format;
pub mod number;
mod table;

use std::borrow::Cow;

use chrono::NaiveDate;

pub use crate::identity::Language as Lang;
pub use number::Number;
pub use table::{Table, Unreadable};

impl Lang {
    /// In the order of the menu.
    pub const ALL: [Self; 3] = [Self::Az, Self::En, Self::Ru];

    /// The first part of every address of the page, and the value of `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Az => "az",
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Az => "Azərbaycan dili",
            Self::En => "English",
            Self::Ru => "Русский",
        }
    }

    /// `az`, `en` or `ru`, also with a region: `en-GB`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?.trim();
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The language of ours that the reader likes best; of equals the one named first.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, u16)> = None;
        for choice in header.split(',') {
            let (code, weight) = choice.split_once(';').unwrap_or((choice, ""));
            let Some(lang) = Self::from_code(code.trim()) else { continue };
            let weight = thousandths(weight);
            if weight > best.map_or(0, |(_, known)| known) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

/// `q=0.8` as 800; without `q` 1000; unreadable 0.
fn thousandths(weight: &str) -> u16 {
    let Some(value) = weight.trim().strip_prefix("q=") else {
        return if weight.trim().is_empty() { 1000 } else { 0 };
    };
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits: String = whole.chars().chain(fraction.chars().chain("000".chars()).take(3)).collect();
    digits.parse().map_or(0, |weight: u16| weight.min(1000))
}

/// A value put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Printed as it is; chooses a branch by its word.
    Text(Cow<'a, str>),
    /// Printed by the language; chooses a branch by its value or plural category.
    Number(Number),
    /// Printed as in a sentence: 5 mart 2026.
    Date(NaiveDate),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<N: Into<Number>> From<N> for Arg<'_> {
    fn from(number: N) -> Self {
        Self::Number(number.into())
    }
}

impl From<NaiveDate> for Arg<'_> {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

/// The table inside the program: for the server, its letters and documents. The page fetches its own.
#[cfg(any(test, feature = "texts-embedded"))]
pub fn embedded(lang: Lang) -> &'static Table {
    use std::sync::LazyLock;

    // The build step wrote these files and a test reads them, so the empty table is never used.
    static AZ: LazyLock<Table> = LazyLock::new(|| {
        Table::parse(Lang::Az, include_str!(concat!(env!("OUT_DIR"), "/texts.az.json"))).unwrap_or_default()
    });
    static EN: LazyLock<Table> = LazyLock::new(|| {
        Table::parse(Lang::En, include_str!(concat!(env!("OUT_DIR"), "/texts.en.json"))).unwrap_or_default()
    });
    static RU: LazyLock<Table> = LazyLock::new(|| {
        Table::parse(Lang::Ru, include_str!(concat!(env!("OUT_DIR"), "/texts.ru.json"))).unwrap_or_default()
    });
    match lang {
        Lang::Az => &AZ,
        Lang::En => &EN,
        Lang::Ru => &RU,
    }
}

/// Every key of the catalogue, sorted: the house test compares the keys named in the sources with it.
#[cfg(any(test, feature = "texts-embedded"))]
pub fn keys() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/texts.keys")).lines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_of_ours_is_taken() {
        for (header, expected) in [
            ("ru", Some(Lang::Ru)),
            ("en-GB,en;q=0.9,az;q=0.8", Some(Lang::En)),
            ("de-DE, tr;q=0.9, az;q=0.5, ru;q=0.7", Some(Lang::Ru)),
            ("az;q=0.50,en;q=0.5", Some(Lang::Az)),
            ("en;q=0, az;q=0.001", Some(Lang::Az)),
            ("fr, *;q=0.1", None),
            ("en;q=abc", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_accept_language(header), expected, "{header}");
        }
    }

    #[test]
    fn every_language_has_every_key() {
        for lang in Lang::ALL {
            for key in keys() {
                assert!(embedded(lang).has(key), "{key} in {}", lang.code());
            }
        }
    }
}
