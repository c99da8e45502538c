//! What the law says about one service: questions, terms, validity, papers, fees, liabilities.
use serde::{Deserialize, Serialize};

use super::{
    caption::{Caption, Standing},
    condition::Condition,
    term::Span,
    value::Money,
};

/// The steps that every term has, as a ladder lists them.
pub const AMOUNT: &str = "amount";
pub const FIRST_DAY: &str = "first_day";
pub const LAST_DAY: &str = "last_day";
/// The questions of the other ladders.
pub const VALID_UNTIL: &str = "valid_until";
pub const FEE: &str = "fee";
/// In a last-day rung: the day counted before it rolled.
pub const COUNTED_UNTIL: &str = "counted_until";

/// One file of `services/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLaw {
    pub code: String,
    pub caption: Caption,
    pub summary: Caption,
    pub law: Standing,
    /// Who may ask for it.
    pub filers: Vec<Note>,
    /// Who need not, and is not asked about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<Note>,
    /// What follows, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Note>,
    pub documents: Vec<Document>,
    pub fees: Vec<Fee>,
    pub rules: Vec<Rule>,
    pub deadlines: Vec<DeadlineLaw>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub liabilities: Vec<Liability>,
}

/// A sentence of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: String,
    pub caption: Caption,
    pub law: Standing,
}

/// A paper to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub id: String,
    pub caption: Caption,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub law: Standing,
}

/// A line of the fee table; the first that fits counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub amount: Money,
    pub detail: Caption,
    pub law: Standing,
}

/// A question with yes or no for an answer; the first case that fits decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub id: String,
    pub question: Caption,
    pub cases: Vec<Case>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub gives: bool,
    pub detail: Caption,
    /// The rule itself, without anybody's facts: for the page of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<Caption>,
    pub law: Standing,
}

/// Until when something must be done; the first term that fits counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineLaw {
    pub id: String,
    pub caption: Caption,
    /// The rule that says whether there is anything to do at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies: Option<String>,
    /// The rungs in the order shown: ids of rules, and the steps `amount`, `first_day`, `last_day`.
    pub ladder: Vec<String>,
    pub terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub span: Span,
    pub detail: Caption,
    pub law: Standing,
}

/// Until when what is given stays in force; the first case that fits counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    pub question: Caption,
    pub cases: Vec<ValidityCase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValidityCase {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub until: Until,
    pub detail: Caption,
    /// The rule itself, without anybody's facts: for the page of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<Caption>,
    pub law: Standing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// The day this fact states.
    Fact(String),
    Span(Span),
}

/// What a breach costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Liability {
    pub id: String,
    /// May use `{least}` and `{most}`.
    pub caption: Caption,
    pub least: Money,
    pub most: Money,
    pub law: Standing,
}

impl ServiceLaw {
    /// Every fact the service speaks of.
    pub fn facts_named(&self) -> Vec<&str> {
        let cases = self.rules.iter().flat_map(|rule| &rule.cases).map(|case| &case.when);
        let terms = self.deadlines.iter().flat_map(|deadline| &deadline.terms);
        let validity = self.validity.iter().flat_map(|validity| &validity.cases);
        let conditions = cases
            .chain(self.documents.iter().map(|document| &document.when))
            .chain(self.fees.iter().map(|fee| &fee.when))
            .chain(terms.clone().map(|term| &term.when))
            .chain(validity.clone().map(|case| &case.when));
        let mut names: Vec<&str> = conditions.flatten().flat_map(Condition::facts).collect();
        names.extend(terms.map(|term| term.span.from.as_str()));
        names.extend(validity.map(|case| case.until.fact()));
        names
    }
}

impl Until {
    /// The fact it rests on.
    pub fn fact(&self) -> &str {
        match self {
            Self::Fact(name) => name,
            Self::Span(span) => &span.from,
        }
    }
}
