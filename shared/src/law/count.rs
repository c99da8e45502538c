//! Counting a term: its first day, its last day, and each day between.
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone};

use super::{
    data::term::{Counts, Roll, Span, Unit},
    days::WorkingDays,
    view::{DayCell, DayCellKind},
};

/// A term counted from the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The first day that counts.
    pub first_day: NaiveDate,
    /// The last day before a roll.
    pub counted_until: NaiveDate,
    pub last_day: NaiveDate,
}

/// Counts `span` from `event`. None only past the end of all calendars.
pub fn count(span: &Span, event: NaiveDate, days: WorkingDays<'_>) -> Option<Counted> {
    let start = match span.counts {
        Counts::NextDay => event.succ_opt()?,
        Counts::SameDay => event,
    };
    let first_day = match span.unit {
        Unit::WorkingDays => days.this_or_next(start)?,
        Unit::CalendarDays | Unit::Months | Unit::Hours => start,
    };
    let counted_until = match span.unit {
        // The day before the start is day nought.
        Unit::WorkingDays => days.add_working_days(start.pred_opt()?, span.amount)?,
        Unit::CalendarDays => start.pred_opt()?.checked_add_days(Days::new(span.amount.into()))?,
        Unit::Months => months(span, event)?,
        Unit::Hours => hours(span.amount, start)?,
    };
    let last_day = match span.roll {
        Roll::None => counted_until,
        Roll::NextWorkingDay => days.this_or_next(counted_until)?,
    };
    Some(Counted { first_day, counted_until, last_day })
}

/// Whole months end on the day of the month on which they began; a shorter month ends them on its last day.
fn months(span: &Span, event: NaiveDate) -> Option<NaiveDate> {
    let same_day = event.checked_add_months(Months::new(span.amount))?;
    let clamped = same_day.day() < event.day();
    match span.counts {
        // From 1 January, counted from that day, a month is January.
        Counts::SameDay if !clamped => same_day.pred_opt(),
        Counts::SameDay | Counts::NextDay => Some(same_day),
    }
}

/// Only the day is known, so hours run from its beginning; the last day is the one in which the last hour ends.
fn hours(amount: u32, start: NaiveDate) -> Option<NaiveDate> {
    let end = moment(amount, start.and_time(NaiveTime::MIN).and_utc())?;
    let last_instant = end.checked_sub_signed(TimeDelta::nanoseconds(1))?;
    Some(last_instant.date_naive())
}

/// When so many hours from `start` are over.
pub fn moment<Tz: TimeZone>(hours: u32, start: DateTime<Tz>) -> Option<DateTime<Tz>> {
    start.checked_add_signed(TimeDelta::try_hours(hours.into())?)
}

impl Counted {
    /// One cell per day from the first to the last, for the day strip.
    pub fn cells(&self, unit: Unit, days: WorkingDays<'_>) -> Vec<DayCell> {
        let mut number = 0;
        let all = self.first_day.iter_days().take_while(|day| *day <= self.last_day);
        all.map(|date| {
            let works = days.is_working_day(date);
            let kind = match (works, unit, date <= self.counted_until) {
                (_, _, false) => DayCellKind::Rolled,
                (true, _, true) => DayCellKind::Counted,
                (false, Unit::WorkingDays, true) => DayCellKind::NotCounted,
                (false, _, true) => DayCellKind::CountedOff,
            };
            let counts = matches!(kind, DayCellKind::Counted | DayCellKind::CountedOff);
            number += u32::from(counts);
            DayCell { date, kind, number: counts.then_some(number) }
        })
        .collect()
    }
}

#[cfg(test)]
#[path = "count_tests.rs"]
mod tests;
