//! Accounts, sessions and links: rows in, rows out.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use shared::{
    identity::{Language, PartyKind, SignUp},
    ids::{AccountId, ApiClientId, PartyId, PersonId, SessionId},
};

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

/// What a request's first statement learns of an account.
#[derive(Debug, FromQueryResult)]
pub struct StandingRow {
    pub state: String,
    pub seen_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub department: Option<String>,
    pub roles: Option<String>,
    pub disabled_at: Option<DateTime<Utc>>,
    pub party: Option<PartyId>,
    pub person: Option<PersonId>,
}

pub async fn standing(
    db: &impl ConnectionTrait,
    account: AccountId,
    session: SessionId,
) -> Result<Option<StandingRow>, ApiError> {
    db.find(
        "select a.state, s.seen_at, s.ends_at, w.department, w.roles, w.disabled_at, m.party, a.person
         from session s
         join account a on a.id = s.account
         left join staff w on w.account = a.id
         left join membership m on m.account = a.id and m.ended_at is null
         where s.id = $1 and s.account = $2 and s.ended_at is null",
        values![session, account],
    )
    .await
}

#[derive(Debug, FromQueryResult)]
pub struct ClientStandingRow {
    pub party: PartyId,
    pub scopes: String,
}

pub async fn client_standing(
    db: &impl ConnectionTrait,
    client: ApiClientId,
) -> Result<Option<ClientStandingRow>, ApiError> {
    db.find("select party, scopes from api_client where id = $1 and ended_at is null", values![client]).await
}

/// An account as sign-in sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AccountRow {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    pub phone: Option<String>,
    pub language: Language,
    pub password: Option<String>,
    pub state: String,
    pub confirm_hash: Option<String>,
    pub confirm_until: Option<DateTime<Utc>>,
    pub confirm_tries: i64,
    /// Since when it is known whose it is.
    pub linked_at: Option<DateTime<Utc>>,
    pub version: i64,
}

const ACCOUNT: &str = "select id, email, name, phone, language, password, state, confirm_hash, confirm_until,
    confirm_tries, linked_at, version from account";

pub async fn account_by_email(db: &impl ConnectionTrait, key: &str) -> Result<Option<AccountRow>, ApiError> {
    db.find(&format!("{ACCOUNT} where email_key = $1"), values![key.to_owned()]).await
}

pub async fn account(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<AccountRow>, ApiError> {
    db.find(&format!("{ACCOUNT} where id = $1"), values![id]).await
}

/// Has anybody an account here?
pub async fn any_account(db: &impl ConnectionTrait) -> Result<bool, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        #[expect(dead_code, reason = "that it is there is the answer")]
        id: AccountId,
    }
    let row: Option<Row> = db.find("select id from account limit 1", values![]).await?;
    Ok(row.is_some())
}

/// A new account; `false` where the address serves another one.
pub async fn add_account(
    db: &impl ConnectionTrait,
    account: &AccountRow,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let added = db
        .run(
            "insert into account (id, email, email_key, name, phone, language, password, state, confirm_hash,
                confirm_until, confirm_tries, created_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, 1) on conflict do nothing",
            values![
                account.id,
                account.email.clone(),
                super::usecases::email_key(&account.email),
                account.name.clone(),
                account.phone.clone(),
                account.language.to_string(),
                account.password.clone(),
                account.state.clone(),
                account.confirm_hash.clone(),
                account.confirm_until,
                now,
            ],
        )
        .await?;
    Ok(added == 1)
}

pub struct NewParty<'a> {
    pub id: PartyId,
    pub kind: PartyKind,
    pub name: &'a str,
    pub fin: Option<&'a str>,
    pub voen: Option<&'a str>,
}

