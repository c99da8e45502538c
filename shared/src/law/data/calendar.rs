//! The working-day calendar: which days of a year are not what their weekday says, and why.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::caption::{Caption, Standing};

/// One year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub year: i32,
    pub law: Standing,
    /// Sorted by date.
    pub days: Vec<SpecialDay>,
}

/// A day that the calendar speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    pub date: NaiveDate,
    pub kind: DayKind,
    /// Ids of holidays: two can fall on one day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// For a shifted or swapped day: the day whose rest it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<NaiveDate>,
    /// Where another act than the year's says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday; it may fall on a rest day.
    Holiday,
    /// 20 January: not working, never shifted.
    Mourning,
    /// Rest that moved here because a holiday fell on a rest day or on another holiday.
    Shifted,
    /// Made a rest day by the Cabinet in exchange for `instead_of`.
    SwappedOff,
    /// Made a working day by the Cabinet.
    SwappedIn,
    /// Not working this once, such as an election day.
    OneOff,
}

impl DayKind {
    /// Whether people work on such a day.
    pub fn works(self) -> bool {
        matches!(self, Self::SwappedIn)
    }
}

/// The words for a holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayName {
    pub id: String,
    pub caption: Caption,
}
