//! Three-valued logic over what is known: true, false, or "cannot tell yet, ask this".
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::{
    body::Service,
    caption::Standing,
    condition::{Condition, Day, Test},
    fact::{Derived, Fact},
    value::{Facts, Value},
};
use super::trace::FactUsed;

/// Places of facts in the declared order.
pub(super) type Ask = BTreeSet<usize>;

/// What can be told now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told<T> {
    Known(T),
    Unknown(Ask),
}

/// The facts of one question, seen through their declarations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub service: &'a Service,
    pub facts: &'a Facts,
}

impl Known<'_> {
    fn declared(&self, name: &str) -> Option<(usize, &Fact)> {
        self.service.facts.iter().enumerate().find(|(_, fact)| fact.name == name)
    }

    /// The value of a fact, derived if it has to be.
    pub fn value(&self, name: &str) -> Told<Value> {
        let Some((place, fact)) = self.declared(name) else { return Told::Unknown(Ask::new()) };
        match &fact.derived {
            None => match self.facts.get(name) {
                Some(value) if fact.kind.fits(value) => Told::Known(value.clone()),
                _ => Told::Unknown(Ask::from([place])),
            },
            Some(Derived::DaysBetween { from, to }) => self.days_between(from, to),
            Some(Derived::Holds(condition)) => match self.holds(condition) {
                Told::Known(holds) => Told::Known(Value::Bool(holds)),
                Told::Unknown(ask) => Told::Unknown(ask),
            },
        }
    }

    fn days_between(&self, from: &str, to: &str) -> Told<Value> {
        let days = match (self.value(from), self.value(to)) {
            (Told::Known(Value::Date(from)), Told::Known(Value::Date(to))) => {
                u32::try_from(to.signed_duration_since(from).num_days()).ok()
            }
            (Told::Known(_), Told::Known(_)) => return Told::Known(Value::Nothing),
            (from, to) => return Told::Unknown(&asked(from) | &asked(to)),
        };
        // The second day before the first: one of them is wrong, so it is asked again.
        match days {
            Some(days) => Told::Known(Value::Count(days)),
            None => Told::Unknown(self.declared(to).map(|(place, _)| place).into_iter().collect()),
        }
    }

    /// The date a fact states.
    pub fn date(&self, name: &str) -> Told<NaiveDate> {
        match self.value(name) {
            Told::Known(Value::Date(date)) => Told::Known(date),
            Told::Known(_) => {
                Told::Unknown(self.declared(name).map(|(place, _)| place).into_iter().collect())
            }
            Told::Unknown(ask) => Told::Unknown(ask),
        }
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> Told<bool> {
        match condition {
            Condition::All(parts) => self.until(parts, false),
            Condition::Any(parts) => self.until(parts, true),
            Condition::Not(part) => match self.holds(part) {
                Told::Known(holds) => Told::Known(!holds),
                unknown @ Told::Unknown(_) => unknown,
            },
            Condition::Fact(name, test) => self.test(name, test),
        }
    }

    /// One part that is `decisive` decides; else one that is unknown leaves it open.
    fn until(&self, parts: &[Condition], decisive: bool) -> Told<bool> {
        let mut ask = Ask::new();
        let mut open = false;
        for part in parts {
            match self.holds(part) {
                Told::Known(holds) if holds == decisive => return Told::Known(decisive),
                Told::Known(_) => {}
                Told::Unknown(more) => {
                    open = true;
                    ask.extend(more);
                }
            }
        }
        if open { Told::Unknown(ask) } else { Told::Known(!decisive) }
    }

    fn test(&self, name: &str, test: &Test) -> Told<bool> {
        let value = match self.value(name) {
            Told::Known(value) => value,
            Told::Unknown(ask) => return Told::Unknown(ask),
        };
        Told::Known(match (test, value) {
            (Test::Exists(there), value) => (value != Value::Nothing) == *there,
            (Test::Is(expected), value) => value == *expected,
            (Test::OneOf(expected), value) => expected.contains(&value),
            (Test::AtLeast(limit), Value::Count(count)) => count >= *limit,
            (Test::AtMost(limit), Value::Count(count)) => count <= *limit,
            (Test::Before(day), Value::Date(date)) => match self.day(day) {
                Told::Known(day) => date < day,
                Told::Unknown(ask) => return Told::Unknown(ask),
            },
            (Test::After(day), Value::Date(date)) => match self.day(day) {
                Told::Known(day) => date > day,
                Told::Unknown(ask) => return Told::Unknown(ask),
            },
            // Nothing is neither more nor less, neither earlier nor later; the loader keeps other types away.
            (Test::AtLeast(_) | Test::AtMost(_) | Test::Before(_) | Test::After(_), _) => false,
        })
    }

    fn day(&self, day: &Day) -> Told<NaiveDate> {
        match day {
            Day::Date(date) => Told::Known(*date),
            Day::Fact(name) => self.date(name),
        }
    }

    /// Names of facts to ask, in the declared order.
    pub fn names(&self, ask: &Ask) -> Vec<String> {
        ask.iter().filter_map(|place| self.service.facts.get(*place)).map(|fact| fact.name.clone()).collect()
    }

    /// The known ones of `names`, and of the facts they follow from, in the declared order.
    pub fn used(&self, names: &[&str]) -> Vec<FactUsed> {
        let mut wanted: Vec<&str> = names.to_vec();
        let mut at = 0;
        while let Some(name) = wanted.get(at).copied() {
            at += 1;
            let derived = self.service.facts.iter().find(|fact| fact.name == name);
            for more in derived.and_then(|fact| fact.derived.as_ref()).into_iter().flat_map(Derived::facts) {
                if !wanted.contains(&more) {
                    wanted.push(more);
                }
            }
        }
        let declared = self.service.facts.iter().filter(|fact| wanted.contains(&fact.name.as_str()));
        declared
            .filter_map(|fact| match self.value(&fact.name) {
                Told::Known(value) => Some(FactUsed { name: fact.name.clone(), value }),
                Told::Unknown(_) => None,
            })
            .collect()
    }
}

