//! Persons, identities, documents and addresses.
use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use shared::{
    ids::{DocumentId, IdentityId, PersonId},
    premises::Address,
};
use uuid::Uuid;

use super::{rules::Known, usecases::Stated};
use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

/// What a document number was stated to be before, as [`KNOWN`] reads it.
#[derive(Debug, FromQueryResult)]
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

/// The version of a person who has just been stated.
pub const FIRST: i64 = 1;

/// A person nobody stated before.
pub fn add_person(tx: &Tx, person: PersonId) {
    tx.write(
        1,
        "insert into person (id, created_at, version) values ($1, $2, $3)",
        values![person, tx.now, FIRST],
    );
}

/// Locks the person for this act: registrations of one person queue up here.
pub async fn lock(tx: &Tx, person: PersonId) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Version {
        version: i64,
    }
    let row: Option<Version> = tx
        .find("update person set version = version + 1 where id = $1 returning version", values![person])
        .await?;
    row.map(|row| row.version).ok_or(ApiError::NotFound("person"))
}

/// An identity as a document states it. The same statement at the same moment from elsewhere collides.
pub fn add_identity(tx: &Tx, person: PersonId, document: DocumentId, stated: &Stated) {
    let identity = tx.state.chance.id(tx.now);
    let guest = stated.guest;
    tx.write(
        1,
        "insert into identity (id, person, source, surname, given_names, name_key, sex, birth_date, citizenship,
            observed_at)
         values ($1, $2, 'host', $3, $4, $5, $6, $7, $8, $9)",
        values![
            identity,
            person,
            guest.surname.clone(),
            guest.given_names.clone(),
            stated.name_key.clone(),
            guest.sex.to_string(),
            stated.born,
            guest.citizenship.clone(),
            tx.now
        ],
    );
    tx.write(
        1,
        "insert into identity_document (id, identity, kind, issuer, number, expires_on, fingerprint)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![
            document,
            identity,
            guest.document.kind.to_string(),
            guest.document.issuer.clone(),
            guest.document.number.clone(),
            stated.expires,
            stated.fingerprint.clone()
        ],
    );
}

/// Two persons that may be one: an officer looks.
pub async fn add_candidate(tx: &Tx, person: PersonId, other: PersonId) -> Result<(), ApiError> {
    tx.run(
        "insert into match_candidate (id, person, other, reason, found_at)
         values ($1, $2, $3, 'same_document_other_name', $4) on conflict do nothing",
        values![tx.state.chance.id(tx.now), person, other, tx.now],
    )
    .await?;
    Ok(())
}

/// The registry's journal: ids and codes only.
pub fn add_event(tx: &Tx, person: PersonId, seq: i64, kind: &str, document: DocumentId) {
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
            format!("{{\"document\":\"{document}\"}}"),
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
