//! Registrations: their rows, and the journal that the rows fold.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};
use shared::{
    identity::Language,
    ids::{DocumentId, EventId, PartyId, PersonId, PremisesId, RegistrationId},
    premises::{PlaceKind, PremisesState},
    registrations::{Channel, DocumentKind, FieldChange, RegistrationEventKind, RegistrationState, Sex},
};

use super::premises_store;
use crate::{
    act::Tx,
    db::{Sql, Table, places, values},
    error::ApiError,
    http::{idempotency::HexDigest, query::After},
};

/// A registration with all that its views show.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Row {
    pub id: RegistrationId,
    pub number: String,
    pub code: String,
    pub party: PartyId,
    pub premises: PremisesId,
    pub department: String,
    pub person: PersonId,
    pub surname: String,
    pub given_names: String,
    pub citizenship: String,
    pub document_number: String,
    pub arrived_in_country: NaiveDate,
    pub arrived_at_address: NaiveDate,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub latest_until: NaiveDate,
    pub moved: bool,
    pub visa_number: Option<String>,
    pub visa_until: Option<NaiveDate>,
    pub room: Option<String>,
    pub contact: Option<String>,
    pub language: Language,
    pub channel: Channel,
    pub state: RegistrationState,
    pub late_days: i64,
    pub term_last_day: NaiveDate,
    pub term_item: String,
    pub term_basis: String,
    pub edition: i64,
    pub engine: i64,
    pub trace: String,
    pub registered_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub seq: i64,
    pub address_open: bool,
    pub premises_state: PremisesState,
    pub place: PlaceKind,
    pub district: String,
    pub settlement: Option<String>,
    pub street: String,
    pub house: String,
    pub flat: Option<String>,
    pub host_name: String,
    pub host_fin: Option<String>,
    pub host_voen: Option<String>,
}

const COLUMNS: &str = "r.id, r.number, r.code, r.party, r.premises, r.department, r.person, r.surname, r.given_names,
    r.citizenship, r.document_number, r.arrived_in_country, r.arrived_at_address, r.from_day, r.until_day,
    r.latest_until, r.moved, r.visa_number, r.visa_until, r.room, r.contact, r.language, r.channel, r.state, r.late_days, r.term_last_day,
    r.term_item, r.term_basis, r.edition, r.engine, r.trace, r.registered_at, r.closed_at, r.seq, r.address_open,
    p.state as premises_state, p.kind as place, a.district, a.settlement, a.street, a.house, a.flat,
    o.name as host_name, o.fin as host_fin, o.voen as host_voen";
const JOINS: &str = "join premises p on p.id = r.premises join address a on a.id = p.address
    join party o on o.id = r.party";

/// What only the whole view shows of the document.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DocumentRow {
    pub sex: Sex,
    pub birth_date: NaiveDate,
    pub kind: DocumentKind,
    pub issuer: String,
    pub expires_on: NaiveDate,
    pub mrz: Option<String>,
}

/// Whose registrations somebody may see.
#[derive(Debug, Clone)]
pub enum Scope {
    Own(PartyId),
    Department(String),
}

impl Scope {
    fn filter(&self, place: usize) -> (String, Value) {
        match self {
            Self::Own(party) => (format!("r.party = ${place}"), (*party).into()),
            Self::Department(code) => (format!("r.department = ${place}"), code.clone().into()),
        }
    }
}

pub async fn find(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: RegistrationId,
) -> Result<Option<Row>, ApiError> {
    let (filter, whose) = scope.filter(2);
    let values = values![id, whose];
    db.find(&format!("select {COLUMNS} from registration r {JOINS} where r.id = $1 and {filter}"), values)
        .await
}

pub async fn document(db: &impl ConnectionTrait, id: RegistrationId) -> Result<DocumentRow, ApiError> {
    let row = db
        .find(
            "select i.sex, i.birth_date, d.kind, d.issuer, d.expires_on, r.mrz
             from registration r join identity_document d on d.id = r.document join identity i on i.id = d.identity
             where r.id = $1",
            values![id],
        )
        .await?;
    row.ok_or_else(|| ApiError::broken("a registration without a document"))
}

