//! Which days are working days, by the calendars of an edition.
use chrono::{Datelike, NaiveDate, Weekday};

use super::data::calendar::{Calendar, SpecialDay};

/// The calendars and the weekly rest days. A year without a calendar has only the weekly rest.
#[derive(Debug, Clone, Copy)]
pub struct WorkingDays<'a> {
    pub rest_days: &'a [Weekday],
    pub calendars: &'a [Calendar],
}

impl<'a> WorkingDays<'a> {
    /// The calendar of a year.
    pub fn calendar(&self, year: i32) -> Option<&'a Calendar> {
        self.calendars.iter().find(|calendar| calendar.year == year)
    }

    /// What the calendar says of a day, if it says anything.
    pub fn special(&self, day: NaiveDate) -> Option<&'a SpecialDay> {
        let days = &self.calendar(day.year())?.days;
        let at = days.binary_search_by_key(&day, |special| special.date).ok()?;
        days.get(at)
    }

    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        match self.special(day) {
            Some(special) => special.kind.works(),
            None => !self.rest_days.contains(&day.weekday()),
        }
    }

    /// The day itself when it is a working day, else the first one after it.
    pub fn this_or_next(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().find(|day| self.is_working_day(*day))
    }

    /// The `amount`-th working day after `day`.
    pub fn add_working_days(&self, day: NaiveDate, amount: u32) -> Option<NaiveDate> {
        let mut at = day;
        for _ in 0..amount {
            at = self.this_or_next(at.succ_opt()?)?;
        }
        Some(at)
    }

    /// How many working days come after `from`, up to and including `to`; none when `to` comes first.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.is_working_day(*day)).count()
    }

    /// What the calendars say of the days from `from` to `to`, both included.
    pub fn specials(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &'a SpecialDay> {
        let days = self.calendars.iter().flat_map(|calendar| &calendar.days);
        days.filter(move |special| (from..=to).contains(&special.date))
    }

    /// Whether a source confirms the calendar of the year.
    pub fn confirmed(&self, year: i32) -> bool {
        self.calendar(year).is_some_and(|calendar| calendar.law.confirmed)
    }
}

#[cfg(test)]
#[path = "days_tests.rs"]
mod tests;
