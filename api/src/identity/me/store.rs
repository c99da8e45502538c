//! My own rows.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, SqlErr, Statement, Value};
use shared::{
    identity::{Language, PartyKind, PartyView},
    ids::{AccountId, PartyId, PersonId},
};
use uuid::Uuid;

use super::known::Known;
use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
    http::query::After,
    identity::store::{AccountRow, SessionRow},
};

#[derive(FromQueryResult)]
struct PartyRow {
    id: PartyId,
    kind: PartyKind,
    name: String,
    fin: Option<String>,
    voen: Option<String>,
}

pub async fn party(db: &impl ConnectionTrait, id: PartyId) -> Result<Option<PartyView>, ApiError> {
    let row: Option<PartyRow> =
        db.find("select id, kind, name, fin, voen from party where id = $1", values![id]).await?;
    Ok(row.map(|PartyRow { id, kind, name, fin, voen }| PartyView { id, kind, name, fin, voen }))
}

/// What an account says of its owner, but the address it signs in with.
#[derive(Debug, Clone)]
pub struct Contact {
    pub name: String,
    pub phone: Option<String>,
    pub language: Language,
}

/// Changes what was seen at `version`; `false` where it is another one by now.
pub async fn change(
    db: &impl ConnectionTrait,
    id: AccountId,
    contact: &Contact,
    version: i64,
) -> Result<bool, ApiError> {
    let changed = db
        .run(
            "update account set name = $3, phone = $4, language = $5, version = version + 1
             where id = $1 and version = $2",
            values![id, version, contact.name.clone(), contact.phone.clone(), contact.language.to_string(),],
        )
        .await?;
    Ok(changed == 1)
}

/// An address that waits for its code.
#[derive(Debug, FromQueryResult)]
pub struct Wish {
    pub email: String,
    pub email_key: String,
    pub code_hash: String,
}

/// The newest wish counts. Wrong codes count on while a code is out, whatever the address: another wish gives no
/// further guesses.
pub async fn add_wish(
    db: &impl ConnectionTrait,
    id: AccountId,
    wish: &Wish,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "insert into email_change (account, email, email_key, code_hash, until, tries)
         values ($1, $2, $3, $4, $5, 0)
         on conflict (account) do update set email = $2, email_key = $3, code_hash = $4, until = $5,
            tries = case when email_change.until > $6 then email_change.tries else 0 end",
        values![id, wish.email.clone(), wish.email_key.clone(), wish.code_hash.clone(), until, now],
    )
    .await?;
    Ok(())
}

/// What an account waits for.
pub async fn wish(
    db: &impl ConnectionTrait,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<Option<Wish>, ApiError> {
    db.find(
        "select email, email_key, code_hash from email_change where account = $1 and until > $2",
        values![id, now],
    )
    .await
}

/// Counts a try and answers what it is for; nothing where the code is too old or five were tried.
pub async fn try_code(
    db: &impl ConnectionTrait,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<Option<Wish>, ApiError> {
    db.find(
        "update email_change set tries = tries + 1 where account = $1 and until > $2 and tries < 5
         returning email, email_key, code_hash",
        values![id, now],
    )
    .await
}

/// From now on the account signs in with it. Two who take one address at once: the later one tries again and sees it.
pub async fn set_email(db: &impl ConnectionTrait, id: AccountId, wish: &Wish) -> Result<(), ApiError> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "update account set email = $2, email_key = $3, version = version + 1 where id = $1",
        values![id, wish.email.clone(), wish.email_key.clone()],
    );
    match db.execute_raw(statement).await {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(ApiError::Collided("two changes to one address".into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Sessions seen since `awake` that end after `now`, newest first.
pub async fn sessions(
    db: &impl ConnectionTrait,
    account: AccountId,
    awake: DateTime<Utc>,
    now: DateTime<Utc>,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<SessionRow>, ApiError> {
    let (at, id) = after.map_or((now, Uuid::max()), |after| (after.at, after.id));
    db.list(
        "select id, account, refresh_hash, spent_hash, spent_at, generation, seed, device, peer, started_at, seen_at,
            ends_at
         from session
         where account = $1 and ended_at is null and seen_at > $2 and ends_at > $3 and (started_at, id) < ($4, $5)
         order by started_at desc, id desc limit $6",
        values![account, awake, now, at, id, i64::try_from(limit).unwrap_or(100)],
    )
    .await
}

/// An active account by one condition.
pub async fn known(
    db: &impl ConnectionTrait,
    condition: &str,
    value: Value,
) -> Result<Option<Known>, ApiError> {
    let sql = format!(
        "select a.id, a.person, w.account is not null as staff
         from account a left join staff w on w.account = a.id where {condition} and a.state = 'active'"
    );
    db.find(&sql, vec![value]).await
}

/// The row is the person's, or nobody's again.
pub async fn set_person(tx: &Tx, id: AccountId, person: Option<PersonId>) -> Result<(), ApiError> {
    let since = person.map(|_| tx.now);
    tx.run(
        "update account set person = $2, linked_at = $3, version = version + 1 where id = $1",
        values![id, person, since],
    )
    .await?;
    Ok(())
}

/// The row stays for the journals that name it, without address, telephone and password; of who received guests the name
/// stays too. Programs end where nobody else is left to answer for them.
pub async fn close(tx: &Tx, known: &AccountRow) -> Result<(), ApiError> {
    let free = format!("closed:{}", known.id);
    let closed = tx
        .run(
            "update account set state = 'closed', email = $3, email_key = $3, phone = null, password = null,
                confirm_hash = null, person = null, linked_at = null, version = version + 1,
                name = case when exists (select 1 from membership where account = $1) then name else '' end
             where id = $1 and version = $2",
            values![known.id, known.version, free],
        )
        .await?;
    if closed != 1 {
        return Err(ApiError::Stale("account"));
    }
    tx.run(
        "update api_client set ended_at = $2, version = version + 1
         where ended_at is null
            and party in (select party from membership where account = $1 and ended_at is null)
            and not exists (select 1 from membership m
                where m.party = api_client.party and m.account <> $1 and m.ended_at is null)",
        values![known.id, tx.now],
    )
    .await?;
    tx.run(
        "update membership set ended_at = $2 where account = $1 and ended_at is null",
        values![known.id, tx.now],
    )
    .await?;
    Ok(())
}
