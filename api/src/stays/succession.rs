//! One registration of a person ends another, and gives it back when it falls itself.
use chrono::{Days, NaiveDate};
use shared::{
    ids::{PersonId, PremisesId, RegistrationId},
    premises::PremisesState,
    refusal::Refusal,
    registrations::{RegistrationEventKind, RegistrationState},
};

use super::{
    journal_store::{self as journal, Append},
    succession_store::{self as store, Ended, Open},
};
use crate::{act::Tx, error::ApiError};

/// What a new registration does to the one that stands open for its person.
#[derive(Debug, Clone)]
pub enum Falls {
    Nothing,
    /// Its time ran out by itself: no event, or its host would learn the hour of the guest's next registration.
    RanOut(RegistrationId),
    /// It is ended; nobody else is told of it.
    Ends(RegistrationId, i64, Append),
}

/// A later registration of the same person, `by`, ends the earlier one on the day before.
pub fn falls(
    open: Option<&Open>,
    premises: PremisesId,
    from: NaiveDate,
    by: RegistrationId,
) -> Result<Falls, Refusal> {
    let Some(open) = open.filter(|open| open.id != by) else { return Ok(Falls::Nothing) };
    if open.premises == premises && open.from_day == from {
        return Err(Refusal::RegistrationAlreadyHere);
    }
    if open.until_day < from {
        return Ok(Falls::RanOut(open.id));
    }
    // Never before it began: what stood there stood there.
    let last = from.checked_sub_days(Days::new(1)).unwrap_or(from).max(open.from_day);
    let append = Append {
        state: Some(RegistrationState::Superseded),
        until: Some((open.until_day, last)),
        closes: true,
        by: Some(by),
        ..Append::of(RegistrationEventKind::Superseded)
    };
    Ok(Falls::Ends(open.id, open.seq, append))
}

/// Lets them fall.
pub async fn fall(tx: &Tx, all: Vec<Falls>) -> Result<(), ApiError> {
    let (mut over, mut ends) = (Vec::new(), Vec::new());
    for one in all {
        match one {
            Falls::Nothing => {}
            Falls::RanOut(id) => over.push(id),
            Falls::Ends(id, seq, append) => ends.push((id, seq, append)),
        }
    }
    store::ran_out(tx, &over).await?;
    written(journal::append_all(tx, &ends).await)
}

/// A person is found to be another: the registration `by` ends what stood open for that one.
pub async fn supersede(
    tx: &Tx,
    person: PersonId,
    premises: PremisesId,
    from: NaiveDate,
    by: RegistrationId,
) -> Result<(), ApiError> {
    let open = store::open_of(tx, &[person]).await?;
    fall(tx, vec![falls(open.first(), premises, from, by)?]).await
}

/// `annulled` counts as never made: what it ended goes on as it was, unless another registration stands by now. If its
/// address was rejected meanwhile it falls too, and what it had ended goes on.
pub async fn reinstate(tx: &Tx, person: PersonId, annulled: RegistrationId) -> Result<(), ApiError> {
    let mut annulled = annulled;
    while let Some(ended) = store::ended_by(tx, person, annulled).await? {
        if ended.premises != PremisesState::Rejected {
            return go_on(tx, person, &ended).await;
        }
        let append = Append {
            state: Some(RegistrationState::Annulled),
            closes: true,
            reason: Some("address_rejected"),
            ..Append::of(RegistrationEventKind::Annulled)
        };
        written(journal::append(tx, ended.id, ended.seq, &append).await)?;
        annulled = ended.id;
    }
    Ok(())
}

async fn go_on(tx: &Tx, person: PersonId, ended: &Ended) -> Result<(), ApiError> {
    let over = ended.until_before < tx.state.today();
    if !over && !store::open_of(tx, &[person]).await?.is_empty() {
        return Ok(());
    }
    let append = Append {
        state: Some(RegistrationState::Registered),
        until: Some((ended.until_day, ended.until_before)),
        opens: !over,
        waits: !over && ended.premises == PremisesState::Requested,
        ..Append::of(RegistrationEventKind::Reinstated)
    };
    written(journal::append(tx, ended.id, ended.seq, &append).await)
}

/// Its own host changed it this moment: the act begins again, and nobody learns of the other.
fn written<T>(outcome: Result<T, ApiError>) -> Result<(), ApiError> {
    match outcome {
        Err(ApiError::Stale(what)) => Err(ApiError::Collided(format!("another {what} of the same person"))),
        other => other.map(drop),
    }
}
