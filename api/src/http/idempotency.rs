//! Idempotency-Key (§4): an act that must not happen twice. The row is written in the act's own transaction.
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use chrono::Duration;
use sea_orm::FromQueryResult;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
    http::call::Actor,
    state::AppState,
};

/// The key of a request; missing or unfit is 400.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(pub String);

impl FromRequest for IdempotencyKey {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.headers().get("idempotency-key").map(|value| value.to_str().unwrap_or_default());
        ready(match key.map(|key| key.trim_matches('"')) {
            None => Err(ApiError::Unreadable("idempotency_key_missing")),
            Some(key) if fits(key) => Ok(Self(key.to_owned())),
            Some(_) => Err(ApiError::Unreadable("idempotency_key_unfit")),
        })
    }
}

fn fits(key: &str) -> bool {
    (8..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
}

/// What an earlier request with this key came to.
#[derive(Debug, Clone)]
pub struct Done {
    pub resource: Uuid,
    /// The event whose state is drawn again.
    pub seq: i64,
    /// Of a list of acts: what each of them came to, as ids and codes.
    pub outcome: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    request_hash: String,
    resource: Uuid,
    seq: i64,
    outcome: Option<String>,
}

/// SHA-256 of what was asked, fields in the order of their type.
pub fn request_hash(body: &impl Serialize) -> Result<String, ApiError> {
    let text = serde_json::to_vec(body).map_err(ApiError::broken)?;
    Ok(format!("{:x}", HexDigest(&Sha256::digest(&text))))
}

/// Lower-case hex of a digest.
pub struct HexDigest<'a>(pub &'a [u8]);

impl std::fmt::LowerHex for HexDigest<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What an earlier request with this key came to; with another body it is refused.
pub async fn done(tx: &Tx, key: &IdempotencyKey, hash: &str) -> Result<Option<Done>, ApiError> {
    let principal = tx.by.principal.ok_or(ApiError::Unauthenticated)?;
    let row: Option<Row> = tx
        .find(
            "select request_hash, resource, seq, outcome from idempotency_key
             where principal = $1 and operation = $2 and key = $3",
            values![principal, tx.actor.call.operation.clone(), key.0.clone()],
        )
        .await?;
    match row {
        None => Ok(None),
        Some(Row { request_hash, resource, seq, outcome }) if request_hash == hash => {
            Ok(Some(Done { resource, seq, outcome }))
        }
        Some(_) => Err(ApiError::KeyReused),
    }
}

/// Keeps the key with the act that made `resource`. Of two at once the second waits for the first, collides with its
/// row, begins again and finds it done.
pub fn keep(tx: &Tx, key: &IdempotencyKey, hash: &str, resource: Uuid) -> Result<(), ApiError> {
    write(tx, key, hash, 201, resource, None)
}

/// Keeps the key of a list of acts with what each of them came to: ids and codes, nothing that was sent.
pub fn keep_outcome(tx: &Tx, key: &IdempotencyKey, hash: &str, outcome: String) -> Result<(), ApiError> {
    write(tx, key, hash, 200, tx.state.chance.id(tx.now), Some(outcome))
}

fn write(
    tx: &Tx,
    key: &IdempotencyKey,
    hash: &str,
    status: i64,
    resource: Uuid,
    outcome: Option<String>,
) -> Result<(), ApiError> {
    let principal = tx.by.principal.ok_or(ApiError::Unauthenticated)?;
    tx.write(
        1,
        "insert into idempotency_key (principal, operation, key, request_hash, status, resource, seq, expires_at,
            outcome)
         values ($1, $2, $3, $4, $5, $6, 1, $7, $8)",
        values![
            principal,
            tx.actor.call.operation.clone(),
            key.0.clone(),
            hash.to_owned(),
            status,
            resource,
            tx.now + Duration::days(7),
            outcome,
        ],
    );
    Ok(())
}

/// Sweeps when the service starts and then once an hour, as long as the process runs.
pub async fn sweep_hourly(state: AppState) {
    loop {
        let job = Actor::service("sweep_idempotency_keys", state.chance.id(state.now()));
        if let Err(error) = state.act(&job, async |tx| sweep(tx).await).await {
            tracing::warn!(%error, "old keys wait for the next sweep");
        }
        tokio::time::sleep(std::time::Duration::from_secs(60 * 60)).await;
    }
}

/// Forgets keys that are seven days old; a job.
pub async fn sweep(tx: &Tx) -> Result<u64, ApiError> {
    tx.run("delete from idempotency_key where expires_at < $1", values![tx.now]).await
}
