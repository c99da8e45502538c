//! The two logs, for administrators.
use actix_web::{get, web::Data, web::Json};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::{
    ids::AccountId,
    page::Page,
    transparency::{AccessEntry, SecurityEvent},
};

use super::{
    security::Kind,
    store::{self, Wanted},
};
use crate::{
    error::ApiError,
    http::{
        can::{AuditRead, Can},
        query::{After, ValidQuery, limit},
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List who looked at whose data
///
/// Newest first; no names of the persons themselves.
#[utoipa::path(tag = "transparency", params(ListQuery), responses((status = 200, body = Page<AccessEntry>)))]
#[get("/access-entries")]
pub async fn list_access_entries(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditRead>,
    ValidQuery(query): ValidQuery<ListQuery>,
) -> Result<Json<Page<AccessEntry>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let reading = state.read(&actor).await?;
    let rows = store::entries(&*reading, after, limit + 1).await?;
    let page = Page::cut(rows, limit, |(row, _)| After::write(row.at, row.id.0));
    let (items, accounts): (Vec<_>, Vec<_>) = page.items.into_iter().unzip();
    super::accounts_seen(&state, &actor, &reading, accounts.into_iter().flatten().collect()).await?;
    Ok(Json(Page { items, next: page.next }))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SecurityQuery {
    #[param(inline)]
    kind: Option<Kind>,
    account: Option<AccountId>,
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

/// List what happened to the safety of the service
///
/// Newest first; of one kind, of one account, of some time.
#[utoipa::path(tag = "transparency", params(SecurityQuery), responses((status = 200, body = Page<SecurityEvent>)))]
#[get("/security-events")]
pub async fn list_security_events(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditRead>,
    ValidQuery(query): ValidQuery<SecurityQuery>,
) -> Result<Json<Page<SecurityEvent>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let reading = state.read(&actor).await?;
    let SecurityQuery { kind, account, from, until, .. } = query;
    let rows = store::events(&*reading, &Wanted { kind, account, from, until }, after, limit + 1).await?;
    let page = Page::cut(rows, limit, |row| After::write(row.at, row.id.0));
    let accounts = page.items.iter().filter_map(|row| row.account).collect();
    super::accounts_seen(&state, &actor, &reading, accounts).await?;
    Ok(Json(page))
}
