//! Faults in the page's own code, told by browsers (R5): a line in the service's log and a count, nothing of who was there.
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::{HttpResponse, post, web::Data};
use shared::faults::PageFault;

use crate::{
    error::ApiError,
    http::{call::Actor, throttle::Door, valid::ValidJson},
    state::AppState,
};

/// How many were told since this process began.
#[derive(Debug, Default)]
pub struct Faults(AtomicU64);

impl Faults {
    fn one_more(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed).saturating_add(1)
    }

    pub fn told(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Tell that the code of the page stopped
///
/// Anyone may; ten a minute of one peer are heard. Only the place in the source is told.
#[utoipa::path(tag = "operations", request_body = PageFault, responses((status = 204)))]
#[post("/page-faults")]
pub async fn report_page_fault(
    state: Data<AppState>,
    actor: Actor,
    ValidJson(fault): ValidJson<PageFault>,
) -> Result<HttpResponse, ApiError> {
    state.throttle.pass(Door::Fault, actor.call.peer, state.now())?;
    let count = state.faults.one_more();
    tracing::error!(place = %fault.place, count, request = %actor.call.request_id, "the page broke in a browser");
    Ok(HttpResponse::NoContent().finish())
}
