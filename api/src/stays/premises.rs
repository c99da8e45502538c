//! Addresses where guests stay: asked for by hosts, confirmed or not by an officer of the district's department.
use shared::{
    ids::PremisesId,
    law::Edition,
    page::Page,
    premises::{
        Board, CounterHost, FindPremises, NewCounterPremises, NewPremises, PremisesState, PremisesView,
        RejectPremises,
    },
    refusal::Refusal,
    registrations::{RegistrationEventKind, RegistrationState},
};

use super::{
    journal_store::{self as journal, Append},
    lists_store::{LATELY, NEW},
    premises_store::{self as store, Row, Scope, Settled},
    rules, succession, succession_store,
};
use crate::{
    act::Tx,
    error::ApiError,
    http::{call::Actor, if_match::Seen, query::After},
    identity::{self, usecases::Standing},
    outbox::{self, Message},
    registry,
    state::AppState,
    transparency::{self, Purpose, Subject},
};

/// What an actor may see: a host its own, an officer the department's.
pub fn scope(by: &Standing) -> Result<Scope, ApiError> {
    match by.role {
        Some(role) if role.is_staff() => Ok(Scope::Department(by.department()?.to_owned())),
        _ => Ok(Scope::Own(by.party()?)),
    }
}

/// The department of a district, and whether a source names it.
fn department_of(district: &str, at: &'static str) -> Result<(&'static str, bool), ApiError> {
    let routing = Edition::first().department_of(district);
    let routing = routing.ok_or_else(|| ApiError::field(at, "district_unknown"))?;
    if routing.own_service {
        return Err(ApiError::field(at, "district_own_service"));
    }
    Ok((routing.department.code.as_str(), routing.confirmed))
}

/// An officer looks for the addresses of a house, to register there whoever stands at the counter.
pub async fn of_house(
    state: &AppState,
    actor: &Actor,
    form: &FindPremises,
) -> Result<Page<PremisesView>, ApiError> {
    let reading = state.read(actor).await?;
    let house = registry::usecases::house_key(&form.address);
    let rows = store::of_house(&*reading, reading.by.department()?, &house, reading.today).await?;
    transparency::seen(state, actor, &reading, Purpose::DepartmentWork, Vec::new()).await?;
    Ok(Page { items: rows.into_iter().map(|row: Row| row.view(false)).collect(), next: None })
}

/// An officer writes down an address with a host who has no account: nobody's account gets it, whatever number is said.
pub async fn create_at_counter(
    state: &AppState,
    actor: &Actor,
    new: NewCounterPremises,
) -> Result<PremisesView, ApiError> {
    let department = department_of(&new.premises.address.district, "/premises/address/district")?;
    state
        .act(actor, async |tx| {
            if tx.by.department()? != department.0 {
                return Err(ApiError::field("/premises/address/district", "district_elsewhere"));
            }
            let CounterHost { kind, name, fin, voen } = &new.host;
            let party =
                identity::usecases::party_without_account(tx, *kind, name, fin.as_deref(), voen.as_deref());
            let party = party.await?;
            let address = registry::usecases::address(tx, &new.premises.address).await?;
            let id = PremisesId(state.chance.id(tx.now));
            store::add(tx, id, party, address, &new.premises, department).await?;
            transparency::changed(tx, Purpose::DepartmentWork, Vec::new());
            view(tx, id).await
        })
        .await
}

/// A host asks for an address; the department follows from the district.
pub async fn create(state: &AppState, actor: &Actor, new: NewPremises) -> Result<PremisesView, ApiError> {
    let department = department_of(&new.address.district, "/address/district")?;
    state
        .act(actor, async |tx| {
            let party = tx.by.party()?;
            let address = registry::usecases::address(tx, &new.address).await?;
            // Sent twice, or typed twice: an officer decides about it once.
            if store::has(tx, party, address).await? {
                return Err(Refusal::PremisesAlreadyYours.into());
            }
            let id = PremisesId(state.chance.id(tx.now));
            store::add(tx, id, party, address, &new, department).await?;
            let row = store::find(tx, &Scope::Own(party), id, state.today()).await?;
            row.map(|row| row.view(true)).ok_or_else(|| ApiError::broken("premises were not kept"))
        })
        .await
}

pub async fn show(state: &AppState, actor: &Actor, id: PremisesId) -> Result<PremisesView, ApiError> {
    let reading = state.read(actor).await?;
    let scope = scope(&reading.by)?;
    let row =
        store::find(&*reading, &scope, id, reading.today).await?.ok_or(ApiError::NotFound("premises"))?;
    let host = matches!(scope, Scope::Own(_));
    if !host {
        transparency::seen(state, actor, &reading, Purpose::DepartmentWork, Vec::new()).await?;
    }
    Ok(row.view(host))
}

