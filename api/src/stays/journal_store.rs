//! The journal of a registration: one more event, and what it changes in the row.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};
use shared::{
    identity::Language,
    ids::{DocumentId, EventId, PersonId, PremisesId, RegistrationId},
    premises::PremisesState,
    registrations::{FieldChange, RegistrationEventKind, RegistrationState},
};

use super::premises_store;
use crate::{
    act::Tx,
    db::{Sql, Table, values},
    error::ApiError,
    http::idempotency::HexDigest,
};

const EVENTS: Table = Table {
    name: "registration_event",
    columns: &[
        ("id", "::uuid"),
        ("registration", "::uuid"),
        ("seq", "::bigint"),
        ("kind", ""),
        ("role", ""),
        ("actor", "::uuid"),
        ("at", "::timestamptz"),
        ("payload", ""),
        ("cause", ""),
    ],
};

pub fn write_event(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    kind: RegistrationEventKind,
    payload: String,
) -> EventRow {
    let (event, values) = event(tx, id, seq, kind, payload);
    EVENTS.insert(tx, vec![values]);
    event
}

/// Many events at once, each of another registration.
pub fn write_each(
    tx: &Tx,
    all: impl Iterator<Item = (RegistrationId, i64, RegistrationEventKind, String)>,
) -> Vec<EventRow> {
    let (events, rows) = all.map(|(id, seq, kind, payload)| event(tx, id, seq, kind, payload)).unzip();
    EVENTS.insert(tx, rows);
    events
}

/// The same event of many, each with its own number.
pub fn write_events(tx: &Tx, of: impl Iterator<Item = (RegistrationId, i64)>, append: &Append) {
    let payload = append.payload();
    let rows = of.map(|(id, seq)| event(tx, id, seq, append.kind, payload.clone()).1);
    EVENTS.insert(tx, rows.collect());
}

/// An event, and its row in the journal.
fn event(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    kind: RegistrationEventKind,
    payload: String,
) -> (EventRow, Vec<Value>) {
    let role = tx.by.role.map_or_else(|| "service".to_owned(), |role| role.to_string());
    let event = EventRow { id: EventId(tx.state.chance.id(tx.now)), seq, kind, role, at: tx.now, payload };
    let values = values![
        event.id,
        id,
        seq,
        kind,
        event.role.clone(),
        tx.by.principal,
        tx.now,
        event.payload.clone(),
        tx.actor.call.request_id.clone()
    ];
    (event, values)
}

/// One more event, and what it changes in the row.
#[derive(Debug, Clone)]
pub struct Append {
    pub kind: RegistrationEventKind,
    pub state: Option<RegistrationState>,
    /// Last day in force, before and from now on.
    pub until: Option<(NaiveDate, NaiveDate)>,
    pub closes: bool,
    /// Holds it open for the person again.
    pub opens: bool,
    /// Its address waits for a decision again.
    pub waits: bool,
    pub settles_address: bool,
    pub reason: Option<&'static str>,
    pub on: Option<NaiveDate>,
    /// The registration that ended this one.
    pub by: Option<RegistrationId>,
}

impl Append {
    /// An event that changes nothing yet.
    pub fn of(kind: RegistrationEventKind) -> Self {
        Self {
            kind,
            state: None,
            until: None,
            closes: false,
            opens: false,
            waits: false,
            settles_address: false,
            reason: None,
            on: None,
            by: None,
        }
    }

    /// What the journal keeps of it.
    fn payload(&self) -> String {
        let mut payload = serde_json::Map::new();
        if let Some(reason) = self.reason {
            payload.insert("reason".into(), reason.into());
        }
        if let Some(by) = self.by {
            payload.insert("by".into(), by.to_string().into());
        }
        if let Some(on) = self.on {
            payload.insert("on".into(), on.to_string().into());
        }
        if self.waits {
            payload.insert("address_open".into(), true.into());
        }
        if let Some((before, until)) = self.until {
            payload.insert("until".into(), until.to_string().into());
            payload.insert("until_before".into(), before.to_string().into());
        }
        serde_json::Value::Object(payload).to_string()
    }
}

