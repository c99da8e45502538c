//! The service. Rooms, left known by right: identity · law · registry · stays; floors: http · outbox · transparency.
//! `upkeep` is the operator's.
//! The service. Rooms, left known by right: identity · law · registry · stays · reports; floors: http · outbox · transparency.
//! The service. Rooms, left known by right: identity · law · registry · stays · persons; floors: http · outbox · transparency.
pub mod act;
pub mod chance;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod error;
pub mod faults;
pub mod figures;
pub mod health;
pub mod held;
pub mod http;
pub mod identity;
pub mod keys;
pub mod law;
mod me;
pub mod openapi;
pub mod outbox;
mod packed;
pub mod page;
mod persons;
pub mod policy;
pub mod press;
pub mod registry;
pub mod reports;
pub mod seed;
pub mod server;
pub mod state;
pub mod stays;
pub mod transparency;
pub mod upkeep;
