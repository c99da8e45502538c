//! An invented population: deterministic, any size (`umis seed`). Every guest goes through the same door as real ones.
mod invent;
mod names;
mod places;
mod store;

use std::net::IpAddr;
use std::sync::Arc;

use anyhow::{bail, ensure};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use rand::{Rng, SeedableRng, rngs::StdRng};
use shared::{
    identity::Language,
    ids::{ApiClientId, PremisesId, RegistrationId},
    permission::Permission,
    premises::RejectPremises,
    registrations::{AnnulReason, AnnulRegistration, CorrectRegistration, NewRegistration, RecordDeparture},
};

use self::{invent::After, places::Fate};
use crate::{
    chance::Chance,
    clock::Clock,
    config::Settings,
    error::ApiError,
    http::{
        call::{Actor, Call, Who},
        idempotency::IdempotencyKey,
        if_match::Seen,
    },
    identity::demo::{demo_accounts, ensure_demo_accounts},
    state::AppState,
    stays,
};

/// How far back guests arrive; calendars of the law reach no further.
const YEARS_BACK: u64 = 3;

/// So long before the last day an officer looks at the addresses that do not stand.
const REJECTED_BEFORE: u64 = 20;

/// A host of the population, with the program that acts for it.
#[derive(Debug, Clone)]
pub struct Host {
    pub client: ApiClientId,
    pub premises: PremisesId,
    pub fate: Fate,
}

/// A clock that goes from day to day, but never beyond now.
struct Past {
    clock: Clock,
    now: DateTime<Utc>,
}

impl Past {
    fn set(&self, moment: DateTime<Utc>) {
        self.clock.set(moment.min(self.now));
    }
}

/// Fills an empty database and prints the demo sign-ins.
/// `now` is what a real clock says: nobody came later than that.
pub async fn run(
    settings: Settings,
    people: u64,
    seed: u64,
    until: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    if settings.is_production() {
        bail!("a production service is never filled with invented people");
    }
    let today = crate::clock::baku_day(now);
    let until = until.unwrap_or(today);
    // Who names a later day wants what happens until then.
    let now = if until > today { DateTime::<Utc>::MAX_UTC } else { now };
    let first = until.checked_sub_days(Days::new(YEARS_BACK * 365)).unwrap_or(until).max(places::first_day());
    let clock = Past { clock: Clock::still(at(first, 5, 0)), now };
    let state = AppState::start(settings, clock.clock.clone(), Chance::seeded(seed)).await?;
    state.start_writing();
    filled(&state, &clock, people, seed, (first, until)).await.map_err(said)?;
    for account in demo_accounts() {
        println!("{:<14} {:<24} {}", account.role, account.email, account.password);
    }
    Ok(())
}

/// What went wrong, with the fields: an invented guest must fit the law.
fn said(error: ApiError) -> anyhow::Error {
    match error {
        ApiError::Invalid(fields) => anyhow::anyhow!("an invented guest does not fit: {fields:?}"),
        error => anyhow::anyhow!("{error}"),
    }
}

async fn filled(
    state: &AppState,
    clock: &Past,
    people: u64,
    seed: u64,
    (first, until): (NaiveDate, NaiveDate),
) -> Result<(), ApiError> {
    let service = Actor::service("seed", seed);
    if state.act(&service, async |tx| store::is_filled(tx).await).await? {
        return Err(ApiError::broken("the database is not empty"));
    }
    ensure_demo_accounts(state).await?;
    let hosts = state.act(&service, async |tx| store::add_hosts(tx, people).await).await?;
    let mut chance = StdRng::seed_from_u64(seed);
    let mut stays: Vec<invent::Stay> =
        (0..people).flat_map(|_| invent::stays(&mut chance, hosts.len(), first, until)).collect();
    // In the order of receipt: a later registration ends the earlier one.
    stays.sort_by(|a, b| (a.received, &a.guest.document.number).cmp(&(b.received, &b.guest.document.number)));
    let rejected_at =
        at(until.checked_sub_days(Days::new(REJECTED_BEFORE)).unwrap_or(first).max(first), 12, 0);
    let mut open = true;
    for (number, stay) in stays.iter().enumerate() {
        if open && stay.received >= rejected_at {
            reject(state, clock, &hosts, rejected_at).await?;
            open = false;
        }
        let Some(host) = hosts.get(stay.host) else { continue };
        // Nobody is registered where an address was not confirmed.
        if open || host.fate != Fate::Rejected {
            let key = IdempotencyKey(format!("seed-{seed}-{number}"));
            live(state, clock, host, stay, &acting(host, number), &key).await?;
        }
    }
    if open {
        reject(state, clock, &hosts, rejected_at).await?;
    }
    clock.set(at(until, 5, 0));
    Ok(())
}

