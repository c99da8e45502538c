//! The two logs: insert and read, nothing else (E5).
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use shared::{
    ids::{AccessEntryId, AccountId, PersonId, SecurityEventId},
    transparency::{AccessEntry, FoundAccount, SecurityEvent},
};
use uuid::Uuid;

use super::{Entry, Purpose, security::Kind};
use crate::{
    act::Tx,
    db::{Sql, Table, values},
    error::ApiError,
    http::query::After,
};

const ENTRIES: Table = Table {
    name: "access_entry",
    columns: &[
        ("id", "::uuid"),
        ("at", "::timestamptz"),
        ("actor", "::uuid"),
        ("role", ""),
        ("office", ""),
        ("operation", ""),
        ("purpose", ""),
        ("query", ""),
        ("reason", ""),
        ("cause", ""),
    ],
};

const SUBJECTS: Table = Table {
    name: "access_subject",
    columns: &[("entry", "::uuid"), ("person", "::uuid"), ("registration", "::uuid")],
};

const ACCOUNTS: Table =
    Table { name: "access_account", columns: &[("entry", "::uuid"), ("account", "::uuid")] };

/// Entries and their subjects: a list of 50 people is 1 + 50 rows in two statements.
pub fn write(tx: &Tx, entries: &[Entry]) {
    let mut heads = Vec::new();
    let (mut subjects, mut seen) = (Vec::new(), Vec::new());
    for entry in entries {
        let id = tx.state.chance.id(tx.now);
        heads.push(values![
            id,
            tx.now,
            entry.actor,
            entry.role.map(|role| role.to_string()),
            entry.office.clone(),
            entry.operation.clone(),
            entry.purpose.to_string(),
            entry.query.clone(),
            entry.reason.clone(),
            entry.cause.clone(),
        ]);
        let mut persons: Vec<_> = entry.subjects.clone();
        persons.sort_by_key(|subject| (subject.person, subject.registration));
        persons.dedup();
        subjects.extend(persons.iter().map(|subject| values![id, subject.person, subject.registration]));
        let accounts: BTreeSet<Uuid> = entry.accounts.iter().map(|account| account.0).collect();
        seen.extend(accounts.into_iter().map(|account| values![id, account]));
    }
    ENTRIES.insert(tx, heads);
    SUBJECTS.insert(tx, subjects);
    ACCOUNTS.insert(tx, seen);
}

/// Something that concerns the safety of the service.
pub fn note(tx: &Tx, event: &super::security::Event) {
    tx.write(
        1,
        "insert into security_event (id, at, kind, account, operation, cause) values ($1, $2, $3, $4, $5, $6)",
        values![
            tx.state.chance.id(tx.now),
            tx.now,
            event.kind.to_string(),
            event.account,
            event.operation.clone(),
            event.cause.clone()
        ],
    );
}

/// The operation under which a key is noted.
pub const USE_KEY: &str = "use_key";

/// Ids of the keys that were noted.
pub async fn keys(db: &impl ConnectionTrait) -> Result<Vec<String>, ApiError> {
    #[derive(FromQueryResult)]
    struct Key {
        cause: String,
    }
    let sql = "select cause from security_event where kind = 'configuration_changed' and operation = $1";
    let rows: Vec<Key> = db.list(sql, values![USE_KEY]).await?;
    Ok(rows.into_iter().map(|row| row.cause).collect())
}

#[derive(FromQueryResult)]
struct EntryRow {
    id: AccessEntryId,
    at: DateTime<Utc>,
    actor: Option<Uuid>,
    actor_name: Option<String>,
    role: Option<String>,
    office: Option<String>,
    operation: String,
    purpose: String,
    reason: Option<String>,
    cause: String,
    subjects: i64,
    /// The actor, where it is an account: a program has none.
    account: Option<AccountId>,
}

/// Which entries somebody wants to see; what is not said is not asked for.
#[derive(Debug, Clone)]
pub struct Looked {
    pub actor: Option<Uuid>,
    pub person: Option<PersonId>,
    pub office: Option<String>,
    pub operation: Option<String>,
    pub purpose: Option<Purpose>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
}

impl Looked {
    fn filter(&self, values: &mut Vec<Value>) -> String {
        let asked = [
            ("e.actor =", self.actor.map(Value::from)),
            ("e.office =", self.office.clone().map(Value::from)),
            ("e.operation =", self.operation.clone().map(Value::from)),
            ("e.purpose =", self.purpose.map(|purpose| purpose.to_string().into())),
            ("e.at >=", self.from.map(Value::from)),
            ("e.at <", self.until.map(Value::from)),
        ];
        all_of(asked, values)
    }

    /// The entries of one person are gathered first: they are few, and the whole log is long.
    fn of_person(&self, values: &mut Vec<Value>) -> [String; 2] {
        let Some(person) = self.person else { return Default::default() };
        values.push(person.into());
        let of = format!(
            "with of as materialized (select distinct entry from access_subject where person = ${}) ",
            values.len()
        );
        [of, " join of on of.entry = e.id".to_owned()]
    }
}

/// Conditions that must all hold.
fn all_of<const N: usize>(asked: [(&str, Option<Value>); N], values: &mut Vec<Value>) -> String {
    let mut filter = String::new();
    for (column, value) in asked.into_iter().filter_map(|(column, value)| Some((column, value?))) {
        values.push(value);
        filter.push_str(&format!(" and {column} ${}", values.len()));
    }
    filter
}

