//! What must hold of everything that is kept, whatever happened (model.md): `umis verify invariants`.
use std::fmt;

use futures_util::TryStreamExt;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, FromQueryResult, Statement, StreamTrait};
use sha2::{Digest, Sha256};
use shared::ids::RegistrationId;
use uuid::Uuid;

use super::{
    connect,
    journal::{Event, Told, told},
    picture,
};
use crate::{
    chance::is_number,
    db::{Sql, values},
    http::idempotency::HexDigest,
};

/// So many of what is wrong are named.
const NAMED: usize = 10;

/// What one invariant came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What must hold.
    pub rule: &'static str,
    /// Rows that were looked at.
    pub looked_at: u64,
    pub wrong: u64,
    /// Ids of the first that are wrong.
    pub first: Vec<String>,
}

impl Finding {
    fn of(rule: &'static str) -> Self {
        Self { rule, looked_at: 0, wrong: 0, first: Vec::new() }
    }

    fn saw(&mut self, holds: bool, id: impl fmt::Display) {
        self.looked_at += 1;
        if !holds {
            self.wrong += 1;
            if self.first.len() < NAMED {
                self.first.push(id.to_string());
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, looked_at, wrong, first } = self;
        match wrong {
            0 => write!(f, "holds   {rule} ({looked_at})"),
            _ => write!(f, "BROKEN  {rule}: {wrong} of {looked_at}, such as {}", first.join(", ")),
        }
    }
}

/// Asks the database at `url` everything, as it stands at one moment, while the service goes on working.
///
/// # Errors
/// The database cannot be read. What does not hold is no error: it is found.
pub async fn check(url: &str) -> anyhow::Result<Vec<Finding>> {
    let database = connect(url).await?;
    let tx = picture(&database).await?;
    let found = vec![
        rows_are_their_journals(&tx).await?,
        texts_are_proven(&tx).await?,
        none_wrong(&tx, "a correction request is what its journal says", REQUEST_ASTRAY).await?,
        asked_texts_are_proven(&tx).await?,
        none_wrong(&tx, "every act on a registration stands in the access log under its request", UNLOGGED)
            .await?,
        none_wrong(&tx, "a person begins with an event of the registry", UNBORN).await?,
        none_wrong(
            &tx,
            "who waits for an address is registered, and the address is not decided",
            WAITS_WRONGLY,
        )
        .await?,
        numbers_are_sound(&tx).await?,
        editions_are_what_they_were(&tx).await?,
        none_wrong(&tx, "every registration was judged by an edition that is here", UNJUDGED).await?,
        references_point_somewhere(&tx).await?,
    ];
    tx.rollback().await?;
    Ok(found)
}

/// Events and whether each is logged.
const UNLOGGED: &str = "select e.id, exists (
            select 1 from access_entry a join access_subject s on s.entry = a.id
            where a.cause = e.cause and s.registration = e.registration
        ) as holds
    from registration_event e where e.kind in ('registered', 'corrected', 'departed')";

/// The last event says how a request stands, and none before it is missing.
const REQUEST_ASTRAY: &str = "select c.id, exists (
            select 1 from correction_event e where e.correction = c.id and e.seq = c.seq
                and c.state = case e.kind when 'refusal_recommended' then 'recommended'
                    when 'sent_back' then 'submitted' else e.kind end
                and (c.answered_at is not null) = (e.kind in ('accepted', 'refused'))
        ) and c.seq = (select count(*) from correction_event e where e.correction = c.id) as holds
    from correction_request c";

const UNBORN: &str = "select p.id, exists (
            select 1 from registry_event e where e.person = p.id and e.seq = 1 and e.kind = 'created'
        ) as holds
    from person p";

const WAITS_WRONGLY: &str = "select r.id, (r.state = 'registered' and p.state = 'requested') as holds
    from registration r join premises p on p.id = r.premises where r.address_open";

const UNJUDGED: &str = "select r.id, exists (select 1 from law_edition l where l.number = r.edition) as holds
    from registration r";

async fn none_wrong(tx: &DatabaseTransaction, rule: &'static str, sql: &str) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        holds: bool,
    }
    let mut finding = Finding::of(rule);
    each(tx, sql, |row: Row| finding.saw(row.holds, row.id)).await?;
    Ok(finding)
}

