//! Query strings: unknown or unfit keys are 422 with the key named (C5).
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Datelike, Utc};
use serde::de::DeserializeOwned;
use shared::page::MAX_LIMIT;
use uuid::Uuid;

use crate::error::{ApiError, FieldError};

/// A query of type `T`, which must deny unknown fields.
pub struct ValidQuery<T>(pub T);

impl<T: DeserializeOwned> FromRequest for ValidQuery<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let query = request.query_string();
        ready(read(query).map(Self).map_err(|said| ApiError::Invalid(vec![fault::<T>(query, &said)])))
    }
}

fn read<T: DeserializeOwned>(query: &str) -> Result<T, String> {
    let read = actix_web::web::Query::<T>::from_query(query);
    read.map(actix_web::web::Query::into_inner).map_err(|error| error.to_string())
}

/// Which key is wrong, and how. The reader of queries names a key it does not know, and of a value only the value: then
/// each key is read alone.
fn fault<T: DeserializeOwned>(query: &str, said: &str) -> FieldError {
    let named = |code: &str| {
        let key = said.split('`').nth(1).unwrap_or_default();
        FieldError::new(format!("?{key}"), code)
    };
    for (start, code) in
        [("unknown field", "query_key"), ("duplicate field", "query_twice"), ("missing field", "required")]
    {
        if said.contains(start) {
            return named(code);
        }
    }
    let culprit = query.split('&').find(|pair| read::<T>(pair).is_err_and(|alone| alone == said));
    let key = culprit.and_then(|pair| pair.split('=').next()).unwrap_or_default();
    let code = if said.contains("unknown variant") { "not_a_choice" } else { "wrong_type" };
    FieldError::new(format!("?{key}"), code)
}

/// How many rows: 1 to 100, 50 unless said.
pub fn limit(asked: Option<u16>) -> Result<usize, ApiError> {
    match asked {
        None => Ok(50),
        Some(limit) if (1..=MAX_LIMIT).contains(&limit) => Ok(limit.into()),
        Some(_) => Err(ApiError::field("?limit", "limit")),
    }
}

/// A code that stands in the address: small letters, figures, `_` and `-`.
pub fn code(at: &'static str, text: Option<String>) -> Result<Option<String>, ApiError> {
    let is_code = |text: &str| {
        let letters = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
        (1..=60).contains(&text.len()) && letters
    };
    match text {
        Some(text) if !is_code(&text) => Err(ApiError::field(at, "not_a_choice")),
        text => Ok(text),
    }
}

/// Where a list goes on: after this moment and id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    pub at: DateTime<Utc>,
    pub id: Uuid,
    /// In a list that begins with what waits: still among those.
    pub waits: bool,
}

impl After {
    /// Opaque to everybody else.
    pub fn write(at: DateTime<Utc>, id: Uuid) -> String {
        Self::write_in(at, id, false)
    }

    /// The same in a list that begins with what waits.
    pub fn write_in(at: DateTime<Utc>, id: Uuid, waits: bool) -> String {
        let mark = if waits { "w" } else { "-" };
        URL_SAFE_NO_PAD.encode(format!("{}.{}.{mark}", at.timestamp_micros(), id.simple()))
    }

    pub fn read(cursor: Option<&str>) -> Result<Option<Self>, ApiError> {
        let Some(cursor) = cursor else { return Ok(None) };
        let read = || {
            let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
            let mut parts = text.split('.');
            let at = DateTime::from_timestamp_micros(parts.next()?.parse().ok()?)?;
            // Further away no database counts.
            let at = Some(at).filter(|at| (1..=9999).contains(&at.year()))?;
            let id = Uuid::parse_str(parts.next()?).ok()?;
            Some(Self { at, id, waits: parts.next()? == "w" })
        };
        read().map(Some).ok_or_else(|| ApiError::field("?cursor", "cursor"))
    }
}
