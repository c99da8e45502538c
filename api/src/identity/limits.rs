//! How long things live and how often they may be tried (A4, A6): not law, so the numbers stand here.
use chrono::{DateTime, Duration, Utc};

/// A code or a reset link is good for this long (A14).
pub const CODE_MINUTES: i64 = 30;
/// An invitation of a colleague.
pub const INVITATION_HOURS: i64 = 7 * 24;
/// A reset that an administrator asks for.
pub const STAFF_RESET_HOURS: i64 = 24;

/// How a session ages: the absolute end and the end by idleness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    pub whole: Duration,
    pub idle: Duration,
}

/// A6: staff 12 h and 30 min, everybody else 24 h and 1 h.
pub fn life(staff: bool) -> Life {
    if staff {
        Life { whole: Duration::hours(12), idle: Duration::minutes(30) }
    } else {
        Life { whole: Duration::hours(24), idle: Duration::hours(1) }
    }
}

/// Does a session still stand?
pub fn stands(seen_at: DateTime<Utc>, ends_at: DateTime<Utc>, life: Life, now: DateTime<Utc>) -> bool {
    now < ends_at && now - seen_at < life.idle
}

/// A6: how long a refresh token that was just exchanged still yields the same successor.
pub fn grace() -> Duration {
    Duration::seconds(30)
}

/// A4: after the fifth failure each costs twice the wait, an hour at most; never for ever.
pub fn next_try(failures: i64, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    const FREE: i64 = 5;
    let doublings = failures.checked_sub(FREE)?;
    if doublings < 0 {
        return None;
    }
    let seconds = 1_i64.checked_shl(u32::try_from(doublings).unwrap_or(u32::MAX)).unwrap_or(i64::MAX);
    Some(now + Duration::seconds(seconds.clamp(1, 3600)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: DateTime<Utc> = DateTime::from_timestamp(1_795_000_000, 0).unwrap();

    #[test]
    fn five_failures_are_free_then_each_waits_twice_as_long() {
        assert_eq!(next_try(4, NOON), None);
        let waits: Vec<_> = (5..9).map(|n| (next_try(n, NOON).unwrap() - NOON).num_seconds()).collect();
        assert_eq!(waits, [1, 2, 4, 8]);
        assert_eq!((next_try(900, NOON).unwrap() - NOON).num_hours(), 1);
    }

    #[test]
    fn an_idle_officer_is_signed_out_after_half_an_hour() {
        let ends = NOON + Duration::hours(12);
        assert!(stands(NOON, ends, life(true), NOON + Duration::minutes(29)));
        assert!(!stands(NOON, ends, life(true), NOON + Duration::minutes(30)));
        assert!(stands(NOON, ends, life(false), NOON + Duration::minutes(59)));
    }

    #[test]
    fn no_session_outlives_its_absolute_end() {
        assert!(!stands(NOON, NOON, life(true), NOON));
    }
}
