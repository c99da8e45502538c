//! Persons, identities, documents and addresses.
use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use shared::{
    ids::{DocumentId, IdentityId, PersonId},
    premises::Address,
    registrations::Guest,
};
use uuid::Uuid;

use super::rules::Known;
use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

#[derive(FromQueryResult)]
struct KnownRow {
    document: DocumentId,
    person: PersonId,
    identity: IdentityId,
    fingerprint: String,
    name_key: String,
    birth_date: NaiveDate,
}

/// The same statement first, then those of the same name and day of birth, then what else a document number was stated
/// to be; with the document's own id. Another act that states the same collides with the fingerprint.
pub async fn known(
    tx: &Tx,
    issuer: &str,
    number: &str,
    fingerprint: &str,
    (name_key, birth): (&str, NaiveDate),
) -> Result<Vec<(DocumentId, Known)>, ApiError> {
    let rows: Vec<KnownRow> = tx
        .look()
        .list(
            "select d.id as document, i.person, i.id as identity, d.fingerprint, i.name_key, i.birth_date
             from identity_document d join identity i on i.id = d.identity
             where d.number = $1 and d.issuer = $2
             order by d.fingerprint <> $3, i.name_key <> $4 or i.birth_date <> $5, i.observed_at, i.id limit 50",
            values![number.to_owned(), issuer.to_owned(), fingerprint.to_owned(), name_key.to_owned(), birth],
        )
        .await?;
    let known = |row: KnownRow| {
        let KnownRow { document, person, identity, fingerprint, name_key, birth_date } = row;
        (document, Known { person, identity, fingerprint, name_key, birth_date })
    };
    Ok(rows.into_iter().map(known).collect())
}

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
pub fn add_identity(
    tx: &Tx,
    person: PersonId,
    document: DocumentId,
    guest: &Guest,
    dates: (NaiveDate, NaiveDate),
    fingerprint: &str,
) {
    let identity = tx.state.chance.id(tx.now);
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
            super::usecases::name_key(guest),
            guest.sex.to_string(),
            dates.0,
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
            dates.1,
            fingerprint.to_owned()
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
