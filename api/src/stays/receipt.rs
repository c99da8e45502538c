//! Receipt: what the law lets pass is written. One registration or a thousand, each of another person.
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use shared::{
    identity::Language,
    ids::{PersonId, RegistrationId},
    law::Edition,
    premises::PremisesState,
    refusal::Refusal,
    registrations::NewRegistration,
};

use super::{
    journal_store::EventRow,
    premises_store,
    rules::{Dates, Judged},
    store::{self, Drawn, New},
    succession::{self, Falls},
    succession_store::{self, Open, Stayed},
    usecases::facts_json,
};
use crate::{
    act::Tx,
    error::ApiError,
    outbox::{self, Message},
    policy,
    registry::{
        self,
        usecases::{Meant, Observed, Stated},
    },
    transparency::Subject,
};

/// A registration that nothing but an earlier one of the same person can stand in the way of.
pub struct Passed<'a> {
    pub id: RegistrationId,
    pub new: &'a NewRegistration,
    pub dates: Dates,
    pub judged: &'a Judged,
    pub premises: &'a premises_store::Row,
    pub stated: &'a Stated<'a>,
    pub meant: &'a Meant<'a>,
}

impl Passed<'_> {
    /// Its last day has passed already: it ends nothing and holds nothing open.
    fn over(&self, today: NaiveDate) -> bool {
        self.dates.until < today
    }

    fn stayed(&self, person: PersonId) -> Stayed {
        Stayed { person, premises: self.new.premises, from_day: self.dates.arrived_at_address }
    }
}

/// A registration that has just been written.
pub struct Received {
    pub new: New,
    pub drawn: Drawn,
    pub event: EventRow,
}

impl Received {
    pub fn subject(&self) -> Subject {
        Subject { person: self.new.person, registration: Some(self.new.id) }
    }
}

/// Person, row, event and message of each, in one reading and one writing of each table. The access entry is the
/// caller's: a request has one.
pub async fn receive(tx: &Tx, passed: &[Passed<'_>]) -> Result<Vec<Result<Received, Refusal>>, ApiError> {
    let today = tx.state.today();
    let meant: Vec<_> = passed.iter().map(|one| one.meant).collect();
    let held = registry::usecases::hold(tx, &meant).await?;
    let earlier = Earlier::of(tx, passed, today).await?;
    let (mut falls, mut good, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for one in passed {
        let judged = earlier.judge(one, today);
        if let Ok(fall) = &judged {
            falls.push(fall.clone());
            good.push(one);
        }
        answers.push(judged.map(drop));
    }
    succession::fall(tx, falls).await?;
    let meant: Vec<_> = good.iter().map(|one| one.meant).collect();
    let observed = registry::usecases::write_down(tx, &held, &meant)?;
    let rows = good.iter().zip(observed).map(|(one, observed)| row(tx, one, &observed));
    let rows: Vec<New> = rows.collect::<Result<_, _>>()?;
    let written = store::add(tx, &rows);
    let letter = |(new, (_, event)): (&New, &(Drawn, EventRow))| {
        new.contact.is_some().then(|| Message::to_guest(new.id, event.id.0, "notice"))
    };
    let letters: Vec<_> = rows.iter().zip(&written).filter_map(letter).collect();
    outbox::enqueue_first(tx, &letters)?;
    let mut received = rows.into_iter().zip(written);
    let mut next = |()| received.next().map(|(new, (drawn, event))| Received { new, drawn, event });
    let answers: Option<Vec<_>> =
        answers.into_iter().map(|answer| answer.map(&mut next).transpose()).collect();
    answers.ok_or_else(|| ApiError::broken("a registration was lost"))
}

/// What stands in the registry of the persons who are known.
struct Earlier {
    open: BTreeMap<PersonId, Open>,
    stayed: BTreeSet<Stayed>,
}

impl Earlier {
    async fn of(tx: &Tx, passed: &[Passed<'_>], today: NaiveDate) -> Result<Self, ApiError> {
        let known = |over: bool| {
            let these = passed.iter().filter(move |one| one.over(today) == over);
            these.filter_map(|one| Some((one, one.meant.person()?)))
        };
        let persons: Vec<_> = known(false).map(|(_, person)| person).collect();
        let stays: Vec<_> = known(true).map(|(one, person)| one.stayed(person)).collect();
        let open = succession_store::open_of(tx, &persons).await?;
        let stayed = succession_store::stayed(tx, &stays).await?;
        Ok(Self {
            open: open.into_iter().map(|open| (open.person, open)).collect(),
            stayed: stayed.into_iter().collect(),
        })
    }

    /// A stay that is over ends nothing; it is only not registered twice.
    fn judge(&self, one: &Passed<'_>, today: NaiveDate) -> Result<Falls, Refusal> {
        let Some(person) = one.meant.person() else { return Ok(Falls::Nothing) };
        let (premises, from) = (one.new.premises, one.dates.arrived_at_address);
        if !one.over(today) {
            return succession::falls(self.open.get(&person), premises, from, one.id);
        }
        if self.stayed.contains(&one.stayed(person)) {
            Err(Refusal::RegistrationAlreadyHere)
        } else {
            Ok(Falls::Nothing)
        }
    }
}

fn row(tx: &Tx, one: &Passed<'_>, observed: &Observed) -> Result<New, ApiError> {
    let Passed { id, new, dates, judged, premises, stated, .. } = one;
    let guest = &new.guest;
    Ok(New {
        id: *id,
        party: premises.party,
        premises: new.premises,
        department: premises.department.clone(),
        person: observed.person,
        document: observed.document,
        surname: guest.surname.clone(),
        given_names: guest.given_names.clone(),
        citizenship: guest.citizenship.clone(),
        document_number: guest.document.number.clone(),
        name_key: stated.name_key.clone(),
        dates: *dates,
        latest_until: judged.latest_until,
        moved: new.moved,
        visa_number: new.visa.as_ref().map(|visa| visa.number.clone()),
        room: new.room.clone(),
        contact: new.contact.clone(),
        language: new.language.unwrap_or(Language::En),
        mrz: super::lines::kept(guest),
        channel: policy::channel(tx.by.role).ok_or(ApiError::Forbidden("forbidden"))?,
        address_open: premises.state == PremisesState::Requested,
        over: one.over(tx.state.today()),
        late_days: judged.late_days,
        term: term(judged),
        edition: Edition::first().number().into(),
        engine: judged.engine.into(),
        trace: judged.trace.clone(),
        facts: facts_json(guest, new.moved, *dates)?,
    })
}

/// The last day of the term, its item and its basis.
pub fn term(judged: &Judged) -> (NaiveDate, String, String) {
    let deadline = &judged.deadline;
    (
        deadline.last_day,
        format!("registration_stay/register/{}", deadline.term_id),
        deadline.legal_basis.clone(),
    )
}
