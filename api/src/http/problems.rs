//! Every error becomes a problem in the reader's language (RFC 9457); every answer gets its headers.
use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::{
    HttpMessage, HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;
use shared::{
    problem::{FieldProblem, Problem},
    texts::{self, Arg},
};

use crate::{
    error::{ApiError, FieldError},
    http::{call::Call, methods::Operations},
    state::AppState,
    transparency::security,
};

/// A handler that takes longer is given up (C7).
const HANDLER_TIME: Duration = Duration::from_secs(30);

/// Reads the call, answers HEAD as GET, turns errors and panics into problems, sets the headers that all answers have.
pub async fn around(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let (Some(state), Some(operations)) =
        (request.app_data::<Data<AppState>>().cloned(), request.app_data::<Data<Operations>>().cloned())
    else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    let head = request.method() == Method::HEAD;
    if head {
        request.head_mut().method = Method::GET;
    }
    let began = Instant::now();
    let call = Arc::new(Call::read(&request, &state, &operations));
    request.extensions_mut().insert(call.clone());

    let answered = async {
        if let Some(error) = unknown_key(&request, &call, &operations) {
            return Ok(request.into_response(problem(&error, &call)));
        }
        if operations.lacks(request.path(), request.method()) {
            let answer = operations.answer(request.request());
            return Ok(request.into_response(answer.unwrap_or_else(|error| problem(&error, &call))));
        }
        next.call(request).await.map(ServiceResponse::map_into_boxed_body)
    };
    let handled = tokio::time::timeout(HANDLER_TIME, AssertUnwindSafe(answered).catch_unwind()).await;
    let mut response = match handled {
        Ok(Ok(Ok(response))) => match response.response().error().map(as_ours) {
            Some(error) => response.into_response(problem(&error, &call)),
            None => response,
        },
        // The request is gone with the handler.
        Ok(Ok(Err(error))) => return Err(alone(&as_ours(&error), &call, &state, head, began)),
        Ok(Err(_)) => return Err(alone(&ApiError::broken("a handler panicked"), &call, &state, head, began)),
        Err(_) => {
            let error = ApiError::Unavailable("a handler took too long".into());
            return Err(alone(&error, &call, &state, head, began));
        }
    };
    security::note(&state, &call, response.status());
    state.meter.answered(&call.operation, response.status().as_u16(), began.elapsed(), state.now());
    if response.status() == StatusCode::UNAUTHORIZED
        && response.request().headers().contains_key(header::AUTHORIZATION)
    {
        name_the_token(response.headers_mut());
    }
    dress(response.headers_mut(), &call, &state);
    Ok(if head { response.map_body(|_, body| without_bytes(body)) } else { response })
}

/// RFC 6750 3.1: a token came, and it is not good (any more).
fn name_the_token(headers: &mut HeaderMap) {
    if headers.get(header::WWW_AUTHENTICATE).is_some_and(|challenge| challenge == "Bearer") {
        let said = HeaderValue::from_static("Bearer error=\"invalid_token\"");
        headers.insert(header::WWW_AUTHENTICATE, said);
    }
}

/// The headers that all answers have.
fn dress(headers: &mut HeaderMap, call: &Call, state: &AppState) {
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    set("x-request-id", &call.request_id);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    if state.settings.is_production() {
        set("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    let mut unless_set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    unless_set(header::CACHE_CONTROL, "no-store");
    // An answer that is no page loads nothing and stands in no frame.
    unless_set(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
}

/// An operation that takes no query refuses any (C5); one that takes some reads its own.
fn unknown_key(request: &ServiceRequest, call: &Call, operations: &Operations) -> Option<ApiError> {
    let query = request.query_string();
    if query.is_empty() || operations.takes_query(&call.operation) {
        return None;
    }
    let key = query.split(['&', '=']).next().unwrap_or_default();
    Some(ApiError::Invalid(vec![FieldError::new(format!("?{key}"), "query_key")]))
}

/// A problem for a request that no longer exists.
fn alone(error: &ApiError, call: &Call, state: &AppState, head: bool, began: Instant) -> actix_web::Error {
    let mut answer = problem(error, call);
    state.meter.answered(&call.operation, answer.status().as_u16(), began.elapsed(), state.now());
    dress(answer.headers_mut(), call, state);
    let answer = if head { answer.map_body(|_, body| without_bytes(body)) } else { answer };
    actix_web::error::InternalError::from_response("no answer of a handler", answer).into()
}

/// RFC 9110 9.3.2: the header fields of the GET, no content.
fn without_bytes(_: BoxBody) -> BoxBody {
    BoxBody::new(actix_web::body::None::new())
}

/// Whatever failed, as one of our errors: path ids that are no ids are "not found".
fn as_ours(error: &actix_web::Error) -> ApiError {
    if let Some(ours) = error.as_error::<ApiError>() {
        return ours.copy();
    }
    match error.as_response_error().status_code() {
        StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST
            if error.as_error::<actix_web::error::PathError>().is_some() =>
        {
            ApiError::NotFound("page")
        }
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge,
        StatusCode::BAD_REQUEST => ApiError::Unreadable("bad_request"),
        StatusCode::NOT_FOUND => ApiError::NotFound("page"),
        _ => ApiError::broken(error),
    }
}

impl ApiError {
    /// The same error once more: it travels by reference through the framework.
    fn copy(&self) -> Self {
        match self {
            Self::Unreadable(why) => Self::Unreadable(why),
            Self::Unauthenticated => Self::Unauthenticated,
            Self::WrongPassword => Self::WrongPassword,
            Self::WrongClient => Self::WrongClient,
            Self::Scope(any) => Self::Scope(any.clone()),
            Self::Forbidden(why) => Self::Forbidden(why),
            Self::NotFound(what) => Self::NotFound(what),
            Self::Method(allowed) => Self::Method(allowed.clone()),
            Self::Refused(refusal) => Self::Refused(*refusal),
            Self::UnderWay => Self::UnderWay,
            Self::Stale(what) => Self::Stale(what),
            Self::TooLarge => Self::TooLarge,
            Self::MediaType => Self::MediaType,
            Self::Invalid(fields) => Self::Invalid(fields.clone()),
            Self::KeyReused => Self::KeyReused,
            Self::Precondition => Self::Precondition,
            Self::Throttled { seconds } => Self::Throttled { seconds: *seconds },
            Self::Slow => Self::Slow,
            Self::Crowded => Self::Crowded,
            Self::Unavailable(cause) => Self::Unavailable(cause.clone()),
            Self::Broken(cause) => Self::Broken(cause.clone()),
            Self::Collided(cause) => Self::Collided(cause.clone()),
        }
    }
}

/// The answer to an error. Causes of ours are logged with the request id and never sent.
pub fn problem(error: &ApiError, call: &Call) -> HttpResponse {
    if let ApiError::Broken(cause) | ApiError::Collided(cause) | ApiError::Unavailable(cause) = error {
        tracing::error!(request = %call.request_id, operation = %call.operation, %cause, "answered with an error");
    }
    let (status, body) = (error.status_code(), body(error, call));
    let mut answer = HttpResponse::build(status);
    match error {
        ApiError::Unauthenticated => {
            answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        ApiError::Scope(any) => {
            // RFC 6750 3.1: what a token would have to carry.
            let said = format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", any.join(" "));
            answer.insert_header((header::WWW_AUTHENTICATE, said));
        }
        ApiError::WrongClient => {
            answer.insert_header((header::WWW_AUTHENTICATE, "Basic realm=\"oauth\""));
        }
        ApiError::Method(allowed) => {
            answer.insert_header((header::ALLOW, allowed.clone()));
        }
        ApiError::Throttled { seconds } => {
            answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        ApiError::Crowded => {
            answer.insert_header((header::RETRY_AFTER, "2"));
        }
        ApiError::Unavailable(_) | ApiError::UnderWay => {
            answer.insert_header((header::RETRY_AFTER, "5"));
        }
        ApiError::Slow => {
            answer.insert_header((header::CONNECTION, "close"));
        }
        _ => {}
    }
    answer
        .insert_header((header::CONTENT_LANGUAGE, call.language.to_string()))
        .content_type("application/problem+json")
        .body(serde_json::to_string(&body).unwrap_or_default())
}

/// What an error says in the language of the reader.
pub fn body(error: &ApiError, call: &Call) -> Problem {
    let status = error.status_code();
    let code = error.code();
    let table = texts::embedded(call.language);
    let key = code.replace('_', "-");
    let seconds = if let ApiError::Throttled { seconds } = error { *seconds } else { 0 };
    let errors: Vec<_> = match error {
        ApiError::Invalid(fields) => fields.iter().map(|field| message(field, call)).collect(),
        _ => Vec::new(),
    };
    let scope = if let ApiError::Scope(any) = error { any.join(", ") } else { String::new() };
    let args = [
        ("seconds", Arg::from(seconds)),
        ("count", Arg::from(errors.len())),
        ("scope", Arg::from(scope.as_str())),
    ];
    Problem {
        kind: format!("/{}/help/errors/{code}", call.language),
        title: table.say(&format!("problem-{key}"), &args),
        status: status.as_u16(),
        detail: table.say(&format!("problem-{key}-detail"), &args),
        code,
        errors,
        request_id: call.request_id.clone(),
    }
}

fn message(field: &FieldError, call: &Call) -> FieldProblem {
    let args: Vec<(&str, Arg<'_>)> =
        field.args.iter().map(|(name, value)| (name.as_str(), arg(value))).collect();
    let key = format!("field-error-{}", field.code.replace('_', "-"));
    FieldProblem {
        pointer: field.pointer.clone(),
        code: field.code.clone(),
        message: texts::embedded(call.language).say(&key, &args),
    }
}

/// A day is printed by the habits of the language.
fn arg(value: &str) -> Arg<'_> {
    shared::dates::parse(value).map_or_else(|| Arg::from(value), Arg::from)
}
