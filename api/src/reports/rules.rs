//! Which figures may be shown, so that what is hidden cannot be computed from what is shown (B5, F7).
use std::collections::{BTreeMap, BTreeSet};

use shared::reports::LEAST;

/// The figures of one month by key; what is not there is zero.
pub type Cells = BTreeMap<String, i64>;

/// What of a month stays hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hidden {
    /// Possibly nothing.
    Cells(BTreeSet<String>),
    /// Every figure and the sum.
    Month,
}

/// Small figures are hidden, and with them the smallest of the others: all that have that value, so that nobody learns from
/// a figure that is shown which of those hidden is the large one. Any two of them could then be exchanged and the month
/// would look the same; the sum of a month may be shown. Where no figure is large enough, the month is not shown at all.
pub fn hidden(cells: &Cells) -> Hidden {
    let small: BTreeSet<String> = keys(cells, |made| made > 0 && made < LEAST).collect();
    if small.is_empty() {
        return Hidden::Cells(small);
    }
    match cells.values().copied().filter(|made| *made >= LEAST).min() {
        Some(least) => Hidden::Cells(small.into_iter().chain(keys(cells, |made| made == least)).collect()),
        None => Hidden::Month,
    }
}

fn keys(cells: &Cells, fits: impl Fn(i64) -> bool) -> impl Iterator<Item = String> {
    cells.iter().filter(move |(_, made)| fits(**made)).map(|(key, _)| key.clone())
}

/// The figures of a month that are shown, and its sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub figures: BTreeMap<String, Option<i64>>,
    pub total: Option<i64>,
}

/// `closed`: another division of the same month has nothing to show, so this one shows nothing either.
pub fn show(cells: &Cells, closed: bool) -> Shown {
    let hidden = if closed { Hidden::Month } else { hidden(cells) };
    let figure = |key: &String, made: i64| match &hidden {
        Hidden::Cells(hidden) if !hidden.contains(key) => Some(made),
        _ => None,
    };
    let present = cells.iter().filter(|(_, made)| **made > 0);
    Shown {
        figures: present.map(|(key, made)| (key.clone(), figure(key, *made))).collect(),
        total: (hidden != Hidden::Month).then(|| cells.values().sum()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn cells(figures: &[i64]) -> Cells {
        let named = figures.iter().enumerate().map(|(at, made)| (format!("k{at}"), *made));
        named.filter(|(_, made)| *made > 0).collect()
    }

    fn seen(figures: &[i64]) -> Vec<Option<i64>> {
        let shown = show(&cells(figures), false);
        (0..figures.len())
            .map(|at| shown.figures.get(&format!("k{at}")).copied().unwrap_or(Some(0)))
            .collect()
    }

    #[test]
    fn small_figures_are_hidden_with_the_smallest_of_the_others() {
        assert_eq!(seen(&[3, 9, 7, 20]), [None, Some(9), None, Some(20)]);
        assert_eq!(seen(&[9, 7, 20]), [Some(9), Some(7), Some(20)]);
        assert_eq!(seen(&[3, 7, 7, 20]), [None, None, None, Some(20)]);
        assert_eq!(seen(&[0, 5]), [Some(0), Some(5)]);
    }

    #[test]
    fn a_month_of_small_figures_only_is_not_shown() {
        assert_eq!(show(&cells(&[4, 4]), false).total, None);
        assert_eq!(show(&cells(&[]), false), Shown { figures: BTreeMap::new(), total: Some(0) });
        assert_eq!(show(&cells(&[50]), true).total, None);
    }

    /// Everything that four keys can hold up to eight, by what somebody sees of it: each hidden figure could be another.
    #[test]
    fn no_hidden_figure_follows_from_what_is_shown() {
        let values = || 0..=8_i64;
        let worlds = values().flat_map(|a| {
            values().flat_map(move |b| values().flat_map(move |c| values().map(move |d| [a, b, c, d])))
        });
        let mut by_sight: HashMap<_, Vec<[i64; 4]>> = HashMap::new();
        for world in worlds {
            by_sight.entry((seen(&world), show(&cells(&world), false).total)).or_default().push(world);
        }
        for ((figures, total), worlds) in by_sight {
            for (at, _) in figures.iter().enumerate().filter(|(_, figure)| figure.is_none()) {
                let could_be: BTreeSet<i64> = worlds.iter().map(|world| world[at]).collect();
                assert!(could_be.len() > 1, "{figures:?} of {total:?} tells {could_be:?}");
            }
            for figure in figures.iter().flatten() {
                assert!(*figure == 0 || *figure >= LEAST, "{figures:?}");
            }
        }
    }
}
