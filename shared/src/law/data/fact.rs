//! The facts that conditions may speak of: each is declared once, in `facts.toml`.
use serde::{Deserialize, Serialize};

use super::{caption::Caption, condition::Condition, value::Value};

/// A declared fact. The order in the file is the order of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: FactKind,
    pub caption: Caption,
    /// How a person is asked; a derived fact has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Caption>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated_by: Vec<StatedBy>,
    /// Where the catalogue has the words of its values: `country` leads to `country-KAZ`, for a count it is the whole key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Computed from other facts, never stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derived>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    Bool,
    Date,
    Count,
    Money,
    Code,
}

impl FactKind {
    /// Whether a stated value is of this type; "there is none" is of every type.
    pub fn fits(self, value: &Value) -> bool {
        matches!(
            (value, self),
            (Value::Nothing, _)
                | (Value::Bool(_), Self::Bool)
                | (Value::Date(_), Self::Date)
                | (Value::Count(_), Self::Count)
                | (Value::Money(_), Self::Money)
                | (Value::Code(_), Self::Code)
        )
    }
}

/// Who can state a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedBy {
    Applicant,
    Registry,
    Officer,
}

/// How a fact follows from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Derived {
    /// Days from one date to another, the first not counted; none when the second comes before the first.
    DaysBetween { from: String, to: String },
    /// True when the condition holds.
    Holds(Condition),
}

impl Derived {
    /// The facts it follows from.
    pub fn facts(&self) -> Vec<&str> {
        match self {
            Self::DaysBetween { from, to } => vec![from, to],
            Self::Holds(condition) => condition.facts(),
        }
    }

    /// The type of what follows.
    pub fn kind(&self) -> FactKind {
        match self {
            Self::DaysBetween { .. } => FactKind::Count,
            Self::Holds(_) => FactKind::Bool,
        }
    }
}
