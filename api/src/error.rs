//! Everything a use case can fail with; the only type that knows HTTP statuses.
use std::fmt;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use sea_orm::{DbErr, RuntimeErr};
use serde::{Deserialize, Serialize};
use shared::refusal::Refusal;
use validator::ValidationErrors;

/// One field that cannot stand, before its message is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// JSON pointer.
    pub pointer: String,
    /// `field-<code>` is its text.
    pub code: String,
    /// Values for the text.
    pub args: Vec<(String, String)>,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, code: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code: code.into(), args: Vec::new() }
    }

    /// Adds a value that the text shows.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// 400: the request cannot be read; the code says why.
    #[error("unreadable request: {0}")]
    Unreadable(&'static str),
    #[error("sign in first")]
    Unauthenticated,
    /// 401 at sign-in: nobody learns whether the user exists (A3).
    #[error("wrong user or password")]
    WrongPassword,
    /// 401 at the token endpoint.
    #[error("unknown client or wrong secret")]
    WrongClient,
    /// 403: a program was not given any of these scopes.
    #[error("the token has none of {0:?}")]
    Scope(Vec<String>),
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    #[error("{0} not found")]
    NotFound(&'static str),
    #[error("method not allowed; allowed: {0}")]
    Method(String),
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// 500, if it happens again: another act wrote the same rows at the same moment.
    #[error("the same rows at the same moment: {0}")]
    Collided(String),
    /// 409: another request with the same key is under way.
    #[error("the same request is under way")]
    UnderWay,
    #[error("someone else changed this {0} meanwhile")]
    Stale(&'static str),
    #[error("too large")]
    TooLarge,
    #[error("wrong media type")]
    MediaType,
    #[error("some fields are not valid")]
    Invalid(Vec<FieldError>),
    /// 422: the key was used with another body.
    #[error("this key was used for another request")]
    KeyReused,
    #[error("If-Match is missing")]
    Precondition,
    #[error("too many tries")]
    Throttled { seconds: i64 },
    #[error("too slow")]
    Slow,
    /// 503: more callers at once than can be served.
    #[error("too many at once")]
    Crowded,
    /// 503: the database is away or busy.
    #[error("not available: {0}")]
    Unavailable(String),
    /// 500.
    #[error("something went wrong on our side: {0}")]
    Broken(String),
}

impl ApiError {
    pub fn field(pointer: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code)])
    }

    pub fn broken(cause: impl fmt::Display) -> Self {
        Self::Broken(cause.to_string())
    }

    /// Stable name for programs; `problem-<code>` is its title.
    pub fn code(&self) -> String {
        match self {
            Self::Unreadable(why) => (*why).to_owned(),
            Self::Unauthenticated => "unauthenticated".into(),
            Self::WrongPassword => "wrong_password".into(),
            Self::WrongClient => "invalid_client".into(),
            Self::Scope(_) => "insufficient_scope".into(),
            Self::Forbidden(why) => (*why).to_owned(),
            Self::NotFound(_) => "not_found".into(),
            Self::Method(_) => "method_not_allowed".into(),
            Self::Refused(refusal) => refusal.to_string(),
            Self::UnderWay => "under_way".into(),
            Self::Stale(_) => "stale".into(),
            Self::TooLarge => "too_large".into(),
            Self::MediaType => "media_type".into(),
            Self::Invalid(_) => "invalid".into(),
            Self::KeyReused => "key_reused".into(),
            Self::Precondition => "precondition_required".into(),
            Self::Throttled { .. } => "throttled".into(),
            Self::Slow => "request_timeout".into(),
            Self::Crowded => "busy".into(),
            Self::Unavailable(_) => "unavailable".into(),
            Self::Broken(_) | Self::Collided(_) => "internal".into(),
        }
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Unauthenticated | Self::WrongPassword | Self::WrongClient => StatusCode::UNAUTHORIZED,
            Self::Scope(_) | Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Refused(_) | Self::UnderWay => StatusCode::CONFLICT,
            Self::Stale(_) => StatusCode::PRECONDITION_FAILED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Precondition => StatusCode::PRECONDITION_REQUIRED,
            Self::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Crowded | Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) | Self::Collided(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Bare: `http::problems` writes the body in the reader's language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            // What `db` says of writes that travelled one by one.
            DbErr::RecordNotUpdated => Self::Collided(error.to_string()),
            DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => {
                if inner
                    .as_database_error()
                    .is_some_and(sea_orm::sqlx::error::DatabaseError::is_unique_violation)
                {
                    return Self::Collided(error.to_string());
                }
                match inner.as_database_error().and_then(|error| error.code()) {
                    Some(code) if code == "55P03" => Self::UnderWay,
                    // Serialisation failure, deadlock, and the check of writes that travelled together (`db`): by
                    // their codes, for servers speak many languages.
                    Some(code) if ["40001", "40P01", "22012"].contains(&&*code) => {
                        Self::Collided(error.to_string())
                    }
                    // Shutting down, starting up, too many connections, cancelled by the time limit, disk full.
                    Some(code) if code.starts_with("57") || code.starts_with("53") => {
                        Self::Unavailable(error.to_string())
                    }
                    None => Self::Unavailable(error.to_string()),
                    Some(_) => Self::Broken(error.to_string()),
                }
            }
            _ => Self::Broken(error.to_string()),
        }
    }
}

/// May the same act succeed at a second try? A key that was taken meanwhile, serialisation failure or deadlock.
pub fn worth_another_try(error: &ApiError) -> bool {
    matches!(error, ApiError::Collided(_))
}

impl From<ValidationErrors> for ApiError {
    fn from(errors: ValidationErrors) -> Self {
        Self::Invalid(crate::http::valid::pointers(&errors))
    }
}
