//! SQL, one text for both databases: `$1` is understood by each.
use std::{
    fmt::Write as _,
    mem,
    sync::{Mutex, PoisonError},
};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

use crate::error::ApiError;

mod table;
pub use table::{Table, among};

/// What stores need of a connection, inside an act or a reading.
#[expect(async_fn_in_trait, reason = "handlers stay on their thread; nothing here must be Send")]
pub trait Sql: ConnectionTrait {
    /// Writes; answers how many rows it touched.
    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64, ApiError> {
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        Ok(self.execute_raw(statement).await?.rows_affected())
    }

    /// One row that may miss.
    async fn find<R: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Option<R>, ApiError> {
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        let row = self.query_one_raw(statement).await?;
        Ok(row.map(|row| R::from_query_result(&row, "")).transpose()?)
    }

    /// All rows, in the order of the statement.
    async fn list<R: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<R>, ApiError> {
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        let rows = self.query_all_raw(statement).await?;
        Ok(rows.iter().map(|row| R::from_query_result(row, "")).collect::<Result<_, _>>()?)
    }
}

impl<C: ConnectionTrait> Sql for C {}

/// `values![a, b]`: the values of a statement in the order of its `$n`.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$(sea_orm::Value::from($value)),*] };
}
pub(crate) use values;

/// `($1, $2), ($3, $4)`: the places of `rows` rows of `columns` values.
pub fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let marks: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", marks.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Statements of an act that have not travelled yet (performance.md: one statement writes an act on PostgreSQL).
#[derive(Default)]
pub struct Waiting(Mutex<Vec<Write>>);

struct Write {
    /// How many rows it must touch; nothing where any number is right.
    rows: Option<usize>,
    sql: String,
    values: Vec<Value>,
    /// A row is only held.
    holds: bool,
}

/// PostgreSQL takes 65,535 values in one statement.
const MOST_VALUES: usize = 30_000;

impl Waiting {
    pub fn add(&self, rows: Option<usize>, sql: String, values: Vec<Value>) {
        self.put(Write { rows, sql, values, holds: false });
    }

    /// The one row that `sql` selects must be there; nobody changes it before the transaction ends.
    pub fn hold(&self, sql: String, values: Vec<Value>) {
        self.put(Write { rows: Some(1), sql, values, holds: true });
    }

    fn put(&self, write: Write) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(write);
    }

    fn take(&self) -> Vec<Write> {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sends all that waits, in order.
    pub async fn travel(&self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let mut writes = self.take();
        if db.get_database_backend() == DbBackend::Postgres && writes.len() > 1 && fit(&writes) {
            return go_together(&mut writes, db).await;
        }
        for Write { rows, sql, values, holds } in writes {
            let backend = db.get_database_backend();
            let touched = match (holds, backend) {
                // SQLite has one writer: what was read in this act is so.
                (true, DbBackend::Sqlite) => continue,
                (true, _) => {
                    let sql = format!("{sql}{HELD}");
                    db.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?.len()
                }
                (false, _) => {
                    let written =
                        db.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
                    usize::try_from(written.rows_affected()).unwrap_or(usize::MAX)
                }
            };
            if rows.is_some_and(|rows| rows != touched) {
                return Err(other_rows());
            }
        }
        Ok(())
    }

    /// Sends all that waits as one statement, which is its own transaction on PostgreSQL; answers false, and sends
    /// nothing, if it is too much for one.
    pub async fn travel_alone(&self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let mut writes = self.take();
        if writes.is_empty() {
            return Ok(true);
        }
        if !fit(&writes) {
            writes.into_iter().for_each(|write| self.put(write));
            return Ok(false);
        }
        go_together(&mut writes, db).await.map(|()| true)
    }
}

fn fit(writes: &[Write]) -> bool {
    writes.iter().map(|write| write.values.len() + 1).sum::<usize>() <= MOST_VALUES
}

async fn go_together(writes: &mut [Write], db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let text = together(writes);
    let counts = writes.iter().filter_map(|write| write.rows);
    let counts: Vec<Value> = counts.map(|rows| i64::try_from(rows).unwrap_or(i64::MAX).into()).collect();
    let values = writes.iter_mut().flat_map(|write| mem::take(&mut write.values)).chain(counts);
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, text, values);
    // To its end, not to its first row: an error of the commit comes after it.
    db.query_all_raw(statement).await.map(drop)
}

/// A write touched other rows than it should, or a row is no longer as it was read.
fn other_rows() -> DbErr {
    DbErr::RecordNotUpdated
}

/// A row that is read so is not changed by others before the transaction ends.
const HELD: &str = " for share";

/// `with w0 as (insert … returning 1), w1 as (…) select …`: if a write touched other rows than it should, the statement
/// divides by zero and nothing of it is kept. The counts come after all values, so that the same acts are the same
/// statement, prepared once. Foreign keys are looked at when the whole statement is done, so rows may refer to each
/// other.
fn together(writes: &[Write]) -> String {
    let mut counted = writes.iter().map(|write| write.values.len()).sum::<usize>();
    let length: usize = writes.iter().map(|write| 2 * write.sql.len() + 64).sum();
    let (mut text, mut checks, mut before) = (String::with_capacity(length), String::from("true"), 0);
    // Writing to a string cannot fail.
    for (at, write) in writes.iter().enumerate() {
        let _ = write!(text, "{} w{at} as (", if at == 0 { "with" } else { "," });
        renumbered(&write.sql, before, &mut text);
        text.push_str(if write.holds { HELD } else { " returning 1" });
        text.push(')');
        before += write.values.len();
        if write.rows.is_some() {
            counted += 1;
            let _ = write!(checks, " and (select count(*) from w{at}) = ${counted}");
        }
    }
    let _ = write!(text, " select 1 / case when {checks} then 1 else 0 end");
    text
}

/// `$1` becomes `$8` where seven values come before.
fn renumbered(sql: &str, before: usize, text: &mut String) {
    let mut parts = sql.split('$');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        let number = number.parse::<usize>().map_or(0, |number| number + before);
        let _ = write!(text, "${number}{rest}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_travel_as_one_statement() {
        let write = |rows, sql: &str, values: &[i64]| Write {
            rows,
            sql: sql.to_owned(),
            values: values.iter().map(|value| Value::from(*value)).collect(),
            holds: sql.starts_with("select"),
        };
        let writes = [
            write(Some(1), "insert into a (x, y) values ($1, $2)", &[1, 2]),
            write(None, "delete from c where x = $1", &[5]),
            write(Some(2), "update b set x = $2 where y = $1", &[3, 4]),
            write(Some(1), "select 1 from d where z = $1", &[6]),
        ];
        assert_eq!(
            together(&writes),
            "with w0 as (insert into a (x, y) values ($1, $2) returning 1), \
             w1 as (delete from c where x = $3 returning 1), \
             w2 as (update b set x = $5 where y = $4 returning 1), \
             w3 as (select 1 from d where z = $6 for share) \
             select 1 / case when true and (select count(*) from w0) = $7 and (select count(*) from w2) = $8 \
             and (select count(*) from w3) = $9 then 1 else 0 end"
        );
    }

    #[test]
    fn places_count_on_over_rows() {
        assert_eq!(super::places(2, 2), "($1, $2), ($3, $4)");
    }
}