/// Which part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// In force today, those that end soonest first.
    InForce,
    /// In force and ending within three days.
    Ending,
    /// No longer in force.
    Closed,
    /// All, newest first.
    All,
    /// Those that wait for their address, then all others of the last seven days; newest first.
    New,
    /// Received in the last thirty days, after the last legal day.
    Late,
    /// Those that wait for their address: nobody has confirmed it yet, and their time is not over.
    Unconfirmed,
}

impl Listing {
    /// Does it run by the last day, forwards? All others by receipt, backwards.
    pub fn by_last_day(self) -> bool {
        matches!(self, Self::InForce | Self::Ending)
    }

    /// What belongs to it: the one filter of the list and of the number beside it.
    fn filter(self, now: DateTime<Utc>, values: &mut Vec<Value>) -> String {
        let today = crate::clock::baku_day(now);
        let mut put = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        match self {
            Self::InForce => {
                let today = put(today.into());
                format!("r.closed_at is null and r.until_day >= {today} and r.from_day <= {today}")
            }
            Self::Ending => {
                let (today, soon) = (put(today.into()), put((today + SOON).into()));
                format!("r.closed_at is null and r.until_day between {today} and {soon}")
            }
            Self::Closed => format!("(r.closed_at is not null or r.until_day < {})", put(today.into())),
            Self::New => {
                let (today, week) = (put(today.into()), put((now - NEW).into()));
                // The same as what waits or is of this week, said as a range of the index.
                format!(
                    "(r.address_open, r.registered_at) > (false, {week})
                     and (r.until_day >= {today} or r.registered_at > {week})"
                )
            }
            Self::Late => {
                format!("r.late_days > 0 and r.registered_at > {}", put((now - LATELY).into()))
            }
            Self::Unconfirmed => waits(&put(today.into())),
            Self::All => "true".to_owned(),
        }
    }
}

/// Waits for its address: a decision would still come in its time. Afterwards it is only written into the journal.
pub fn waits(today: &str) -> String {
    format!("r.address_open and r.until_day >= {today}")
}

/// Not law: what the desk and the host look at first.
const SOON: chrono::Days = chrono::Days::new(3);
pub const NEW: chrono::Duration = chrono::Duration::days(7);
pub const LATELY: chrono::Duration = chrono::Duration::days(30);

/// Which page of a list.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    pub premises: Option<PremisesId>,
    pub after: Option<After>,
    pub limit: usize,
    pub now: DateTime<Utc>,
}

/// One page of a list. It is cut by the index first, then the fifty rows are joined.
pub async fn page(
    db: &impl ConnectionTrait,
    scope: &Scope,
    listing: Listing,
    cut: Cut,
) -> Result<Vec<Row>, ApiError> {
    let (filter, whose) = scope.filter(1);
    let mut values = vec![whose];
    let mut wheres = vec![filter];
    if let Some(premises) = cut.premises {
        values.push(premises.into());
        wheres.push(format!("r.premises = ${}", values.len()));
    }
    let whole = wheres.join(" and ");
    let (rows, order) = match listing {
        Listing::New => newest(&whole, cut, &mut values),
        Listing::InForce | Listing::Ending => {
            let mut filter = format!("{whole} and {}", listing.filter(cut.now, &mut values));
            if let Some(after) = cut.after {
                values.extend([after.at.date_naive().into(), after.id.into()]);
                let (day, id) = (values.len() - 1, values.len());
                filter.push_str(&format!(" and (r.until_day, r.id) > (${day}, ${id})"));
            }
            (part(&filter, BY_LAST_DAY, cut.limit), BY_LAST_DAY.to_owned())
        }
        _ => {
            let filter = listing.filter(cut.now, &mut values);
            let filter = format!("{whole} and {filter}{}", before(cut.after, &mut values));
            (part(&filter, BY_RECEIPT, cut.limit), BY_RECEIPT.to_owned())
        }
    };
    let sql = format!("select {COLUMNS} from ({rows}) r {JOINS} order by {order} limit {}", cut.limit);
    db.list(&sql, values).await
}

const BY_LAST_DAY: &str = "r.until_day, r.id";
const BY_RECEIPT: &str = "r.registered_at desc, r.id desc";

fn part(filter: &str, order: &str, limit: usize) -> String {
    format!("select * from (select r.* from registration r where {filter} order by {order} limit {limit}) r")
}

