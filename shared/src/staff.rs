//! Officers, supervisors, administrators, auditors and analysts.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::{Validate, ValidationError};

use crate::{identity, identity::Language, ids::AccountId, permission::Role};

/// The roles that staff can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StaffRole {
    Officer,
    Supervisor,
    Administrator,
    Auditor,
    Analyst,
}

impl From<StaffRole> for Role {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Officer => Self::Officer,
            StaffRole::Supervisor => Self::Supervisor,
            StaffRole::Administrator => Self::Administrator,
            StaffRole::Auditor => Self::Auditor,
            StaffRole::Analyst => Self::Analyst,
        }
    }
}

/// Whoever looks at what colleagues do does nothing that would have to be looked at, and whoever sees sums only sees no
/// person (B5): an auditor and an analyst hold no other role.
fn apart(roles: &[StaffRole]) -> Result<(), ValidationError> {
    let stands_apart = |role: &StaffRole| matches!(role, StaffRole::Auditor | StaffRole::Analyst);
    let alone = match roles.iter().find(|role| stands_apart(role)) {
        Some(apart) => roles.iter().all(|role| role == apart),
        None => true,
    };
    alone.then_some(()).ok_or_else(|| ValidationError::new("role_alone"))
}

/// A new colleague; a link to set the password goes out by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    #[validate(length(min = 2, max = 120, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 120))]
    pub name: String,
    #[validate(custom(function = identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: String,
    /// Code of the department, or `headquarters`.
    #[validate(length(min = 2, max = 40, code = "department_unknown"))]
    #[cfg_attr(feature = "openapi", schema(example = "baku", min_length = 2, max_length = 40))]
    pub department: String,
    #[validate(length(min = 1, max = 3, code = "roles"), custom(function = apart))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 3))]
    pub roles: Vec<StaffRole>,
    pub language: Language,
}

/// Changes a colleague's place; what is absent stays. The colleague's sessions end when rights change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeStaff {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 2, max = 40, code = "department_unknown"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 40))]
    pub department: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 3, code = "roles"), custom(function = apart))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 3))]
    pub roles: Option<Vec<StaffRole>>,
    /// `true` ends all sessions and lets nobody in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Who stands in for this colleague: a name that the administration shows. Work waits for the whole department, so
    /// nothing moves from one to the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hand_over_to: Option<AccountId>,
    /// `true`: nobody stands in any more. Beside `hand_over_to` that name counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_hand_over: Option<bool>,
    /// `true` ends all sessions and sends a link to set a new password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reset: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffRow {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub department: String,
    pub roles: Vec<StaffRole>,
    pub deputy: Option<AccountId>,
    pub deputy_name: Option<String>,
    pub disabled: bool,
    /// The link has been used and a password set.
    pub ready: bool,
    pub seen_at: Option<DateTime<Utc>>,
    /// Also the ETag.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_auditor_and_an_analyst_hold_no_other_role() {
        assert!(apart(&[StaffRole::Auditor]).is_ok());
        assert!(apart(&[StaffRole::Officer, StaffRole::Administrator]).is_ok());
        assert!(apart(&[StaffRole::Auditor, StaffRole::Officer]).is_err());
        assert!(apart(&[StaffRole::Officer, StaffRole::Analyst]).is_err());
        assert!(apart(&[StaffRole::Auditor, StaffRole::Analyst]).is_err());
    }
}
