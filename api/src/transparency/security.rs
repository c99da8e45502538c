//! What happened to the safety of the service (E7): account ids only, never personal data.
use std::{
    collections::HashSet,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use shared::ids::AccountId;

use super::store;
use crate::{
    act::Tx,
    error::ApiError,
    http::{
        call::{Actor, Call},
        throttle,
    },
    state::AppState,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    SignInFailed,
    SignedIn,
    Refused,
    Throttled,
    SessionStolen,
    ResetAsked,
    PasswordChanged,
    ContactChanged,
    RoleChanged,
    StaffCreated,
    StaffDisabled,
    ClientCreated,
    ClientEnded,
    ClientSecretCreated,
    ClientSecretEnded,
    AccountLinked,
    AccountUnlinked,
    DataExported,
    AccountClosed,
    /// The first administrator, a key that signs here for the first time, an edition of the law.
    ConfigurationChanged,
}

#[derive(Debug, Clone)]
pub struct Event {
    pub kind: Kind,
    pub account: Option<AccountId>,
    pub operation: String,
    pub cause: String,
}

/// What was noted in this minute: the same refusal of the same peer is one line a minute, or strangers could fill the
/// database by asking.
#[derive(Debug, Default)]
pub struct Noted(Mutex<Minute>);

/// A minute and what was noted in it: kind, operation, peer.
#[derive(Debug, Default)]
struct Minute {
    number: i64,
    lines: HashSet<(Kind, String, IpAddr)>,
}

/// Lines of one kind in one minute at most: a flood of one does not hide another.
const MOST: usize = 1_000;

impl Noted {
    fn first(&self, kind: Kind, call: &Call, now: DateTime<Utc>) -> bool {
        let number = now.timestamp().div_euclid(60);
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if minute.number != number {
            *minute = Minute { number, lines: HashSet::new() };
        }
        let noted = minute.lines.iter().filter(|(of, _, _)| *of == kind).count();
        if noted > MOST {
            return false;
        }
        if noted == MOST {
            tracing::warn!(%kind, operation = %call.operation, "too many refusals to note each");
        }
        minute.lines.insert((kind, call.operation.clone(), throttle::block(call.peer))) && noted < MOST
    }
}

/// With the change itself.
pub fn happened(tx: &Tx, kind: Kind, account: Option<AccountId>) {
    let call = &tx.actor.call;
    let event = Event { kind, account, operation: call.operation.clone(), cause: call.request_id.clone() };
    store::note(tx, &event);
}

/// Keys are files: one that this database has not seen before is noted when the service begins with it.
pub async fn note_keys(state: &AppState) -> Result<(), ApiError> {
    let actor = Actor::service(store::USE_KEY, "start");
    let known = store::keys(&*state.read(&actor).await?).await?;
    let new: Vec<&str> = state.keys.ids().filter(|id| !known.iter().any(|known| known == id)).collect();
    if new.is_empty() {
        return Ok(());
    }
    state
        .act(&actor, async |tx| {
            for id in &new {
                let (operation, cause) = (store::USE_KEY.to_owned(), (*id).to_owned());
                let kind = Kind::ConfigurationChanged;
                store::note(tx, &Event { kind, account: None, operation, cause });
            }
            Ok(())
        })
        .await
}

/// Where no change happened: refused access and throttling, written beside the answer.
pub fn note(state: &AppState, call: &Call, status: StatusCode) {
    let kind = match status {
        StatusCode::FORBIDDEN => Kind::Refused,
        StatusCode::TOO_MANY_REQUESTS => Kind::Throttled,
        _ => return,
    };
    if !state.noted.first(kind, call, state.now()) {
        return;
    }
    let state = state.clone();
    let actor = Actor::service(&call.operation, &call.request_id);
    let event =
        Event { kind, account: None, operation: call.operation.clone(), cause: call.request_id.clone() };
    actix_web::rt::spawn(async move {
        let written = state
            .act(&actor, async |tx| {
                store::note(tx, &event);
                Ok(())
            })
            .await;
        if let Err(error) = written {
            tracing::error!(%error, "a security event could not be written");
        }
    });
}
