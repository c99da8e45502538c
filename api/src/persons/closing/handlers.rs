//! Closing one's own account.
use actix_web::{HttpResponse, post, web::Data};
use shared::identity::CloseAccount;

use super::usecases;
use crate::{
    error::ApiError,
    http::{
        can::{AccountOwn, Can},
        if_match::IfMatch,
        valid::ValidJson,
    },
    state::AppState,
};

/// Close my account
///
/// All sessions end, programs of a party without other members end, and the address is free again. Registrations and
/// journals stay: the law keeps them. It cannot be undone; another account can be opened. Needs the current password.
#[utoipa::path(tag = "persons", request_body = CloseAccount, responses((status = 204, description = "Closed")))]
#[post("/me/closure")]
pub async fn close_account(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<CloseAccount>,
) -> Result<HttpResponse, ApiError> {
    usecases::close(&state, &actor, seen, form).await?;
    Ok(HttpResponse::NoContent().finish())
}
