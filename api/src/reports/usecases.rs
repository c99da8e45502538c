//! A report: months that are over are summed once, and what may be shown of them is put in a table.
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use shared::{
    reports::{GroupBy, MONTHS, RegistrationsReport, ReportRow},
    texts::format,
};

use super::{
    rules::{self, Cells, Hidden, Shown},
    store,
};
use crate::{error::ApiError, http::call::Actor, state::AppState};

/// From which month to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    from: NaiveDate,
    to: NaiveDate,
}

impl Span {
    /// Of `2026-01` and `2026-10`. A month counts when it is over, and an hour more for what was on its way then: figures
    /// that still grew would tell by their growth what they hide.
    pub fn read(state: &AppState, from: &str, to: &str) -> Result<Self, ApiError> {
        let (from, to) = (month("?from", from)?, month("?to", to)?);
        let now = format::baku(state.now() - TimeDelta::hours(1)).date();
        if to >= first_of(now) {
            return Err(ApiError::field("?to", "month_not_over"));
        }
        if to < from {
            return Err(ApiError::field("?to", "until_before_from"));
        }
        let span = Self { from, to };
        if span.months().len() > MONTHS {
            return Err(ApiError::field("?from", "months_too_many"));
        }
        Ok(span)
    }

    /// No more than one too many.
    fn months(self) -> Vec<NaiveDate> {
        let months = std::iter::successors(Some(self.from), |month| next(*month));
        months.take_while(|month| *month <= self.to).take(MONTHS + 1).collect()
    }
}

fn month(at: &'static str, text: &str) -> Result<NaiveDate, ApiError> {
    shared::dates::parse(&format!("{text}-01")).ok_or_else(|| ApiError::field(at, "month_invalid"))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn next(month: NaiveDate) -> Option<NaiveDate> {
    month.checked_add_months(Months::new(1))
}

/// Registrations by month and by citizenship or department.
pub async fn registrations(
    state: &AppState,
    actor: &Actor,
    span: Span,
    by: GroupBy,
) -> Result<RegistrationsReport, ApiError> {
    let months = span.months();
    let reading = state.read(actor).await?;
    let summed = store::summed(&*reading, span.from, span.to).await?;
    let missing: Vec<_> = months.iter().copied().filter(|month| !summed.contains(month)).collect();
    reading.let_go().await;
    for month in missing {
        let service = Actor::service("sum_month", &actor.call.request_id);
        let Some(next) = next(month) else { continue };
        state.act(&service, async |tx| store::sum(tx, month, next).await).await?;
    }
    let reading = state.read(actor).await?;
    let citizenships = by_month(store::cells(&*reading, GroupBy::Citizenship, span.from, span.to).await?);
    let departments = by_month(store::cells(&*reading, GroupBy::Department, span.from, span.to).await?);
    reading.let_go().await;
    Ok(table(&months, by, &citizenships, &departments))
}

fn by_month(cells: Vec<store::Cell>) -> BTreeMap<NaiveDate, Cells> {
    let mut months: BTreeMap<NaiveDate, Cells> = BTreeMap::new();
    for cell in cells {
        months.entry(cell.month).or_default().insert(cell.key, cell.made);
    }
    months
}

/// A month that one division cannot show is not shown by the other either: their sums are the same.
fn table(
    months: &[NaiveDate],
    by: GroupBy,
    citizenships: &BTreeMap<NaiveDate, Cells>,
    departments: &BTreeMap<NaiveDate, Cells>,
) -> RegistrationsReport {
    let none = Cells::new();
    let shown: Vec<Shown> = months
        .iter()
        .map(|month| {
            let of = |division: &BTreeMap<NaiveDate, Cells>| division.get(month).unwrap_or(&none).clone();
            let both = [of(citizenships), of(departments)];
            let closed = both.iter().any(|cells| rules::hidden(cells) == Hidden::Month);
            let [citizenships, departments] = both;
            let cells = if by == GroupBy::Department { departments } else { citizenships };
            rules::show(&cells, closed)
        })
        .collect();
    let keys: BTreeSet<&String> = shown.iter().flat_map(|month| month.figures.keys()).collect();
    let row = |key: &String| {
        let figures: Vec<_> =
            shown.iter().map(|month| month.figures.get(key).copied().unwrap_or(Some(0))).collect();
        ReportRow { key: key.clone(), total: figures.iter().flatten().sum(), figures }
    };
    let rows = if by == GroupBy::Month { Vec::new() } else { keys.into_iter().map(row).collect() };
    let totals: Vec<_> = shown.iter().map(|month| month.total).collect();
    let hides = totals.contains(&None) || rows.iter().any(|row: &ReportRow| row.figures.contains(&None));
    RegistrationsReport {
        group_by: by,
        months: months.iter().map(|month| month.format("%Y-%m").to_string()).collect(),
        total: totals.iter().flatten().sum(),
        totals,
        rows,
        hides,
    }
}

/// What is not shown, in a file.
const NOT_SHOWN: &str = "*";

/// One line for each figure; codes as the API has them.
pub fn file(report: &RegistrationsReport) -> String {
    let written =
        |figure: Option<i64>| figure.map_or_else(|| NOT_SHOWN.to_owned(), |figure| figure.to_string());
    let by = report.group_by;
    let months = |figures: &[Option<i64>], key: &str| -> String {
        let pairs = report.months.iter().zip(figures);
        pairs.map(|(month, figure)| format!("{month}{key},{}\r\n", written(*figure))).collect()
    };
    if by == GroupBy::Month {
        return format!("\u{feff}month,registrations\r\n{}", months(&report.totals, ""));
    }
    let rows = report.rows.iter().map(|row| months(&row.figures, &format!(",{}", row.key)));
    format!("\u{feff}month,{by},registrations\r\n{}", rows.collect::<String>())
}
