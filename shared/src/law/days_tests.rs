//! The calendars: against the facts, and against an independent source.
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::law::{DayKind, Edition};

fn days() -> WorkingDays<'static> {
    Edition::first().working_days()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(move |day| day.year() == year)
}

#[test]
fn each_year_has_its_working_days() {
    for (number, expected) in [(2024, 241), (2025, 239), (2026, 241), (2027, 241)] {
        assert_eq!(year(number).filter(|day| days().is_working_day(*day)).count(), expected, "{number}");
        assert_eq!(Edition::first().year(number, "az").unwrap().working_days, expected);
    }
}

#[test]
fn novruz_and_ramazan_of_2026_give_eleven_days_in_a_row() {
    let off = day("2026-03-20").iter_days().take_while(|day| !days().is_working_day(*day)).count();
    assert_eq!(off, 11);
    for shifted in ["2026-03-25", "2026-03-26", "2026-03-27", "2026-03-30"] {
        assert_eq!(days().special(day(shifted)).unwrap().kind, DayKind::Shifted, "{shifted}");
    }
    assert!(days().is_working_day(day("2026-03-31")));
}

#[test]
fn a_weekend_day_made_a_working_day_is_one() {
    assert!(days().is_working_day(day("2025-06-21")), "a Saturday");
    assert!(!days().is_working_day(day("2025-06-27")), "the Friday given for it");
    assert!(days().is_working_day(day("2025-03-10")), "its rest was moved to 27 March");
}

#[test]
fn the_day_of_mourning_is_never_shifted() {
    assert_eq!(day("2024-01-20").weekday(), Weekday::Sat);
    assert!(days().is_working_day(day("2024-01-22")));
}

#[test]
fn a_year_without_a_calendar_has_only_the_weekly_rest() {
    assert!(days().is_working_day(day("2031-01-01")), "a Wednesday");
    assert!(!days().is_working_day(day("2031-01-04")));
    assert!(!days().confirmed(2031));
    assert!(!days().confirmed(2027), "an estimate");
    assert!(days().confirmed(2026));
}

/// Where facts.md 5.2 and the package differ, the facts win and the day is named here with the reason: there is none.
const DIFFERENCES: &[(&str, bool)] = &[];

#[test]
fn an_independent_source_agrees_day_by_day() {
    let table = include_str!("../../law/oracle/working_days_az.tsv");
    let mut oracle = BTreeMap::new();
    let mut totals = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (first, value) = (columns.next().unwrap(), columns.next().unwrap());
        match first.parse::<NaiveDate>() {
            Ok(date) => drop(oracle.insert(date, value == "1")),
            Err(_) => drop(totals.insert(first.parse::<i32>().unwrap(), value.parse::<usize>().unwrap())),
        }
    }
    assert_eq!(totals.keys().copied().collect::<Vec<_>>(), [2024, 2025, 2026]);
    let mut differences = Vec::new();
    for (number, total) in totals {
        let theirs = |day: &NaiveDate| oracle.get(day).copied().unwrap_or(!is_weekend(*day));
        assert_eq!(year(number).filter(theirs).count(), total, "the table is whole");
        differences.extend(year(number).filter(|day| days().is_working_day(*day) != theirs(day)));
    }
    let expected: Vec<NaiveDate> = DIFFERENCES.iter().map(|(date, _)| day(date)).collect();
    assert_eq!(differences, expected);
}

#[test]
fn what_the_calendars_say_is_told_over_the_new_year() {
    let told: Vec<_> =
        days().specials(day("2025-12-31"), day("2026-01-20")).map(|special| special.date).collect();
    assert_eq!((told.first(), told.last()), (Some(&day("2025-12-31")), Some(&day("2026-01-20"))));
    assert!(told.is_sorted() && told.contains(&day("2026-01-01")));
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

proptest! {
    #[test]
    fn adding_and_counting_working_days_undo_each_other(from in 0..1400_u64, amount in 0..60_u32) {
        let from = day("2024-01-01") + chrono::Days::new(from);
        let to = days().add_working_days(from, amount).unwrap();
        prop_assert_eq!(days().between(from, to), usize::try_from(amount).unwrap());
        prop_assert!(amount == 0 || days().is_working_day(to));
    }

    #[test]
    fn the_next_working_day_is_the_first_one(from in 0..1400_u64) {
        let from = day("2024-01-01") + chrono::Days::new(from);
        let next = days().this_or_next(from).unwrap();
        prop_assert!(days().is_working_day(next));
        prop_assert!(from.iter_days().take_while(|day| *day < next).all(|day| !days().is_working_day(day)));
    }
}
