//! Addresses where guests stay.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::Validate;

use crate::{identity::PartyKind, ids::PremisesId};

/// What kind of place it is (Migration Code 21.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PlaceKind {
    Hotel,
    Hostel,
    Sanatorium,
    RestHome,
    BoardingHouse,
    Camping,
    TouristBase,
    Hospital,
    Flat,
    House,
    Other,
}

/// Where an address request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PremisesState {
    Requested,
    Confirmed,
    Rejected,
}

/// An address as registered: Azerbaijani Latin, never translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Code of the district or city, from the law's list of districts.
    #[validate(length(min = 2, max = 40, code = "district_unknown"))]
    #[cfg_attr(feature = "openapi", schema(example = "baku_sabail", min_length = 2, max_length = 40))]
    pub district: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 100, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub settlement: Option<String>,
    #[validate(length(min = 1, max = 120, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(example = "Kiçik Qala küçəsi", min_length = 1, max_length = 120))]
    pub street: String,
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(example = "14", min_length = 1, max_length = 20))]
    pub house: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 20))]
    pub flat: Option<String>,
}

/// A host asks for an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPremises {
    pub kind: PlaceKind,
    #[validate(nested)]
    pub address: Address,
    /// What shows the right to the place, such as the number of the register extract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub proof: Option<String>,
}

/// Who receives guests at an address that an officer writes down: somebody without an account, or the foreigner there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CounterHost {
    pub kind: PartyKind,
    #[validate(length(min = 2, max = 120, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 120))]
    pub name: String,
    /// Of a person who has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::fin))]
    #[cfg_attr(feature = "openapi", schema(min_length = 7, max_length = 7, pattern = "^[0-9A-HJ-NP-Z]{7}$"))]
    pub fin: Option<String>,
    /// Of an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::voen))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 10, pattern = "^[0-9]{10}$"))]
    pub voen: Option<String>,
}

/// An officer writes down an address at the counter, with who receives guests there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCounterPremises {
    #[validate(nested)]
    pub host: CounterHost,
    #[validate(nested)]
    pub premises: NewPremises,
}

/// Addresses of a house: all its flats, and whoever receives guests there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FindPremises {
    #[validate(nested)]
    pub address: Address,
}

/// An address and where its confirmation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PremisesView {
    pub id: PremisesId,
    pub kind: PlaceKind,
    pub address: Address,
    pub proof: Option<String>,
    pub state: PremisesState,
    /// Code of the department that decides.
    pub department: String,
    /// The district's department is not confirmed by a source.
    pub department_confirmed: bool,
    /// Who receives guests there.
    pub host: HostView,
    pub requested_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was not confirmed.
    pub reason: Option<String>,
    /// Registrations in force there today.
    pub guests: i64,
    /// Registrations that its decision settles, also of stays that are over.
    pub waiting: i64,
    /// The same address asked for by other hosts too (officers see it).
    pub others_here: i64,
    pub actions: Vec<PremisesAction>,
    /// Also the ETag.
    pub version: i64,
}

/// Who receives guests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HostView {
    pub name: String,
    pub fin: Option<String>,
    pub voen: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PremisesAction {
    Confirm,
    Reject,
    Register,
}

/// An officer does not confirm an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RejectPremises {
    /// The host reads it.
    #[validate(length(min = 10, max = 1000, code = "reason_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 1000))]
    pub reason: String,
}

/// How the address requests of a department stand, for its supervisor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Board {
    /// Requests that wait.
    pub waiting: i64,
    /// Of them for more than seven days.
    pub waiting_over_week: i64,
    /// Registrations at addresses that wait.
    pub guests_waiting: i64,
    /// Who decided in the last thirty days, most first.
    pub officers: Vec<OfficerCount>,
}

/// What one officer decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficerCount {
    pub name: String,
    pub confirmed: i64,
    pub rejected: i64,
}
