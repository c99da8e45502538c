//! Dates of six digits: which century, and what may be unknown.
use chrono::{Datelike, NaiveDate};

use super::BirthDate;

/// Two places of a date.
#[derive(Clone, Copy)]
enum Pair {
    Number(u32),
    /// Fillers, and XX in some passports.
    Unknown,
}

impl Pair {
    fn read(text: &str, from: usize) -> Option<Self> {
        match text.get(from..from + 2)? {
            "<<" | "XX" => Some(Self::Unknown),
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok().map(Self::Number)
            }
            _ => None,
        }
    }

    fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Unknown => None,
        }
    }
}

/// Nobody is born in the future: two digits are of this century, if that day has come, else of the last.
pub(super) fn birth_date(text: &str, today: NaiveDate) -> Option<BirthDate> {
    let [year, month, day] =
        [Pair::read(text, 0)?, Pair::read(text, 2)?, Pair::read(text, 4)?].map(Pair::number);
    if month.is_some_and(|month| !(1..=12).contains(&month))
        || day.is_some_and(|day| !(1..=31).contains(&day))
    {
        return None;
    }
    let century = today.year() - today.year() % 100;
    let year = year.and_then(|year| i32::try_from(year).ok()).map(|year| {
        let first_day = NaiveDate::from_ymd_opt(century + year, month.unwrap_or(1), day.unwrap_or(1));
        let has_come = first_day.map_or(century + year <= today.year(), |first_day| first_day <= today);
        if has_come { century + year } else { century + year - 100 }
    });
    let birth = BirthDate { year, month, day };
    // Known in all its parts, it must be a day that exists.
    let whole = year.is_some() && month.is_some() && day.is_some();
    (!whole || birth.date().is_some()).then_some(birth)
}

/// Documents live ten years or so: two digits are of the century in which they are nearest to today.
pub(super) fn expiry_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (year, month, day) =
        (Pair::read(text, 0)?.number()?, Pair::read(text, 2)?.number()?, Pair::read(text, 4)?.number()?);
    let century = today.year() - today.year() % 100;
    let year = century + i32::try_from(year).ok()?;
    let year = match year - today.year() {
        51.. => year - 100,
        ..-50 => year + 100,
        _ => year,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}
