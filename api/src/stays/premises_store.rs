//! Premises: where a party receives guests.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use shared::{
    ids::{AccountId, PartyId, PersonId, PremisesId, RegistrationId},
    premises::{Address, HostView, NewPremises, OfficerCount, PlaceKind, PremisesState, PremisesView},
};
use uuid::Uuid;

use super::{journal_store::Append, lists_store::waits, rules};
use crate::{
    act::Tx,
    db::{Sql, among, values},
    error::ApiError,
    http::query::After,
    registry::usecases::{KNOWN, KnownRow, NEAREST, Stated},
};

#[derive(Debug, Clone, FromQueryResult)]
pub struct Row {
    pub id: PremisesId,
    pub party: PartyId,
    pub kind: PlaceKind,
    pub proof: Option<String>,
    pub state: PremisesState,
    pub department: String,
    pub department_confirmed: bool,
    pub requested_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    pub version: i64,
    pub district: String,
    pub settlement: Option<String>,
    pub street: String,
    pub house: String,
    pub flat: Option<String>,
    pub host_name: String,
    pub host_fin: Option<String>,
    pub host_voen: Option<String>,
    pub guests: i64,
    pub waiting: i64,
    pub others_here: i64,
}

/// What a registration needs of its address: nothing is counted, whoever stays there.
const PLAIN: &str = "select p.id, p.party, p.kind, p.proof, p.state, p.department, p.department_confirmed,
        p.requested_at, p.decided_at, p.reason, p.version,
        a.district, a.settlement, a.street, a.house, a.flat,
        o.name as host_name, o.fin as host_fin, o.voen as host_voen,
        cast(0 as bigint) as guests, cast(0 as bigint) as waiting, cast(0 as bigint) as others_here";
const OF_PREMISES: &str = "from premises p join address a on a.id = p.address join party o on o.id = p.party";

/// `$1` is today.
const SELECT: &str = "select p.id, p.party, p.kind, p.proof, p.state, p.department, p.department_confirmed,
        p.requested_at, p.decided_at, p.reason, p.version,
        a.district, a.settlement, a.street, a.house, a.flat,
        o.name as host_name, o.fin as host_fin, o.voen as host_voen,
        (select count(*) from registration r where r.premises = p.id and r.closed_at is null
            and r.from_day <= $1 and r.until_day >= $1) as guests,
        (select count(*) from registration r where r.premises = p.id and r.address_open) as waiting,
        (select count(*) from address b join premises q on q.address = b.id
            where b.address_key = a.address_key and q.party <> p.party) as others_here
    from premises p join address a on a.id = p.address join party o on o.id = p.party";

impl Row {
    pub fn address(&self) -> Address {
        Address {
            district: self.district.clone(),
            settlement: self.settlement.clone(),
            street: self.street.clone(),
            house: self.house.clone(),
            flat: self.flat.clone(),
        }
    }

