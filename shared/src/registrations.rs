//! Registration at the place of stay (Migration Code 21).
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};
use validator::{Validate, ValidationError};

use crate::{
    dates,
    identity::Language,
    ids::{PremisesId, RegistrationId},
    premises::{Address, HostView, PlaceKind, PremisesState},
};

mod acts;
pub use acts::*;

/// Sex as the travel document states it; `x` is unspecified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Sex {
    Female,
    Male,
    X,
}

/// What the guest crossed the border with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DocumentKind {
    Passport,
    TravelDocument,
    IdentityCard,
}

/// How a registration came in. The server sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Channel {
    Web,
    Api,
    /// An officer wrote it for whoever stood at the counter.
    Counter,
}

/// The document as the guest shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TravelDocument {
    pub kind: DocumentKind,
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
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "2031-06-14"))]
    pub expires_on: String,
}

/// Who stays, as the document writes it. One name only is a whole name: `given_names` is then empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Guest {
    #[validate(custom(function = latin_name))]
    #[cfg_attr(feature = "openapi", schema(example = "YILMAZ", min_length = 1, max_length = 80))]
    pub surname: String,
    #[serde(default)]
    #[validate(custom(function = latin_name_or_none))]
    #[cfg_attr(feature = "openapi", schema(example = "EMRE", max_length = 80))]
    pub given_names: String,
    pub sex: Sex,
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "1988-03-12"))]
    pub birth_date: String,
    #[validate(custom(function = country))]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "TUR", min_length = 3, max_length = 3, pattern = "^[A-Z]{3}$")
    )]
    pub citizenship: String,
    #[validate(nested)]
    pub document: TravelDocument,
    /// The machine-readable lines, if they were read: those of a passport (two of 44 characters) or of a card (two of 36 or
    /// three of 30, ICAO 9303 parts 3 to 6), with or without line breaks. They must be those of `document.kind`; a travel
    /// document may have either. Their check digits are verified, and the fields must agree with them as far as they go: a
    /// day or month of birth that the document does not know is not compared, and names that do not fit the line only as
    /// far as they stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 72, max = 94, code = "mrz_length"))]
    #[cfg_attr(
        feature = "openapi",
        schema(
            min_length = 72,
            max_length = 94,
            example = "P<TURYILMAZ<<EMRE<<<<<<<<<<<<<<<<<<<<<<<<<<<\nU214578933TUR8803126M3106143<<<<<<<<<<<<<<06"
        )
    )]
    pub mrz: Option<String>,
}

/// The visa, where the guest needs one: the registration ends with it (Migration Code 21.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Visa {
    #[validate(custom(function = document_number))]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 20, pattern = "^[A-Z0-9]{3,20}$"))]
    pub number: String,
    /// The last day of the stay that the visa allows.
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date))]
    pub stay_until: String,
    /// The machine-readable lines of the visa (two of 44 or of 36 characters, ICAO 9303 part 7), if they were read. Their
    /// check digits are verified and compared with the guest and the number; they are not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 72, max = 94, code = "mrz_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 72, max_length = 94))]
    pub mrz: Option<String>,
}

/// A host registers a guest, or an officer whoever stands at the counter. In force from receipt (Migration Code 21.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRegistration {
    pub premises: PremisesId,
    #[validate(nested)]
    pub guest: Guest,
    /// The date of the entry stamp.
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "2026-11-19"))]
    pub arrived_in_country: String,
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "2026-11-23"))]
    pub arrived_at_address: String,
    /// The last day of the stay at this address.
    #[validate(custom(function = dates::date))]
    #[cfg_attr(feature = "openapi", schema(format = Date, example = "2026-11-30"))]
    pub until: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub visa: Option<Visa>,
    /// The guest moved here from another address in the country: another term counts.
    #[serde(default)]
    pub moved: bool,
    /// The host's own note, such as a room number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 20, example = "12"))]
    pub room: Option<String>,
    /// Where the guest wants the notice; none is sent without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 3, max = 254, code = "contact"), custom(function = crate::registrations::contact))]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 254))]
    pub contact: Option<String>,
    /// In which language the guest is written to; English where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// At the counter only: the officer has seen the original of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_seen: Option<bool>,
}

