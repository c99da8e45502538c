//! What is done with a registration after its receipt.
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::{Validate, ValidationError};

use super::{Guest, Visa};
use crate::{dates, identity::Language, ids::PremisesId};

/// The guest left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordDeparture {
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub left_on: String,
}

/// What can be taken out of a registration again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Removable {
    Visa,
    Room,
    Contact,
}

/// Corrects what was written wrongly. What is absent stays; old and new are both kept. An address is not corrected: the
/// registration is annulled and made anew at the right one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
#[validate(schema(function = given_or_removed))]
pub struct CorrectRegistration {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub guest: Option<Guest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub arrived_in_country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub arrived_at_address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub visa: Option<Visa>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 20))]
    pub room: Option<String>,
    /// Another term counts for a guest who moved here from another address in the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<bool>,
    /// A new one gets the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 3, max = 254, code = "contact"), custom(function = crate::registrations::contact))]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 254))]
    pub contact: Option<String>,
    /// Of the messages to the guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What is taken out; none of it may be given at the same time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 3, code = "not_a_choice"))]
    #[cfg_attr(feature = "openapi", schema(max_items = 3))]
    pub without: Vec<Removable>,
}

/// The decision by which the Service extended the stay (series MOM).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StayDecision {
    /// The series and seven digits, without a space.
    #[validate(custom(function = decision_number))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "MOM0012345", min_length = 10, max_length = 10, pattern = "^MOM[0-9]{7}$")
    )]
    pub number: String,
    /// The last day of the stay as extended.
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub stay_until: String,
}

/// The guest stays longer: within what the visa or the visa-free time allows, or beyond it by a decision of the Service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExtendRegistration {
    /// The new last day of the stay at this address, later than the one before.
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub until: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub decision: Option<StayDecision>,
}

/// The guest goes on to another address of the same host: no new registration is needed (Migration Code 21.9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveGuest {
    /// An address of the same host, and not the present one.
    pub premises: PremisesId,
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub moved_on: String,
    /// The room there; the old one is forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 20))]
    pub room: Option<String>,
}

/// Why a registration is as if it had never been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AnnulReason {
    NeverCame,
    WrongGuest,
    EnteredTwice,
}

/// The guest never came, or should never have been written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnnulRegistration {
    pub reason: AnnulReason,
}

/// `MOM` and seven digits.
fn decision_number(text: &str) -> Result<(), ValidationError> {
    let digits = text.strip_prefix("MOM").filter(|digits| digits.len() == 7);
    let fits = digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    fits.then_some(()).ok_or_else(|| ValidationError::new("decision_number"))
}

/// What is given is not taken out by the same correction.
fn given_or_removed(form: &CorrectRegistration) -> Result<(), ValidationError> {
    let given = |part: &Removable| match part {
        Removable::Visa => form.visa.is_some(),
        Removable::Room => form.room.is_some(),
        Removable::Contact => form.contact.is_some(),
    };
    if !form.without.iter().any(given) {
        return Ok(());
    }
    let mut error = ValidationError::new("given_and_removed");
    error.add_param("field".into(), &"without");
    Err(error)
}
