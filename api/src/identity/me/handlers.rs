//! My new address; my sessions (A13).
use actix_web::{HttpResponse, delete, get, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    identity::{ConfirmEmail, SessionRow},
    ids::SessionId,
    page::Page,
};

use super::{email, usecases};
use crate::{
    error::ApiError,
    http::{
        can::{AccountOwn, Can},
        query::{After, ValidQuery, limit},
        throttle::Door,
        valid::ValidJson,
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SessionsQuery {
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Confirm my new address with the code from the message
///
/// The account signs in with it from then on; all my other sessions end, and the old address is told.
#[utoipa::path(tag = "accounts", request_body = ConfirmEmail, responses((status = 204, description = "Confirmed")))]
#[post("/me/email/confirmation")]
pub async fn confirm_email(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
    ValidJson(form): ValidJson<ConfirmEmail>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    email::confirm(&state, &actor, &form).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// List my sessions
///
/// Those that still stand, newest first.
#[utoipa::path(tag = "accounts", params(SessionsQuery), responses((status = 200, body = Page<SessionRow>)))]
#[get("/me/sessions")]
pub async fn list_sessions(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
    ValidQuery(query): ValidQuery<SessionsQuery>,
) -> Result<Json<Page<SessionRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    Ok(Json(usecases::sessions(&state, &actor, after, limit).await?))
}

/// End one of my sessions
///
/// Its tokens die at once. A session is never edited, so nothing is compared.
#[utoipa::path(tag = "accounts", params(("id" = SessionId, Path)),
    responses((status = 204, description = "Ended")))]
#[delete("/me/sessions/{id}")]
pub async fn end_session(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
    id: Path<SessionId>,
) -> Result<HttpResponse, ApiError> {
    usecases::end_session(&state, &actor, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// End all my sessions but this one
#[utoipa::path(tag = "accounts", responses((status = 204, description = "Ended")))]
#[delete("/me/sessions")]
pub async fn end_other_sessions(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
) -> Result<HttpResponse, ApiError> {
    usecases::end_other_sessions(&state, &actor).await?;
    Ok(HttpResponse::NoContent().finish())
}
