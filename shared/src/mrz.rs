//! The machine-readable zone of passports (TD3), cards (TD1, TD2) and visas (MRV-A, MRV-B), ICAO 9303 parts 3 to 7: read,
//! checked, written. What is right is given even when other parts are wrong.
mod date;
mod digit;
mod kind;
mod line;
mod read;
mod repair;
mod write;

use chrono::{Datelike, NaiveDate};

pub use digit::check_digit;
pub use kind::Kind;
pub use read::read;
pub use repair::completed;
pub use write::{Holder, Unwritable, write};

/// What was read, with each part's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// By the first letter and the shape; none for no zone at all, and for a letter that begins none.
    pub kind: Option<Kind>,
    /// The lines after repair, as they should stand in the box.
    pub lines: Vec<String>,
    /// Only what is certain; a part with a wrong check digit is left out.
    pub fields: Fields,
    pub spans: Vec<Span>,
    /// One per check digit that was reached, in the order of the lines.
    pub checks: Vec<Check>,
    /// In the order of the lines.
    pub problems: Vec<Problem>,
    /// The one letter O or digit 0 of the document's number that would make its check digit right in the other's place.
    /// It is asked about, never changed unasked: another misread digit would look the same.
    pub offer: Option<Offer>,
}

impl Reading {
    /// Whether all lines are whole and right.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.is_whole()
    }

    /// Whether all lines are there in their length, right or wrong.
    pub fn is_whole(&self) -> bool {
        let whole = |kind: Kind| {
            self.lines.len() == kind.lines()
                && self.lines.iter().all(|line| line.chars().count() == kind.width())
        };
        self.kind.is_some_and(whole)
    }

    /// The lines with what is offered.
    pub fn offered(&self) -> Option<String> {
        let Offer { line, at, instead, .. } = self.offer?;
        let changed = |number: usize, text: &String| -> String {
            let letters = text.chars().zip(1..);
            letters.map(|(letter, n)| if (number, n) == (line, at) { instead } else { letter }).collect()
        };
        let lines: Vec<String> =
            self.lines.iter().zip(1..).map(|(text, number)| changed(number, text)).collect();
        Some(lines.join("\n"))
    }

    /// Whether nothing was given at all.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// A letter that may stand for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Lines and characters are counted from 1.
    pub line: usize,
    pub at: usize,
    pub found: char,
    pub instead: char,
}

/// The parts of the lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// `P`, `V`, `A`, `C` or `I`, with or without a letter of the issuer's own.
    pub document_code: Option<String>,
    /// A known code; `D` is given as `DEU`.
    pub issuer: Option<String>,
    pub surname: Option<String>,
    /// Empty for a person with one name only.
    pub given_names: Option<String>,
    /// The names fill the line: the document may have more.
    pub names_cut: bool,
    pub number: Option<String>,
    pub nationality: Option<String>,
    pub birth: Option<BirthDate>,
    pub sex: Option<Sex>,
    pub expiry: Option<NaiveDate>,
    /// The issuer's own, such as a personal number; none when the place is empty.
    pub optional: Option<String>,
    /// The second such place of a card with three lines.
    pub optional_second: Option<String>,
}

/// A date of birth of which a part may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthDate {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

impl From<NaiveDate> for BirthDate {
    fn from(date: NaiveDate) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl BirthDate {
    /// The date, when all of it is known.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }

    /// Whether this may be the day: all that is known of the date is so.
    pub fn may_be(self, date: NaiveDate) -> bool {
        self.year.is_none_or(|year| year == date.year())
            && self.month.is_none_or(|month| month == date.month())
            && self.day.is_none_or(|day| day == date.day())
    }
}

/// As the zone states it; `<` is unspecified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Female,
    Male,
    Unspecified,
}

/// A part of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    DocumentCode,
    Issuer,
    Names,
    Number,
    Nationality,
    Birth,
    Sex,
    Expiry,
    Optional,
    OptionalSecond,
    /// The last check digit, which covers the others.
    Composite,
}

/// Where a part stands and whether it is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub part: Part,
    /// From 1.
    pub line: usize,
    /// From 0; the end is not included and takes the part's check digit with it.
    pub from: usize,
    pub to: usize,
    pub good: bool,
}

/// What a check digit covers. The names are those of the catalogue: `mrz-check-birth`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    Document,
    Birth,
    Expiry,
    Optional,
    Composite,
}

impl Covers {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Birth => "birth",
            Self::Expiry => "expiry",
            Self::Optional => "optional",
            Self::Composite => "composite",
        }
    }
}

/// A check digit and whether it is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    pub covers: Covers,
    pub good: bool,
}

/// What is wrong, and where: lines and characters are counted from 1, as people do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There are too few lines or too many.
    Lines { found: usize, expected: usize },
    /// A line is too short or too long.
    Length { line: usize, found: usize, expected: usize },
    /// No zone begins with this letter.
    Kind,
    /// This character cannot stand here.
    Letter { line: usize, at: usize, found: char },
    /// A check digit does not match what it covers.
    Digit { covers: Covers, line: usize, at: usize, found: char, expected: char },
    /// There is no such date, or it has not come yet.
    Date { part: Part, line: usize, at: usize, found: String },
    /// No country or organisation has this code.
    Country { part: Part, line: usize, at: usize, found: String },
}

impl Problem {
    /// Where it stands; what is wrong with the shape comes first.
    const fn place(&self) -> (usize, usize) {
        match self {
            Self::Kind | Self::Lines { .. } | Self::Length { .. } => (0, 0),
            Self::Letter { line, at, .. }
            | Self::Digit { line, at, .. }
            | Self::Date { line, at, .. }
            | Self::Country { line, at, .. } => (*line, *at),
        }
    }
}

#[cfg(test)]
#[path = "mrz/kinds_tests.rs"]
mod kinds_tests;
#[cfg(test)]
#[path = "mrz/tests.rs"]
mod tests;
