//! Addresses where guests stay.
use actix_web::{HttpResponse, get, http::header, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    ids::PremisesId,
    page::Page,
    premises::{
        Board, FindPremises, NewCounterPremises, NewPremises, PremisesState, PremisesView, RejectPremises,
    },
};

use super::premises as usecases;
use crate::{
    error::ApiError,
    http::{
        can::{
            Can, CanEither, DepartmentOversee, PremisesDecide, PremisesRead, PremisesSupervise,
            PremisesWrite, RegistrationsCounter,
        },
        if_match::{IfMatch, tagged},
        query::{After, ValidQuery, limit},
        valid::ValidJson,
    },
    state::AppState,
};

/// Ask for an address
///
/// An officer of the district's department confirms it; guests can be registered there meanwhile.
#[utoipa::path(tag = "premises", request_body = NewPremises, responses((status = 201, body = PremisesView)))]
#[post("/premises")]
pub async fn create_premises(
    state: Data<AppState>,
    Can { actor, .. }: Can<PremisesWrite>,
    ValidJson(new): ValidJson<NewPremises>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::create(&state, &actor, new).await?;
    let mut answer = HttpResponse::Created();
    answer.insert_header((header::LOCATION, format!("/api/v1/premises/{}", view.id)));
    Ok(tagged(answer, view.version, &view))
}

/// Look for the addresses of a house in one's department, whoever receives guests there
///
/// The flat is not asked: all of the house are found, up to 50.
#[utoipa::path(tag = "premises", request_body = FindPremises, responses((status = 200, body = Page<PremisesView>)))]
#[post("/premises/search")]
pub async fn find_premises(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsCounter>,
    ValidJson(form): ValidJson<FindPremises>,
) -> Result<Json<Page<PremisesView>>, ApiError> {
    usecases::of_house(&state, &actor, &form).await.map(Json)
}

/// Write down an address at the counter, of a host who has no account, or of the foreigner there
#[utoipa::path(tag = "premises", request_body = NewCounterPremises, responses((status = 201, body = PremisesView)))]
#[post("/counter/premises")]
pub async fn create_counter_premises(
    state: Data<AppState>,
    Can { actor, .. }: Can<RegistrationsCounter>,
    ValidJson(new): ValidJson<NewCounterPremises>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::create_at_counter(&state, &actor, new).await?;
    let mut answer = HttpResponse::Created();
    answer.insert_header((header::LOCATION, format!("/api/v1/premises/{}", view.id)));
    Ok(tagged(answer, view.version, &view))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PremisesQuery {
    #[param(inline)]
    state: Option<PremisesState>,
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Show how the work of one's department stands, and who did it
#[utoipa::path(tag = "premises", responses((status = 200, body = Board)))]
#[get("/board")]
pub async fn show_board(
    state: Data<AppState>,
    Can { actor, .. }: Can<DepartmentOversee>,
) -> Result<Json<Board>, ApiError> {
    usecases::board(&state, &actor).await.map(Json)
}

/// List addresses: one's own, or those of one's department
#[utoipa::path(tag = "premises", params(PremisesQuery), responses((status = 200, body = Page<PremisesView>)))]
#[get("/premises")]
pub async fn list_premises(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<PremisesRead, PremisesSupervise>,
    ValidQuery(query): ValidQuery<PremisesQuery>,
) -> Result<Json<Page<PremisesView>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    usecases::list(&state, &actor, query.state, after, limit).await.map(Json)
}

/// Show an address
#[utoipa::path(tag = "premises", params(("id" = PremisesId, Path)), responses((status = 200, body = PremisesView)))]
#[get("/premises/{id}")]
pub async fn show_premises(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<PremisesRead, PremisesSupervise>,
    id: Path<PremisesId>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::show(&state, &actor, *id).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Confirm an address
#[utoipa::path(tag = "premises", params(("id" = PremisesId, Path)), responses((status = 200, body = PremisesView)))]
#[post("/premises/{id}/confirmation")]
pub async fn confirm_premises(
    state: Data<AppState>,
    Can { actor, .. }: Can<PremisesDecide>,
    id: Path<PremisesId>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::confirm(&state, &actor, *id, seen).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Do not confirm an address: registrations there are annulled
#[utoipa::path(tag = "premises", params(("id" = PremisesId, Path)), request_body = RejectPremises,
    responses((status = 200, body = PremisesView)))]
#[post("/premises/{id}/rejection")]
pub async fn reject_premises(
    state: Data<AppState>,
    Can { actor, .. }: Can<PremisesDecide>,
    id: Path<PremisesId>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<RejectPremises>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::reject(&state, &actor, *id, seen, form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}
