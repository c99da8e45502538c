//! A person asks; an officer does it or recommends a refusal; a supervisor signs that or sends it back.
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};
use shared::{
    corrections::{
        AskCorrection, CorrectionEventKind as Event, CorrectionField, CorrectionFile, CorrectionRow,
        CorrectionState as State, CorrectionView, SayWhy,
    },
    ids::{CorrectionId, PersonId},
    law::{Answer, Deadline, Edition, Facts as Known},
    page::Page,
    permission::Permission,
    refusal::Refusal,
};
use validator::Validate;

use super::{
    rules::{self, Facts},
    store::{self, Change, Listing, Row, Term},
};
use crate::{
    act::Tx,
    clock::baku_day,
    error::{ApiError, FieldError},
    http::{call::Actor, if_match::Seen, query::After, valid::pointers},
    identity::usecases::Standing,
    law,
    outbox::{self, Message},
    state::{AppState, Reading},
    stays,
    transparency::{self, Entry, Purpose, Subject},
};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    Person,
    Desk,
}

fn subject(row: &Row) -> Subject {
    Subject { person: row.person, registration: Some(row.registration) }
}

/// A day of this room that the law counts.
fn last_day(deadline: &str, fact: &str, from: NaiveDate) -> Result<Deadline, ApiError> {
    let facts = Known::new().with(fact, from);
    match law::usecases::registration_stay()?.deadline(deadline, &facts, from).answer {
        Answer::Known(found) => Ok(found),
        Answer::Unknown { .. } => Err(ApiError::broken("the law cannot tell the last day")),
    }
}

/// A person asks about one field of a registration of their own.
pub async fn ask(state: &AppState, actor: &Actor, form: AskCorrection) -> Result<CorrectionView, ApiError> {
    state
        .act(actor, async |tx| {
            let person = tx.by.person.ok_or(ApiError::NotFound("registration"))?;
            let view = stays::usecases::shown(tx, form.registration).await?;
            rules::ask(view.state)?;
            let kept = form.field.kept(&view);
            fits(&view, &form)?;
            if kept.is_none() && form.right.is_none() {
                return Err(ApiError::field("/field", "nothing_kept"));
            }
            if kept == form.right {
                return Err(ApiError::field("/right", "right_already"));
            }
            let found = last_day("answer_correction", "asked_on", tx.state.today())?;
            let term = Term {
                last_day: found.last_day,
                item: format!("registration_stay/answer_correction/{}", found.term_id),
                edition: Edition::first().number().into(),
            };
            let id = CorrectionId(tx.state.chance.id(tx.now));
            if !store::add(tx, id, &form, (person, &view.department), &term).await? {
                return Err(Refusal::CorrectionOpen.into());
            }
            let mut payload = Map::new();
            payload.insert("answer_by".into(), json!(term.last_day));
            payload.insert("field".into(), json!(form.field));
            payload.insert("kind".into(), json!(form.kind));
            payload.insert("registration".into(), json!(form.registration));
            let mut texts = vec![("reason", form.reason.trim())];
            texts.extend(kept.as_deref().map(|kept| ("kept", kept)));
            texts.extend(form.right.as_deref().map(|right| ("right", right)));
            store::event(tx, id, 1, Event::Submitted, payload, &texts);
            let row = store::of_person(tx, person, id).await?.ok_or(ApiError::NotFound("correction"))?;
            whole(tx, &row, Reader::Person, &tx.by).await
        })
        .await
}

/// What is said to be right can be written into the field; whether it is so an officer decides.
fn fits(view: &shared::registrations::RegistrationView, form: &AskCorrection) -> Result<(), ApiError> {
    let Some(right) = form.right.as_deref() else { return Ok(()) };
    let Some(correction) = rules::correction(view, form.field, Some(right)) else {
        // Of a visa that nobody has, nothing is put right.
        if form.field != CorrectionField::Sex {
            return Err(ApiError::field("/right", "nothing_kept"));
        }
        return Err(ApiError::field("/right", "not_a_choice"));
    };
    correction.validate().map_err(|errors| at_right(pointers(&errors)))
}

/// There is one field to correct, whatever the registration calls it.
fn at_right(errors: Vec<FieldError>) -> ApiError {
    let one = errors.into_iter().next().map(|error| FieldError { pointer: "/right".into(), ..error });
    ApiError::Invalid(one.into_iter().collect())
}

/// One page of what a person asked.
pub async fn mine(
    state: &AppState,
    actor: &Actor,
    after: Option<After>,
    limit: usize,
) -> Result<Page<CorrectionView>, ApiError> {
    let reading = state.read(actor).await?;
    let Some(person) = reading.by.person else { return Ok(Page { items: Vec::new(), next: None }) };
    let rows = store::page_of_person(&*reading, person, after, Some(limit + 1)).await?;
    let views = views(&reading, rows).await?;
    Ok(Page::cut(views, limit, |view: &CorrectionView| After::write(view.asked_at, view.id.0)))
}

