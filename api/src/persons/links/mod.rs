//! An account becomes a person's when an officer has seen the document (§2.3), and stops being it when that is undone.
mod handlers;
mod rules;
mod store;
mod usecases;

pub use usecases::ended_with_the_account;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::create_link_code)
        .service(handlers::search_persons)
        .service(handlers::link_account)
        .service(handlers::unlink_account);
}
