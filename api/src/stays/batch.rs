//! Up to a thousand registrations at once: each an act of its own, as if they had been sent one after the other.
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::DbBackend;
use serde::{Deserialize, Serialize};
use shared::{
    batches::{BatchAnswer, BatchItem, BatchReceipt, RegisterBatch},
    ids::{PersonId, PremisesId, RegistrationId},
    refusal::Refusal,
    registrations::NewRegistration,
};
use validator::Validate;

use super::{
    premises_store,
    receipt::{self, Passed, Received},
    rules::{self, Dates, Judged},
    store, usecases,
};
use crate::{
    act::Tx,
    error::{ApiError, FieldError},
    http::{
        call::Actor,
        idempotency::{self, IdempotencyKey},
        problems, valid,
    },
    registry::{
        self,
        usecases::{Meant, Stated},
    },
    state::AppState,
    transparency::{self, Purpose, Subject},
};

/// What became of one registration, as it is kept with the key: ids, codes and days.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Became {
    Registered(BatchReceipt),
    Invalid(Vec<FieldError>),
    Refused(Refusal),
}

/// A registration in which nothing is wrong by itself.
struct Fit {
    id: RegistrationId,
    new: NewRegistration,
    dates: Dates,
    judged: Judged,
}

/// Registers many guests; an answer for each.
pub async fn register(
    state: &AppState,
    actor: &Actor,
    key: &IdempotencyKey,
    batch: RegisterBatch,
) -> Result<BatchAnswer, ApiError> {
    let hash = idempotency::request_hash(&batch)?;
    let today = state.today();
    let mut read = Vec::with_capacity(batch.registrations.len());
    for item in batch.registrations {
        read.push(fit(state, item, today)?);
        // A thousand of them take a while: the thread answers others in between.
        tokio::task::yield_now().await;
    }
    let became = state
        .act(actor, async |tx| {
            queue_up(tx).await?;
            if let Some(became) = done(tx, key, &hash).await? {
                return Ok(became);
            }
            let became = all(tx, &read).await?;
            let outcome = serde_json::to_string(&became).map_err(ApiError::broken)?;
            idempotency::keep_outcome(tx, key, &hash, outcome)?;
            Ok(became)
        })
        .await?;
    Ok(answer(became, actor))
}

/// What can be said of a registration by itself.
type Read = Result<Fit, Vec<FieldError>>;

/// Shape, rules, dates, lines and the law, as of a registration that comes alone.
fn fit(state: &AppState, item: serde_json::Value, today: NaiveDate) -> Result<Read, ApiError> {
    let read = || -> Result<Fit, ApiError> {
        let new: NewRegistration = valid::shape(item)?;
        new.validate()?;
        let days = (&*new.arrived_in_country, &*new.arrived_at_address, &*new.until);
        let (dates, judged) = usecases::judge(&new.guest, days, new.visa.as_ref(), None, new.moved, today)?;
        rules::original_seen(false, new.original_seen)
            .map_err(|code| ApiError::field("/original_seen", code))?;
        Ok(Fit { id: RegistrationId(state.chance.id(state.now())), new, dates, judged })
    };
    match read() {
        Ok(fit) => Ok(Ok(fit)),
        Err(ApiError::Invalid(fields)) => Ok(Err(fields)),
        Err(error) => Err(error),
    }
}

/// Two that hold the same persons would collide again and again. Whoever has collided once is alone with what it holds;
/// the others do not wait for each other.
async fn queue_up(tx: &Tx) -> Result<(), ApiError> {
    if sea_orm::ConnectionTrait::get_database_backend(tx) != DbBackend::Postgres {
        return Ok(());
    }
    let shared = if tx.again { "" } else { "_shared" };
    let sql = format!("select pg_advisory_xact_lock{shared}(hashtextextended('registration batches', 0))");
    crate::db::Sql::run(tx, &sql, Vec::new()).await.map(drop)
}

/// What an earlier request with this key came to.
async fn done(tx: &Tx, key: &IdempotencyKey, hash: &str) -> Result<Option<Vec<Became>>, ApiError> {
    let Some(done) = idempotency::done(tx, key, hash).await? else { return Ok(None) };
    let became: Vec<Became> =
        serde_json::from_str(&done.outcome.unwrap_or_default()).map_err(ApiError::broken)?;
    let registered = became.iter().filter_map(|one| match one {
        Became::Registered(receipt) => Some(receipt.id),
        Became::Invalid(_) | Became::Refused(_) => None,
    });
    let ids: Vec<_> = registered.collect();
    let subjects = store::subjects(tx, tx.by.party()?, &ids).await?;
    if subjects.len() != ids.len() {
        return Err(ApiError::NotFound("registration"));
    }
    log(tx, subjects);
    Ok(Some(became))
}

fn log(tx: &Tx, subjects: Vec<Subject>) {
    if !subjects.is_empty() {
        transparency::changed(tx, Purpose::OwnGuests, subjects);
    }
}

