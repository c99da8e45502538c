//! The administrator's page of a service at work.
use actix_web::{get, web::Data, web::Json};
use sea_orm::{ConnectionTrait, DbBackend};
use shared::{
    figures::{Figures, MessageFigures, StuckMessage},
    law::Edition,
};

use super::{memory, recent::REMEMBERED};
use crate::{
    error::ApiError,
    http::can::{Can, StaffManage},
    outbox::operator,
    state::AppState,
};

/// Stuck messages that are named.
const NAMED: i64 = 20;

/// See how the service is doing
///
/// Rates and times of the process that answers, of the last five minutes; the messages are those of all processes.
#[utoipa::path(tag = "operations", responses((status = 200, body = Figures)))]
#[get("/figures")]
pub async fn show_figures(
    state: Data<AppState>,
    Can { actor, .. }: Can<StaffManage>,
) -> Result<Json<Figures>, ApiError> {
    let reading = state.read(&actor).await?;
    let counts = operator::counts(&reading).await?;
    let stuck = operator::refused(&reading, NAMED).await?;
    let stuck = stuck.into_iter().map(|message| StuckMessage {
        id: message.id,
        kind: message.kind,
        created_at: message.created_at,
        attempts: message.attempts,
        next_at: Some(message.next_at).filter(|_| message.rested_at.is_none()),
        behind: message.behind,
    });
    let database = match reading.get_database_backend() {
        DbBackend::Postgres => "postgres",
        _ => "sqlite",
    };
    Ok(Json(Figures {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        database: database.to_owned(),
        edition: Edition::first().number(),
        started_at: state.meter.started_at,
        now: reading.now,
        memory: memory(),
        under_way: state.crowd.under_way(),
        places: state.settings.under_way,
        seconds: REMEMBERED,
        operations: state.meter.recent.figures(reading.now),
        messages: MessageFigures {
            waiting: counts.waiting,
            resting: counts.resting,
            oldest: counts.oldest,
            stuck: stuck.collect(),
        },
    }))
}
