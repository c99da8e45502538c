//! What I see of my account, and what I may change.
use shared::{
    identity::{ChangeMe, Me, Session, SessionRow},
    ids::SessionId,
    page::Page,
    registrations::RegistrationCounts,
};

use super::store::{self, Contact};
use crate::{
    act::Tx,
    error::ApiError,
    http::{call::Actor, if_match::Seen, query::After, throttle::Door},
    identity::{
        limits::{self, Life},
        passwords::is_common,
        rules, store as accounts,
        store::AccountRow,
        tokens::LIFE,
        tries::{self, Key},
        usecases::email_key,
    },
    outbox::{self, Message},
    state::{AppState, Reading},
    transparency::security::{self, Kind},
};

fn my_life(reading: &Reading<'_>) -> Life {
    limits::life(reading.by.roles.iter().any(|role| role.is_staff()))
}

/// All that this room knows of who asks; what other rooms count is added by the caller.
pub async fn view(reading: &Reading<'_>) -> Result<Me, ApiError> {
    let id = reading.by.account()?;
    let account = accounts::account(&**reading, id).await?.ok_or(ApiError::Unauthenticated)?;
    let session = reading.by.session.ok_or(ApiError::Unauthenticated)?;
    let session = accounts::session(&**reading, session).await?.ok_or(ApiError::Unauthenticated)?;
    let party = match reading.by.party {
        Some(party) => store::party(&**reading, party).await?,
        None => None,
    };
    Ok(Me {
        id,
        name: account.name,
        email: account.email,
        phone: account.phone,
        language: account.language,
        roles: reading.by.roles.clone(),
        permissions: rules::permissions(&reading.by.roles),
        party,
        department: reading.by.department.clone(),
        session: alive(&session, my_life(reading)),
        counts: RegistrationCounts::default(),
        version: account.version,
    })
}

/// The access token in use was made at the last exchange.
fn alive(row: &accounts::SessionRow, life: Life) -> Session {
    let issued = row.spent_at.unwrap_or(row.started_at);
    Session {
        id: row.id,
        idle_until: (row.seen_at + life.idle).min(row.ends_at),
        ends_at: row.ends_at,
        renew_before: (issued + LIFE).min(row.ends_at),
    }
}

/// Changes my account; a new password or address ends my other sessions (A7) and is told to the address used so far (A13).
pub async fn change(state: &AppState, actor: &Actor, seen: Seen, form: &ChangeMe) -> Result<(), ApiError> {
    if form.password.as_deref().is_some_and(is_common) {
        return Err(ApiError::field("/password", "password_common"));
    }
    let reading = state.read(actor).await?;
    let id = reading.by.account()?;
    let known = accounts::account(&*reading, id).await?.ok_or(ApiError::Unauthenticated)?;
    seen.current(known.version, "account")?;
    let contact = wanted(&known, form)?;
    let proof = form.password.is_some() || contact.email != known.email;
    if proof {
        prove(state, actor, &reading, &known, form.current_password.as_deref()).await?;
    }
    let hash = match &form.password {
        Some(password) => Some(state.passwords.hash(password.clone(), state.chance.bytes()).await?),
        None => None,
    };
    state
        .act(actor, async |tx| {
            // What was proven and kept belongs to this version, whatever the caller said of it.
            if !store::change(tx, id, &contact, known.version).await? {
                return Err(ApiError::Stale("account"));
            }
            if let Some(hash) = &hash {
                accounts::set_password(tx, id, hash).await?;
                security::happened(tx, Kind::PasswordChanged, Some(id));
                outbox::enqueue(tx, to_old_address(&known, "password_changed")).await?;
            }
            if contact.email != known.email || contact.phone != known.phone {
                security::happened(tx, Kind::ContactChanged, Some(id));
                outbox::enqueue(tx, to_old_address(&known, "contact_changed")).await?;
            }
            if proof {
                after_proof(tx, &known).await?;
            }
            Ok(())
        })
        .await
}

/// The account as it shall be. An address counts as a new one when it differs at all.
fn wanted(known: &AccountRow, form: &ChangeMe) -> Result<Contact, ApiError> {
    let name = form.name.as_deref().map_or(known.name.as_str(), str::trim).to_owned();
    if name.chars().count() < 2 {
        return Err(ApiError::field("/name", "text_length"));
    }
    let email = form.email.clone().unwrap_or_else(|| known.email.clone());
    Ok(Contact {
        name,
        email_key: email_key(&email),
        email,
        phone: form.phone.clone().or_else(|| known.phone.clone()),
        language: form.language.unwrap_or(known.language),
    })
}

/// Who says the current password may change it; wrong tries count as at sign-in (A4).
async fn prove(
    state: &AppState,
    actor: &Actor,
    reading: &Reading<'_>,
    account: &AccountRow,
    given: Option<&str>,
) -> Result<(), ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, reading.now)?;
    let Some(given) = given else {
        return Err(ApiError::field("/current_password", "required"));
    };
    let tried = Key::account(&email_key(&account.email));
    tries::may(&**reading, &tried, reading.now).await?;
    if state.passwords.fits(given.to_owned(), account.password.clone()).await? {
        return Ok(());
    }
    state
        .act(actor, async |tx| {
            tries::failed(tx, &tried).await?;
            security::happened(tx, Kind::SignInFailed, Some(account.id));
            Ok(())
        })
        .await?;
    Err(ApiError::field("/current_password", "password_wrong"))
}

/// The letter goes where its owner reads now, also when the change itself names another address.
fn to_old_address(account: &AccountRow, kind: &'static str) -> Message {
    Message::to_account(account.id, kind).with("to", Some(account.email.clone()))
}

/// Other devices sign in again, and links sent so far open nothing.
async fn after_proof(tx: &Tx, account: &AccountRow) -> Result<(), ApiError> {
    tries::forget(tx, &Key::account(&email_key(&account.email)));
    accounts::end_sessions(tx, account.id, tx.by.session, tx.now).await?;
    accounts::void_links(tx, account.id, tx.now).await
}

/// My sessions that still stand, newest first.
pub async fn sessions(
    state: &AppState,
    actor: &Actor,
    after: Option<After>,
    limit: usize,
) -> Result<Page<SessionRow>, ApiError> {
    let reading = state.read(actor).await?;
    let awake = reading.now - my_life(&reading).idle;
    let rows =
        store::sessions(&*reading, reading.by.account()?, awake, reading.now, after, limit + 1).await?;
    let rows = rows.into_iter().map(|row| SessionRow {
        id: row.id,
        device: row.device,
        place: row.peer,
        started_at: row.started_at,
        seen_at: row.seen_at,
        current: reading.by.session == Some(row.id),
    });
    Ok(Page::cut(rows.collect(), limit, |row| After::write(row.started_at, row.id.0)))
}

/// Ends one of mine; somebody else's is not there (B2).
pub async fn end_session(state: &AppState, actor: &Actor, id: SessionId) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| {
            let ended = accounts::end_session(tx, tx.by.account()?, id, tx.now).await?;
            if ended { Ok(()) } else { Err(ApiError::NotFound("session")) }
        })
        .await
}

/// Ends all of mine but the one that asks.
pub async fn end_other_sessions(state: &AppState, actor: &Actor) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| accounts::end_sessions(tx, tx.by.account()?, tx.by.session, tx.now).await)
        .await
}
