//! Addresses of hosts and their confirmation.
use shared::{
    ids::PremisesId,
    page::Page,
    premises::{
        Board, FindPremises, NewCounterPremises, NewPremises, PremisesState, PremisesView, RejectPremises,
    },
    problem::Problem,
};
use uuid::Uuid;

use super::{cursor_query, get, post};

/// `GET /premises`: a host's own, an officer's department's; `None` is every state.
pub async fn list(state: Option<PremisesState>, cursor: Option<&str>) -> Result<Page<PremisesView>, Problem> {
    let state = state.map(|state| format!("&state={state}")).unwrap_or_default();
    get(&format!("/premises{}{state}", cursor_query(cursor, 50))).fetch().await
}

/// All of a host's own, page after page: a chain may have more than one page holds.
pub async fn all() -> Result<Vec<PremisesView>, Problem> {
    let Page { mut items, mut next } = list(None, None).await?;
    while let Some(cursor) = next {
        let page = list(None, Some(&cursor)).await?;
        items.extend(page.items);
        next = page.next;
    }
    Ok(items)
}

/// `GET /board`.
pub async fn board() -> Result<Board, Problem> {
    get("/board").fetch().await
}

/// `GET /premises/{id}`.
pub async fn show(id: PremisesId) -> Result<PremisesView, Problem> {
    get(&format!("/premises/{id}")).fetch().await
}

/// `POST /premises`: the same key is the same request.
pub async fn create(form: &NewPremises, key: Uuid) -> Result<PremisesView, Problem> {
    post("/premises").json(form).idempotency_key(key).fetch().await
}

/// `POST /premises/search`: the addresses of a house.
pub async fn of_house(form: &FindPremises) -> Result<Page<PremisesView>, Problem> {
    post("/premises/search").json(form).fetch().await
}

/// `POST /counter/premises`.
pub async fn create_at_counter(form: &NewCounterPremises) -> Result<PremisesView, Problem> {
    post("/counter/premises").json(form).fetch().await
}

/// `POST /premises/{id}/confirmation`.
pub async fn confirm(id: PremisesId, seen: i64) -> Result<PremisesView, Problem> {
    post(&format!("/premises/{id}/confirmation")).if_match(seen).fetch().await
}

/// `POST /premises/{id}/rejection`.
pub async fn reject(id: PremisesId, seen: i64, form: &RejectPremises) -> Result<PremisesView, Problem> {
    post(&format!("/premises/{id}/rejection")).if_match(seen).json(form).fetch().await
}
