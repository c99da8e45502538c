//! One registration of a person ends another, and gives it back when it falls itself.
use chrono::{Days, NaiveDate};
use shared::{
    ids::{EventId, PersonId, RegistrationId},
    premises::PremisesState,
    refusal::Refusal,
    registrations::{RegistrationEventKind, RegistrationState},
};

use super::{
    journal_store::{self as journal, Append},
    premises_store,
    succession_store::{self as store, Ended},
};
use crate::{act::Tx, error::ApiError};

/// A later registration of the same person, `by`, ends the earlier one on the day before; nobody else is told of it.
pub async fn supersede(
    tx: &Tx,
    person: PersonId,
    premises: &premises_store::Row,
    from: NaiveDate,
    by: RegistrationId,
) -> Result<(), ApiError> {
    let Some(open) = store::open_of(tx, person).await?.filter(|open| open.id != by) else { return Ok(()) };
    if open.premises == premises.id && open.from_day == from {
        return Err(Refusal::RegistrationAlreadyHere.into());
    }
    if open.until_day < from {
        // Its time ran out by itself: no event, or its host would learn the hour of the guest's next registration.
        return store::ran_out(tx, open.id).await;
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
    written(journal::append(tx, open.id, open.seq, &append).await)
}

/// A stay that is over ends nothing; it is only not registered twice.
pub async fn past(
    tx: &Tx,
    person: PersonId,
    premises: &premises_store::Row,
    from: NaiveDate,
) -> Result<(), ApiError> {
    if store::stayed(tx, person, premises.id, from).await? {
        return Err(Refusal::RegistrationAlreadyHere.into());
    }
    Ok(())
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
    if !over && store::open_of(tx, person).await?.is_some() {
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
fn written(outcome: Result<EventId, ApiError>) -> Result<(), ApiError> {
    match outcome {
        Err(ApiError::Stale(what)) => Err(ApiError::Collided(format!("another {what} of the same person"))),
        other => other.map(drop),
    }
}
