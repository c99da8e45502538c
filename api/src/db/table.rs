//! Many rows of one table in few statements.
use sea_orm::{ConnectionTrait, DbBackend, Value};

use super::places;
use crate::act::Tx;

/// Values of one statement: SQLite takes 32,766.
const MOST_VALUES: usize = 30_000;
/// Stands between the values of a column on their way to PostgreSQL.
const BETWEEN: char = '\u{1f}';
/// Stands there for nothing: an empty text is a value.
const NOTHING: char = '\u{1e}';

/// A table that rows are added to: its columns and, where they are no text, their types.
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, &'static str)],
}

impl Table {
    pub fn insert(&self, tx: &Tx, rows: Vec<Vec<Value>>) {
        for (rows, sql, values) in self.statements(tx, rows) {
            tx.write(rows, sql, values);
        }
    }

    /// The same, but a row that is there already stays as it is.
    pub fn insert_new(&self, tx: &Tx, rows: Vec<Vec<Value>>) {
        for (_, sql, values) in self.statements(tx, rows) {
            tx.write_any(format!("{sql} on conflict do nothing"), values);
        }
    }

    /// Each with the number of its rows. Many rows are on PostgreSQL one text for any number of them, prepared once: each
    /// column travels as one value.
    fn statements(&self, tx: &Tx, rows: Vec<Vec<Value>>) -> Vec<(usize, String, Vec<Value>)> {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let (name, names) = (self.name, names.join(", "));
        if rows.is_empty() {
            return Vec::new();
        }
        if tx.get_database_backend() == DbBackend::Postgres
            && rows.len() > 1
            && let Some(values) = columns(&rows)
        {
            let sql = format!("insert into {name} ({names}) {}", self.unnested());
            return vec![(rows.len(), sql, values)];
        }
        let chunks = rows.chunks((MOST_VALUES / self.columns.len().max(1)).max(1));
        let statement = |chunk: &[Vec<Value>]| {
            let places = places(chunk.len(), self.columns.len());
            (chunk.len(), format!("insert into {name} ({names}) values {places}"), chunk.concat())
        };
        chunks.map(statement).collect()
    }

    /// `select` of rows that came as [`columns`].
    fn unnested(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let typed = self.columns.iter().map(|(name, cast)| format!("r.{name}{cast} as {name}"));
        let lists = (1..=self.columns.len()).map(|at| format!("string_to_array(${at}, chr(31), chr(30))"));
        let (typed, lists) = (typed.collect::<Vec<_>>().join(", "), lists.collect::<Vec<_>>().join(", "));
        format!("select {typed} from unnest({lists}) as r ({})", names.join(", "))
    }

    /// Rows that a statement reads as a table, from `$1` on: its text and its values. They hold ids, codes, days and
    /// numbers, and are no more than a thousand.
    pub fn given(&self, tx: &Tx, rows: &[Vec<Value>]) -> (String, Vec<Value>) {
        if tx.get_database_backend() == DbBackend::Postgres
            && let Some(values) = columns(rows)
        {
            return (format!("({})", self.unnested()), values);
        }
        let named = self.columns.iter().enumerate();
        let named: Vec<_> = named.map(|(at, (name, _))| format!("column{} as {name}", at + 1)).collect();
        let places = places(rows.len(), self.columns.len());
        (format!("(select {} from (values {places}))", named.join(", ")), rows.concat())
    }
}

/// The rows turned on their side: a value for each column. `None` where a text holds what stands between.
fn columns(rows: &[Vec<Value>]) -> Option<Vec<Value>> {
    let width = rows.first().map_or(0, Vec::len);
    let text = |value: &Value| match value {
        Value::Uuid(id) => id.map(|id| id.to_string()),
        Value::String(text) => text.clone(),
        Value::BigInt(number) => number.map(|number| number.to_string()),
        Value::Bool(is) => is.map(|is| is.to_string()),
        Value::ChronoDate(day) => day.map(|day| day.to_string()),
        Value::ChronoDateTimeUtc(at) => at.map(|at| at.to_rfc3339()),
        _ => None,
    };
    let column = |at: usize| {
        let mut joined = String::new();
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                joined.push(BETWEEN);
            }
            match row.get(at).and_then(text) {
                Some(text) if text.contains([BETWEEN, NOTHING]) => return None,
                Some(text) => joined.push_str(&text),
                None => joined.push(NOTHING),
            }
        }
        Some(joined.into())
    };
    (0..width).map(column).collect()
}

/// A condition: the column before it is one of `some`, which come after the `values` so far. `cast` is its type on
/// PostgreSQL, where any number of them is one value.
pub fn among(
    db: &impl ConnectionTrait,
    values: &mut Vec<Value>,
    some: impl IntoIterator<Item = Value>,
    cast: &str,
) -> String {
    let rows: Vec<_> = some.into_iter().map(|one| vec![one]).collect();
    let at = values.len() + 1;
    if db.get_database_backend() == DbBackend::Postgres
        && rows.len() > 1
        && let Some(column) = columns(&rows)
    {
        values.extend(column);
        return format!("= any(string_to_array(${at}, chr(31)){cast})");
    }
    let marks: Vec<_> = (at..at + rows.len()).map(|at| format!("${at}")).collect();
    values.extend(rows.into_iter().flatten());
    format!("in ({})", marks.join(", "))
}

#[cfg(test)]
mod tests {
    use super::columns;
    use crate::db::values;

    #[test]
    fn an_empty_text_is_a_value_and_nothing_is_nothing() {
        let rows = [values!["", "a"], values![None::<String>, "b"]];
        assert_eq!(columns(&rows), Some(values!["\u{1f}\u{1e}".to_owned(), "a\u{1f}b".to_owned()]));
        assert_eq!(columns(&[values!["a\u{1f}b"]]), None);
    }
}
