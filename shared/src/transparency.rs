//! Who looked at whose data, and what happened to the safety of the service.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::{
    identity,
    ids::{AccessEntryId, AccountId, SecurityEventId},
    permission::Role,
};

/// One act of looking at or changing personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessEntry {
    pub id: AccessEntryId,
    pub at: DateTime<Utc>,
    /// The account or client that acted; absent for the service itself and for who checks a notice by its code.
    pub actor: Option<String>,
    pub actor_name: Option<String>,
    pub role: Option<Role>,
    /// Department of the officer, party of the host or client.
    pub office: Option<String>,
    /// The operation of the API, such as `show_registration`.
    pub operation: String,
    /// Why: `own_registrations`, `department_work`, `delivery` …
    pub purpose: String,
    /// Request or job id.
    pub cause: String,
    /// How many persons' or accounts' data left or were changed.
    pub subjects: i64,
}

/// Whose account is asked for: an address of sign-in stands in a body, never in an address of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FindAccount {
    #[validate(custom(function = identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254, example = "n.mammadova@migration.gov.az"))]
    pub email: String,
}

/// The account, named as the logs name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundAccount {
    pub id: AccountId,
    pub name: String,
}

/// Something that concerns the safety of the service; kept with account ids only, never personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecurityEvent {
    pub id: SecurityEventId,
    pub at: DateTime<Utc>,
    /// `sign_in_failed`, `refused`, `throttled`, `role_changed` …
    pub kind: String,
    pub account: Option<AccountId>,
    /// A colleague by name; anybody else by the address of sign-in, of which no more than the first letter and the place
    /// are shown.
    pub account_name: Option<String>,
    pub operation: String,
    pub cause: String,
}
