//! Signing up and in.
use actix_web::{HttpRequest, HttpResponse, post, web::Data};
use shared::identity::{AskReset, ConfirmAccount, Session, SetPassword, SignIn, SignUp};

use super::{cookies, usecases};
use crate::{
    error::ApiError,
    http::{call::Actor, can::same_origin, throttle::Door, valid::ValidJson},
    state::AppState,
};

/// Sign up to receive guests, or for oneself
///
/// The answer is the same whether the address is new or known; the mail tells the rest.
#[utoipa::path(tag = "accounts", request_body = SignUp, responses((status = 202, description = "A message is on its way")))]
#[post("/accounts")]
pub async fn create_account(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<SignUp>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    usecases::sign_up(&state, &actor, form).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Confirm an account with the code from the message
#[utoipa::path(tag = "accounts", request_body = ConfirmAccount, responses((status = 204, description = "Confirmed")))]
#[post("/accounts/confirmation")]
pub async fn confirm_account(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<ConfirmAccount>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    usecases::confirm(&state, &actor, form).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Have a new code sent
///
/// With the address and the password of the sign-up; the answer is the same whether an account waits for its code or not.
#[utoipa::path(tag = "accounts", request_body = SignIn, responses((status = 202, description = "If the account waits for its code, a new one is on its way")))]
#[post("/accounts/confirmation/code")]
pub async fn send_confirmation_code(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<SignIn>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    usecases::send_code_again(&state, &actor, form).await?;
    Ok(HttpResponse::Accepted().finish())
}

fn signed_in(tokens: &usecases::Tokens) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    for cookie in cookies::of(tokens) {
        answer.cookie(cookie);
    }
    answer.json(&tokens.session)
}

/// Sign in
///
/// Sets the cookies `__Host-session` and `__Host-refresh`; no token is in the body.
#[utoipa::path(tag = "accounts", request_body = SignIn, responses((status = 200, body = Session)))]
#[post("/auth/sign-in")]
pub async fn sign_in(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<SignIn>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    Ok(signed_in(&usecases::sign_in(&state, &actor, form).await?))
}

/// Go on: exchange the refresh cookie for new ones
#[utoipa::path(tag = "accounts", responses((status = 200, body = Session)))]
#[post("/auth/refresh")]
pub async fn refresh_session(
    state: Data<AppState>,
    actor: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let token = cookies::refresh(&request).ok_or(ApiError::Unauthenticated)?;
    same_origin(&request, &state)?;
    Ok(signed_in(&usecases::refresh(&state, &actor, &token).await?))
}

/// Sign out: the tokens die at once
#[utoipa::path(tag = "accounts", responses((status = 204, description = "Signed out")))]
#[post("/auth/sign-out")]
pub async fn sign_out(
    state: Data<AppState>,
    actor: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    same_origin(&request, &state)?;
    usecases::sign_out(&state, &actor, cookies::refresh(&request).as_deref()).await?;
    let mut answer = HttpResponse::NoContent();
    for cookie in cookies::none() {
        answer.cookie(cookie);
    }
    Ok(answer.finish())
}

/// Ask for a link that sets a new password
#[utoipa::path(tag = "accounts", request_body = AskReset, responses((status = 202, description = "If the address is known, a message is on its way")))]
#[post("/auth/reset")]
pub async fn ask_reset(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<AskReset>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    usecases::ask_reset(&state, &actor, form).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Set a new password with the link
///
/// The link works once, for 30 minutes; all sessions end.
#[utoipa::path(tag = "accounts", request_body = SetPassword, responses((status = 204, description = "Set")))]
#[post("/auth/password")]
pub async fn set_password(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(form): ValidJson<SetPassword>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    usecases::set_password(&state, &actor, form).await?;
    Ok(HttpResponse::NoContent().finish())
}
