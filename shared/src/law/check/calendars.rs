//! Calendars: days in order and in their year, every shifted or swapped day paired with its other half.
use chrono::{Datelike, NaiveDate};

use super::super::data::calendar::{Calendar, DayKind, SpecialDay};
use super::{Report, captions, items};

const NAMES: &str = "day_names.toml";

pub(super) fn check(report: &mut Report<'_>) {
    let body = report.body;
    items::once(report, NAMES, body.day_names.iter().map(|name| name.id.as_str()));
    for name in &body.day_names {
        captions::whole(report, NAMES, &name.id, &name.caption);
    }
    for (at, calendar) in body.calendars.iter().enumerate() {
        let file = file(calendar);
        items::standing(report, &file, "", &calendar.law);
        if body.calendars.iter().take(at).any(|other| other.year == calendar.year) {
            report.add(&file, "", "this year has two calendars");
        }
        let mut before: Option<NaiveDate> = None;
        for day in &calendar.days {
            one(report, &file, calendar, day);
            if before.is_some_and(|earlier| earlier >= day.date) {
                report.add(&file, &day.date.to_string(), "days stand in order, each once");
            }
            before = Some(day.date);
        }
    }
}

fn file(calendar: &Calendar) -> String {
    format!("calendars/{}.toml", calendar.year)
}

fn one(report: &mut Report<'_>, file: &str, calendar: &Calendar, day: &SpecialDay) {
    let body = report.body;
    let item = day.date.to_string();
    if day.date.year() != calendar.year {
        report.add(file, &item, "it is a day of another year");
    }
    for name in &day.names {
        if !body.day_names.iter().any(|known| known.id == *name) {
            report.add(file, &item, format!("unknown day name `{name}`"));
        }
    }
    if let Some(legal_basis) = &day.legal_basis {
        items::act(report, file, &item, legal_basis);
    }
    let found = |date: NaiveDate| {
        let calendar = body.calendars.iter().find(|calendar| calendar.year == date.year());
        calendar.map(|calendar| calendar.days.iter().find(|day| day.date == date).map(|day| day.kind))
    };
    match (day.kind, day.instead_of) {
        (DayKind::Holiday | DayKind::Mourning | DayKind::OneOff, _) if day.names.is_empty() => {
            report.add(file, &item, "such a day has a name");
        }
        (DayKind::Shifted | DayKind::SwappedOff, None) => {
            report.add(file, &item, "it does not say whose rest it is");
        }
        // A year whose calendar is not kept cannot be looked up.
        (DayKind::Shifted, Some(date)) if !matches!(found(date), None | Some(Some(DayKind::Holiday))) => {
            report.add(file, &item, format!("{date} is not a holiday"));
        }
        (DayKind::SwappedOff, Some(date))
            if !matches!(found(date), None | Some(Some(DayKind::SwappedIn))) =>
        {
            report.add(file, &item, format!("{date} was not made a working day"));
        }
        (DayKind::SwappedIn, _) => {
            let mut all = body.calendars.iter().flat_map(|calendar| &calendar.days);
            let paired =
                all.any(|other| other.kind == DayKind::SwappedOff && other.instead_of == Some(day.date));
            if !paired {
                report.add(file, &item, "no rest day was given for it");
            }
        }
        _ => {}
    }
}
