//! The mail and SMS gateway: takes messages, keeps them in a mailbox that demo users can read.
mod behaviour;
mod contract;
mod handlers;
mod mailbox;
mod page;

use std::io;
use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::web::{Data, JsonConfig, QueryConfig, ServiceConfig};
use actix_web::{App, HttpServer};

pub use behaviour::Behaviour;
pub use contract::{Accepted, Channel, Delivered, Language, NewMessage, Problem};
pub use mailbox::KEPT;

/// The longest body of a request.
const BODY_LIMIT: usize = 256 * 1024;

/// The server as a future: await or spawn it. Its state lives as long as it does.
///
/// # Errors
/// When the listener cannot be used.
pub fn start(listener: TcpListener) -> io::Result<Server> {
    let state = Data::new(handlers::State::default());
    let app = move || App::new().app_data(state.clone()).configure(routes);
    Ok(HttpServer::new(app).workers(1).disable_signals().listen(listener)?.run())
}

/// Every address of the gateway.
fn routes(cfg: &mut ServiceConfig) {
    cfg.app_data(JsonConfig::default().limit(BODY_LIMIT).error_handler(|error, _| contract::refuse(&error)))
        .app_data(QueryConfig::default().error_handler(|error, _| contract::refuse_query(&error)))
        .service(handlers::send)
        .service(handlers::list)
        .service(handlers::read_behaviour)
        .service(handlers::set_behaviour)
        .service(handlers::mailbox)
        .service(handlers::healthz);
}
