//! The law for everybody; no sign-in.
use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header,
    post,
    web::{Data, Json, Path},
};
use serde::{Deserialize, Serialize};
use shared::{
    law::{DeadlineOutcome, Edition, Facts, ServiceRow, YearView},
    page::Page,
};
use validator::Validate;

use super::usecases;
use crate::{
    error::ApiError,
    http::{call::Actor, query::ValidQuery, valid::ValidJson},
    state::AppState,
};

/// The edition in force.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EditionView {
    number: u32,
    /// SHA-256 of its canonical JSON.
    hash: String,
    engine: u32,
}

/// List the services of the catalogue
#[utoipa::path(tag = "law", responses((status = 200, body = Page<ServiceRow>)))]
#[get("/law/services")]
pub async fn list_services(actor: Actor) -> Json<Page<ServiceRow>> {
    let items = Edition::first().services(&actor.call.language.to_string());
    Json(Page { items, next: None })
}

/// Show a service: who may file, documents, terms, fees, with their legal basis
#[utoipa::path(tag = "law", params(("code" = String, Path, max_length = 60)), responses((status = 200, body = ServiceRow)))]
#[get("/law/services/{code}")]
pub async fn show_service(actor: Actor, code: Path<String>) -> Result<Json<ServiceRow>, ApiError> {
    let services = Edition::first().services(&actor.call.language.to_string());
    services.into_iter().find(|service| service.code == *code).map(Json).ok_or(ApiError::NotFound("service"))
}

/// Show the working days of a year
#[utoipa::path(tag = "law", params(("year" = i32, Path, minimum = 2024, maximum = 2100)), responses((status = 200, body = YearView)))]
#[get("/law/calendar/{year}")]
pub async fn show_calendar(actor: Actor, year: Path<i32>) -> Result<Json<YearView>, ApiError> {
    let view = Edition::first().year(*year, &actor.call.language.to_string());
    view.map(Json).ok_or(ApiError::NotFound("calendar"))
}

/// Show the edition of the law that is in force
#[utoipa::path(tag = "law", responses((status = 200, body = EditionView)))]
#[get("/law/editions/current")]
pub async fn show_current_edition() -> Json<EditionView> {
    let edition = Edition::first();
    Json(EditionView {
        number: edition.number(),
        hash: edition.hash().to_owned(),
        engine: shared::law::ENGINE,
    })
}

/// Fetch all that an edition says of a service
///
/// Never changes: the page keeps it and judges with the same engine as the server.
#[utoipa::path(tag = "law",
    params(("number" = u32, Path), ("code" = String, Path, max_length = 60),
        ("If-None-Match" = Option<String>, Header, description = "The ETag you keep", max_length = 100)),
    responses(
        (status = 200, description = "Canonical JSON of the service", content_type = "application/json",
            headers(("ETag" = String, description = "Of this service in this edition"))),
        (status = 304, description = "You have it already",
            headers(("ETag" = String, description = "Of this service in this edition"))),
    ))]
#[get("/law/editions/{number}/services/{code}")]
pub async fn show_edition_service(
    request: HttpRequest,
    path: Path<(u32, String)>,
) -> Result<HttpResponse, ApiError> {
    let (number, code) = path.into_inner();
    let edition = Some(Edition::first()).filter(|edition| edition.number() == number);
    let edition = edition.ok_or(ApiError::NotFound("edition"))?;
    let text = edition.service_json(&code).ok_or(ApiError::NotFound("service"))?;
    let tag = format!("\"{}-{code}\"", edition.hash().get(..16).unwrap_or_default());
    if request.headers().get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, tag)).finish());
    }
    Ok(HttpResponse::Ok()
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .content_type("application/json")
        .body(text))
}

/// What to count from, and by which day's law.
#[derive(Debug, Deserialize, Validate, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskDeadline {
    #[validate(length(min = 1, max = 60, code = "text_length"))]
    #[schema(example = "registration_stay", min_length = 1, max_length = 60)]
    service: String,
    /// Which of the service's terms.
    #[validate(length(min = 1, max = 60, code = "text_length"))]
    #[schema(example = "register", min_length = 1, max_length = 60)]
    deadline: String,
    /// Fact name → value; an unknown one is asked for in the answer.
    #[schema(value_type = Object, example = json!({"citizenship": "KAZ", "arrived_in_country": "2026-11-02", "moved": false}))]
    facts: Facts,
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OnQuery {
    /// The law in force on this day; today unless said.
    on: Option<chrono::NaiveDate>,
}

/// Find the last day, with the way it was found
#[utoipa::path(tag = "law", params(OnQuery), request_body = AskDeadline, responses((status = 200, body = DeadlineOutcome)))]
#[post("/law/deadline")]
pub async fn find_deadline(
    state: Data<AppState>,
    ValidQuery(query): ValidQuery<OnQuery>,
    ValidJson(ask): ValidJson<AskDeadline>,
) -> Result<Json<DeadlineOutcome>, ApiError> {
    let service =
        Edition::first().service(&ask.service).ok_or_else(|| ApiError::field("/service", "not_a_choice"))?;
    let known = service.law.deadlines.iter().any(|deadline| deadline.id == ask.deadline);
    if !known {
        return Err(ApiError::field("/deadline", "not_a_choice"));
    }
    usecases::check_facts(service, &ask.facts)?;
    let on = query.on.unwrap_or_else(|| state.today());
    Ok(Json(service.deadline(&ask.deadline, &ask.facts, on).into()))
}
