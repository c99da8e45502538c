//! All that is kept of oneself (F2).
mod handlers;
mod store;
mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::show_my_data);
}
