//! The machine-readable zone of a passport (TD3, two lines of 44; ICAO 9303 part 4): read, checked, written.
//! What is right is given even when other parts are wrong.
mod digit;
mod line;
mod read;
mod repair;
mod write;

use chrono::NaiveDate;

pub use digit::check_digit;
pub use read::read;
pub use write::{Holder, Unwritable, write};

/// The length of a line.
pub const WIDTH: usize = 44;

/// What was read, with each part's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The lines after repair, as they should stand in the box.
    pub lines: Vec<String>,
    /// Only what is certain; a part with a wrong check digit is left out.
    pub fields: Fields,
    pub spans: Vec<Span>,
    /// One per check digit that was reached, in the order of the lines.
    pub checks: Vec<Check>,
    /// In the order of the lines.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// Whether both lines are whole and right.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.lines.len() == 2
    }

    /// Whether nothing was given at all.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// The parts of both lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// `P`, or `P` and a letter of the issuer's own.
    pub document_code: Option<String>,
    /// A known code; `D` is given as `DEU`.
    pub issuer: Option<String>,
    pub surname: Option<String>,
    /// Empty for a person with one name only.
    pub given_names: Option<String>,
    /// The names fill the line: the passport may have more.
    pub names_cut: bool,
    pub number: Option<String>,
    pub nationality: Option<String>,
    pub birth: Option<BirthDate>,
    pub sex: Option<Sex>,
    pub expiry: Option<NaiveDate>,
    /// The issuer's own; none when the place is empty.
    pub personal_number: Option<String>,
}

/// A date of birth of which a part may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthDate {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

impl BirthDate {
    /// The date, when all of it is known.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
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
    Personal,
}

/// Where a part stands and whether it is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub part: Part,
    /// 1 or 2.
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
    /// There are not two lines.
    Lines { found: usize },
    /// A line is too short or too long.
    Length { line: usize, found: usize },
    /// The zone of another document: a card or a visa.
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

#[cfg(test)]
#[path = "mrz/tests.rs"]
mod tests;
