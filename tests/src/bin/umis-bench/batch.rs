//! A thousand registrations in one request beside what PostgreSQL does when it is given the same rows in one insert a
//! table.
use std::time::Instant;

use anyhow::{Context, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::{
    Person, beside,
    load::{self, Ask, Round},
    median, next,
    page::Line,
    process::Service,
    text, today,
};

/// Registrations of one request.
const GUESTS: usize = 1000;
const TIMES: usize = 3;

/// The rows that the last batch wrote: table, its key among the rows of others, and the columns that are new each time.
const TABLES: [(&str, &str, &[&str]); 7] = [
    ("person", "id in (select person from mine)", &["id"]),
    ("identity", "person in (select person from mine)", &["id", "person"]),
    ("identity_document", "id in (select document from mine)", &["id", "identity", "fingerprint"]),
    ("registry_event", "person in (select person from mine)", &["id", "person"]),
    ("registration", "id in (select id from mine)", &["id", "person", "document", "number", "code"]),
    ("registration_event", "registration in (select id from mine)", &["id", "registration"]),
    ("access_subject", "registration in (select id from mine)", &["person", "registration"]),
];

pub async fn measure(
    service: &Service,
    host: &Person,
    premises: &str,
    db: &DatabaseConnection,
    lines: &mut Vec<Line>,
) -> Result<()> {
    let ask = host.register_all(premises.to_owned(), GUESTS);
    // Warm: prepared, and the token remembered.
    load::requests(service.port, 2, 200, &ask).await?;
    let (mut product, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        product.push(rows_a_second(load::requests(service.port, 4, 200, &ask).await?));
        let mut took = Vec::new();
        for _ in 0..4 {
            let sql = same_rows(db).await?;
            let began = Instant::now();
            db.execute_unprepared(&sql).await?;
            took.push(began.elapsed());
        }
        limit.push(rows_a_second(took));
    }
    let name = format!(
        "{GUESTS} registrations in one request, registrations; the limit is PostgreSQL's own insert of many rows"
    );
    lines.push(beside(&name, median(product), median(limit), Some([0.3, 0.5])));
    Ok(())
}

fn rows_a_second(took: Vec<std::time::Duration>) -> Round {
    let seconds: f64 = took.iter().map(std::time::Duration::as_secs_f64).sum();
    Round { per_second: load::count(took.len() * GUESTS) / seconds, requests: took.len(), ..Round::default() }
}

/// The rows of the last batch once more, as text, under other names: one insert a table, in one transaction.
async fn same_rows(db: &DatabaseConnection) -> Result<String> {
    let run = next();
    db.execute_unprepared(&format!(
        "drop table if exists mine; create table mine as select id, person, document from registration
         where id in (select registration from access_subject where entry = (select id from access_entry
            where operation = 'create_registrations' order by at desc limit 1)) order by id limit {GUESTS}"
    ))
    .await?;
    let mut sql = String::from("begin;\n");
    for (table, which, new) in TABLES {
        let columns = text(
            db,
            &format!(
                "select string_agg(column_name, ',' order by ordinal_position) as t from information_schema.columns
                 where table_schema = 'public' and table_name = '{table}'"
            ),
        )
        .await?;
        let value = |column: &str| {
            if !new.contains(&column) {
                return format!("quote_nullable({column}::text)");
            }
            match column {
                "number" | "code" | "fingerprint" => {
                    format!("quote_literal(left(md5({column} || '{run}'), 24))")
                }
                _ => format!("quote_literal(md5({column}::text || '{run}')::uuid::text)"),
            }
        };
        let values: Vec<_> = columns.split(',').map(value).collect();
        let rows = format!(
            "select string_agg('(' || {} || ')', ',') as t from {table} where {which}",
            values.join(" || ',' || ")
        );
        let rows = text(db, &rows).await.with_context(|| format!("no rows of {table}"))?;
        sql.push_str(&format!("insert into {table} ({columns}) values {rows};\n"));
    }
    sql.push_str("commit;");
    Ok(sql)
}

impl Person {
    /// Guests nobody has registered before, many in one request.
    fn register_all(&self, premises: String, guests: usize) -> Ask {
        let cookies = self.cookies.lines().next().unwrap_or_default().to_owned();
        std::sync::Arc::new(move |_| {
            let key = next();
            let all: Vec<_> = (0..guests).map(|_| crate::guest(&premises, next(), &today())).collect();
            load::post(
                "/api/v1/registrations/batch",
                &format!("{cookies}\r\nidempotency-key: batch-{key:08}\r\n"),
                &serde_json::json!({ "registrations": all }).to_string(),
            )
        })
    }
}
