//! Requests, their journal, and what was written in words.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};
use shared::{
    corrections::{
        AskCorrection, CorrectionEvent, CorrectionEventKind, CorrectionField, CorrectionKind, CorrectionState,
    },
    ids::{AccountId, CorrectionId, EventId, PersonId, RegistrationId},
};
use uuid::Uuid;

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
    http::{idempotency::HexDigest, query::After},
};

/// Which of the department's requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// Without an answer, the nearest last day first.
    Waiting,
    /// Answered, newest first.
    Answered,
}

/// A request with what a list shows of its registration.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Row {
    pub id: CorrectionId,
    pub account: AccountId,
    pub person: PersonId,
    pub registration: RegistrationId,
    pub department: String,
    pub kind: CorrectionKind,
    pub field: CorrectionField,
    pub state: CorrectionState,
    pub asked_at: DateTime<Utc>,
    pub answer_by: NaiveDate,
    pub term_item: String,
    pub answered_at: Option<DateTime<Utc>>,
    pub complain_by: Option<NaiveDate>,
    pub recommended_by: Option<Uuid>,
    pub seq: i64,
    pub number: String,
    pub surname: String,
    pub given_names: String,
}

const SELECT: &str =
    "select c.id, c.account, c.person, c.registration, c.department, c.kind, c.field, c.state,
    c.asked_at, c.answer_by, c.term_item, c.answered_at, c.complain_by, c.recommended_by, c.seq,
    r.number, r.surname, r.given_names
    from correction_request c join registration r on r.id = c.registration";

/// By when the Service answers, and which item says so.
#[derive(Debug, Clone)]
pub struct Term {
    pub last_day: NaiveDate,
    pub item: String,
    pub edition: i64,
}

/// A new request; nothing where the same field is asked about already.
pub async fn add(
    tx: &Tx,
    id: CorrectionId,
    form: &AskCorrection,
    (person, department): (PersonId, &str),
    term: &Term,
) -> Result<bool, ApiError> {
    let written = tx
        .run(
            "insert into correction_request (id, account, person, registration, department, kind, field, state,
                asked_at, answer_by, term_item, edition, seq)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
             on conflict (registration, field) where answered_at is null do nothing",
            values![
                id,
                tx.by.account()?,
                person,
                form.registration,
                department.to_owned(),
                form.kind,
                form.field,
                CorrectionState::Submitted,
                tx.now,
                term.last_day,
                term.item.clone(),
                term.edition
            ],
        )
        .await?;
    Ok(written > 0)
}

/// What a further event makes of the row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Change {
    pub complain_by: Option<NaiveDate>,
    pub recommended_by: Option<Uuid>,
}

/// Event n+1 on n: who is too late is stale (H3).
pub async fn change(tx: &Tx, row: &Row, state: CorrectionState, change: Change) -> Result<(), ApiError> {
    let answered = matches!(state, CorrectionState::Accepted | CorrectionState::Refused).then_some(tx.now);
    let done = tx
        .run(
            "update correction_request set seq = seq + 1, state = $3, answered_at = $4, complain_by = $5,
                recommended_by = coalesce($6, recommended_by)
             where id = $1 and seq = $2",
            values![row.id, row.seq, state, answered, change.complain_by, change.recommended_by],
        )
        .await?;
    if done == 0 { Err(ApiError::Stale("correction")) } else { Ok(()) }
}

/// Writes an event: codes and days stand in it, and of each text its digest; the texts stand beside it.
pub fn event(
    tx: &Tx,
    correction: CorrectionId,
    seq: i64,
    kind: CorrectionEventKind,
    mut payload: serde_json::Map<String, serde_json::Value>,
    texts: &[(&str, &str)],
) {
    let digest = |text: &str| format!("{:x}", HexDigest(&Sha256::digest(text.as_bytes())));
    if !texts.is_empty() {
        let digests = texts.iter().map(|(part, text)| ((*part).to_owned(), digest(text).into()));
        payload.insert("digests".into(), serde_json::Value::Object(digests.collect()));
    }
    let id = EventId(tx.state.chance.id(tx.now));
    let role = tx.by.role.map_or_else(|| "service".to_owned(), |role| role.to_string());
    tx.write(
        1,
        "insert into correction_event (id, correction, seq, kind, role, actor, at, payload, request)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            id,
            correction,
            seq,
            kind,
            role,
            tx.by.principal,
            tx.now,
            serde_json::Value::Object(payload).to_string(),
            tx.actor.call.request_id.clone()
        ],
    );
    for (part, text) in texts {
        tx.write(
            1,
            "insert into correction_text (event, part, body) values ($1, $2, $3)",
            values![id, (*part).to_owned(), (*text).to_owned()],
        );
    }
}

