//! What every item has: a name of its own, dates that do not overlap, a legal basis that exists.
use super::super::data::caption::{Standing, basis};
use super::{Report, captions};

const FILE: &str = "edition.toml";

pub(super) fn edition(report: &mut Report<'_>) {
    let body = report.body;
    let head = &body.edition;
    captions::whole(report, FILE, "caption", &head.caption);
    if head.offset().is_none() {
        report.add(FILE, "utc_offset", format!("`{}` is not an offset such as +04:00", head.utc_offset));
    }
    if head.based_on.is_some_and(|earlier| earlier >= head.number) {
        report.add(FILE, "based_on", "an edition is based on an earlier one");
    }
    once(report, FILE, body.acts.iter().map(|act| act.id.as_str()));
    for act in &body.acts {
        if act.id.contains(' ') {
            report.add(FILE, &act.id, "the id of an act has no spaces");
        }
        captions::whole(report, FILE, &act.id, &act.caption);
        captions::whole(report, FILE, &act.id, &act.citation);
    }
    captions::steps(report);
}

/// Each name stands once.
pub(super) fn once<'a>(report: &mut Report<'_>, file: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = Vec::new();
    for name in names {
        if name.is_empty() {
            report.add(file, name, "an item without a name");
        } else if seen.contains(&name) {
            report.add(file, name, "it stands here twice");
        }
        seen.push(name);
    }
}

/// The act exists, the dates are in order, the source is named.
pub(super) fn standing(report: &mut Report<'_>, file: &str, item: &str, law: &Standing) {
    act(report, file, item, &law.legal_basis);
    if law.valid_to.is_some_and(|last| last < law.valid_from) {
        report.add(file, item, "it ends before it begins");
    }
    if law.source.is_empty() {
        report.add(file, item, "it names no source");
    }
}

/// The act of a legal basis exists.
pub(super) fn act(report: &mut Report<'_>, file: &str, item: &str, legal_basis: &str) {
    let (id, _) = basis(legal_basis);
    if !report.body.acts.iter().any(|act| act.id == id) {
        report.add(file, item, format!("legal basis `{legal_basis}`: unknown act `{id}`"));
    }
}

/// Items of one name follow each other in time and never overlap.
pub(super) fn dated<'a>(
    report: &mut Report<'_>,
    file: &str,
    list: &str,
    items: impl Iterator<Item = (&'a str, &'a Standing)>,
) {
    let mut earlier: Vec<(&str, &Standing)> = Vec::new();
    for (id, law) in items {
        let item = format!("{list} {id}");
        if id.is_empty() {
            report.add(file, &item, "an item without a name");
        }
        standing(report, file, &item, law);
        let meets = |other: &Standing| {
            let (first, second) =
                if other.valid_from <= law.valid_from { (other, law) } else { (law, other) };
            first.valid_to.is_none_or(|last| second.valid_from <= last)
        };
        if earlier.iter().any(|(other, theirs)| *other == id && meets(theirs)) {
            report.add(file, &item, "two of this name are in force at once");
        }
        earlier.push((id, law));
    }
}
