//! Floor: what every request passes through. Knows no room.
pub mod call;
pub mod can;
pub mod crowd;
pub mod idempotency;
pub mod if_match;
pub mod methods;
pub mod problems;
pub mod query;
pub mod throttle;
pub mod valid;
