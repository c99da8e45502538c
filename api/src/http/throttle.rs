//! Limits by peer (A4): in memory, per instance. Accounts have theirs in their own row.
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Utc};

use crate::error::ApiError;

/// What is counted separately, with how many a minute and how many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Door {
    /// Sign-in, sign-up, confirmation, reset.
    Identity,
    /// Checking a notice by its code.
    Notice,
}

impl Door {
    /// (burst, per minute).
    fn limit(self) -> (f64, f64) {
        match self {
            Self::Identity => (30.0, 30.0),
            Self::Notice => (20.0, 20.0),
        }
    }
}

#[derive(Default)]
pub struct Throttle {
    buckets: Mutex<HashMap<(Door, IpAddr), Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

/// Buckets kept at most; the oldest go first.
const MOST: usize = 100_000;

impl Throttle {
    /// Takes one from the peer's bucket; an empty one is 429 with the seconds to wait.
    pub fn pass(&self, door: Door, peer: IpAddr, now: DateTime<Utc>) -> Result<(), ApiError> {
        let (burst, rate) = door.limit();
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST {
            buckets.retain(|_, bucket| (now - bucket.at).num_minutes() < 1);
        }
        let bucket = buckets.entry((door, peer)).or_insert(Bucket { left: burst, at: now });
        let minutes = (now - bucket.at).as_seconds_f64().max(0.0) / 60.0;
        bucket.left = (bucket.left + minutes * rate).min(burst);
        bucket.at = now;
        if bucket.left < 1.0 {
            return Err(ApiError::Throttled { seconds: 60 });
        }
        bucket.left -= 1.0;
        Ok(())
    }
}
