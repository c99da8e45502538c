//! What an operator watches: rates and times for the administrator's page, and all of it for Prometheus. Nobody's data.
mod handlers;
mod prometheus;
mod recent;

use chrono::{DateTime, Utc};
use std::time::Duration;
use utoipa_actix_web::service_config::ServiceConfig;

use prometheus::Counted;
pub use prometheus::serve;
use recent::Recent;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(handlers::show_figures);
}

/// What this process has done.
pub struct Meter {
    pub started_at: DateTime<Utc>,
    recent: Recent,
    counted: Counted,
}

impl Meter {
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { started_at: now, recent: Recent::default(), counted: Counted::new(now) }
    }

    /// One answer. Operations come from the document, so there are only so many.
    pub fn answered(&self, operation: &str, status: u16, took: Duration, now: DateTime<Utc>) {
        self.recent.add(operation, status, took, now);
        self.counted.add(operation, status, took);
    }
}

/// Memory of this process in bytes; Linux tells it.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