/// Invariant 1.
async fn rows_are_their_journals(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        id: RegistrationId,
        #[sea_orm(nested)]
        written: Told,
        #[sea_orm(nested(prefix = "event_"))]
        event: Option<Event>,
    }
    let sql = "select r.id, r.seq, r.state, r.person, r.document, r.from_day, r.until_day, r.latest_until, r.late_days,
            r.trace, r.address_open, r.closed_at,
            e.seq as event_seq, e.kind as event_kind, e.at as event_at, e.payload as event_payload
        from registration r left join registration_event e on e.registration = r.id order by r.id, e.seq";
    let mut finding = Finding::of("a registration is what its journal says");
    // The registration under way, and what its journal tells so far; nothing once it makes no sense.
    let mut under_way: Option<(RegistrationId, Told, Option<Told>)> = None;
    let mut done = |ended: Option<(RegistrationId, Told, Option<Told>)>| {
        if let Some((id, row, told)) = ended {
            finding.saw(told == Some(row.without_time()), id);
        }
    };
    each(tx, sql, |Row { id, written: row, event }: Row| {
        let event = event.as_ref();
        under_way = Some(match under_way.take() {
            Some((same, row, told_so_far)) if same == id => {
                let next = told_so_far.zip(event).and_then(|(before, event)| told(Some(before), event));
                (id, row, next)
            }
            other => {
                done(other);
                (id, row, event.and_then(|event| told(None, event)))
            }
        });
    })
    .await?;
    done(under_way);
    Ok(finding)
}

/// The journal holds digests of what a correction changed; the texts stand beside it (E1).
async fn texts_are_proven(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        event: Uuid,
        field: String,
        old: String,
        new: String,
        payload: String,
    }
    let sql = "select t.event, t.field, t.old, t.new, e.payload
        from registration_text t join registration_event e on e.id = t.event";
    let mut finding = Finding::of("the texts of a correction are those that its journal proves");
    each(tx, sql, |row: Row| {
        let digest = |text: &str| format!("{:x}", HexDigest(&Sha256::digest(text.as_bytes())));
        let payload: serde_json::Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let proof = payload.get("digests").and_then(|digests| digests.get(&row.field));
        let says = |which: &str| proof.and_then(|proof| proof.get(which)?.as_str()).map(str::to_owned);
        let holds = says("old") == Some(digest(&row.old)) && says("new") == Some(digest(&row.new));
        finding.saw(holds, row.event);
    })
    .await?;
    Ok(finding)
}

/// The same of what was written in a request and its answer.
async fn asked_texts_are_proven(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        event: Uuid,
        part: String,
        body: String,
        payload: String,
    }
    let sql = "select t.event, t.part, t.body, e.payload
        from correction_text t join correction_event e on e.id = t.event";
    let mut finding = Finding::of("the texts of a request are those that its journal proves");
    each(tx, sql, |row: Row| {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let proof = payload.get("digests").and_then(|digests| digests.get(&row.part)?.as_str());
        let digest = format!("{:x}", HexDigest(&Sha256::digest(row.body.as_bytes())));
        finding.saw(proof == Some(digest.as_str()), row.event);
    })
    .await?;
    Ok(finding)
}

/// Invariant 7; that each is given once is the database's own rule.
async fn numbers_are_sound(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        number: String,
    }
    let mut finding = Finding::of("a registration's number ends in its check digit");
    each(tx, "select id, number from registration", |row: Row| finding.saw(is_number(&row.number), row.id))
        .await?;
    Ok(finding)
}

/// Invariant 10.
async fn editions_are_what_they_were(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        number: i64,
        hash: String,
        body: String,
    }
    let mut finding = Finding::of("an edition of the law is what its hash says");
    each(tx, "select number, hash, body from law_edition", |row: Row| {
        let hash = format!("{:x}", HexDigest(&Sha256::digest(row.body.as_bytes())));
        finding.saw(hash == row.hash, row.number);
    })
    .await?;
    Ok(finding)
}

async fn references_point_somewhere(tx: &DatabaseTransaction) -> anyhow::Result<Finding> {
    #[derive(FromQueryResult)]
    struct Row {
        name: String,
        holds: bool,
    }
    // PostgreSQL holds them by itself as long as they are declared valid.
    let sql = match ConnectionTrait::get_database_backend(tx) {
        DbBackend::Postgres => {
            "select cast(conname as text) as name, convalidated as holds from pg_constraint
             where contype = 'f' and connamespace = to_regnamespace(current_schema())"
        }
        _ => {
            "select m.name, not exists (select 1 from pragma_foreign_key_check(m.name)) as holds
             from sqlite_master m where m.type = 'table'"
        }
    };
    let mut finding = Finding::of("every reference points to something");
    let rows: Vec<Row> = tx.list(sql, values![]).await?;
    for row in rows {
        finding.saw(row.holds, row.name);
    }
    Ok(finding)
}

/// Each row as it comes: a table need not fit into memory.
async fn each<R: FromQueryResult>(
    tx: &DatabaseTransaction,
    sql: &str,
    mut see: impl FnMut(R),
) -> anyhow::Result<()> {
    let backend = ConnectionTrait::get_database_backend(tx);
    let mut rows = tx.stream_raw(Statement::from_string(backend, sql)).await?;
    while let Some(row) = rows.try_next().await? {
        see(R::from_query_result(&row, "")?);
    }
    Ok(())
}
