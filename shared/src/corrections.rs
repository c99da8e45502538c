//! A person sees something wrong in what is kept of them, and asks to have it put right or taken out (F3).
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::{Validate, ValidationError};

use crate::{
    ids::{CorrectionId, RegistrationId},
    registrations::RegistrationView,
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionKind {
    /// Something else is right.
    Correction,
    /// It is to be kept no longer.
    Erasure,
}

/// Of what: a field of a registration, which is where the registry has it from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionField {
    Surname,
    GivenNames,
    Sex,
    BirthDate,
    Citizenship,
    DocumentIssuer,
    DocumentNumber,
    DocumentExpiresOn,
    ArrivedInCountry,
    ArrivedAtAddress,
    VisaNumber,
    VisaStayUntil,
    Contact,
    /// All of it: it can only be asked to be erased.
    Registration,
}

impl CorrectionField {
    /// What stands there, as it is written in a registration.
    pub fn kept(self, view: &RegistrationView) -> Option<String> {
        let (guest, document) = (&view.guest, &view.guest.document);
        let text = match self {
            Self::Surname => guest.surname.clone(),
            Self::GivenNames => guest.given_names.clone(),
            Self::Sex => guest.sex.to_string(),
            Self::BirthDate => guest.birth_date.clone(),
            Self::Citizenship => guest.citizenship.clone(),
            Self::DocumentIssuer => document.issuer.clone(),
            Self::DocumentNumber => document.number.clone(),
            Self::DocumentExpiresOn => document.expires_on.clone(),
            Self::ArrivedInCountry => view.arrived_in_country.to_string(),
            Self::ArrivedAtAddress => view.arrived_at_address.to_string(),
            Self::VisaNumber => view.visa.as_ref()?.number.clone(),
            Self::VisaStayUntil => view.visa.as_ref()?.stay_until.clone(),
            Self::Contact => view.contact.clone()?,
            Self::Registration => view.number.clone(),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// Is a day what stands there?
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::BirthDate
                | Self::DocumentExpiresOn
                | Self::ArrivedInCountry
                | Self::ArrivedAtAddress
                | Self::VisaStayUntil
        )
    }

    /// Is the code of a country what stands there?
    pub fn is_country(self) -> bool {
        matches!(self, Self::Citizenship | Self::DocumentIssuer)
    }
}

/// A person asks for a correction or an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
#[validate(schema(function = right_where_asked))]
pub struct AskCorrection {
    pub registration: RegistrationId,
    pub kind: CorrectionKind,
    pub field: CorrectionField,
    /// What is right, written as the field is written in a registration; of a correction only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 254, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254, example = "YILDIZ"))]
    pub right: Option<String>,
    /// Why; an officer reads it.
    #[validate(length(min = 10, max = 1000, code = "reason_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 1000))]
    pub reason: String,
}

/// What is right belongs to a correction, and to nothing else; a whole registration is not corrected at once.
fn right_where_asked(form: &AskCorrection) -> Result<(), ValidationError> {
    let (field, code) = match (form.kind, form.field, &form.right) {
        (CorrectionKind::Correction, CorrectionField::Registration, _) => ("field", "erasure_only"),
        (CorrectionKind::Correction, _, None) => ("right", "required"),
        (CorrectionKind::Erasure, _, Some(_)) => ("right", "erasure_without_right"),
        _ => return Ok(()),
    };
    let mut error = ValidationError::new(code);
    error.add_param("field".into(), &field);
    Err(error)
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionState {
    /// An officer has to look at it.
    Submitted,
    /// An officer recommends a refusal; a supervisor decides. The person does not see this yet.
    Recommended,
    Accepted,
    Refused,
}

/// One event of a request's journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionEventKind {
    Submitted,
    RefusalRecommended,
    /// The supervisor did not sign: the officer looks again.
    SentBack,
    Accepted,
    Refused,
}

/// What the reader may do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionAction {
    Accept,
    Recommend,
    Sign,
    SendBack,
}

/// One line of the desk's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::FromQueryResult))]
pub struct CorrectionRow {
    pub id: CorrectionId,
    pub kind: CorrectionKind,
    pub field: CorrectionField,
    pub state: CorrectionState,
    pub surname: String,
    pub given_names: String,
    /// Of the registration.
    pub number: String,
    pub asked_at: DateTime<Utc>,
    /// The last day to answer.
    pub answer_by: NaiveDate,
    pub answered_at: Option<DateTime<Utc>>,
}

/// A request, whole. The person sees neither the recommendation nor what came of it before the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionView {
    pub id: CorrectionId,
    pub registration: RegistrationId,
    /// Of the registration.
    pub number: String,
    pub department: String,
    pub kind: CorrectionKind,
    pub field: CorrectionField,
    pub state: CorrectionState,
    /// What stood there when it was asked.
    pub kept: Option<String>,
    /// What the person says is right.
    pub right: Option<String>,
    /// Why the person asks.
    pub reason: String,
    /// Why it was refused; for the desk also why a refusal is recommended.
    pub answer: Option<String>,
    /// Why the supervisor sent the last recommendation back (the desk sees it).
    pub sent_back: Option<String>,
    pub asked_at: DateTime<Utc>,
    /// The last day to answer.
    pub answer_by: NaiveDate,
    /// The law's item that says so.
    pub term_item: String,
    /// The Service has not confirmed the term.
    pub term_confirmed: bool,
    pub answered_at: Option<DateTime<Utc>>,
    /// The last day to complain about a refusal.
    pub complain_by: Option<NaiveDate>,
    pub events: Vec<CorrectionEvent>,
    pub actions: Vec<CorrectionAction>,
    /// The entity tag, too.
    pub version: i64,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionEvent {
    pub seq: i64,
    pub kind: CorrectionEventKind,
    /// `person`, `officer` or `supervisor`.
    pub by: String,
    pub at: DateTime<Utc>,
}

/// A request beside the registration it speaks of, for an officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionFile {
    pub request: CorrectionView,
    /// As it stands now.
    pub registration: RegistrationView,
    /// What stands in the field now.
    pub now: Option<String>,
}

/// Why an officer would refuse, or why a supervisor does not sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SayWhy {
    /// The person reads the reason of a refusal.
    #[validate(length(min = 10, max = 1000, code = "reason_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 1000))]
    pub reason: String,
}