/// A request of the department.
pub async fn of_department(
    db: &impl ConnectionTrait,
    department: &str,
    id: CorrectionId,
) -> Result<Option<Row>, ApiError> {
    let sql = format!("{SELECT} where c.id = $1 and c.department = $2");
    db.find(&sql, values![id, department.to_owned()]).await
}

/// A person's own request.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: CorrectionId,
) -> Result<Option<Row>, ApiError> {
    db.find(&format!("{SELECT} where c.id = $1 and c.person = $2"), values![id, person]).await
}

/// One page of a department's list.
pub async fn page(
    db: &impl ConnectionTrait,
    department: &str,
    listing: Listing,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<Row>, ApiError> {
    let mut values = values![department.to_owned()];
    let (there, goes_on, order) = match listing {
        Listing::Waiting => {
            ("c.answered_at is null", "(c.answer_by, c.id) > ($2, $3)", "c.answer_by asc, c.id asc")
        }
        Listing::Answered => {
            ("c.answered_at is not null", "(c.answered_at, c.id) < ($2, $3)", "c.answered_at desc, c.id desc")
        }
    };
    let mut sql = format!("{SELECT} where c.department = $1 and {there}");
    if let Some(after) = after {
        let at = match listing {
            Listing::Waiting => after.at.date_naive().into(),
            Listing::Answered => after.at.into(),
        };
        values.extend([at, after.id.into()]);
        sql.push_str(&format!(" and {goes_on}"));
    }
    db.list(&format!("{sql} order by {order} limit {limit}"), values).await
}

/// One page of a person's own, newest first.
pub async fn page_of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    after: Option<After>,
    limit: Option<usize>,
) -> Result<Vec<Row>, ApiError> {
    let mut values = values![person];
    let mut sql = format!("{SELECT} where c.person = $1");
    if let Some(after) = after {
        values.extend([after.at.into(), after.id.into()]);
        sql.push_str(" and (c.asked_at, c.id) < ($2, $3)");
    }
    sql.push_str(" order by c.asked_at desc, c.id desc");
    if let Some(limit) = limit {
        sql.push_str(&format!(" limit {limit}"));
    }
    db.list(&sql, values).await
}

/// How many wait for an answer, up to a thousand.
pub async fn waiting(db: &impl ConnectionTrait, department: &str) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let row: Option<Count> = db
        .find(
            "select count(*) as count from (select 1 as one from correction_request
             where department = $1 and answered_at is null limit 1000) as waiting",
            values![department.to_owned()],
        )
        .await?;
    Ok(row.map_or(0, |row| row.count))
}

/// The journal, oldest first.
pub async fn events(db: &impl ConnectionTrait, id: CorrectionId) -> Result<Vec<CorrectionEvent>, ApiError> {
    #[derive(FromQueryResult)]
    struct Event {
        seq: i64,
        kind: CorrectionEventKind,
        role: String,
        at: DateTime<Utc>,
    }
    let rows: Vec<Event> = db
        .list(
            "select seq, kind, role, at from correction_event where correction = $1 order by seq",
            values![id],
        )
        .await?;
    let event = |Event { seq, kind, role, at }| CorrectionEvent { seq, kind, by: role, at };
    Ok(rows.into_iter().map(event).collect())
}

/// A text of the journal.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Text {
    pub part: String,
    pub body: String,
}

/// All texts, oldest first: of each part the last one counts.
pub async fn texts(db: &impl ConnectionTrait, id: CorrectionId) -> Result<Vec<Text>, ApiError> {
    db.list(
        "select t.part, t.body from correction_text t join correction_event e on e.id = t.event
         where e.correction = $1 order by e.seq, t.part",
        values![id],
    )
    .await
}
