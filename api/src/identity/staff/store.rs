//! Rows of colleagues.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};
use shared::{
    ids::{AccountId, PartyId, PersonId},
    staff::{StaffRole, StaffRow},
};
use uuid::Uuid;

use super::rules::{Deputy, Place};
use crate::{
    db::{Sql, values},
    error::ApiError,
    http::query::After,
};

/// What an account that may come in is to the Service.
#[derive(Debug, FromQueryResult)]
pub struct Membership {
    pub roles: Option<String>,
    pub party: Option<PartyId>,
    pub person: Option<PersonId>,
    pub password: Option<String>,
}

/// Closed, unconfirmed and invited accounts have none.
pub async fn membership(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<Membership>, ApiError> {
    db.find(
        "select w.roles, m.party, a.person, a.password
         from account a
         left join staff w on w.account = a.id
         left join membership m on m.account = a.id and m.ended_at is null
         where a.id = $1 and a.state = 'active' and w.disabled_at is null",
        values![account],
    )
    .await
}

/// A colleague as the list shows them.
#[derive(Debug, FromQueryResult)]
pub struct Colleague {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub department: String,
    pub roles: String,
    pub deputy: Option<AccountId>,
    pub deputy_name: Option<String>,
    pub disabled_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub seen_at: Option<DateTime<Utc>>,
}

const COLLEAGUE: &str =
    "select a.id, a.name, a.email, a.state, a.created_at, w.department, w.roles, w.deputy,
        d.name as deputy_name, w.disabled_at, w.version,
        (select max(s.seen_at) from session s where s.account = a.id) as seen_at
    from staff w
    join account a on a.id = w.account
    left join account d on d.id = w.deputy";

impl Colleague {
    pub fn is_ready(&self) -> bool {
        self.state == "active"
    }

    pub fn place(&self) -> Place {
        Place {
            department: self.department.clone(),
            roles: self.roles.split(' ').filter_map(|role| role.parse().ok()).collect(),
            disabled: self.disabled_at.is_some(),
        }
    }

    /// Whom the row names: the colleague, and who stands in.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> + use<> {
        [Some(self.id), self.deputy].into_iter().flatten()
    }

    pub fn as_deputy(&self) -> Deputy {
        Deputy { id: self.id, place: self.place(), ready: self.is_ready() }
    }

    pub fn view(self) -> StaffRow {
        let ready = self.is_ready();
        let place = self.place();
        StaffRow {
            id: self.id,
            name: self.name,
            email: self.email,
            department: place.department,
            roles: place.roles,
            deputy: self.deputy,
            deputy_name: self.deputy_name,
            disabled: place.disabled,
            ready,
            seen_at: self.seen_at,
            version: self.version,
        }
    }
}

/// Oldest first.
pub async fn page(
    db: &impl ConnectionTrait,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<Colleague>, ApiError> {
    let (at, id) = after.map_or((DateTime::UNIX_EPOCH, Uuid::nil()), |after| (after.at, after.id));
    db.list(
        &format!("{COLLEAGUE} where (a.created_at, a.id) > ($1, $2) order by a.created_at, a.id limit $3"),
        values![at, id, i64::try_from(limit).unwrap_or(100)],
    )
    .await
}

pub async fn colleague(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Colleague>, ApiError> {
    db.find(&format!("{COLLEAGUE} where w.account = $1"), values![id]).await
}

fn joined(roles: &[StaffRole]) -> String {
    roles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

pub async fn add(
    db: &impl ConnectionTrait,
    id: AccountId,
    department: &str,
    roles: &[StaffRole],
) -> Result<(), ApiError> {
    db.run(
        "insert into staff (account, department, roles, version) values ($1, $2, $3, 1)",
        values![id, department.to_owned(), joined(roles)],
    )
    .await?;
    Ok(())
}

/// Gives a colleague another place; `false` where somebody else did meanwhile.
pub async fn change(
    db: &impl ConnectionTrait,
    id: AccountId,
    place: &Place,
    deputy: Option<AccountId>,
    version: i64,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let changed = db
        .run(
            "update staff set department = $3, roles = $4, deputy = $5, version = version + 1,
                disabled_at = case when $6 then coalesce(disabled_at, $7) end
             where account = $1 and version = $2",
            values![id, version, place.department.clone(), joined(&place.roles), deputy, place.disabled, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Whoever handed over to this colleague answers for their work again.
pub async fn release_deputy(db: &impl ConnectionTrait, id: AccountId) -> Result<(), ApiError> {
    db.run("update staff set deputy = null, version = version + 1 where deputy = $1", values![id]).await?;
    Ok(())
}

/// Administrators who can sign in. Their rows stay locked, so that two who demote each other do not both succeed.
pub async fn lock_administrators(db: &impl ConnectionTrait) -> Result<Vec<AccountId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: AccountId,
    }
    // SQLite has one writer anyway.
    let lock = if db.get_database_backend() == DbBackend::Postgres { "for update of w" } else { "" };
    let rows: Vec<Row> = db
        .list(
            &format!(
                "select a.id from staff w join account a on a.id = w.account
                 where w.roles like '%administrator%' and w.disabled_at is null and a.state = 'active'
                 order by a.id {lock}"
            ),
            Vec::new(),
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
