//! The registry: one person, many observed identities and documents (§2.3). Never matched live beyond the document itself.
mod rules;
mod store;
pub mod usecases;
