//! One way to write (§2.6): on PostgreSQL a transaction each, on SQLite acts that wait share a commit.
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
    prelude::async_trait::async_trait,
};
use tokio::sync::{Mutex, Notify, oneshot};

use crate::{
    db::Waiting as Writes,
    error::{ApiError, worth_another_try},
    held::Held,
    http::call::Actor,
    identity::usecases::Standing,
    state::AppState,
};

/// An act under way: the only thing its body talks to.
pub struct Tx {
    place: Place,
    /// What was written and has not travelled yet.
    writes: Writes,
    /// Who acts, as the database knows them now.
    pub by: Standing,
    pub actor: Actor,
    /// One moment for the whole act.
    pub now: DateTime<Utc>,
    /// It collided with another act and begins anew.
    pub again: bool,
    pub state: AppState,
}

/// Where an act happens.
enum Place {
    /// A connection of its own; its transaction begins when something needs it.
    Own(Held),
    /// A numbered savepoint in a transaction that others share.
    Shared(Arc<DatabaseTransaction>, u64),
}

/// What is read here is held by nobody, unless the transaction has begun.
#[async_trait]
impl ConnectionTrait for Place {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Own(held) => held.get_database_backend(),
            Self::Shared(db, _) => db.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Own(held) => held.execute_raw(statement).await,
            Self::Shared(db, _) => db.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Own(held) => held.execute_unprepared(sql).await,
            Self::Shared(db, _) => db.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Own(held) => held.query_one_raw(statement).await,
            Self::Shared(db, _) => db.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Own(held) => held.query_all_raw(statement).await,
            Self::Shared(db, _) => db.query_all_raw(statement).await,
        }
    }
}

impl Tx {
    /// Writes `rows` rows with an insert, update or delete that reads nothing written in this act. It travels with all
    /// others that wait, on PostgreSQL as one statement: before the next reading, or at the end.
    pub fn write(&self, rows: usize, sql: impl Into<String>, values: Vec<Value>) {
        self.writes.add(Some(rows), sql.into(), values);
    }

    /// The same where it is right that any number of rows is touched, or none.
    pub fn write_any(&self, sql: impl Into<String>, values: Vec<Value>) {
        self.writes.add(None, sql.into(), values);
    }

    /// A row that must be there and stays as it is until the act is done: what was read of it by `look` is true then.
    /// `sql` selects it; another act that changed it meanwhile makes this one begin anew.
    pub fn hold(&self, sql: impl Into<String>, values: Vec<Value>) {
        self.writes.hold(sql.into(), values);
    }

    /// Reads what the act's own writes see to: a row it holds, a key that is taken once. No transaction begins for it,
    /// and an act that does nothing else but write is one statement.
    pub fn look(&self) -> &impl ConnectionTrait {
        &self.place
    }

    /// The transaction, with all that was written so far.
    async fn begun(&self) -> Result<&Place, DbErr> {
        if let Place::Own(held) = &self.place {
            held.begin().await?;
        }
        self.writes.travel(&self.place).await?;
        Ok(&self.place)
    }

    async fn commit(self) -> Result<(), ApiError> {
        if let Place::Own(held) = &self.place
            && !held.has_begun().await
            && self.writes.travel_alone(held).await?
        {
            return Ok(());
        }
        self.begun().await?;
        match self.place {
            Place::Own(held) => held.commit().await?,
            Place::Shared(db, number) => {
                db.execute_unprepared(&format!("release act_{number}")).await?;
            }
        }
        Ok(())
    }
}