    /// Where in its district, in one line.
    pub fn line(&self) -> String {
        let parts = [self.settlement.as_ref(), Some(&self.street), Some(&self.house), self.flat.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// As a host or an officer sees it.
    pub fn view(self, host: bool) -> PremisesView {
        PremisesView {
            id: self.id,
            kind: self.kind,
            address: self.address(),
            proof: self.proof,
            state: self.state,
            department: self.department,
            department_confirmed: self.department_confirmed,
            host: HostView { name: self.host_name, fin: self.host_fin, voen: self.host_voen },
            requested_at: self.requested_at,
            decided_at: self.decided_at,
            reason: self.reason,
            guests: self.guests,
            waiting: self.waiting,
            // A host learns nothing of others.
            others_here: if host { 0 } else { self.others_here },
            actions: rules::premises_actions(self.state, host),
            version: self.version,
        }
    }
}

/// Whose premises somebody may see.
#[derive(Debug, Clone)]
pub enum Scope {
    Own(PartyId),
    Department(String),
}

impl Scope {
    fn filter(&self) -> (&'static str, Value) {
        match self {
            Self::Own(party) => ("p.party = $2", (*party).into()),
            Self::Department(code) => ("p.department = $2", code.clone().into()),
        }
    }
}

pub async fn find(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: PremisesId,
    today: chrono::NaiveDate,
) -> Result<Option<Row>, ApiError> {
    let (filter, whose) = scope.filter();
    let mut values = values![today];
    values.extend([whose, id.into()]);
    db.find(&format!("{SELECT} where {filter} and p.id = $3"), values).await
}

#[derive(FromQueryResult)]
struct WithKnown {
    #[sea_orm(nested)]
    premises: Row,
    #[sea_orm(nested(prefix = "known_"))]
    known: Option<KnownRow>,
}

/// A host's own address or one of a department's, to register somebody there, with what the registry knows of the document: nobody decides about
/// the address before the act is done.
pub async fn own(
    tx: &Tx,
    scope: &Scope,
    id: PremisesId,
    stated: &Stated<'_>,
) -> Result<Option<(Row, Vec<KnownRow>)>, ApiError> {
    let (whose, value) = match scope {
        Scope::Own(party) => ("p.party", (*party).into()),
        Scope::Department(code) => ("p.department", code.clone().into()),
    };
    let sql = format!("{PLAIN}, known.* {OF_PREMISES} {KNOWN} where p.id = $6 and {whose} = $7 {NEAREST}");
    let mut values = stated.values();
    values.extend([id.into(), value]);
    let rows: Vec<WithKnown> = tx.look().list(&sql, values).await?;
    let (mut premises, mut known) = (None, Vec::new());
    for row in rows {
        known.extend(row.known);
        premises = Some(row.premises);
    }
    if let Some(row) = &premises {
        hold(tx, row);
    }
    Ok(premises.map(|premises| (premises, known)))
}

/// Several of a host's own addresses, to register somebody there.
pub async fn own_all(
    tx: &Tx,
    party: PartyId,
    ids: impl Iterator<Item = PremisesId>,
) -> Result<BTreeMap<PremisesId, Row>, ApiError> {
    let mut values = values![party];
    let some = among(tx, &mut values, ids.map(Value::from), "::uuid[]");
    let sql = format!("{PLAIN} {OF_PREMISES} where p.party = $1 and p.id {some}");
    let rows: Vec<Row> = tx.look().list(&sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// As it was read, until the act is done.
pub fn hold(tx: &Tx, premises: &Row) {
    tx.hold("select 1 from premises where id = $1 and state = $2", values![premises.id, premises.state]);
}

/// A host's newest first; a department's oldest first, since it works them off.
pub async fn page(
    db: &impl ConnectionTrait,
    scope: &Scope,
    state: Option<PremisesState>,
    after: Option<After>,
    limit: usize,
    today: chrono::NaiveDate,
) -> Result<Vec<Row>, ApiError> {
    let (filter, whose) = scope.filter();
    let mut values = values![today];
    values.push(whose);
    let mut sql = format!("{SELECT} where {filter}");
    if let Some(state) = state {
        values.push(state.into());
        sql.push_str(" and p.state = $3");
    }
    let own = matches!(scope, Scope::Own(_));
    let (sign, order) = if own { ("<", "desc") } else { (">", "asc") };
    if let Some(after) = after {
        let at = values.len() + 1;
        values.extend([after.at.into(), after.id.into()]);
        sql.push_str(&format!(" and (p.requested_at, p.id) {sign} (${at}, ${})", at + 1));
    }
    sql.push_str(&format!(" order by p.requested_at {order}, p.id {order} limit {limit}"));
    db.list(&sql, values).await
}

/// Not law: a house has no more flats on one page.
const IN_A_HOUSE: usize = 50;

/// All of one house within a department, by the key of its address up to the flat.
pub async fn of_house(
    db: &impl ConnectionTrait,
    department: &str,
    house: &str,
    today: chrono::NaiveDate,
) -> Result<Vec<Row>, ApiError> {
    // What begins so: `}` is the letter after `|`.
    let (from, to) = (format!("{house}|"), format!("{house}}}"));
    let sql = format!(
        "{SELECT} where p.department = $2 and p.state <> 'rejected' and a.address_key >= $3 and a.address_key < $4
         order by a.address_key, p.id limit {IN_A_HOUSE}"
    );
    db.list(&sql, values![today, department.to_owned(), from, to]).await
}

/// Has the party asked for this address, or was it confirmed? One that was rejected may be asked for again.
pub async fn has(tx: &Tx, party: PartyId, address: Uuid) -> Result<bool, ApiError> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let row: Option<Count> = tx
        .find(
            "select count(*) as count from premises where address = $1 and party = $2 and state <> 'rejected'",
            values![address, party],
        )
        .await?;
    Ok(row.is_some_and(|row| row.count > 0))
}

pub async fn add(
    tx: &Tx,
    id: PremisesId,
    party: PartyId,
    address: Uuid,
    new: &NewPremises,
    department: (&str, bool),
) -> Result<(), ApiError> {
    tx.run(
        "insert into premises (id, party, address, kind, proof, state, department, department_confirmed, requested_at,
            requested_by, version)
         values ($1, $2, $3, $4, $5, 'requested', $6, $7, $8, $9, 1)",
        values![
            id,
            party,
            address,
            new.kind,
            new.proof.clone(),
            department.0.to_owned(),
            department.1,
            tx.now,
            tx.by.principal
        ],
    )
    .await?;
    Ok(())
}

/// One officer wins: the version says who.
pub async fn decide(
    tx: &Tx,
    id: PremisesId,
    seen: i64,
    state: PremisesState,
    reason: Option<&str>,
) -> Result<(), ApiError> {
    let done = tx
        .run(
            "update premises set state = $3, reason = $4, decided_at = $5, decided_by = $6, version = version + 1
             where id = $1 and version = $2 and state = 'requested'",
            values![id, seen, state, reason.map(str::to_owned), tx.now, tx.by.principal],
        )
        .await?;
    if done == 1 { Ok(()) } else { Err(ApiError::Stale("premises")) }
}

/// A registration that waited for a decision and has it now.
#[derive(Debug, FromQueryResult)]
pub struct Settled {
    pub id: RegistrationId,
    pub person: PersonId,
    /// The number of the event that says so.
    pub seq: i64,
}

/// Registrations that are settled at once: no statement takes long.
const SETTLED_AT_ONCE: usize = 500;

/// The decision reaches registrations at an address that waited for it, a part at a time; their journal is not written yet.
pub async fn settle(tx: &Tx, id: PremisesId, append: &Append) -> Result<Vec<Settled>, ApiError> {
    // On PostgreSQL a host may change one of them this moment; SQLite has one writer anyway.
    let lock = if tx.get_database_backend() == DbBackend::Postgres { "for update" } else { "" };
    let mut settled: Vec<Settled> = tx
        .list(
            &format!(
                "update registration set seq = seq + 1, state = coalesce($2, state),
                    closed_at = coalesce($3, closed_at), address_open = false
                 where id in (select id from registration where premises = $1 and address_open
                    order by id limit {SETTLED_AT_ONCE} {lock})
                 returning id, person, seq"
            ),
            values![id, append.state, append.closes.then_some(tx.now)],
        )
        .await?;
    // What an update returns has no order.
    settled.sort_by_key(|registration| registration.id);
    Ok(settled)
}

/// Accounts that are told of a decision.
pub async fn members(tx: &Tx, party: PartyId) -> Result<Vec<AccountId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Member {
        account: AccountId,
    }
    let rows: Vec<Member> = tx
        .list(
            "select account from membership where party = $1 and ended_at is null order by account limit 20",
            values![party],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.account).collect())
}

