//! The time of the server: legal days are days of Baku, and a device's clock may be wrong.
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use leptos::prelude::*;
use shared::texts::format;

thread_local! {
    /// How far the device's clock is behind the server's.
    static BEHIND: ArcRwSignal<TimeDelta> = ArcRwSignal::new(TimeDelta::zero());
}

/// A device that is wrong by less is taken as right.
const NOTICEABLE: TimeDelta = TimeDelta::seconds(90);

/// Now, by the server's clock as far as it is known; tracked.
pub fn now() -> DateTime<Utc> {
    device() + BEHIND.with(Get::get)
}

/// Today in Baku; tracked.
pub fn today() -> NaiveDate {
    format::baku(now()).date()
}

/// Takes the `Date` of an answer.
pub(super) fn told(date: &str) {
    let Ok(server) = DateTime::parse_from_rfc2822(date) else { return };
    let behind = server.to_utc() - device();
    BEHIND.with(|known| {
        if (behind - known.get_untracked()).abs() > NOTICEABLE {
            known.set(behind);
        }
    });
}

fn device() -> DateTime<Utc> {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    DateTime::parse_from_rfc3339(&text).unwrap_or_default().to_utc()
}
