//! Everything that the database holds at one moment, in one sealed file.
use std::path::Path;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

use super::{
    archive::{Head, Mark, Writer},
    called, connect,
    digest::Content,
    picture,
    secrets::Secret,
    tables::{Table, migrations, tables},
};

/// A table, and what it holds.
pub type Held = (String, Content);

/// What a backup came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// In the order in which they were made.
    pub tables: Vec<Held>,
    pub bytes: u64,
}

/// Saves the database at `url` as it stands now, while the service goes on working.
///
/// # Errors
/// The file exists, cannot be written, or the database cannot be read. Nothing is left under the file's name then.
pub async fn backup(url: &str, to: &Path, secret: &Secret, now: DateTime<Utc>) -> anyhow::Result<Saved> {
    let database = connect(url).await?;
    let tx = picture(&database).await?;
    let migrations = migrations(&tx).await?;
    anyhow::ensure!(!migrations.is_empty(), "the database holds nothing of this service");
    let mut file = Writer::create(to, secret)?;
    file.mark(&Mark::Head(Head {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now,
        database: called(ConnectionTrait::get_database_backend(&tx)).to_owned(),
        migrations,
    }))?;
    let mut saved = Vec::new();
    for table in tables(&tx).await? {
        let columns = table.columns.iter().map(|(name, _)| name.clone()).collect();
        file.mark(&Mark::Table { name: table.name.clone(), columns })?;
        let content = content(&tx, &table, |line| file.line(line)).await?;
        file.mark(&Mark::Rows(content.clone()))?;
        saved.push((table.name, content));
    }
    file.mark(&Mark::End { tables: saved.len() })?;
    tx.rollback().await?;
    Ok(Saved { tables: saved, bytes: file.finish()? })
}

/// What a table holds; each of its rows is given to `each` as the backup writes it.
pub async fn content(
    db: &DatabaseTransaction,
    table: &Table,
    mut each: impl FnMut(&[u8]) -> anyhow::Result<()>,
) -> anyhow::Result<Content> {
    let mut content = Content::default();
    table
        .read(db, |cells| {
            let line = serde_json::to_vec(&cells)?;
            content.add(&line);
            each(&line)
        })
        .await?;
    Ok(content)
}
