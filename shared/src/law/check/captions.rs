//! Captions: all three languages, and every number by a placeholder, so that no sentence contradicts its rule.
use super::super::data::{body::Step, caption::Caption};
use super::{Report, items};

/// The sentences that say what the first day is.
const FIRST_DAY_DETAILS: &[&str] = &["next_day", "next_day_working", "same_day", "same_day_working"];
/// The sentences that say what the last day is.
const LAST_DAY_DETAILS: &[&str] = &["working_days", "kept", "rolled", "fixed"];

const FILE: &str = "edition.toml";

/// A text in each language.
pub(super) fn whole(report: &mut Report<'_>, file: &str, item: &str, caption: &Caption) {
    for (lang, text) in caption.all() {
        if text.trim().is_empty() {
            report.add(file, item, format!("no caption in {lang}"));
        }
    }
}

/// What may stand in braces in a sentence.
pub(super) struct Allowed<'a> {
    pub names: Vec<&'a str>,
    /// Facts of the person too.
    pub facts: bool,
    /// Ids of deadlines and of their terms: `{register.general}`.
    pub terms: Vec<(&'a str, &'a str)>,
}

/// A sentence shown in a ladder.
pub(super) fn sentence(
    report: &mut Report<'_>,
    file: &str,
    item: &str,
    caption: &Caption,
    allowed: &Allowed<'_>,
) {
    whole(report, file, item, caption);
    for (lang, text) in caption.all() {
        let mut plain = String::new();
        for piece in text.split('{') {
            match piece.split_once('}') {
                Some((name, rest)) => {
                    if !known(report, name, allowed) {
                        report.add(file, item, format!("{lang}: nothing fills {{{name}}} here"));
                    }
                    plain.push_str(rest);
                }
                None => plain.push_str(piece),
            }
        }
        if plain.chars().any(|letter| letter.is_ascii_digit()) {
            report.add(
                file,
                item,
                format!("{lang}: a number of the law stands in the words; use a placeholder"),
            );
        }
    }
}

fn known(report: &Report<'_>, name: &str, allowed: &Allowed<'_>) -> bool {
    let name = name.strip_suffix(".weekday").unwrap_or(name);
    let term = name.split_once('.').is_some_and(|term| allowed.terms.contains(&term));
    let fact = allowed.facts && report.body.facts.iter().any(|fact| fact.name == name);
    term || fact || allowed.names.contains(&name)
}

/// The words of the steps that are the same for every term.
pub(super) fn steps(report: &mut Report<'_>) {
    let steps = &report.body.steps;
    items::standing(report, FILE, "steps", &steps.law);
    items::act(report, FILE, "steps", &steps.calendar_act);
    let none = Allowed { names: Vec::new(), facts: false, terms: Vec::new() };
    sentence(report, FILE, "steps norm", &steps.norm, &none);
    let first = vec!["event", "start", "amount", "first_day"];
    let last = vec!["event", "start", "amount", "counted_until", "last_day"];
    step(report, "steps amount", &steps.amount, &[], Vec::new());
    step(report, "steps fee", &steps.fee, &[], Vec::new());
    step(report, "steps first_day", &steps.first_day, FIRST_DAY_DETAILS, first);
    step(report, "steps last_day", &steps.last_day, LAST_DAY_DETAILS, last);
}

fn step(report: &mut Report<'_>, item: &str, step: &Step, needed: &[&str], names: Vec<&str>) {
    whole(report, FILE, item, &step.question);
    for id in needed {
        if !step.details.iter().any(|detail| detail.id == *id) {
            report.add(FILE, item, format!("no sentence `{id}`"));
        }
    }
    let allowed = Allowed { names, facts: true, terms: Vec::new() };
    for detail in &step.details {
        sentence(report, FILE, &format!("{item} {}", detail.id), &detail.detail, &allowed);
    }
}
