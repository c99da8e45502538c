//! Documents that leave the office: data and a template become a PDF/A-2a file for print, archive and screen reader.
mod legible;
mod notice;
mod press;
mod qr;

use chrono::{DateTime, Utc};
use serde_json::Value;

pub use notice::{Notice, NoticeLabels, Tone};
pub use qr::{MIN_MODULE_HUNDREDTHS, QrCodeSymbol, SIDE_MM};

/// What the office can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The notice of registration at the place of stay; its data is a [`Notice`].
    Notice,
}

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The data lack something that the template shows.
    #[error("data do not fit the template: {0}")]
    Data(String),
    /// Only az, en and ru are printed.
    #[error("no such language: {0}")]
    Language(String),
    /// Too long to be read from paper at 25 mm.
    #[error("{0} bytes do not fit a QR code that a phone reads from paper")]
    QrTooLong(usize),
    /// The fonts or templates inside the program are broken.
    #[error("the press does not start: {0}")]
    Press(String),
    /// Typst or PDF/A refused.
    #[error("the document could not be set: {0}")]
    Set(String),
}

/// Prints one document. The same arguments give the same bytes; `at` goes into the file as its time of making.
///
/// # Errors
/// When the data do not fit the template or its rules.
pub fn render(
    template: Template,
    data: &Value,
    lang: &str,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, DocumentError> {
    if !["az", "en", "ru"].contains(&lang) {
        return Err(DocumentError::Language(lang.to_owned()));
    }
    match template {
        Template::Notice => {
            let notice = Notice::read(data)?;
            let qr = QrCodeSymbol::draw(&notice.qr)?;
            let sheet = press::Sheet {
                template: "notice.typ",
                data: notice.to_sheet(lang, &qr)?,
                picture: qr.svg,
                identity: format!("{}/{lang}", notice.number),
                at,
            };
            press::print(sheet)
        }
    }
}
