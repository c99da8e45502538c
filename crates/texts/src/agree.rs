//! Do the languages agree: the same keys, the same printed variables, the plural forms each needs (I1, language.md §5–6).
use std::collections::{BTreeMap, BTreeSet};

use crate::{Case, Entry, Part, Pattern, Problem};

/// All words that mean a plural category somewhere.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

type Messages = BTreeMap<String, Entry>;

/// Compares every pair of languages and looks at each plural choice.
pub fn check(catalogues: &[(&str, Messages)], problems: &mut Vec<Problem>) {
    for (language, messages) in catalogues {
        for (key, entry) in messages {
            plurals(language, key, entry, &entry.pattern, problems);
            for (other, others) in catalogues {
                let Some(same) = others.get(key) else {
                    let message = format!("{key} is missing in {other}");
                    problems.push(Problem { file: entry.file.clone(), line: entry.line, message });
                    continue;
                };
                if entry.server_only && !same.server_only {
                    let message = format!("{key} is for the server here and for the page in {}", same.file);
                    problems.push(Problem { file: entry.file.clone(), line: entry.line, message });
                }
                let lost: Vec<_> =
                    printed(&entry.pattern).difference(&printed(&same.pattern)).cloned().collect();
                if !lost.is_empty() {
                    let message = format!(
                        "{key} prints ${} and {}:{} does not",
                        lost.join(", $"),
                        same.file,
                        same.line
                    );
                    problems.push(Problem { file: entry.file.clone(), line: entry.line, message });
                }
            }
        }
    }
}

/// The variables whose value the reader sees. A variable that only chooses may be unknown to a language that has one form.
fn printed(pattern: &Pattern) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for part in pattern {
        match part {
            Part::Variable(name) => {
                names.insert(name.clone());
            }
            Part::Select { cases, otherwise, .. } => {
                names.extend(cases.iter().flat_map(|(_, text)| printed(text)));
                names.extend(printed(&otherwise.1));
            }
            Part::Text(_) | Part::Message(_) | Part::Term(_) => {}
        }
    }
    names
}

fn plurals(language: &str, key: &str, entry: &Entry, pattern: &Pattern, problems: &mut Vec<Problem>) {
    let needed: &[&str] = match language {
        "ru" => &["one", "few", "many", "other"],
        "en" => &["one", "other"],
        _ => &["other"],
    };
    for part in pattern {
        let Part::Select { on, cases, otherwise } = part else { continue };
        let words: Vec<&str> = cases
            .iter()
            .filter_map(|(case, _)| match case {
                Case::Word(word) => Some(word.as_str()),
                Case::Number(_) => None,
            })
            .collect();
        let mut refuse = |message: String| {
            problems.push(Problem { file: entry.file.clone(), line: entry.line, message });
        };
        if words.iter().any(|word| PLURALS.contains(word)) {
            for word in needed.iter().filter(|word| !words.contains(word) && otherwise.0 != **word) {
                refuse(format!("{key}: the choice by ${on} needs [{word}] in {language}"));
            }
            for word in words.iter().filter(|word| !needed.contains(word)) {
                refuse(format!(
                    "{key}: [{word}] is never used in {language}; after a number az has one form"
                ));
            }
        }
        for (_, text) in cases {
            plurals(language, key, entry, text, problems);
        }
        plurals(language, key, entry, &otherwise.1, problems);
    }
}