/// One stay from its receipt to its end.
async fn live(
    state: &AppState,
    clock: &Past,
    host: &Host,
    stay: &invent::Stay,
    actor: &Actor,
    key: &IdempotencyKey,
) -> Result<(), ApiError> {
    clock.set(stay.received);
    let id = stays::usecases::register(state, actor, key, form(stay, host)).await?.id;
    clock.set(stay.received + TimeDelta::minutes(40));
    correct(state, actor, id, stay).await?;
    // All that is at an address when it is rejected was open.
    if let Some(left_on) = stay.left_on.filter(|_| host.fate != Fate::Rejected) {
        clock.set(at(left_on, 8, 30).max(stay.received));
        depart(state, actor, id, left_on).await?;
    }
    Ok(())
}

/// What the host found out a little later.
async fn correct(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    stay: &invent::Stay,
) -> Result<(), ApiError> {
    let correction = match &stay.after {
        After::Nothing => return Ok(()),
        After::NeverCame => {
            let form = AnnulRegistration { reason: AnnulReason::NeverCame };
            return stays::changes::annul(state, actor, id, Seen::Any, form).await.map(drop);
        }
        After::OtherRoom(room) => {
            CorrectRegistration { room: Some(room.clone()), ..CorrectRegistration::default() }
        }
        After::DayLess => CorrectRegistration {
            until: Some((stay.until - Days::new(1)).to_string()),
            ..CorrectRegistration::default()
        },
    };
    stays::changes::correct(state, actor, id, Seen::Any, correction).await.map(drop)
}

/// An officer does not confirm the addresses whose fate it is; their registrations are annulled with them.
async fn reject(
    state: &AppState,
    clock: &Past,
    hosts: &[Host],
    moment: DateTime<Utc>,
) -> Result<(), ApiError> {
    clock.set(moment);
    let service = Actor::service("seed", "rejections");
    let who = state.act(&service, async |tx| store::officer(tx, "officer@demo.az").await).await?;
    let call = Call { operation: "reject_premises".to_owned(), ..(*service.call).clone() };
    let officer = Actor { who, needs: Some(Permission::PremisesDecide), call: Arc::new(call) };
    for host in hosts.iter().filter(|host| host.fate == Fate::Rejected) {
        let form = RejectPremises {
            reason: "Bu küçədə belə ev yoxdur; sənədlər başqa ünvanı göstərir.".into(),
        };
        stays::premises::reject(state, &officer, host.premises, Seen::Version(1), form).await?;
    }
    Ok(())
}

async fn depart(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    left_on: NaiveDate,
) -> Result<(), ApiError> {
    let form = RecordDeparture { left_on: left_on.to_string() };
    stays::changes::depart(state, actor, id, Seen::Any, form).await.map(drop)
}

/// The host's program, calling.
fn acting(host: &Host, number: usize) -> Actor {
    let call = Call {
        request_id: format!("seed-{number}"),
        operation: "create_registration".to_owned(),
        language: Language::Az,
        peer: IpAddr::from([127, 0, 0, 1]),
        device: "API".to_owned(),
    };
    Actor { who: Who::Client(host.client), needs: Some(Permission::RegistrationsWrite), call: Arc::new(call) }
}

fn form(stay: &invent::Stay, host: &Host) -> NewRegistration {
    NewRegistration {
        premises: host.premises,
        guest: stay.guest.clone(),
        arrived_in_country: stay.arrived_in_country.to_string(),
        arrived_at_address: stay.arrived_at_address.to_string(),
        until: stay.until.to_string(),
        visa: stay.visa.clone(),
        moved: stay.moved,
        room: stay.room.clone(),
        contact: None,
        language: None,
        original_seen: None,
    }
}

/// An hour of a day in Baku's morning, as a moment.
fn at(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()).and_utc()
}

/// A random minute of the working day.
fn sometime(chance: &mut StdRng, day: NaiveDate) -> DateTime<Utc> {
    at(day, 5, 0) + TimeDelta::seconds(chance.random_range(0..9 * 60 * 60))
}

/// One of several.
fn one<'a, T>(chance: &mut StdRng, of: &'a [T]) -> Option<&'a T> {
    if of.is_empty() { None } else { of.get(chance.random_range(0..of.len())) }
}

/// The sizes that a seed can have.
pub fn check(people: u64) -> anyhow::Result<()> {
    ensure!(people > 0, "a population has at least one person");
    Ok(())
}
