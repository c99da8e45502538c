//! `TestApp`: the whole service in this process, with a database of its own and a clock that stands still.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod client;
mod database;
pub mod given;
pub mod process;
mod running;
mod staff;

use std::{cell::RefCell, path::Path};

use actix_web::http::Method;
use api::{
    clock::Clock, config::Environment, db::Sql, error::ApiError, http::call, outbox::worker, page::Page,
    state::AppState,
};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{FromQueryResult, Value};
use serde::{Serialize, de::DeserializeOwned};
pub use simulators::gateway::Delivered as Mail;

pub use client::{Actor, Answer, Ask};
pub use database::{Own, on_postgres};
use running::Running;
pub use running::settings;

/// When every test begins: Monday, one in the afternoon in Baku.
pub const BEGIN: &str = "2026-11-23T09:00:00Z";

/// The service, running. A test that ends with unsent messages fails unless it says so.
pub struct TestApp {
    pub state: AppState,
    pub clock: Clock,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    gateway: String,
    http: awc::Client,
    first_administrator: RefCell<Option<Actor>>,
    running: Option<Running>,
}

impl TestApp {
    /// On SQLite, or on PostgreSQL where `UMIS_TEST_DATABASE` names a server.
    pub async fn start() -> Self {
        Self::with_page(Page::default()).await
    }

    /// With a page to give out.
    pub async fn with_page(page: Page) -> Self {
        Self::begin(Environment::Test, page).await
    }

    /// As it runs for the public, but for weak hashing and an address without https.
    pub async fn in_production() -> Self {
        Self::begin(Environment::Production, Page::default()).await
    }

    async fn begin(environment: Environment, page: Page) -> Self {
        let clock = Clock::still(BEGIN.parse().unwrap());
        let (running, parts) = Running::start(clock.clone(), environment, page).await;
        Self {
            state: parts.state,
            clock,
            address: parts.address,
            gateway: parts.gateway,
            http: awc::Client::builder()
                .timeout(std::time::Duration::from_secs(60))
                .disable_redirects()
                .finish(),
            first_administrator: RefCell::default(),
            running: Some(running),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock on. After 15 minutes tokens are over: see `sign_in`.
    pub fn forward(&self, by: Duration) {
        self.clock.set(self.now() + by);
    }

    /// Sets the clock, such as `2026-12-07T09:00:00Z`.
    pub fn set_clock(&self, at: &str) {
        self.clock.set(at.parse().unwrap());
    }

    pub fn get<'a>(&'a self, who: &'a Actor, path: &str) -> Ask<'a> {
        Ask::new(self, who, Method::GET, path)
    }

    /// An address as people type it, outside the API.
    pub fn visit<'a>(&'a self, who: &'a Actor, path: &str) -> Ask<'a> {
        Ask::at(self, who, Method::GET, path)
    }

    pub fn post<'a>(&'a self, who: &'a Actor, path: &str, body: &impl Serialize) -> Ask<'a> {
        Ask::new(self, who, Method::POST, path).json(body)
    }

    /// A POST without a body, such as a confirmation.
    pub fn act<'a>(&'a self, who: &'a Actor, path: &str) -> Ask<'a> {
        Ask::new(self, who, Method::POST, path)
    }

    pub fn patch<'a>(&'a self, who: &'a Actor, path: &str, body: &impl Serialize) -> Ask<'a> {
        Ask::new(self, who, Method::PATCH, path).json(body)
    }

    pub fn delete<'a>(&'a self, who: &'a Actor, path: &str) -> Ask<'a> {
        Ask::new(self, who, Method::DELETE, path)
    }

    /// Any method, any body.
    pub fn ask<'a>(&'a self, who: &'a Actor, method: &str, path: &str) -> Ask<'a> {
        Ask::new(self, who, method.parse().unwrap(), path)
    }

    /// Delivers what waits in the outbox; answers how many messages went out.
    pub async fn run_outbox(&self) -> usize {
        worker::run_once(&self.state).await.unwrap()
    }

    /// What lies in a mailbox or on a telephone, newest first.
    pub async fn mail_to(&self, to: &str) -> Vec<Mail> {
        let to = to.replace('+', "%2B");
        let mut answer = self.http.get(format!("{}/messages?to={to}", self.gateway)).send().await.unwrap();
        serde_json::from_slice(&answer.body().await.unwrap()).unwrap()
    }

    /// How the gateway misbehaves from now on; see its README.
    pub async fn gateway_behaves(&self, behaviour: &serde_json::Value) {
        let answer =
            self.http.post(format!("{}/behaviour", self.gateway)).send_json(behaviour).await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.status());
    }

    /// Kinds of the messages that wait, oldest first.
    pub async fn outbox(&self) -> Vec<String> {
        let job = call::Actor::service("test", "outbox");
        database::waiting(&*self.state.read(&job).await.unwrap()).await
    }

    /// Says that this test leaves messages on purpose.
    pub fn leaves_messages(&mut self) {
        if let Some(running) = &mut self.running {
            running.leaves_messages = true;
        }
    }

    /// Rows of a statement, for what no client can see.
    pub async fn rows<R: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Vec<R> {
        let job = call::Actor::service("test", "rows");
        self.state.read(&job).await.unwrap().list(sql, values).await.unwrap()
    }

    /// How many rows; `from` such as `registration where state = 'annulled'`.
    pub async fn count(&self, from: &str) -> i64 {
        #[derive(FromQueryResult)]
        struct Count {
            count: i64,
        }
        let rows: Vec<Count> = self.rows(&format!("select count(*) as count from {from}"), Vec::new()).await;
        rows.first().unwrap().count
    }

    /// Writes by hand what no client could.
    pub async fn tamper(&self, sql: &str, values: Vec<Value>) -> u64 {
        self.tampers(sql, values).await.unwrap()
    }

    /// The same where the database may say no.
    pub async fn tampers(&self, sql: &str, values: Vec<Value>) -> Result<u64, ApiError> {
        let job = call::Actor::service("test", "tamper");
        self.state.act(&job, async |tx| tx.run(sql, values.clone()).await).await
    }

    /// On PostgreSQL: as if its server had gone.
    pub async fn database_goes_away(&self) {
        database::close(&self.state.settings.database.0).await;
    }

    /// As it was before `database_goes_away`.
    pub async fn database_comes_back(&self) {
        database::open(&self.state.settings.database.0).await;
        // Connections of this test's own that nobody used meanwhile are found dead at their next use.
        self.until("the database is back", async || self.state.ready().await.is_ok()).await;
    }

    /// Asks again until it is so: for what is written beside the answer.
    pub async fn until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        for _ in 0..500 {
            if is_so().await {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("never: {what}");
    }

    /// The folder of the repository.
    pub fn repository() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    pub(crate) fn http(&self) -> &awc::Client {
        &self.http
    }
}

/// Reads a JSON text that must fit.
pub fn read<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).unwrap_or_else(|error| {
        panic!("{error}\n{} does not fit {}", String::from_utf8_lossy(text), std::any::type_name::<T>())
    })
}
