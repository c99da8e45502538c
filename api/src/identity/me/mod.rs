//! My account, its address and my sessions.
pub mod closing;
pub mod email;
mod handlers;
pub mod known;
mod store;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

/// `GET` and `PATCH /me` are in `crate::me`: their answer also holds what other rooms count.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::confirm_email)
        .service(handlers::list_sessions)
        .service(handlers::end_session)
        .service(handlers::end_other_sessions);
}
