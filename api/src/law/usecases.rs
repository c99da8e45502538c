//! The edition in force.
use shared::law::{Edition, FactProblem, Facts, Service};

use super::store;
use crate::{
    error::{ApiError, FieldError},
    http::call::Actor,
    state::AppState,
    transparency::security::{self, Kind},
};

/// The service that this room's neighbours ask.
pub fn registration_stay() -> Result<&'static Service, ApiError> {
    Edition::first()
        .service("registration_stay")
        .ok_or_else(|| ApiError::broken("the edition lacks a service"))
}

/// Keeps the compiled edition in the database; one that differs from the kept one stops the start (invariant 10).
pub async fn record_first_edition(state: &AppState) -> Result<(), ApiError> {
    let edition = Edition::first();
    let actor = Actor::service("record_edition", edition.number());
    let kept = state
        .act(&actor, async |tx| {
            let (kept, new) = store::record(tx, edition).await?;
            if new {
                security::happened(tx, Kind::ConfigurationChanged, None);
            }
            Ok(kept)
        })
        .await?;
    if kept == edition.hash() {
        return Ok(());
    }
    if state.settings.is_production() {
        return Err(ApiError::broken(
            "edition 1 in the database is not the one in this program; an edition never changes",
        ));
    }
    tracing::warn!(
        "edition 1 in the database is not the one in this program; a production build refuses this"
    );
    Ok(())
}

/// Facts that the service does not know, or of another type.
pub fn check_facts(service: &Service, facts: &Facts) -> Result<(), ApiError> {
    let told = service.problems_of(facts).into_iter().map(|problem| match problem {
        FactProblem::Unknown(name) => FieldError::new(format!("/facts/{name}"), "unknown_field"),
        FactProblem::WrongType { name, .. } => FieldError::new(format!("/facts/{name}"), "wrong_type"),
    });
    // A body of nothing but unknown facts is told about the first hundred.
    let told: Vec<_> = told.take(100).collect();
    if told.is_empty() { Ok(()) } else { Err(ApiError::Invalid(told)) }
}
