//! Registrations of the same person: what stands open, and what one of them ended.
use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use shared::{
    ids::{PersonId, PremisesId, RegistrationId},
    premises::PremisesState,
};

use crate::{
    act::Tx,
    db::{Sql, among, places, values},
    error::ApiError,
};

/// A registration of the same person that nobody has closed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Open {
    pub id: RegistrationId,
    pub person: PersonId,
    pub premises: PremisesId,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub seq: i64,
}

/// One at most of each person.
pub async fn open_of(tx: &Tx, persons: &[PersonId]) -> Result<Vec<Open>, ApiError> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let some = among(tx, &mut values, persons.iter().map(|person| (*person).into()), "::uuid[]");
    let sql = format!(
        "select id, person, premises, from_day, until_day, seq from registration
         where person {some} and closed_at is null"
    );
    tx.list(&sql, values).await
}

/// Nothing is held open for registrations whose time ran out; their journal says nothing of it.
pub async fn ran_out(tx: &Tx, ids: &[RegistrationId]) -> Result<(), ApiError> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut values = values![tx.now];
    let some = among(tx, &mut values, ids.iter().map(|id| (*id).into()), "::uuid[]");
    let sql = format!("update registration set closed_at = $1 where id {some} and closed_at is null");
    tx.run(&sql, values).await.map(drop)
}

/// A stay that is registered already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub struct Stayed {
    pub person: PersonId,
    pub premises: PremisesId,
    pub from_day: NaiveDate,
}

/// Which of these very stays are registered already?
pub async fn stayed(tx: &Tx, stays: &[Stayed]) -> Result<Vec<Stayed>, ApiError> {
    if stays.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let some = among(tx, &mut values, stays.iter().map(|stay| stay.person.into()), "::uuid[]");
    let there = among(tx, &mut values, stays.iter().map(|stay| stay.premises.into()), "::uuid[]");
    let from = among(tx, &mut values, stays.iter().map(|stay| stay.from_day.into()), "::date[]");
    let sql = format!(
        "select distinct person, premises, from_day from registration
         where person {some} and premises {there} and from_day {from} and state <> 'annulled'"
    );
    tx.list(&sql, values).await
}

/// A registration that another one ended.
#[derive(Debug, Clone)]
pub struct Ended {
    pub id: RegistrationId,
    pub seq: i64,
    pub until_day: NaiveDate,
    /// Its last day before it was ended.
    pub until_before: NaiveDate,
    /// How its address stands now.
    pub premises: PremisesState,
}

/// Persons of whom something may go on when what ended it falls: few of those whose registrations fall.
pub async fn have_ended(tx: &Tx, persons: &[PersonId]) -> Result<Vec<PersonId>, ApiError> {
    #[derive(FromQueryResult)]
    struct Ended {
        person: PersonId,
    }
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let places = places(1, persons.len());
    let sql =
        format!("select distinct person from registration where state = 'superseded' and person in {places}");
    let rows: Vec<Ended> = tx.list(&sql, persons.iter().map(|person| (*person).into()).collect()).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// What `by` ended, if nothing has happened to it since.
pub async fn ended_by(tx: &Tx, person: PersonId, by: RegistrationId) -> Result<Option<Ended>, ApiError> {
    #[derive(FromQueryResult)]
    struct Superseded {
        id: RegistrationId,
        seq: i64,
        until_day: NaiveDate,
        payload: String,
        premises: PremisesState,
    }
    let rows: Vec<Superseded> = tx
        .list(
            "select r.id, r.seq, r.until_day, e.payload, p.state as premises
             from registration r
             join registration_event e on e.registration = r.id and e.seq = r.seq
             join premises p on p.id = r.premises
             where r.person = $1 and r.state = 'superseded'",
            values![person],
        )
        .await?;
    let by = by.to_string();
    Ok(rows.into_iter().find_map(|row| {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).ok()?;
        let text = |name: &str| payload.get(name).and_then(serde_json::Value::as_str);
        let until_before = text("until_before")?.parse().ok()?;
        let ours = text("by") == Some(by.as_str());
        ours.then_some(Ended {
            id: row.id,
            seq: row.seq,
            until_day: row.until_day,
            until_before,
            premises: row.premises,
        })
    }))
}