/// All that a person asked; inside a reading of their own.
pub async fn of_person(reading: &Reading, person: PersonId) -> Result<Vec<CorrectionView>, ApiError> {
    views(reading, store::page_of_person(&**reading, person, None, None).await?).await
}

async fn views(reading: &Reading, rows: Vec<Row>) -> Result<Vec<CorrectionView>, ApiError> {
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        views.push(whole(&**reading, &row, Reader::Person, &reading.by).await?);
    }
    Ok(views)
}

/// The number beside the desk's list.
pub async fn waiting(reading: &Reading) -> Result<i64, ApiError> {
    let works = reading.by.roles.iter().any(|role| role.permissions().contains(&Permission::CorrectionsWork));
    match &reading.by.department {
        Some(department) if works => store::waiting(&**reading, department).await,
        _ => Ok(0),
    }
}

/// One page of the department's list.
pub async fn list(
    state: &AppState,
    actor: &Actor,
    listing: Listing,
    after: Option<After>,
    limit: usize,
) -> Result<Page<CorrectionRow>, ApiError> {
    let reading = state.read(actor).await?;
    let department = reading.by.department()?;
    let rows = store::page(&*reading, department, listing, after, limit + 1).await?;
    let subjects: Vec<_> = rows.iter().take(limit).map(subject).collect();
    if !subjects.is_empty() {
        let entry = Entry::new(actor, &reading.by, Purpose::DepartmentWork, subjects);
        reading.let_go().await;
        state.worker.log.write(entry).await?;
    }
    let lines = rows.into_iter().map(|row| CorrectionRow {
        id: row.id,
        kind: row.kind,
        field: row.field,
        state: row.state,
        surname: row.surname,
        given_names: row.given_names,
        number: row.number,
        asked_at: row.asked_at,
        answer_by: row.answer_by,
        answered_at: row.answered_at,
    });
    Ok(Page::cut(lines.collect(), limit, |row: &CorrectionRow| {
        let midnight = row.answer_by.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
        After::write(row.answered_at.unwrap_or(midnight), row.id.0)
    }))
}

/// A request beside its registration; the looking is logged before it leaves.
pub async fn show(state: &AppState, actor: &Actor, id: CorrectionId) -> Result<CorrectionFile, ApiError> {
    let reading = state.read(actor).await?;
    let row = store::of_department(&*reading, reading.by.department()?, id).await?;
    let row = row.ok_or(ApiError::NotFound("correction"))?;
    let registration = stays::usecases::beside(state, &reading, row.registration).await?;
    let request = whole(&*reading, &row, Reader::Desk, &reading.by).await?;
    transparency::seen(state, actor, &reading, Purpose::DepartmentWork, vec![subject(&row)]).await?;
    Ok(CorrectionFile { now: row.field.kept(&registration), request, registration })
}

/// What was asked is done, by the act that corrects a registration, and the person is told.
pub async fn accept(
    state: &AppState,
    actor: &Actor,
    id: CorrectionId,
    seen: Seen,
) -> Result<CorrectionView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::accept(&facts(&row, &tx.by))?;
            let view = stays::usecases::shown(tx, row.registration).await?;
            let right = text(&store::texts(tx, id).await?, "right");
            let form = rules::correction(&view, row.field, right.as_deref());
            let form = form.ok_or_else(|| ApiError::field("/right", "not_a_choice"))?;
            let written = stays::usecases::correct_as_asked(tx, row.registration, &form).await;
            written.map_err(|error| match error {
                ApiError::Invalid(errors) => at_right(errors),
                other => other,
            })?;
            store::change(tx, &row, State::Accepted, Change::default()).await?;
            store::event(tx, id, row.seq + 1, Event::Accepted, Map::new(), &[]);
            outbox::enqueue(tx, Message::to_account(row.account, "correction_accepted")).await?;
            shown(tx, &row).await
        })
        .await
}

/// An officer would refuse: the reason is written for the person, who reads it once a supervisor has signed.
pub async fn recommend(
    state: &AppState,
    actor: &Actor,
    id: CorrectionId,
    seen: Seen,
    form: &SayWhy,
) -> Result<CorrectionView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::recommend(&facts(&row, &tx.by))?;
            let change = Change { recommended_by: tx.by.principal, ..Change::default() };
            store::change(tx, &row, State::Recommended, change).await?;
            let texts = [("answer", form.reason.trim())];
            store::event(tx, id, row.seq + 1, Event::RefusalRecommended, Map::new(), &texts);
            changed(tx, &row).await
        })
        .await
}