/// Where a list that runs backwards by receipt goes on.
fn before(after: Option<After>, values: &mut Vec<Value>) -> String {
    let Some(after) = after else { return String::new() };
    values.extend([after.at.into(), after.id.into()]);
    format!(" and (r.registered_at, r.id) < (${}, ${})", values.len() - 1, values.len())
}

/// What waits, then what came lately: each from an index of its own, so that neither is read further than it is shown.
fn newest(whole: &str, cut: Cut, values: &mut Vec<Value>) -> (String, String) {
    values.extend([crate::clock::baku_day(cut.now).into(), (cut.now - NEW).into()]);
    let (waits, week) = (waits(&format!("${}", values.len() - 1)), format!("${}", values.len()));
    let before = before(cut.after, values);
    let among_waiting = cut.after.is_none_or(|after| after.waits);
    let mut parts = Vec::new();
    if among_waiting {
        parts.push(part(&format!("{whole} and {waits}{before}"), BY_RECEIPT, cut.limit));
    }
    let before = if among_waiting { "" } else { &before };
    let lately = format!("{whole} and r.registered_at > {week} and not ({waits}){before}");
    parts.push(part(&lately, BY_RECEIPT, cut.limit));
    (parts.join(" union all "), format!("({waits}) desc, {BY_RECEIPT}"))
}

/// What somebody looks for; a name is folded, numbers are as they are kept.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub name_key: Option<String>,
    pub number: Option<String>,
    pub document_number: Option<String>,
    pub room: Option<String>,
    /// Any of them.
    pub text: Option<String>,
}

impl Wanted {
    /// Conditions that must all hold.
    fn filters(&self, scope: &Scope, values: &mut Vec<Value>) -> Vec<String> {
        let mut filters = Vec::new();
        filters.extend(self.name_key.as_deref().map(|key| named(key, values)));
        filters.extend(self.number.as_deref().map(|number| is("r.number", number, values)));
        filters.extend(self.document_number.as_deref().map(|number| is("r.document_number", number, values)));
        filters.extend(self.room.as_deref().map(|room| in_room(room, values)));
        filters.extend(self.text.as_deref().map(|text| any(text, scope, values)));
        filters
    }
}

/// The lengths of the parts of a number, as [`crate::chance::Chance::number`] draws it.
const PARTS: [usize; 3] = [4, 8, 1];

/// A registration's number as it is kept, with or without the hyphens and spaces that somebody typed.
pub fn number(text: &str) -> String {
    let [year, random, check] = PARTS;
    let digits = bare(text);
    let fits = digits.len() == year + random + check && digits.bytes().all(|byte| byte.is_ascii_digit());
    match (digits.split_at_checked(year), digits.split_at_checked(year + random)) {
        (Some((year, rest)), Some((_, check))) if fits => {
            format!("{year}-{}-{check}", rest.strip_suffix(check).unwrap_or(rest))
        }
        _ => text.trim().to_owned(),
    }
}

/// A document's number as it is kept: nothing but letters and figures.
pub fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_ascii_uppercase()
}

fn is(column: &str, text: &str, values: &mut Vec<Value>) -> String {
    values.push(text.to_owned().into());
    format!("{column} = ${}", values.len())
}

/// Rooms are as the host wrote them: `12a` is `12A`.
fn in_room(room: &str, values: &mut Vec<Value>) -> String {
    is("lower(r.room)", &room.to_ascii_lowercase(), values)
}

/// Names with more words than that are looked for as they stand.
const WORDS: usize = 6;

/// A name from its start, or given names first: `anna muller` finds `muller anna`. The later words are a range of the index
/// each time, those before them stand somewhere behind.
fn named(key: &str, values: &mut Vec<Value>) -> String {
    let mut ways = vec![begins(key, values)];
    if key.split(' ').count() <= WORDS {
        for (at, _) in key.match_indices(' ') {
            let (given, surname) = key.split_at(at);
            let range = begins(surname.trim_start(), values);
            ways.push(format!("({range} and {})", has_word(given, values)));
        }
    }
    format!("({})", ways.join(" or "))
}

/// Some part of the name begins so. Folded: only letters, figures and single spaces are left of it.
fn has_word(key: &str, values: &mut Vec<Value>) -> String {
    values.push(format!("% {key}%").into());
    format!("r.name_key like ${}", values.len())
}

