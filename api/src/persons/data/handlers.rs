//! One's own data, whole.
use actix_web::{get, web::Data, web::Json};
use shared::persons::MyData;

use super::usecases;
use crate::{
    error::ApiError,
    http::can::{AccountOwn, Can},
    state::AppState,
};

/// Show all that is kept of me
///
/// The account; and once it is linked to a person, what the registry knows of them and who has seen it.
#[utoipa::path(tag = "persons", responses((status = 200, body = MyData)))]
#[get("/my/data")]
pub async fn show_my_data(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
) -> Result<Json<MyData>, ApiError> {
    usecases::whole(&state, &actor).await.map(Json)
}