/// Event n+1 on n: who is too late is stale (H3).
pub async fn append(tx: &Tx, id: RegistrationId, seq: i64, append: &Append) -> Result<EventId, ApiError> {
    let closed = append.closes.then_some(tx.now);
    let done = tx
        .run(
            "update registration set seq = seq + 1, state = coalesce($3, state), until_day = coalesce($4, until_day),
                closed_at = case when $7 then null else coalesce($5, closed_at) end,
                address_open = ($8 or (address_open and not $6))
             where id = $1 and seq = $2",
            values![
                id,
                seq,
                append.state,
                append.until.map(|(_, new)| new),
                closed,
                append.settles_address || append.closes,
                append.opens,
                append.waits
            ],
        )
        .await?;
    if done == 0 {
        return Err(ApiError::Stale("registration"));
    }
    Ok(write_event(tx, id, seq + 1, append.kind, append.payload()).id)
}

const APPENDED: Table = Table {
    name: "appended",
    columns: &[
        ("id", "::uuid"),
        ("seq", "::bigint"),
        ("state", ""),
        ("until_day", "::date"),
        ("closed_at", "::timestamptz"),
        ("settled", "::boolean"),
        ("opens", "::boolean"),
        ("waits", "::boolean"),
    ],
};

/// The same to many registrations at once, to each its own event.
pub async fn append_all(tx: &Tx, all: &[(RegistrationId, i64, Append)]) -> Result<(), ApiError> {
    match all {
        [] => return Ok(()),
        [(id, seq, only)] => return append(tx, *id, *seq, only).await.map(drop),
        _ => {}
    }
    let row = |(id, seq, append): &(RegistrationId, i64, Append)| {
        values![
            *id,
            *seq,
            append.state,
            append.until.map(|(_, new)| new),
            append.closes.then_some(tx.now),
            append.settles_address || append.closes,
            append.opens,
            append.waits
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    let (given, values) = APPENDED.given(tx, &rows);
    let sql = format!(
        "update registration set seq = registration.seq + 1, state = coalesce(n.state, registration.state),
            until_day = coalesce(n.until_day, registration.until_day),
            closed_at = case when n.opens then null else coalesce(n.closed_at, registration.closed_at) end,
            address_open = (n.waits or (registration.address_open and not n.settled))
         from {given} as n where registration.id = n.id and registration.seq = n.seq"
    );
    if tx.run(&sql, values).await? != u64::try_from(all.len()).unwrap_or(u64::MAX) {
        return Err(ApiError::Stale("registration"));
    }
    let events = all.iter().map(|(id, seq, append)| (*id, seq + 1, append.kind, append.payload()));
    write_each(tx, events);
    Ok(())
}

/// The row as corrected; old and new stand beside the event.
#[derive(Debug, Clone)]
pub struct Corrected {
    pub person: PersonId,
    pub document: Option<DocumentId>,
    pub surname: String,
    pub given_names: String,
    pub citizenship: String,
    pub document_number: String,
    pub name_key: String,
    pub mrz: Option<String>,
    pub arrived_in_country: NaiveDate,
    pub arrived_at_address: NaiveDate,
    pub until: NaiveDate,
    pub latest_until: NaiveDate,
    pub visa: Option<(String, NaiveDate)>,
    pub decision: Option<(String, NaiveDate)>,
    pub moved: bool,
    pub room: Option<String>,
    pub contact: Option<String>,
    pub language: Language,
    pub late_days: i64,
    pub term: (NaiveDate, String, String),
    pub trace: String,
    pub facts: String,
}

/// Writes the row anew: `kind` tells whether it was wrong before, or has become otherwise.
pub async fn correct(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    kind: RegistrationEventKind,
    new: &Corrected,
    changes: &[FieldChange],
) -> Result<EventId, ApiError> {
    let (visa_number, visa_until) = new.visa.clone().unzip();
    let (decision_number, decision_until) = new.decision.clone().unzip();
    let done = tx
        .run(
            "update registration set seq = seq + 1, person = $3, document = coalesce($4, document), surname = $5,
                given_names = $6, citizenship = $7, document_number = $8, name_key = $9, arrived_in_country = $10,
                arrived_at_address = $11, from_day = $11, until_day = $12, latest_until = $13, visa_number = $14,
                visa_until = $15, room = $16, late_days = $17, term_last_day = $18, term_item = $19,
                term_basis = $20, trace = $21, mrz = $22, moved = $23, contact = $24,
                language = $25, decision_number = $26, decision_until = $27
             where id = $1 and seq = $2",
            values![
                id,
                seq,
                new.person,
                new.document,
                new.surname.clone(),
                new.given_names.clone(),
                new.citizenship.clone(),
                new.document_number.clone(),
                new.name_key.clone(),
                new.arrived_in_country,
                new.arrived_at_address,
                new.until,
                new.latest_until,
                visa_number,
                visa_until,
                new.room.clone(),
                new.late_days,
                new.term.0,
                new.term.1.clone(),
                new.term.2.clone(),
                new.trace.clone(),
                new.mrz.clone(),
                new.moved,
                new.contact.clone(),
                new.language,
                decision_number,
                decision_until,
            ],
        )
        .await?;
    if done == 0 {
        return Err(ApiError::Stale("registration"));
    }
    let payload = serde_json::json!({
        "digests": digests(changes), "document": new.document, "facts": new.facts, "from": new.arrived_at_address,
        "late_days": new.late_days, "latest_until": new.latest_until, "person": new.person, "trace": new.trace,
        "until": new.until,
    });
    let event = write_event(tx, id, seq + 1, kind, payload.to_string());
    write_texts(tx, event.id, changes);
    Ok(event.id)
}

fn write_texts(tx: &Tx, event: EventId, changes: &[FieldChange]) {
    for change in changes {
        tx.write(
            1,
            "insert into registration_text (event, field, old, new) values ($1, $2, $3, $4)",
            values![event, change.field.clone(), change.old.clone(), change.new.clone()],
        );
    }
}

/// Where a guest of the same host stays from now on.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    pub from: PremisesId,
    pub to: &'a premises_store::Row,
    pub on: NaiveDate,
    pub room: Option<String>,
}

pub async fn relocate(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    new: &Moved<'_>,
    changes: &[FieldChange],
) -> Result<EventId, ApiError> {
    let open = new.to.state == PremisesState::Requested;
    let done = tx
        .run(
            "update registration set seq = seq + 1, premises = $3, department = $4, address_open = $5, room = $6
             where id = $1 and seq = $2",
            values![id, seq, new.to.id, new.to.department.clone(), open, new.room.clone()],
        )
        .await?;
    if done == 0 {
        return Err(ApiError::Stale("registration"));
    }
    let payload = serde_json::json!({
        "address_open": open, "digests": digests(changes), "on": new.on, "premises": new.to.id,
        "premises_before": new.from,
    });
    let event = write_event(tx, id, seq + 1, RegistrationEventKind::Moved, payload.to_string());
    write_texts(tx, event.id, changes);
    Ok(event.id)
}

/// Where the guest stayed when event `seq` was written, if it was elsewhere.
pub async fn premises_before(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    seq: i64,
) -> Result<Option<PremisesId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Payload {
        payload: String,
    }
    let moved: Option<Payload> = db
        .find(
            "select payload from registration_event where registration = $1 and seq > $2 and kind = 'moved'
             order by seq limit 1",
            values![id, seq],
        )
        .await?;
    let before = moved.and_then(|row| {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).ok()?;
        payload.get("premises_before")?.as_str()?.parse().ok()
    });
    Ok(before)
}

