//! Accounts, sessions and the programs that act for a party.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::{Validate, ValidationError};

use crate::{
    ids::{AccountId, ApiClientId, PartyId, SessionId},
    permission::{Permission, Role},
    registrations::RegistrationCounts,
};

/// Language of the interface, of messages and of letters.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, EnumIter,
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Language {
    #[default]
    Az,
    En,
    Ru,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PartyKind {
    /// A person with FIN: owner of a flat.
    Person,
    /// A legal entity or sole trader with VÖEN: hotel, hospital …
    Organisation,
}

/// What an account is for.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter,
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AccountPurpose {
    /// To receive guests.
    #[default]
    Host,
    /// For oneself: one's own registrations and data.
    Personal,
}

/// Somebody signs up to receive guests, or for oneself. Who somebody is in the registry is not asked: no account is linked
/// to a person by what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
#[validate(schema(function = party))]
pub struct SignUp {
    #[serde(default)]
    pub purpose: AccountPurpose,
    /// An account for oneself is a person's.
    pub kind: PartyKind,
    /// Seven characters, for a person who receives guests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::fin))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "94FMDDD", min_length = 7, max_length = 7, pattern = "^[0-9A-HJ-NP-Z]{7}$")
    )]
    pub fin: Option<String>,
    /// Ten digits, for an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::voen))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "1402356781", min_length = 10, max_length = 10, pattern = "^[0-9]{10}$")
    )]
    pub voen: Option<String>,
    /// Name of the organisation; for a person the same as `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 2, max = 200, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 200))]
    pub organisation: Option<String>,
    /// Who signs up.
    #[validate(length(min = 2, max = 120, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(example = "Aytən Rzayeva", min_length = 2, max_length = 120))]
    pub name: String,
    #[validate(custom(function = crate::identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::phone))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "+994501234567", min_length = 8, max_length = 16, pattern = r"^\+[0-9]{7,15}$")
    )]
    pub phone: Option<String>,
    /// 15 to 128 characters, any of them.
    #[validate(custom(function = crate::identity::password))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 128, format = Password))]
    pub password: String,
    pub language: Language,
    /// Version of the terms that were accepted.
    #[validate(length(min = 1, max = 20, code = "terms_version"))]
    #[cfg_attr(feature = "openapi", schema(example = "2026-11", min_length = 1, max_length = 20))]
    pub terms: String,
    /// Version of the privacy policy that was accepted.
    #[validate(length(min = 1, max = 20, code = "terms_version"))]
    #[cfg_attr(feature = "openapi", schema(example = "2026-11", min_length = 1, max_length = 20))]
    pub privacy: String,
}

/// The versions in force; another one is refused with `terms_version`.
pub const TERMS_VERSION: &str = "2026-11";
pub const PRIVACY_VERSION: &str = "2026-11";

/// The code that came by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmAccount {
    #[validate(custom(function = crate::identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: String,
    #[validate(length(equal = 6, code = "confirmation_code"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 6, max_length = 6))]
    pub code: String,
    /// The one given at sign-up.
    #[validate(length(min = 1, max = 128, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 128, format = Password))]
    pub password: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[validate(length(min = 1, max = 254, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
    pub email: String,
    #[validate(length(min = 1, max = 128, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 128, format = Password))]
    pub password: String,
}

/// A session has begun or goes on; the tokens travel as cookies only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    pub id: SessionId,
    /// Without activity it ends then.
    pub idle_until: DateTime<Utc>,
    /// It ends then in any case.
    pub ends_at: DateTime<Utc>,
    /// The access token must be renewed before.
    pub renew_before: DateTime<Utc>,
}

/// Who I am here, and what I may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    /// The address that takes its place once the code sent there is entered.
    pub email_pending: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    pub roles: Vec<Role>,
    pub permissions: Vec<Permission>,
    pub party: Option<PartyView>,
    /// Since when the account is linked to a person of the registry: an officer saw the document.
    pub linked_at: Option<DateTime<Utc>>,
    /// Code of the department, for staff.
    pub department: Option<String>,
    pub session: Session,
    pub counts: RegistrationCounts,
    /// Also the ETag.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartyView {
    pub id: PartyId,
    pub kind: PartyKind,
    pub name: String,
    pub fin: Option<String>,
    pub voen: Option<String>,
}

