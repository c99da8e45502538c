//! The closed tree of conditions over facts.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::value::Value;

/// A condition. Written `{ all = […] }`, `{ any = […] }`, `{ not = {…} }` or `{ fact = "…", is = … }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Fact(String, Test),
}

/// What is asked of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    Is(Value),
    OneOf(Vec<Value>),
    AtLeast(u32),
    AtMost(u32),
    Before(Day),
    After(Day),
    Exists(bool),
}

/// A day to compare with: a date, or the date another fact states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Day {
    Date(NaiveDate),
    Fact(String),
}

impl Condition {
    /// Calls `see` for every test of the tree.
    pub fn walk<'a>(&'a self, see: &mut impl FnMut(&'a str, &'a Test)) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.walk(see);
                }
            }
            Self::Not(part) => part.walk(see),
            Self::Fact(name, test) => see(name, test),
        }
    }

    /// The names of all facts it reads, in the order written.
    pub fn facts(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.walk(&mut |name, test| {
            names.push(name);
            if let Test::Before(Day::Fact(other)) | Test::After(Day::Fact(other)) = test {
                names.push(other);
            }
        });
        names
    }

    /// The number it compares a count with, and the name of that count, when there is just one.
    pub fn limit(&self) -> Option<(&str, u32)> {
        let mut limits = Vec::new();
        self.walk(&mut |name, test| {
            if let Test::AtLeast(limit) | Test::AtMost(limit) = test {
                limits.push((name, *limit));
            }
        });
        let mut limits = limits.into_iter();
        limits.next().filter(|_| limits.next().is_none())
    }
}

/// The form in the files: one key says what kind it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exists: Option<bool>,
}

impl TryFrom<Written> for Condition {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { all, any, not, fact, is, one_of, at_least, at_most, before, after, exists } = written;
        let mut tests = [
            is.map(Test::Is),
            one_of.map(Test::OneOf),
            at_least.map(Test::AtLeast),
            at_most.map(Test::AtMost),
            before.map(Test::Before),
            after.map(Test::After),
            exists.map(Test::Exists),
        ]
        .into_iter()
        .flatten();
        let test = tests.next();
        if tests.next().is_some() {
            return Err("a condition asks one thing of a fact; join two with `all` or `any`");
        }
        match (all, any, not, fact, test) {
            (Some(parts), None, None, None, None) => Ok(Self::All(parts)),
            (None, Some(parts), None, None, None) => Ok(Self::Any(parts)),
            (None, None, Some(part), None, None) => Ok(Self::Not(part)),
            (None, None, None, Some(name), Some(test)) => Ok(Self::Fact(name, test)),
            _ => Err("a condition is `all`, `any`, `not`, or a `fact` with one of: is, one_of, at_least, \
                      at_most, before, after, exists"),
        }
    }
}

impl From<Condition> for Written {
    fn from(condition: Condition) -> Self {
        let empty = Self::default();
        match condition {
            Condition::All(parts) => Self { all: Some(parts), ..empty },
            Condition::Any(parts) => Self { any: Some(parts), ..empty },
            Condition::Not(part) => Self { not: Some(part), ..empty },
            Condition::Fact(name, test) => {
                let named = Self { fact: Some(name), ..empty };
                match test {
                    Test::Is(value) => Self { is: Some(value), ..named },
                    Test::OneOf(values) => Self { one_of: Some(values), ..named },
                    Test::AtLeast(limit) => Self { at_least: Some(limit), ..named },
                    Test::AtMost(limit) => Self { at_most: Some(limit), ..named },
                    Test::Before(day) => Self { before: Some(day), ..named },
                    Test::After(day) => Self { after: Some(day), ..named },
                    Test::Exists(there) => Self { exists: Some(there), ..named },
                }
            }
        }
    }
}
