//! Registrations about oneself, over all hosts.
use actix_web::{HttpResponse, get, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    ids::RegistrationId,
    page::Page,
    registrations::{RegistrationRow, RegistrationView},
};

use super::{
    handlers::{NoticeQuery, paper},
    lists_store::Listing,
    usecases,
};
use crate::{
    error::ApiError,
    http::{
        can::{Can, PersonOwn},
        if_match::tagged,
        query::{After, ValidQuery, limit},
    },
    state::AppState,
};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mine {
    /// In force today.
    InForce,
    /// No longer in force.
    Past,
    /// All, newest first.
    All,
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyRegistrationsQuery {
    #[param(inline)]
    view: Option<Mine>,
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List my own registrations, over all hosts
///
/// Empty until an officer who saw my document has linked this account to me.
#[utoipa::path(tag = "persons", params(MyRegistrationsQuery), responses((status = 200, body = Page<RegistrationRow>)))]
#[get("/my/registrations")]
pub async fn list_my_registrations(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    ValidQuery(query): ValidQuery<MyRegistrationsQuery>,
) -> Result<Json<Page<RegistrationRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let listing = match query.view.unwrap_or(Mine::All) {
        Mine::InForce => Listing::InForce,
        Mine::Past => Listing::Closed,
        Mine::All => Listing::All,
    };
    usecases::list(&state, &actor, Some(listing), None, after, limit).await.map(Json)
}

/// Show one of my registrations with its journal
#[utoipa::path(tag = "persons", params(("id" = RegistrationId, Path)), responses((status = 200, body = RegistrationView)))]
#[get("/my/registrations/{id}")]
pub async fn show_my_registration(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    id: Path<RegistrationId>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::show(&state, &actor, *id).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Print the notice of one of my registrations
#[utoipa::path(tag = "persons", params(("id" = RegistrationId, Path), NoticeQuery),
    responses((status = 200, description = "PDF/A-2a", content_type = "application/pdf")))]
#[get("/my/registrations/{id}/notice")]
pub async fn print_my_notice(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    id: Path<RegistrationId>,
    ValidQuery(query): ValidQuery<NoticeQuery>,
) -> Result<HttpResponse, ApiError> {
    paper(&state, &actor, *id, query.lang).await
}
