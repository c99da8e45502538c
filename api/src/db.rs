//! SQL, one text for both databases: `$1` is understood by each.
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

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

#[cfg(test)]
mod tests {
    #[test]
    fn places_count_on_over_rows() {
        assert_eq!(super::places(2, 2), "($1, $2), ($3, $4)");
    }
}
