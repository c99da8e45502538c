//! ETag and If-Match (G3): what the caller has seen.
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, dev::Payload, http::header};
use serde::Serialize;

use crate::error::ApiError;

/// Required on PUT, PATCH, DELETE and officers' acts: missing is 428.
pub struct IfMatch(pub Seen);

/// Accepted on acts of hosts and integrators.
pub struct MayMatch(pub Seen);

/// The version somebody has seen; `Any` where nothing was said or `*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Any,
    Version(i64),
    /// Not one of ours: it can never be current.
    Foreign,
}

impl Seen {
    /// Stale is 412, before any rule is asked.
    pub fn current(self, version: i64, what: &'static str) -> Result<(), ApiError> {
        match self {
            Self::Any => Ok(()),
            Self::Version(seen) if seen == version => Ok(()),
            Self::Version(_) | Self::Foreign => Err(ApiError::Stale(what)),
        }
    }
}

/// What cannot be read as entity tags (RFC 9110 13.1.1) is 422.
fn seen(request: &HttpRequest) -> Result<Option<Seen>, ApiError> {
    let Some(value) = request.headers().get(header::IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(Some(Seen::Any));
    }
    if !text.trim_start_matches("W/").starts_with('"') || !text.ends_with('"') {
        return Err(ApiError::field("If-Match", "if_match"));
    }
    let version = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Ok(Some(version.and_then(|version| version.parse().ok()).map_or(Seen::Foreign, Seen::Version)))
}

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(seen(request).and_then(|seen| seen.map(Self).ok_or(ApiError::Precondition)))
    }
}

impl FromRequest for MayMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(seen(request).map(|seen| Self(seen.unwrap_or(Seen::Any))))
    }
}

/// A body with its ETag; personal, so never kept by a cache.
pub fn tagged(mut answer: HttpResponseBuilder, version: i64, body: &impl Serialize) -> HttpResponse {
    answer.insert_header((header::ETAG, format!("\"{version}\""))).json(body)
}
