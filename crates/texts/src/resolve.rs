//! Puts referred messages and terms into the messages that name them, so that nothing is looked up later.
use std::collections::BTreeMap;

use crate::{Catalogue, Entry, Part, Pattern, Problem};

/// The messages of a catalogue without references.
pub fn references(catalogue: &Catalogue, problems: &mut Vec<Problem>) -> BTreeMap<String, Entry> {
    let mut resolved = BTreeMap::new();
    for (key, entry) in &catalogue.messages {
        let mut way = Way { catalogue, names: vec![key.clone()], at: entry, problems };
        let pattern = way.pattern(&entry.pattern);
        resolved.insert(key.clone(), Entry { pattern, ..entry.clone() });
    }
    resolved
}

/// The names passed on the way from a message down to the text; a name met twice is a circle.
struct Way<'a> {
    catalogue: &'a Catalogue,
    names: Vec<String>,
    at: &'a Entry,
    problems: &'a mut Vec<Problem>,
}

impl Way<'_> {
    fn pattern(&mut self, pattern: &Pattern) -> Pattern {
        let mut parts = Pattern::new();
        for part in pattern {
            match part {
                Part::Text(text) => join(&mut parts, vec![Part::Text(text.clone())]),
                Part::Variable(_) => parts.push(part.clone()),
                Part::Message(name) => {
                    let found = self.follow(name, self.catalogue.messages.get(name));
                    join(&mut parts, found);
                }
                Part::Term(name) => {
                    let found = self.follow(&format!("-{name}"), self.catalogue.terms.get(name));
                    join(&mut parts, found);
                }
                Part::Select { on, cases, otherwise } => {
                    let cases = cases.iter().map(|(case, text)| (case.clone(), self.pattern(text))).collect();
                    let otherwise = Box::new((otherwise.0.clone(), self.pattern(&otherwise.1)));
                    parts.push(Part::Select { on: on.clone(), cases, otherwise });
                }
            }
        }
        parts
    }

    fn follow(&mut self, name: &str, found: Option<&Entry>) -> Pattern {
        let complaint = match found {
            None => format!("{name} is named here and stands nowhere in this language"),
            Some(_) if self.names.iter().any(|passed| passed == name) => {
                format!("{name} leads back to itself")
            }
            Some(entry) => {
                self.names.push(name.to_owned());
                let pattern = self.pattern(&entry.pattern);
                self.names.pop();
                return pattern;
            }
        };
        self.problems.push(Problem { file: self.at.file.clone(), line: self.at.line, message: complaint });
        Pattern::new()
    }
}

/// Appends, joining text to text.
fn join(parts: &mut Pattern, more: Pattern) {
    for part in more {
        match (parts.last_mut(), part) {
            (Some(Part::Text(last)), Part::Text(text)) => last.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
}
