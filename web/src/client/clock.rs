//! The time of the server: legal days are days of Baku, and a device's clock may be wrong.
use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use js_sys::Date;
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
    let Some(server) = moment(Date::parse(date)) else { return };
    let behind = server - device();
    BEHIND.with(|known| {
        if (behind - known.get_untracked()).abs() > NOTICEABLE {
            known.set(behind);
        }
    });
}

fn device() -> DateTime<Utc> {
    moment(Date::now()).unwrap_or_default()
}

/// Milliseconds since 1970, as the browser counts them.
fn moment(millis: f64) -> Option<DateTime<Utc>> {
    let since = Duration::try_from_secs_f64(millis / MILLIS).ok()?;
    DateTime::UNIX_EPOCH.checked_add_signed(TimeDelta::from_std(since).ok()?)
}

const MILLIS: f64 = 1000.0;
