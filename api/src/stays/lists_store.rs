//! Lists of registrations: which belong to each, in which order, and how many they are.
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use shared::{
    ids::{PersonId, PremisesId, RegistrationId},
    premises::PremisesState,
    registrations::RegistrationState,
};

use super::store::{JOINS, Scope};
use crate::{db::Sql, error::ApiError, http::query::After};

/// A registration as a list shows it: what only its own page shows is not read fifty times.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LineRow {
    pub id: RegistrationId,
    pub number: String,
    pub premises: PremisesId,
    pub person: PersonId,
    pub surname: String,
    pub given_names: String,
    pub citizenship: String,
    pub document_number: String,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub room: Option<String>,
    pub state: RegistrationState,
    pub late_days: i64,
    pub registered_at: DateTime<Utc>,
    pub seq: i64,
    pub address_open: bool,
    pub premises_state: PremisesState,
    pub district: String,
    pub settlement: Option<String>,
    pub street: String,
    pub house: String,
    pub flat: Option<String>,
    pub host_name: String,
}

pub const LINE: &str =
    "r.id, r.number, r.premises, r.person, r.surname, r.given_names, r.citizenship, r.document_number,
    r.from_day, r.until_day, r.room, r.state, r.late_days, r.registered_at, r.seq, r.address_open,
    p.state as premises_state, a.district, a.settlement, a.street, a.house, a.flat, o.name as host_name";

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
) -> Result<Vec<LineRow>, ApiError> {
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
    let sql = format!("select {LINE} from ({rows}) r {JOINS} order by {order} limit {}", cut.limit);
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
