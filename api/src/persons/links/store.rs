//! Codes, links, and persons by their documents.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use shared::{
    ids::{AccountId, DocumentId, PersonId},
    persons::{LinkedAccount, PersonRow},
    registrations::{DocumentKind, Sex},
};

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
    transparency::masked,
};

/// The newest code is the only one.
pub async fn set_code(tx: &Tx, account: AccountId, hash: &str, until: DateTime<Utc>) -> Result<(), ApiError> {
    tx.run(
        "insert into link_code (account, code_hash, until) values ($1, $2, $3)
         on conflict (account) do update set code_hash = $2, until = $3",
        values![account, hash.to_owned(), until],
    )
    .await?;
    Ok(())
}

/// The account that shows a code, and the code is used up; nothing where it is too old.
pub async fn use_code(tx: &Tx, hash: &str) -> Result<Option<AccountId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Code {
        account: AccountId,
    }
    let code: Option<Code> = tx
        .find(
            "delete from link_code where code_hash = $1 and until > $2 returning account",
            values![hash.to_owned(), tx.now],
        )
        .await?;
    Ok(code.map(|code| code.account))
}

#[derive(FromQueryResult)]
struct Found {
    id: PersonId,
    document: DocumentId,
    kind: DocumentKind,
    surname: String,
    given_names: String,
    sex: Sex,
    birth_date: NaiveDate,
    citizenship: String,
    expires_on: NaiveDate,
    version: i64,
    email: Option<String>,
    linked_at: Option<DateTime<Utc>>,
    linked_by: Option<String>,
}

impl Found {
    fn row(self) -> PersonRow {
        let account = self.email.zip(self.linked_at).map(|(email, linked_at)| LinkedAccount {
            email: masked(&email),
            linked_at,
            linked_by: self.linked_by.unwrap_or_default(),
        });
        PersonRow {
            id: self.id,
            document: self.document,
            kind: self.kind,
            surname: self.surname,
            given_names: self.given_names,
            sex: self.sex,
            birth_date: self.birth_date,
            citizenship: self.citizenship,
            expires_on: self.expires_on,
            account,
            version: self.version,
        }
    }
}

const FOUND: &str =
    "select p.id, d.id as document, d.kind, i.surname, i.given_names, i.sex, i.birth_date, i.citizenship,
        d.expires_on, p.version, a.email, l.linked_at, o.name as linked_by
    from identity_document d
    join identity i on i.id = d.identity
    join person p on p.id = i.person
    left join person_link l on l.person = p.id and l.ended_at is null
    left join account a on a.id = l.account
    left join account o on o.id = l.linked_by";

/// Everybody who was stated so, by the newest statement.
pub async fn search(
    db: &impl ConnectionTrait,
    issuer: &str,
    number: &str,
    born: NaiveDate,
) -> Result<Vec<PersonRow>, ApiError> {
    let rows: Vec<Found> = db
        .list(
            &format!(
                "{FOUND} where d.number = $1 and d.issuer = $2 and i.birth_date = $3
                 order by i.observed_at desc, d.id desc limit 50"
            ),
            values![number.to_owned(), issuer.to_owned(), born],
        )
        .await?;
    let mut persons: Vec<PersonRow> = Vec::new();
    for row in rows.into_iter().map(Found::row) {
        if persons.iter().all(|known| known.id != row.id) {
            persons.push(row);
        }
    }
    Ok(persons)
}

/// A person by one of their documents; nothing where it is another's.
pub async fn person(
    db: &impl ConnectionTrait,
    id: PersonId,
    document: DocumentId,
) -> Result<Option<PersonRow>, ApiError> {
    let row: Option<Found> =
        db.find(&format!("{FOUND} where p.id = $1 and d.id = $2"), values![id, document]).await?;
    Ok(row.map(Found::row))
}

pub fn add_link(tx: &Tx, account: AccountId, person: PersonId, document: DocumentId) {
    tx.write(
        1,
        "insert into person_link (id, account, person, document, linked_at, linked_by)
         values ($1, $2, $3, $4, $5, $6)",
        values![tx.state.chance.id(tx.now), account, person, document, tx.now, tx.by.principal],
    );
}

/// A link that was ended.
#[derive(Debug, FromQueryResult)]
pub struct Ended {
    pub account: AccountId,
    pub document: DocumentId,
}

pub async fn end_link(tx: &Tx, person: PersonId) -> Result<Option<Ended>, ApiError> {
    tx.find(
        "update person_link set ended_at = $2, ended_by = $3 where person = $1 and ended_at is null
         returning account, document",
        values![person, tx.now, tx.by.principal],
    )
    .await
}
