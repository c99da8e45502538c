//! Programs that act for a party (A12).
mod handlers;
pub mod rules;
mod store;
mod token;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::list_api_clients)
        .service(handlers::create_api_client)
        .service(handlers::add_api_client_secret)
        .service(handlers::end_api_client_secret)
        .service(handlers::end_api_client);
}

/// `POST /oauth/token` is at the root, where OAuth clients look for it.
pub fn root_routes(cfg: &mut ServiceConfig) {
    cfg.service(token::create_token);
}
