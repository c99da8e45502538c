//! Declared facts and the conditions over them.
use super::super::data::{
    condition::{Condition, Day, Test},
    fact::{Derived, Fact, FactKind},
    value::Value,
};
use super::{RESERVED, Report, captions, items};

const FILE: &str = "facts.toml";

pub(super) fn check(report: &mut Report<'_>) {
    let body = report.body;
    items::once(report, FILE, body.facts.iter().map(|fact| fact.name.as_str()));
    for fact in &body.facts {
        let name = fact.name.as_str();
        captions::whole(report, FILE, name, &fact.caption);
        if RESERVED.contains(&name) {
            report.add(FILE, name, "this name is a step of every ladder");
        }
        match &fact.derived {
            None => {
                match &fact.question {
                    Some(question) => captions::whole(report, FILE, name, question),
                    None => report.add(FILE, name, "a stated fact needs a question"),
                }
                if fact.stated_by.is_empty() {
                    report.add(FILE, name, "nobody can state it");
                }
            }
            Some(derived) => follows(report, fact, derived),
        }
    }
    circles(report);
}

fn follows(report: &mut Report<'_>, fact: &Fact, derived: &Derived) {
    let name = fact.name.as_str();
    if derived.kind() != fact.kind {
        report.add(FILE, name, "what it is derived from is of another type");
    }
    if !fact.stated_by.is_empty() || fact.question.is_some() {
        report.add(FILE, name, "a derived fact is not asked and nobody states it");
    }
    match derived {
        Derived::DaysBetween { from, to } => {
            date(report, FILE, name, from);
            date(report, FILE, name, to);
        }
        Derived::Holds(when) => condition(report, FILE, name, when),
    }
}

/// A fact that follows from itself would never be known.
fn circles(report: &mut Report<'_>) {
    let body = report.body;
    let leads_to = |name: &str| -> Vec<&str> {
        let derived = body.facts.iter().find(|fact| fact.name == name).and_then(|fact| fact.derived.as_ref());
        derived.into_iter().flat_map(Derived::facts).collect()
    };
    for fact in &body.facts {
        let mut seen: Vec<&str> = Vec::new();
        let mut waiting = leads_to(&fact.name);
        while let Some(name) = waiting.pop() {
            if name == fact.name {
                report.add(FILE, &fact.name, "it follows from itself");
                break;
            }
            if !seen.contains(&name) {
                seen.push(name);
                waiting.extend(leads_to(name));
            }
        }
    }
}

/// `name` must be a declared fact; gives its type.
pub(super) fn declared(report: &mut Report<'_>, file: &str, item: &str, name: &str) -> Option<FactKind> {
    let kind = report.body.facts.iter().find(|fact| fact.name == name).map(|fact| fact.kind);
    if kind.is_none() {
        report.add(file, item, format!("unknown fact `{name}`"));
    }
    kind
}

/// `name` must be a declared date.
pub(super) fn date(report: &mut Report<'_>, file: &str, item: &str, name: &str) {
    if declared(report, file, item, name).is_some_and(|kind| kind != FactKind::Date) {
        report.add(file, item, format!("`{name}` is not a date"));
    }
}

/// Every test must ask a declared fact what its type can answer.
pub(super) fn condition(report: &mut Report<'_>, file: &str, item: &str, when: &Condition) {
    empty_lists(report, file, item, when);
    let mut tests = Vec::new();
    when.walk(&mut |name, test| tests.push((name, test)));
    for (name, test) in tests {
        let Some(kind) = declared(report, file, item, name) else { continue };
        let fits = match test {
            Test::Exists(_) => true,
            Test::Is(value) => *value != Value::Nothing && kind.fits(value),
            Test::OneOf(values) => {
                !values.is_empty() && values.iter().all(|value| *value != Value::Nothing && kind.fits(value))
            }
            Test::AtLeast(_) | Test::AtMost(_) => kind == FactKind::Count,
            Test::Before(day) | Test::After(day) => {
                if let Day::Fact(other) = day {
                    date(report, file, item, other);
                }
                kind == FactKind::Date
            }
        };
        if !fits {
            report.add(file, item, format!("`{name}` cannot be asked that"));
        }
    }
}

fn empty_lists(report: &mut Report<'_>, file: &str, item: &str, when: &Condition) {
    match when {
        Condition::All(parts) | Condition::Any(parts) => {
            if parts.is_empty() {
                report.add(file, item, "an empty list of conditions");
            }
            for part in parts {
                empty_lists(report, file, item, part);
            }
        }
        Condition::Not(part) => empty_lists(report, file, item, part),
        Condition::Fact(..) => {}
    }
}
