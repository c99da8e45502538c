//! The gateway's addresses.
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Json, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, rt};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::behaviour::Behaviour;
use super::contract::{NewMessage, problem};
use super::mailbox::{KEPT, Mailbox};
use super::page;

/// So many messages are listed unless asked otherwise.
const LISTED: usize = 100;

/// What the gateway remembers.
#[derive(Debug, Default)]
pub(crate) struct State {
    mailbox: Mutex<Mailbox>,
    behaviour: Mutex<Behaviour>,
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listing {
    to: Option<String>,
    limit: Option<usize>,
}

impl Listing {
    fn read(&self, state: &State) -> Vec<super::Delivered> {
        let to = self.to.as_deref().map(str::trim).filter(|to| !to.is_empty());
        lock(&state.mailbox).read(to, self.limit.unwrap_or(LISTED).min(KEPT))
    }
}

#[post("/messages")]
pub(crate) async fn send(
    state: Data<State>,
    request: HttpRequest,
    message: Json<NewMessage>,
) -> HttpResponse {
    let Behaviour { slow_ms, duplicate, .. } = *lock(&state.behaviour);
    rt::time::sleep(Duration::from_millis(slow_ms)).await;
    // Read again: it may have changed during the wait.
    if is_down(&state) {
        return down();
    }
    if lock(&state.behaviour).fails() {
        return problem(StatusCode::SERVICE_UNAVAILABLE, "failed on request; nothing was kept");
    }
    let key = request.headers().get("Idempotency-Key").and_then(|key| key.to_str().ok()).unwrap_or_default();
    if key.is_empty() || key.len() > 255 {
        return problem(StatusCode::BAD_REQUEST, "Idempotency-Key is missing or longer than 255 characters");
    }
    if let Err(title) = message.check() {
        return problem(StatusCode::UNPROCESSABLE_ENTITY, title);
    }
    let copies = if duplicate { 2 } else { 1 };
    let taken = lock(&state.mailbox).take(key, message.into_inner(), copies, now());
    match taken {
        Err(_) => {
            problem(StatusCode::UNPROCESSABLE_ENTITY, "this Idempotency-Key was used for another message")
        }
        Ok(_) if lock(&state.behaviour).loses() => {
            problem(StatusCode::GATEWAY_TIMEOUT, "answer lost on request; the message was kept")
        }
        Ok(answer) => HttpResponse::Accepted().json(answer),
    }
}

#[get("/messages")]
pub(crate) async fn list(state: Data<State>, listing: Query<Listing>) -> HttpResponse {
    if is_down(&state) {
        return down();
    }
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(listing.read(&state))
}

#[get("/behaviour")]
pub(crate) async fn read_behaviour(state: Data<State>) -> Json<Behaviour> {
    Json(*lock(&state.behaviour))
}

#[post("/behaviour")]
pub(crate) async fn set_behaviour(state: Data<State>, wanted: Json<Behaviour>) -> Json<Behaviour> {
    *lock(&state.behaviour) = *wanted;
    wanted
}

#[get("/")]
pub(crate) async fn mailbox(state: Data<State>, listing: Query<Listing>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, page::POLICY))
        .body(page::draw(listing.to.as_deref().unwrap_or_default(), &listing.read(&state)))
}

#[get("/healthz")]
pub(crate) async fn healthz(state: Data<State>) -> HttpResponse {
    if is_down(&state) { down() } else { HttpResponse::Ok().json(serde_json::json!({ "status": "ok" })) }
}

fn is_down(state: &State) -> bool {
    lock(&state.behaviour).down
}

fn down() -> HttpResponse {
    problem(StatusCode::SERVICE_UNAVAILABLE, "down on request")
}

#[expect(clippy::disallowed_methods, reason = "another institution has a clock of its own")]
fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}
