//! Registrations: their rows, which the journal folds into.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use shared::{
    identity::Language,
    ids::{DocumentId, PartyId, PersonId, PremisesId, RegistrationId},
    premises::{PlaceKind, PremisesState},
    registrations::{Channel, DocumentKind, RegistrationEventKind, RegistrationState, Sex},
};

use super::{
    journal_store::{EventRow, write_each},
    premises_store,
};
use crate::{
    act::Tx,
    db::{Sql, Table, among, values},
    error::ApiError,
    transparency::Subject,
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
    pub decision_number: Option<String>,
    pub decision_until: Option<NaiveDate>,
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

pub const COLUMNS: &str = "r.id, r.number, r.code, r.party, r.premises, r.department, r.person, r.surname, r.given_names,
    r.citizenship, r.document_number, r.arrived_in_country, r.arrived_at_address, r.from_day, r.until_day,
    r.latest_until, r.moved, r.visa_number, r.visa_until, r.decision_number, r.decision_until, r.room, r.contact, r.language,
    r.channel, r.state, r.late_days, r.term_last_day, r.term_item, r.term_basis, r.edition, r.engine,
    r.trace, r.registered_at, r.closed_at, r.seq, p.state as premises_state, p.kind as place, a.district, a.settlement, a.street, a.house, a.flat,
    o.name as host_name, o.fin as host_fin, o.voen as host_voen";
pub const JOINS: &str = "join premises p on p.id = r.premises join address a on a.id = p.address
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
    /// Of oneself, wherever one was registered.
    Person(PersonId),
}

impl Scope {
    pub fn filter(&self, place: usize) -> (String, Value) {
        match self {
            Self::Own(party) => (format!("r.party = ${place}"), (*party).into()),
            Self::Department(code) => (format!("r.department = ${place}"), code.clone().into()),
            Self::Person(person) => (format!("r.person = ${place}"), (*person).into()),
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

/// All registrations within a scope, newest first: for a person's own data.
pub async fn all_of(db: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<Row>, ApiError> {
    let (filter, whose) = scope.filter(1);
    let sql = format!(
        "select {COLUMNS} from registration r {JOINS} where {filter} order by r.registered_at desc, r.id desc"
    );
    db.list(&sql, values![whose]).await
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

const REGISTRATIONS: Table = Table {
    name: "registration",
    columns: &[
        ("id", "::uuid"),
        ("number", ""),
        ("code", ""),
        ("party", "::uuid"),
        ("premises", "::uuid"),
        ("department", ""),
        ("person", "::uuid"),
        ("document", "::uuid"),
        ("surname", ""),
        ("given_names", ""),
        ("citizenship", ""),
        ("document_number", ""),
        ("name_key", ""),
        ("arrived_in_country", "::date"),
        ("arrived_at_address", "::date"),
        ("from_day", "::date"),
        ("until_day", "::date"),
        ("latest_until", "::date"),
        ("moved", "::boolean"),
        ("visa_number", ""),
        ("visa_until", "::date"),
        ("room", ""),
        ("contact", ""),
        ("channel", ""),
        ("state", ""),
        ("address_open", "::boolean"),
        ("late_days", "::bigint"),
        ("term_last_day", "::date"),
        ("term_item", ""),
        ("term_basis", ""),
        ("edition", "::bigint"),
        ("engine", "::bigint"),
        ("trace", ""),
        ("registered_at", "::timestamptz"),
        ("seq", "::bigint"),
        ("mrz", ""),
        ("closed_at", "::timestamptz"),
        ("language", ""),
    ],
};

/// Writes the rows and their first events. Where a number is taken the act begins again and draws others.
pub fn add(tx: &Tx, all: &[New]) -> Vec<(Drawn, EventRow)> {
    let year = chrono::Datelike::year(&tx.state.today());
    let drawn: Vec<_> = all.iter().map(|_| Drawn::by(tx, year)).collect();
    REGISTRATIONS.insert(tx, all.iter().zip(&drawn).map(|(new, drawn)| new.values(tx, drawn)).collect());
    let first = |new: &New| (new.id, 1, RegistrationEventKind::Registered, new.payload());
    drawn.into_iter().zip(write_each(tx, all.iter().map(first))).collect()
}

/// What chance gives a registration.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub number: String,
    pub code: String,
}

impl Drawn {
    fn by(tx: &Tx, year: i32) -> Self {
        Self { number: tx.state.chance.number(year), code: tx.state.chance.code() }
    }
}

impl New {
    /// In the order of the columns.
    fn values(&self, tx: &Tx, drawn: &Drawn) -> Vec<Value> {
        let new = self.clone();
        values![
            new.id,
            drawn.number.clone(),
            drawn.code.clone(),
            new.party,
            new.premises,
            new.department,
            new.person,
            new.document,
            new.surname,
            new.given_names,
            new.citizenship,
            new.document_number,
            new.name_key,
            new.dates.arrived_in_country,
            new.dates.arrived_at_address,
            new.dates.arrived_at_address,
            new.dates.until,
            new.latest_until,
            new.moved,
            new.visa_number,
            new.dates.visa_until,
            new.room,
            new.contact,
            new.channel,
            RegistrationState::Registered,
            new.address_open,
            new.late_days,
            new.term.0,
            new.term.1,
            new.term.2,
            new.edition,
            new.engine,
            new.trace,
            tx.now,
            1_i64,
            new.mrz,
            new.over.then_some(tx.now),
            new.language,
        ]
    }

    /// What the journal keeps of it.
    fn payload(&self) -> String {
        let payload = serde_json::json!({
            "address_open": self.address_open, "document": self.document, "edition": self.edition,
            "engine": self.engine, "facts": self.facts, "from": self.dates.arrived_at_address,
            "late_days": self.late_days, "latest_until": self.latest_until, "person": self.person,
            "premises": self.premises, "trace": self.trace, "until": self.dates.until,
        });
        payload.to_string()
    }

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
            decision_number: None,
            decision_until: None,
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

/// Of whom registrations of a party are.
pub async fn subjects(
    db: &impl ConnectionTrait,
    party: PartyId,
    ids: &[RegistrationId],
) -> Result<Vec<Subject>, ApiError> {
    #[derive(FromQueryResult)]
    struct Of {
        id: RegistrationId,
        person: PersonId,
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![party];
    let some = among(db, &mut values, ids.iter().map(|id| (*id).into()), "::uuid[]");
    let sql = format!("select id, person from registration where party = $1 and id {some}");
    let rows: Vec<Of> = db.list(&sql, values).await?;
    Ok(rows.into_iter().map(|row| Subject { person: row.person, registration: Some(row.id) }).collect())
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