/// A range, not LIKE: no wildcard to escape, and the index serves it.
fn begins(key: &str, values: &mut Vec<Value>) -> String {
    values.extend([key.to_owned().into(), format!("{key}\u{10FFFF}").into()]);
    format!("(r.name_key >= ${} and r.name_key < ${})", values.len() - 1, values.len())
}

/// One box. Among one's own also by room and by the start of any part of a name: few rows, and no index is needed.
fn any(text: &str, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut ways = vec![is("r.number", &number(text), values), is("r.document_number", &bare(text), values)];
    let key = shared::fold::fold(text);
    if !key.is_empty() {
        ways.push(named(&key, values));
    }
    if matches!(scope, Scope::Own(_)) {
        ways.push(in_room(text, values));
        if !key.is_empty() {
            ways.push(has_word(&key, values));
        }
    }
    format!("({})", ways.join(" or "))
}

pub async fn search(
    db: &impl ConnectionTrait,
    scope: &Scope,
    wanted: &Wanted,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<Row>, ApiError> {
    let (filter, whose) = scope.filter(1);
    let mut values = vec![whose];
    let mut wheres = vec![filter];
    wheres.extend(wanted.filters(scope, &mut values));
    if let Some(after) = after {
        values.push(after.at.into());
        values.push(after.id.into());
        wheres.push(format!("(r.registered_at, r.id) < (${}, ${})", values.len() - 1, values.len()));
    }
    let wheres = wheres.join(" and ");
    let sql = format!(
        "select {COLUMNS} from registration r {JOINS} where {wheres}
         order by r.registered_at desc, r.id desc limit {limit}"
    );
    db.list(&sql, values).await
}

/// A new registration before it has a number.
#[derive(Debug, Clone)]
pub struct New {
    pub id: RegistrationId,
    pub party: PartyId,
    pub premises: PremisesId,
    pub department: String,
    pub person: PersonId,
    pub document: DocumentId,
    pub surname: String,
    pub given_names: String,
    pub citizenship: String,
    pub document_number: String,
    pub name_key: String,
    pub dates: super::rules::Dates,
    pub latest_until: NaiveDate,
    pub moved: bool,
    pub visa_number: Option<String>,
    pub room: Option<String>,
    pub contact: Option<String>,
    pub language: Language,
    /// As this host read them.
    pub mrz: Option<String>,
    pub channel: Channel,
    pub address_open: bool,
    /// Its last day has passed already: nothing is held open for it.
    pub over: bool,
    pub late_days: i64,
    pub term: (NaiveDate, String, String),
    pub edition: i64,
    pub engine: i64,
    pub trace: String,
    /// Canonical JSON of the facts given.
    pub facts: String,
}

/// Writes the row and its first event. Where the number is taken the act begins again and draws another.
pub fn add(tx: &Tx, new: &New) -> (Drawn, EventRow) {
    let drawn = Drawn {
        number: tx.state.chance.number(chrono::Datelike::year(&tx.state.today())),
        code: tx.state.chance.code(),
    };
    tx.write(
        1,
        "insert into registration (id, number, code, party, premises, department, person, document, surname,
                    given_names, citizenship, document_number, name_key, arrived_in_country, arrived_at_address,
                    from_day, until_day, latest_until, moved, visa_number, visa_until, room, contact, channel, state,
                    address_open, late_days, term_last_day, term_item, term_basis, edition, engine, trace,
                    registered_at, seq, mrz, closed_at, language)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18, $19,
                    $20, $21, $22, $23, 'registered', $24, $25, $26, $27, $28, $29, $30, $31, $32, 1, $33, $34, $35)",
                values![
                    new.id,
                    drawn.number.clone(),
                    drawn.code.clone(),
                    new.party,
                    new.premises,
                    new.department.clone(),
                    new.person,
                    new.document,
                    new.surname.clone(),
                    new.given_names.clone(),
                    new.citizenship.clone(),
                    new.document_number.clone(),
                    new.name_key.clone(),
                    new.dates.arrived_in_country,
                    new.dates.arrived_at_address,
                    new.dates.until,
                    new.latest_until,
                    new.moved,
                    new.visa_number.clone(),
                    new.dates.visa_until,
                    new.room.clone(),
                    new.contact.clone(),
                    new.channel,
                    new.address_open,
                    new.late_days,
                    new.term.0,
                    new.term.1.clone(),
                    new.term.2.clone(),
                    new.edition,
                    new.engine,
                    new.trace.clone(),
                    tx.now,
                    new.mrz.clone(),
                    new.over.then_some(tx.now),
                    new.language,
                ],
    );
    let payload = serde_json::json!({
        "address_open": new.address_open, "document": new.document, "edition": new.edition,
        "engine": new.engine, "facts": new.facts, "from": new.dates.arrived_at_address,
        "late_days": new.late_days, "latest_until": new.latest_until, "person": new.person,
        "premises": new.premises, "trace": new.trace, "until": new.dates.until,
    });
    let event = write_event(tx, new.id, 1, RegistrationEventKind::Registered, payload.to_string());
    (drawn, event)
}

