//! Colleagues: who works where, and what they may do.
mod handlers;
pub mod rules;
mod store;
pub mod usecases;

use sea_orm::ConnectionTrait;
use shared::ids::AccountId;
use utoipa_actix_web::service_config::ServiceConfig;

pub use store::Membership;

use crate::error::ApiError;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::list_staff).service(handlers::create_staff).service(handlers::change_staff);
}

/// What an account is to the Service; none where it may not come in.
pub async fn membership(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<Membership>, ApiError> {
    store::membership(db, account).await
}
