//! Signing up, signing in, staying in, and who stands behind a request.
use chrono::{DateTime, Duration, Utc};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};
use shared::{
    identity::{
        AccountPurpose, AskReset, ConfirmAccount, Language, PRIVACY_VERSION, PartyKind, Session, SetPassword,
        SignIn, SignUp, TERMS_VERSION,
    },
    ids::{AccountId, PartyId, PersonId, SessionId},
    permission::{Permission, Role},
};
use uuid::Uuid;

use super::{
    limits,
    passwords::is_common,
    rules,
    store::{self, AccountRow, NewParty, SessionRow},
    tokens::{Bearer, LIFE},
    tries::{self, Key},
};
use crate::{
    act::Tx,
    error::{ApiError, FieldError},
    http::{
        call::{Actor, Who},
        idempotency::HexDigest,
        throttle::Door,
    },
    outbox::{self, Message},
    state::AppState,
    transparency::security::{self, Kind},
};

pub use super::{
    demo::{DemoAccount, demo_accounts, ensure_demo_accounts, refuse_demo_accounts},
    staff::usecases::create_first_administrator,
};

/// Who stands behind a request, as the database knows them now.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Account or client; none for the service itself and for anybody.
    pub principal: Option<Uuid>,
    pub account: Option<AccountId>,
    pub session: Option<SessionId>,
    pub party: Option<PartyId>,
    /// Whom the account is known to be.
    pub person: Option<PersonId>,
    pub department: Option<String>,
    pub roles: Vec<Role>,
    /// The role under which this act is done.
    pub role: Option<Role>,
    pub language: Language,
}

impl Standing {
    fn nobody(language: Language) -> Self {
        Self {
            principal: None,
            account: None,
            session: None,
            party: None,
            person: None,
            department: None,
            roles: Vec::new(),
            role: None,
            language,
        }
    }

    /// The account; only for operations that clients cannot call.
    pub fn account(&self) -> Result<AccountId, ApiError> {
        self.account.ok_or(ApiError::Unauthenticated)
    }

    /// The party somebody acts for.
    pub fn party(&self) -> Result<PartyId, ApiError> {
        self.party.ok_or(ApiError::Forbidden("forbidden"))
    }

    /// The department an officer works for.
    pub fn department(&self) -> Result<&str, ApiError> {
        self.department.as_deref().ok_or(ApiError::Forbidden("forbidden"))
    }
}

/// The first statement of every request: does the session live, and does the right still stand? (A7, B10)
pub async fn stand(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Standing, ApiError> {
    let language = actor.call.language;
    let standing = match actor.who {
        Who::Anonymous | Who::Service => return Ok(Standing::nobody(language)),
        Who::Account { account, session } => {
            let row = store::standing(db, account, session).await?.ok_or(ApiError::Unauthenticated)?;
            let roles = roles(row.roles.as_deref(), row.party, row.person);
            let staff = roles.iter().any(|role| role.is_staff());
            let awake = limits::stands(row.seen_at, row.ends_at, limits::life(staff), now);
            if row.state != "active" || row.disabled_at.is_some() || !awake {
                return Err(ApiError::Unauthenticated);
            }
            Standing {
                principal: Some(account.0),
                account: Some(account),
                session: Some(session),
                party: row.party,
                person: row.person,
                department: row.department,
                roles,
                ..Standing::nobody(language)
            }
        }
        Who::Client(client) => {
            let row = store::client_standing(db, client).await?.ok_or(ApiError::Unauthenticated)?;
            let holds =
                actor.needs.is_none_or(|needs| row.scopes.split(' ').any(|scope| scope == needs.to_string()));
            if !holds {
                return Err(ApiError::Forbidden("forbidden"));
            }
            Standing {
                principal: Some(client.0),
                party: Some(row.party),
                roles: vec![Role::Client],
                ..Standing::nobody(language)
            }
        }
    };
    match rules::role_for(&standing.roles, actor.needs) {
        Some(role) => Ok(Standing { role: Some(role), ..standing }),
        None => Err(ApiError::Forbidden("forbidden")),
    }
}

/// Staff roles as they are written; host for whoever belongs to a party; person for whoever has the account for oneself,
/// or is known to be one. A colleague is never here as a person.
pub fn roles(staff: Option<&str>, party: Option<PartyId>, person: Option<PersonId>) -> Vec<Role> {
    let oneself = staff.is_none() && (party.is_none() || person.is_some());
    let staff = staff.unwrap_or_default().split(' ').filter_map(|role| role.parse().ok());
    staff.chain(party.map(|_| Role::Host)).chain(oneself.then_some(Role::Person)).collect()
}

/// Addresses are one when they differ by case only: folded as ASCII, never by a language.
pub fn email_key(email: &str) -> String {
    email.trim().to_ascii_lowercase()
}

/// What is kept of a secret that is random anyway.
pub fn digest(secret: &str) -> String {
    format!("{:x}", HexDigest(&Sha256::digest(secret.as_bytes())))
}

/// The cookies' contents.
#[derive(Debug, Clone)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
    /// How long the cookies may last.
    pub seconds: i64,
    pub session: Session,
}

