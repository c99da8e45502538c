//! Rows of failed tries.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

/// When the next try is heard, if there is a wait.
pub async fn next(db: &impl ConnectionTrait, key: &str) -> Result<Option<DateTime<Utc>>, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        next_try_at: Option<DateTime<Utc>>,
    }
    let row: Option<Row> =
        db.find("select next_try_at from failed_try where key = $1", values![key.to_owned()]).await?;
    Ok(row.and_then(|row| row.next_try_at))
}

/// One failure more; answers how many there are now.
pub async fn count(db: &impl ConnectionTrait, key: &str, now: DateTime<Utc>) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        failures: i64,
    }
    let row: Option<Row> = db
        .find(
            "insert into failed_try (key, failures, at) values ($1, 1, $2)
             on conflict (key) do update set failures = failed_try.failures + 1, at = $2
             returning failures",
            values![key.to_owned(), now],
        )
        .await?;
    Ok(row.map_or(1, |row| row.failures))
}

pub async fn wait(db: &impl ConnectionTrait, key: &str, next: DateTime<Utc>) -> Result<(), ApiError> {
    db.run("update failed_try set next_try_at = $2 where key = $1", values![key.to_owned(), next]).await?;
    Ok(())
}

pub fn forget(tx: &Tx, key: &str) {
    tx.write_any("delete from failed_try where key = $1", values![key.to_owned()]);
}

/// Forgets what is older than `since`.
pub async fn sweep(db: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<(), ApiError> {
    db.run("delete from failed_try where at < $1", values![since]).await?;
    Ok(())
}
