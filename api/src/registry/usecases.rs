//! What other rooms ask of the registry, inside their own act.
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

pub use super::store::{KNOWN, KnownRow, NEAREST};
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
    /// Nobody stated this person before: there is nothing to look up.
    pub new: bool,
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

/// Writes down what a document states, finds or makes the person, and holds the person for this act. `rows` are
/// what [`KNOWN`] read.
pub async fn observe(tx: &Tx, stated: &Stated<'_>, rows: &[KnownRow]) -> Result<Observed, ApiError> {
    let known: Vec<_> = rows.iter().map(KnownRow::known).collect();
    let (person, seq, kind) = match rules::judge(&known, &stated.fingerprint, &stated.name_key, stated.born) {
        Verdict::Same(person) => {
            store::lock(tx, person).await?;
            let same = rows.iter().find(|row| row.fingerprint == stated.fingerprint);
            let same = same.ok_or_else(|| ApiError::broken("a document was lost"))?;
            return Ok(Observed { person, document: same.document, new: false });
        }
        Verdict::Again(person) => (person, store::lock(tx, person).await?, "linked"),
        Verdict::New { doubtful } => {
            let person = PersonId(tx.state.chance.id(tx.now));
            store::add_person(tx, person);
            for other in doubtful {
                store::add_candidate(tx, person, other).await?;
            }
            (person, store::FIRST, "created")
        }
    };
    let document = DocumentId(tx.state.chance.id(tx.now));
    store::add_identity(tx, person, document, stated);
    store::add_event(tx, person, seq, kind, document);
    Ok(Observed { person, document, new: kind == "created" })
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
    let part = |part: &Option<String>| fold(part.as_deref().unwrap_or_default());
    let key = [
        address.district.clone(),
        part(&address.settlement),
        fold(&address.street),
        fold(&address.house),
        part(&address.flat),
    ];
    store::address(tx, address, &key.join("|")).await
}
