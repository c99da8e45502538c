//! Figures for analysts: sums of what rooms keep, never a row of it.
mod handlers;
pub mod rules;
mod store;
pub mod usecases;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::show_registrations_report).service(handlers::download_registrations_report);
}
