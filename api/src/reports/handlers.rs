//! Addresses of the reports.
use actix_web::{HttpResponse, get, http::header, web::Data, web::Json};
use serde::Deserialize;
use shared::reports::{GroupBy, RegistrationsReport};

use super::usecases::{self, Span};
use crate::{
    error::ApiError,
    http::{
        can::{Can, ReportsRead},
        query::ValidQuery,
    },
    state::AppState,
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportQuery {
    /// First month, in Baku.
    #[param(example = "2026-01", min_length = 7, max_length = 7, pattern = "^[0-9]{4}-[0-9]{2}$")]
    from: String,
    /// Last month; it must be over. Twelve months at most.
    #[param(example = "2026-10", min_length = 7, max_length = 7, pattern = "^[0-9]{4}-[0-9]{2}$")]
    to: String,
    #[param(inline)]
    group_by: GroupBy,
}

/// Show registrations by month, citizenship or department
///
/// By the month in which they were made. Figures under 5 are not shown, nor what they could be computed from.
#[utoipa::path(tag = "reports", params(ReportQuery), responses((status = 200, body = RegistrationsReport)))]
#[get("/reports/registrations")]
pub async fn show_registrations_report(
    state: Data<AppState>,
    Can { actor, .. }: Can<ReportsRead>,
    ValidQuery(query): ValidQuery<ReportQuery>,
) -> Result<Json<RegistrationsReport>, ApiError> {
    let span = Span::read(&state, &query.from, &query.to)?;
    usecases::registrations(&state, &actor, span, query.group_by).await.map(Json)
}

/// Download registrations by month, citizenship or department
///
/// The same figures as CSV in UTF-8; `*` stands for what is not shown.
#[utoipa::path(tag = "reports", params(ReportQuery),
    responses((status = 200, description = "CSV", content_type = "text/csv")))]
#[get("/reports/registrations/file")]
pub async fn download_registrations_report(
    state: Data<AppState>,
    Can { actor, .. }: Can<ReportsRead>,
    ValidQuery(query): ValidQuery<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    let span = Span::read(&state, &query.from, &query.to)?;
    let report = usecases::registrations(&state, &actor, span, query.group_by).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"registrations.csv\""))
        .body(usecases::file(&report)))
}