/// How a registration stands. "In force" is computed from the dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RegistrationState {
    /// Received and not closed by anybody.
    Registered,
    /// The guest left and the host said so.
    Departed,
    /// A later registration of the same person ended it.
    Superseded,
    /// As if it had never been: the guest never came, or the address was rejected.
    Annulled,
}

/// What the reader may do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RegistrationAction {
    Depart,
    /// The stay goes on.
    Extend,
    /// To another address of the same host.
    Move,
    Correct,
    Annul,
}

/// One line of a list of registrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationRow {
    pub id: RegistrationId,
    /// Such as `2026-48217036-7`.
    pub number: String,
    pub surname: String,
    pub given_names: String,
    pub citizenship: String,
    pub document_number: String,
    pub room: Option<String>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub state: RegistrationState,
    /// In force today, in Baku.
    pub in_force: bool,
    pub late_days: i64,
    pub premises: PremisesId,
    pub address: Address,
    pub premises_state: PremisesState,
    pub host: String,
    pub registered_at: DateTime<Utc>,
    pub actions: Vec<RegistrationAction>,
    pub version: i64,
}

/// The term by which the guest had to be registered, and whether it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalTerm {
    pub last_day: NaiveDate,
    /// `0` is in time.
    pub late_days: i64,
    /// The law's item, such as `registration_stay/register/general`.
    pub item: String,
    pub legal_basis: String,
    /// Edition of the law that judged it.
    pub edition: u32,
    pub engine: u32,
    /// SHA-256 of the trace.
    pub trace: String,
}

/// One event of a registration's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationEvent {
    pub seq: i64,
    pub kind: RegistrationEventKind,
    pub at: DateTime<Utc>,
    /// `host`, `client`, `officer` or `service`.
    pub by: String,
    /// What was corrected: old and new, as they stand in the registry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
    /// Why, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The day the event speaks of, such as the day of departure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RegistrationEventKind {
    Registered,
    AddressConfirmed,
    Corrected,
    /// The stay goes on until a later day.
    Extended,
    /// To another address of the same host.
    Moved,
    Departed,
    Superseded,
    /// The time ran out; found in older journals only.
    Ended,
    /// The registration that had ended it was annulled: it goes on.
    Reinstated,
    Annulled,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldChange {
    /// Name of the field, such as `birth_date`.
    pub field: String,
    pub old: String,
    pub new: String,
}

/// A registration, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationView {
    pub id: RegistrationId,
    pub number: String,
    /// Twelve characters that anyone can check.
    pub code: String,
    /// What the QR holds: the page that checks the notice, with the signed part in its fragment.
    pub qr: String,
    pub state: RegistrationState,
    pub in_force: bool,
    pub guest: Guest,
    pub visa: Option<Visa>,
    /// The decision by which the stay was extended.
    pub decision: Option<StayDecision>,
    pub premises: PremisesId,
    pub place: PlaceKind,
    pub address: Address,
    pub premises_state: PremisesState,
    pub department: String,
    pub host: HostView,
    pub room: Option<String>,
    /// Where the guest gets the notice.
    pub contact: Option<String>,
    /// In which language the guest is written to.
    pub language: Language,
    pub arrived_in_country: NaiveDate,
    pub arrived_at_address: NaiveDate,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force.
    pub until: NaiveDate,
    /// The latest day to which it could reach (visa, visa-free stay, or the decision that extended it).
    pub latest_until: NaiveDate,
    pub moved: bool,
    pub channel: Channel,
    pub term: LegalTerm,
    pub registered_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub events: Vec<RegistrationEvent>,
    pub actions: Vec<RegistrationAction>,
    /// Also the ETag.
    pub version: i64,
}

