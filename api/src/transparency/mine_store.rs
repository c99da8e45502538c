//! The part of the access log that is about one person.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, Value};
use shared::{
    ids::{AccessEntryId, PersonId},
    permission::Role,
    transparency::{AccessOffice, MyAccess},
};
use uuid::Uuid;

use super::{mine::number, store::before};
use crate::{
    db::{Sql, places, values},
    error::ApiError,
    http::query::After,
    state::Reading,
};

/// Which of the entries; what is not said is not asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub office: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
}

impl Wanted {
    /// Conditions that must all hold.
    fn filter(&self, values: &mut Vec<Value>) -> String {
        let asked = [
            ("e.office =", self.office.clone().map(Value::from)),
            ("e.at >=", self.from.map(Value::from)),
            ("e.at <", self.until.map(Value::from)),
        ];
        let mut filter = String::new();
        for (column, value) in asked.into_iter().filter_map(|(column, value)| Some((column, value?))) {
            values.push(value);
            filter.push_str(&format!(" and {column} ${}", values.len()));
        }
        filter
    }
}

/// Of one person, but not what their own account did.
const OF_PERSON: &str = "e.id in (select entry from access_subject where person = $1)
    and (e.actor is null or e.actor <> $2)";

#[derive(FromQueryResult)]
struct Row {
    id: AccessEntryId,
    at: DateTime<Utc>,
    actor: Option<Uuid>,
    role: Option<String>,
    office: Option<String>,
    operation: String,
    purpose: String,
}

/// Newest first; all of them where there is no limit.
pub async fn page(
    reading: &Reading,
    person: PersonId,
    wanted: &Wanted,
    after: Option<After>,
    limit: Option<usize>,
) -> Result<Vec<MyAccess>, ApiError> {
    let (at, id) = before(after);
    let mut values = values![person, reading.by.principal, at, id];
    let filter = wanted.filter(&mut values);
    let limit = limit.map(|limit| format!(" limit {limit}")).unwrap_or_default();
    let sql = format!(
        "select e.id, e.at, e.actor, e.role, e.office, e.operation, e.purpose from access_entry e
         where {OF_PERSON} and (e.at, e.id) < ($3, $4){filter} order by e.at desc, e.id desc{limit}"
    );
    let rows: Vec<Row> = reading.list(&sql, values).await?;
    let names = names(reading, rows.iter().filter_map(|row| row.office.as_deref())).await?;
    let mut numbers = registrations(reading, person, &rows).await?;
    let entry = |row: Row| {
        let role: Option<Role> = row.role.and_then(|role| role.parse().ok());
        MyAccess {
            id: row.id,
            at: row.at,
            officer: row.actor.filter(|_| role.is_some_and(Role::is_staff)).map(number),
            role,
            office_name: row.office.as_ref().and_then(|office| names.get(office).cloned()),
            office: row.office,
            operation: row.operation,
            purpose: row.purpose,
            registrations: numbers.remove(&row.id.0).unwrap_or_default(),
        }
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Values of one statement.
const CHUNK: usize = 1000;

/// Names of the parties among some offices; a department is no party.
async fn names<'a>(
    reading: &Reading,
    offices: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, String>, ApiError> {
    #[derive(FromQueryResult)]
    struct Party {
        id: Uuid,
        name: String,
    }
    let mut parties: Vec<Uuid> = offices.filter_map(|office| office.parse().ok()).collect();
    parties.sort_unstable();
    parties.dedup();
    let mut names = BTreeMap::new();
    for parties in parties.chunks(CHUNK) {
        let sql = format!("select id, name from party where id in {}", places(1, parties.len()));
        let rows: Vec<Party> =
            reading.list(&sql, parties.iter().map(|id| Value::from(*id)).collect()).await?;
        names.extend(rows.into_iter().map(|party| (party.id.to_string(), party.name)));
    }
    Ok(names)
}

/// Numbers of the person's registrations by the entry that saw them.
async fn registrations(
    reading: &Reading,
    person: PersonId,
    rows: &[Row],
) -> Result<BTreeMap<Uuid, Vec<String>>, ApiError> {
    #[derive(FromQueryResult)]
    struct Seen {
        entry: Uuid,
        number: String,
    }
    let mut numbers: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for rows in rows.chunks(CHUNK) {
        let places = places(1, rows.len());
        let person_at = rows.len() + 1;
        let sql = format!(
            "select s.entry, r.number from access_subject s join registration r on r.id = s.registration
             where s.entry in {places} and s.person = ${person_at} order by r.number"
        );
        let mut values: Vec<Value> = rows.iter().map(|row| Value::from(row.id)).collect();
        values.push(person.into());
        let seen: Vec<Seen> = reading.list(&sql, values).await?;
        for Seen { entry, number } in seen {
            numbers.entry(entry).or_default().push(number);
        }
    }
    Ok(numbers)
}

#[derive(FromQueryResult)]
struct OfficeRow {
    office: Option<String>,
    count: i64,
    latest: DateTime<Utc>,
}

/// Which offices, those that looked last first.
pub async fn offices(reading: &Reading, person: PersonId) -> Result<Vec<AccessOffice>, ApiError> {
    let sql = format!(
        "select e.office, count(*) as count, max(e.at) as latest from access_entry e
         where {OF_PERSON} group by e.office order by latest desc"
    );
    let rows: Vec<OfficeRow> = reading.list(&sql, values![person, reading.by.principal]).await?;
    let names = names(reading, rows.iter().filter_map(|row| row.office.as_deref())).await?;
    let office = |row: OfficeRow| AccessOffice {
        office_name: row.office.as_ref().and_then(|office| names.get(office).cloned()),
        office: row.office,
        count: row.count,
        latest: row.latest,
    };
    Ok(rows.into_iter().map(office).collect())
}
