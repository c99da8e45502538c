//! Many rows of one table in few statements.
use sea_orm::{ConnectionTrait, DbBackend, Value};

use super::places;
use crate::act::Tx;

/// Rows of one insert: SQLite takes 32,766 values.
const CHUNK: usize = 1000;
/// Stands between the values of a column on their way to PostgreSQL; no code, id, JSON or name of an operation holds it.
const BETWEEN: &str = "\u{1f}";

/// A table that rows are added to: its columns and, where they are no text, their types.
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, &'static str)],
}

impl Table {
    /// On PostgreSQL one text for any number of rows, prepared once: each column travels as one value.
    pub fn insert(&self, tx: &Tx, rows: Vec<Vec<Value>>) {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let (name, names) = (self.name, names.join(", "));
        if rows.is_empty() {
            return;
        }
        if tx.get_database_backend() == DbBackend::Postgres {
            let typed: Vec<_> = self.columns.iter().map(|(name, cast)| format!("r.{name}{cast}")).collect();
            let lists: Vec<_> =
                (1..=self.columns.len()).map(|at| format!("string_to_array(${at}, chr(31), '')")).collect();
            let (typed, lists) = (typed.join(", "), lists.join(", "));
            let sql =
                format!("insert into {name} ({names}) select {typed} from unnest({lists}) as r ({names})");
            return tx.write(rows.len(), sql, columns(&rows));
        }
        for chunk in rows.chunks(CHUNK) {
            let places = places(chunk.len(), self.columns.len());
            tx.write(chunk.len(), format!("insert into {name} ({names}) values {places}"), chunk.concat());
        }
    }
}

/// The rows turned on their side: a value for each column; nothing is nothing again on the other side.
fn columns(rows: &[Vec<Value>]) -> Vec<Value> {
    let width = rows.first().map_or(0, Vec::len);
    let text = |value: &Value| match value {
        Value::Uuid(id) => id.map(|id| id.to_string()),
        Value::String(text) => text.clone(),
        Value::BigInt(number) => number.map(|number| number.to_string()),
        Value::ChronoDateTimeUtc(at) => at.map(|at| at.to_rfc3339()),
        _ => None,
    };
    let column = |at: usize| {
        let column = rows.iter().map(|row| row.get(at).and_then(text).unwrap_or_default());
        column.collect::<Vec<_>>().join(BETWEEN).into()
    };
    (0..width).map(column).collect()
}
