//! Accounts that are known to be a person's: for the rooms to the right.
use sea_orm::FromQueryResult;
use shared::ids::{AccountId, PersonId};

use super::store;
use crate::{act::Tx, error::ApiError, identity::usecases::email_key};

/// An active account, as far as a link to a person wants to know it.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct Known {
    pub id: AccountId,
    pub person: Option<PersonId>,
    pub staff: bool,
}

pub async fn by_id(tx: &Tx, id: AccountId) -> Result<Option<Known>, ApiError> {
    store::known(tx, "a.id = $1", id.into()).await
}

pub async fn by_email(tx: &Tx, email: &str) -> Result<Option<Known>, ApiError> {
    store::known(tx, "a.email_key = $1", email_key(email).into()).await
}

/// From the next request on the account is that person's, or nobody's.
pub async fn become_person(tx: &Tx, id: AccountId, person: Option<PersonId>) -> Result<(), ApiError> {
    store::set_person(tx, id, person).await
}
