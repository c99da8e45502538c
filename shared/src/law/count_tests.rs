//! Terms in each unit, counted each way.
use proptest::prelude::*;

use super::*;
use crate::law::Edition;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(amount: u32, unit: Unit, counts: Counts, roll: Roll) -> Span {
    Span { amount, unit, from: "event".into(), counts, roll }
}

fn counted(span: &Span, event: &str) -> [String; 3] {
    let counted = count(span, day(event), Edition::first().working_days()).unwrap();
    [counted.first_day, counted.counted_until, counted.last_day].map(|day| day.to_string())
}

#[test]
fn calendar_days_begin_after_the_event_or_with_it() {
    let next = span(30, Unit::CalendarDays, Counts::NextDay, Roll::NextWorkingDay);
    assert_eq!(counted(&next, "2026-11-02"), ["2026-11-03", "2026-12-02", "2026-12-02"]);
    let same = span(30, Unit::CalendarDays, Counts::SameDay, Roll::NextWorkingDay);
    assert_eq!(counted(&same, "2026-11-02"), ["2026-11-02", "2026-12-01", "2026-12-01"]);
}

#[test]
fn a_term_that_ends_on_a_rest_day_rolls_only_if_it_may() {
    // 7 March 2026 is a Saturday; the 8th and the 9th are off too.
    let roll = span(15, Unit::CalendarDays, Counts::NextDay, Roll::NextWorkingDay);
    assert_eq!(counted(&roll, "2026-02-20"), ["2026-02-21", "2026-03-07", "2026-03-10"]);
    let fixed = span(15, Unit::CalendarDays, Counts::NextDay, Roll::None);
    assert_eq!(counted(&fixed, "2026-02-20"), ["2026-02-21", "2026-03-07", "2026-03-07"]);
}

#[test]
fn working_days_leave_out_rest_days() {
    let five = span(5, Unit::WorkingDays, Counts::NextDay, Roll::None);
    assert_eq!(counted(&five, "2026-03-19"), ["2026-03-31", "2026-04-06", "2026-04-06"], "over Novruz");
    assert_eq!(counted(&five, "2026-11-20"), ["2026-11-23", "2026-11-27", "2026-11-27"]);
    let with = span(5, Unit::WorkingDays, Counts::SameDay, Roll::None);
    assert_eq!(counted(&with, "2026-11-20"), ["2026-11-20", "2026-11-26", "2026-11-26"]);
    assert_eq!(
        counted(&with, "2026-11-21"),
        ["2026-11-23", "2026-11-27", "2026-11-27"],
        "a Saturday does not count"
    );
}

#[test]
fn month_ends_clamp() {
    let month = |amount| span(amount, Unit::Months, Counts::NextDay, Roll::None);
    assert_eq!(counted(&month(1), "2026-01-31")[2], "2026-02-28");
    assert_eq!(counted(&month(1), "2024-01-31")[2], "2024-02-29");
    assert_eq!(counted(&month(3), "2026-11-30")[2], "2027-02-28");
    assert_eq!(counted(&month(3), "2026-03-15")[2], "2026-06-15");
    let with = |amount| span(amount, Unit::Months, Counts::SameDay, Roll::None);
    assert_eq!(counted(&with(1), "2026-01-01")[2], "2026-01-31");
    assert_eq!(counted(&with(1), "2026-01-31")[2], "2026-02-28");
    assert_eq!(counted(&with(12), "2024-02-29")[2], "2025-02-28");
}

#[test]
fn hours_are_exact_by_the_moment_and_whole_days_by_the_date() {
    let start = DateTime::parse_from_rfc3339("2026-11-20T15:30:00+04:00").unwrap();
    assert_eq!(moment(48, start).unwrap().to_rfc3339(), "2026-11-22T15:30:00+04:00");
    let next = |hours| span(hours, Unit::Hours, Counts::NextDay, Roll::None);
    assert_eq!(counted(&next(48), "2026-11-20"), ["2026-11-21", "2026-11-22", "2026-11-22"]);
    assert_eq!(counted(&next(3), "2026-11-20")[2], "2026-11-21");
    let same = span(48, Unit::Hours, Counts::SameDay, Roll::None);
    assert_eq!(counted(&same, "2026-11-20")[2], "2026-11-21");
}

#[test]
fn the_strip_has_a_cell_a_day_and_numbers_those_that_count() {
    let days = Edition::first().working_days();
    let roll = span(15, Unit::CalendarDays, Counts::NextDay, Roll::NextWorkingDay);
    let cells = count(&roll, day("2026-02-20"), days).unwrap().cells(Unit::CalendarDays, days);
    assert_eq!(cells.len(), 18);
    assert_eq!(cells.iter().filter_map(|cell| cell.number).max(), Some(15));
    assert_eq!(cells.iter().filter(|cell| cell.kind == DayCellKind::Rolled).count(), 3);
    assert_eq!(cells[0].kind, DayCellKind::CountedOff, "a Saturday counts");
    let five = span(5, Unit::WorkingDays, Counts::NextDay, Roll::None);
    let cells = count(&five, day("2026-11-19"), days).unwrap().cells(Unit::WorkingDays, days);
    let kinds: Vec<_> = cells.iter().map(|cell| (cell.kind, cell.number)).collect();
    assert_eq!(kinds[1], (DayCellKind::NotCounted, None), "Saturday");
    assert_eq!(kinds[6], (DayCellKind::Counted, Some(5)));
}

#[test]
fn the_end_of_all_calendars_is_no_day() {
    let days = Edition::first().working_days();
    for unit in [Unit::CalendarDays, Unit::WorkingDays, Unit::Months, Unit::Hours] {
        assert_eq!(count(&span(1, unit, Counts::NextDay, Roll::None), NaiveDate::MAX, days), None);
    }
}

proptest! {
    #[test]
    fn a_later_event_never_ends_earlier(from in 0..1400_u64, later in 0..40_u64, amount in 1..120_u32, unit in 0..4_u8) {
        let unit = [Unit::CalendarDays, Unit::WorkingDays, Unit::Months, Unit::Hours][usize::from(unit)];
        let days = Edition::first().working_days();
        let event = day("2024-01-01") + Days::new(from);
        for roll in [Roll::None, Roll::NextWorkingDay] {
            let span = span(amount, unit, Counts::NextDay, roll);
            let first = count(&span, event, days).unwrap();
            let second = count(&span, event + Days::new(later), days).unwrap();
            prop_assert!(first.last_day <= second.last_day);
            prop_assert!(first.first_day <= first.counted_until && first.counted_until <= first.last_day);
            let cells = first.cells(unit, days);
            prop_assert_eq!(cells.first().map(|cell| cell.date), Some(first.first_day));
            prop_assert_eq!(cells.last().map(|cell| cell.date), Some(first.last_day));
        }
    }
}
