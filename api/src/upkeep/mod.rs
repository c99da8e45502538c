//! The operator's safety: backups, their way back, and the proof that what is kept holds together (H7, F6, model.md).
mod archive;
mod backup;
mod cells;
mod digest;
pub mod invariants;
mod journal;
mod restore;
mod sealed;
pub mod secrets;
mod tables;

pub use backup::{Held, Saved, backup};
pub use restore::{read_through, restore, restored};

use anyhow::Context;
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    TransactionTrait,
};
use std::time::Duration;

/// A connection of one's own, which waits as long as it takes: nothing is migrated, nothing is written by itself.
async fn connect(url: &str) -> anyhow::Result<DatabaseConnection> {
    let url = match url.strip_prefix("sqlite:") {
        Some(path) => format!("sqlite://{path}?mode=rwc"),
        None => url.to_owned(),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).connect_timeout(Duration::from_secs(10));
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite.pragma("journal_mode", "WAL").pragma("foreign_keys", "ON").pragma("busy_timeout", "5000")
    });
    Database::connect(options).await.context("the database does not answer")
}

/// One picture of all tables: what is written meanwhile is not in it. SQLite gives every transaction one.
async fn picture(database: &DatabaseConnection) -> anyhow::Result<DatabaseTransaction> {
    let begun = match database.get_database_backend() {
        DbBackend::Postgres => {
            database.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await
        }
        _ => database.begin().await,
    };
    begun.context("the database cannot be read")
}

/// All of a restore, or nothing.
async fn writing(database: &DatabaseConnection) -> anyhow::Result<DatabaseTransaction> {
    database.begin().await.context("the database cannot be written")
}

fn called(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Postgres { "postgres" } else { "sqlite" }
}
