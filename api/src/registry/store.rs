//! Persons, identities, documents and addresses.
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use shared::{
    ids::{DocumentId, IdentityId, PersonId},
    premises::Address,
};
use uuid::Uuid;

use super::{rules::Known, usecases::Stated};
use crate::{
    act::Tx,
    db::{Sql, Table, among, values},
    error::ApiError,
};

/// What a document number was stated to be before, as [`KNOWN`] reads it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KnownRow {
    pub document: DocumentId,
    pub person: PersonId,
    identity: IdentityId,
    pub fingerprint: String,
    name_key: String,
    birth_date: NaiveDate,
}

impl KnownRow {
    pub fn known(&self) -> Known {
        Known {
            person: self.person,
            identity: self.identity,
            fingerprint: self.fingerprint.clone(),
            name_key: self.name_key.clone(),
            birth_date: self.birth_date,
        }
    }
}

/// Read beside a row of whoever asks, as `known`: the registry is on the way of every registration, and a statement of
/// its own is a round trip. `$1` and `$2` are the document, by [`Stated::values`](super::usecases::Stated::values).
pub const KNOWN: &str = "left join (
        select d.id as known_document, i.person as known_person, i.id as known_identity,
            d.fingerprint as known_fingerprint, i.name_key as known_name_key, i.birth_date as known_birth_date,
            i.observed_at as known_at
        from identity_document d join identity i on i.id = d.identity
        where d.number = $1 and d.issuer = $2
    ) known on true";

/// The same statement first, then those of the same name and day of birth, then what else a document number was stated
/// to be. Another act that states the same collides with the fingerprint.
pub const NEAREST: &str = "order by known_fingerprint <> $3, known_name_key <> $4 or known_birth_date <> $5,
        known_at, known_identity limit 50";

/// What [`KNOWN`] and [`NEAREST`] would read for each of many statements, in one reading.
pub async fn known(db: &impl ConnectionTrait, all: &[&Stated<'_>]) -> Result<Vec<Vec<KnownRow>>, ApiError> {
    #[derive(FromQueryResult)]
    struct Found {
        number: String,
        issuer: String,
        observed_at: DateTime<Utc>,
        #[sea_orm(nested)]
        known: KnownRow,
    }
    let mut numbers: Vec<_> = all.iter().map(|stated| &stated.guest.document.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut values = Vec::new();
    let among = among(db, &mut values, numbers.into_iter().map(|number| number.clone().into()), "");
    let sql = format!(
        "select d.number, d.issuer, i.observed_at, d.id as document, i.person, i.id as identity, d.fingerprint,
            i.name_key, i.birth_date
         from identity_document d join identity i on i.id = d.identity where d.number {among}"
    );
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for Found { number, issuer, observed_at, known } in db.list(&sql, values).await? {
        found.entry((number, issuer)).or_default().push((observed_at, known));
    }
    let of = |stated: &&Stated<'_>| {
        let document = &stated.guest.document;
        let mut rows =
            found.get(&(document.number.clone(), document.issuer.clone())).cloned().unwrap_or_default();
        rows.sort_by_key(|(at, row)| {
            let other = row.name_key != stated.name_key || row.birth_date != stated.born;
            (row.fingerprint != stated.fingerprint, other, *at, row.identity)
        });
        rows.into_iter().map(|(_, row)| row).take(50).collect()
    };
    Ok(all.iter().map(of).collect())
}

/// The version of a person who has just been stated.
pub const FIRST: i64 = 1;

/// Locks the persons for this act: registrations of one person queue up here. Always in the same order, or two acts would
/// wait for each other. Answers their versions.
pub async fn lock(tx: &Tx, persons: &[PersonId]) -> Result<BTreeMap<PersonId, i64>, ApiError> {
    #[derive(FromQueryResult)]
    struct Version {
        id: PersonId,
        version: i64,
    }
    if persons.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut values = Vec::new();
    let some = among(tx, &mut values, persons.iter().map(|person| (*person).into()), "::uuid[]");
    let some = if persons.len() > 1 && tx.get_database_backend() == DbBackend::Postgres {
        format!("in (select id from person where id {some} order by id for update)")
    } else {
        some
    };
    let sql = format!("update person set version = version + 1 where id {some} returning id, version");
    let rows: Vec<Version> = tx.list(&sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.version)).collect())
}

const PERSONS: Table = Table {
    name: "person",
    columns: &[("id", "::uuid"), ("created_at", "::timestamptz"), ("version", "::bigint")],
};

const IDENTITIES: Table = Table {
    name: "identity",
    columns: &[
        ("id", "::uuid"),
        ("person", "::uuid"),
        ("source", ""),
        ("surname", ""),
        ("given_names", ""),
        ("name_key", ""),
        ("sex", ""),
        ("birth_date", "::date"),
        ("citizenship", ""),
        ("observed_at", "::timestamptz"),
    ],
};

const DOCUMENTS: Table = Table {
    name: "identity_document",
    columns: &[
        ("id", "::uuid"),
        ("identity", "::uuid"),
        ("kind", ""),
        ("issuer", ""),
        ("number", ""),
        ("expires_on", "::date"),
        ("fingerprint", ""),
    ],
};

