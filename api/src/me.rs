//! Who I am here: identity says who, the other rooms what waits for me.
use actix_web::{HttpResponse, get, patch, web::Data};
use shared::identity::{ChangeMe, Me};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    corrections,
    error::ApiError,
    http::{
        call::Actor,
        can::{AccountOwn, Can},
        if_match::{IfMatch, tagged},
        valid::ValidJson,
    },
    identity::me::usecases,
    state::AppState,
    stays,
};

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(get_me).service(change_me);
}

async fn show(state: &AppState, actor: &Actor) -> Result<HttpResponse, ApiError> {
    let reading = state.read(actor).await?;
    let mut counts = stays::usecases::counts(&reading).await?;
    counts.corrections = corrections::usecases::waiting(&reading).await?;
    let me = Me { counts, ..usecases::view(&reading).await? };
    Ok(tagged(HttpResponse::Ok(), me.version, &me))
}

/// Show who I am and what I may do
#[utoipa::path(tag = "accounts", responses((status = 200, body = Me)))]
#[get("/me")]
pub async fn get_me(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
) -> Result<HttpResponse, ApiError> {
    show(&state, &actor).await
}

/// Change my account
///
/// What is absent stays. A new password needs `current_password` and ends all my other sessions. A new e-mail address
/// needs `current_password` too and waits in `email_pending` for the code that is sent to it; the answer is the same
/// whether the address has an account or not.
#[utoipa::path(tag = "accounts", request_body = ChangeMe, responses((status = 200, body = Me)))]
#[patch("/me")]
pub async fn change_me(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<ChangeMe>,
) -> Result<HttpResponse, ApiError> {
    usecases::change(&state, &actor, seen, &form).await?;
    show(&state, &actor).await
}
