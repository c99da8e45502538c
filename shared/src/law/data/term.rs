//! Terms: so many days, from what, counted how.
use serde::{Deserialize, Serialize};

/// A stretch of time from an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub amount: u32,
    pub unit: Unit,
    /// The fact that states the event's date.
    pub from: String,
    pub counts: Counts,
    pub roll: Roll,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    WorkingDays,
    CalendarDays,
    Months,
    Hours,
}

impl Unit {
    /// Its name in the data and in the catalogue's keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::WorkingDays => "working_days",
            Self::CalendarDays => "calendar_days",
            Self::Months => "months",
            Self::Hours => "hours",
        }
    }
}

/// Which day is the first that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    NextDay,
    SameDay,
}

/// What happens when the last day is not a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    None,
    NextWorkingDay,
}

impl Span {
    /// Which sentence says what the first day is.
    pub fn first_day_detail(&self) -> &'static str {
        match (self.counts, self.unit) {
            (Counts::NextDay, Unit::WorkingDays) => "next_day_working",
            (Counts::NextDay, _) => "next_day",
            (Counts::SameDay, Unit::WorkingDays) => "same_day_working",
            (Counts::SameDay, _) => "same_day",
        }
    }

    /// Which sentence says what the last day is. `works`: the counted day is a working day.
    pub fn last_day_detail(&self, works: bool) -> &'static str {
        match (self.unit, self.roll, works) {
            (Unit::WorkingDays, ..) => "working_days",
            (_, Roll::NextWorkingDay, true) => "kept",
            (_, Roll::NextWorkingDay, false) => "rolled",
            (_, Roll::None, _) => "fixed",
        }
    }
}
