//! Registrations at the place of stay.
use actix_web::{HttpResponse, get, http::header, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    batches::{BatchAnswer, RegisterBatch},
    identity::Language,
    ids::{PremisesId, RegistrationId},
    page::Page,
    registrations::{
        AnnulRegistration, CorrectRegistration, ExtendRegistration, MoveGuest, NewRegistration, NoticeCheck,
        RecordDeparture, RegistrationRow, RegistrationView, SearchRegistrations,
    },
};

use super::{batch, changes, lists_store::Listing, notice, usecases};
use crate::{
    error::ApiError,
    http::{
        call::Actor,
        can::{
            Can, CanEither, RegistrationsCounter, RegistrationsRead, RegistrationsSupervise,
            RegistrationsWrite,
        },
        idempotency::IdempotencyKey,
        if_match::{MayMatch, tagged},
        query::{After, ValidQuery, limit},
        throttle::Door,
        valid::ValidJson,
    },
    state::AppState,
};

/// Register a guest
///
/// An officer registers whoever stands at the counter at an address of the department, and says that the original was seen. In force from receipt. Late is recorded, not refused. The same Idempotency-Key never registers twice.
#[utoipa::path(tag = "registrations", request_body = NewRegistration, responses((status = 201, body = RegistrationView)))]
#[post("/registrations")]
pub async fn create_registration(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<RegistrationsWrite, RegistrationsCounter>,
    key: IdempotencyKey,
    ValidJson(new): ValidJson<NewRegistration>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::register(&state, &actor, &key, new).await?;
    let mut answer = HttpResponse::Created();
    answer.insert_header((header::LOCATION, format!("/api/v1/registrations/{}", view.id)));
    Ok(tagged(answer, view.version, &view))
}

/// Register up to 1,000 guests at once
///
/// A list of independent acts: each is judged and answered as if they had been sent one after the other, and what is
/// wrong with one hinders none of the others. All that are good are written together, or none if the service fails. The
/// answer is the same for the same Idempotency-Key, also where nobody was registered: what is corrected is sent under a
/// new key.
#[utoipa::path(tag = "registrations", request_body = RegisterBatch, responses((status = 200, body = BatchAnswer)))]
#[post("/registrations/batch")]
pub async fn create_registrations(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    key: IdempotencyKey,
    ValidJson(batch): ValidJson<RegisterBatch>,
) -> Result<Json<BatchAnswer>, ApiError> {
    batch::register(&state, &actor, &key, batch).await.map(Json)
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RegistrationsQuery {
    #[param(inline)]
    view: Option<Listing>,
    premises: Option<PremisesId>,
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List registrations: one's own guests, or those of one's department
#[utoipa::path(tag = "registrations", params(RegistrationsQuery), responses((status = 200, body = Page<RegistrationRow>)))]
#[get("/registrations")]
pub async fn list_registrations(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<RegistrationsRead, RegistrationsSupervise>,
    ValidQuery(query): ValidQuery<RegistrationsQuery>,
) -> Result<Json<Page<RegistrationRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    usecases::list(&state, &actor, query.view, query.premises, after, limit).await.map(Json)
}

/// Look for registrations of one's own, or of one's department, by name, number, document or room
#[utoipa::path(tag = "registrations", request_body = SearchRegistrations, responses((status = 200, body = Page<RegistrationRow>)))]
#[post("/registrations/search")]
pub async fn search_registrations(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<RegistrationsRead, RegistrationsSupervise>,
    ValidJson(form): ValidJson<SearchRegistrations>,
) -> Result<Json<Page<RegistrationRow>>, ApiError> {
    usecases::search(&state, &actor, form).await.map(Json)
}

/// Show a registration with its journal
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), responses((status = 200, body = RegistrationView)))]
#[get("/registrations/{id}")]
pub async fn show_registration(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<RegistrationsRead, RegistrationsSupervise>,
    id: Path<RegistrationId>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::show(&state, &actor, *id).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Record that the guest left
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), request_body = RecordDeparture,
    responses((status = 200, body = RegistrationView)))]
