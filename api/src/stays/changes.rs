//! What happens to a registration after its receipt: the guest leaves, stays longer, moves, was written wrongly, never came.
use chrono::NaiveDate;
use shared::{
    ids::{PremisesId, RegistrationId},
    registrations::{
        AnnulRegistration, CorrectRegistration, ExtendRegistration, FieldChange, MoveGuest, RecordDeparture,
        RegistrationEventKind, RegistrationState, RegistrationView,
    },
};

use super::{
    journal_store::{self as journal, Append, Corrected, Moved},
    premises_store,
    receipt::term,
    rules::{self, Dates, Stay},
    store::{self, Row, Scope},
    succession,
    usecases::{day, facts_json, judge, shown, subject, with_day},
    view,
    written::Written,
};
use crate::{
    act::Tx,
    error::{ApiError, FieldError},
    http::{call::Actor, if_match::Seen},
    law,
    outbox::{self, Message},
    registry::{self, usecases::Stated},
    state::AppState,
    transparency::{self, Purpose, Subject},
};

/// Loads a registration of the actor for a change.
async fn load(tx: &Tx, id: RegistrationId, seen: Seen) -> Result<Row, ApiError> {
    let scope = Scope::Own(tx.by.party()?);
    let row = store::find(tx, &scope, id).await?.ok_or(ApiError::NotFound("registration"))?;
    seen.current(row.seq, "registration")?;
    Ok(row)
}

/// The guest left: the registration ends that day.
pub async fn depart(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    seen: Seen,
    form: RecordDeparture,
) -> Result<RegistrationView, ApiError> {
    let left_on = day(&form.left_on)?;
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::depart(&view::facets(&row, true))?;
            if left_on > state.today() {
                return Err(ApiError::Invalid(vec![FieldError::new("/left_on", "date_future")]));
            }
            if left_on < row.from_day {
                let error = FieldError::new("/left_on", "departure_before_arrival");
                return Err(ApiError::Invalid(vec![error.with("date", row.from_day)]));
            }
            let append = Append {
                state: Some(RegistrationState::Departed),
                until: Some((row.until_day, row.until_day.min(left_on))),
                closes: true,
                on: Some(left_on),
                ..Append::of(RegistrationEventKind::Departed)
            };
            journal::append(tx, id, row.seq, &append).await?;
            transparency::changed(tx, Purpose::OwnGuests, vec![subject(&row)]);
            shown(tx, id).await
        })
        .await
}

/// As if it had never been: the guest never came, or was written down by mistake.
pub async fn annul(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    seen: Seen,
    form: AnnulRegistration,
) -> Result<RegistrationView, ApiError> {
    let reason = match form.reason {
        shared::registrations::AnnulReason::NeverCame => "never_came",
        shared::registrations::AnnulReason::WrongGuest => "wrong_guest",
        shared::registrations::AnnulReason::EnteredTwice => "entered_twice",
    };
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::annul(&view::facets(&row, true))?;
            let append = Append {
                state: Some(RegistrationState::Annulled),
                closes: true,
                reason: Some(reason),
                ..Append::of(RegistrationEventKind::Annulled)
            };
            journal::append(tx, id, row.seq, &append).await?;
            succession::reinstate(tx, row.person, id).await?;
            transparency::changed(tx, Purpose::OwnGuests, vec![subject(&row)]);
            shown(tx, id).await
        })
        .await
}

/// Corrects what was written wrongly; old and new are both kept, and the term is judged again by the day of receipt.
pub async fn correct(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    seen: Seen,
    form: CorrectRegistration,
) -> Result<RegistrationView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::correct(&view::facets(&row, true))?;
            let before = Written::of(&row, &store::document(tx, id).await?);
            let after = before.corrected(&form);
            rewrite(tx, row, RegistrationEventKind::Corrected, &before, after, Asked::ByHost).await?;
            shown(tx, id).await
        })
        .await
}

