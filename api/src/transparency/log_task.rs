//! One task per process commits all readings that wait in one insert; answers leave after that.
use std::sync::{Mutex, PoisonError};

use tokio::sync::{mpsc, oneshot};

use super::Entry;
use crate::{error::ApiError, http::call::Actor, state::AppState};

type Waiting = (Entry, oneshot::Sender<Result<(), String>>);

/// Readings that may wait at once; more are told "unavailable".
const ROOM: usize = 4096;
/// Entries of one commit.
const MOST: usize = 256;

pub struct LogTask {
    send: mpsc::Sender<Waiting>,
    receive: Mutex<Option<mpsc::Receiver<Waiting>>>,
}

impl Default for LogTask {
    fn default() -> Self {
        let (send, receive) = mpsc::channel(ROOM);
        Self { send, receive: Mutex::new(Some(receive)) }
    }
}

impl LogTask {
    /// Returns when the entry is durable.
    pub async fn write(&self, entry: Entry) -> Result<(), ApiError> {
        let (tell, told) = oneshot::channel();
        let full = || ApiError::Unavailable("the access log is behind".into());
        self.send.try_send((entry, tell)).map_err(|_| full())?;
        told.await.map_err(|_| full())?.map_err(ApiError::Unavailable)
    }

    /// Begins to write; a second call does nothing.
    pub fn start(&self, state: AppState) {
        let receive = self.receive.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(receive) = receive {
            actix_web::rt::spawn(run(state, receive));
        }
    }
}

async fn run(state: AppState, mut receive: mpsc::Receiver<Waiting>) {
    let actor = Actor::service("log", "readings");
    let mut waiting = Vec::with_capacity(MOST);
    while receive.recv_many(&mut waiting, MOST).await > 0 {
        let (entries, tells): (Vec<Entry>, Vec<_>) = waiting.drain(..).unzip();
        let outcome = state
            .act(&actor, async |tx| {
                super::write_all(tx, &entries);
                Ok(())
            })
            .await;
        let outcome = outcome.map_err(|error| error.to_string());
        for tell in tells {
            let _ = tell.send(outcome.clone());
        }
    }
}
