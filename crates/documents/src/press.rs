//! The press: Typst with our fonts and templates loaded once, and no clock of its own.
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{DocumentError, legible};

const FONTS: [&[u8]; 2] =
    [include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf")];

const TEMPLATES: [(&str, &str); 2] = [
    ("notice.typ", include_str!("../templates/notice.typ")),
    ("paper.typ", include_str!("../templates/paper.typ")),
];

const MARK: &str = include_str!("../templates/mark.svg");

/// How many later prints an unused result of the layout survives. What all pages share is used by each and stays.
const KEPT_FOR: usize = 8;

/// Minutes that the Service's clock is ahead of UTC.
const BAKU: i32 = 4 * 60;

/// One document to print.
pub(crate) struct Sheet {
    pub(crate) template: &'static str,
    pub(crate) data: Value,
    /// SVG of the QR code.
    pub(crate) picture: String,
    /// Stable name of the document, hashed into the file's identifier.
    pub(crate) identity: String,
    pub(crate) at: DateTime<Utc>,
}

struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    mark: (FileId, Bytes),
    data: FileId,
    picture: FileId,
    standards: PdfStandards,
}

impl Press {
    fn get() -> Result<&'static Self, DocumentError> {
        static PRESS: OnceLock<Press> = OnceLock::new();
        if let Some(press) = PRESS.get() {
            return Ok(press);
        }
        let built = Self::build().map_err(DocumentError::Press)?;
        Ok(PRESS.get_or_init(|| built))
    }

    fn build() -> Result<Self, String> {
        let font = |bytes| Font::new(Bytes::new(bytes), 0).ok_or("a font cannot be read");
        let fonts = FONTS.into_iter().map(font).collect::<Result<Vec<_>, _>>()?;
        let source = |(name, text): (&str, &str)| Ok(Source::new(file(name)?, text.to_owned()));
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| error.message().to_string())?;
        Ok(Self {
            // Row headers of a table can be tagged only with this feature (WCAG 1.3.1).
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: TEMPLATES.into_iter().map(source).collect::<Result<_, String>>()?,
            mark: (file("mark.svg")?, Bytes::from_string(MARK)),
            data: file("data.json")?,
            picture: file("qr.svg")?,
            standards,
        })
    }
}

fn file(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|error| format!("{error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What Typst sees while it sets one document.
struct Table<'a> {
    press: &'a Press,
    main: FileId,
    data: Bytes,
    picture: Bytes,
    today: Option<Datetime>,
}

impl World for Table<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.press.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.press.data => Ok(self.data.clone()),
            id if id == self.press.picture => Ok(self.picture.clone()),
            id if id == self.press.mark.0 => Ok(self.press.mark.1.clone()),
            id => Err(missing(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

/// Sets the sheet and writes it as PDF/A-2a and PDF/UA-1.
pub(crate) fn print(sheet: Sheet) -> Result<Vec<u8>, DocumentError> {
    let press = Press::get()?;
    let Sheet { template, mut data, picture, identity, at } = sheet;
    legible::legible(&mut data, &press.fonts);
    let time = baku(at);
    let table = Table {
        press,
        main: file(template).map_err(DocumentError::Press)?,
        data: Bytes::from_string(data.to_string()),
        picture: Bytes::from_string(picture),
        today: time,
    };
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("UMIS".to_owned())),
        timestamp: time.and_then(|time| Timestamp::new_local(time, BAKU)),
        standards: press.standards.clone(),
        ..PdfOptions::default()
    };
    let written = typst::compile::<PagedDocument>(&table)
        .output
        .and_then(|document| typst_pdf::pdf(&document, &options))
        .map_err(|errors| DocumentError::Set(told(&errors)));
    comemo::evict(KEPT_FOR);
    written
}

fn baku(at: DateTime<Utc>) -> Option<Datetime> {
    let local = at.naive_utc().checked_add_signed(TimeDelta::minutes(BAKU.into()))?;
    let part = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        local.year(),
        part(local.month())?,
        part(local.day())?,
        part(local.hour())?,
        part(local.minute())?,
        part(local.second())?,
    )
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