/// Signs up. The answer is the same whether the address is new, known, or waits for its code: the mail tells which.
pub async fn sign_up(state: &AppState, actor: &Actor, form: SignUp) -> Result<(), ApiError> {
    let stale = [("/terms", form.terms == TERMS_VERSION), ("/privacy", form.privacy == PRIVACY_VERSION)];
    let mut errors: Vec<_> = stale
        .iter()
        .filter(|(_, current)| !current)
        .map(|(pointer, _)| FieldError::new(*pointer, "terms_version"))
        .collect();
    if is_common(&form.password) {
        errors.push(FieldError::new("/password", "password_common"));
    }
    if !errors.is_empty() {
        return Err(ApiError::Invalid(errors));
    }
    let password = state.passwords.hash(form.password.clone(), state.chance.bytes()).await?;
    state
        .act(actor, async |tx| {
            let code = state.chance.six_digits();
            let hash = digest(&code);
            let until = tx.now + Duration::minutes(limits::CODE_MINUTES);
            let known = store::account_by_email(tx, &email_key(&form.email)).await?;
            let (account, kind) = match known {
                Some(account) if account.state == "unconfirmed" => {
                    // Whoever holds the mailbox decides; the first sign-up may have been a stranger's: nothing of it stays.
                    store::forget_sign_up(tx, account.id, tx.now).await?;
                    store::sign_up_again(tx, account.id, &form, &password).await?;
                    store::set_confirm_code(tx, account.id, &hash, until, tx.now).await?;
                    add_what_for(tx, account.id, &form).await?;
                    (account.id, "confirm")
                }
                Some(account) => (account.id, "account_exists"),
                None => {
                    let account = AccountId(state.chance.id(tx.now));
                    add_account(tx, account, &form, &password, &hash, until).await?;
                    (account, "confirm")
                }
            };
            if !tries::letter(tx, &Key::letters(&email_key(&form.email))).await? {
                return Ok(());
            }
            let code = (kind == "confirm").then_some(code);
            outbox::enqueue(
                tx,
                Message::to_account(account, kind).with("code", code).in_language(form.language),
            )
            .await
        })
        .await
}

async fn add_account(
    tx: &Tx,
    id: AccountId,
    form: &SignUp,
    password: &str,
    hash: &str,
    until: DateTime<Utc>,
) -> Result<(), ApiError> {
    let account = AccountRow {
        id,
        email: form.email.trim().to_owned(),
        name: form.name.trim().to_owned(),
        phone: form.phone.clone(),
        language: form.language,
        password: Some(password.to_owned()),
        state: "unconfirmed".into(),
        confirm_hash: Some(hash.to_owned()),
        confirm_until: Some(until),
        confirm_tries: 0,
        linked_at: None,
        version: 1,
    };
    if !store::add_account(tx, &account, tx.now).await? {
        return Err(ApiError::Collided("two sign-ups of one address".into()));
    }
    add_what_for(tx, id, form).await
}

/// Whom the account acts for, and what its owner agreed to. An account for oneself acts for nobody.
async fn add_what_for(tx: &Tx, id: AccountId, form: &SignUp) -> Result<(), ApiError> {
    if form.purpose == AccountPurpose::Host {
        add_own_party(tx, id, form).await?;
    }
    store::add_consent(tx, id, "terms", &form.terms, tx.now).await?;
    store::add_consent(tx, id, "privacy", &form.privacy, tx.now).await
}

async fn add_own_party(tx: &Tx, id: AccountId, form: &SignUp) -> Result<(), ApiError> {
    let person = form.kind == PartyKind::Person;
    let party = NewParty {
        id: PartyId(tx.state.chance.id(tx.now)),
        kind: form.kind,
        name: form.organisation.as_deref().filter(|_| !person).unwrap_or(&form.name).trim(),
        fin: form.fin.as_deref().filter(|_| person),
        voen: form.voen.as_deref().filter(|_| !person),
    };
    store::add_party(tx, &party, Some(id), tx.now).await
}

