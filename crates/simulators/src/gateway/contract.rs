//! What travels between the service and the gateway; the README says it in words.
use actix_web::error::{InternalError, JsonPayloadError, QueryPayloadError};
use actix_web::http::{StatusCode, header};
use actix_web::{Error, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Mail,
    Sms,
}

/// Language of the message: the voice that reads it aloud depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Az,
    En,
    Ru,
}

impl Language {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Az => "az",
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

/// A message to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The sender's own id of the message; the same in every try.
    pub id: String,
    pub channel: Channel,
    /// E-mail address, or telephone number in international form.
    pub to: String,
    /// Mail has one; a text message has none or an empty one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    pub body: String,
    pub language: Language,
}

/// The gateway has the message and will deliver it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub id: String,
    /// The gateway's own name of the message.
    pub reference: String,
    pub accepted_at: DateTime<Utc>,
}

/// A message as it lies in the mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    #[serde(flatten)]
    pub message: NewMessage,
    pub reference: String,
    pub accepted_at: DateTime<Utc>,
}

/// Why not (RFC 9457, without a type of its own).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub title: String,
    pub status: u16,
}

impl NewMessage {
    /// The longest text message: eight parts of 160 letters.
    const LONGEST_SMS: usize = 1280;

    pub(crate) fn check(&self) -> Result<(), &'static str> {
        let digits = self.to.strip_prefix('+').unwrap_or_default();
        let phone = (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let mail = self.to.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty());
        let subject = self.subject.as_deref().map(str::trim).filter(|subject| !subject.is_empty());
        match self.channel {
            _ if self.id.trim().is_empty() => Err("id is empty"),
            _ if self.body.trim().is_empty() => Err("body is empty"),
            _ if self.to.chars().any(|letter| letter.is_whitespace() || letter.is_control()) => {
                Err("to has white space")
            }
            Channel::Mail if !mail => Err("to is not an e-mail address"),
            Channel::Mail if subject.is_none() => Err("mail needs a subject"),
            Channel::Sms if !phone => Err("to is not a telephone number such as +994501234567"),
            Channel::Sms if subject.is_some() => Err("a text message has no subject"),
            Channel::Sms if self.body.chars().count() > Self::LONGEST_SMS => {
                Err("the text message is too long")
            }
            _ => Ok(()),
        }
    }
}

pub(crate) fn problem(status: StatusCode, title: &str) -> HttpResponse {
    let body = Problem { title: title.to_owned(), status: status.as_u16() };
    let mut answer = HttpResponse::build(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.insert_header((header::RETRY_AFTER, "1"));
    }
    // actix keeps a content type that is already there.
    answer.content_type("application/problem+json").json(body)
}

pub(crate) fn refuse(error: &JsonPayloadError) -> Error {
    let status = match error {
        JsonPayloadError::Deserialize(inner) if inner.is_data() => StatusCode::UNPROCESSABLE_ENTITY,
        JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        JsonPayloadError::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::BAD_REQUEST,
    };
    InternalError::from_response(error.to_string(), problem(status, &error.to_string())).into()
}

pub(crate) fn refuse_query(error: &QueryPayloadError) -> Error {
    let title = error.to_string();
    InternalError::from_response(title.clone(), problem(StatusCode::UNPROCESSABLE_ENTITY, &title)).into()
}
