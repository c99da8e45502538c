//! Hosts of the seed: parties, their programs and their addresses, written directly.
use sea_orm::FromQueryResult;
use shared::{
    identity::PartyKind,
    ids::{AccountId, ApiClientId, PartyId, PremisesId, SessionId},
    law::Edition,
    premises::{Address, PremisesState},
};

use super::{
    Host,
    places::{Fate, PLACES, Place},
};
use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
    http::call::Who,
    identity::demo::demo_accounts,
    registry,
};

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// Somebody has registered a guest here already.
pub async fn is_filled(tx: &Tx) -> Result<bool, ApiError> {
    let row: Option<Count> = tx
        .find("select count(*) as count from (select 1 as one from registration limit 1) r", values![])
        .await?;
    Ok(row.is_some_and(|row| row.count > 0))
}

#[derive(FromQueryResult)]
struct Member {
    account: AccountId,
    party: PartyId,
}

/// The places, over and over for large populations: a host for about fifty people.
pub async fn add_hosts(tx: &Tx, people: u64) -> Result<Vec<Host>, ApiError> {
    let wanted = PLACES.len().max(usize::try_from(people / 50).unwrap_or_default());
    let mut hosts = Vec::new();
    for (number, place) in PLACES.iter().cycle().take(wanted).enumerate() {
        let demo = demo_accounts().get(number).filter(|_| place.host.is_empty() && number < PLACES.len());
        let member = match demo {
            Some(account) => member(tx, account.email).await?,
            None => add_party(tx, place, number).await?,
        };
        hosts.push(add_host(tx, place, number, &member).await?);
    }
    Ok(hosts)
}

async fn member(tx: &Tx, email: &str) -> Result<Member, ApiError> {
    let row = tx
        .find(
            "select m.account, m.party from membership m join account a on a.id = m.account where a.email_key = $1",
            values![email.to_owned()],
        )
        .await?;
    row.ok_or_else(|| ApiError::broken("the demo accounts are not there"))
}

async fn add_party(tx: &Tx, place: &Place, number: usize) -> Result<Member, ApiError> {
    let party = PartyId(tx.state.chance.id(tx.now));
    let person = place.party == PartyKind::Person;
    let name = if place.host.is_empty() { "Bulvar Mehmanxanası MMC" } else { place.host };
    // People share names; organisations do not.
    let name = if person || number < PLACES.len() { name.to_owned() } else { format!("{name} {number}") };
    tx.run(
        "insert into party (id, kind, name, fin, voen, created_at) values ($1, $2, $3, $4, $5, $6)",
        values![
            party,
            place.party,
            name,
            person.then(|| format!("{:07}", 5_000_000 + number)),
            (!person).then(|| format!("{:09}1", 150_000_000 + number)),
            tx.now
        ],
    )
    .await?;
    Ok(Member { account: AccountId(party.0), party })
}

async fn add_host(tx: &Tx, place: &Place, number: usize, member: &Member) -> Result<Host, ApiError> {
    let client = ApiClientId(tx.state.chance.id(tx.now));
    tx.run(
        "insert into api_client (id, party, name, scopes, created_by, created_at, version)
         values ($1, $2, 'Qəbul masası', 'registrations.write registrations.read', $3, $4, 1)",
        values![client, member.party, member.account, tx.now],
    )
    .await?;
    let repeated = number >= PLACES.len();
    let house = if repeated { format!("{}/{number}", place.house) } else { place.house.to_owned() };
    let address = Address {
        district: place.district.to_owned(),
        settlement: None,
        street: place.street.to_owned(),
        house,
        flat: place.flat.map(str::to_owned),
    };
    let id = registry::usecases::address(tx, &address).await?;
    let routing = Edition::first().department_of(place.district);
    let routing = routing.ok_or_else(|| ApiError::broken("a seed's district is not in the law"))?;
    let premises = PremisesId(tx.state.chance.id(tx.now));
    // A rejection comes later, by an officer.
    let confirmed = place.fate == Fate::Confirmed;
    let state = if confirmed { PremisesState::Confirmed } else { PremisesState::Requested };
    tx.run(
        "insert into premises (id, party, address, kind, state, department, department_confirmed, requested_at,
            requested_by, decided_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        values![
            premises,
            member.party,
            id,
            place.kind,
            state,
            routing.department.code.clone(),
            routing.confirmed,
            tx.now,
            member.account,
            confirmed.then_some(tx.now)
        ],
    )
    .await?;
    Ok(Host { client, premises, fate: place.fate })
}

/// An officer of the demo, signed in for a moment: to decide by the same door as real ones.
pub async fn officer(tx: &Tx, email: &str) -> Result<Who, ApiError> {
    #[derive(FromQueryResult)]
    struct Officer {
        id: AccountId,
    }
    let officer: Option<Officer> =
        tx.find("select id from account where email_key = $1", values![email.to_owned()]).await?;
    let officer = officer.ok_or_else(|| ApiError::broken("the demo accounts are not there"))?;
    let session = SessionId(tx.state.chance.id(tx.now));
    tx.run(
        "insert into session (id, account, refresh_hash, generation, seed, device, peer, started_at, seen_at, ends_at)
         values ($1, $2, $3, 1, '', 'API', '127.0.0.1', $4, $4, $5)",
        values![session, officer.id, session.to_string(), tx.now, tx.now + chrono::Duration::minutes(1)],
    )
    .await?;
    Ok(Who::Account { account: officer.id, session })
}
