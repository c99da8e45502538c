//! `POST /oauth/token`: client credentials by RFC 6749. Its errors are those that OAuth clients read.
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    post,
    web::Data,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use shared::identity::{AccessToken, OAuthError, TokenRequest};

use super::usecases::{self, Credentials};
use crate::{
    error::ApiError,
    http::{call::Actor, valid::TimelyForm},
    state::AppState,
};

/// Give a program an access token
///
/// Client credentials (RFC 6749 section 4.4), with `client_id` and `client_secret` by HTTP Basic or in the form.
/// The token lives 15 minutes; ask for a new one then. A request that OAuth refuses (400, 401) is answered with the
/// body of RFC 6749 section 5.2, because OAuth clients read nothing else; throttling and our own faults are problems
/// as everywhere.
#[utoipa::path(
    tag = "api-clients",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = AccessToken),
        (status = 400, body = OAuthError, content_type = "application/json",
            description = "`invalid_request`, `unsupported_grant_type` or `invalid_scope`"),
        (status = 401, body = OAuthError, content_type = "application/json", description = "`invalid_client`"),
    ),
)]
#[post("/oauth/token")]
pub async fn create_token(
    state: Data<AppState>,
    actor: Actor,
    request: HttpRequest,
    TimelyForm(form): TimelyForm<TokenRequest>,
) -> Result<HttpResponse, ApiError> {
    let token = match (form, basic(&request)) {
        (Err(ApiError::TooLarge), _) => return Err(ApiError::TooLarge),
        (Ok(form), Ok(basic)) => match asked(&form, basic.as_ref()) {
            Ok(given) => usecases::token(&state, &actor, &given, form.scope.as_deref()).await,
            Err(error) => Err(error),
        },
        _ => Err(ApiError::Unreadable("invalid_request")),
    };
    match token {
        Ok(token) => Ok(answer(StatusCode::OK, &token)),
        Err(ApiError::Unreadable(code)) => Ok(refused(StatusCode::BAD_REQUEST, code)),
        Err(ApiError::WrongClient) => Ok(refused(StatusCode::UNAUTHORIZED, "invalid_client")),
        Err(error) => Err(error),
    }
}

/// RFC 6749 5.1: no cache keeps it.
fn answer(status: StatusCode, body: &impl serde::Serialize) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::PRAGMA, "no-cache"))
        .json(body)
}

/// For whoever writes the program: ASCII only by RFC 6749 5.2, hence not from the catalogue of texts.
fn refused(status: StatusCode, code: &str) -> HttpResponse {
    let says = match code {
        "invalid_client" => "Unknown client or wrong secret.",
        "unsupported_grant_type" => "Only client_credentials is given here.",
        "invalid_scope" => "The client does not have one of these scopes.",
        _ => {
            "Send grant_type=client_credentials as a form, each field once, with the credentials in one place only."
        }
    };
    let mut response =
        answer(status, &OAuthError { error: code.to_owned(), error_description: says.to_owned() });
    if status == StatusCode::UNAUTHORIZED {
        let ask = header::HeaderValue::from_static("Basic realm=\"oauth\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, ask);
    }
    response
}

/// User and password of HTTP Basic; another scheme or a broken one is an error.
fn basic(request: &HttpRequest) -> Result<Option<(String, String)>, ()> {
    let Some(value) = request.headers().get(header::AUTHORIZATION) else { return Ok(None) };
    let (scheme, encoded) = value.to_str().ok().and_then(|value| value.split_once(' ')).ok_or(())?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(());
    }
    let text = String::from_utf8(STANDARD.decode(encoded.trim()).map_err(drop)?).map_err(drop)?;
    // RFC 6749 2.3.1 form-encodes both; ids and secrets of ours hold nothing that this would change.
    let (id, secret) = text.split_once(':').ok_or(())?;
    Ok(Some((id.to_owned(), secret.to_owned())))
}

/// Who asks, or which error of OAuth it is.
fn asked<'a>(
    form: &'a TokenRequest,
    basic: Option<&'a (String, String)>,
) -> Result<Credentials<'a>, ApiError> {
    let unreadable = || ApiError::Unreadable("invalid_request");
    match form.grant_type.as_deref() {
        None | Some("") => return Err(unreadable()),
        Some("client_credentials") => {}
        Some(_) => return Err(ApiError::Unreadable("unsupported_grant_type")),
    }
    let filled = |text: &'a Option<String>| text.as_deref().filter(|text| !text.is_empty());
    match (basic, filled(&form.client_id), filled(&form.client_secret)) {
        // RFC 6749 2.3: one way of authentication only.
        (Some(_), _, Some(_)) => Err(unreadable()),
        (Some((id, _)), Some(other), None) if id != other => Err(unreadable()),
        (Some((client_id, secret)), _, None) => Ok(Credentials { client_id, secret }),
        (None, Some(client_id), Some(secret)) => Ok(Credentials { client_id, secret }),
        (None, _, _) => Err(ApiError::WrongClient),
    }
}
