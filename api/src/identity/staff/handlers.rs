//! Administration of colleagues.
use actix_web::{HttpResponse, get, patch, post, web::Data, web::Json, web::Path};
use serde::Deserialize;
use shared::{
    ids::AccountId,
    page::Page,
    staff::{ChangeStaff, NewStaff, StaffRow},
};

use super::usecases;
use crate::{
    error::ApiError,
    http::{
        can::{Can, StaffManage},
        if_match::{IfMatch, tagged},
        query::{After, ValidQuery, limit},
        valid::ValidJson,
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StaffQuery {
    /// `next` of the page before.
    #[param(max_length = 200)]
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// List colleagues
///
/// In the order in which their accounts were opened.
#[utoipa::path(tag = "staff", params(StaffQuery), responses((status = 200, body = Page<StaffRow>)))]
#[get("/staff")]
pub async fn list_staff(
    state: Data<AppState>,
    Can { actor, .. }: Can<StaffManage>,
    ValidQuery(query): ValidQuery<StaffQuery>,
) -> Result<Json<Page<StaffRow>>, ApiError> {
    let limit = limit(query.limit)?;
    let after = After::read(query.cursor.as_deref())?;
    Ok(Json(usecases::list(&state, &actor, after, limit).await?))
}

/// Open an account for a colleague
///
/// A link to set the password goes out by mail; it works once, for seven days.
#[utoipa::path(tag = "staff", request_body = NewStaff, responses((status = 201, body = StaffRow)))]
#[post("/staff")]
pub async fn create_staff(
    state: Data<AppState>,
    Can { actor, .. }: Can<StaffManage>,
    ValidJson(form): ValidJson<NewStaff>,
) -> Result<HttpResponse, ApiError> {
    let row = usecases::create(&state, &actor, &form).await?;
    Ok(tagged(HttpResponse::Created(), row.version, &row))
}

/// Change a colleague's department, roles or access; hand over; reset
///
/// What is absent stays. The colleague's sessions end at once when rights change.
#[utoipa::path(tag = "staff", params(("id" = AccountId, Path)), request_body = ChangeStaff,
    responses((status = 200, body = StaffRow)))]
#[patch("/staff/{id}")]
pub async fn change_staff(
    state: Data<AppState>,
    Can { actor, .. }: Can<StaffManage>,
    id: Path<AccountId>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<ChangeStaff>,
) -> Result<HttpResponse, ApiError> {
    let row = usecases::change(&state, &actor, *id, seen, &form).await?;
    Ok(tagged(HttpResponse::Ok(), row.version, &row))
}
