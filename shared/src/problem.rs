//! The body of every error (RFC 9457).
use serde::{Deserialize, Serialize};

/// What went wrong, in the reader's language. Shown as it comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable address of the problem's page.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", schema(example = "/en/help/errors/registration_closed"))]
    pub kind: String,
    /// What happened.
    pub title: String,
    #[cfg_attr(feature = "openapi", schema(minimum = 400, maximum = 599))]
    pub status: u16,
    /// What was kept and what to do.
    pub detail: String,
    /// Stable name for programs.
    pub code: String,
    /// Every field that needs correcting, all at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Say it on the phone: (012) 919.
    pub request_id: String,
}

/// One field that needs correcting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// JSON pointer into the sent body, such as `/guest/birth_date`; `?limit` for a key of the query.
    pub pointer: String,
    pub code: String,
    pub message: String,
}
