//! Who may come in: accounts, parties, sessions, staff and programs.
mod clients;
pub mod cookies;
pub mod demo;
mod handlers;
pub mod limits;
pub mod me;
pub mod passwords;
pub mod rules;
pub mod staff;
mod store;
pub mod tokens;
mod tries;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

/// Every address of this room under `/api/v1`.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::create_account)
        .service(handlers::confirm_account)
        .service(handlers::send_confirmation_code)
        .service(handlers::sign_in)
        .service(handlers::refresh_session)
        .service(handlers::sign_out)
        .service(handlers::ask_reset)
        .service(handlers::set_password);
    me::routes(cfg);
    clients::routes(cfg);
    staff::routes(cfg);
}

/// Addresses at the root.
pub fn root_routes(cfg: &mut ServiceConfig) {
    clients::root_routes(cfg);
}