/// The stay goes on until a later day, by a decision of the Service where the visa or the visa-free time ends before.
pub async fn extend(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    seen: Seen,
    form: ExtendRegistration,
) -> Result<RegistrationView, ApiError> {
    let until = day(&form.until)?;
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::go_on(&view::facets(&row, true), state.today())?;
            let mut wrong = Vec::new();
            if until <= row.until_day {
                wrong.push(with_day(FieldError::new("/until", "extension_not_later"), Some(row.until_day)));
            }
            if let Some(decision) = &form.decision {
                let extended = day(&decision.stay_until)?;
                let law = law::usecases::registration_stay()?;
                let told = rules::extends(law, row.latest_until, extended, state.today());
                let told =
                    told.ok_or_else(|| ApiError::broken("the law cannot tell how far a stay extends"))?;
                wrong.extend(told.map(|(at, code, day)| with_day(FieldError::new(at, code), day)));
            }
            if !wrong.is_empty() {
                return Err(ApiError::Invalid(wrong));
            }
            let before = Written::of(&row, &store::document(tx, id).await?);
            let known = before.clone();
            let after = Written {
                until: form.until.clone(),
                decision: form.decision.clone().or(known.decision),
                ..known
            };
            rewrite(tx, row, RegistrationEventKind::Extended, &before, after, Asked::ByHost).await?;
            shown(tx, id).await
        })
        .await
}

/// The guest goes on to another address of the same host: the registration goes along (MC 21.9).
pub async fn relocate(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    seen: Seen,
    form: MoveGuest,
) -> Result<RegistrationView, ApiError> {
    let moved_on = day(&form.moved_on)?;
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::go_on(&view::facets(&row, true), state.today())?;
            let own =
                premises_store::own_all(tx, row.party, [row.premises, form.premises].into_iter()).await?;
            let (from, to) = (own.get(&row.premises), own.get(&form.premises));
            let to = to.ok_or_else(|| ApiError::field("/premises", "premises_unknown"))?;
            let from = from.ok_or(ApiError::NotFound("premises"))?;
            rules::receive_guests(to.state)?;
            let mut wrong = Vec::new();
            if to.id == from.id {
                wrong.push(FieldError::new("/premises", "premises_the_same"));
            }
            if moved_on > state.today() {
                wrong.push(FieldError::new("/moved_on", "date_future"));
            }
            if moved_on < row.from_day {
                let error = FieldError::new("/moved_on", "move_before_arrival");
                wrong.push(error.with("date", row.from_day));
            }
            if !wrong.is_empty() {
                return Err(ApiError::Invalid(wrong));
            }
            let before = Written::of(&row, &store::document(tx, id).await?);
            within(&row, &before, state.today())?;
            premises_store::hold(tx, to);
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let changes: Vec<_> =
                [("room", text(&row.room), text(&form.room)), ("address", from.line(), to.line())]
                    .into_iter()
                    .filter(|(_, old, new)| old != new)
                    .map(|(field, old, new)| FieldChange { field: field.to_owned(), old, new })
                    .collect();
            let moved = Moved { from: from.id, to, on: moved_on, room: form.room.clone() };
            journal::relocate(tx, id, row.seq, &moved, &changes).await?;
            transparency::changed(tx, Purpose::OwnGuests, vec![subject(&row)]);
            shown(tx, id).await
        })
        .await
}

/// The law asks no new registration of who moves within the flats of one owner.
fn within(row: &Row, written: &Written, today: NaiveDate) -> Result<(), ApiError> {
    let dates = Dates {
        born: day(&written.guest.birth_date)?,
        document_ends: day(&written.guest.document.expires_on)?,
        arrived_in_country: row.arrived_in_country,
        arrived_at_address: row.arrived_at_address,
        until: row.until_day,
        visa_until: row.visa_until,
        extended_until: row.decision_until,
    };
    let stay = Stay { citizenship: &row.citizenship, moved: true, dates };
    match rules::moves_within(law::usecases::registration_stay()?, &stay, today) {
        Some(true) => Ok(()),
        _ => Err(ApiError::broken("the law asks a new registration of who moves within one owner's flats")),
    }
}

/// A repeated answer shows the address of then.
pub async fn take_back_move(tx: &Tx, view: &mut RegistrationView, to: PremisesId) -> Result<(), ApiError> {
    let party = tx.by.party()?;
    let own = premises_store::own_all(tx, party, [to].into_iter()).await?;
    if let Some(premises) = own.into_values().next() {
        view.premises = premises.id;
        view.place = premises.kind;
        view.premises_state = premises.state;
        view.department.clone_from(&premises.department);
        view.address = premises.address();
    }
    Ok(())
}

