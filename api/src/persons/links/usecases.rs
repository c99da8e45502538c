//! A code is shown, a person is found, an account is linked and unlinked.
use chrono::Duration;
use sha2::{Digest, Sha256};
use shared::{
    dates,
    ids::{AccountId, PersonId},
    page::Page,
    permission::Role,
    persons::{FindPerson, LinkAccount, LinkCode, PersonRow},
    refusal::Refusal,
};

use super::{
    rules::{self, Facts},
    store,
};
use crate::{
    act::Tx,
    error::ApiError,
    http::{call::Actor, idempotency::HexDigest, if_match::Seen},
    identity::{me::known, usecases::digest},
    outbox::{self, Message},
    registry,
    state::AppState,
    transparency::{
        self, Entry, Purpose, Subject,
        security::{self, Kind},
    },
};

/// Minutes that a code works: as long as somebody stands at the counter. Not law.
const CODE_MINUTES: i64 = 10;
/// Characters that are read aloud; forty bits, for ten minutes.
const CODE_LENGTH: usize = 8;

/// A fresh code for the account that asks.
pub async fn code(state: &AppState, actor: &Actor) -> Result<LinkCode, ApiError> {
    state
        .act(actor, async |tx| {
            if tx.by.roles.iter().any(|role| role.is_staff()) {
                return Err(Refusal::StaffAccount.into());
            }
            if tx.by.person.is_some() {
                return Err(Refusal::AccountLinked.into());
            }
            let code: String = state.chance.code().chars().take(CODE_LENGTH).collect();
            let until = tx.now + Duration::minutes(CODE_MINUTES);
            store::set_code(tx, tx.by.account()?, &digest(&code), until).await?;
            Ok(LinkCode { code, until })
        })
        .await
}

/// Whoever was stated by the document on the counter.
pub async fn search(state: &AppState, actor: &Actor, form: &FindPerson) -> Result<Page<PersonRow>, ApiError> {
    let born = dates::parse(&form.birth_date).ok_or_else(|| ApiError::broken("a date was not validated"))?;
    let reading = state.read(actor).await?;
    let items = store::search(&*reading, &form.issuer, &form.number, born).await?;
    let query = serde_json::to_string(form).map_err(ApiError::broken)?;
    let query = Some(format!("{:x}", HexDigest(&Sha256::digest(query.as_bytes()))));
    let subjects = items.iter().map(|row| subject(row.id)).collect();
    let entry = Entry { query, ..Entry::new(actor, &reading.by, purpose(reading.by.role), subjects) };
    reading.let_go().await;
    state.worker.log.write(entry).await?;
    Ok(Page { items, next: None })
}

fn subject(person: PersonId) -> Subject {
    Subject { person, registration: None }
}

/// An officer sees a document; whoever keeps accounts puts one right.
fn purpose(role: Option<Role>) -> Purpose {
    if role == Some(Role::Administrator) { Purpose::Administration } else { Purpose::IdentitySeen }
}

/// The original was seen: the account is the person's from now on.
pub async fn link(
    state: &AppState,
    actor: &Actor,
    id: PersonId,
    seen: Seen,
    form: &LinkAccount,
) -> Result<PersonRow, ApiError> {
    state
        .act(actor, async |tx| {
            let person = store::person(tx, id, form.document).await?.ok_or(ApiError::NotFound("person"))?;
            seen.current(person.version, "person")?;
            let account = named(tx, form).await?;
            let facts = Facts {
                staff: account.staff,
                account_linked: account.person.is_some(),
                person_linked: person.account.is_some(),
            };
            rules::link(facts)?;
            let payload = serde_json::json!({ "account": account.id, "document": form.document });
            registry::usecases::note(tx, id, "account_linked", &payload).await?;
            store::add_link(tx, account.id, id, form.document);
            known::become_person(tx, account.id, Some(id)).await?;
            told(tx, id, account.id, Kind::AccountLinked, "account_linked").await?;
            store::person(tx, id, form.document).await?.ok_or(ApiError::NotFound("person"))
        })
        .await
}

/// The account that the code or the address names.
async fn named(tx: &Tx, form: &LinkAccount) -> Result<known::Known, ApiError> {
    let wrong = |pointer: &str, code: &str| ApiError::field(pointer, code);
    let found = match (&form.code, &form.email) {
        (Some(code), _) => match store::use_code(tx, &digest(&plain(code))).await? {
            Some(account) => known::by_id(tx, account).await?,
            None => None,
        },
        (None, Some(email)) => known::by_email(tx, email).await?,
        (None, None) => None,
    };
    match (found, &form.code) {
        (Some(account), _) => Ok(account),
        (None, Some(_)) => Err(wrong("/code", "link_code")),
        (None, None) => Err(wrong("/email", "link_email")),
    }
}

/// As it was drawn: spaces and hyphens are for reading, and what looks like a digit is one.
fn plain(code: &str) -> String {
    let code: String = code.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    code.to_ascii_uppercase().replace('O', "0").replace(['I', 'L'], "1")
}

/// Somebody was linked by mistake: what the account saw of the person it sees no longer.
pub async fn unlink(state: &AppState, actor: &Actor, id: PersonId, seen: Seen) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| {
            let version = registry::usecases::version(tx, id).await?.ok_or(ApiError::NotFound("person"))?;
            seen.current(version, "person")?;
            let link = store::end_link(tx, id).await?.ok_or(ApiError::NotFound("account link"))?;
            let payload = serde_json::json!({ "account": link.account, "document": link.document });
            registry::usecases::note(tx, id, "account_unlinked", &payload).await?;
            known::become_person(tx, link.account, None).await?;
            told(tx, id, link.account, Kind::AccountUnlinked, "account_unlinked").await
        })
        .await
}

/// The account is closed by its owner: nobody else is told, and the person may have another one.
pub async fn ended_with_the_account(tx: &Tx, person: PersonId) -> Result<(), ApiError> {
    if let Some(link) = store::end_link(tx, person).await? {
        let payload = serde_json::json!({ "account": link.account, "document": link.document });
        registry::usecases::note(tx, person, "account_unlinked", &payload).await?;
    }
    Ok(())
}

/// Both logs, and the owner of the account.
async fn told(
    tx: &Tx,
    person: PersonId,
    account: AccountId,
    kind: Kind,
    letter: &'static str,
) -> Result<(), ApiError> {
    security::happened(tx, kind, Some(account));
    transparency::changed(tx, purpose(tx.by.role), vec![subject(person)]);
    outbox::enqueue(tx, Message::to_account(account, letter)).await
}
