//! Requests to put right or take out what is kept of oneself, and the desk that answers them.
use actix_web::{HttpResponse, get, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    corrections::{AskCorrection, CorrectionFile, CorrectionRow, CorrectionView, SayWhy},
    ids::CorrectionId,
    page::Page,
};

use super::{store::Listing, usecases};
use crate::{
    error::ApiError,
    http::{
        can::{Can, CorrectionsSign, CorrectionsWork, PersonOwn},
        if_match::{IfMatch, tagged},
        query::{After, ValidQuery, limit},
        valid::ValidJson,
    },
    state::AppState,
};

/// Ask to have put right, or taken out, what is kept of me
///
/// Of one field of one of my registrations: that is where the registry has it from. `answer_by` is the last day to answer.
#[utoipa::path(tag = "corrections", request_body = AskCorrection, responses((status = 201, body = CorrectionView)))]
#[post("/my/corrections")]
pub async fn ask_correction(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    ValidJson(form): ValidJson<AskCorrection>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::ask(&state, &actor, form).await?;
    Ok(tagged(HttpResponse::Created(), view.version, &view))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyCorrectionsQuery {
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List what I asked to have put right or taken out, newest first
#[utoipa::path(tag = "corrections", params(MyCorrectionsQuery), responses((status = 200, body = Page<CorrectionView>)))]
#[get("/my/corrections")]
pub async fn list_my_corrections(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonOwn>,
    ValidQuery(query): ValidQuery<MyCorrectionsQuery>,
) -> Result<Json<Page<CorrectionView>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    usecases::mine(&state, &actor, after, limit).await.map(Json)
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CorrectionsQuery {
    #[param(inline)]
    view: Option<Listing>,
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List the requests of one's department: what waits by its last day, or what was answered, newest first
#[utoipa::path(tag = "corrections", params(CorrectionsQuery), responses((status = 200, body = Page<CorrectionRow>)))]
#[get("/corrections")]
pub async fn list_corrections(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsWork>,
    ValidQuery(query): ValidQuery<CorrectionsQuery>,
) -> Result<Json<Page<CorrectionRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    let listing = query.view.unwrap_or(Listing::Waiting);
    usecases::list(&state, &actor, listing, after, limit).await.map(Json)
}

/// Show a request beside the registration that it speaks of
#[utoipa::path(tag = "corrections", params(("id" = CorrectionId, Path)), responses((status = 200, body = CorrectionFile)))]
#[get("/corrections/{id}")]
pub async fn show_correction(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsWork>,
    id: Path<CorrectionId>,
) -> Result<HttpResponse, ApiError> {
    let file = usecases::show(&state, &actor, *id).await?;
    Ok(tagged(HttpResponse::Ok(), file.request.version, &file))
}

/// Do what was asked: the registration is corrected in the same act, old and new are kept
#[utoipa::path(tag = "corrections", params(("id" = CorrectionId, Path)), responses((status = 200, body = CorrectionView)))]
#[post("/corrections/{id}/acceptance")]
pub async fn accept_correction(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsWork>,
    id: Path<CorrectionId>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::accept(&state, &actor, *id, seen).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Recommend a refusal, with the reason that the person will read
///
/// Nothing is refused yet: a supervisor signs, or sends it back.
#[utoipa::path(tag = "corrections", params(("id" = CorrectionId, Path)), request_body = SayWhy,
    responses((status = 200, body = CorrectionView)))]
#[post("/corrections/{id}/recommendation")]
pub async fn recommend_refusal(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsWork>,
    id: Path<CorrectionId>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<SayWhy>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::recommend(&state, &actor, *id, seen, &form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Sign a refusal that somebody else recommended: the person is told
#[utoipa::path(tag = "corrections", params(("id" = CorrectionId, Path)), responses((status = 200, body = CorrectionView)))]
#[post("/corrections/{id}/signature")]
pub async fn sign_refusal(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsSign>,
    id: Path<CorrectionId>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::sign(&state, &actor, *id, seen).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}

/// Do not sign a refusal: the officer looks again, with the reason
#[utoipa::path(tag = "corrections", params(("id" = CorrectionId, Path)), request_body = SayWhy,
    responses((status = 200, body = CorrectionView)))]
#[post("/corrections/{id}/return")]
pub async fn send_back_refusal(
    state: Data<AppState>,
    Can { actor, .. }: Can<CorrectionsSign>,
    id: Path<CorrectionId>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<SayWhy>,
) -> Result<HttpResponse, ApiError> {
    let view = usecases::send_back(&state, &actor, *id, seen, &form).await?;
    Ok(tagged(HttpResponse::Ok(), view.version, &view))
}