/// The second person signs: the request is refused, and the person is told how to complain.
pub async fn sign(
    state: &AppState,
    actor: &Actor,
    id: CorrectionId,
    seen: Seen,
) -> Result<CorrectionView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::sign(&facts(&row, &tx.by))?;
            let complain_by = last_day("complain_correction", "answered_on", tx.state.today())?.last_day;
            let change = Change { complain_by: Some(complain_by), ..Change::default() };
            store::change(tx, &row, State::Refused, change).await?;
            let payload: Map<String, Value> =
                [("complain_by".to_owned(), json!(complain_by))].into_iter().collect();
            store::event(tx, id, row.seq + 1, Event::Refused, payload, &[]);
            outbox::enqueue(tx, Message::to_account(row.account, "correction_refused")).await?;
            changed(tx, &row).await
        })
        .await
}

/// The second person does not sign: the officer looks again.
pub async fn send_back(
    state: &AppState,
    actor: &Actor,
    id: CorrectionId,
    seen: Seen,
    form: &SayWhy,
) -> Result<CorrectionView, ApiError> {
    state
        .act(actor, async |tx| {
            let row = load(tx, id, seen).await?;
            rules::send_back(&facts(&row, &tx.by))?;
            store::change(tx, &row, State::Submitted, Change::default()).await?;
            store::event(
                tx,
                id,
                row.seq + 1,
                Event::SentBack,
                Map::new(),
                &[("sent_back", form.reason.trim())],
            );
            changed(tx, &row).await
        })
        .await
}

async fn load(tx: &Tx, id: CorrectionId, seen: Seen) -> Result<Row, ApiError> {
    let row = store::of_department(tx, tx.by.department()?, id).await?;
    let row = row.ok_or(ApiError::NotFound("correction"))?;
    seen.current(row.seq, "correction")?;
    Ok(row)
}

/// A change of the request alone: of the registration the act that corrects it writes the log.
async fn changed(tx: &Tx, row: &Row) -> Result<CorrectionView, ApiError> {
    transparency::changed(tx, Purpose::DepartmentWork, vec![subject(row)]);
    shown(tx, row).await
}

async fn shown(tx: &Tx, row: &Row) -> Result<CorrectionView, ApiError> {
    let row = store::of_department(tx, &row.department, row.id).await?;
    whole(tx, &row.ok_or(ApiError::NotFound("correction"))?, Reader::Desk, &tx.by).await
}

fn facts(row: &Row, by: &Standing) -> Facts {
    Facts {
        kind: row.kind,
        field: row.field,
        state: row.state,
        own: row.recommended_by.is_some() && row.recommended_by == by.principal,
        signs: by.roles.iter().any(|role| role.permissions().contains(&Permission::CorrectionsSign)),
    }
}

fn text(texts: &[store::Text], part: &str) -> Option<String> {
    texts.iter().rev().find(|text| text.part == part).map(|text| text.body.clone())
}

async fn whole(
    db: &impl ConnectionTrait,
    row: &Row,
    reader: Reader,
    by: &Standing,
) -> Result<CorrectionView, ApiError> {
    let desk = reader == Reader::Desk;
    let texts = store::texts(db, row.id).await?;
    let mut events = store::events(db, row.id).await?;
    // What the desk does before it answers is its own.
    if !desk {
        events.retain(|event| !matches!(event.kind, Event::RefusalRecommended | Event::SentBack));
        (1_i64..).zip(&mut events).for_each(|(seq, event)| event.seq = seq);
    }
    let state = if !desk && row.state == State::Recommended { State::Submitted } else { row.state };
    let term = last_day("answer_correction", "asked_on", baku_day(row.asked_at))?;
    Ok(CorrectionView {
        id: row.id,
        registration: row.registration,
        number: row.number.clone(),
        department: row.department.clone(),
        kind: row.kind,
        field: row.field,
        state,
        kept: text(&texts, "kept"),
        right: text(&texts, "right"),
        reason: text(&texts, "reason").unwrap_or_default(),
        answer: text(&texts, "answer").filter(|_| desk || state == State::Refused),
        sent_back: text(&texts, "sent_back").filter(|_| desk),
        asked_at: row.asked_at,
        answer_by: row.answer_by,
        term_item: row.term_item.clone(),
        term_confirmed: term.confirmed,
        answered_at: row.answered_at,
        complain_by: row.complain_by,
        version: if desk { row.seq } else { events.last().map_or(1, |event| event.seq) },
        events,
        actions: if desk { rules::actions(&facts(row, by)) } else { Vec::new() },
    })
}
