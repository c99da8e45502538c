//! Demo accounts: only outside production.
use actix_web::{get, web::Data, web::Json};
use serde::Serialize;

use crate::{error::ApiError, identity::usecases::DemoAccount, state::AppState};

/// Who can be tried on a laptop.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DemoSignIn {
    email: &'static str,
    password: &'static str,
    role: &'static str,
    name: &'static str,
}

/// List the demo accounts
#[utoipa::path(tag = "operations", responses((status = 200, body = Vec<DemoSignIn>)))]
#[get("/demo/accounts")]
pub async fn list_demo_accounts(state: Data<AppState>) -> Result<Json<Vec<DemoSignIn>>, ApiError> {
    if state.settings.is_production() {
        return Err(ApiError::NotFound("page"));
    }
    let shown = |account: &DemoAccount| DemoSignIn {
        email: account.email,
        password: account.password,
        role: account.role,
        name: account.name,
    };
    Ok(Json(crate::identity::usecases::demo_accounts().iter().map(shown).collect()))
}