fn asked(told: Told<Value>) -> Ask {
    match told {
        Told::Known(_) => Ask::new(),
        Told::Unknown(ask) => ask,
    }
}

/// A line of a list of which the first that fits decides.
pub(super) trait Line {
    fn id(&self) -> &str;
    fn when(&self) -> Option<&Condition>;
    fn law(&self) -> &Standing;
    /// Whether it makes no difference which of the two decides.
    fn same_outcome(&self, other: &Self) -> bool;
}

/// What a list of lines comes to.
pub(super) struct Choice<'a, T> {
    /// The line that decides, or those that still can and what would tell.
    pub line: Told<&'a T>,
    /// Those that can decide.
    pub possible: Vec<&'a T>,
    /// Facts looked at on the way.
    pub read: Vec<&'a str>,
}

impl Known<'_> {
    /// The first line in force on `on` that fits. An unknown condition leaves it open, unless it makes no difference.
    pub fn choose<'a, T: Line>(&self, lines: &'a [T], on: NaiveDate) -> Choice<'a, T> {
        let mut ask = Ask::new();
        let mut possible: Vec<&T> = Vec::new();
        let mut read = Vec::new();
        let mut sure = None;
        for line in lines.iter().filter(|line| line.law().in_force(on)) {
            let told = line.when().map_or(Told::Known(true), |when| {
                read.extend(when.facts());
                self.holds(when)
            });
            match told {
                Told::Known(false) => {}
                Told::Known(true) => {
                    possible.push(line);
                    sure = Some(line);
                    break;
                }
                Told::Unknown(more) => {
                    possible.push(line);
                    ask.extend(more);
                }
            }
        }
        let line = match sure {
            Some(line) if possible.iter().all(|other| other.same_outcome(line)) => Told::Known(line),
            _ => Told::Unknown(ask),
        };
        Choice { line, possible, read }
    }
}

#[cfg(test)]
#[path = "known_tests.rs"]
mod tests;
