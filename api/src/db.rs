//! SQL, one text for both databases: `$1` is understood by each.
use std::{
    mem,
    sync::{Mutex, PoisonError},
};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

use crate::error::ApiError;

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
}

/// PostgreSQL takes 65,535 values in one statement.
const MOST_VALUES: usize = 30_000;

impl Waiting {
    pub fn add(&self, rows: Option<usize>, sql: String, values: Vec<Value>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(Write { rows, sql, values });
    }

    /// Sends all that waits, in order.
    pub async fn travel(&self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let mut writes = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if db.get_database_backend() == DbBackend::Postgres
            && writes.len() > 1
            && writes.iter().map(|write| write.values.len()).sum::<usize>() <= MOST_VALUES
        {
            let text = together(&writes);
            let counts = writes.iter().filter_map(|write| write.rows);
            let counts: Vec<Value> =
                counts.map(|rows| i64::try_from(rows).unwrap_or(i64::MAX).into()).collect();
            let values = writes.iter_mut().flat_map(|write| mem::take(&mut write.values)).chain(counts);
            let statement = Statement::from_sql_and_values(DbBackend::Postgres, text, values);
            let fits = match db.query_one_raw(statement).await? {
                Some(row) => row.try_get_by_index(0)?,
                None => false,
            };
            return if fits { Ok(()) } else { Err(other_rows()) };
        }
        for Write { rows, sql, values } in writes {
            let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
            let touched = usize::try_from(db.execute_raw(statement).await?.rows_affected()).ok();
            if rows.is_some() && touched != rows {
                return Err(other_rows());
            }
        }
        Ok(())
    }
}

fn other_rows() -> DbErr {
    DbErr::Custom("a write touched other rows than it should".into())
}

/// `with w0 as (insert … returning 1), w1 as (…) select …`: did each write as many rows as it should? The counts come
/// after all values, so that the same acts are the same statement, prepared once. Foreign keys are looked at when the
/// whole statement is done, so rows may refer to each other.
fn together(writes: &[Write]) -> String {
    let (mut parts, mut checks, mut before) = (Vec::new(), vec!["true".to_owned()], 0);
    let mut counted = writes.iter().map(|write| write.values.len()).sum::<usize>();
    for (at, write) in writes.iter().enumerate() {
        parts.push(format!("w{at} as ({} returning 1)", renumbered(&write.sql, before)));
        before += write.values.len();
        if write.rows.is_some() {
            counted += 1;
            checks.push(format!("(select count(*) from w{at}) = ${counted}"));
        }
    }
    format!("with {} select {} as fits", parts.join(", "), checks.join(" and "))
}

/// `$1` becomes `$8` where seven values come before.
fn renumbered(sql: &str, before: usize) -> String {
    let mut parts = sql.split('$');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        let number = number.parse::<usize>().map_or(0, |number| number + before);
        text.push_str(&format!("${number}{rest}"));
    }
    text
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
        };
        let writes = [
            write(Some(1), "insert into a (x, y) values ($1, $2)", &[1, 2]),
            write(None, "delete from c where x = $1", &[5]),
            write(Some(2), "update b set x = $2 where y = $1", &[3, 4]),
        ];
        assert_eq!(
            together(&writes),
            "with w0 as (insert into a (x, y) values ($1, $2) returning 1), \
             w1 as (delete from c where x = $3 returning 1), \
             w2 as (update b set x = $5 where y = $4 returning 1) \
             select true and (select count(*) from w0) = $6 and (select count(*) from w2) = $7 as fits"
        );
    }

    #[test]
    fn places_count_on_over_rows() {
        assert_eq!(super::places(2, 2), "($1, $2), ($3, $4)");
    }
}