/// The code from the mail and the password of the same sign-up open the account: a code that a stranger asked for does
/// not open it with the stranger's password. Five wrong codes use the code up.
pub async fn confirm(state: &AppState, actor: &Actor, form: ConfirmAccount) -> Result<(), ApiError> {
    let wrong = || ApiError::field("/code", "confirmation_code");
    let email = email_key(&form.email);
    let waiting = store::account_by_email(&*state.read(actor).await?, &email).await?;
    let hash = waiting.filter(|account| account.state == "unconfirmed").and_then(|account| account.password);
    if !state.passwords.fits(form.password, hash.clone()).await? {
        return Err(wrong());
    }
    let confirmed = state
        .act(actor, async |tx| {
            let account = store::account_by_email(tx, &email).await?;
            let Some(account) = account.filter(|account| account.password == hash) else {
                return Ok(false);
            };
            let open = account.state == "unconfirmed"
                && account.confirm_until.is_some_and(|until| tx.now < until)
                && account.confirm_tries < 5;
            let fits = open && account.confirm_hash.as_deref() == Some(digest(&form.code).as_str());
            if fits {
                store::set_state(tx, account.id, "active").await?;
            } else {
                store::count_confirm_try(tx, account.id).await?;
            }
            Ok(fits)
        })
        .await?;
    if confirmed { Ok(()) } else { Err(wrong()) }
}

/// Sends a new code to an account that waits for one. The answer is the same whatever the account and the password are:
/// whoever signed up with a stranger's address does not learn whether it had an account.
pub async fn send_code_again(state: &AppState, actor: &Actor, form: SignIn) -> Result<(), ApiError> {
    let email = email_key(&form.email);
    let waiting = store::account_by_email(&*state.read(actor).await?, &email).await?;
    let hash = waiting.filter(|account| account.state == "unconfirmed").and_then(|account| account.password);
    if !state.passwords.fits(form.password, hash.clone()).await? {
        return Ok(());
    }
    state
        .act(actor, async |tx| {
            let account = store::account_by_email(tx, &email).await?;
            let same = |it: &AccountRow| it.state == "unconfirmed" && it.password == hash;
            let Some(account) = account.filter(same) else { return Ok(()) };
            if !tries::letter(tx, &Key::letters(&email)).await? {
                return Ok(());
            }
            let code = state.chance.six_digits();
            let until = tx.now + Duration::minutes(limits::CODE_MINUTES);
            store::set_confirm_code(tx, account.id, &digest(&code), until, tx.now).await?;
            let message = Message::to_account(account.id, "confirm").with("code", Some(code));
            outbox::enqueue(tx, message.in_language(account.language)).await
        })
        .await
}

/// Signs in. Wrong password and unknown user differ in nothing: neither in the answer, nor in the work, nor in the
/// wait after many tries (A3).
pub async fn sign_in(state: &AppState, actor: &Actor, form: SignIn) -> Result<Tokens, ApiError> {
    let email = email_key(&form.email);
    let tried = Key::account(&email);
    let _place = state.throttle.few_at_once(&email)?;
    let reading = state.read(actor).await?;
    tries::may(&*reading, &tried, reading.now).await?;
    let account = store::account_by_email(&*reading, &email).await?;
    let hash = account.as_ref().filter(|account| account.state == "active").and_then(|a| a.password.clone());
    reading.let_go().await;
    let fits = state.passwords.fits(form.password, hash.clone()).await?;
    let known = account.map(|account| account.id);
    let tokens = state
        .act(actor, async |tx| {
            // The password may have been changed while this one was looked at.
            let who = match known.filter(|_| fits) {
                Some(id) => who(tx, id).await?.filter(|who| who.password == hash).map(|who| (id, who.roles)),
                None => None,
            };
            let Some((id, roles)) = who else {
                tries::failed(tx, &tried).await?;
                security::happened(tx, Kind::SignInFailed, known);
                return Ok(None);
            };
            tries::forget(tx, &tried);
            let tokens = begin_session(tx, id, &roles).await?;
            security::happened(tx, Kind::SignedIn, Some(id));
            Ok(Some(tokens))
        })
        .await?;
    tokens.ok_or(ApiError::WrongPassword)
}

