//! What is kept of a person is put right or taken out when they ask, or refused with a reason by two people (F3).
mod handlers;
mod rules;
mod store;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

/// Every address of this room.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::ask_correction)
        .service(handlers::list_my_corrections)
        .service(handlers::list_corrections)
        .service(handlers::show_correction)
        .service(handlers::accept_correction)
        .service(handlers::recommend_refusal)
        .service(handlers::sign_refusal)
        .service(handlers::send_back_refusal);
}
