//! The way an answer went: rule ids, fact names and values, results. Captions are looked up when it is shown.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::data::{
    term::Unit,
    value::{Money, Value},
};

/// The ladder of an answer. Its canonical JSON is the same on any build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trace {
    /// The question, such as `deadline/register`.
    #[cfg_attr(feature = "openapi", schema(example = "deadline/register"))]
    pub asked: String,
    pub service: String,
    pub edition: u32,
    pub engine: u32,
    /// The law in force on this day.
    pub on: NaiveDate,
    /// From the top down, as the engine went.
    pub rungs: Vec<Rung>,
}

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rung {
    /// What decided, such as `required/short_stay` or `register/kazakhstan`.
    #[cfg_attr(feature = "openapi", schema(example = "register/general"))]
    pub rule: String,
    /// The question of this rung: a rule's id, `amount`, `first_day`, `last_day`, `valid_until` or `fee`.
    #[cfg_attr(feature = "openapi", schema(example = "amount"))]
    pub question_key: String,
    pub facts: Vec<FactUsed>,
    /// Id of an act and its article.
    #[cfg_attr(feature = "openapi", schema(example = "MC 21"))]
    pub legal_basis: String,
    pub result: RungResult,
}

/// A fact as it was known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FactUsed {
    #[cfg_attr(feature = "openapi", schema(example = "arrived_in_country"))]
    pub name: String,
    #[cfg_attr(feature = "openapi", schema(inline))]
    pub value: Value,
}

/// So many days, months or hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Amount {
    pub amount: u32,
    pub unit: Unit,
}

/// What a rung came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RungResult {
    Answer(bool),
    Amount(Amount),
    Date(NaiveDate),
    Money(Money),
    /// Cannot be told before these facts are known; empty when no rule was in force.
    Unknown(Vec<String>),
}