/// What chance gives a registration.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub number: String,
    pub code: String,
}

impl New {
    /// The row as it has just been written, without asking for it again.
    pub fn row(&self, drawn: Drawn, premises: &premises_store::Row, now: DateTime<Utc>) -> Row {
        let new = self.clone();
        Row {
            id: new.id,
            number: drawn.number,
            code: drawn.code,
            party: new.party,
            premises: new.premises,
            department: new.department,
            person: new.person,
            surname: new.surname,
            given_names: new.given_names,
            citizenship: new.citizenship,
            document_number: new.document_number,
            arrived_in_country: new.dates.arrived_in_country,
            arrived_at_address: new.dates.arrived_at_address,
            from_day: new.dates.arrived_at_address,
            until_day: new.dates.until,
            latest_until: new.latest_until,
            moved: new.moved,
            visa_number: new.visa_number,
            visa_until: new.dates.visa_until,
            room: new.room,
            contact: new.contact,
            language: new.language,
            channel: new.channel,
            state: RegistrationState::Registered,
            late_days: new.late_days,
            term_last_day: new.term.0,
            term_item: new.term.1,
            term_basis: new.term.2,
            edition: new.edition,
            engine: new.engine,
            trace: new.trace,
            registered_at: now,
            closed_at: self.over.then_some(now),
            seq: 1,
            address_open: new.address_open,
            premises_state: premises.state,
            place: premises.kind,
            district: premises.district.clone(),
            settlement: premises.settlement.clone(),
            street: premises.street.clone(),
            house: premises.house.clone(),
            flat: premises.flat.clone(),
            host_name: premises.host_name.clone(),
            host_fin: premises.host_fin.clone(),
            host_voen: premises.host_voen.clone(),
        }
    }
}

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

fn write_event(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    kind: RegistrationEventKind,
    payload: String,
) -> EventRow {
    let (event, values) = event(tx, id, seq, kind, payload);
    tx.write(
        1,
        "insert into registration_event (id, registration, seq, kind, role, actor, at, payload, cause)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values,
    );
    event
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

/// A registration of the same person that nobody has closed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Open {
    pub id: RegistrationId,
    pub premises: PremisesId,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub seq: i64,
}

pub async fn open_of(tx: &Tx, person: PersonId) -> Result<Option<Open>, ApiError> {
    tx.find(
        "select id, premises, from_day, until_day, seq from registration
         where person = $1 and closed_at is null",
        values![person],
    )
    .await
}

/// Nothing is held open for a registration whose time ran out; its journal says nothing of it.
pub async fn ran_out(tx: &Tx, id: RegistrationId) -> Result<(), ApiError> {
    tx.run("update registration set closed_at = $2 where id = $1 and closed_at is null", values![id, tx.now])
        .await?;
    Ok(())
}

/// Is this very stay registered already?
pub async fn stayed(
    tx: &Tx,
    person: PersonId,
    premises: PremisesId,
    from: NaiveDate,
) -> Result<bool, ApiError> {
    #[derive(FromQueryResult)]
    struct Known {
        #[expect(dead_code, reason = "that it is there is the answer")]
        id: RegistrationId,
    }
    let known: Option<Known> = tx
        .find(
            "select id from registration
             where person = $1 and premises = $2 and from_day = $3 and state <> 'annulled' limit 1",
            values![person, premises, from],
        )
        .await?;
    Ok(known.is_some())
}

/// A registration that another one ended.
#[derive(Debug, Clone)]
pub struct Ended {
    pub id: RegistrationId,
    pub seq: i64,
    pub until_day: NaiveDate,
    /// Its last day before it was ended.
    pub until_before: NaiveDate,
    /// How its address stands now.
    pub premises: PremisesState,
}

