//! What every request has at hand: settings, clock, chance, databases, keys, the law in force.
use std::{ops::Deref, path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use futures_util::FutureExt;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend};

use crate::{
    act::{SharedCommit, Writer},
    chance::Chance,
    clock::{Clock, baku_day},
    config::{Environment, Settings},
    error::ApiError,
    faults::Faults,
    figures::Meter,
    held::Held,
    http::{
        call::Actor,
        crowd::{Crowd, Taken},
        throttle::Throttle,
    },
    identity::{passwords::Passwords, tokens::Tokens, usecases::Standing},
    keys::{Keys, Use, refuse_open_files},
    press::Press,
    transparency::{
        log_task::LogTask,
        security::{Noted, note_keys},
    },
};

#[derive(Clone)]
pub struct AppState {
    parts: Arc<Parts>,
    pub(crate) worker: Arc<Worker>,
}

pub struct Parts {
    pub settings: Settings,
    pub clock: Clock,
    pub chance: Chance,
    pub keys: Keys,
    pub tokens: Tokens,
    pub passwords: Passwords,
    pub press: Press,
    pub throttle: Throttle,
    pub crowd: Crowd,
    pub meter: Meter,
    pub noted: Noted,
    pub faults: Faults,
}

/// What each thread of the server has of its own on PostgreSQL: a connection is watched by the thread that opened it,
/// and whoever waits for another's is woken by way of that thread.
pub(crate) struct Worker {
    pub log: LogTask,
    pub writer: Writer,
    reader: DatabaseConnection,
}

impl Worker {
    fn new(writer: Writer, reader: DatabaseConnection) -> Arc<Self> {
        Arc::new(Self { log: LogTask::default(), writer, reader })
    }
}

impl Deref for AppState {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.parts
    }
}

/// A reading under way, with who reads.
pub struct Reading {
    db: Held,
    _place: Taken,
    pub by: Standing,
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
}

impl Deref for Reading {
    type Target = Held;
    fn deref(&self) -> &Held {
        &self.db
    }
}

impl AppState {
    /// Opens the databases, brings the schema up to date and starts the log task.
    pub async fn start(settings: Settings, clock: Clock, chance: Chance) -> anyhow::Result<Self> {
        if settings.environment != Environment::Production && !has_keys(&settings.keys) {
            for usage in [Use::Session, Use::Document] {
                Keys::create(&settings.keys, usage, &clock.now().format("%Y%m%d%H%M%S%6f").to_string())?;
            }
        }
        let keys = Keys::load(&settings.keys)?;
        if settings.is_production() {
            refuse_open_files(&settings.keys)?;
        }
        let (writer, reader) = open(&settings).await?;
        let tokens = Tokens::new(&settings.public_url);
        let passwords = Passwords::new(settings.hash_memory)?;
        let throttle = Throttle::default();
        let crowd = Crowd::new(settings.under_way);
        let meter = Meter::new(clock.now());
        let parts = Parts {
            settings,
            clock,
            chance,
            keys,
            tokens,
            passwords,
            press: Press::default(),
            throttle,
            crowd,
            meter,
            noted: Noted::default(),
            faults: Faults::default(),
        };
        let state = Self { parts: Arc::new(parts), worker: Worker::new(writer, reader) };
        if state.settings.is_production() {
            crate::identity::usecases::refuse_demo_accounts(&state).await?;
        }
        crate::law::usecases::record_first_edition(&state)
            .await
            .map_err(|error| anyhow::anyhow!("{error}"))?;
        note_keys(&state).await.map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(state)
    }

