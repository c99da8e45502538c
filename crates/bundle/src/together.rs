//! Work that takes its time, on all processors at once.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Result, anyhow};

/// Does the same with each item and gives the answers in the order of the items; the first refusal is told.
pub fn each<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> Result<U> + Sync) -> Result<Vec<U>> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let lane = || {
        let mut done = Vec::new();
        // Whoever is free takes the next: the large ones do not wait for each other.
        while let Some((place, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|place| Some((place, items.get(place)?)))
        {
            done.push((place, work(item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let lanes: Vec<_> = (0..processors.min(items.len())).map(|_| scope.spawn(lane)).collect();
        let mut done = Vec::with_capacity(items.len());
        for lane in lanes {
            done.extend(lane.join().map_err(|_| anyhow!("a thread of the bundler broke"))?);
        }
        Ok::<_, anyhow::Error>(done)
    })?;
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_the_items() -> Result<()> {
        let items: Vec<usize> = (0..50).collect();
        assert_eq!(each(&items, |item| Ok(item * 2))?, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        Ok(())
    }

    #[test]
    fn one_that_is_refused_refuses_all() {
        let told = each(&[1, 2, 3], |item| if *item == 2 { Err(anyhow!("not two")) } else { Ok(*item) });
        assert_eq!(told.map_err(|error| error.to_string()), Err("not two".to_owned()));
    }
}