/// Who asked for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByHost,
    /// The person themselves, and an officer agreed: it stays theirs, also after it was closed.
    ByPerson,
}

/// What a person asked for and an officer agreed to.
pub(super) async fn put_right(tx: &Tx, row: Row, form: &CorrectRegistration) -> Result<(), ApiError> {
    rules::correct_as_asked(&view::facets(&row, false))?;
    let before = Written::of(&row, &store::document(tx, row.id).await?);
    let after = before.corrected(form);
    rewrite(tx, row, RegistrationEventKind::Corrected, &before, after, Asked::ByPerson).await
}

/// What is written anew is judged by the day of receipt; old and new are both kept.
async fn rewrite(
    tx: &Tx,
    row: Row,
    kind: RegistrationEventKind,
    before: &Written,
    after: Written,
    asked: Asked,
) -> Result<(), ApiError> {
    let (id, today) = (row.id, tx.state.today());
    let purpose = match asked {
        Asked::ByHost => Purpose::OwnGuests,
        Asked::ByPerson => Purpose::DepartmentWork,
    };
    let received_on = crate::clock::baku_day(row.registered_at);
    let dates = (&*after.arrived_in_country, &*after.arrived_at_address, &*after.until);
    let (visa, decision) = (after.visa.as_ref(), after.decision.as_ref());
    let (dates, judged) = judge(&after.guest, dates, visa, decision, after.moved, received_on)?;
    let facets = view::facets(&row, true);
    let over = dates.until < today || facets.closed;
    rules::prolong(&facets, today, over)?;
    let changes = before.differences(&after);
    if changes.is_empty() {
        // Nothing is changed, but it is shown.
        transparency::changed(tx, purpose, vec![subject(&row)]);
        return Ok(());
    }
    let mut person = row.person;
    let mut new_document = None;
    if after.guest != before.guest {
        let stated = Stated::by(&after.guest, dates.born, dates.document_ends);
        let own =
            premises_store::own(tx, &premises_store::Scope::Own(row.party), row.premises, &stated).await?;
        let (premises, known) = own.ok_or(ApiError::NotFound("premises"))?;
        let whose = (asked == Asked::ByPerson).then_some(row.person);
        let observed = registry::usecases::observe(tx, &stated, &known, whose).await?;
        if observed.person != row.person && !over {
            succession::supersede(tx, observed.person, premises.id, dates.arrived_at_address, id).await?;
        }
        person = observed.person;
        new_document = Some(observed.document);
    }
    let Written { guest, visa, decision, moved, room, contact, language, .. } = after;
    let new_contact = contact.is_some() && contact != before.contact;
    let corrected = Corrected {
        person,
        document: new_document,
        name_key: registry::usecases::name_key(&guest),
        facts: facts_json(&guest, moved, dates)?,
        surname: guest.surname,
        given_names: guest.given_names,
        citizenship: guest.citizenship,
        document_number: guest.document.number,
        mrz: guest.mrz,
        arrived_in_country: dates.arrived_in_country,
        arrived_at_address: dates.arrived_at_address,
        until: dates.until,
        latest_until: judged.latest_until,
        visa: visa.map(|visa| day(&visa.stay_until).map(|until| (visa.number, until))).transpose()?,
        decision: decision
            .map(|decision| day(&decision.stay_until).map(|until| (decision.number, until)))
            .transpose()?,
        moved,
        room,
        contact,
        language,
        late_days: judged.late_days,
        term: term(&judged),
        trace: judged.trace.clone(),
    };
    let event = journal::correct(tx, id, row.seq, kind, &corrected, &changes).await?;
    if new_contact {
        // The notice went elsewhere, or nowhere.
        outbox::enqueue(tx, Message::to_guest(id, event.0, "notice")).await?;
    }
    let mut subjects = vec![subject(&row)];
    if person != row.person {
        subjects.push(Subject { person, registration: Some(id) });
    }
    transparency::changed(tx, purpose, subjects);
    Ok(())
}
