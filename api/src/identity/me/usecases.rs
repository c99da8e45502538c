//! What I see of my account, and what I may change.
use shared::{
    identity::{ChangeMe, Me, Session, SessionRow},
    ids::{AccountId, SessionId},
    page::Page,
    registrations::RegistrationCounts,
};

use super::{
    email,
    store::{self, Contact},
};
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

fn my_life(reading: &Reading) -> Life {
    limits::life(reading.by.roles.iter().any(|role| role.is_staff()))
}

/// All that this room knows of who asks; what other rooms count is added by the caller.
pub async fn view(reading: &Reading) -> Result<Me, ApiError> {
    let id = reading.by.account()?;
    let account = accounts::account(&**reading, id).await?.ok_or(ApiError::Unauthenticated)?;
    let session = reading.by.session.ok_or(ApiError::Unauthenticated)?;
    let session = accounts::session(&**reading, session).await?.ok_or(ApiError::Unauthenticated)?;
    let party = match reading.by.party {
        Some(party) => store::party(&**reading, party).await?,
        None => None,
    };
    let wish = store::wish(&**reading, id, reading.now).await?;
    Ok(Me {
        id,
        name: account.name,
        email: account.email,
        email_pending: wish.map(|wish| wish.email),
        phone: account.phone,
        language: account.language,
        roles: reading.by.roles.clone(),
        permissions: rules::permissions(&reading.by.roles),
        party,
        linked_at: account.linked_at,
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

/// Changes my account. A new password ends my other sessions (A7) and is told to me (A13); a new address waits for its code.
pub async fn change(state: &AppState, actor: &Actor, seen: Seen, form: &ChangeMe) -> Result<(), ApiError> {
    if form.password.as_deref().is_some_and(is_common) {
        return Err(ApiError::field("/password", "password_common"));
    }
    let reading = state.read(actor).await?;
    let id = reading.by.account()?;
    let known = accounts::account(&*reading, id).await?.ok_or(ApiError::Unauthenticated)?;
    seen.current(known.version, "account")?;
    let contact = wanted(&known, form)?;
    // An address counts as a new one when it differs at all.
    let email = form.email.as_deref().filter(|email| *email != known.email);
    let proof = form.password.is_some() || email.is_some();
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
                others_end(tx, id).await?;
            }
            if contact.phone != known.phone {
                tell_contact_changed(tx, &known).await?;
            }
            if proof {
                tries::forget(tx, &Key::account(&email_key(&known.email)));
            }
            match email {
                Some(email) => email::wish(tx, &known, email).await,
                None => Ok(()),
            }
        })
        .await
}

/// The account as it shall be, but for its address.
fn wanted(known: &AccountRow, form: &ChangeMe) -> Result<Contact, ApiError> {
    let name = form.name.as_deref().map_or(known.name.as_str(), str::trim).to_owned();
    if name.chars().count() < 2 {
        return Err(ApiError::field("/name", "text_length"));
    }
    Ok(Contact {
        name,
        phone: form.phone.clone().or_else(|| known.phone.clone()),
        language: form.language.unwrap_or(known.language),
    })
}

/// Who says the current password may change it; wrong tries count as at sign-in (A4).
pub(super) async fn prove(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    account: &AccountRow,
    given: Option<&str>,
) -> Result<(), ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, reading.now)?;
    let Some(given) = given else {
        return Err(ApiError::field("/current_password", "required"));
    };
    let tried = Key::account(&email_key(&account.email));
    tries::may(&**reading, &tried, reading.now).await?;
    reading.let_go().await;
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

/// The letter goes where its owner reads now, also when the address changes before it leaves.
fn to_old_address(account: &AccountRow, kind: &'static str) -> Message {
    Message::to_account(account.id, kind).to_address(&account.email)
}

/// A way to reach me is another one (A13).
pub(super) async fn tell_contact_changed(tx: &Tx, known: &AccountRow) -> Result<(), ApiError> {
    security::happened(tx, Kind::ContactChanged, Some(known.id));
    outbox::enqueue(tx, to_old_address(known, "contact_changed")).await
}

/// Other devices sign in again, and links and codes sent so far open nothing (A7).
pub(super) async fn others_end(tx: &Tx, id: AccountId) -> Result<(), ApiError> {
    accounts::end_sessions(tx, id, tx.by.session, tx.now).await?;
    accounts::void_links(tx, id, tx.now).await
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
