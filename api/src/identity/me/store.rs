//! My own rows.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, SqlErr, Statement};
use shared::{
    identity::{Language, PartyKind, PartyView},
    ids::{AccountId, PartyId},
    refusal::Refusal,
};
use uuid::Uuid;

use crate::{
    db::{Sql, values},
    error::ApiError,
    http::query::After,
    identity::store::SessionRow,
};

#[derive(FromQueryResult)]
struct PartyRow {
    id: PartyId,
    kind: PartyKind,
    name: String,
    fin: Option<String>,
    voen: Option<String>,
}

pub async fn party(db: &impl ConnectionTrait, id: PartyId) -> Result<Option<PartyView>, ApiError> {
    let row: Option<PartyRow> =
        db.find("select id, kind, name, fin, voen from party where id = $1", values![id]).await?;
    Ok(row.map(|PartyRow { id, kind, name, fin, voen }| PartyView { id, kind, name, fin, voen }))
}

/// What an account says of its owner.
#[derive(Debug, Clone)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub email_key: String,
    pub phone: Option<String>,
    pub language: Language,
}

/// Changes what was seen at `version`; `false` where it is another one by now.
pub async fn change(
    db: &impl ConnectionTrait,
    id: AccountId,
    contact: &Contact,
    version: i64,
) -> Result<bool, ApiError> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "update account set name = $3, email = $4, email_key = $5, phone = $6, language = $7, version = version + 1
         where id = $1 and version = $2",
        values![
            id,
            version,
            contact.name.clone(),
            contact.email.clone(),
            contact.email_key.clone(),
            contact.phone.clone(),
            contact.language.to_string(),
        ],
    );
    match db.execute_raw(statement).await {
        Ok(done) => Ok(done.rows_affected() == 1),
        // Asking first would still lose a race; the only other unique column is the id.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Refusal::EmailTaken.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Sessions seen since `awake` that end after `now`, newest first.
pub async fn sessions(
    db: &impl ConnectionTrait,
    account: AccountId,
    awake: DateTime<Utc>,
    now: DateTime<Utc>,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<SessionRow>, ApiError> {
    let (at, id) = after.map_or((now, Uuid::max()), |after| (after.at, after.id));
    db.list(
        "select id, account, refresh_hash, spent_hash, spent_at, generation, seed, device, peer, started_at, seen_at,
            ends_at
         from session
         where account = $1 and ended_at is null and seen_at > $2 and ends_at > $3 and (started_at, id) < ($4, $5)
         order by started_at desc, id desc limit $6",
        values![account, awake, now, at, id, i64::try_from(limit).unwrap_or(100)],
    )
    .await
}
