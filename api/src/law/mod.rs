//! Editions of the law: what was in force when, and the same answers for everybody.
mod handlers;
mod store;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

/// Every address of this room.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::list_services)
        .service(handlers::show_service)
        .service(handlers::show_calendar)
        .service(handlers::show_current_edition)
        .service(handlers::show_edition_service)
        .service(handlers::find_deadline);
}
