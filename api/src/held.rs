//! One connection for a whole act or reading. sqlx asks each connection that is given back whether it still lives: on
//! PostgreSQL a round trip, which a request pays once, and not once for each of its statements.
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement,
    prelude::async_trait::async_trait,
    sqlx::{
        self, AssertSqlSafe, PgPool, Postgres, Transaction,
        pool::{MaybePoolConnection, PoolConnection},
        postgres::PgConnection,
    },
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Mutex, MutexGuard};

/// Takes a connection at the first statement and keeps it. SQLite has nothing to hold: its pool is in this process.
pub enum Held {
    Sqlite(DatabaseConnection),
    Postgres(PgPool, Mutex<Line>),
}

/// What is held so far.
pub enum Line {
    Nothing,
    Connection(PoolConnection<Postgres>),
    Transaction(Transaction<'static, Postgres>),
}

impl Line {
    async fn connection(&mut self, pool: &PgPool) -> Result<&mut PgConnection, DbErr> {
        if matches!(self, Self::Nothing) {
            *self = Self::Connection(pool.acquire().await.map_err(away)?);
        }
        match self {
            Self::Nothing => Err(DbErr::Custom("no connection is held".into())),
            Self::Connection(connection) => Ok(connection),
            Self::Transaction(transaction) => Ok(transaction),
        }
    }
}

impl Held {
    pub fn of(pool: &DatabaseConnection) -> Self {
        match pool.get_database_backend() {
            DbBackend::Postgres => {
                Self::Postgres(pool.get_postgres_connection_pool().clone(), Mutex::new(Line::Nothing))
            }
            _ => Self::Sqlite(pool.clone()),
        }
    }

    /// Begins a transaction, once. What is dropped before `commit` is rolled back.
    pub async fn begin(&self) -> Result<(), DbErr> {
        let Self::Postgres(pool, line) = self else {
            return Err(DbErr::Custom("SQLite's transactions are shared".into()));
        };
        let mut line = line.lock().await;
        let connection = match std::mem::replace(&mut *line, Line::Nothing) {
            Line::Nothing => pool.acquire().await.map_err(away)?,
            Line::Connection(connection) => connection,
            begun @ Line::Transaction(_) => {
                *line = begun;
                return Ok(());
            }
        };
        let begun = Transaction::begin(MaybePoolConnection::PoolConnection(connection), None);
        *line = Line::Transaction(begun.await.map_err(away)?);
        Ok(())
    }

    pub async fn has_begun(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(_, line) => matches!(&*line.lock().await, Line::Transaction(_)),
        }
    }

    /// Commits what was begun, if anything was.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self {
            Self::Postgres(_, line) => match line.into_inner() {
                Line::Transaction(transaction) => transaction.commit().await.map_err(failed),
                Line::Nothing | Line::Connection(_) => Ok(()),
            },
            Self::Sqlite(_) => Ok(()),
        }
    }

    /// Gives the connection back before a wait for something else; the next statement takes another.
    pub async fn let_go(&self) {
        if let Self::Postgres(_, line) = self {
            *line.lock().await = Line::Nothing;
        }
    }
}

/// No connection.
fn away(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

/// The statement was not done.
fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// The statement's text and its values, as sqlx takes them.
fn query(statement: Statement) -> sqlx::query::Query<'static, Postgres, SqlxValues> {
    let values = statement.values.unwrap_or(sea_orm::Values(Vec::new()));
    sqlx::query_with(AssertSqlSafe(statement.sql), SqlxValues(values))
}

#[async_trait]
impl ConnectionTrait for Held {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(..) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(pool) => pool.execute_raw(statement).await,
            Self::Postgres(pool, line) => {
                let mut line: MutexGuard<'_, Line> = line.lock().await;
                let connection = line.connection(pool).await?;
                Ok(query(statement).execute(connection).await.map_err(failed)?.into())
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(pool) => pool.execute_unprepared(sql).await,
            Self::Postgres(pool, line) => {
                let mut line = line.lock().await;
                let connection = line.connection(pool).await?;
                let text = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
                Ok(text.execute(connection).await.map_err(failed)?.into())
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(pool) => pool.query_one_raw(statement).await,
            Self::Postgres(pool, line) => {
                let mut line = line.lock().await;
                let connection = line.connection(pool).await?;
                Ok(query(statement).fetch_optional(connection).await.map_err(failed)?.map(Into::into))
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(pool) => pool.query_all_raw(statement).await,
            Self::Postgres(pool, line) => {
                let mut line = line.lock().await;
                let connection = line.connection(pool).await?;
                let rows = query(statement).fetch_all(connection).await.map_err(failed)?;
                Ok(rows.into_iter().map(Into::into).collect())
            }
        }
    }
}