pub async fn add_party(
    db: &impl ConnectionTrait,
    party: &NewParty<'_>,
    member: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "insert into party (id, kind, name, fin, voen, created_at) values ($1, $2, $3, $4, $5, $6)",
        values![
            party.id,
            party.kind.to_string(),
            party.name.to_owned(),
            party.fin.map(str::to_owned),
            party.voen.map(str::to_owned),
            now
        ],
    )
    .await?;
    let Some(member) = member else { return Ok(()) };
    db.run(
        "insert into membership (account, party, role, since) values ($1, $2, 'host', $3)",
        values![member, party.id, now],
    )
    .await?;
    Ok(())
}

pub async fn add_consent(
    db: &impl ConnectionTrait,
    account: AccountId,
    document: &str,
    version: &str,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "insert into consent (account, document, version, at) values ($1, $2, $3, $4) on conflict do nothing",
        values![account, document.to_owned(), version.to_owned(), now],
    )
    .await?;
    Ok(())
}

pub async fn set_state(db: &impl ConnectionTrait, id: AccountId, state: &str) -> Result<(), ApiError> {
    db.run(
        "update account set state = $2, confirm_hash = null, confirm_tries = 0, version = version + 1 where id = $1",
        values![id, state.to_owned()],
    )
    .await?;
    Ok(())
}

pub async fn set_confirm_code(
    db: &impl ConnectionTrait,
    id: AccountId,
    hash: &str,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    // Wrong codes count on while a code is out: asking for another one gives no further guesses.
    db.run(
        "update account set confirm_hash = $2, confirm_until = $3,
            confirm_tries = case when confirm_until > $4 then confirm_tries else 0 end
         where id = $1",
        values![id, hash.to_owned(), until, now],
    )
    .await?;
    Ok(())
}

/// Nothing stays of an earlier sign-up that nobody confirmed.
pub async fn forget_sign_up(
    db: &impl ConnectionTrait,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run("update membership set ended_at = $2 where account = $1 and ended_at is null", values![id, now])
        .await?;
    db.run("delete from consent where account = $1", values![id]).await?;
    Ok(())
}

/// A sign-up that nobody confirmed is gone, and its address free.
pub async fn drop_sign_up(db: &impl ConnectionTrait, id: AccountId) -> Result<(), ApiError> {
    for table in ["consent", "membership"] {
        db.run(&format!("delete from {table} where account = $1"), values![id]).await?;
    }
    db.run("delete from account where id = $1 and state = 'unconfirmed'", values![id]).await?;
    Ok(())
}

/// What the newest sign-up says of the account.
pub async fn sign_up_again(
    db: &impl ConnectionTrait,
    id: AccountId,
    form: &SignUp,
    password: &str,
) -> Result<(), ApiError> {
    db.run(
        "update account set email = $2, name = $3, phone = $4, language = $5, password = $6, version = version + 1
         where id = $1",
        values![
            id,
            form.email.trim().to_owned(),
            form.name.trim().to_owned(),
            form.phone.clone(),
            form.language.to_string(),
            password.to_owned()
        ],
    )
    .await?;
    Ok(())
}

/// An unconfirmed account becomes a colleague's who waits for the invitation.
pub async fn invite_instead(
    db: &impl ConnectionTrait,
    id: AccountId,
    name: &str,
    language: Language,
) -> Result<(), ApiError> {
    db.run(
        "update account set name = $2, phone = null, language = $3, password = null, state = 'invited',
            confirm_hash = null, confirm_until = null, version = version + 1
         where id = $1 and state = 'unconfirmed'",
        values![id, name.to_owned(), language.to_string()],
    )
    .await?;
    Ok(())
}

pub async fn count_confirm_try(db: &impl ConnectionTrait, id: AccountId) -> Result<(), ApiError> {
    db.run("update account set confirm_tries = confirm_tries + 1 where id = $1", values![id]).await?;
    Ok(())
}

pub async fn set_password(db: &impl ConnectionTrait, id: AccountId, hash: &str) -> Result<(), ApiError> {
    db.run(
        "update account set password = $2, version = version + 1,
            state = case when state = 'invited' then 'active' else state end
         where id = $1",
        values![id, hash.to_owned()],
    )
    .await?;
    Ok(())
}

