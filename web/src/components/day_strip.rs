//! P1: the day strip. Every term is a window of days: past, today, left, the last day, days that do not count.
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    law::{DayCell, DayCellKind},
    texts::{Lang, format},
};

use crate::i18n::{language, t, t_args};

/// More days than this, and a cell is a week; more than the second, a month.
const DAYS: usize = 45;
const WEEKS: usize = 400;

/// How a cell looks. The order is that of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Past,
    PastOff,
    Today,
    Left,
    LeftOff,
    Last,
    LastToday,
    Over,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Past => "day day-past",
            Self::PastOff => "day day-past day-off",
            Self::Today => "day day-today",
            Self::Left => "day",
            Self::LeftOff => "day day-off",
            Self::Last => "day day-last",
            Self::LastToday => "day day-last day-today",
            Self::Over => "day day-over",
        }
    }

    fn of(date: NaiveDate, off: bool, today: NaiveDate, last: NaiveDate) -> Self {
        match (date == last, date == today, date > last, date < today) {
            (true, true, ..) => Self::LastToday,
            (true, ..) => Self::Last,
            (_, true, ..) => Self::Today,
            (_, _, true, _) => Self::Over,
            (_, _, _, true) if off => Self::PastOff,
            (_, _, _, true) => Self::Past,
            _ if off => Self::LeftOff,
            _ => Self::Left,
        }
    }
}

/// The cells as they are drawn, and where today is among them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Drawn {
    looks: Vec<Look>,
    today: Option<usize>,
}

/// Leaves out days that do not count, adds the days after a term that is over, joins days when there are many.
fn drawn(cells: &[DayCell], today: NaiveDate) -> Drawn {
    let Some(last) = cells.last().map(|cell| cell.date) else {
        return Drawn { looks: Vec::new(), today: None };
    };
    let counted = cells.iter().filter(|cell| cell.kind != DayCellKind::NotCounted);
    let mut days: Vec<(NaiveDate, bool)> =
        counted.map(|cell| (cell.date, cell.kind == DayCellKind::CountedOff)).collect();
    // A term that is long over is not drawn to today: the badge says by how much.
    let over = last.iter_days().skip(1).take_while(|day| *day <= today).take(DAYS.saturating_sub(days.len()));
    days.extend(over.map(|day| (day, false)));
    let size = if days.len() <= DAYS {
        1
    } else if days.len() <= WEEKS {
        7
    } else {
        30
    };
    let look = |&(date, off): &(NaiveDate, bool)| Look::of(date, off, today, last);
    let looks: Vec<Look> = days
        .chunks(size)
        .filter_map(|chunk| {
            let special = chunk
                .iter()
                .map(look)
                .find(|look| matches!(look, Look::Today | Look::Last | Look::LastToday));
            special.or_else(|| chunk.last().map(look))
        })
        .collect();
    let today = looks.iter().position(|look| matches!(look, Look::Today | Look::LastToday));
    Drawn { looks, today }
}

/// The strip of a term, with the date of today above its cell and the first and the last day below.
#[component]
pub fn DayStrip(
    #[prop(into)] cells: Signal<Vec<DayCell>>,
    #[prop(into)] today: Signal<NaiveDate>,
    /// Dates around the strip; without them the dates stand elsewhere on the page.
    #[prop(default = true)]
    dates: bool,
    /// Once a page.
    #[prop(optional)]
    legend: bool,
) -> impl IntoView {
    let drawn = Memo::new(move |_| drawn(&cells.get(), today.get()));
    let ends = Memo::new(move |_| {
        cells.with(|cells| Some((cells.first()?.date, cells.last()?.date, cells.last()?.number)))
    });
    let label = move || {
        let Some((first, last, _)) = ends.get() else { return String::new() };
        let count = cells.with(|cells| cells.iter().filter(|cell| cell.number.is_some()).count());
        let args = [
            ("count", count.into()),
            ("from", first.into()),
            ("to", last.into()),
            ("today", today.get().into()),
        ];
        t_args("strip-label", &args)
    };
    let over = move || drawn.with(|drawn| drawn.looks.contains(&Look::Over));
    view! {
        <div class="strip-box">
            {move || dates.then(|| view! { <NowLine drawn today/> })}
            <div class="strip" class:strip-over=over role="img" aria-label=label>
                {move || drawn.get().looks.into_iter().map(|look| view! { <i class=look.class()></i> }).collect_view()}
            </div>
            {move || {
                dates.then(|| ends.get()).flatten().map(|(first, last, number)| {
                    view! {
                        <div class="strip-ends" aria-hidden="true">
                            <span>{end(language(), first, Some(1))}</span>
                            <span>{end(language(), last, number)}</span>
                        </div>
                    }
                })
            }}
            {move || legend.then(|| view! { <Legend drawn/> })}
        </div>
    }
}