/// Looks for registrations, a host among its own, an officer in the department: all that are given must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SearchRegistrations {
    /// Start of the surname or of the whole name, surname or given names first; spelling is folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 2, max = 80, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 2, max_length = 80))]
    pub name: Option<String>,
    /// With or without hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 3, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 20))]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 3, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 20))]
    pub document_number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 20))]
    pub room: Option<String>,
    /// One box for all: the start of a name, or a whole number, document number or (among one's own) room. A host finds
    /// by the start of any part of a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 80, code = "text_length"))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 80))]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub cursor: Option<String>,
}

/// What anyone may know who holds a notice: only what the paper itself shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeCheck {
    pub number: String,
    pub state: RegistrationState,
    pub in_force: bool,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Such as `E. Y.`.
    pub initials: String,
    pub birth_year: i32,
    pub checked_at: DateTime<Utc>,
}

/// The numbers of the host's menu, and of the desk's: each is the length of its list, up to 1,000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationCounts {
    /// In force today.
    pub in_force: i64,
    /// End within three days.
    pub ending: i64,
    /// Desk: received in the last seven days, or waiting for their address.
    pub new: i64,
    /// Desk: received late in the last thirty days.
    pub late: i64,
    /// Desk: address requests that wait.
    pub premises_requested: i64,
    /// Desk: correction requests without an answer.
    #[serde(default)]
    pub corrections: i64,
}

/// A country or a code of the machine-readable zone, written as three capitals.
pub fn country(code: &str) -> Result<(), ValidationError> {
    let known = crate::countries::is_known(code);
    known.then_some(()).ok_or_else(|| ValidationError::new("country_unknown"))
}

pub fn document_number(text: &str) -> Result<(), ValidationError> {
    let fits = (3..=20).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    fits.then_some(()).ok_or_else(|| ValidationError::new("document_number"))
}

fn latin_name(name: &str) -> Result<(), ValidationError> {
    if name.trim().is_empty() {
        return Err(ValidationError::new("required"));
    }
    latin_name_or_none(name)
}

/// Latin letters with any diacritics, spaces, hyphen, apostrophe and full stop; names the first foreign letter.
fn latin_name_or_none(name: &str) -> Result<(), ValidationError> {
    if name.chars().count() > 80 {
        return Err(ValidationError::new("text_length"));
    }
    let Some((at, letter)) = name.chars().enumerate().find(|(_, letter)| !is_latin(*letter)) else {
        return Ok(());
    };
    let code = if ('\u{0400}'..='\u{052F}').contains(&letter) { "cyrillic_letter" } else { "latin_only" };
    let mut error = ValidationError::new(code);
    error.add_param("at".into(), &(at + 1));
    Err(error)
}

fn is_latin(letter: char) -> bool {
    matches!(letter,
        'A'..='Z' | 'a'..='z' | ' ' | '-' | '\'' | '’' | '.' | 'ə' | 'Ə'
        | '\u{00C0}'..='\u{00D6}' | '\u{00D8}'..='\u{00F6}' | '\u{00F8}'..='\u{018E}' | '\u{0190}'..='\u{024F}'
        | '\u{1E00}'..='\u{1EFF}')
}

pub(crate) fn contact(text: &str) -> Result<(), ValidationError> {
    let mail = crate::identity::email(text).is_ok();
    let phone = crate::identity::phone(text).is_ok();
    (mail || phone).then_some(()).ok_or_else(|| ValidationError::new("contact"))
}

/// What the QR of a notice carries, signed: short names keep it under 300 bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedNotice {
    /// Verification code.
    pub c: String,
    /// Registration number.
    pub n: String,
    /// Kind of paper: `rs`, registration at the place of stay.
    pub k: String,
    /// First and last day in force.
    pub f: NaiveDate,
    pub t: NaiveDate,
    /// Initials.
    pub i: String,
    /// Year of birth.
    pub y: i32,
}
