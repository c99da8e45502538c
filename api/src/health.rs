//! For operators: is the process there, is the database there; keys and the document for integrators.
use actix_web::{HttpResponse, get, http::header, web::Data, web::Json};
use serde::Serialize;
use utoipa::openapi::OpenApi;

use crate::{error::ApiError, state::AppState};

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Health {
    /// `ok`
    #[schema(example = "ok")]
    status: &'static str,
    version: &'static str,
}

const FINE: Health = Health { status: "ok", version: env!("CARGO_PKG_VERSION") };

/// Does the process live?
#[utoipa::path(tag = "operations", responses((status = 200, body = Health)))]
#[get("/healthz")]
pub async fn show_health() -> Json<Health> {
    Json(FINE)
}

/// Can it work? 503 while the database is away
#[utoipa::path(tag = "operations", responses((status = 200, body = Health)))]
#[get("/readyz")]
pub async fn show_readiness(state: Data<AppState>) -> Result<Json<Health>, ApiError> {
    state.ready().await?;
    Ok(Json(FINE))
}

/// Public keys of tokens and papers (RFC 7517)
#[utoipa::path(tag = "operations", responses((status = 200, description = "JWK set", content_type = "application/json")))]
#[get("/.well-known/jwks.json")]
pub async fn show_jwks(state: Data<AppState>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .json(state.keys.published())
}

/// This document
#[utoipa::path(tag = "operations", responses((status = 200, description = "OpenAPI 3.1", content_type = "application/json")))]
#[get("/openapi.json")]
pub async fn show_document(document: Data<OpenApi>) -> HttpResponse {
    HttpResponse::Ok().json(&**document)
}
