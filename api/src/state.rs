//! What every request has at hand: settings, clock, chance, databases, keys, the law in force.
use std::{ops::Deref, path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend};

use crate::{
    act::{SharedCommit, Writer},
    chance::Chance,
    clock::{Clock, baku_day},
    config::{Environment, Settings},
    error::ApiError,
    http::{call::Actor, throttle::Throttle},
    identity::{passwords::Passwords, tokens::Tokens, usecases::Standing},
    keys::{Keys, Use, refuse_open_files},
    press::Press,
    transparency::{
        log_task::LogTask,
        security::{Noted, note_keys},
    },
};

#[derive(Clone)]
pub struct AppState(Arc<Parts>);

pub struct Parts {
    pub settings: Settings,
    pub clock: Clock,
    pub chance: Chance,
    pub keys: Keys,
    pub tokens: Tokens,
    pub passwords: Passwords,
    pub press: Press,
    pub throttle: Throttle,
    pub noted: Noted,
    pub log: LogTask,
    pub(crate) writer: Writer,
    reader: DatabaseConnection,
}

impl Deref for AppState {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// A reading under way, with who reads.
pub struct Reading<'a> {
    db: &'a DatabaseConnection,
    pub by: Standing,
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
}

impl Deref for Reading<'_> {
    type Target = DatabaseConnection;
    fn deref(&self) -> &DatabaseConnection {
        self.db
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
        let log = LogTask::default();
        let tokens = Tokens::new(&settings.public_url);
        let passwords = Passwords::new(settings.hash_memory)?;
        let throttle = Throttle::default();
        let state = Self(Arc::new(Parts {
            settings,
            clock,
            chance,
            keys,
            tokens,
            passwords,
            press: Press::default(),
            throttle,
            noted: Noted::default(),
            log,
            writer,
            reader,
        }));
        if state.settings.is_production() {
            crate::identity::usecases::refuse_demo_accounts(&state).await?;
        }
        crate::law::usecases::record_first_edition(&state)
            .await
            .map_err(|error| anyhow::anyhow!("{error}"))?;
        note_keys(&state).await.map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(state)
    }

    /// Starts what runs beside the requests; call it once, inside the runtime of the server.
    pub fn start_tasks(&self) {
        if let Writer::Sqlite(shared) = &self.writer {
            tokio::spawn(shared.clone().close_abandoned());
        }
        self.log.start(self.clone());
        actix_web::rt::spawn(crate::http::idempotency::sweep_hourly(self.clone()));
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Today in Baku.
    pub fn today(&self) -> NaiveDate {
        baku_day(self.now())
    }

    /// A reading by somebody who still stands.
    pub async fn read(&self, actor: &Actor) -> Result<Reading<'_>, ApiError> {
        let now = self.now();
        let by = crate::identity::usecases::stand(&self.reader, actor, now).await?;
        Ok(Reading { db: &self.reader, by, now, today: baku_day(now) })
    }

    /// Is the database there? For readiness.
    pub async fn ready(&self) -> Result<(), ApiError> {
        Ok(self.reader.execute_unprepared("select 1").await.map(drop)?)
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
    let mut writing = options(url, settings.connections);
    // A second request with the same key waits for the first, but not for ever (G4).
    let limits = [("statement_timeout", "10s"), ("lock_timeout", "5s")];
    writing.map_sqlx_postgres_opts(move |postgres| postgres.options(limits));
    let writer = Database::connect(writing.clone()).await?;
    anyhow::ensure!(
        writer.get_database_backend() == DbBackend::Postgres,
        "UMIS_DATABASE is neither sqlite: nor postgres:"
    );
    Migrator::up(&writer, None).await.context("the schema could not be brought up to date")?;
    let reader = Database::connect(writing).await?;
    Ok((Writer::Postgres(writer), reader))
}
