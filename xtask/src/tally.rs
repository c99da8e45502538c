//! Counts what passed and failed over all stages, and how long each took.
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Passed, failed, left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Count {
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    pub const fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// A stage that tested nothing is no better than one that failed.
    pub const fn of_something(self) -> Self {
        if self.passed + self.failed == 0 { self.plus(Self::FAILED) } else { self }
    }

    /// Reads `test result: ok. 5 passed; 0 failed; 1 ignored` and `5 passed, 0 failed`.
    pub fn read(line: &str) -> Option<Self> {
        let line = line
            .strip_prefix("test result:")
            .map_or(line, |rest| rest.split_once(". ").map_or("", |(_, rest)| rest));
        let mut count = Self::default();
        let mut seen = false;
        for item in line.split([';', ',']) {
            let Some((number, word)) = item.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u32>() else { continue };
            match word {
                "passed" => (count.passed, seen) = (number, true),
                "failed" => count.failed = number,
                "ignored" | "skipped" => count.skipped = number,
                _ => {}
            }
        }
        seen.then_some(count)
    }
}

/// The stages so far.
#[derive(Debug, Default)]
pub struct Tally {
    stages: Vec<(String, Count, Duration)>,
}

impl Tally {
    /// Runs a stage; what it counts is kept, a stage that breaks is one failure.
    pub fn stage(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<Count>) {
        println!("\n\u{2500}\u{2500} {name}");
        let start = Instant::now();
        let count = work().unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Count::FAILED
        });
        self.stages.push((name.to_owned(), count, start.elapsed()));
    }

    /// The table of stages and the closing line.
    pub fn close(&self) -> ExitCode {
        println!("\n{:<28} {:>8} {:>8} {:>8} {:>8}", "stage", "seconds", "passed", "failed", "skipped");
        let mut total = Count::default();
        for (name, count, time) in &self.stages {
            println!(
                "{name:<28} {:>8.1} {:>8} {:>8} {:>8}",
                time.as_secs_f32(),
                count.passed,
                count.failed,
                count.skipped
            );
            total = total.plus(*count);
        }
        let skipped = if total.skipped == 0 { String::new() } else { format!(", {} skipped", total.skipped) };
        println!("\n{} passed, {} failed{skipped}", total.passed, total.failed);
        if total.failed == 0 && total.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let rust = "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Count::read(rust), Some(Count { passed: 5, failed: 2, skipped: 1 }));
        assert_eq!(Count::read("12 passed, 0 failed"), Some(Count { passed: 12, failed: 0, skipped: 0 }));
        assert_eq!(Count::read("running 5 tests"), None);
        assert_eq!(Count::read("3 passed the bridge"), None);
    }

    #[test]
    fn testing_nothing_is_a_failure() {
        let nothing = Count::read("test result: ok. 0 passed; 0 failed; 0 ignored").map(Count::of_something);
        assert_eq!(nothing, Some(Count::FAILED));
        assert_eq!(Count::PASSED.of_something(), Count::PASSED);
    }
}
