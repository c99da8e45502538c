//! Stand-ins of other institutions: separate HTTP servers that speak their contracts, and misbehave when asked.
pub mod gateway;

/// Starts the mail and SMS gateway on a listener of the caller; the contract stands in this crate's README.
pub use gateway::start as gateway;
