//! Dates typed by hand: they travel as text and are parsed here, so that a wrong one is named, not refused as unreadable.
use std::borrow::Cow;

use chrono::NaiveDate;
use validator::ValidationError;

/// Reads `YYYY-MM-DD`, four-digit year, no other form.
pub fn parse(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == "YYYY-MM-DD".len()
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let (year, rest) = text.split_once('-').filter(|_| shape)?;
    let (month, day) = rest.split_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `#[validate(custom(function = dates::date))]`: a day that exists.
pub fn date(text: &str) -> Result<(), ValidationError> {
    match parse(text) {
        Some(_) => Ok(()),
        None => Err(ValidationError::new("date_invalid").with_message(Cow::Borrowed("no such date"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_that_exists_is_a_date() {
        assert!(parse("2026-02-28").is_some());
        for wrong in ["2026-02-30", "2026-2-28", "28.02.2026", "2026-02-28T00:00", "", "२०२६-०२-२८"]
        {
            assert!(parse(wrong).is_none(), "{wrong}");
        }
    }
}
