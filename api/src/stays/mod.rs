//! Premises, and registrations at the place of stay.
mod batch;
pub mod changes;
mod handlers;
mod journal_store;
mod lines;
mod lists_store;
mod my_handlers;
mod notice;
pub mod premises;
mod premises_handlers;
mod premises_store;
mod receipt;
pub mod rules;
mod search_store;
mod store;
mod succession;
mod succession_store;
pub mod usecases;
mod view;
mod written;

use utoipa_actix_web::service_config::ServiceConfig;

/// Years. Not law: nobody lives longer, so the year of birth is a slip.
const LONGEST_LIFE: i32 = 130;

/// Every address of this room.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(premises_handlers::create_premises)
        .service(premises_handlers::list_premises)
        .service(premises_handlers::find_premises)
        .service(premises_handlers::create_counter_premises)
        .service(premises_handlers::show_premises)
        .service(premises_handlers::confirm_premises)
        .service(premises_handlers::reject_premises)
        .service(premises_handlers::show_board)
        .service(handlers::create_registration)
        .service(handlers::create_registrations)
        .service(handlers::list_registrations)
        .service(handlers::search_registrations)
        .service(handlers::show_registration)
        .service(handlers::record_departure)
        .service(handlers::correct_registration)
        .service(handlers::extend_registration)
        .service(handlers::move_registration)
        .service(handlers::annul_registration)
        .service(handlers::print_notice)
        .service(handlers::check_notice)
        .service(my_handlers::list_my_registrations)
        .service(my_handlers::show_my_registration)
        .service(my_handlers::print_my_notice);
}
