//! P2: how many days are left after today, with their unit; the last day itself stands before it.
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::law::Unit;

use crate::{
    components::{
        icon::IconName,
        status_tag::{Tag, Tone},
    },
    i18n::t_args,
};

/// Days left before the tint warns.
const NEAR: i64 = 3;
const NEAR_WORKING: i64 = 2;

/// The tone of a term with so many days left.
pub fn tone_of(left: i64, unit: Unit) -> Tone {
    let near = if unit == Unit::WorkingDays { NEAR_WORKING } else { NEAR };
    match left {
        ..0 => Tone::Bad,
        left if left <= near => Tone::Warn,
        _ => Tone::Info,
    }
}

/// `left`: days of the term after today; below zero it is over by so many.
#[component]
pub fn DeadlineBadge(
    #[prop(into)] left: Signal<i64>,
    #[prop(default = Unit::CalendarDays)] unit: Unit,
) -> impl IntoView {
    move || {
        let left = left.get();
        let key = match (left, unit) {
            (0, _) => "deadline-today",
            (..0, Unit::WorkingDays) => "deadline-over-working",
            (..0, _) => "deadline-over",
            (_, Unit::WorkingDays) => "deadline-left-working",
            _ => "deadline-left",
        };
        let text = Signal::derive(move || t_args(key, &[("count", left.abs().into())]));
        view! { <Tag tone=tone_of(left, unit) icon=IconName::Clock text/> }
    }
}

/// Calendar days from `today` to `last_day`.
pub fn days_left(last_day: NaiveDate, today: NaiveDate) -> i64 {
    last_day.signed_duration_since(today).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_warns_from_three_days_to_today() {
        let tones = [4, 3, 0, -1].map(|left| tone_of(left, Unit::CalendarDays));
        assert_eq!(tones, [Tone::Info, Tone::Warn, Tone::Warn, Tone::Bad]);
        assert_eq!(tone_of(3, Unit::WorkingDays), Tone::Info);
    }
}
