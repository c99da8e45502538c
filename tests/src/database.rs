//! A database per test: a copied SQLite file, or a clone of a template on PostgreSQL.
use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use api::{
    db::Sql,
    keys::{Keys, Use},
};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, FromQueryResult};

/// Files of one process; those of processes that are gone are cleared away.
const FOLDER: &str = "umis-tests-";
const PREFIX: &str = "umis_test_";

/// The PostgreSQL server to test on, if any.
fn server() -> Option<&'static str> {
    static SERVER: OnceLock<Option<String>> = OnceLock::new();
    SERVER.get_or_init(|| std::env::var("UMIS_TEST_DATABASE").ok().filter(|url| !url.is_empty())).as_deref()
}

/// Some tests are about two writers at once.
pub fn on_postgres() -> bool {
    server().is_some()
}

/// What all tests of this process share: the template and the keys, made once.
struct Template {
    folder: PathBuf,
}

/// One test's own; gone when it is dropped.
pub struct Own {
    number: u32,
    folder: PathBuf,
}

impl Template {
    fn get() -> &'static Self {
        static TEMPLATE: OnceLock<Template> = OnceLock::new();
        // A runtime of its own: whoever comes first must not lend its connection to the others.
        TEMPLATE.get_or_init(|| {
            std::thread::spawn(|| actix_web::rt::System::new().block_on(Self::make())).join().unwrap()
        })
    }

    async fn make() -> Self {
        let folder = own_folder();
        fs::create_dir_all(&folder).unwrap();
        for usage in [Use::Session, Use::Document] {
            Keys::create(&folder.join("keys"), usage, "1").unwrap();
        }
        if server().is_some() {
            let server = connect("postgres").await;
            clear_databases(&server).await;
            let template = format!("{PREFIX}{}_template", process::id());
            run(&server, &format!("create database {template}")).await;
            let fresh = connect(&template).await;
            Migrator::up(&fresh, None).await.unwrap();
            fresh.close().await.unwrap();
        } else {
            let url = format!("sqlite://{}?mode=rwc", folder.join("template").display());
            let fresh = Database::connect(url).await.unwrap();
            Migrator::up(&fresh, None).await.unwrap();
            fresh.close().await.unwrap();
        }
        Self { folder }
    }
}

/// Tests commit thousands of times: memory where the machine offers it, as PostgreSQL runs without fsync.
fn own_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    for entry in fs::read_dir(&place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_prefix(FOLDER)) else { continue };
        if is_gone(owner) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    place.join(format!("{FOLDER}{}", process::id()))
}

fn is_gone(process: &str) -> bool {
    Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists()
}

async fn clear_databases(server: &DatabaseConnection) {
    let all = "select datname from pg_database where datname like 'umis_test_%'";
    let rows =
        server.query_all_raw(sea_orm::Statement::from_string(server.get_database_backend(), all)).await;
    for row in rows.unwrap() {
        let name: String = row.try_get("", "datname").unwrap();
        let owner = name.trim_start_matches(PREFIX).split('_').next().unwrap_or_default();
        if is_gone(owner) {
            run(server, &format!("drop database if exists {name} with (force)")).await;
        }
    }
}

fn url(database: &str) -> String {
    let (server, _) = server().unwrap().rsplit_once('/').unwrap();
    format!("{server}/{database}")
}

async fn connect(database: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url(database));
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

async fn run(server: &DatabaseConnection, sql: &str) {
    server.execute_unprepared(sql).await.unwrap();
}

/// Nobody comes in any more, and who is in is put out: the server is there, its database is not.
pub async fn close(setting: &str) {
    let name = setting.rsplit('/').next().unwrap();
    let server = connect("postgres").await;
    run(&server, &format!("alter database {name} with allow_connections false")).await;
    let out = "select pg_terminate_backend(pid) from pg_stat_activity where datname = ";
    run(&server, &format!("{out}'{name}'")).await;
    server.close().await.unwrap();
}

/// The end of `close`.
pub async fn open(setting: &str) {
    let name = setting.rsplit('/').next().unwrap();
    let server = connect("postgres").await;
    run(&server, &format!("alter database {name} with allow_connections true")).await;
    server.close().await.unwrap();
}

/// Kinds of the messages that wait, oldest first.
pub async fn waiting(db: &impl ConnectionTrait) -> Vec<String> {
    #[derive(FromQueryResult)]
    struct Row {
        kind: String,
    }
    let sql = "select kind from outbox_message where done_at is null order by created_at, id";
    let rows: Vec<Row> = db.list(sql, Vec::new()).await.unwrap();
    rows.into_iter().map(|row| row.kind).collect()
}

impl Own {
    /// Call it inside the runtime that will use it.
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let template = Template::get();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let own = Self { number, folder: template.folder.clone() };
        if server().is_some() {
            let server = connect("postgres").await;
            let template = format!("{PREFIX}{}_template", process::id());
            run(&server, &format!("create database {} template {template}", own.name())).await;
            server.close().await.unwrap();
        } else {
            fs::copy(template.folder.join("template"), own.file()).unwrap();
        }
        own
    }

    fn name(&self) -> String {
        format!("{PREFIX}{}_{}", process::id(), self.number)
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.sqlite", self.number))
    }

    /// As `UMIS_DATABASE` names it.
    pub fn setting(&self) -> String {
        if server().is_some() { url(&self.name()) } else { format!("sqlite:{}", self.file().display()) }
    }

    /// Changes rows behind the service's back; answers how many.
    pub async fn tamper(&self, sql: &str) -> u64 {
        let own = if server().is_some() {
            connect(&self.name()).await
        } else {
            Database::connect(format!("sqlite://{}", self.file().display())).await.unwrap()
        };
        let touched = own.run(sql, Vec::new()).await.unwrap();
        own.close().await.unwrap();
        touched
    }

    pub fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    /// Kinds of the messages that wait, oldest first. Asked over a connection of its own: one that this
    /// test's thread opened from the pool of the service waits for a reactor that the end of the test may hold up.
    pub async fn unsent(&self) -> Vec<String> {
        let own = if server().is_some() {
            connect(&self.name()).await
        } else {
            Database::connect(format!("sqlite://{}", self.file().display())).await.unwrap()
        };
        let unsent = waiting(&own).await;
        own.close().await.unwrap();
        unsent
    }

    /// Gone with everything in it.
    pub async fn drop_it(self) {
        if server().is_some() {
            let server = connect("postgres").await;
            run(&server, &format!("drop database if exists {} with (force)", self.name())).await;
            server.close().await.unwrap();
        } else {
            for end in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(format!("{}{end}", self.file().display()));
            }
        }
    }
}
