//! The table in `docs/benchmarks.md`, between two marks; the rest of the page is written by people.
use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};

const BEGIN: &str = "<!-- measured: begin -->";
const END: &str = "<!-- measured: end -->";

/// One line of the table.
pub struct Line {
    pub work: String,
    pub value: String,
    pub limit: String,
    /// Product by limit, higher is better; none where the value stands alone.
    pub ratio: Option<f64>,
    pub floor: Option<f64>,
    pub goal: Option<f64>,
}

impl Line {
    fn reached(&self) -> &'static str {
        match (self.ratio, self.floor, self.goal) {
            (Some(ratio), _, Some(goal)) if ratio >= goal => "goal",
            (Some(ratio), Some(floor), _) if ratio >= floor => "floor",
            (Some(_), Some(_), _) => "**missed**",
            _ => "",
        }
    }
}

/// Puts the table in its place.
pub fn write(file: &Path, lines: &[Line], about: &str) -> Result<()> {
    let table = format!("{BEGIN}\n{about}\n\n{}{END}", table(lines));
    let page = fs::read_to_string(file)?;
    let (before, rest) = page.split_once(BEGIN).context("the page has no mark")?;
    let (_, after) = rest.split_once(END).context("the page has no end mark")?;
    fs::write(file, format!("{before}{table}{after}"))?;
    println!("{table}");
    Ok(())
}

/// What was measured, as Markdown.
pub fn table(lines: &[Line]) -> String {
    let mut table = "| work | product | limit | ratio | floor | goal | reached |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    let number = |number: Option<f64>| number.map(|number| format!("{number:.2}")).unwrap_or_default();
    for line in lines {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} | {} |",
            line.work,
            line.value,
            line.limit,
            number(line.ratio),
            number(line.floor),
            number(line.goal),
            line.reached()
        );
    }
    table
}