/// A session as it is exchanged.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SessionRow {
    pub id: SessionId,
    pub account: AccountId,
    pub refresh_hash: String,
    pub spent_hash: Option<String>,
    pub spent_at: Option<DateTime<Utc>>,
    pub generation: i64,
    pub seed: String,
    pub device: String,
    pub peer: String,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

const SESSION: &str =
    "select id, account, refresh_hash, spent_hash, spent_at, generation, seed, device, peer,
    started_at, seen_at, ends_at from session";

pub async fn session(db: &impl ConnectionTrait, id: SessionId) -> Result<Option<SessionRow>, ApiError> {
    db.find(&format!("{SESSION} where id = $1 and ended_at is null"), values![id]).await
}

/// Was a session of this account opened on this device before, open still or not, or is it the very first one?
pub async fn knows_device(
    db: &impl ConnectionTrait,
    account: AccountId,
    device: &str,
) -> Result<bool, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        known: i64,
    }
    let row: Option<Row> = db
        .find(
            "select cast(case
                when exists (select 1 from session where account = $1 and device = $2) then 1
                when exists (select 1 from session where account = $1) then 0
                else 1 end as bigint) as known",
            values![account, device.to_owned()],
        )
        .await?;
    Ok(row.is_some_and(|row| row.known == 1))
}

pub fn add_session(tx: &Tx, row: &SessionRow) {
    tx.write(
        1,
        "insert into session (id, account, refresh_hash, generation, seed, device, peer, started_at, seen_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)",
        values![
            row.id,
            row.account,
            row.refresh_hash.clone(),
            row.generation,
            row.seed.clone(),
            row.device.clone(),
            row.peer.clone(),
            row.started_at,
            row.ends_at
        ],
    );
}

/// The next refresh token takes the place of `spent`; one of two who try at once wins.
pub async fn exchange(
    db: &impl ConnectionTrait,
    id: SessionId,
    spent: &str,
    next: &str,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let won = db
        .run(
            "update session set refresh_hash = $3, spent_hash = $2, spent_at = $4, seen_at = $4,
                generation = generation + 1
             where id = $1 and refresh_hash = $2 and ended_at is null",
            values![id, spent.to_owned(), next.to_owned(), now],
        )
        .await?;
    Ok(won == 1)
}

/// Ends one session of an account; `false` where it is not there.
pub async fn end_session(
    db: &impl ConnectionTrait,
    account: AccountId,
    id: SessionId,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let ended = db
        .run(
            "update session set ended_at = $3 where id = $2 and account = $1 and ended_at is null",
            values![account, id, now],
        )
        .await?;
    Ok(ended == 1)
}

/// Ends all sessions of an account, except one (A7).
pub async fn end_sessions(
    db: &impl ConnectionTrait,
    account: AccountId,
    except: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "update session set ended_at = $3 where account = $1 and ended_at is null and ($2 is null or id <> $2)",
        values![account, except, now],
    )
    .await?;
    Ok(())
}

pub async fn add_reset_link(
    db: &impl ConnectionTrait,
    hash: &str,
    account: AccountId,
    until: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run(
        "insert into reset_link (hash, account, until) values ($1, $2, $3)",
        values![hash.to_owned(), account, until],
    )
    .await?;
    Ok(())
}

/// Uses a link up: whose it was, or `None` when it is used, old or unknown (A14).
pub async fn use_reset_link(
    db: &impl ConnectionTrait,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<AccountId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Link {
        account: AccountId,
    }
    let link: Option<Link> = db
        .find(
            "update reset_link set used_at = $2 where hash = $1 and used_at is null and until > $2 returning account",
            values![hash.to_owned(), now],
        )
        .await?;
    Ok(link.map(|link| link.account))
}

/// Links and codes that were sent and not used open nothing from now on.
pub async fn void_links(
    db: &impl ConnectionTrait,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<(), ApiError> {
    db.run("delete from email_change where account = $1", values![account]).await?;
    db.run(
        "update reset_link set used_at = $2 where account = $1 and used_at is null",
        values![account, now],
    )
    .await?;
    Ok(())
}
