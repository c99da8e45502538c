//! Requests to put right or take out what is kept of oneself.
use shared::{
    corrections::{AskCorrection, CorrectionFile, CorrectionRow, CorrectionView, SayWhy},
    ids::CorrectionId,
    page::Page,
    problem::Problem,
};

use super::{cursor_query, get, post};

/// `POST /my/corrections`.
pub async fn ask(form: &AskCorrection) -> Result<CorrectionView, Problem> {
    post("/my/corrections").json(form).fetch().await
}

/// `GET /my/corrections`.
pub async fn mine(cursor: Option<&str>) -> Result<Page<CorrectionView>, Problem> {
    get(&format!("/my/corrections{}", cursor_query(cursor, 50))).fetch().await
}

/// `GET /corrections`: what waits for an answer, or what has one.
pub async fn list(answered: bool, cursor: Option<&str>) -> Result<Page<CorrectionRow>, Problem> {
    let view = if answered { "answered" } else { "waiting" };
    get(&format!("/corrections{}&view={view}", cursor_query(cursor, 50))).fetch().await
}

/// `GET /corrections/{id}`.
pub async fn show(id: CorrectionId) -> Result<CorrectionFile, Problem> {
    get(&format!("/corrections/{id}")).fetch().await
}

/// `POST /corrections/{id}/acceptance`.
pub async fn accept(id: CorrectionId, seen: i64) -> Result<CorrectionView, Problem> {
    post(&format!("/corrections/{id}/acceptance")).if_match(seen).fetch().await
}

/// `POST /corrections/{id}/recommendation`.
pub async fn recommend(id: CorrectionId, seen: i64, form: &SayWhy) -> Result<CorrectionView, Problem> {
    post(&format!("/corrections/{id}/recommendation")).if_match(seen).json(form).fetch().await
}

/// `POST /corrections/{id}/signature`.
pub async fn sign(id: CorrectionId, seen: i64) -> Result<CorrectionView, Problem> {
    post(&format!("/corrections/{id}/signature")).if_match(seen).fetch().await
}

/// `POST /corrections/{id}/return`.
pub async fn send_back(id: CorrectionId, seen: i64, form: &SayWhy) -> Result<CorrectionView, Problem> {
    post(&format!("/corrections/{id}/return")).if_match(seen).json(form).fetch().await
}