/// Whatever is asked or done at once comes after what was written before.
#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.place.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.begun().await?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.begun().await?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.begun().await?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.begun().await?.query_all_raw(statement).await
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
        let _place = self.crowd.enter(actor)?;
        match &self.worker.writer {
            Writer::Postgres(pool) => {
                let mut tries = 1;
                loop {
                    let outcome = self.once(pool, actor, tries > 1, &body).await;
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
        again: bool,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let tx = self.stand(Place::Own(Held::of(pool)), actor, again).await?;
        let answer = body(&tx).await?;
        tx.commit().await?;
        Ok(answer)
    }

    async fn savepoint<T>(
        &self,
        place: Place,
        actor: &Actor,
        again: bool,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let tx = self.stand(place, actor, again).await?;
        let answer = body(&tx).await?;
        tx.commit().await?;
        Ok(answer)
    }

    async fn stand(&self, place: Place, actor: &Actor, again: bool) -> Result<Tx, ApiError> {
        let now = self.now();
        let by = crate::identity::usecases::stand(&place, actor, now).await?;
        Ok(Tx { place, writes: Writes::default(), by, actor: actor.clone(), now, again, state: self.clone() })
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
    outer: Arc<DatabaseTransaction>,
    acts: usize,
    /// An act began and did not come to its end: its client went away in the middle of it.
    under_way: bool,
    /// Each act's savepoint has a name of its own.
    number: u64,
    told: Vec<oneshot::Sender<Result<(), String>>>,
}

impl Batch {
    /// Runs one act in a savepoint. We say the savepoints ourselves: a dropped transaction object would roll back
    /// what is innermost by then, and that may be the work of others.
    async fn run<T>(
        &mut self,
        state: &AppState,
        actor: &Actor,
        body: &impl AsyncFn(&Tx) -> Result<T, ApiError>,
    ) -> Result<Result<T, ApiError>, DbErr> {
        self.undo_abandoned().await?;
        let mut tries = 1;
        loop {
            self.number += 1;
            self.under_way = true;
            self.outer.execute_unprepared(&format!("savepoint act_{}", self.number)).await?;
            let place = Place::Shared(self.outer.clone(), self.number);
            let outcome = state.savepoint(place, actor, tries > 1, body).await;
            let again = match &outcome {
                Ok(_) => {
                    self.under_way = false;
                    return Ok(outcome);
                }
                Err(error) => tries < TRIES && worth_another_try(error),
            };
            self.undo_abandoned().await?;
            if !again {
                return Ok(outcome);
            }
            tries += 1;
        }
    }

    /// Takes back what an act wrote that did not come to its end.
    async fn undo_abandoned(&mut self) -> Result<(), DbErr> {
        if self.under_way {
            let number = self.number;
            match self.outer.execute_unprepared(&format!("rollback to act_{number}")).await {
                Ok(_) => {
                    self.outer.execute_unprepared(&format!("release act_{number}")).await?;
                }
                // Its client went away while the savepoint was let go of, or before it stood: nothing is open. Or the
                // database gave up the whole transaction, and nothing of it stands.
                Err(error) if error.to_string().contains("no such savepoint") => self.stands().await?,
                Err(error) => return Err(error),
            }
            self.under_way = false;
        }
        Ok(())
    }

    /// Is the outer transaction still there? Inside of one, another cannot begin.
    async fn stands(&self) -> Result<(), DbErr> {
        if self.outer.execute_unprepared("begin").await.is_err() {
            return Ok(());
        }
        self.outer.execute_unprepared("rollback").await?;
        Err(DbErr::Custom("the database gave the transaction up".into()))
    }

    async fn commit(mut self) {
        let outcome = match self.undo_abandoned().await {
            Ok(()) => match Arc::into_inner(self.outer) {
                Some(outer) => outer.commit().await.map_err(|error| error.to_string()),
                None => Err("an act still holds the transaction".into()),
            },
            Err(error) => Err(error.to_string()),
        };
        for tell in self.told {
            // A client that went away is not told.
            let _ = tell.send(outcome.clone());
        }
    }

    /// The transaction no longer stands: nobody's act is kept, and all are told.
    fn give_up(self, cause: &DbErr) {
        for tell in self.told {
            let _ = tell.send(Err(cause.to_string()));
        }
    }
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
            if self.waiting.load(Ordering::SeqCst) == 0
                && let Some(batch) = slot.take()
            {
                batch.commit().await;
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
            None => slot.insert(self.open().await?),
        };
        let outcome = match batch.run(state, actor, body).await {
            Ok(outcome) => outcome,
            Err(error) => {
                if let Some(batch) = slot.take() {
                    batch.give_up(&error);
                }
                return Err(ApiError::Unavailable(error.to_string()));
            }
        };
        batch.acts += 1;
        let (tell, told) = oneshot::channel();
        if outcome.is_ok() {
            batch.told.push(tell);
        }
        if (batch.acts >= MOST_ACTS || self.waiting.load(Ordering::SeqCst) == 1)
            && let Some(batch) = slot.take()
        {
            // Not by this request: its client may go away while others wait for the answer.
            tokio::spawn(batch.commit());
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

    async fn open(&self) -> Result<Batch, ApiError> {
        // A deferred transaction that reads and then writes fails at once when another has written.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let pool = self.pool.clone();
        // A task of its own: begun is begun, also when the client goes away meanwhile.
        let begun = tokio::spawn(async move { pool.begin_with_options(options).await });
        let outer = begun.await.map_err(ApiError::broken)??;
        Ok(Batch { outer: Arc::new(outer), acts: 0, under_way: false, number: 0, told: Vec::new() })
    }
}
