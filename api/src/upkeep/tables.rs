//! The tables of a database, those that others point to first, and their rows one by one.
use anyhow::Context;
use futures_util::TryStreamExt;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult, Statement, StreamTrait, Value,
};

use super::cells::{Cell, Kind};
use crate::db::{Sql, places, values};

/// The journal of migrations: a backup names them in its head.
const MIGRATIONS: &str = "seaql_migrations";
/// SQLite takes 32,766 values in one statement, PostgreSQL 65,535.
const MOST_VALUES: usize = 30_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// In the order of their names.
    pub columns: Vec<(String, Kind)>,
}

#[derive(FromQueryResult)]
struct Name {
    name: String,
}

#[derive(FromQueryResult)]
struct ColumnRow {
    name: String,
    declared: String,
}

/// All tables with what they hold, in the order in which they were made: none points to a later one.
pub async fn tables(db: &impl ConnectionTrait) -> anyhow::Result<Vec<Table>> {
    let (names, columns) = match db.get_database_backend() {
        DbBackend::Postgres => (
            "select cast(c.relname as text) as name from pg_class c
             where c.relnamespace = to_regnamespace(current_schema()) and c.relkind = 'r' order by c.oid",
            "select cast(column_name as text) as name, cast(data_type as text) as declared
             from information_schema.columns where table_schema = current_schema() and table_name = $1",
        ),
        _ => (
            "select name from sqlite_master where type = 'table' and name not like 'sqlite@_%' escape '@'
             order by rowid",
            "select name, type as declared from pragma_table_info($1)",
        ),
    };
    let mut tables = Vec::new();
    let names: Vec<Name> = db.list(names, values![]).await?;
    for Name { name } in names.into_iter().filter(|table| table.name != MIGRATIONS) {
        let rows: Vec<ColumnRow> = db.list(columns, values![name.clone()]).await?;
        let kind = |ColumnRow { name: column, declared }: ColumnRow| {
            let kind = Kind::of(&declared);
            kind.map(|kind| (column.clone(), kind))
                .with_context(|| format!("{name}.{column} is {declared}: unknown"))
        };
        let mut columns = rows.into_iter().map(kind).collect::<anyhow::Result<Vec<_>>>()?;
        columns.sort_by(|(a, _), (b, _)| a.cmp(b));
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

/// The migrations that the database has seen; none where it is new.
pub async fn migrations(db: &impl ConnectionTrait) -> anyhow::Result<Vec<String>> {
    let there = match db.get_database_backend() {
        DbBackend::Postgres => {
            "select cast(relname as text) as name from pg_class
             where relnamespace = to_regnamespace(current_schema()) and relname = $1"
        }
        _ => "select name from sqlite_master where name = $1",
    };
    if db.find::<Name>(there, values![MIGRATIONS]).await?.is_none() {
        return Ok(Vec::new());
    }
    let sql = "select version as name from seaql_migrations order by version";
    let rows: Vec<Name> = db.list(sql, values![]).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

impl Table {
    /// Every row, as it comes.
    pub async fn read(
        &self,
        db: &DatabaseTransaction,
        mut each: impl FnMut(Vec<Cell>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let select = format!("select {} from {}", self.names().join(", "), self.name);
        let backend = ConnectionTrait::get_database_backend(db);
        let mut rows = db.stream_raw(Statement::from_string(backend, select)).await?;
        while let Some(row) = rows.try_next().await? {
            let cells = self.columns.iter().map(|(column, kind)| kind.read(&row, column));
            each(cells.collect::<Result<_, _>>()?)?;
        }
        Ok(())
    }

    /// So many rows fit into one statement.
    pub fn at_once(&self) -> usize {
        (MOST_VALUES / self.columns.len().max(1)).clamp(1, 1000)
    }

    pub async fn write(&self, db: &impl ConnectionTrait, rows: Vec<Vec<Cell>>) -> anyhow::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let places = places(rows.len(), self.columns.len());
        let sql = format!("insert into {} ({}) values {places}", self.name, self.names().join(", "));
        let values = rows.into_iter().flat_map(|row| self.columns.iter().zip(row));
        let values = values.map(|((column, kind), cell)| {
            kind.value(cell).with_context(|| format!("{}.{column} holds no {kind:?}", self.name))
        });
        let values = values.collect::<anyhow::Result<Vec<Value>>>()?;
        db.run(&sql, values).await.with_context(|| format!("rows of {} were refused", self.name))?;
        Ok(())
    }

    pub async fn is_empty(&self, db: &impl ConnectionTrait) -> anyhow::Result<bool> {
        #[derive(FromQueryResult)]
        struct One {
            #[expect(dead_code, reason = "only whether it is there matters")]
            one: i32,
        }
        let row: Option<One> =
            db.find(&format!("select 1 as one from {} limit 1", self.name), values![]).await?;
        Ok(row.is_none())
    }

    /// Quoted: `new` and `old` are words of SQL.
    fn names(&self) -> Vec<String> {
        self.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect()
    }
}
