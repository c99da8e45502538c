//! A registration, told by its journal alone (model.md, invariant 1).
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;
use serde::Deserialize;
use shared::{
    ids::{DocumentId, PersonId},
    registrations::{RegistrationEventKind, RegistrationState},
};

/// What a fold tells of a registration.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Told {
    pub seq: i64,
    pub state: RegistrationState,
    pub person: PersonId,
    pub document: DocumentId,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub latest_until: NaiveDate,
    pub late_days: i64,
    pub trace: String,
    pub address_open: bool,
    /// Time that ran out is no event: it says nothing of a registration that nobody closed.
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Event {
    pub seq: i64,
    pub kind: RegistrationEventKind,
    pub at: DateTime<Utc>,
    pub payload: String,
}

#[derive(Debug, Default, Deserialize)]
struct Payload {
    person: Option<PersonId>,
    document: Option<DocumentId>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    latest_until: Option<NaiveDate>,
    late_days: Option<i64>,
    trace: Option<String>,
    address_open: Option<bool>,
}

/// The registration after one more event; nothing where the event does not follow or cannot be read.
pub fn told(before: Option<Told>, event: &Event) -> Option<Told> {
    let new: Payload = serde_json::from_str(&event.payload).ok()?;
    let mut row = match before {
        Some(row) => row,
        None => Told {
            seq: 0,
            state: RegistrationState::Registered,
            person: new.person?,
            document: new.document?,
            from_day: new.from?,
            until_day: new.until?,
            latest_until: new.latest_until?,
            late_days: new.late_days?,
            trace: new.trace.clone()?,
            address_open: new.address_open?,
            closed_at: None,
        },
    };
    if event.seq != row.seq + 1 {
        return None;
    }
    row.seq = event.seq;
    row.person = new.person.unwrap_or(row.person);
    row.document = new.document.unwrap_or(row.document);
    row.from_day = new.from.unwrap_or(row.from_day);
    row.until_day = new.until.unwrap_or(row.until_day);
    row.latest_until = new.latest_until.unwrap_or(row.latest_until);
    row.late_days = new.late_days.unwrap_or(row.late_days);
    row.trace = new.trace.unwrap_or(row.trace);
    match event.kind {
        RegistrationEventKind::Registered
        | RegistrationEventKind::Corrected
        | RegistrationEventKind::Extended => {}
        RegistrationEventKind::Moved => row.address_open = new.address_open.unwrap_or(row.address_open),
        RegistrationEventKind::AddressConfirmed => row.address_open = false,
        RegistrationEventKind::Reinstated => {
            row.state = RegistrationState::Registered;
            row.closed_at = None;
            row.address_open = new.address_open.unwrap_or_default();
        }
        RegistrationEventKind::Departed => row.close(RegistrationState::Departed, event.at),
        RegistrationEventKind::Superseded => row.close(RegistrationState::Superseded, event.at),
        RegistrationEventKind::Annulled => row.close(RegistrationState::Annulled, event.at),
        // Found in older journals only: nobody closed it.
        RegistrationEventKind::Ended => row.address_open = false,
    }
    Some(row)
}

impl Told {
    fn close(&mut self, state: RegistrationState, at: DateTime<Utc>) {
        self.state = state;
        self.closed_at = Some(at);
        self.address_open = false;
    }

    /// The row, as far as its journal speaks of it.
    pub fn without_time(mut self) -> Self {
        if self.state == RegistrationState::Registered {
            self.closed_at = None;
        }
        self
    }
}
