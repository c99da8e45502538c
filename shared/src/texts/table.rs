//! A compiled catalogue of one language and how a message becomes a sentence.
use std::collections::BTreeMap;

use serde_json::Value;

use super::{Arg, Lang, format};

/// The messages of one language, as `crates/texts` wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    lang: Lang,
    messages: BTreeMap<String, Pattern>,
}

/// The JSON is not a table of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

type Pattern = Vec<Part>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Variable(String),
    Select { on: String, cases: Vec<(String, Pattern)>, otherwise: Pattern },
}

impl Table {
    /// Reads what the bundle or the build step wrote.
    pub fn parse(lang: Lang, json: &str) -> Result<Self, Unreadable> {
        let Ok(Value::Object(table)) = serde_json::from_str(json) else { return Err(Unreadable) };
        let read = |(key, value)| Some((key, pattern(value)?));
        let messages = table.into_iter().map(read).collect::<Option<_>>().ok_or(Unreadable)?;
        Ok(Self { lang, messages })
    }

    /// Puts the messages of another table of the same language beside its own.
    pub fn add(&mut self, other: Self) {
        self.messages.extend(other.messages);
    }

    /// Whose words these are.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Is there such a text? For keys made of codes that may be newer than the page.
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// The text of `key`. A key that stands nowhere is shown as such: a house test keeps written keys and catalogue together.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.messages.get(key) else { return key.to_owned() };
        let mut text = String::new();
        self.write(pattern, args, &mut text);
        text
    }

    fn write(&self, pattern: &Pattern, args: &[(&str, Arg<'_>)], text: &mut String) {
        let value = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
        for part in pattern {
            match part {
                Part::Text(fixed) => text.push_str(fixed),
                Part::Variable(name) => match value(name) {
                    Some(Arg::Text(word)) => text.push_str(word),
                    Some(Arg::Number(number)) => text.push_str(&number.print(self.lang)),
                    Some(Arg::Date(day)) => text.push_str(&format::date(self.lang, *day)),
                    // As Fluent does: a forgotten value is seen, not silent.
                    None => {
                        text.push_str("{$");
                        text.push_str(name);
                        text.push('}');
                    }
                },
                Part::Select { on, cases, otherwise } => {
                    let chosen =
                        cases.iter().find(|(case, _)| value(on).is_some_and(|arg| self.fits(arg, case)));
                    self.write(chosen.map_or(otherwise, |(_, pattern)| pattern), args, text);
                }
            }
        }
    }

    /// A branch named by a number fits that number; one named by a word fits the plural category, or the very word.
    fn fits(&self, arg: &Arg<'_>, case: &str) -> bool {
        let named_by_number = case.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        match arg {
            Arg::Number(number) if named_by_number => number.is(case),
            Arg::Number(number) => number.plural(self.lang) == case,
            Arg::Text(word) => !named_by_number && word == case,
            Arg::Date(_) => false,
        }
    }
}

fn pattern(value: Value) -> Option<Pattern> {
    match value {
        Value::String(text) => Some(vec![Part::Text(text)]),
        Value::Array(parts) => parts.into_iter().map(part).collect(),
        _ => None,
    }
}

fn part(value: Value) -> Option<Part> {
    let mut items = match value {
        Value::String(text) => return Some(Part::Text(text)),
        Value::Array(items) => items.into_iter(),
        _ => return None,
    };
    let Some(Value::String(name)) = items.next() else { return None };
    let Some(cases) = items.next() else { return Some(Part::Variable(name)) };
    let Value::Array(cases) = cases else { return None };
    let otherwise = pattern(items.next()?)?;
    let cases = cases.into_iter().map(case).collect::<Option<_>>()?;
    Some(Part::Select { on: name, cases, otherwise })
}

fn case(value: Value) -> Option<(String, Pattern)> {
    let Value::Array(items) = value else { return None };
    let mut items = items.into_iter();
    let (Some(Value::String(name)), Some(text)) = (items.next(), items.next()) else { return None };
    Some((name, pattern(text)?))
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