/// What waits in a department, how much of it for longer than since `week`, and the guests of the list of the unconfirmed.
pub async fn waiting_since(
    db: &impl ConnectionTrait,
    department: &str,
    week: DateTime<Utc>,
    today: chrono::NaiveDate,
) -> Result<(i64, i64, i64), ApiError> {
    #[derive(FromQueryResult)]
    struct Counts {
        waiting: i64,
        over_week: i64,
        guests: i64,
    }
    let guests = waits("$3");
    let sql = format!(
        "select count(*) as waiting, count(*) filter (where requested_at < $2) as over_week,
            (select count(*) from registration r where r.department = $1 and {guests}) as guests
         from premises where department = $1 and state = 'requested'"
    );
    let row: Option<Counts> = db.find(&sql, values![department.to_owned(), week, today]).await?;
    Ok(row.map_or((0, 0, 0), |row| (row.waiting, row.over_week, row.guests)))
}

/// Who decided in a department since `month`, most first.
pub async fn decided(
    db: &impl ConnectionTrait,
    department: &str,
    month: DateTime<Utc>,
) -> Result<Vec<OfficerCount>, ApiError> {
    #[derive(FromQueryResult)]
    struct Counts {
        name: String,
        confirmed: i64,
        rejected: i64,
    }
    let rows: Vec<Counts> = db
        .list(
            "select a.name, count(*) filter (where p.state = 'confirmed') as confirmed,
            count(*) filter (where p.state = 'rejected') as rejected
         from premises p join account a on a.id = p.decided_by
         where p.department = $1 and p.decided_at > $2
         group by a.id, a.name order by count(*) desc, a.name limit 100",
            values![department.to_owned(), month],
        )
        .await?;
    let count = |Counts { name, confirmed, rejected }| OfficerCount { name, confirmed, rejected };
    Ok(rows.into_iter().map(count).collect())
}

/// Requests of a department that wait, up to a thousand.
pub async fn waiting_count(db: &impl ConnectionTrait, department: &str) -> Result<i64, ApiError> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let row: Option<Count> = db
        .find(
            "select count(*) as count from (select 1 as one from premises
             where department = $1 and state = 'requested' limit 1000) c",
            values![department.to_owned()],
        )
        .await?;
    Ok(row.map_or(0, |row| row.count))
}