    /// The same for one of `workers` threads; call it there. SQLite has one file and one writer, and they share it.
    pub fn for_worker(&self, workers: usize) -> Self {
        let Writer::Postgres(_) = &self.worker.writer else { return self.clone() };
        let workers = u32::try_from(workers).unwrap_or(u32::MAX).max(1);
        let mut options = postgres(&self.settings, self.settings.connections.div_ceil(workers));
        // The first request opens the first connection: nothing is waited for here.
        options.connect_lazy(true).min_connections(0);
        let connect = || Database::connect(options.clone()).now_or_never()?.ok();
        let Some((writer, reader)) = connect().zip(connect()) else { return self.clone() };
        let state = Self { parts: self.parts.clone(), worker: Worker::new(Writer::Postgres(writer), reader) };
        state.worker.log.start(state.clone());
        state
    }

    /// Starts what runs beside the requests; call it once, inside the runtime of the server.
    pub fn start_tasks(&self) {
        self.start_writing();
        actix_web::rt::spawn(crate::http::idempotency::sweep_hourly(self.clone()));
    }

    /// Starts what acts and readings wait for, and nothing that draws ids of its own: all that a seed needs.
    pub fn start_writing(&self) {
        if let Writer::Sqlite(shared) = &self.worker.writer {
            tokio::spawn(shared.clone().close_abandoned());
        }
        self.worker.log.start(self.clone());
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Today in Baku.
    pub fn today(&self) -> NaiveDate {
        baku_day(self.now())
    }

    /// A reading by somebody who still stands.
    pub async fn read(&self, actor: &Actor) -> Result<Reading, ApiError> {
        let place = self.crowd.enter(actor)?;
        let now = self.now();
        let db = Held::of(&self.worker.reader);
        let by = crate::identity::usecases::stand(&db, actor, now).await?;
        Ok(Reading { db, _place: place, by, now, today: baku_day(now) })
    }

    /// Is the database there? For readiness.
    pub async fn ready(&self) -> Result<(), ApiError> {
        Ok(self.worker.reader.execute_unprepared("select 1").await.map(drop)?)
    }
}

fn has_keys(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(3))
        .connect_timeout(Duration::from_secs(3));
    options
}

/// Connects for acts and for readings; migrates.
async fn open(settings: &Settings) -> anyhow::Result<(Writer, DatabaseConnection)> {
    let url = &settings.database.0;
    if let Some(path) = url.strip_prefix("sqlite:") {
        if let Some(folder) = Path::new(path).parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        let open = async |connections: u32, write: bool| {
            let mut options = options(&format!("sqlite://{path}?mode=rwc"), connections);
            // H1. A writer of its own, many readers beside it.
            options.map_sqlx_sqlite_opts(move |sqlite| {
                sqlite
                    .pragma("journal_mode", "WAL")
                    .pragma("synchronous", "FULL")
                    .pragma("foreign_keys", "ON")
                    .pragma("busy_timeout", "5000")
                    .pragma("cache_size", "-16000")
                    .pragma("query_only", if write { "OFF" } else { "ON" })
            });
            Database::connect(options).await
        };
        let writer = open(1, true).await?;
        Migrator::up(&writer, None).await.context("the schema could not be brought up to date")?;
        let reader = open(settings.connections.clamp(1, 8), false).await?;
        return Ok((Writer::Sqlite(SharedCommit::new(writer)), reader));
    }
    let options = postgres(settings, settings.connections);
    let writer = Database::connect(options.clone()).await?;
    anyhow::ensure!(
        writer.get_database_backend() == DbBackend::Postgres,
        "UMIS_DATABASE is neither sqlite: nor postgres:"
    );
    Migrator::up(&writer, None).await.context("the schema could not be brought up to date")?;
    let reader = Database::connect(options).await?;
    Ok((Writer::Postgres(writer), reader))
}

fn postgres(settings: &Settings, connections: u32) -> ConnectOptions {
    let mut options = options(&settings.database.0, connections);
    // A second request with the same key waits for the first, but not for ever (G4).
    let limits = [("statement_timeout", "10s"), ("lock_timeout", "5s")];
    options.map_sqlx_postgres_opts(move |postgres| postgres.options(limits));
    options
}
