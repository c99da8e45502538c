//! The notice of registration at the place of stay (Migration Code 21.4): what stands on it.
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{DocumentError, QrCodeSymbol};

/// How the frame around the state looks. The word in it says the same without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// In force.
    Ok,
    /// In force, but something is open: late, or the address is not confirmed.
    Warn,
    /// Over in the ordinary way.
    Mute,
    /// Annulled: the paper proves nothing.
    Bad,
}

/// All texts are ready to be shown: in the reader's language, dates printed by its habits. Names and the street stay as
/// the documents write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub labels: NoticeLabels,
    /// Such as `2026-48217036-7`.
    pub number: String,
    /// Twelve characters; printed in groups of four.
    pub code: String,
    /// What the QR holds. What stands before its `#` is printed as the address where the code is typed.
    pub qr: String,
    pub tone: Tone,
    /// `notice-status-…`
    pub status: String,
    /// `notice-state-…`: one or two sentences.
    pub state: String,
    /// `notice-remark-…`: sentences under the table; may be empty.
    pub remarks: Vec<String>,
    /// Surname and given names as in the document; one name only is a whole name.
    pub guest: String,
    pub birth_date: String,
    pub citizenship: String,
    /// Kind and number.
    pub document: String,
    pub address: String,
    /// Name, and VÖEN where there is one.
    pub host: String,
    /// First and last day in force.
    pub period: String,
    /// When the Service received it.
    pub registered: String,
    /// The last legal day, and whether it was kept.
    pub last_day: String,
    /// Articles of the law.
    pub basis: String,
    pub channel: String,
    /// When this copy was made.
    pub prepared: String,
}

macro_rules! labels {
    ($($field:ident = $key:literal,)+) => {
        /// The fixed texts of the notice, one for each key of `notice.ftl` that is not a value.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct NoticeLabels {
            $(#[doc = concat!("`", $key, "`")] pub $field: String,)+
        }

        impl NoticeLabels {
            /// The keys, in the order of the fields.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Asks the catalogue for every text, without arguments: the page's number is known only at the press, so
            /// `{$page}` and `{$pages}` stay as the resolver leaves a value that nobody gave.
            pub fn gather(text: impl Fn(&'static str) -> String) -> Self {
                Self { $($field: text($key),)+ }
            }
        }
    };
}

labels! {
    title = "notice-title",
    title_original = "notice-title-original",
    translation = "notice-label-translation",
    service = "notice-label-service",
    number = "notice-label-number",
    code = "notice-label-code",
    check = "notice-label-check",
    qr = "notice-label-qr",
    guest = "notice-label-guest",
    birth_date = "notice-label-birth-date",
    citizenship = "notice-label-citizenship",
    document = "notice-label-document",
    address = "notice-label-address",
    host = "notice-label-host",
    period = "notice-label-period",
    registered = "notice-label-registered",
    last_day = "notice-label-last-day",
    basis = "notice-label-basis",
    channel = "notice-label-channel",
    legal_force = "notice-label-legal-force",
    call_centre = "notice-label-call-centre",
    page = "notice-label-page",
}

impl Notice {
    pub(crate) fn read(data: &Value) -> Result<Self, DocumentError> {
        Self::deserialize(data).map_err(|error| DocumentError::Data(error.to_string()))
    }

    /// The data as the template reads them.
    pub(crate) fn to_sheet(&self, lang: &str, qr: &QrCodeSymbol) -> Result<Value, DocumentError> {
        let mut sheet = serde_json::to_value(self).map_err(|error| DocumentError::Data(error.to_string()))?;
        if let Some(fields) = sheet.as_object_mut() {
            let page = self.qr.split_once('#').map_or(self.qr.as_str(), |(page, _)| page);
            fields.insert("lang".to_owned(), json!(lang));
            fields.insert("check".to_owned(), json!(page));
            fields.insert("code".to_owned(), json!(in_fours(&self.code)));
            fields.insert("modules".to_owned(), json!(qr.modules));
            fields.insert("side".to_owned(), json!(crate::SIDE_MM));
        }
        Ok(sheet)
    }
}

/// `K7QF2M9TABCD` is read aloud and typed in groups (language.md section 13).
fn in_fours(code: &str) -> String {
    let letters: Vec<char> = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_printed_in_groups_of_four() {
        assert_eq!(in_fours("K7QF2M9TABCD"), "K7QF 2M9T ABCD");
        assert_eq!(in_fours("K7QF 2M9T ABCD"), "K7QF 2M9T ABCD");
        assert_eq!(in_fours(""), "");
    }
}
