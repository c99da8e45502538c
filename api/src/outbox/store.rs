//! Messages that wait, went out, or rest.
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};
use shared::ids::MessageId;
use uuid::Uuid;

use super::Message;
use crate::{
    act::Tx,
    db::{Sql, Table, values},
    error::ApiError,
};

pub async fn add(tx: &Tx, message: &Message) -> Result<(), ApiError> {
    if message.recipient == "account" && tx.get_database_backend() == DbBackend::Postgres {
        // Two who write to one account at once queue up here for their numbers; a guest's first letter has no rival.
        let key = format!("outbox {}", message.order_key);
        tx.run("select pg_advisory_xact_lock(hashtextextended($1, 0))", values![key]).await?;
    }
    let payload = serde_json::to_string(&message.payload).map_err(ApiError::broken)?;
    tx.run(
        "insert into outbox_message (id, recipient, order_key, order_no, kind, event, subject, payload, created_at,
            attempts, next_at)
         values ($1, $2, $3, (select coalesce(max(order_no), 0) + 1 from outbox_message
            where recipient = $2 and order_key = $3), $4, $5, $6, $7, $8, 0, $8)",
        values![
            tx.state.chance.id(tx.now),
            message.recipient.to_owned(),
            message.order_key,
            message.kind.to_owned(),
            message.event,
            message.subject,
            payload,
            tx.now
        ],
    )
    .await?;
    Ok(())
}

const MESSAGES: Table = Table {
    name: "outbox_message",
    columns: &[
        ("id", "::uuid"),
        ("recipient", ""),
        ("order_key", "::uuid"),
        ("order_no", "::bigint"),
        ("kind", ""),
        ("event", "::uuid"),
        ("subject", "::uuid"),
        ("payload", ""),
        ("created_at", "::timestamptz"),
        ("attempts", "::bigint"),
        ("next_at", "::timestamptz"),
    ],
};

/// Each the first of its key: there is no number to ask for.
pub fn add_first(tx: &Tx, messages: &[Message]) -> Result<(), ApiError> {
    let row = |message: &Message| {
        let payload = serde_json::to_string(&message.payload).map_err(ApiError::broken)?;
        Ok(values![
            tx.state.chance.id(tx.now),
            message.recipient.to_owned(),
            message.order_key,
            1_i64,
            message.kind.to_owned(),
            message.event,
            message.subject,
            payload,
            tx.now,
            0_i64,
            tx.now
        ])
    };
    MESSAGES.insert(tx, messages.iter().map(row).collect::<Result<_, ApiError>>()?);
    Ok(())
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Due {
    pub id: MessageId,
    pub recipient: String,
    pub kind: String,
    pub subject: Uuid,
    pub payload: String,
    /// As it went out at an earlier try.
    pub letter: Option<String>,
    pub attempts: i64,
    pub created_at: DateTime<Utc>,
    /// From then on it may be another worker's.
    pub claimed_until: DateTime<Utc>,
}

/// Claims what is due and is the first of its key, for a minute.
pub async fn claim(tx: &Tx, most: i64) -> Result<Vec<Due>, ApiError> {
    // On PostgreSQL several workers share the table; SQLite has one writer anyway.
    let lock = if tx.get_database_backend() == DbBackend::Postgres { "for update skip locked" } else { "" };
    let mut due: Vec<Due> = tx
        .list(
            &format!(
                "update outbox_message set claimed_until = $2 where id in (
                select m.id from outbox_message m
                where m.done_at is null and m.rested_at is null and m.next_at <= $1
                  and (m.claimed_until is null or m.claimed_until < $1)
                  and not exists (select 1 from outbox_message f where f.recipient = m.recipient
                    and f.order_key = m.order_key and f.order_no < m.order_no and f.done_at is null)
                order by m.next_at, m.id limit $3 {lock})
             returning id, recipient, kind, subject, payload, letter, attempts, created_at, claimed_until"
            ),
            values![tx.now, tx.now + Duration::minutes(1), most],
        )
        .await?;
    // What an update returns has no order.
    due.sort_by_key(|message| (message.created_at, message.id));
    Ok(due)
}

