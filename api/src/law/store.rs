//! Published editions.
use sea_orm::FromQueryResult;
use shared::law::Edition;

use crate::{
    act::Tx,
    db::{Sql, values},
    error::ApiError,
};

#[derive(FromQueryResult)]
struct Known {
    hash: String,
}

/// Writes an edition once; answers the hash that is kept, and whether it is new here.
pub async fn record(tx: &Tx, edition: &Edition) -> Result<(String, bool), ApiError> {
    let number = i64::from(edition.number());
    let written = tx.run(
        "insert into law_edition (number, hash, body, published_at) values ($1, $2, $3, $4) on conflict do nothing",
        values![number, edition.hash().to_owned(), edition.json().to_owned(), tx.now],
    )
    .await?;
    let known: Option<Known> =
        tx.find("select hash from law_edition where number = $1", values![number]).await?;
    known.map(|known| (known.hash, written == 1)).ok_or_else(|| ApiError::broken("the edition was not kept"))
}