/// `3 noyabr (gün 1)`.
fn end(lang: Lang, date: NaiveDate, number: Option<u32>) -> String {
    let day = format::day_and_month(lang, date);
    match number {
        Some(number) => t_args("strip-end", &[("date", day.into()), ("number", number.into())]),
        None => day,
    }
}

/// The word above the cell of today.
#[component]
fn NowLine(drawn: Memo<Drawn>, today: Signal<NaiveDate>) -> impl IntoView {
    let place = Memo::new(move |_| drawn.with(|drawn| drawn.today.map(|at| (at, drawn.looks.len()))));
    move || {
        place.get().map(|(at, count)| {
            // Near an edge the word stands flush with it.
            let class = match (at * 4 < count, at * 4 > count * 3) {
                (true, _) => "strip-now strip-now-start",
                (_, true) => "strip-now strip-now-end",
                _ => "strip-now",
            };
            let text = move || {
                t_args("strip-today", &[("date", format::day_and_month(language(), today.get()).into())])
            };
            view! {
                <div class="strip-above" aria-hidden="true">
                    {(0..at).map(|_| view! { <i></i> }).collect_view()}
                    <span class=class><b>{text}</b></span>
                    {(at + 1..count).map(|_| view! { <i></i> }).collect_view()}
                </div>
            }
        })
    }
}

#[component]
fn Legend(drawn: Memo<Drawn>) -> impl IntoView {
    let shown = [
        (Look::Past, "strip-past"),
        (Look::Today, "strip-is-today"),
        (Look::Left, "strip-left"),
        (Look::LeftOff, "strip-off"),
        (Look::Last, "strip-last"),
        (Look::Over, "strip-over"),
    ];
    let present = move |look: Look| {
        drawn.with(|drawn| {
            drawn.looks.iter().any(|&there| match look {
                Look::LeftOff => matches!(there, Look::LeftOff | Look::PastOff),
                Look::Today => matches!(there, Look::Today | Look::LastToday),
                Look::Last => matches!(there, Look::Last | Look::LastToday),
                other => there == other,
            })
        })
    };
    view! {
        <ul class="strip-legend" aria-hidden="true">
            {move || {
                shown
                    .into_iter()
                    .filter(|(look, _)| present(*look))
                    .map(|(look, key)| view! { <li><i class=look.class()></i>{t(key)}</li> })
                    .collect_view()
            }}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn cells(count: u32) -> Vec<DayCell> {
        let first = day(3);
        (0..count)
            .map(|at| DayCell {
                date: first + chrono::Days::new(at.into()),
                kind: if at % 7 < 2 { DayCellKind::CountedOff } else { DayCellKind::Counted },
                number: Some(at + 1),
            })
            .collect()
    }

    #[test]
    fn each_day_has_its_look() {
        use Look::{Last, Left, LeftOff, Past, PastOff, Today};
        let drawn = drawn(&cells(8), day(6));
        assert_eq!(drawn.looks, [PastOff, PastOff, Past, Today, Left, Left, Left, Last]);
        assert_eq!(drawn.today, Some(3));
        assert_eq!(super::drawn(&cells(9), day(3)).looks[7], LeftOff);
    }

    #[test]
    fn a_term_that_is_over_goes_on_to_today() {
        let drawn = drawn(&cells(3), day(7));
        assert_eq!(drawn.looks.last(), Some(&Look::Over));
        assert_eq!(drawn.looks.len(), 5);
    }

    #[test]
    fn many_days_are_drawn_as_weeks() {
        let drawn = drawn(&cells(90), day(5));
        assert_eq!(drawn.looks.len(), 13);
        assert_eq!((drawn.looks[0], drawn.looks[12]), (Look::Today, Look::Last));
    }
}
