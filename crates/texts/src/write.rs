//! The table as JSON: a plain message is a string; else a list of texts, `["variable"]` and `["variable", [[case, text] …], otherwise]`.
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Case, Entry, Part, Pattern};

/// One language, keys in order, so that the same texts give the same bytes.
pub fn table(messages: &BTreeMap<String, Entry>, wanted: fn(&Entry) -> bool) -> String {
    let wanted = messages.iter().filter(|(_, entry)| wanted(entry));
    let table: Map<String, Value> =
        wanted.map(|(key, entry)| (key.clone(), pattern(&entry.pattern))).collect();
    Value::Object(table).to_string()
}

fn pattern(parts: &Pattern) -> Value {
    match parts.as_slice() {
        [] => Value::String(String::new()),
        [Part::Text(text)] => Value::String(text.clone()),
        parts => Value::Array(parts.iter().filter_map(part).collect()),
    }
}

fn part(part: &Part) -> Option<Value> {
    match part {
        Part::Text(text) => Some(Value::String(text.clone())),
        Part::Variable(name) => Some(Value::Array(vec![Value::String(name.clone())])),
        Part::Select { on, cases, otherwise } => {
            let cases =
                cases.iter().map(|(case, text)| Value::Array(vec![name(case), pattern(text)])).collect();
            Some(Value::Array(vec![Value::String(on.clone()), Value::Array(cases), pattern(&otherwise.1)]))
        }
        // `resolve` leaves none.
        Part::Message(_) | Part::Term(_) => None,
    }
}

/// A word cannot begin with a digit, so both kinds fit one string.
fn name(case: &Case) -> Value {
    match case {
        Case::Number(text) | Case::Word(text) => Value::String(text.clone()),
    }
}
