//! An account is closed by its owner: sessions end, the registry and the journals stay.
mod handlers;
mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::close_account);
}