const EVENTS: Table = Table {
    name: "registry_event",
    columns: &[
        ("id", "::uuid"),
        ("person", "::uuid"),
        ("seq", "::bigint"),
        ("kind", ""),
        ("actor", "::uuid"),
        ("at", "::timestamptz"),
        ("payload", ""),
        ("cause", ""),
    ],
};

const CANDIDATES: Table = Table {
    name: "match_candidate",
    columns: &[
        ("id", "::uuid"),
        ("person", "::uuid"),
        ("other", "::uuid"),
        ("reason", ""),
        ("found_at", "::timestamptz"),
    ],
};

/// What is written of statements that were not made before, to the letter.
#[derive(Default)]
pub struct Rows {
    persons: Vec<Vec<Value>>,
    candidates: Vec<Vec<Value>>,
    identities: Vec<Vec<Value>>,
    documents: Vec<Vec<Value>>,
    events: Vec<Vec<Value>>,
}

impl Rows {
    /// A person nobody stated before.
    pub fn person(&mut self, tx: &Tx, person: PersonId) {
        self.persons.push(values![person, tx.now, FIRST]);
    }

    /// Two persons that may be one: an officer looks.
    pub fn candidate(&mut self, tx: &Tx, person: PersonId, other: PersonId) {
        let id = tx.state.chance.id(tx.now);
        self.candidates.push(values![id, person, other, "same_document_other_name", tx.now]);
    }

    /// An identity as a document states it. The same statement at the same moment from elsewhere collides.
    pub fn identity(&mut self, tx: &Tx, person: PersonId, document: DocumentId, stated: &Stated<'_>) {
        let identity = tx.state.chance.id(tx.now);
        let guest = stated.guest;
        self.identities.push(values![
            identity,
            person,
            "host",
            guest.surname.clone(),
            guest.given_names.clone(),
            stated.name_key.clone(),
            guest.sex.to_string(),
            stated.born,
            guest.citizenship.clone(),
            tx.now
        ]);
        self.documents.push(values![
            document,
            identity,
            guest.document.kind.to_string(),
            guest.document.issuer.clone(),
            guest.document.number.clone(),
            stated.expires,
            stated.fingerprint.clone()
        ]);
    }

    /// The registry's journal: ids and codes only.
    pub fn event(&mut self, tx: &Tx, person: PersonId, seq: i64, kind: &str, document: DocumentId) {
        self.events.push(values![
            tx.state.chance.id(tx.now),
            person,
            seq,
            kind.to_owned(),
            tx.by.principal,
            tx.now,
            format!("{{\"document\":\"{document}\"}}"),
            tx.actor.call.request_id.clone()
        ]);
    }

    pub fn write(self, tx: &Tx) {
        PERSONS.insert(tx, self.persons);
        CANDIDATES.insert_new(tx, self.candidates);
        IDENTITIES.insert(tx, self.identities);
        DOCUMENTS.insert(tx, self.documents);
        EVENTS.insert(tx, self.events);
    }
}

/// The person's version.
pub async fn version(tx: &Tx, person: PersonId) -> Result<Option<i64>, ApiError> {
    #[derive(FromQueryResult)]
    struct Version {
        version: i64,
    }
    let row: Option<Version> = tx.find("select version from person where id = $1", values![person]).await?;
    Ok(row.map(|row| row.version))
}

/// One more event of the registry's journal: ids and codes only.
pub fn add_event(tx: &Tx, person: PersonId, seq: i64, kind: &str, payload: &serde_json::Value) {
    tx.write(
        1,
        "insert into registry_event (id, person, seq, kind, actor, at, payload, cause)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            tx.state.chance.id(tx.now),
            person,
            seq,
            kind.to_owned(),
            tx.by.principal,
            tx.now,
            payload.to_string(),
            tx.actor.call.request_id.clone()
        ],
    );
}

#[derive(FromQueryResult)]
struct AddressRow {
    id: Uuid,
}

/// The address's id; an address written the same way is one row. One written otherwise is a row of its own with the
/// same key: nobody is shown another's spelling.
pub async fn address(tx: &Tx, address: &Address, key: &str) -> Result<Uuid, ApiError> {
    let known: Option<AddressRow> = tx
        .find(
            "select id from address where address_key = $1 and street = $2 and house = $3
                and coalesce(settlement, '') = $4 and coalesce(flat, '') = $5 order by id limit 1",
            values![
                key.to_owned(),
                address.street.clone(),
                address.house.clone(),
                address.settlement.clone().unwrap_or_default(),
                address.flat.clone().unwrap_or_default()
            ],
        )
        .await?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    let id = tx.state.chance.id(tx.now);
    tx.run(
        "insert into address (id, district, settlement, street, house, flat, address_key)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![
            id,
            address.district.clone(),
            address.settlement.clone(),
            address.street.clone(),
            address.house.clone(),
            address.flat.clone(),
            key.to_owned()
        ],
    )
    .await?;
    Ok(id)
}
