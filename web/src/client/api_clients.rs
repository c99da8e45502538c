//! Programs that act for a host.
use shared::{
    identity::{ApiClientRow, ApiClientSecret, NewApiClient},
    ids::ApiClientId,
    page::Page,
    problem::Problem,
};

use super::{cursor_query, delete, get, post};

/// `GET /api-clients`.
pub async fn list(cursor: Option<&str>) -> Result<Page<ApiClientRow>, Problem> {
    get(&format!("/api-clients{}", cursor_query(cursor, 50))).fetch().await
}

/// `POST /api-clients`: the secret comes once.
pub async fn create(form: &NewApiClient) -> Result<ApiClientSecret, Problem> {
    post("/api-clients").json(form).fetch().await
}

/// `POST /api-clients/{id}/secrets`: a second secret, so that programs can change over.
pub async fn rotate(id: ApiClientId) -> Result<ApiClientSecret, Problem> {
    post(&format!("/api-clients/{id}/secrets")).fetch().await
}

/// `DELETE /api-clients/{id}`.
pub async fn end(id: ApiClientId, seen: i64) -> Result<(), Problem> {
    delete(&format!("/api-clients/{id}")).if_match(seen).done().await
}

/// `DELETE /api-clients/{id}/secrets/{slot}`: the old one, when the program has changed over.
pub async fn end_secret(id: ApiClientId, slot: i64, seen: i64) -> Result<(), Problem> {
    delete(&format!("/api-clients/{id}/secrets/{slot}")).if_match(seen).done().await
}
