//! Limits by peer (A4): in memory, per instance. Accounts have theirs in their own row.
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Utc};

use crate::error::ApiError;

/// What is counted separately, with how many a minute and how many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Door {
    /// Sign-in, sign-up, confirmation, reset.
    Identity,
    /// Going on with a session, and ending it: a hotel's desks share an address.
    Session,
    /// Checking a notice by its code.
    Notice,
    /// Telling that the page broke.
    Fault,
}

impl Door {
    /// (burst, per minute).
    fn limit(self) -> (f64, f64) {
        match self {
            Self::Identity => (30.0, 30.0),
            Self::Session => (120.0, 120.0),
            Self::Notice => (20.0, 20.0),
            Self::Fault => (10.0, 10.0),
        }
    }
}

#[derive(Default)]
pub struct Throttle {
    buckets: Mutex<HashMap<(Door, IpAddr), Bucket>>,
    /// How many sign-ins of an account are looked at just now.
    under_way: Mutex<HashMap<String, usize>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

/// Buckets kept at most; the oldest go first.
const MOST: usize = 100_000;

/// Sign-ins of one account that may be looked at together: the wait after a wrong one holds for those that follow.
const AT_ONCE: usize = 3;

/// One sign-in under way.
pub struct AtOnce<'a> {
    throttle: &'a Throttle,
    key: String,
}

impl Drop for AtOnce<'_> {
    fn drop(&mut self) {
        let mut under_way = self.throttle.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = under_way.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                under_way.remove(&self.key);
            }
        }
    }
}

impl Throttle {
    /// Room for one more sign-in of this account, or 429.
    pub fn few_at_once(&self, key: &str) -> Result<AtOnce<'_>, ApiError> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let count = under_way.entry(key.to_owned()).or_insert(0);
        if *count >= AT_ONCE {
            return Err(ApiError::Throttled { seconds: 1 });
        }
        *count += 1;
        Ok(AtOnce { throttle: self, key: key.to_owned() })
    }

    /// Takes one from the peer's bucket; an empty one is 429 with the seconds to wait.
    pub fn pass(&self, door: Door, peer: IpAddr, now: DateTime<Utc>) -> Result<(), ApiError> {
        let (burst, rate) = door.limit();
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST {
            forget_oldest(&mut buckets);
        }
        let bucket = buckets.entry((door, block(peer))).or_insert(Bucket { left: burst, at: now });
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

/// Who counts as one: an IPv4 address, or the /64 that one IPv6 customer has all of.
pub fn block(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

/// The older half goes.
fn forget_oldest(buckets: &mut HashMap<(Door, IpAddr), Bucket>) {
    let mut times: Vec<_> = buckets.values().map(|bucket| bucket.at).collect();
    let middle = times.len() / 2;
    let (_, since, _) = times.select_nth_unstable(middle);
    let since = *since;
    buckets.retain(|_, bucket| bucket.at > since);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ipv6_customer_is_one_peer() {
        let peers = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"].map(|peer| block(peer.parse().unwrap()));
        assert_eq!(peers[0], peers[1]);
        assert_ne!(peers[0], block("2001:db8:1:3::1".parse().unwrap()));
        assert_eq!(block("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.1".parse::<IpAddr>().unwrap());
    }

    #[test]
    fn three_sign_ins_of_one_account_are_looked_at_at_once() {
        let throttle = Throttle::default();
        let mut places: Vec<_> =
            (0..AT_ONCE).map(|_| throttle.few_at_once("kamran@example.az").unwrap()).collect();

        let fourth = throttle.few_at_once("kamran@example.az").map(drop);
        assert!(matches!(fourth, Err(ApiError::Throttled { .. })));
        assert!(throttle.few_at_once("leyla@example.az").is_ok());

        places.pop();
        assert!(throttle.few_at_once("kamran@example.az").is_ok());
        places.clear();
        assert!(throttle.under_way.lock().unwrap().is_empty());
    }

    #[test]
    fn many_peers_do_not_grow_without_end() {
        let throttle = Throttle::default();
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        for n in 0..150_000_u32 {
            let peer = IpAddr::from(std::net::Ipv4Addr::from_bits(n));
            throttle.pass(Door::Notice, peer, now + chrono::Duration::milliseconds(n.into())).unwrap();
        }
        assert!(throttle.buckets.lock().unwrap().len() <= MOST);
    }
}