/// Newest first, each with the account that acted.
pub async fn entries(
    db: &impl ConnectionTrait,
    looked: &Looked,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<(AccessEntry, Option<AccountId>)>, ApiError> {
    let (at, id) = before(after);
    let mut values = values![at, id, i64::try_from(limit).unwrap_or(100)];
    let [of, join] = looked.of_person(&mut values);
    let filter = looked.filter(&mut values);
    let sql = format!(
        "{of}select e.id, e.at, e.actor, coalesce(a.name, c.name) as actor_name, e.role, e.office, e.operation,
            e.purpose, e.reason, e.cause,
            (select count(*) from access_subject s where s.entry = e.id)
                + (select count(*) from access_account s where s.entry = e.id) as subjects,
            a.id as account
         from (select e.* from access_entry e{join} where (e.at, e.id) < ($1, $2){filter}
            order by e.at desc, e.id desc limit $3) e
         left join account a on a.id = e.actor
         left join api_client c on c.id = e.actor
         order by e.at desc, e.id desc"
    );
    let rows: Vec<EntryRow> = db.list(&sql, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let entry = AccessEntry {
                id: row.id,
                at: row.at,
                actor: row.actor.map(|id| id.to_string()),
                actor_name: row.actor_name,
                role: row.role.and_then(|role| role.parse().ok()),
                office: row.office,
                operation: row.operation,
                purpose: row.purpose,
                reason: row.reason,
                cause: row.cause,
                subjects: row.subjects,
            };
            (entry, row.account)
        })
        .collect())
}

#[derive(FromQueryResult)]
struct EventRow {
    id: SecurityEventId,
    at: DateTime<Utc>,
    kind: String,
    account: Option<AccountId>,
    colleague: Option<String>,
    email: Option<String>,
    operation: String,
    cause: String,
}

/// Which events somebody wants to see; what is not said is not asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub kind: Option<Kind>,
    pub account: Option<AccountId>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
}

impl Wanted {
    fn filter(&self, values: &mut Vec<Value>) -> String {
        let asked = [
            ("e.kind =", self.kind.map(|kind| kind.to_string().into())),
            ("e.account =", self.account.map(Value::from)),
            ("e.at >=", self.from.map(Value::from)),
            ("e.at <", self.until.map(Value::from)),
        ];
        all_of(asked, values)
    }
}

/// Newest first.
pub async fn events(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<SecurityEvent>, ApiError> {
    let (at, id) = before(after);
    let mut values = values![at, id, i64::try_from(limit).unwrap_or(100)];
    let filter = wanted.filter(&mut values);
    let sql = format!(
        "select e.id, e.at, e.kind, e.account, case when s.account is not null then a.name end as colleague, a.email,
            e.operation, e.cause
         from (select * from security_event e where (e.at, e.id) < ($1, $2){filter}
            order by e.at desc, e.id desc limit $3) e
         left join account a on a.id = e.account left join staff s on s.account = a.id
         order by e.at desc, e.id desc"
    );
    let rows: Vec<EventRow> = db.list(&sql, values).await?;
    let event = |row: EventRow| SecurityEvent {
        id: row.id,
        at: row.at,
        kind: row.kind,
        account: row.account,
        account_name: row.colleague.or(row.email.as_deref().map(masked)),
        operation: row.operation,
        cause: row.cause,
    };
    Ok(rows.into_iter().map(event).collect())
}

/// Who signs in with this address: a colleague by name, anybody else as the log shows them.
pub async fn account(db: &impl ConnectionTrait, email: &str) -> Result<Option<FoundAccount>, ApiError> {
    #[derive(FromQueryResult)]
    struct Found {
        id: AccountId,
        email: String,
        colleague: Option<String>,
    }
    let sql = "select a.id, a.email, case when s.account is not null then a.name end as colleague
        from account a left join staff s on s.account = a.id where a.email_key = $1";
    let row: Option<Found> = db.find(sql, values![email.to_owned()]).await?;
    Ok(row.map(|row| FoundAccount { id: row.id, name: row.colleague.unwrap_or_else(|| masked(&row.email)) }))
}

/// Of whom such a document is known, in the order in which they came.
pub async fn persons(
    db: &impl ConnectionTrait,
    issuer: &str,
    number: &str,
) -> Result<Vec<PersonId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        person: PersonId,
    }
    let sql = "select distinct i.person from identity_document d join identity i on i.id = d.identity
        where d.number = $1 and d.issuer = $2 order by i.person limit 20";
    let rows: Vec<Row> = db.list(sql, values![number.to_owned(), issuer.to_owned()]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// `kamran@example.az` is `k…@example.az`: whose it is can be asked, not read.
pub fn masked(email: &str) -> String {
    let (name, place) = email.rsplit_once('@').unwrap_or((email, ""));
    let first = name.chars().next().map(String::from).unwrap_or_default();
    format!("{first}…@{place}")
}

/// Where a list that runs backwards in time begins.
pub fn before(after: Option<After>) -> (DateTime<Utc>, Uuid) {
    let end = DateTime::from_timestamp(32_503_680_000, 0).unwrap_or_default();
    after.map_or((end, Uuid::max()), |after| (after.at, after.id))
}