/// Kept before it goes out: an answer may get lost.
pub async fn keep(tx: &Tx, id: MessageId, letter: &str) -> Result<(), ApiError> {
    tx.run(
        "update outbox_message set letter = $2 where id = $1 and done_at is null",
        values![id, letter.to_owned()],
    )
    .await?;
    Ok(())
}

/// Delivered: what it said and to whom goes.
pub async fn done(tx: &Tx, id: MessageId) -> Result<(), ApiError> {
    tx.run(
        "update outbox_message set done_at = $2, payload = '{}', letter = null, last_error = null where id = $1",
        values![id, tx.now],
    )
    .await?;
    Ok(())
}

/// Failed: again at `next`, or at rest where an operator sees it.
pub async fn failed(
    tx: &Tx,
    id: MessageId,
    error: &str,
    next: Option<DateTime<Utc>>,
) -> Result<(), ApiError> {
    tx.run(
        "update outbox_message set attempts = attempts + 1, claimed_until = null, last_error = $2,
            next_at = coalesce($3, next_at), rested_at = case when $3 is null then $4 else null end
         where id = $1 and done_at is null",
        values![id, error.to_owned(), next, tx.now],
    )
    .await?;
    Ok(())
}

/// A message that was tried in vain.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Refused {
    pub id: MessageId,
    pub recipient: String,
    pub kind: String,
    pub created_at: DateTime<Utc>,
    pub attempts: i64,
    pub next_at: DateTime<Utc>,
    pub rested_at: Option<DateTime<Utc>>,
    pub last_error: Option<String>,
    /// Messages of the same key that wait for it.
    pub behind: i64,
}

/// What was tried in vain, messages at rest first, older ones before younger ones.
pub async fn refused(db: &impl ConnectionTrait, most: i64) -> Result<Vec<Refused>, ApiError> {
    db.list(
        "select m.id, m.recipient, m.kind, m.created_at, m.attempts, m.next_at, m.rested_at, m.last_error,
            (select count(*) from outbox_message b where b.recipient = m.recipient
                and b.order_key = m.order_key and b.order_no > m.order_no and b.done_at is null) as behind
         from outbox_message m where m.done_at is null and m.attempts > 0
         order by m.rested_at is null, m.created_at, m.id limit $1",
        values![most],
    )
    .await
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Counts {
    pub waiting: i64,
    pub resting: i64,
    /// When the oldest that waits was written.
    pub oldest: Option<DateTime<Utc>>,
}

pub async fn counts(db: &impl ConnectionTrait) -> Result<Counts, ApiError> {
    let counts = db
        .find(
            "select count(*) as waiting, count(rested_at) as resting, min(created_at) as oldest
             from outbox_message where done_at is null",
            values![],
        )
        .await?;
    counts.ok_or_else(|| ApiError::broken("a count without a row"))
}

/// As if it had just been written; a message that a worker has in hand is left alone.
pub async fn again(tx: &Tx, id: MessageId) -> Result<bool, ApiError> {
    let touched = tx
        .run(
            "update outbox_message set attempts = 0, rested_at = null, next_at = $2, claimed_until = null
             where id = $1 and done_at is null and (claimed_until is null or claimed_until < $2)",
            values![id, tx.now],
        )
        .await?;
    Ok(touched == 1)
}

/// Done without having gone out: `rested_at` beside `done_at` says so, and `last_error` says why.
pub async fn set_aside(tx: &Tx, id: MessageId, reason: &str) -> Result<bool, ApiError> {
    let touched = tx
        .run(
            "update outbox_message set done_at = $2, rested_at = coalesce(rested_at, $2), payload = '{}',
                letter = null, last_error = $3
             where id = $1 and done_at is null and (claimed_until is null or claimed_until < $2)",
            values![id, tx.now, format!("set aside: {reason}")],
        )
        .await?;
    Ok(touched == 1)
}
