//! One way to write (§2.6): on PostgreSQL a transaction each, on SQLite acts that wait share a commit.
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
};
use tokio::sync::{Mutex, Notify, oneshot};

use crate::{
    db::Waiting as Writes,
    error::{ApiError, worth_another_try},
    http::call::Actor,
    identity::usecases::Standing,
    state::AppState,
};

/// An act under way: the only thing its body talks to.
pub struct Tx {
    db: DatabaseTransaction,
    /// What was written and has not travelled yet.
    writes: Writes,
    /// Who acts, as the database knows them now.
    pub by: Standing,
    pub actor: Actor,
    /// One moment for the whole act.
    pub now: DateTime<Utc>,
    pub state: AppState,
}

impl Tx {
    /// Writes `rows` rows with an insert, update or delete that reads nothing written in this act. It travels with all
    /// others that wait, on PostgreSQL as one statement: before the next reading, or at the end.
    pub fn write(&self, rows: usize, sql: impl Into<String>, values: Vec<Value>) {
        self.writes.add(rows, sql.into(), values);
    }

    async fn commit(self) -> Result<(), ApiError> {
        self.writes.travel(&self.db).await?;
        Ok(self.db.commit().await?)
    }
}

/// Whatever is asked or done at once comes after what was written before.
#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.writes.travel(&self.db).await?;
        self.db.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.writes.travel(&self.db).await?;
        self.db.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.writes.travel(&self.db).await?;
        self.db.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.writes.travel(&self.db).await?;
        self.db.query_all_raw(statement).await
    }
}

/// Where acts are written.
#[derive(Clone)]
pub enum Writer {
    Postgres(DatabaseConnection),
    Sqlite(Arc<SharedCommit>),
}

/// How often an act is tried when the database asks for it.
const TRIES: usize = 3;
/// A commit is not put off for more acts than this.
const MOST_ACTS: usize = 64;

impl AppState {
    /// Runs an act: all of it or nothing. The body may run twice and talks to nothing but `tx`.
    /// It begins by asking whether the actor still stands (A7, B10).
    pub async fn act<T>(
        &self,
        actor: &Actor,
        body: impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        match &self.writer {
            Writer::Postgres(pool) => {
                let mut tries = 1;
                loop {
                    let outcome = self.once(pool, actor, &body).await;
                    match outcome {
                        Err(error) if tries < TRIES && worth_another_try(&error) => tries += 1,
                        outcome => return outcome,
                    }
                }
            }
            Writer::Sqlite(shared) => shared.act(self, actor, &body).await,
        }
    }

    async fn once<T>(
        &self,
        pool: &DatabaseConnection,
        actor: &Actor,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let tx = self.stand(pool.begin().await?, actor).await?;
        let answer = body(&tx).await?;
        tx.commit().await?;
        Ok(answer)
    }

    async fn savepoint<T>(
        &self,
        outer: &DatabaseTransaction,
        actor: &Actor,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let tx = self.stand(outer.begin().await?, actor).await?;
        let answer = body(&tx).await?;
        tx.commit().await?;
        Ok(answer)
    }

    async fn stand(&self, db: DatabaseTransaction, actor: &Actor) -> Result<Tx, ApiError> {
        let now = self.now();
        let by = crate::identity::usecases::stand(&db, actor, now).await?;
        Ok(Tx { db, writes: Writes::default(), by, actor: actor.clone(), now, state: self.clone() })
    }
}

/// SQLite has one writer. The first waiting act opens the outer transaction, each runs in a savepoint of its own,
/// the last one waiting (or the 64th) commits, and all are answered after that.
pub struct SharedCommit {
    pool: DatabaseConnection,
    batch: Mutex<Option<Batch>>,
    waiting: AtomicUsize,
    abandoned: Notify,
}

struct Batch {
    outer: DatabaseTransaction,
    acts: usize,
    told: Vec<oneshot::Sender<Result<(), String>>>,
}

/// Counts one act that waits, also when its client goes away.
struct Waiting<'a>(&'a SharedCommit);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if self.0.waiting.fetch_sub(1, Ordering::SeqCst) == 1 {
            // Whoever was to commit may be gone; the closer looks.
            self.0.abandoned.notify_one();
        }
    }
}

impl SharedCommit {
    pub fn new(pool: DatabaseConnection) -> Arc<Self> {
        Arc::new(Self {
            pool,
            batch: Mutex::new(None),
            waiting: AtomicUsize::new(0),
            abandoned: Notify::new(),
        })
    }

    /// Commits what nobody else is left to commit. Runs as long as the process.
    pub async fn close_abandoned(self: Arc<Self>) {
        loop {
            self.abandoned.notified().await;
            let mut slot = self.batch.lock().await;
            if self.waiting.load(Ordering::SeqCst) == 0 {
                commit(slot.take()).await;
            }
        }
    }

    async fn act<T>(
        &self,
        state: &AppState,
        actor: &Actor,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let place = Waiting(self);
        let mut slot = self.batch.lock().await;
        let batch = match slot.as_mut() {
            Some(batch) => batch,
            None => slot.insert(Batch { outer: self.open().await?, acts: 0, told: Vec::new() }),
        };
        let mut tries = 1;
        let outcome = loop {
            match state.savepoint(&batch.outer, actor, body).await {
                Err(error) if tries < TRIES && worth_another_try(&error) => tries += 1,
                outcome => break outcome,
            }
        };
        batch.acts += 1;
        let (tell, told) = oneshot::channel();
        if outcome.is_ok() {
            batch.told.push(tell);
        }
        let full = batch.acts >= MOST_ACTS;
        if full || self.waiting.load(Ordering::SeqCst) == 1 {
            commit(slot.take()).await;
        }
        drop(slot);
        drop(place);
        let answer = outcome?;
        match told.await {
            Ok(Ok(())) => Ok(answer),
            Ok(Err(cause)) => Err(ApiError::Unavailable(cause)),
            Err(_) => Err(ApiError::Unavailable("the commit was given up".into())),
        }
    }

    async fn open(&self) -> Result<DatabaseTransaction, ApiError> {
        // A deferred transaction that reads and then writes fails at once when another has written.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.pool.begin_with_options(options).await?)
    }
}

async fn commit(batch: Option<Batch>) {
    let Some(batch) = batch else { return };
    let outcome = batch.outer.commit().await.map_err(|error| error.to_string());
    for tell in batch.told {
        // A client that went away is not told.
        let _ = tell.send(outcome.clone());
    }
}