/// A session on a device that was not seen before is told to the owner (A13).
async fn begin_session(tx: &Tx, account: AccountId, who: &[Role]) -> Result<Tokens, ApiError> {
    let state = &tx.state;
    let id = SessionId(state.chance.id(tx.now));
    let device = tx.actor.call.device.clone();
    let known = store::knows_device(tx, account, &device).await?;
    let seed = state.chance.token();
    let refresh = refresh_token(state, id, &seed, 1)?;
    let life = limits::life(who.iter().any(|role| role.is_staff()));
    let row = SessionRow {
        id,
        account,
        refresh_hash: digest(&refresh),
        spent_hash: None,
        spent_at: None,
        generation: 1,
        seed,
        device,
        peer: tx.actor.call.peer.to_string(),
        started_at: tx.now,
        seen_at: tx.now,
        ends_at: tx.now + life.whole,
    };
    store::add_session(tx, &row);
    if !known {
        let message = Message::to_account(account, "new_device")
            .with("device", Some(row.device.clone()))
            .with("place", Some(row.peer.clone()));
        outbox::enqueue(tx, message).await?;
    }
    tokens(state, &row, refresh, who, tx.now)
}

/// Somebody who may sign in.
struct Entrant {
    roles: Vec<Role>,
    password: Option<String>,
}

async fn who(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Entrant>, ApiError> {
    let row = super::staff::membership(db, account).await?;
    Ok(row.map(|row| Entrant {
        roles: roles(row.roles.as_deref(), row.party, row.person),
        password: row.password,
    }))
}

/// Session, generation and a secret derived from both, the seed and our key: a repeated exchange yields the same
/// successor, any earlier generation is known again for what it is, and the database alone yields none.
fn refresh_tokens(state: &AppState, session: SessionId, seed: &str, generation: i64) -> Vec<String> {
    let secrets = state.keys.secrets(&format!("refresh {session}.{seed}.{generation}"));
    secrets.into_iter().map(|secret| format!("{session}.{generation}.{secret}")).collect()
}

/// By the newest key.
fn refresh_token(
    state: &AppState,
    session: SessionId,
    seed: &str,
    generation: i64,
) -> Result<String, ApiError> {
    let newest = refresh_tokens(state, session, seed, generation).into_iter().next();
    newest.ok_or_else(|| ApiError::broken("no session key"))
}

/// The living session of a refresh token and the token's generation; nothing where its secret is not ours.
async fn session_of(
    state: &AppState,
    db: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<(SessionRow, i64)>, ApiError> {
    let mut parts = token.split('.');
    let id = parts.next().and_then(|id| id.parse().ok()).map(SessionId);
    let generation = parts.next().and_then(|number| number.parse().ok());
    let Some((id, generation)) = id.zip(generation) else { return Ok(None) };
    let row = store::session(db, id).await?;
    let ours = |row: &SessionRow| {
        let good = refresh_tokens(state, id, &row.seed, generation);
        good.iter().any(|good| digest(good) == digest(token))
    };
    Ok(row.filter(ours).map(|row| (row, generation)))
}

fn tokens(
    state: &AppState,
    row: &SessionRow,
    refresh: String,
    roles: &[Role],
    now: DateTime<Utc>,
) -> Result<Tokens, ApiError> {
    let life = limits::life(roles.iter().any(|role| role.is_staff()));
    let bearer = Bearer::Account { account: row.account, session: row.id };
    let can: Vec<Permission> = rules::permissions(roles);
    Ok(Tokens {
        access: state.tokens.issue(state, bearer, &can)?,
        refresh,
        seconds: (row.ends_at - now).num_seconds().max(0),
        session: session(row, life, now),
    })
}

/// How long a session still lives.
pub fn session(row: &SessionRow, life: limits::Life, now: DateTime<Utc>) -> Session {
    Session {
        id: row.id,
        idle_until: (now + life.idle).min(row.ends_at),
        ends_at: row.ends_at,
        renew_before: (now + LIFE).min(row.ends_at),
    }
}

/// Exchanges a refresh token. The one just exchanged yields the same successor for 30 s; later reuse, of any
/// generation, ends the session (A6).
pub async fn refresh(state: &AppState, actor: &Actor, token: &str) -> Result<Tokens, ApiError> {
    let hash = digest(token);
    known_token(state, actor, token).await?;
    let tokens = state
        .act(actor, async |tx| {
            let (row, generation) = session_of(state, tx, token).await?.ok_or(ApiError::Unauthenticated)?;
            let roles = who(tx, row.account).await?.ok_or(ApiError::Unauthenticated)?.roles;
            let life = limits::life(roles.iter().any(|role| role.is_staff()));
            if roles.is_empty() || !limits::stands(row.seen_at, row.ends_at, life, tx.now) {
                store::end_session(tx, row.account, row.id, tx.now).await?;
                return Ok(None);
            }
            if row.generation == generation {
                let next = refresh_token(state, row.id, &row.seed, row.generation + 1)?;
                if !store::exchange(tx, row.id, &hash, &digest(&next), tx.now).await? {
                    // Another tab won; its successor is ours too.
                    return repeat(tx, &row, &roles).await;
                }
                return super::usecases::tokens(state, &row, next, &roles, tx.now).map(Some);
            }
            let fresh = row.generation == generation + 1
                && row.spent_at.is_some_and(|spent| tx.now - spent < limits::grace());
            if fresh {
                return repeat(tx, &row, &roles).await;
            }
            store::end_session(tx, row.account, row.id, tx.now).await?;
            security::happened(tx, Kind::SessionStolen, Some(row.account));
            Ok(None)
        })
        .await?;
    tokens.ok_or(ApiError::Unauthenticated)
}

async fn repeat(tx: &Tx, row: &SessionRow, roles: &[Role]) -> Result<Option<Tokens>, ApiError> {
    let now = store::session(tx, row.id).await?.ok_or(ApiError::Unauthenticated)?;
    let current = refresh_token(&tx.state, now.id, &now.seed, now.generation)?;
    tokens(&tx.state, &now, current, roles, tx.now).map(Some)
}

/// Strangers' tokens never reach the writer, and only they are throttled: a hotel's desks share an address with its guests.
async fn known_token(state: &AppState, actor: &Actor, token: &str) -> Result<(), ApiError> {
    let reading = state.read(actor).await?;
    if session_of(state, &*reading, token).await?.is_some() {
        return Ok(());
    }
    state.throttle.pass(Door::Session, actor.call.peer, reading.now)?;
    Err(ApiError::Unauthenticated)
}

/// Ends the session that the cookie names.
pub async fn sign_out(state: &AppState, actor: &Actor, token: Option<&str>) -> Result<(), ApiError> {
    let Some(token) = token else { return Ok(()) };
    if known_token(state, actor, token).await.is_err() {
        return Ok(());
    }
    state
        .act(actor, async |tx| {
            if let Some((row, _)) = session_of(state, tx, token).await? {
                store::end_session(tx, row.account, row.id, tx.now).await?;
            }
            Ok(())
        })
        .await
}

/// Sends a link. Nobody learns whether the address exists (A14).
pub async fn ask_reset(state: &AppState, actor: &Actor, form: AskReset) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| {
            let email = email_key(&form.email);
            let account = store::account_by_email(tx, &email).await?;
            let account = account.filter(|a| matches!(a.state.as_str(), "active" | "invited"));
            // Written for a known address and an unknown one: both take a commit.
            security::happened(tx, Kind::ResetAsked, account.as_ref().map(|account| account.id));
            let due = tries::letter(tx, &Key::letters(&email)).await?;
            match account {
                Some(account) if due => {
                    send_reset_link(tx, account.id, "reset", Duration::minutes(limits::CODE_MINUTES)).await
                }
                _ => Ok(()),
            }
        })
        .await
}

