//! Who looked at whose data, and what happened to the safety of the service.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use validator::Validate;

use crate::{
    identity,
    ids::{AccessEntryId, AccountId, PersonId, SecurityEventId},
    permission::Role,
    registrations::{country, document_number},
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
    /// Said by whoever took the log out as a file.
    pub reason: Option<String>,
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

/// Whose log is asked for: the document stands in a body, never in an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FindPersons {
    #[validate(custom(function = country))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "TUR", min_length = 3, max_length = 3, pattern = "^[A-Z]{3}$")
    )]
    pub issuer: String,
    #[validate(custom(function = document_number))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "U21457893", min_length = 3, max_length = 20, pattern = "^[A-Z0-9]{3,20}$")
    )]
    pub number: String,
}

/// Persons of the registry to whom such a document was issued: more than one where the registry doubts. Nothing else of
/// them is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundPersons {
    pub persons: Vec<PersonId>,
}

/// The access log as a file: what narrows it, and why it is taken out. The reason stays in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportAccess {
    #[validate(length(min = 10, max = 1000, code = "reason_length"))]
    #[cfg_attr(
        feature = "openapi",
        schema(min_length = 10, max_length = 1000, example = "Audit of November, order 114")
    )]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 60, code = "not_a_choice"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60, pattern = "^[a-z0-9_-]+$"))]
    pub office: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 60, code = "not_a_choice"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60, pattern = "^[a-z0-9_-]+$"))]
    pub operation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 60, code = "not_a_choice"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60, example = "department_work"))]
    pub purpose: Option<String>,
    /// From this moment on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
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

/// Somebody looked at my data, or changed them. Officers by their number: their names are not told (E4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyAccess {
    pub id: AccessEntryId,
    pub at: DateTime<Utc>,
    /// Under which role; absent for the service itself and for whoever checks a notice by its code.
    pub role: Option<Role>,
    /// Department of the officer, or party of the host or program.
    pub office: Option<String>,
    /// Name of the party; a department has its name in the law.
    pub office_name: Option<String>,
    /// Six digits by which the Service knows the officer.
    pub officer: Option<String>,
    /// The operation of the API, such as `show_registration`.
    pub operation: String,
    /// Why: `department_work`, `identity_seen` …
    pub purpose: String,
    /// Numbers of my registrations that were seen or changed.
    pub registrations: Vec<String>,
}

/// An office that has seen my data, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessOffice {
    /// What `office` asks for; absent for the service itself and for checks by a code.
    pub office: Option<String>,
    pub office_name: Option<String>,
    pub count: i64,
    pub latest: DateTime<Utc>,
}