/// Persons of whom something may go on when what ended it falls: few of those whose registrations fall.
pub async fn have_ended(tx: &Tx, persons: &[PersonId]) -> Result<Vec<PersonId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Ended {
        person: PersonId,
    }
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let places = places(1, persons.len());
    let sql =
        format!("select distinct person from registration where state = 'superseded' and person in {places}");
    let rows: Vec<Ended> = tx.list(&sql, persons.iter().map(|person| (*person).into()).collect()).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// What `by` ended, if nothing has happened to it since.
pub async fn ended_by(tx: &Tx, person: PersonId, by: RegistrationId) -> Result<Option<Ended>, ApiError> {
    #[derive(FromQueryResult)]
    struct Superseded {
        id: RegistrationId,
        seq: i64,
        until_day: NaiveDate,
        payload: String,
        premises: PremisesState,
    }
    let rows: Vec<Superseded> = tx
        .list(
            "select r.id, r.seq, r.until_day, e.payload, p.state as premises
             from registration r
             join registration_event e on e.registration = r.id and e.seq = r.seq
             join premises p on p.id = r.premises
             where r.person = $1 and r.state = 'superseded'",
            values![person],
        )
        .await?;
    let by = by.to_string();
    Ok(rows.into_iter().find_map(|row| {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).ok()?;
        let text = |name: &str| payload.get(name).and_then(serde_json::Value::as_str);
        let until_before = text("until_before")?.parse().ok()?;
        let ours = text("by") == Some(by.as_str());
        ours.then_some(Ended {
            id: row.id,
            seq: row.seq,
            until_day: row.until_day,
            until_before,
            premises: row.premises,
        })
    }))
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
    pub moved: bool,
    pub room: Option<String>,
    pub contact: Option<String>,
    pub language: Language,
    pub late_days: i64,
    pub term: (NaiveDate, String, String),
    pub trace: String,
    pub facts: String,
}

pub async fn correct(
    tx: &Tx,
    id: RegistrationId,
    seq: i64,
    new: &Corrected,
    changes: &[FieldChange],
) -> Result<EventId, ApiError> {
    let (visa_number, visa_until) = new.visa.clone().unzip();
    let done = tx
        .run(
            "update registration set seq = seq + 1, person = $3, document = coalesce($4, document), surname = $5,
                given_names = $6, citizenship = $7, document_number = $8, name_key = $9, arrived_in_country = $10,
                arrived_at_address = $11, from_day = $11, until_day = $12, latest_until = $13, visa_number = $14,
                visa_until = $15, room = $16, late_days = $17, term_last_day = $18, term_item = $19,
                term_basis = $20, trace = $21, mrz = $22, moved = $23, contact = $24,
                language = $25
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
    let event = write_event(tx, id, seq + 1, RegistrationEventKind::Corrected, payload.to_string());
    for change in changes {
        tx.write(
            1,
            "insert into registration_text (event, field, old, new) values ($1, $2, $3, $4)",
            values![event.id, change.field.clone(), change.old.clone(), change.new.clone()],
        );
    }
    Ok(event.id)
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

/// What anyone may know who holds a notice.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NoticeRow {
    pub id: RegistrationId,
    pub person: PersonId,
    pub number: String,
    pub state: RegistrationState,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub surname: String,
    pub given_names: String,
    pub birth_date: NaiveDate,
}

pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<NoticeRow>, ApiError> {
    db.find(
        "select r.id, r.person, r.number, r.state, r.from_day, r.until_day, r.surname, r.given_names, i.birth_date
         from registration r join identity_document d on d.id = r.document join identity i on i.id = d.identity
         where r.code = $1",
        values![code.to_owned()],
    )
    .await
}

/// How many stand in a list, up to a thousand: a menu shows no more.
pub async fn count(
    db: &impl ConnectionTrait,
    scope: &Scope,
    listing: Listing,
    now: DateTime<Utc>,
) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let (filter, whose) = scope.filter(1);
    let mut values = vec![whose];
    let part = listing.filter(now, &mut values);
    let sql = format!(
        "select count(*) as count from (select 1 as one from registration r where {filter} and {part} limit 1000) c"
    );
    let row: Option<Count> = db.find(&sql, values).await?;
    Ok(row.map_or(0, |row| row.count))
}