/// One after the other, but those of different persons together.
async fn all(tx: &Tx, read: &[Read]) -> Result<Vec<Became>, ApiError> {
    let premises = premises(tx, read).await?;
    let mut became = BTreeMap::new();
    let mut waiting = Vec::new();
    for (index, one) in read.iter().enumerate() {
        match one.as_ref().map(|fit| (fit, premises.get(&fit.new.premises))) {
            Err(fields) => drop(became.insert(index, Became::Invalid(fields.clone()))),
            Ok((_, None)) => {
                let unknown = vec![FieldError::new("/premises", "premises_unknown")];
                became.insert(index, Became::Invalid(unknown));
            }
            Ok((fit, Some(premises))) => match rules::receive_guests(premises.state) {
                Err(refusal) => drop(became.insert(index, Became::Refused(refusal))),
                Ok(()) => {
                    let stated = Stated::by(&fit.new.guest, fit.dates.born, fit.dates.document_ends);
                    waiting.push(Waiting { index, fit, premises, stated });
                }
            },
        }
    }
    let mut subjects = Vec::new();
    let mut first = true;
    while !waiting.is_empty() {
        let round = round(tx, waiting, first).await?;
        for (index, answer) in round.answers {
            subjects.extend(answer.as_ref().ok().map(Received::subject));
            became.insert(
                index,
                answer.map_or_else(Became::Refused, |received| Became::Registered(receipt(&received))),
            );
        }
        waiting = round.later;
        first = false;
    }
    log(tx, subjects);
    Ok(became.into_values().collect())
}

/// The host's own of the addresses that are named; nobody decides about them before the act is done.
async fn premises(tx: &Tx, read: &[Read]) -> Result<BTreeMap<PremisesId, premises_store::Row>, ApiError> {
    let named: BTreeSet<_> = read.iter().flatten().map(|fit| fit.new.premises).collect();
    let party = tx.by.party()?;
    if named.is_empty() {
        return Ok(BTreeMap::new());
    }
    let own = premises_store::own_all(tx, party, named.into_iter()).await?;
    for premises in own.values().filter(|premises| rules::receive_guests(premises.state).is_ok()) {
        premises_store::hold(tx, premises);
    }
    Ok(own)
}

/// A registration before it is its turn.
struct Waiting<'a> {
    index: usize,
    fit: &'a Fit,
    premises: &'a premises_store::Row,
    stated: Stated<'a>,
}

struct Round<'a> {
    answers: Vec<(usize, Result<Received, Refusal>)>,
    /// Whoever comes a second time.
    later: Vec<Waiting<'a>>,
}

/// The first registration of each person.
async fn round<'a>(tx: &Tx, waiting: Vec<Waiting<'a>>, first: bool) -> Result<Round<'a>, ApiError> {
    let mut documents = BTreeSet::new();
    let (mut now, mut later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|one| {
        let document = &one.fit.new.guest.document;
        documents.insert((document.number.clone(), document.issuer.clone()))
    });
    // In one order in all acts: two that state the same new persons wait for each other in one direction only.
    now.sort_by(|a, b| a.stated.fingerprint.cmp(&b.stated.fingerprint));
    let stated: Vec<_> = now.iter().map(|one| &one.stated).collect();
    let known = if first {
        registry::usecases::known(tx.look(), &stated).await?
    } else {
        registry::usecases::known(tx, &stated).await?
    };
    let meant: Vec<_> = stated.iter().zip(&known).map(|(stated, rows)| Meant::by(stated, rows)).collect();
    let again = again(&now, &meant);
    let mut turns = Vec::new();
    let mut passed = Vec::new();
    for (one, meant) in now.iter().zip(&meant).filter(|(one, _)| !again.contains(&one.index)) {
        let Waiting { index, fit, premises, stated } = one;
        let Fit { id, new, dates, judged } = fit;
        turns.push(*index);
        passed.push(Passed { id: *id, new, dates: *dates, judged, premises, stated, meant });
    }
    let answers = turns.into_iter().zip(receipt::receive(tx, &passed).await?).collect();
    later.extend(now.into_iter().filter(|one| again.contains(&one.index)));
    later.sort_by_key(|one| one.index);
    Ok(Round { answers, later })
}

/// Whose person another registration of the round comes before, by another document.
fn again(now: &[Waiting<'_>], meant: &[Meant<'_>]) -> BTreeSet<usize> {
    let mut firsts: BTreeMap<PersonId, usize> = BTreeMap::new();
    let known = || now.iter().zip(meant).filter_map(|(one, meant)| Some((meant.person()?, one.index)));
    for (person, index) in known() {
        let first = firsts.entry(person).or_insert(index);
        *first = index.min(*first);
    }
    known().filter(|(person, index)| firsts.get(person) != Some(index)).map(|(_, index)| index).collect()
}

fn receipt(received: &Received) -> BatchReceipt {
    let Received { new, drawn, .. } = received;
    BatchReceipt {
        id: new.id,
        number: drawn.number.clone(),
        until: new.dates.until,
        last_day: new.term.0,
        late_days: new.late_days,
    }
}

/// In the reader's language.
fn answer(became: Vec<Became>, actor: &Actor) -> BatchAnswer {
    let item = |(index, one)| {
        let (registration, error) = match one {
            Became::Registered(receipt) => (Some(receipt), None),
            Became::Invalid(fields) => (None, Some(ApiError::Invalid(fields))),
            Became::Refused(refusal) => (None, Some(ApiError::Refused(refusal))),
        };
        let problem = error.map(|error| problems::body(&error, &actor.call));
        BatchItem { index, registration, problem }
    };
    let items: Vec<BatchItem> = became.into_iter().enumerate().map(item).collect();
    let registered = items.iter().filter(|item| item.registration.is_some()).count();
    BatchAnswer { registered, refused: items.len() - registered, items }
}
