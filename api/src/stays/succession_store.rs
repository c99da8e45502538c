//! Registrations of the same person: what stands open, and what one of them ended.
use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use shared::{
    ids::{PersonId, PremisesId, RegistrationId},
    premises::PremisesState,
};

use crate::{
    act::Tx,
    db::{Sql, places, values},
    error::ApiError,
};

/// A registration of the same person that nobody has closed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Open {
    pub id: RegistrationId,
    pub premises: PremisesId,
    pub from_day: NaiveDate,
    pub until_day: NaiveDate,
    pub seq: i64,
}

pub async fn open_of(tx: &Tx, person: PersonId) -> Result<Option<Open>, ApiError> {
    tx.find(
        "select id, premises, from_day, until_day, seq from registration
         where person = $1 and closed_at is null",
        values![person],
    )
    .await
}

/// Nothing is held open for a registration whose time ran out; its journal says nothing of it.
pub async fn ran_out(tx: &Tx, id: RegistrationId) -> Result<(), ApiError> {
    tx.run("update registration set closed_at = $2 where id = $1 and closed_at is null", values![id, tx.now])
        .await?;
    Ok(())
}

/// Is this very stay registered already?
pub async fn stayed(
    tx: &Tx,
    person: PersonId,
    premises: PremisesId,
    from: NaiveDate,
) -> Result<bool, ApiError> {
    #[derive(FromQueryResult)]
    struct Known {
        #[expect(dead_code, reason = "that it is there is the answer")]
        id: RegistrationId,
    }
    let known: Option<Known> = tx
        .find(
            "select id from registration
             where person = $1 and premises = $2 and from_day = $3 and state <> 'annulled' limit 1",
            values![person, premises, from],
        )
        .await?;
    Ok(known.is_some())
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
