//! Rows of programs and their secrets' hashes.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use shared::ids::{AccountId, ApiClientId, PartyId};
use uuid::Uuid;

use crate::{
    db::{Sql, values},
    error::ApiError,
    http::query::After,
};

#[derive(Debug, Clone, FromQueryResult)]
pub struct ClientRow {
    pub id: ApiClientId,
    pub name: String,
    pub scopes: String,
    pub created_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub version: i64,
}

const COLUMNS: &str = "id, name, scopes, created_at, used_at, ended_at, version";

/// A party's programs, newest first.
pub async fn page(
    db: &impl ConnectionTrait,
    party: PartyId,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<ClientRow>, ApiError> {
    let end = DateTime::from_timestamp(32_503_680_000, 0).unwrap_or_default();
    let (at, id) = after.map_or((end, Uuid::max()), |after| (after.at, after.id));
    db.list(
        &format!(
            "select {COLUMNS} from api_client where party = $1 and (created_at, id) < ($2, $3)
             order by created_at desc, id desc limit $4"
        ),
        values![party, at, id, i64::try_from(limit).unwrap_or(100)],
    )
    .await
}

#[derive(Debug, FromQueryResult)]
pub struct SecretRow {
    pub client: ApiClientId,
    pub slot: i64,
    pub created_at: DateTime<Utc>,
}

/// All secrets in use of a party's programs.
pub async fn secrets_of_party(db: &impl ConnectionTrait, party: PartyId) -> Result<Vec<SecretRow>, ApiError> {
    db.list(
        "select s.client, s.slot, s.created_at from api_client_secret s join api_client c on c.id = s.client
         where c.party = $1 and c.ended_at is null order by s.client, s.slot",
        values![party],
    )
    .await
}

/// How many programs a party has in use.
pub async fn in_use(db: &impl ConnectionTrait, party: PartyId) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let row: Option<Count> = db
        .find(
            "select count(*) as count from api_client where party = $1 and ended_at is null",
            values![party],
        )
        .await?;
    Ok(row.map_or(0, |row| row.count))
}

pub async fn add(
    db: &impl ConnectionTrait,
    client: &ClientRow,
    party: PartyId,
    by: AccountId,
) -> Result<(), ApiError> {
    db.run(
        "insert into api_client (id, party, name, scopes, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![
            client.id,
            party,
            client.name.clone(),
            client.scopes.clone(),
            by,
            client.created_at,
            client.version
        ],
    )
    .await?;
    Ok(())
}

/// Counts a change and locks the row with it; answers the row as it is then.
pub async fn touch(
    db: &impl ConnectionTrait,
    party: PartyId,
    id: ApiClientId,
) -> Result<Option<ClientRow>, ApiError> {
    db.find(
        &format!(
            "update api_client set version = version + 1 where id = $1 and party = $2 returning {COLUMNS}"
        ),
        values![id, party],
    )
    .await
}

/// The places that are taken.
pub async fn slots(db: &impl ConnectionTrait, client: ApiClientId) -> Result<Vec<i64>, ApiError> {
    #[derive(FromQueryResult)]
    struct Slot {
        slot: i64,
    }
    let rows: Vec<Slot> = db
        .list("select slot from api_client_secret where client = $1 order by slot", values![client])
        .await?;
    Ok(rows.into_iter().map(|row| row.slot).collect())
}

pub async fn add_secret(
    db: &impl ConnectionTrait,
    client: ApiClientId,
    slot: i64,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "insert into api_client_secret (client, slot, hash, created_at) values ($1, $2, $3, $4)",
        values![client, slot, hash.to_owned(), now],
    )
    .await?;
    Ok(())
}

/// Forgets a secret; `false` where there is none.
pub async fn end_secret(db: &impl ConnectionTrait, client: ApiClientId, slot: i64) -> Result<bool, ApiError> {
    let ended = db
        .run("delete from api_client_secret where client = $1 and slot = $2", values![client, slot])
        .await?;
    Ok(ended == 1)
}

/// Ends a program with all its secrets.
pub async fn end(db: &impl ConnectionTrait, id: ApiClientId, now: DateTime<Utc>) -> Result<(), ApiError> {
    db.run("update api_client set ended_at = $2 where id = $1", values![id, now]).await?;
    db.run("delete from api_client_secret where client = $1", values![id]).await?;
    Ok(())
}

/// What a request for a token learns of a program in use.
#[derive(Debug, FromQueryResult)]
pub struct KeyRow {
    pub scopes: String,
}

pub async fn key(db: &impl ConnectionTrait, id: ApiClientId) -> Result<Option<KeyRow>, ApiError> {
    db.find("select scopes from api_client where id = $1 and ended_at is null", values![id]).await
}

pub async fn hashes(db: &impl ConnectionTrait, client: ApiClientId) -> Result<Vec<String>, ApiError> {
    #[derive(FromQueryResult)]
    struct Hash {
        hash: String,
    }
    let rows: Vec<Hash> =
        db.list("select hash from api_client_secret where client = $1", values![client]).await?;
    Ok(rows.into_iter().map(|row| row.hash).collect())
}

/// A token was given.
pub async fn used(db: &impl ConnectionTrait, id: ApiClientId, now: DateTime<Utc>) -> Result<(), ApiError> {
    db.run("update api_client set used_at = $2 where id = $1", values![id, now]).await?;
    Ok(())
}
