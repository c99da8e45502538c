//! A backup's way back, into either database, and the proof that nothing changed on the way.
use std::path::Path;

use anyhow::{Context, bail, ensure};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{DatabaseConnection, DatabaseTransaction};

use super::{
    archive::{Head, Line, Mark, Reader},
    backup::{Held, content},
    cells::Cell,
    connect,
    digest::Content,
    invariants::{self, Finding},
    secrets::Secret,
    tables::{self, Table, tables},
    writing,
};
use crate::{chance::Chance, clock::Clock};

/// Reads a backup to its end: every frame is sealed, every table holds what was written down, nothing is missing.
///
/// # Errors
/// Says what is wrong with the file.
pub fn read_through(from: &Path, secrets: &[Secret]) -> anyhow::Result<(Head, Vec<Held>)> {
    let (mut reader, head) = Reader::open(from, secrets)?;
    let mut all = Vec::new();
    while let Some((name, _)) = next_table(&mut reader, all.len())? {
        let mut content = Content::default();
        while let Some((_, line)) = next_row(&mut reader, &name, &content)? {
            content.add(&line);
        }
        all.push((name, content));
    }
    Ok((head, all))
}

/// Fills the empty database at `url`, proves that it holds what the backup holds, and brings its schema up to date.
/// All of it or nothing.
///
/// # Errors
/// The database is not empty, the backup is broken or of a newer program, or a table came out otherwise.
pub async fn restore(url: &str, from: &Path, secrets: &[Secret]) -> anyhow::Result<(Head, Vec<Held>)> {
    let (mut reader, head) = Reader::open(from, secrets)?;
    let database = connect(url).await?;
    prepare(&database, &head).await?;
    let tx = writing(&database).await?;
    let known = tables(&tx).await?;
    for table in &known {
        ensure!(table.is_empty(&tx).await?, "the database is not empty: {} holds rows", table.name);
    }
    let mut all = Vec::new();
    while let Some((name, columns)) = next_table(&mut reader, all.len())? {
        let table = known.iter().find(|table| table.name == name);
        let table = table.with_context(|| format!("this schema has no table {name}"))?;
        ensure!(
            table.columns.iter().map(|(column, _)| column).eq(&columns),
            "{name} has other columns in this schema"
        );
        let written = load(&tx, table, &mut reader).await?;
        let found = content(&tx, table, |_| Ok(())).await?;
        ensure!(found == written, "{name} does not hold what the backup holds");
        all.push((name, found));
    }
    let missing = known.iter().find(|table| !all.iter().any(|(name, _)| *name == table.name));
    if let Some(missing) = missing {
        bail!("the backup has no table {}", missing.name);
    }
    tx.commit().await?;
    Migrator::up(&database, None).await.context("the schema could not be brought up to date")?;
    Ok((head, all))
}

/// Restores a backup into a database that is thrown away, and asks that one everything that must hold.
///
/// # Errors
/// As [`restore`].
pub async fn restored(from: &Path, secrets: &[Secret]) -> anyhow::Result<(Vec<Held>, Vec<Finding>)> {
    let folder = std::env::temp_dir().join(format!("umis-restored-{}", Chance::Real.id(Clock::Real.now())));
    std::fs::create_dir(&folder)?;
    let url = format!("sqlite:{}", folder.join("restored.sqlite").display());
    let tried = async {
        let (_, tables) = restore(&url, from, secrets).await?;
        Ok((tables, invariants::check(&url).await?))
    };
    let outcome = tried.await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

/// The schema of the backup, in an empty database.
async fn prepare(database: &DatabaseConnection, head: &Head) -> anyhow::Result<()> {
    let ours: Vec<_> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    ensure!(
        ours.starts_with(&head.migrations),
        "the backup has a newer schema than this program: restore it with the program that made it ({})",
        head.program
    );
    let there = tables::migrations(database).await?;
    ensure!(
        there.len() <= head.migrations.len(),
        "the database has a newer schema than the backup: use an empty one"
    );
    let steps = u32::try_from(head.migrations.len() - there.len())?;
    if steps > 0 {
        Migrator::up(database, Some(steps)).await.context("the schema could not be made")?;
    }
    Ok(())
}

async fn load(tx: &DatabaseTransaction, table: &Table, reader: &mut Reader) -> anyhow::Result<Content> {
    let (mut content, mut rows) = (Content::default(), Vec::new());
    while let Some((row, line)) = next_row(reader, &table.name, &content)? {
        ensure!(row.len() == table.columns.len(), "a row of {} has other columns", table.name);
        content.add(&line);
        rows.push(row);
        if rows.len() == table.at_once() {
            table.write(tx, std::mem::take(&mut rows)).await?;
        }
    }
    table.write(tx, rows).await?;
    Ok(content)
}

/// The next table's name and columns; nothing after the last.
fn next_table(reader: &mut Reader, so_far: usize) -> anyhow::Result<Option<(String, Vec<String>)>> {
    match reader.next()? {
        Some(Line::Marked(Mark::Table { name, columns })) => Ok(Some((name, columns))),
        Some(Line::Marked(Mark::End { tables })) if tables == so_far => Ok(None),
        _ => bail!("the backup is cut off after {so_far} tables"),
    }
}

/// The next row, and as it was written; after the last, what was read must be what was written down.
fn next_row(
    reader: &mut Reader,
    name: &str,
    so_far: &Content,
) -> anyhow::Result<Option<(Vec<Cell>, Vec<u8>)>> {
    match reader.next()? {
        Some(Line::Row(row)) => Ok(Some((row, reader.text().to_vec()))),
        Some(Line::Marked(Mark::Rows(content))) => {
            ensure!(content == *so_far, "{name} of the backup is not what was saved");
            Ok(None)
        }
        _ => bail!("the backup is cut off inside {name}"),
    }
}
