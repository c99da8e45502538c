//! The end of an account: for the room that also knows what it was linked to.
use shared::identity::CloseAccount;

use super::{store, usecases};
use crate::{
    act::Tx,
    error::ApiError,
    http::{call::Actor, if_match::Seen},
    identity::{store as accounts, store::AccountRow},
    outbox::{self, Message},
    state::{AppState, Reading},
    transparency::security::{self, Kind},
};

/// Whoever closes it says the current password.
pub async fn prove(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    seen: Seen,
    form: CloseAccount,
) -> Result<AccountRow, ApiError> {
    let id = reading.by.account()?;
    let known = accounts::account(&**reading, id).await?.ok_or(ApiError::Unauthenticated)?;
    seen.current(known.version, "account")?;
    usecases::prove(state, actor, reading, &known, Some(&form.current_password)).await?;
    Ok(known)
}

/// Nobody signs in with it any more, and nothing that was sent opens it. What it did stays in the journals.
pub async fn close(tx: &Tx, known: &AccountRow) -> Result<(), ApiError> {
    store::close(tx, known).await?;
    accounts::end_sessions(tx, known.id, None, tx.now).await?;
    accounts::void_links(tx, known.id, tx.now).await?;
    security::happened(tx, Kind::AccountClosed, Some(known.id));
    let letter = Message::to_account(known.id, "account_closed").with("name", Some(known.name.clone()));
    outbox::enqueue(tx, letter.in_language(known.language).to_address(&known.email)).await
}
