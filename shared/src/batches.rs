//! Many registrations at once: a list of acts of their own.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::{ids::RegistrationId, problem::Problem};

/// Registrations of one request.
pub const MOST: u64 = 1000;

/// Registers up to 1,000 guests. Each is an act of its own, judged and answered as if they had been sent one after the
/// other: what is wrong with one hinders none of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RegisterBatch {
    /// Read one by one: what is no registration is answered with its problem.
    #[validate(length(min = 1, max = MOST, code = "batch_size"))]
    #[cfg_attr(
        feature = "openapi",
        schema(value_type = Vec<crate::registrations::NewRegistration>, min_items = 1, max_items = 1000)
    )]
    pub registrations: Vec<serde_json::Value>,
}

/// What became of each registration, in the order in which they were sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchAnswer {
    /// How many are registered.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 1000, example = 1))]
    pub registered: usize,
    /// How many are not.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 1000, example = 0))]
    pub refused: usize,
    pub items: Vec<BatchItem>,
}

/// One of them: registered, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchItem {
    /// Its place in the list that was sent, from 0 on.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 999, example = 0))]
    pub index: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<BatchReceipt>,
    /// As if it had been sent alone: its pointers lead into this one registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

/// Registered: as the act left it. `GET /registrations/{id}` shows it whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchReceipt {
    pub id: RegistrationId,
    /// Such as `2026-48217036-7`.
    #[cfg_attr(feature = "openapi", schema(example = "2026-48217036-7"))]
    pub number: String,
    /// Last day in force.
    pub until: NaiveDate,
    /// The last day on which the guest had to be registered.
    pub last_day: NaiveDate,
    /// `0` is in time.
    pub late_days: i64,
}
