//! One's own account and sessions.
use shared::{
    identity::{ChangeMe, Me, SessionRow},
    ids::SessionId,
    page::Page,
    problem::Problem,
};

use super::{delete, get, patch};

/// `PATCH /me`: what is absent stays.
pub async fn change(seen: i64, form: &ChangeMe) -> Result<Me, Problem> {
    patch("/me").if_match(seen).json(form).fetch().await
}

/// `GET /me/sessions`.
pub async fn sessions() -> Result<Page<SessionRow>, Problem> {
    get("/me/sessions").fetch().await
}

/// `DELETE /me/sessions/{id}`.
pub async fn end_session(id: SessionId) -> Result<(), Problem> {
    delete(&format!("/me/sessions/{id}")).done().await
}

/// `DELETE /me/sessions`: all but this one.
pub async fn end_other_sessions() -> Result<(), Problem> {
    delete("/me/sessions").done().await
}