/// Changes my account. A new password or e-mail needs the current password; an e-mail also the code that is sent to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeMe {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 2, max = 120, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 120))]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::phone))]
    #[cfg_attr(feature = "openapi", schema(min_length = 8, max_length = 16, pattern = r"^\+[0-9]{7,15}$"))]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = crate::identity::password))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 128, format = Password))]
    pub password: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 128, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 128, format = Password))]
    pub current_password: Option<String>,
}

/// The code that came to my new address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmEmail {
    #[validate(length(equal = 6, code = "confirmation_code"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 6, max_length = 6))]
    pub code: String,
}

/// Closes my account; it cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseAccount {
    #[validate(length(min = 1, max = 128, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 128, format = Password))]
    pub current_password: String,
}

/// One of my sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionRow {
    pub id: SessionId,
    /// Browser and system, in short.
    pub device: String,
    /// Network address the session came from.
    pub place: String,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    /// This very one.
    pub current: bool,
}

/// Asks for a link that sets a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskReset {
    #[validate(custom(function = crate::identity::email))]
    #[cfg_attr(feature = "openapi", schema(format = Email, min_length = 3, max_length = 254))]
    pub email: String,
}

/// Sets a new password with the link from the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// From the link. It travels in the body: a proxy that writes its log sees addresses.
    #[validate(length(min = 1, max = 128, code = "required"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 128, format = Password))]
    pub token: String,
    #[validate(custom(function = crate::identity::password))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 128, format = Password))]
    pub password: String,
}

/// What a program may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Scope {
    #[serde(rename = "registrations.write")]
    RegistrationsWrite,
    #[serde(rename = "registrations.read")]
    RegistrationsRead,
    #[serde(rename = "premises.write")]
    PremisesWrite,
    #[serde(rename = "premises.read")]
    PremisesRead,
}

impl Scope {
    pub fn permission(self) -> Permission {
        match self {
            Self::RegistrationsWrite => Permission::RegistrationsWrite,
            Self::RegistrationsRead => Permission::RegistrationsRead,
            Self::PremisesWrite => Permission::PremisesWrite,
            Self::PremisesRead => Permission::PremisesRead,
        }
    }
}

/// A host makes a program that acts for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApiClient {
    #[validate(length(min = 2, max = 80, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(example = "Front desk", min_length = 2, max_length = 80))]
    pub name: String,
    #[validate(length(min = 1, max = 4, code = "scopes"))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 4))]
    pub scopes: Vec<Scope>,
}

/// Shown once: the secret is kept only as a hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiClientSecret {
    pub id: ApiClientId,
    pub name: String,
    /// Goes into `client_id`.
    pub client_id: String,
    /// Goes into `client_secret`.
    pub client_secret: String,
    /// Its place, 1 or 2: with it the secret is ended.
    pub slot: i64,
}

/// A secret in use, by its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClientSecretRow {
    /// 1 or 2.
    pub slot: i64,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiClientRow {
    pub id: ApiClientId,
    pub name: String,
    pub client_id: String,
    pub scopes: Vec<Scope>,
    /// Secrets in use: one, or two while they are exchanged.
    pub secrets: i64,
    pub slots: Vec<ClientSecretRow>,
    pub created_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// RFC 6749 section 4.4.2; a form, and unknown fields are ignored as the RFC wants.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenRequest {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(required = true, nullable = false, example = "client_credentials")
    )]
    pub grant_type: Option<String>,
    /// Scopes with a space between; all of the client's where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, example = "registrations.write registrations.read")
    )]
    pub scope: Option<String>,
    /// Where HTTP Basic is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub client_id: Option<String>,
    /// Where HTTP Basic is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false, format = Password))]
    pub client_secret: Option<String>,
}