/// Field → SHA-256 of its old and of its new text: the journal proves the texts without holding them.
fn digests(changes: &[FieldChange]) -> serde_json::Map<String, serde_json::Value> {
    let digest = |text: &str| format!("{:x}", HexDigest(&Sha256::digest(text.as_bytes())));
    let pair = |change: &FieldChange| {
        let both = serde_json::json!({ "old": digest(&change.old), "new": digest(&change.new) });
        (change.field.clone(), both)
    };
    changes.iter().map(pair).collect()
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct EventRow {
    pub id: EventId,
    pub seq: i64,
    pub kind: RegistrationEventKind,
    pub role: String,
    pub at: DateTime<Utc>,
    pub payload: String,
}

/// The journal, oldest first.
pub async fn events(db: &impl ConnectionTrait, id: RegistrationId) -> Result<Vec<EventRow>, ApiError> {
    db.list(
        "select id, seq, kind, role, at, payload from registration_event where registration = $1 order by seq",
        values![id],
    )
    .await
}

/// What corrections changed, by event.
pub async fn changes(
    db: &impl ConnectionTrait,
    id: RegistrationId,
) -> Result<Vec<(EventId, FieldChange)>, ApiError> {
    #[derive(FromQueryResult)]
    struct Text {
        event: EventId,
        field: String,
        old: String,
        new: String,
    }
    let rows: Vec<Text> = db
        .list(
            "select t.event, t.field, t.old, t.new from registration_text t
             join registration_event e on e.id = t.event where e.registration = $1 order by e.seq, t.field",
            values![id],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.event, FieldChange { field: row.field, old: row.old, new: row.new }))
        .collect())
}
