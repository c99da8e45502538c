//! What happened to the safety of the service (E7): account ids only, never personal data.
use actix_web::http::StatusCode;
use shared::ids::AccountId;

use super::store;
use crate::{
    act::Tx,
    http::call::{Actor, Call},
    state::AppState,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    SignInFailed,
    SignedIn,
    Refused,
    Throttled,
    SessionStolen,
    PasswordChanged,
    ContactChanged,
    RoleChanged,
    StaffCreated,
    StaffDisabled,
    ClientCreated,
    ClientEnded,
    ClientSecretCreated,
    ClientSecretEnded,
}

#[derive(Debug, Clone)]
pub struct Event {
    pub kind: Kind,
    pub account: Option<AccountId>,
    pub operation: String,
    pub cause: String,
}

/// With the change itself.
pub fn happened(tx: &Tx, kind: Kind, account: Option<AccountId>) {
    let call = &tx.actor.call;
    let event = Event { kind, account, operation: call.operation.clone(), cause: call.request_id.clone() };
    store::note(tx, &event);
}

/// Where no change happened: refused access and throttling, written beside the answer.
pub fn note(state: &AppState, call: &Call, status: StatusCode) {
    let kind = match status {
        StatusCode::FORBIDDEN => Kind::Refused,
        StatusCode::TOO_MANY_REQUESTS => Kind::Throttled,
        _ => return,
    };
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
