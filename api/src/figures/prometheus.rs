//! The figures as Prometheus reads them (OpenMetrics text), at an address of their own that only operators reach.
use std::{fmt, net::SocketAddr, sync::atomic::AtomicU64, time::Duration};

use actix_web::{App, HttpResponse, HttpServer, get, web::Data};
use anyhow::Context;
use chrono::{DateTime, Utc};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{family::Family, gauge::Gauge, histogram::Histogram, info::Info},
    registry::{Registry, Unit},
};

use super::memory;
use crate::{error::ApiError, http::call::Actor, outbox::operator, state::AppState};

const CONTENT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// Seconds; as fine as the floors and goals of performance.md.
const BOUNDS: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0, 30.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    operation: String,
    /// `2xx`, `4xx`, `5xx` …
    status: String,
}

type Times = Family<Answered, Histogram, fn() -> Histogram>;
type Whole = Gauge<i64>;

/// What was counted since the start, and what is looked up when somebody reads.
pub struct Counted {
    registry: Registry,
    requests: Times,
    under_way: Whole,
    waiting: Whole,
    resting: Whole,
    oldest: Gauge<f64, AtomicU64>,
    memory: Whole,
    database: Whole,
}

impl Counted {
    pub fn new(now: DateTime<Utc>) -> Self {
        let mut registry = Registry::with_prefix("umis");
        let requests = Times::new_with_constructor(|| Histogram::new(BOUNDS));
        registry.register_with_unit("request", "Time to an answer", Unit::Seconds, requests.clone());
        let mut whole = |name: &str, help: &str| {
            let gauge = Whole::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let under_way = whole("under_way", "Requests before the database now");
        let waiting = whole("messages_waiting", "Messages not delivered yet");
        let resting = whole("messages_resting", "Messages that were tried in vain for the last time");
        let memory = whole("memory_bytes", "Resident memory of the process");
        let database = whole("database_up", "1 while the database answers");
        let oldest = Gauge::<f64, AtomicU64>::default();
        registry.register_with_unit(
            "messages_oldest",
            "Age of the oldest message that waits",
            Unit::Seconds,
            oldest.clone(),
        );
        let started = Whole::default();
        started.set(now.timestamp());
        registry.register_with_unit("started", "When the process began", Unit::Seconds, started);
        let build = Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "What is running", build);
        Self { registry, requests, under_way, waiting, resting, oldest, memory, database }
    }

    pub fn add(&self, operation: &str, status: u16, took: Duration) {
        let status = format!("{}xx", status / 100);
        let labels = Answered { operation: operation.to_owned(), status };
        self.requests.get_or_create(&labels).observe(took.as_secs_f64());
    }

    /// Looks up what is not counted; a database that is away is told, and no error.
    async fn text(&self, state: &AppState) -> Result<String, fmt::Error> {
        self.under_way.set(state.crowd.under_way().into());
        self.memory.set(memory().and_then(|bytes| i64::try_from(bytes).ok()).unwrap_or_default());
        match looked_up(state).await {
            Ok((counts, oldest)) => {
                self.database.set(1);
                self.waiting.set(counts.waiting);
                self.resting.set(counts.resting);
                self.oldest.set(oldest);
            }
            Err(error) => {
                tracing::warn!(%error, "the figures of the database cannot be told");
                self.database.set(0);
            }
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Counts of messages, and the age of the oldest in seconds.
async fn looked_up(state: &AppState) -> Result<(operator::Counts, f64), ApiError> {
    let reading = state.read(&Actor::service("figures", "prometheus")).await?;
    let counts = operator::counts(&reading).await?;
    let age = counts.oldest.map(|oldest| (reading.now - oldest).num_milliseconds());
    let seconds = Duration::from_millis(age.and_then(|age| u64::try_from(age).ok()).unwrap_or_default());
    Ok((counts, seconds.as_secs_f64()))
}

#[get("/metrics")]
async fn metrics(state: Data<AppState>) -> HttpResponse {
    match state.meter.counted.text(&state).await {
        Ok(text) => HttpResponse::Ok().content_type(CONTENT).body(text),
        Err(error) => HttpResponse::InternalServerError().body(error.to_string()),
    }
}

/// Serves `/metrics` at `address` beside the service.
///
/// # Errors
/// Another program listens there.
pub fn serve(state: AppState, address: SocketAddr) -> anyhow::Result<()> {
    let server = HttpServer::new(move || App::new().app_data(Data::new(state.clone())).service(metrics))
        .workers(1)
        .disable_signals()
        .bind(address)
        .with_context(|| format!("another program listens at {address}"))?
        .run();
    actix_web::rt::spawn(server);
    Ok(())
}
