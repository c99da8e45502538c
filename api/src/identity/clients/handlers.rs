//! A host's own programs.
use actix_web::{HttpResponse, delete, get, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    identity::{ApiClientRow, ApiClientSecret, NewApiClient},
    ids::ApiClientId,
    page::Page,
};

use super::usecases;
use crate::{
    error::ApiError,
    http::{
        can::{Can, ClientsManage},
        if_match::{IfMatch, MayMatch, tagged},
        query::{After, ValidQuery, limit},
        valid::ValidJson,
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClientsQuery {
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List my programs
///
/// Newest first, the ended ones too.
#[utoipa::path(tag = "api-clients", params(ClientsQuery), responses((status = 200, body = Page<ApiClientRow>)))]
#[get("/api-clients")]
pub async fn list_api_clients(
    state: Data<AppState>,
    Can { actor, .. }: Can<ClientsManage>,
    ValidQuery(query): ValidQuery<ClientsQuery>,
) -> Result<Json<Page<ApiClientRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    Ok(Json(usecases::list(&state, &actor, after, limit).await?))
}

/// Make a program that acts for me
///
/// The secret is shown here and never again.
#[utoipa::path(tag = "api-clients", request_body = NewApiClient, responses((status = 201, body = ApiClientSecret)))]
#[post("/api-clients")]
pub async fn create_api_client(
    state: Data<AppState>,
    Can { actor, .. }: Can<ClientsManage>,
    ValidJson(form): ValidJson<NewApiClient>,
) -> Result<HttpResponse, ApiError> {
    let (version, made) = usecases::create(&state, &actor, &form).await?;
    Ok(tagged(HttpResponse::Created(), version, &made))
}

/// Make a second secret, so that a program can change over
///
/// At most two are in use at a time. The secret is shown here and never again.
#[utoipa::path(tag = "api-clients", params(("id" = ApiClientId, Path)),
    responses((status = 201, body = ApiClientSecret)))]
#[post("/api-clients/{id}/secrets")]
pub async fn add_api_client_secret(
    state: Data<AppState>,
    Can { actor, .. }: Can<ClientsManage>,
    id: Path<ApiClientId>,
    MayMatch(seen): MayMatch,
) -> Result<HttpResponse, ApiError> {
    let (version, made) = usecases::add_secret(&state, &actor, *id, seen).await?;
    Ok(tagged(HttpResponse::Created(), version, &made))
}

/// End one secret of a program
///
/// No new token is given for it. Tokens already given live on for 15 minutes at most; ending the program ends them at once.
#[utoipa::path(tag = "api-clients",
    params(("id" = ApiClientId, Path), ("slot" = i64, Path, description = "1 or 2", minimum = 1, maximum = 2)),
    responses((status = 204, description = "Ended")))]
#[delete("/api-clients/{id}/secrets/{slot}")]
pub async fn end_api_client_secret(
    state: Data<AppState>,
    Can { actor, .. }: Can<ClientsManage>,
    path: Path<(ApiClientId, i64)>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    let (id, slot) = path.into_inner();
    usecases::end_secret(&state, &actor, id, slot, seen).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// End a program
///
/// Its secrets and its tokens die at once.
#[utoipa::path(tag = "api-clients", params(("id" = ApiClientId, Path)),
    responses((status = 204, description = "Ended")))]
#[delete("/api-clients/{id}")]
pub async fn end_api_client(
    state: Data<AppState>,
    Can { actor, .. }: Can<ClientsManage>,
    id: Path<ApiClientId>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    usecases::end(&state, &actor, *id, seen).await?;
    Ok(HttpResponse::NoContent().finish())
}