/// A link that sets a password once; also the invitation of a colleague.
pub async fn send_reset_link(
    tx: &Tx,
    account: AccountId,
    kind: &'static str,
    life: Duration,
) -> Result<(), ApiError> {
    let token = tx.state.chance.token();
    store::add_reset_link(tx, &digest(&token), account, tx.now + life).await?;
    outbox::enqueue(tx, Message::to_account(account, kind).with("token", Some(token))).await
}

/// Sets the password; all sessions end.
pub async fn set_password(state: &AppState, actor: &Actor, form: SetPassword) -> Result<(), ApiError> {
    if is_common(&form.password) {
        return Err(ApiError::field("/password", "password_common"));
    }
    let hash = state.passwords.hash(form.password, state.chance.bytes()).await?;
    state
        .act(actor, async |tx| {
            let used = store::use_reset_link(tx, &digest(&form.token), tx.now).await?;
            let account = used.ok_or(ApiError::NotFound("reset link"))?;
            store::set_password(tx, account, &hash).await?;
            let owner = store::account(tx, account).await?.ok_or(ApiError::NotFound("reset link"))?;
            tries::forget(tx, &Key::account(&email_key(&owner.email)));
            store::end_sessions(tx, account, None, tx.now).await?;
            store::void_links(tx, account, tx.now).await?;
            security::happened(tx, Kind::PasswordChanged, Some(account));
            outbox::enqueue(tx, Message::to_account(account, "password_changed")).await
        })
        .await
}

/// Somebody who receives guests and has no account.
pub async fn party_without_account(
    tx: &Tx,
    kind: PartyKind,
    name: &str,
    fin: Option<&str>,
    voen: Option<&str>,
) -> Result<PartyId, ApiError> {
    let id = PartyId(tx.state.chance.id(tx.now));
    store::add_party(tx, &NewParty { id, kind, name, fin, voen }, None, tx.now).await?;
    Ok(id)
}
