//! The law in the shapes that travel: a strip of days, a year, a list of services, a district.
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    data::{
        body::Head,
        calendar::{Calendar, DayKind, DayName},
        caption::Caption,
        office::DistrictKind,
    },
    days::WorkingDays,
};

/// A day of a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayCell {
    pub date: NaiveDate,
    pub kind: DayCellKind,
    /// Which day of the term it is, from one; absent when it does not count.
    pub number: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayCellKind {
    /// Counts, and people work on it.
    Counted,
    /// Counts, though nobody works on it.
    CountedOff,
    /// Does not count: a rest day within a term of working days.
    NotCounted,
    /// Given on top because the counted last day was not a working day.
    Rolled,
}

/// The working days of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearView {
    #[cfg_attr(feature = "openapi", schema(example = 2026))]
    pub year: i32,
    pub edition: u32,
    pub legal_basis: String,
    /// False for an estimate.
    pub confirmed: bool,
    pub working_days: usize,
    /// Days that are not what their weekday says, and holidays on rest days.
    pub days: Vec<YearDay>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearDay {
    pub date: NaiveDate,
    pub kind: DayKind,
    pub working: bool,
    /// In the reader's language; empty for a shifted or swapped day.
    pub name: String,
    /// The day whose rest this is.
    pub instead_of: Option<NaiveDate>,
    pub legal_basis: String,
}

impl YearView {
    /// A year in the words of `lang`.
    pub fn new(edition: &Head, calendar: &Calendar, names: &[DayName], lang: &str) -> Self {
        let week = WorkingDays { rest_days: &edition.rest_days, calendars: std::slice::from_ref(calendar) };
        let word = |id: &String| names.iter().find(|name| name.id == *id).map(|name| name.caption.text(lang));
        let first = NaiveDate::from_yo_opt(calendar.year, 1);
        let onwards = first.into_iter().flat_map(|first| first.iter_days());
        let year = onwards.take_while(|date| date.year() == calendar.year);
        Self {
            year: calendar.year,
            edition: edition.number,
            legal_basis: calendar.law.legal_basis.clone(),
            confirmed: calendar.law.confirmed,
            working_days: year.filter(|date| week.is_working_day(*date)).count(),
            days: calendar
                .days
                .iter()
                .map(|day| YearDay {
                    date: day.date,
                    kind: day.kind,
                    working: day.kind.works(),
                    name: day.names.iter().filter_map(word).collect::<Vec<_>>().join("; "),
                    instead_of: day.instead_of,
                    legal_basis: day.legal_basis.as_ref().unwrap_or(&calendar.law.legal_basis).clone(),
                })
                .collect(),
        }
    }
}

/// A service of the catalogue, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceRow {
    #[cfg_attr(feature = "openapi", schema(example = "registration_stay"))]
    pub code: String,
    pub title: String,
    pub summary: String,
    pub legal_basis: String,
    pub edition: u32,
}

/// A district of an address, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DistrictView {
    #[cfg_attr(feature = "openapi", schema(example = "baku_sabail"))]
    pub code: String,
    pub kind: DistrictKind,
    pub name: String,
    pub department: String,
    pub department_name: String,
    /// False while headquarters stand in for a department that no source names.
    pub confirmed: bool,
    /// Another Service answers for it.
    pub own_service: bool,
}

impl Caption {
    /// Owned, in the words of `lang`.
    pub(super) fn owned(&self, lang: &str) -> String {
        self.text(lang).to_owned()
    }
}
