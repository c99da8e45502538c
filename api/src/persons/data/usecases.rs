//! All of it in one answer. One's own data are not in the access log, that they left is in the security log (E7).
use shared::persons::{MyAccount, MyData, MyPerson};

use super::store;
use crate::{
    corrections,
    error::ApiError,
    http::call::Actor,
    identity,
    state::{AppState, Reading},
    stays,
    transparency::{
        mine,
        security::{self, Kind},
    },
};

pub async fn whole(state: &AppState, actor: &Actor) -> Result<MyData, ApiError> {
    let reading = state.read(actor).await?;
    let data = of(state, &reading).await?;
    reading.let_go().await;
    state
        .act(actor, async |tx| {
            security::happened(tx, Kind::DataExported, tx.by.account);
            Ok(())
        })
        .await?;
    Ok(data)
}

async fn of(state: &AppState, reading: &Reading) -> Result<MyData, ApiError> {
    let id = reading.by.account()?;
    let me = identity::me::usecases::view(reading).await?;
    Ok(MyData {
        made_at: reading.now,
        account: MyAccount {
            id,
            name: me.name,
            email: me.email,
            email_pending: me.email_pending,
            phone: me.phone,
            language: me.language,
            created_at: store::opened(&**reading, id).await?.ok_or(ApiError::Unauthenticated)?,
            linked_at: me.linked_at,
        },
        consents: store::consents(&**reading, id).await?,
        sessions: store::sessions(&**reading, id).await?,
        party: me.party,
        links: store::links(&**reading, id).await?,
        person: person(state, reading).await?,
    })
}

async fn person(state: &AppState, reading: &Reading) -> Result<Option<MyPerson>, ApiError> {
    let Some(id) = reading.by.person else { return Ok(None) };
    Ok(Some(MyPerson {
        id,
        since: store::known_since(&**reading, id).await?.ok_or(ApiError::NotFound("person"))?,
        identities: store::identities(&**reading, id).await?,
        registrations: stays::usecases::of_person(state, reading, id).await?,
        corrections: corrections::usecases::of_person(reading, id).await?,
        accesses: mine::whole(reading, id).await?,
    }))
}
