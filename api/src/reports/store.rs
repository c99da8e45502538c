//! Sums of months that are over, made once.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use shared::{reports::GroupBy, texts::format};

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

/// First days of the months that are summed already.
pub async fn summed(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<NaiveDate>, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        month: NaiveDate,
    }
    let sql = "select month from rollup_month where month >= $1 and month <= $2";
    let rows: Vec<Row> = db.list(sql, values![from, to]).await?;
    Ok(rows.into_iter().map(|row| row.month).collect())
}

/// Sums a month; whoever comes second finds it done. Department by department, as the desk's index lies.
pub async fn sum(tx: &Tx, month: NaiveDate, next: NaiveDate) -> Result<(), ApiError> {
    let sql = "insert into rollup_month (month, made_at) values ($1, $2) on conflict do nothing";
    if tx.run(sql, values![month, tx.now]).await? == 0 {
        return Ok(());
    }
    let (begins, ends): (DateTime<Utc>, DateTime<Utc>) = (format::midnight(month), format::midnight(next));
    let sql = "insert into rollup_registration (month, citizenship, department, made)
        select m.month, r.citizenship, r.department, count(*)
        from rollup_month m, registration r
        where m.month = $1 and r.department in (select department from premises)
            and r.registered_at >= $2 and r.registered_at < $3
        group by m.month, r.citizenship, r.department";
    tx.run(sql, values![month, begins, ends]).await?;
    Ok(())
}

#[derive(Debug, FromQueryResult)]
pub struct Cell {
    pub month: NaiveDate,
    pub key: String,
    pub made: i64,
}

/// The figures of the months by one division.
pub async fn cells(
    db: &impl ConnectionTrait,
    by: GroupBy,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Cell>, ApiError> {
    let key = match by {
        GroupBy::Department => "department",
        GroupBy::Month | GroupBy::Citizenship => "citizenship",
    };
    let sql = format!(
        "select month, {key} as key, cast(sum(made) as bigint) as made from rollup_registration
         where month >= $1 and month <= $2 group by month, {key} order by month, {key}"
    );
    db.list(&sql, values![from, to]).await
}
