//! One's own account and sessions.
use shared::{
    identity::{ChangeMe, CloseAccount, ConfirmEmail, Me, SessionRow},
    ids::SessionId,
    page::Page,
    problem::Problem,
};

use super::{delete, get, patch, post};

/// `PATCH /me`: what is absent stays.
pub async fn change(seen: i64, form: &ChangeMe) -> Result<Me, Problem> {
    patch("/me").if_match(seen).json(form).fetch().await
}

/// `POST /me/email/confirmation`: the code that came to the new address.
pub async fn confirm_email(form: &ConfirmEmail) -> Result<(), Problem> {
    post("/me/email/confirmation").json(form).done().await
}

/// `POST /me/closure`: it cannot be undone.
pub async fn close(seen: i64, form: &CloseAccount) -> Result<(), Problem> {
    post("/me/closure").if_match(seen).json(form).done().await
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
