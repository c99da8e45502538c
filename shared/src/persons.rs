//! A person and the account: linked by proof only, and what the Service keeps of oneself.
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

use crate::{
    corrections::CorrectionView,
    dates,
    identity::{Language, PartyView},
    ids::{AccountId, DocumentId, PersonId},
    registrations::{DocumentKind, RegistrationView, Sex, country, document_number},
    transparency::MyAccess,
};

/// A code that the account shows at the counter, for a short time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkCode {
    /// Eight characters; the officer enters it.
    #[cfg_attr(feature = "openapi", schema(example = "7K2MQ9TX"))]
    pub code: String,
    pub until: DateTime<Utc>,
}

/// What stands in the document that lies on the counter: all three must be those of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FindPerson {
    /// ISO 3166 alpha-3 or a code of ICAO 9303 part 3.
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
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "1988-03-12"))]
    pub birth_date: String,
}

/// A person as the document on the counter states them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRow {
    pub id: PersonId,
    /// The document by which they were found.
    pub document: DocumentId,
    pub kind: DocumentKind,
    pub surname: String,
    pub given_names: String,
    pub sex: Sex,
    pub birth_date: NaiveDate,
    pub citizenship: String,
    pub expires_on: NaiveDate,
    /// The account that is linked now.
    pub account: Option<LinkedAccount>,
    /// Also the ETag.
    pub version: i64,
}

/// Whose account a person has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkedAccount {
    /// The first letter and the place of the e-mail address.
    pub email: String,
    pub linked_at: DateTime<Utc>,
    /// The officer who saw the document.
    pub linked_by: String,
}

/// "Identity seen": an officer who holds the original document links the account to its holder. The account is named by
/// the code that it shows or by its e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
#[validate(schema(function = one_way))]
pub struct LinkAccount {
    /// The document that was seen.
    pub document: DocumentId,
    /// The officer says so; anything else is refused.
    #[validate(custom(function = seen))]
    pub original_seen: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 8, max = 12, code = "link_code"))]
    #[cfg_attr(feature = "openapi", schema(example = "7K2MQ9TX", min_length = 8, max_length = 12))]
    pub code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: Option<String>,
}

/// Without the original nothing is proven.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the validator hands a reference over")]
fn seen(original: &bool) -> Result<(), ValidationError> {
    original.then_some(()).ok_or_else(|| ValidationError::new("original_not_seen"))
}

/// Either of the two ways to name an account.
fn one_way(form: &LinkAccount) -> Result<(), ValidationError> {
    if form.code.is_some() != form.email.is_some() {
        return Ok(());
    }
    let mut error = ValidationError::new("link_account");
    error.add_param("field".into(), &"code");
    Err(error)
}

/// All that the Service keeps of whoever asks (F2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyData {
    pub made_at: DateTime<Utc>,
    pub account: MyAccount,
    /// Which terms were accepted, and when.
    pub consents: Vec<Consent>,
    /// Devices that are or were signed in.
    pub sessions: Vec<MySession>,
    /// For whom the account receives guests.
    pub party: Option<PartyView>,
    /// When the account was linked to a person, and when that was undone.
    pub links: Vec<MyLink>,
    /// What the registry knows, once the account is linked.
    pub person: Option<MyPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyAccount {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    /// The address that takes its place once its code is entered.
    pub email_pending: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    pub created_at: DateTime<Utc>,
    pub linked_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::FromQueryResult))]
pub struct Consent {
    /// `terms` or `privacy`.
    pub document: String,
    pub version: String,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::FromQueryResult))]
pub struct MySession {
    /// Browser and system, in short.
    pub device: String,
    /// Network address the session came from.
    pub place: String,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::FromQueryResult))]
pub struct MyLink {
    pub linked_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

/// A person in the registry, as they may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyPerson {
    pub id: PersonId,
    pub since: DateTime<Utc>,
    /// What documents stated, the newest first.
    pub identities: Vec<MyIdentity>,
    pub registrations: Vec<RegistrationView>,
    /// What they asked to have put right or taken out, the newest first.
    #[serde(default)]
    pub corrections: Vec<CorrectionView>,
    /// Who has seen or changed these data, the newest first.
    pub accesses: Vec<MyAccess>,
}

/// What one document stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::FromQueryResult))]
pub struct MyIdentity {
    /// Who stated it: `host`.
    pub source: String,
    pub observed_at: DateTime<Utc>,
    pub surname: String,
    pub given_names: String,
    pub sex: Sex,
    pub birth_date: NaiveDate,
    pub citizenship: String,
    pub document_kind: DocumentKind,
    pub document_issuer: String,
    pub document_number: String,
    pub document_expires_on: NaiveDate,
}
