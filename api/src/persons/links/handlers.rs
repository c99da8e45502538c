//! The code that an account shows, and what an officer does with it at the counter.
use actix_web::{HttpResponse, delete, post, web::Data, web::Json, web::Path};
use shared::{
    ids::PersonId,
    page::Page,
    persons::{FindPerson, LinkAccount, LinkCode, PersonRow},
};

use super::usecases;
use crate::{
    error::ApiError,
    http::{
        can::{AccountOwn, Can, CanEither, PersonsLink, PersonsUnlink},
        if_match::{IfMatch, tagged},
        valid::ValidJson,
    },
    state::AppState,
};

/// Show a code at the counter, so that an officer links this account to me
///
/// It works for ten minutes; another one takes its place. By itself it links nothing.
#[utoipa::path(tag = "persons", responses((status = 200, body = LinkCode)))]
#[post("/me/link-code")]
pub async fn create_link_code(
    state: Data<AppState>,
    Can { actor, .. }: Can<AccountOwn>,
) -> Result<Json<LinkCode>, ApiError> {
    usecases::code(&state, &actor).await.map(Json)
}

/// Look for a person by the document that lies on the counter
///
/// Issuer, number and date of birth must be those of one statement. The question and whoever is found are logged.
#[utoipa::path(tag = "persons", request_body = FindPerson, responses((status = 200, body = Page<PersonRow>)))]
#[post("/persons/search")]
pub async fn search_persons(
    state: Data<AppState>,
    CanEither { actor, .. }: CanEither<PersonsLink, PersonsUnlink>,
    ValidJson(form): ValidJson<FindPerson>,
) -> Result<Json<Page<PersonRow>>, ApiError> {
    usecases::search(&state, &actor, &form).await.map(Json)
}

/// Identity seen: link an account to the person whose original document was seen
///
/// The account then shows the person's own registrations and who has seen them. Its owner is told by mail.
#[utoipa::path(tag = "persons", params(("id" = PersonId, Path)), request_body = LinkAccount,
    responses((status = 200, body = PersonRow)))]
#[post("/persons/{id}/account-link")]
pub async fn link_account(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonsLink>,
    id: Path<PersonId>,
    IfMatch(seen): IfMatch,
    ValidJson(form): ValidJson<LinkAccount>,
) -> Result<HttpResponse, ApiError> {
    let person = usecases::link(&state, &actor, *id, seen, &form).await?;
    Ok(tagged(HttpResponse::Ok(), person.version, &person))
}

/// Undo the link between a person and their account
///
/// The account sees nothing of the person from the next request on. Its owner is told by mail.
#[utoipa::path(tag = "persons", params(("id" = PersonId, Path)), responses((status = 204, description = "Undone")))]
#[delete("/persons/{id}/account-link")]
pub async fn unlink_account(
    state: Data<AppState>,
    Can { actor, .. }: Can<PersonsUnlink>,
    id: Path<PersonId>,
    IfMatch(seen): IfMatch,
) -> Result<HttpResponse, ApiError> {
    usecases::unlink(&state, &actor, *id, seen).await?;
    Ok(HttpResponse::NoContent().finish())
}
