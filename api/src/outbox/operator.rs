//! What an operator sees of messages that were refused, and does with them: `umis outbox`.
use std::fmt;

use shared::ids::MessageId;

use super::store;
pub use super::store::{Counts, Refused};
use crate::{
    error::ApiError,
    http::call::Actor,
    state::{AppState, Reading},
};

/// So many are shown; the numbers count all.
const SHOWN: i64 = 200;

/// Messages that were tried in vain, those at rest first.
#[derive(Debug)]
pub struct Held {
    pub refused: Vec<Refused>,
    /// Messages that are not delivered yet, refused or not.
    pub waiting: i64,
    pub resting: i64,
}

/// Nobody's data: what a message says and to whom is not shown.
pub async fn list(state: &AppState) -> Result<Held, ApiError> {
    let job = Actor::service("outbox_list", state.chance.id(state.now()));
    let reading = state.read(&job).await?;
    let (refused, counts) = (refused(&reading, SHOWN).await?, counts(&reading).await?);
    Ok(Held { refused, waiting: counts.waiting, resting: counts.resting })
}

/// Messages of the whole service that are not delivered yet.
pub async fn counts(reading: &Reading) -> Result<Counts, ApiError> {
    store::counts(&**reading).await
}

/// Messages that were tried in vain, those at rest first.
pub async fn refused(reading: &Reading, most: i64) -> Result<Vec<Refused>, ApiError> {
    store::refused(&**reading, most).await
}

/// Due again at once, with all its tries; false where no such message waits or a worker has it in hand.
pub async fn resend(state: &AppState, id: MessageId) -> Result<bool, ApiError> {
    let job = Actor::service("outbox_resend", id);
    state.act(&job, async |tx| store::again(tx, id).await).await
}

/// Never delivered, and why; those behind it go on. False as for `resend`.
pub async fn set_aside(state: &AppState, id: MessageId, reason: &str) -> Result<bool, ApiError> {
    let job = Actor::service("outbox_set_aside", id);
    state.act(&job, async |tx| store::set_aside(tx, id, reason).await).await
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for message in &self.refused {
            writeln!(f, "{message}")?;
        }
        write!(f, "{} wait, {} of them rest", self.waiting, self.resting)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, recipient, kind, created_at, attempts, behind, .. } = self;
        let written = created_at.format("%Y-%m-%dT%H:%M:%SZ");
        write!(f, "{id} {recipient} {kind} of {written}, {attempts} tries, ")?;
        match self.rested_at {
            Some(at) => write!(f, "rests since {}", at.format("%Y-%m-%dT%H:%M:%SZ"))?,
            None => write!(f, "next at {}", self.next_at.format("%Y-%m-%dT%H:%M:%SZ"))?,
        }
        write!(f, ", {behind} behind it: {}", self.last_error.as_deref().unwrap_or_default())
    }
}