/// How the department's work stands; about officers and numbers only, so no guest's log has a line of it.
pub async fn board(state: &AppState, actor: &Actor) -> Result<Board, ApiError> {
    let reading = state.read(actor).await?;
    let department = reading.by.department()?;
    let (waiting, waiting_over_week, guests_waiting) =
        store::waiting_since(&*reading, department, reading.now - NEW, reading.today).await?;
    let officers = store::decided(&*reading, department, reading.now - LATELY).await?;
    Ok(Board { waiting, waiting_over_week, guests_waiting, officers })
}

pub async fn list(
    state: &AppState,
    actor: &Actor,
    wanted: Option<PremisesState>,
    after: Option<After>,
    limit: usize,
) -> Result<Page<PremisesView>, ApiError> {
    let reading = state.read(actor).await?;
    let scope = scope(&reading.by)?;
    let host = matches!(scope, Scope::Own(_));
    let rows = store::page(&*reading, &scope, wanted, after, limit + 1, reading.today).await?;
    if !host {
        transparency::seen(state, actor, &reading, Purpose::DepartmentWork, Vec::new()).await?;
    }
    let views = rows.into_iter().map(|row: Row| row.view(host)).collect();
    Ok(Page::cut(views, limit, |view: &PremisesView| After::write(view.requested_at, view.id.0)))
}

/// The address stands; registrations there lose their mark.
pub async fn confirm(
    state: &AppState,
    actor: &Actor,
    id: PremisesId,
    seen: Seen,
) -> Result<PremisesView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = decide(tx, id, seen, PremisesState::Confirmed, None).await?;
            settle(tx, id, RegistrationEventKind::AddressConfirmed).await?;
            tell(tx, &row, "address_confirmed", None).await?;
            view(tx, id).await
        })
        .await
}

/// The address does not stand: registrations there are annulled, and the host is told.
pub async fn reject(
    state: &AppState,
    actor: &Actor,
    id: PremisesId,
    seen: Seen,
    form: RejectPremises,
) -> Result<PremisesView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = decide(tx, id, seen, PremisesState::Rejected, Some(&form.reason)).await?;
            settle(tx, id, RegistrationEventKind::Annulled).await?;
            tell(tx, &row, "address_rejected", Some(form.reason.clone())).await?;
            view(tx, id).await
        })
        .await
}

async fn decide(
    tx: &Tx,
    id: PremisesId,
    seen: Seen,
    state: PremisesState,
    reason: Option<&str>,
) -> Result<Row, ApiError> {
    let scope = Scope::Department(tx.by.department()?.to_owned());
    let row = store::find(tx, &scope, id, tx.state.today()).await?.ok_or(ApiError::NotFound("premises"))?;
    seen.current(row.version, "premises")?;
    rules::decide_premises(row.state)?;
    store::decide(tx, id, row.version, state, reason).await?;
    Ok(row)
}

/// Writes the decision into the journal of each registration that waited for it: many at a time, all in this act.
async fn settle(tx: &Tx, id: PremisesId, kind: RegistrationEventKind) -> Result<(), ApiError> {
    let annulled = kind == RegistrationEventKind::Annulled;
    let append = Append {
        state: annulled.then_some(RegistrationState::Annulled),
        closes: annulled,
        settles_address: true,
        reason: annulled.then_some("address_rejected"),
        ..Append::of(kind)
    };
    let mut subjects = Vec::new();
    loop {
        let settled: Vec<Settled> = store::settle(tx, id, &append).await?;
        if settled.is_empty() {
            transparency::changed(tx, Purpose::DepartmentWork, subjects);
            return Ok(());
        }
        journal::write_events(tx, settled.iter().map(|of| (of.id, of.seq)), &append);
        if annulled {
            give_back(tx, &settled).await?;
        }
        subjects.extend(settled.iter().map(|of| Subject { person: of.person, registration: Some(of.id) }));
    }
}

/// What those that fall had ended goes on.
async fn give_back(tx: &Tx, fallen: &[Settled]) -> Result<(), ApiError> {
    let persons: Vec<_> = fallen.iter().map(|of| of.person).collect();
    let with_more = succession_store::have_ended(tx, &persons).await?;
    for of in fallen.iter().filter(|of| with_more.contains(&of.person)) {
        succession::reinstate(tx, of.person, of.id).await?;
    }
    Ok(())
}

async fn tell(tx: &Tx, row: &Row, kind: &'static str, reason: Option<String>) -> Result<(), ApiError> {
    let address = format!("{}, {}", row.street, row.house);
    for account in store::members(tx, row.party).await? {
        let message = Message::to_account(account, kind);
        outbox::enqueue(tx, message.with("reason", reason.clone()).with("address", Some(address.clone())))
            .await?;
    }
    Ok(())
}

async fn view(tx: &Tx, id: PremisesId) -> Result<PremisesView, ApiError> {
    let scope = Scope::Department(tx.by.department()?.to_owned());
    let row = store::find(tx, &scope, id, tx.state.today()).await?;
    row.map(|row| row.view(false)).ok_or(ApiError::NotFound("premises"))
}
