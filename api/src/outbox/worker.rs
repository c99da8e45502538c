//! The loop that delivers: claim, call, mark done; short transactions.
use std::time::Duration;

use super::{deliver, store};
use crate::{error::ApiError, http::call::Actor, state::AppState};

/// Tries before a message rests visibly.
const TRIES: i64 = 12;

/// Delivers what is due until nothing is; answers how many went out.
pub async fn run_once(state: &AppState) -> Result<usize, ApiError> {
    let mut sent = 0;
    loop {
        let actor = Actor::service("outbox", state.chance.id(state.now()));
        let due = state.act(&actor, async |tx| store::claim(tx, 50).await).await?;
        if due.is_empty() {
            return Ok(sent);
        }
        for message in due {
            if state.now() + deliver::LONGEST > message.claimed_until {
                // The gateway is slow: the rest of them may soon be another worker's.
                break;
            }
            let job = Actor::service("deliver_message", message.id);
            let outcome = deliver::deliver(state, &job, &message).await;
            state
                .act(&job, async |tx| match &outcome {
                    Ok(()) => store::done(tx, message.id).await,
                    Err(error) => {
                        let wait = chrono::Duration::seconds(1 << message.attempts.clamp(0, 10));
                        let next = (message.attempts + 1 < TRIES).then(|| tx.now + wait);
                        store::failed(tx, message.id, error, next).await
                    }
                })
                .await?;
            sent += usize::from(outcome.is_ok());
        }
    }
}

/// Runs as long as the process; only where a gateway is named.
pub async fn run(state: AppState) {
    loop {
        if let Err(error) = run_once(&state).await {
            tracing::warn!(%error, "the outbox waits");
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
