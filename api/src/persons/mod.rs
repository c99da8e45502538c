//! A person and their account: the link by proof, one's own data, the end of the account.
mod closing;
mod data;
mod links;

use utoipa_actix_web::service_config::ServiceConfig;

/// Every address of this room.
pub fn routes(cfg: &mut ServiceConfig) {
    links::routes(cfg);
    data::routes(cfg);
    closing::routes(cfg);
}