#[post("/registrations/{id}/departure")]
pub async fn record_departure(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    id: Path<RegistrationId>,
    MayMatch(seen): MayMatch,
    ValidJson(form): ValidJson<RecordDeparture>,
) -> Result<HttpResponse, ApiError> {
    let view = changes::depart(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Correct what was written wrongly: old and new are kept
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), request_body = CorrectRegistration,
    responses((status = 200, body = RegistrationView)))]
#[post("/registrations/{id}/correction")]
pub async fn correct_registration(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    id: Path<RegistrationId>,
    MayMatch(seen): MayMatch,
    ValidJson(form): ValidJson<CorrectRegistration>,
) -> Result<HttpResponse, ApiError> {
    let view = changes::correct(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Extend a registration: the guest stays longer
///
/// Within what the visa or the visa-free time allows; beyond it with the decision of the Service that extended the stay.
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), request_body = ExtendRegistration,
    responses((status = 200, body = RegistrationView)))]
#[post("/registrations/{id}/extension")]
pub async fn extend_registration(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    id: Path<RegistrationId>,
    MayMatch(seen): MayMatch,
    ValidJson(form): ValidJson<ExtendRegistration>,
) -> Result<HttpResponse, ApiError> {
    let view = changes::extend(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Move a guest to another address of the same host
///
/// No new registration is needed (Migration Code 21.9): this one goes along, and the notice shows the new address.
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), request_body = MoveGuest,
    responses((status = 200, body = RegistrationView)))]
#[post("/registrations/{id}/move")]
pub async fn move_registration(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    id: Path<RegistrationId>,
    MayMatch(seen): MayMatch,
    ValidJson(form): ValidJson<MoveGuest>,
) -> Result<HttpResponse, ApiError> {
    let view = changes::relocate(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Annul a registration: the guest never came
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path)), request_body = AnnulRegistration,
    responses((status = 200, body = RegistrationView)))]
#[post("/registrations/{id}/annulment")]
pub async fn annul_registration(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsWrite>,
    id: Path<RegistrationId>,
    MayMatch(seen): MayMatch,
    ValidJson(form): ValidJson<AnnulRegistration>,
) -> Result<HttpResponse, ApiError> {
    let view = changes::annul(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NoticeQuery {
    /// Language of the paper; the reader's unless said.
    #[param(inline)]
    pub lang: Option<Language>,
}

/// Print the notice of a registration
#[utoipa::path(tag = "registrations", params(("id" = RegistrationId, Path), NoticeQuery),
    responses((status = 200, description = "PDF/A-2a", content_type = "application/pdf")))]
#[get("/registrations/{id}/notice")]
pub async fn print_notice(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<RegistrationsRead, RegistrationsSupervise>,
    id: Path<RegistrationId>,
    ValidQuery(query): ValidQuery<NoticeQuery>,
) -> Result<HttpResponse, ApiError> {
    paper(&state, &actor, *id, query.lang).await
}

/// The notice as a file; whoever may see the registration may print it.
pub async fn paper(
    state: &AppState,
    actor: &Actor,
    id: RegistrationId,
    language: Option<Language>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::show(state, actor, id).await?;
    let name = format!("attachment; filename=\"{}.pdf\"", view.number);
    let pdf = notice::print(state, view, language.unwrap_or(actor.call.language)).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(pdf))
}

/// Check a notice by its code
///
/// Anyone may ask; the answer holds only what the paper itself shows.
#[utoipa::path(tag = "registrations", params(("code" = String, Path, min_length = 12, max_length = 20)),
    responses((status = 200, body = NoticeCheck)))]
#[get("/notices/{code}")]
pub async fn check_notice(
    state: Data<AppState>,
    actor: Actor,
    code: Path<String>,
) -> Result<Json<NoticeCheck>, ApiError> {
    state.throttle.pass(Door::Notice, actor.call.peer, state.now())?;
    usecases::check(&state, &actor, &code).await.map(Json)
}
