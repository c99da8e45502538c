//! What a first visit weighs on the wire, item by item, beside the budget; too heavy a page is not built.
use std::fs;
use std::io::Read;

use anyhow::{Result, bail};

use crate::Profile;
use crate::files::Files;
use crate::shell::{Parts, Shells};

const KIB: usize = 1024;
/// performance.md: the floor and the goal of a first visit.
const FLOOR: usize = 350 * KIB;
const GOAL: usize = 200 * KIB;

/// One line of the list.
struct Item {
    name: String,
    size: usize,
    /// experience.md §10, where it names one.
    budget: Option<usize>,
}

/// Prints the list for az (the default) and fails over the floor when the page is for visitors.
pub fn print(files: &Files, parts: &Parts, _shells: &Shells, profile: Profile) -> Result<()> {
    let item = |name: &str, size: usize, budget: Option<usize>| Item { name: name.to_owned(), size, budget };
    let fonts = |language: &str| -> usize {
        let preloaded = parts.fonts.preload.iter().filter(|(of, _)| of == language);
        preloaded.map(|(_, address)| files.wire(address)).sum()
    };
    let shell =
        files.list.iter().filter(|file| file.path.starts_with("shell.az")).map(|file| file.brotli).max();
    let (first, rest) =
        parts.texts.first().map_or((0, 0), |texts| (files.wire(&texts.first), files.wire(&texts.later)));
    let visit = [
        item("HTML shell, critical CSS, icons", shell.unwrap_or_default(), Some(12 * KIB)),
        item("CSS", parts.styles.main.as_deref().map_or(0, |sheet| files.wire(sheet)), Some(16 * KIB)),
        item("fonts az, en", fonts("az"), Some(22 * KIB)),
        item("glue", files.wire(&parts.code.glue) + files.wire(&parts.code.links), None),
        item("main WASM", files.wire(&parts.code.main), None),
        item("texts of the start page", first, None),
    ];
    println!("\nfirst visit, brotli              bytes    budget");
    for item in &visit {
        line(item);
    }
    let total: usize = visit.iter().map(|item| item.size).sum();
    line(&item("first visit", total, Some(GOAL)));
    println!("later, when opened:");
    for (part, addresses) in &parts.code.parts {
        line(&item(part, addresses.iter().map(|address| files.wire(address)).sum(), None));
    }
    line(&item("the other texts", rest, None));
    line(&item("law of one service", law(parts)?, None));
    line(&item(
        "CSS of desk",
        parts.styles.desk.as_deref().map_or(0, |sheet| files.wire(sheet)),
        Some(8 * KIB),
    ));
    line(&item("fonts ru", fonts("ru"), Some(33 * KIB)));
    if profile == Profile::Release && total > FLOOR {
        bail!("a first visit weighs {total} bytes, more than {FLOOR}");
    }
    Ok(())
}

fn line(item: &Item) {
    let budget = item.budget.map(|budget| budget.to_string()).unwrap_or_default();
    let over = item.budget.is_some_and(|budget| item.size > budget);
    println!("{:<31} {:>8}  {budget:>8}{}", item.name, item.size, if over { "  over" } else { "" });
}

/// The largest service among what the build step of `shared` made of the law.
fn law(parts: &Parts) -> Result<usize> {
    let mut largest = 0;
    for entry in fs::read_dir(&parts.code.shared)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let service = name.strip_prefix("law.").and_then(|name| name.strip_suffix(".json"));
        if service.is_some_and(|service| service != "edition") {
            let content = fs::read(&path)?;
            let mut small = Vec::new();
            brotli::CompressorReader::new(content.as_slice(), 1 << 16, 11, 22).read_to_end(&mut small)?;
            largest = largest.max(small.len());
        }
    }
    Ok(largest)
}
