//! What is kept of one account and one person, read as a whole.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use shared::{
    ids::{AccountId, PersonId},
    persons::{Consent, MyIdentity, MyLink, MySession},
};

use crate::{
    db::{Sql, values},
    error::ApiError,
};

#[derive(FromQueryResult)]
struct Since {
    created_at: DateTime<Utc>,
}

/// When an account was opened.
pub async fn opened(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<DateTime<Utc>>, ApiError> {
    let row: Option<Since> =
        db.find("select created_at from account where id = $1", values![account]).await?;
    Ok(row.map(|row| row.created_at))
}

/// When a person was first stated.
pub async fn known_since(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<DateTime<Utc>>, ApiError> {
    let row: Option<Since> = db.find("select created_at from person where id = $1", values![person]).await?;
    Ok(row.map(|row| row.created_at))
}

pub async fn consents(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Consent>, ApiError> {
    let sql = "select document, version, at from consent where account = $1 order by at, document";
    db.list(sql, values![account]).await
}

pub async fn sessions(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<MySession>, ApiError> {
    db.list(
        "select device, peer as place, started_at, seen_at, ended_at from session where account = $1
         order by started_at desc, id desc",
        values![account],
    )
    .await
}

pub async fn links(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<MyLink>, ApiError> {
    let sql =
        "select linked_at, ended_at from person_link where account = $1 order by linked_at desc, id desc";
    db.list(sql, values![account]).await
}

pub async fn identities(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<MyIdentity>, ApiError> {
    db.list(
        "select i.source, i.observed_at, i.surname, i.given_names, i.sex, i.birth_date, i.citizenship,
            d.kind as document_kind, d.issuer as document_issuer, d.number as document_number,
            d.expires_on as document_expires_on
         from identity i join identity_document d on d.identity = i.id where i.person = $1
         order by i.observed_at desc, d.id desc",
        values![person],
    )
    .await
}
