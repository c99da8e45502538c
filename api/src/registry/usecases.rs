//! What other rooms ask of the registry, inside their own act.
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::Value;
use sha2::{Digest, Sha256};
use shared::{
    fold::fold,
    ids::{DocumentId, PersonId},
    premises::Address,
    registrations::Guest,
};
use uuid::Uuid;

pub use super::store::{KNOWN, KnownRow, NEAREST, known};
use super::{
    rules::{self, Verdict},
    store,
};
use crate::{act::Tx, db::values, error::ApiError, http::idempotency::HexDigest};

/// A person and the document by which they were stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    pub person: PersonId,
    pub document: DocumentId,
}

/// What a document states of its holder.
pub struct Stated<'a> {
    pub guest: &'a Guest,
    pub born: NaiveDate,
    pub expires: NaiveDate,
    /// What the holder's name is found by.
    pub name_key: String,
    /// The same statement to the letter has the same fingerprint.
    pub fingerprint: String,
}

impl<'a> Stated<'a> {
    pub fn by(guest: &'a Guest, born: NaiveDate, expires: NaiveDate) -> Self {
        Self { guest, born, expires, name_key: name_key(guest), fingerprint: fingerprint(guest) }
    }

    /// `$1` to `$5` of [`KNOWN`] and [`NEAREST`].
    pub fn values(&self) -> Vec<Value> {
        let Self { guest, born, name_key, fingerprint, .. } = self;
        let document = &guest.document;
        values![
            document.number.clone(),
            document.issuer.clone(),
            fingerprint.clone(),
            name_key.clone(),
            *born
        ]
    }
}

/// Whom a statement means, by what is known of the document.
pub struct Meant<'a> {
    stated: &'a Stated<'a>,
    verdict: Verdict,
    /// The document, where the same was stated before to the letter.
    same: Option<DocumentId>,
}

impl<'a> Meant<'a> {
    /// `rows` are what [`KNOWN`] read, or [`known`].
    pub fn by(stated: &'a Stated<'a>, rows: &[KnownRow]) -> Self {
        let known: Vec<_> = rows.iter().map(KnownRow::known).collect();
        let same = rows.iter().find(|row| row.fingerprint == stated.fingerprint).map(|row| row.document);
        let verdict = rules::judge(&known, &stated.fingerprint, &stated.name_key, stated.born);
        Self { stated, verdict, same }
    }

    /// A statement that a known person asked to have put right: what nobody else stated is theirs.
    #[must_use]
    pub fn of(mut self, person: PersonId) -> Self {
        if matches!(self.verdict, Verdict::New { .. }) {
            self.verdict = Verdict::Again(person);
        }
        self
    }

    /// Who it is, if somebody stated this person before.
    pub fn person(&self) -> Option<PersonId> {
        match self.verdict {
            Verdict::Same(person) | Verdict::Again(person) => Some(person),
            Verdict::New { .. } => None,
        }
    }
}

/// Persons that are held for this act.
pub struct HeldPersons(BTreeMap<PersonId, i64>);

/// Holds the persons that are meant, if they are known.
pub async fn hold(tx: &Tx, meant: &[&Meant<'_>]) -> Result<HeldPersons, ApiError> {
    let persons: BTreeSet<_> = meant.iter().filter_map(|meant| meant.person()).collect();
    store::lock(tx, &persons.into_iter().collect::<Vec<_>>()).await.map(HeldPersons)
}

/// Writes down what documents state, each of another person, and makes the persons who are new.
pub fn write_down(tx: &Tx, held: &HeldPersons, meant: &[&Meant<'_>]) -> Result<Vec<Observed>, ApiError> {
    let mut rows = store::Rows::default();
    let version = |person: &PersonId| held.0.get(person).copied().ok_or(ApiError::NotFound("person"));
    let mut observed = Vec::with_capacity(meant.len());
    for Meant { stated, verdict, same } in meant {
        let (person, seq, kind) = match verdict {
            Verdict::Same(person) => {
                version(person)?;
                let document = same.ok_or_else(|| ApiError::broken("a document was lost"))?;
                observed.push(Observed { person: *person, document });
                continue;
            }
            Verdict::Again(person) => (*person, version(person)?, "linked"),
            Verdict::New { doubtful } => {
                let person = PersonId(tx.state.chance.id(tx.now));
                rows.person(tx, person);
                for other in doubtful {
                    rows.candidate(tx, person, *other);
                }
                (person, store::FIRST, "created")
            }
        };
        let document = DocumentId(tx.state.chance.id(tx.now));
        rows.identity(tx, person, document, stated);
        rows.event(tx, person, seq, kind, document);
        observed.push(Observed { person, document });
    }
    rows.write(tx);
    Ok(observed)
}

/// Writes down what one document states, finds or makes the person, and holds the person for this act. `whose`: where
/// somebody who is known asked for it.
pub async fn observe(
    tx: &Tx,
    stated: &Stated<'_>,
    rows: &[KnownRow],
    whose: Option<PersonId>,
) -> Result<Observed, ApiError> {
    let meant = Meant::by(stated, rows);
    let meant = match whose {
        Some(person) => meant.of(person),
        None => meant,
    };
    let held = hold(tx, &[&meant]).await?;
    let observed = write_down(tx, &held, &[&meant])?.pop();
    observed.ok_or_else(|| ApiError::broken("nobody was stated"))
}

/// The person's version, which every statement and every note raises.
pub async fn version(tx: &Tx, person: PersonId) -> Result<Option<i64>, ApiError> {
    store::version(tx, person).await
}

/// Holds the person for this act and writes into their journal: ids and codes only.
pub async fn note(
    tx: &Tx,
    person: PersonId,
    kind: &str,
    payload: &serde_json::Value,
) -> Result<(), ApiError> {
    let seq = store::lock(tx, &[person]).await?.remove(&person).ok_or(ApiError::NotFound("person"))?;
    store::add_event(tx, person, seq, kind, payload);
    Ok(())
}

/// Folded, surname first: what names are found by.
pub fn name_key(guest: &Guest) -> String {
    fold(format!("{} {}", guest.surname, guest.given_names).trim())
}

fn fingerprint(guest: &Guest) -> String {
    let parts = [
        &guest.document.kind.to_string(),
        &guest.document.issuer,
        &guest.document.number,
        &guest.document.expires_on,
        &guest.surname,
        &guest.given_names,
        &guest.sex.to_string(),
        &guest.birth_date,
        &guest.citizenship,
    ];
    let text = parts.map(String::as_str).join("\u{1f}");
    format!("{:x}", HexDigest(&Sha256::digest(text.as_bytes())))
}

/// The id of an address; spelling is folded, so that one house is one row.
pub async fn address(tx: &Tx, address: &Address) -> Result<Uuid, ApiError> {
    let flat = fold(address.flat.as_deref().unwrap_or_default());
    store::address(tx, address, &format!("{}|{flat}", house_key(address))).await
}

/// What the keys of all addresses of a house begin with.
pub fn house_key(address: &Address) -> String {
    let settlement = fold(address.settlement.as_deref().unwrap_or_default());
    [address.district.clone(), settlement, fold(&address.street), fold(&address.house)].join("|")
}
