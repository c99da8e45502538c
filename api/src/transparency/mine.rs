//! Who has seen my data (E4): office, role, time and purpose; officers by a number, not by name.
use actix_web::{get, web::Data, web::Json};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use shared::{
    ids::PersonId,
    page::Page,
    transparency::{AccessOffice, MyAccess},
};
use uuid::Uuid;

use super::mine_store::{self as store, Wanted};
use crate::{
    error::ApiError,
    http::{
        can::{Can, PersonOwn},
        query::{After, ValidQuery, limit},
    },
    state::{AppState, Reading},
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyAccessQuery {
    /// An office, as the rows name it.
    #[param(max_length = 60)]
    office: Option<String>,
    /// From this moment on.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    until: Option<DateTime<Utc>>,
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List who has seen or changed my data
///
/// Newest first. My own visits are not listed. Empty until the account is linked to me.
#[utoipa::path(tag = "persons", params(MyAccessQuery), responses((status = 200, body = Page<MyAccess>)))]
#[get("/my/access-log")]
pub async fn list_my_access_log(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    ValidQuery(query): ValidQuery<MyAccessQuery>,
) -> Result<Json<Page<MyAccess>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let reading = state.read(&actor).await?;
    let Some(person) = reading.by.person else { return Ok(Json(Page { items: Vec::new(), next: None })) };
    let wanted = Wanted { office: query.office, from: query.from, until: query.until };
    let rows = store::page(&reading, person, &wanted, after, Some(limit + 1)).await?;
    Ok(Json(Page::cut(rows, limit, |row| After::write(row.at, row.id.0))))
}

/// List the offices that have seen or changed my data
#[utoipa::path(tag = "persons", responses((status = 200, body = Page<AccessOffice>)))]
#[get("/my/access-log/offices")]
pub async fn list_my_access_offices(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
) -> Result<Json<Page<AccessOffice>>, ApiError> {
    let reading = state.read(&actor).await?;
    let items = match reading.by.person {
        Some(person) => store::offices(&reading, person).await?,
        None => Vec::new(),
    };
    Ok(Json(Page { items, next: None }))
}

/// All that is in the log of one person: for their own data.
pub async fn whole(reading: &Reading, person: PersonId) -> Result<Vec<MyAccess>, ApiError> {
    store::page(reading, person, &Wanted::default(), None, None).await
}

/// Six digits that stay the same: the Service finds the officer by them, nobody else does.
pub(super) fn number(actor: Uuid) -> String {
    let digest = Sha256::digest(actor.as_bytes());
    let first = digest.first_chunk().copied().map_or(0, u64::from_le_bytes);
    format!("{:06}", first % 1_000_000)
}
