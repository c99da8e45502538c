//! Failed tries of an account or a program: each costs a longer wait, known or not, so that nobody learns which (A3, A4).
mod store;

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use sea_orm::ConnectionTrait;
use shared::ids::ApiClientId;

use super::{limits, usecases::digest};
use crate::{act::Tx, error::ApiError};

/// Whose tries are counted: a digest, because what strangers type may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// By the folded address.
    pub fn account(email_key: &str) -> Self {
        Self(digest(&format!("account {email_key}")))
    }

    /// Letters that anybody can have sent to an address.
    pub fn letters(email_key: &str) -> Self {
        Self(digest(&format!("letters {email_key}")))
    }

    /// From one place: the id of a program is no secret, and whoever knows it must not lock the program out.
    pub fn client(id: ApiClientId, peer: IpAddr) -> Self {
        Self(digest(&format!("client {id} {peer}")))
    }
}

/// Is the wait over? 429 with the seconds where it is not.
pub async fn may(db: &impl ConnectionTrait, key: &Key, now: DateTime<Utc>) -> Result<(), ApiError> {
    match store::next(db, &key.0).await? {
        Some(next) if now < next => Err(ApiError::Throttled { seconds: (next - now).num_seconds() + 1 }),
        _ => Ok(()),
    }
}

/// Counts one more; what is a day old is forgotten, everybody's.
pub async fn failed(tx: &Tx, key: &Key) -> Result<(), ApiError> {
    store::sweep(tx, tx.now - Duration::days(1)).await?;
    let failures = store::count(tx, &key.0, tx.now).await?;
    match limits::next_try(failures, tx.now) {
        Some(next) => store::wait(tx, &key.0, next).await,
        None => Ok(()),
    }
}

/// May another letter go to this address? Five a day at once, then each waits longer; who asks is not told.
pub async fn letter(tx: &Tx, key: &Key) -> Result<bool, ApiError> {
    let due = may(tx, key, tx.now).await.is_ok();
    if due {
        failed(tx, key).await?;
    }
    Ok(due)
}

/// It went well.
pub fn forget(tx: &Tx, key: &Key) {
    store::forget(tx, &key.0);
}
