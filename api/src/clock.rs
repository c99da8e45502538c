//! What time it is: the one real reading of the clock, and a clock that stands still.
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound, Utc};

#[derive(Clone)]
pub enum Clock {
    Real,
    /// Microseconds since 1970; moved by tests and by the seed.
    Still(Arc<AtomicI64>),
}

impl Clock {
    pub fn still(at: DateTime<Utc>) -> Self {
        Self::Still(Arc::new(AtomicI64::new(at.timestamp_micros())))
    }

    /// Cut to microseconds: PostgreSQL keeps no more.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one real reading of the clock")]
            Self::Real => Utc::now().trunc_subsecs(6),
            Self::Still(micros) => {
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default()
            }
        }
    }

    /// Moves a clock that stands still.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Self::Still(micros) = self {
            micros.store(at.timestamp_micros(), Ordering::SeqCst);
        }
    }
}

/// The legal day of a moment: Baku keeps +04:00 all year.
pub fn baku_day(at: DateTime<Utc>) -> NaiveDate {
    const BAKU: Option<FixedOffset> = FixedOffset::east_opt(4 * 60 * 60);
    BAKU.map_or_else(|| at.date_naive(), |offset| at.with_timezone(&offset).date_naive())
}
