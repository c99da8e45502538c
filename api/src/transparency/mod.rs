//! Floor: every reading or writing of somebody else's data is durable before the answer leaves (§2.4).
mod export;
mod handlers;
pub mod log_task;
pub mod mine;
mod mine_store;
pub mod security;
mod store;
mod usecases;

pub use store::masked;

use shared::{
    ids::{AccountId, PersonId, RegistrationId},
    permission::Role,
};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::{
    act::Tx,
    error::ApiError,
    http::call::Actor,
    identity::usecases::Standing,
    state::{AppState, Reading},
};

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::list_access_entries)
        .service(handlers::find_account)
        .service(handlers::find_persons)
        .service(handlers::export_access_entries)
        .service(handlers::list_security_events)
        .service(mine::list_my_access_log)
        .service(mine::list_my_access_offices);
}

/// Whose data left the service or were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub person: PersonId,
    pub registration: Option<RegistrationId>,
}

/// Why somebody looked.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::EnumString, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// A host or its program works with its own guests.
    OwnGuests,
    /// An officer works for the department.
    DepartmentWork,
    /// An officer registers whoever stands at the counter.
    Counter,
    /// An officer holds the document of somebody who wants an account linked.
    IdentitySeen,
    /// An administrator keeps accounts.
    Administration,
    /// An auditor looks at what others looked at.
    Audit,
    /// A message goes out.
    Delivery,
    /// Anybody checks a notice by the code that is printed on it.
    PublicCheck,
}

/// One act, ready to be written.
#[derive(Debug, Clone)]
pub struct Entry {
    pub actor: Option<Uuid>,
    pub role: Option<Role>,
    pub office: Option<String>,
    pub operation: String,
    pub purpose: Purpose,
    /// SHA-256 of what was asked for, where it was a search.
    pub query: Option<String>,
    /// Said by whoever takes the log out.
    pub reason: Option<String>,
    pub cause: String,
    pub subjects: Vec<Subject>,
    /// Colleagues and others who have an account but are no person of the registry.
    pub accounts: Vec<AccountId>,
}

impl Entry {
    pub fn new(actor: &Actor, by: &Standing, purpose: Purpose, subjects: Vec<Subject>) -> Self {
        Self {
            actor: by.principal,
            role: by.role,
            office: by.department.clone().or_else(|| by.party.map(|party| party.to_string())),
            operation: actor.call.operation.clone(),
            purpose,
            query: None,
            reason: None,
            cause: actor.call.request_id.clone(),
            subjects,
            accounts: Vec::new(),
        }
    }

    /// What an administrator sees or changes of others' accounts.
    fn of_accounts(actor: &Actor, by: &Standing, accounts: Vec<AccountId>) -> Self {
        Self::of_log(actor, by, accounts, Vec::new())
    }

    /// What somebody sees of the logs: the accounts that stand there, and of whom they ask.
    fn of_log(actor: &Actor, by: &Standing, accounts: Vec<AccountId>, subjects: Vec<Subject>) -> Self {
        let audits = by.role == Some(Role::Auditor);
        let purpose = if audits { Purpose::Audit } else { Purpose::Administration };
        Self { accounts, ..Self::new(actor, by, purpose, subjects) }
    }
}

/// A change: written in its own transaction. No log, no act (E6).
pub fn changed(tx: &Tx, purpose: Purpose, subjects: Vec<Subject>) {
    store::write(tx, &[Entry::new(&tx.actor, &tx.by, purpose, subjects)]);
}

/// The same of accounts.
pub fn accounts_changed(tx: &Tx, accounts: Vec<AccountId>) {
    store::write(tx, &[Entry::of_accounts(&tx.actor, &tx.by, accounts)]);
}

/// A reading: handed to the log task; returns after its commit. No log, no data.
pub async fn seen(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    purpose: Purpose,
    subjects: Vec<Subject>,
) -> Result<(), ApiError> {
    reading.let_go().await;
    state.worker.log.write(Entry::new(actor, &reading.by, purpose, subjects)).await
}

/// The same of accounts.
pub async fn accounts_seen(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    accounts: Vec<AccountId>,
) -> Result<(), ApiError> {
    reading.let_go().await;
    state.worker.log.write(Entry::of_accounts(actor, &reading.by, accounts)).await
}

/// Writes entries of many readings: for the log task.
pub(crate) fn write_all(tx: &Tx, entries: &[Entry]) {
    store::write(tx, entries);
}
