//! Making and ending programs, and giving them tokens.
use shared::{
    identity::{AccessToken, ApiClientRow, ApiClientSecret, ClientSecretRow, NewApiClient},
    ids::ApiClientId,
    page::Page,
    permission::Permission,
    refusal::Refusal,
};
use uuid::Uuid;

use super::{
    rules,
    store::{self, ClientRow},
};
use crate::{
    act::Tx,
    error::ApiError,
    http::{call::Actor, if_match::Seen, query::After, throttle::Door},
    identity::{
        tokens::{Bearer, LIFE},
        tries::{self, Key},
        usecases::digest,
    },
    outbox::{self, Message},
    state::AppState,
    transparency::security::{self, Kind},
};

/// Programs that one party may have in use.
const MOST: i64 = 20;

pub async fn list(
    state: &AppState,
    actor: &Actor,
    after: Option<After>,
    limit: usize,
) -> Result<Page<ApiClientRow>, ApiError> {
    let reading = state.read(actor).await?;
    let party = reading.by.party()?;
    let rows = store::page(&*reading, party, after, limit + 1).await?;
    let secrets = store::secrets_of_party(&*reading, party).await?;
    let page = Page::cut(rows, limit, |row| After::write(row.created_at, row.id.0));
    let view = |row: ClientRow| {
        let slots = secrets.iter().filter(|secret| secret.client == row.id);
        let slots: Vec<_> = slots
            .map(|secret| ClientSecretRow { slot: secret.slot, created_at: secret.created_at })
            .collect();
        ApiClientRow {
            id: row.id,
            name: row.name,
            client_id: row.id.to_string(),
            scopes: rules::read(&row.scopes),
            secrets: i64::try_from(slots.len()).unwrap_or_default(),
            slots,
            created_at: row.created_at,
            used_at: row.used_at,
            ended_at: row.ended_at,
            version: row.version,
        }
    };
    Ok(Page { items: page.items.into_iter().map(view).collect(), next: page.next })
}

/// Makes a program; answers its version and its first secret.
pub async fn create(
    state: &AppState,
    actor: &Actor,
    form: &NewApiClient,
) -> Result<(i64, ApiClientSecret), ApiError> {
    let name = form.name.trim();
    if name.chars().count() < 2 {
        return Err(ApiError::field("/name", "text_length"));
    }
    state
        .act(actor, async |tx| {
            let party = tx.by.party()?;
            if store::in_use(tx, party).await? >= MOST {
                return Err(Refusal::TooMany.into());
            }
            let client = ClientRow {
                id: ApiClientId(tx.state.chance.id(tx.now)),
                name: name.to_owned(),
                scopes: rules::written(&form.scopes),
                created_at: tx.now,
                used_at: None,
                ended_at: None,
                version: 1,
            };
            let by = tx.by.account()?;
            store::add(tx, &client, party, by).await?;
            security::happened(tx, Kind::ClientCreated, Some(by));
            let letter = Message::to_account(by, "client_created").with("client", Some(client.name.clone()));
            outbox::enqueue(tx, letter).await?;
            secret(tx, &client).await
        })
        .await
}

/// A new secret in a free place, in clear for this one time.
async fn secret(tx: &Tx, client: &ClientRow) -> Result<(i64, ApiClientSecret), ApiError> {
    let used = store::slots(tx, client.id).await?;
    let slot = rules::free_slot(&used)?;
    let secret = tx.state.chance.token();
    store::add_secret(tx, client.id, slot, &digest(&secret), tx.now).await?;
    let made = ApiClientSecret {
        id: client.id,
        name: client.name.clone(),
        client_id: client.id.to_string(),
        client_secret: secret,
        slot,
    };
    Ok((client.version, made))
}

/// The program as it is about to change, its row locked; somebody else's is not there (B2).
async fn touch(tx: &Tx, id: ApiClientId, seen: Seen) -> Result<ClientRow, ApiError> {
    let row = store::touch(tx, tx.by.party()?, id).await?.ok_or(ApiError::NotFound("api client"))?;
    seen.current(row.version - 1, "api client")?;
    if row.ended_at.is_some() {
        return Err(Refusal::ClientEnded.into());
    }
    Ok(row)
}

pub async fn add_secret(
    state: &AppState,
    actor: &Actor,
    id: ApiClientId,
    seen: Seen,
) -> Result<(i64, ApiClientSecret), ApiError> {
    state
        .act(actor, async |tx| {
            let client = touch(tx, id, seen).await?;
            security::happened(tx, Kind::ClientSecretCreated, tx.by.account);
            secret(tx, &client).await
        })
        .await
}

pub async fn end_secret(
    state: &AppState,
    actor: &Actor,
    id: ApiClientId,
    slot: i64,
    seen: Seen,
) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| {
            touch(tx, id, seen).await?;
            if !store::end_secret(tx, id, slot).await? {
                return Err(ApiError::NotFound("secret"));
            }
            security::happened(tx, Kind::ClientSecretEnded, tx.by.account);
            Ok(())
        })
        .await
}

pub async fn end(state: &AppState, actor: &Actor, id: ApiClientId, seen: Seen) -> Result<(), ApiError> {
    state
        .act(actor, async |tx| {
            touch(tx, id, seen).await?;
            store::end(tx, id, tx.now).await?;
            security::happened(tx, Kind::ClientEnded, tx.by.account);
            Ok(())
        })
        .await
}

/// Who asks for a token.
pub struct Credentials<'a> {
    pub client_id: &'a str,
    pub secret: &'a str,
}

/// A token of 15 minutes for a program. An unknown program and a wrong secret differ in nothing.
pub async fn token(
    state: &AppState,
    actor: &Actor,
    given: &Credentials<'_>,
    scope: Option<&str>,
) -> Result<AccessToken, ApiError> {
    state.throttle.pass(Door::Identity, actor.call.peer, state.now())?;
    let id = given.client_id.parse::<Uuid>().map_err(|_| ApiError::WrongClient)?;
    let id = ApiClientId(id);
    let tried = Key::client(id, actor.call.peer);
    let reading = state.read(actor).await?;
    tries::may(&*reading, &tried, reading.now).await?;
    let known = store::key(&*reading, id).await?;
    let hash = digest(given.secret);
    let hashes = store::hashes(&*reading, id).await?;
    reading.let_go().await;
    let fits = hashes.iter().fold(false, |fits, kept| fits | rules::same(kept, &hash));
    let Some(known) = known.filter(|_| fits) else {
        state
            .act(actor, async |tx| {
                tries::failed(tx, &tried).await?;
                security::happened(tx, Kind::SignInFailed, None);
                Ok(())
            })
            .await?;
        return Err(ApiError::WrongClient);
    };
    let scopes = rules::granted(&known.scopes, scope).ok_or(ApiError::Unreadable("invalid_scope"))?;
    state
        .act(actor, async |tx| {
            tries::forget(tx, &tried);
            store::used(tx, id, tx.now).await
        })
        .await?;
    let can: Vec<Permission> = scopes.iter().map(|scope| scope.permission()).collect();
    Ok(AccessToken {
        access_token: state.tokens.issue(state, Bearer::Client(id), &can)?,
        token_type: "Bearer".into(),
        expires_in: LIFE.num_seconds(),
        scope: rules::written(&scopes),
    })
}
