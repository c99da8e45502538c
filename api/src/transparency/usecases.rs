//! Reading the logs, which is itself a line of the log.
use shared::{
    ids::{AccountId, PersonId},
    page::Page,
    transparency::{AccessEntry, FindAccount, FindPersons, FoundAccount, FoundPersons, SecurityEvent},
};

use super::{
    Subject,
    store::{self, Looked, Wanted},
};
use crate::{
    error::ApiError,
    http::{call::Actor, query::After},
    identity::usecases::email_key,
    state::{AppState, Reading},
};

/// One page of the access log.
pub async fn entries(
    state: &AppState,
    actor: &Actor,
    looked: &Looked,
    after: Option<After>,
    limit: usize,
) -> Result<Page<AccessEntry>, ApiError> {
    let reading = state.read(actor).await?;
    let rows = store::entries(&*reading, looked, after, limit + 1).await?;
    let page = Page::cut(rows, limit, |(row, _)| After::write(row.at, row.id.0));
    let (items, accounts): (Vec<_>, Vec<_>) = page.items.into_iter().unzip();
    seen(state, actor, &reading, looked, accounts.into_iter().flatten().collect()).await?;
    Ok(Page { items, next: page.next })
}

/// One page of the security log.
pub async fn events(
    state: &AppState,
    actor: &Actor,
    wanted: &Wanted,
    after: Option<After>,
    limit: usize,
) -> Result<Page<SecurityEvent>, ApiError> {
    let reading = state.read(actor).await?;
    let rows = store::events(&*reading, wanted, after, limit + 1).await?;
    let page = Page::cut(rows, limit, |row| After::write(row.at, row.id.0));
    let accounts = page.items.iter().filter_map(|row| row.account).collect();
    super::accounts_seen(state, actor, &reading, accounts).await?;
    Ok(page)
}

/// Whose account it is; also what found nobody is a look.
pub async fn find_account(
    state: &AppState,
    actor: &Actor,
    form: &FindAccount,
) -> Result<FoundAccount, ApiError> {
    let reading = state.read(actor).await?;
    let found = store::account(&*reading, &email_key(&form.email)).await?;
    let accounts = found.iter().map(|found| found.id).collect();
    super::accounts_seen(state, actor, &reading, accounts).await?;
    found.ok_or(ApiError::NotFound("account"))
}

/// Of whom such a document is known; also what found nobody is a look.
pub async fn find_persons(
    state: &AppState,
    actor: &Actor,
    form: &FindPersons,
) -> Result<FoundPersons, ApiError> {
    let reading = state.read(actor).await?;
    let persons = store::persons(&*reading, &form.issuer, &form.number).await?;
    about(state, actor, &reading, Vec::new(), persons.clone()).await?;
    Ok(FoundPersons { persons })
}

/// Who asks whose data were seen learns something of that person, too.
async fn seen(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    looked: &Looked,
    accounts: Vec<AccountId>,
) -> Result<(), ApiError> {
    about(state, actor, reading, accounts, looked.person.into_iter().collect()).await
}

async fn about(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    accounts: Vec<AccountId>,
    persons: Vec<PersonId>,
) -> Result<(), ApiError> {
    let subjects = persons.into_iter().map(|person| Subject { person, registration: None });
    reading.let_go().await;
    let entry = super::Entry::of_log(actor, &reading.by, accounts, subjects.collect());
    state.worker.log.write(entry).await
}