/// RFC 6749 section 5.2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OAuthError {
    /// `invalid_request`, `invalid_client`, `unsupported_grant_type`, `invalid_scope`.
    pub error: String,
    pub error_description: String,
}

/// RFC 6749 section 5.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessToken {
    pub access_token: String,
    #[cfg_attr(feature = "openapi", schema(example = "Bearer"))]
    pub token_type: String,
    /// Seconds.
    pub expires_in: i64,
    pub scope: String,
}

/// One `@`, something before, a dotted name behind; no white space or control. The message that is sent is the real check.
pub fn email(text: &str) -> Result<(), ValidationError> {
    let fits = (3..=254).contains(&text.len())
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'))
        && text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty()
                && !host.contains('@')
                && host.contains('.')
                && host.split('.').all(|part| !part.is_empty())
        });
    fits.then_some(()).ok_or_else(|| ValidationError::new("email"))
}

/// International form: plus and 7 to 15 digits.
pub fn phone(text: &str) -> Result<(), ValidationError> {
    let digits = text.strip_prefix('+').unwrap_or_default();
    let fits = (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(()).ok_or_else(|| ValidationError::new("phone"))
}

/// What people write, `050 123 45 67` or `+994 (50) 123-45-67`, as a number that can be dialled from anywhere.
pub fn dialled(text: &str) -> String {
    let plain: String =
        text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '(' | ')' | '-')).collect();
    let national = plain
        .strip_prefix('0')
        .filter(|rest| rest.len() == 9 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    national.map_or_else(|| plain.clone(), |rest| format!("+994{rest}"))
}

/// A1: 15 to 128 characters, any of them.
pub fn password(text: &str) -> Result<(), ValidationError> {
    let fits = (15..=128).contains(&text.chars().count());
    fits.then_some(()).ok_or_else(|| ValidationError::new("password_length"))
}

/// Seven characters without I and O.
pub fn fin(text: &str) -> Result<(), ValidationError> {
    let fits = text.len() == 7
        && text.bytes().all(|b| b.is_ascii_digit() || (b.is_ascii_uppercase() && !matches!(b, b'I' | b'O')));
    fits.then_some(()).ok_or_else(|| ValidationError::new("fin"))
}

/// Ten digits.
pub fn voen(text: &str) -> Result<(), ValidationError> {
    let fits = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(()).ok_or_else(|| ValidationError::new("voen"))
}

/// Who receives guests has FIN as a person, VÖEN and a name as an organisation. An account for oneself needs none of them.
fn party(form: &SignUp) -> Result<(), ValidationError> {
    if form.purpose == AccountPurpose::Personal {
        return match form.kind {
            PartyKind::Person => Ok(()),
            PartyKind::Organisation => {
                let mut error = ValidationError::new("personal_account");
                error.add_param("field".into(), &"kind");
                Err(error)
            }
        };
    }
    let missing = match form.kind {
        PartyKind::Person if form.fin.is_none() => "fin",
        PartyKind::Organisation if form.voen.is_none() => "voen",
        PartyKind::Organisation if form.organisation.is_none() => "organisation",
        _ => return Ok(()),
    };
    let mut error = ValidationError::new("required");
    error.add_param("field".into(), &missing);
    Err(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_from_anywhere_however_it_was_written() {
        for written in ["+994501234567", "+994 (50) 123-45-67", "050 123 45 67", "050-123-45-67"] {
            assert_eq!(dialled(written), "+994501234567", "{written}");
        }
        assert_eq!(dialled("0501"), "0501", "too short to tell");
        assert!(phone(&dialled("050 123 45 67")).is_ok());
    }
}
