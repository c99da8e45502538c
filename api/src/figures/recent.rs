//! The last five minutes, in slots of ten seconds: what has grown old is written over.
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use shared::figures::OperationFigures;

const SLOT: i64 = 10;
const SLOTS: usize = 30;
/// Seconds that are remembered.
pub const REMEMBERED: i64 = 300;

/// Upper bounds in milliseconds; the last one holds all that took longer.
const SCALE: [u32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 30_000];

#[derive(Default)]
pub struct Recent(Mutex<HashMap<String, [Slot; SLOTS]>>);

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// Number of the ten seconds since 1970.
    number: i64,
    took: [u32; SCALE.len()],
    refused: u32,
    failed: u32,
}

impl Recent {
    pub fn add(&self, operation: &str, status: u16, took: Duration, now: DateTime<Utc>) {
        let number = now.timestamp() / SLOT;
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !all.contains_key(operation) {
            all.insert(operation.to_owned(), [Slot::default(); SLOTS]);
        }
        let slot = all.get_mut(operation).and_then(|slots| slots.get_mut(place(number)));
        let Some(slot) = slot else { return };
        if slot.number != number {
            *slot = Slot { number, ..Slot::default() };
        }
        let bound = SCALE.iter().position(|bound| took <= Duration::from_millis(u64::from(*bound)));
        if let Some(count) = slot.took.get_mut(bound.unwrap_or(SCALE.len() - 1)) {
            *count += 1;
        }
        match status {
            400..=499 => slot.refused += 1,
            500.. => slot.failed += 1,
            _ => {}
        }
    }

    /// Operations that were called, the busiest first.
    pub fn figures(&self, now: DateTime<Utc>) -> Vec<OperationFigures> {
        let oldest = now.timestamp() / SLOT - i64::try_from(SLOTS).unwrap_or(i64::MAX);
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut figures: Vec<_> = all
            .iter()
            .map(|(operation, slots)| told(operation, slots.iter().filter(|slot| slot.number > oldest)))
            .filter(|figures| figures.requests > 0)
            .collect();
        figures.sort_by(|a, b| b.requests.cmp(&a.requests).then_with(|| a.operation.cmp(&b.operation)));
        figures
    }
}

fn place(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default() % SLOTS
}

fn told<'a>(operation: &str, slots: impl Iterator<Item = &'a Slot>) -> OperationFigures {
    let (mut took, mut refused, mut failed) = ([0_u64; SCALE.len()], 0, 0);
    for slot in slots {
        took.iter_mut().zip(slot.took).for_each(|(sum, count)| *sum += u64::from(count));
        refused += u64::from(slot.refused);
        failed += u64::from(slot.failed);
    }
    OperationFigures {
        operation: operation.to_owned(),
        requests: took.iter().sum(),
        refused,
        failed,
        half_within: within(&took, 50),
        nearly_all_within: within(&took, 99),
    }
}

/// The bound within which so many of a hundred came.
fn within(took: &[u64; SCALE.len()], percent: u64) -> u32 {
    let all: u64 = took.iter().sum();
    let mut sum = 0;
    let bound = took.iter().zip(SCALE).find(|(count, _)| {
        sum += **count;
        sum * 100 >= all * percent
    });
    bound.map_or(0, |(_, bound)| bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: DateTime<Utc> = DateTime::from_timestamp(1_795_000_000, 0).unwrap();

    fn took(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn ninety_nine_of_a_hundred_come_within_the_bound_that_is_told() {
        let recent = Recent::default();
        for _ in 0..98 {
            recent.add("list", 200, took(3), NOON);
        }
        recent.add("list", 404, took(80), NOON);
        recent.add("list", 503, took(60_000), NOON);
        recent.add("show", 200, took(1), NOON);

        let figures = recent.figures(NOON);
        let list = &figures[0];
        assert_eq!((list.operation.as_str(), list.requests, list.refused, list.failed), ("list", 100, 1, 1));
        assert_eq!((list.half_within, list.nearly_all_within), (5, 100));
        assert_eq!((figures[1].operation.as_str(), figures[1].nearly_all_within), ("show", 1));
    }

    #[test]
    fn what_is_older_than_five_minutes_is_forgotten() {
        let recent = Recent::default();
        recent.add("list", 200, took(3), NOON);
        let later = |seconds| NOON + chrono::Duration::seconds(seconds);
        assert_eq!(recent.figures(later(REMEMBERED - SLOT)).len(), 1);
        assert_eq!(recent.figures(later(REMEMBERED + SLOT)).len(), 0);
        recent.add("list", 200, took(3), later(REMEMBERED));
        assert_eq!(recent.figures(later(REMEMBERED))[0].requests, 1, "written over, not added to");
    }
}
