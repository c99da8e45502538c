//! Officers, supervisors and administrators.
use shared::{
    ids::AccountId,
    page::Page,
    problem::Problem,
    staff::{ChangeStaff, NewStaff, StaffRow},
};

use super::{cursor_query, get, patch, post};

/// `GET /staff`.
pub async fn list(cursor: Option<&str>) -> Result<Page<StaffRow>, Problem> {
    get(&format!("/staff{}", cursor_query(cursor, 100))).fetch().await
}

/// One row of `GET /staff`, looked for from the start: the API has no address for a single colleague.
pub async fn find(id: AccountId) -> Result<Option<StaffRow>, Problem> {
    let mut cursor = None;
    loop {
        let page = list(cursor.as_deref()).await?;
        if let Some(row) = page.items.into_iter().find(|row| row.id == id) {
            return Ok(Some(row));
        }
        match page.next {
            Some(next) => cursor = Some(next),
            None => return Ok(None),
        }
    }
}

/// `POST /staff`: a link to set the password goes out by mail.
pub async fn create(form: &NewStaff) -> Result<StaffRow, Problem> {
    post("/staff").json(form).fetch().await
}

/// `PATCH /staff/{id}`: what is absent stays.
pub async fn change(id: AccountId, seen: i64, form: &ChangeStaff) -> Result<StaffRow, Problem> {
    patch(&format!("/staff/{id}")).if_match(seen).json(form).fetch().await
}
