//! The two logs, and whose account an address of sign-in is.
use actix_web::{HttpResponse, get, http::header, post, web::Data, web::Json};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::{
    ids::{AccountId, PersonId},
    page::Page,
    transparency::{
        AccessEntry, ExportAccess, FindAccount, FindPersons, FoundAccount, FoundPersons, SecurityEvent,
    },
};
use uuid::Uuid;

use super::{
    Purpose, export,
    security::Kind,
    store::{Looked, Wanted},
    usecases,
};
use crate::{
    error::ApiError,
    http::{
        can::{AuditInspect, AuditRead, Can},
        query::{After, ValidQuery, code, limit},
        valid::ValidJson,
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccessQuery {
    /// The account or program that acted.
    actor: Option<Uuid>,
    /// Whose data were seen or changed.
    person: Option<PersonId>,
    /// Department of the officer, party of the host or program.
    #[param(min_length = 1, max_length = 60, pattern = "^[a-z0-9_-]+$")]
    office: Option<String>,
    /// The operation of the API, such as `show_registration`.
    #[param(min_length = 1, max_length = 60, pattern = "^[a-z0-9_-]+$")]
    operation: Option<String>,
    #[param(inline)]
    purpose: Option<Purpose>,
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

/// List who looked at whose data
///
/// Newest first; by one account, of one person, from one office, of one operation or purpose, of some time. No names of the
/// persons themselves.
#[utoipa::path(tag = "transparency", params(AccessQuery), responses((status = 200, body = Page<AccessEntry>)))]
#[get("/access-entries")]
pub async fn list_access_entries(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditRead>,
    ValidQuery(query): ValidQuery<AccessQuery>,
) -> Result<Json<Page<AccessEntry>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let AccessQuery { actor: by, person, office, operation, purpose, from, until, .. } = query;
    let (office, operation) = (code("?office", office)?, code("?operation", operation)?);
    let looked = Looked { actor: by, person, office, operation, purpose, from, until };
    Ok(Json(usecases::entries(&state, &actor, &looked, after, limit).await?))
}

/// Find the account that signs in with an address
///
/// For the filters of the logs; the address itself stands in the body, never in an address of a page.
#[utoipa::path(tag = "transparency", request_body = FindAccount, responses((status = 200, body = FoundAccount)))]
#[post("/access-entries/account")]
pub async fn find_account(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditRead>,
    ValidJson(form): ValidJson<FindAccount>,
) -> Result<Json<FoundAccount>, ApiError> {
    Ok(Json(usecases::find_account(&state, &actor, &form).await?))
}

/// Find by a document whose log it is
///
/// Only ids: they narrow the access log, and nothing else of these persons is told.
#[utoipa::path(tag = "transparency", request_body = FindPersons, responses((status = 200, body = FoundPersons)))]
#[post("/access-entries/persons")]
pub async fn find_persons(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditInspect>,
    ValidJson(form): ValidJson<FindPersons>,
) -> Result<Json<FoundPersons>, ApiError> {
    Ok(Json(usecases::find_persons(&state, &actor, &form).await?))
}

/// Take the access log out as a file
///
/// CSV in UTF-8, newest first, narrowed as the list is. Each page of it is a line of the log itself, with the reason.
#[utoipa::path(tag = "transparency", request_body = ExportAccess,
    responses((status = 200, description = "CSV", content_type = "text/csv")))]
#[post("/access-entries/export")]
pub async fn export_access_entries(
    state: Data<AppState>,
    Can { actor, .. }: Can<AuditInspect>,
    ValidJson(form): ValidJson<ExportAccess>,
) -> Result<HttpResponse, ApiError> {
    let pages = export::begin(&state, &actor, form).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\""))
        .body(pages))
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
    let SecurityQuery { kind, account, from, until, .. } = query;
    Ok(Json(usecases::events(&state, &actor, &Wanted { kind, account, from, until }, after, limit).await?))
}
