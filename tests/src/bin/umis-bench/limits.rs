//! What the machine can do: pgbench with the same statements, argon2id on all cores, SQLite without a service, nginx.
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, Statement, TransactionTrait, Value};

use crate::load::{Round, count};

/// pgbench with one script; latency is its mean and, from its own log, p50 and p99.
pub fn pgbench(url: &str, home: &Path, script: &str, clients: u32, length: Duration) -> Result<Round> {
    let programs = std::env::var_os("UMIS_POSTGRES_PROGRAMS").context("UMIS_POSTGRES_PROGRAMS is not set")?;
    let file = home.join("script.sql");
    fs::write(&file, script)?;
    for old in fs::read_dir(home)?.flatten() {
        if old.file_name().to_string_lossy().starts_with("pgbench_log") {
            fs::remove_file(old.path())?;
        }
    }
    let output = Command::new(Path::new(&programs).join("pgbench"))
        .current_dir(home)
        .args(["-n", "-l", "-M", "prepared", "-j", "2", "-c", &clients.to_string()])
        .args(["-T", &length.as_secs().max(1).to_string(), "-f"])
        .arg(&file)
        .arg(url)
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("pgbench: {said}\n{}\n{script}", String::from_utf8_lossy(&output.stderr));
    }
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")).context("tps")?;
    let per_second = rate.split(' ').next().context("tps")?.parse()?;
    let mut times: Vec<u64> = Vec::new();
    for log in fs::read_dir(home)?.flatten() {
        if log.file_name().to_string_lossy().starts_with("pgbench_log") {
            let text = fs::read_to_string(log.path())?;
            times.extend(text.lines().filter_map(|line| line.split(' ').nth(2)?.parse::<u64>().ok()));
        }
    }
    times.sort_unstable();
    let at = |hundredths: usize| {
        Duration::from_micros(times.get(times.len() * hundredths / 100).copied().unwrap_or_default())
    };
    Ok(Round { per_second, p50: at(50), p99: at(99), requests: times.len() })
}

/// Verifications a second on as many threads as there are cores: m = 19 MiB, t = 2, p = 1.
pub fn argon2(length: Duration) -> Result<f64> {
    let cores = thread::available_parallelism()?.get();
    let start = Instant::now();
    let threads: Vec<_> = (0..cores)
        .map(|_| {
            thread::spawn(move || {
                let params =
                    Params::new(19_456, 2, 1, Some(32)).map_err(|error| anyhow::anyhow!("{error}"))?;
                let mut memory = vec![Block::new(); params.block_count()];
                let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                let (mut out, mut done) = ([0; 32], 0);
                while start.elapsed() < length {
                    let (password, salt) = (b"four green boats at dawn", b"sixteen bytes it");
                    argon
                        .hash_password_into_with_memory(password, salt, &mut out, &mut memory)
                        .map_err(|error| anyhow::anyhow!("{error}"))?;
                    done += 1;
                }
                Ok::<usize, anyhow::Error>(done)
            })
        })
        .collect();
    let mut done = 0;
    for thread in threads {
        done += thread.join().map_err(|_| anyhow::anyhow!("a thread broke"))??;
    }
    Ok(count(done) / start.elapsed().as_secs_f64())
}

/// nginx in front of the same folder, with the copies that were compressed beforehand.
pub struct Nginx {
    child: Child,
    home: PathBuf,
    pub port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.home);
    }
}

impl Nginx {
    pub fn start(page: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let home = std::env::temp_dir().join(format!("umis-nginx-{}", std::process::id()));
        fs::create_dir_all(&home)?;
        let conf = home.join("nginx.conf");
        let folder = home.display();
        fs::write(
            &conf,
            format!(
                "daemon off; worker_processes auto; pid {folder}/pid; error_log {folder}/error.log;\n\
                 {user}events {{ worker_connections 1024; }}\n\
                 http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on;\n\
                 types {{ text/css css; application/wasm wasm; }}\n\
                 client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;\n\
                 uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n\
                 open_file_cache max=1000; server {{ listen 127.0.0.1:{port}; root {page};\n\
                 add_header cache-control \"public, max-age=31536000, immutable\"; }} }}\n",
                // Its workers must be able to read the page.
                user = if running_as_root() { "user root; " } else { "" },
                page = page.display(),
            ),
        )?;
        let program =
            ["/usr/sbin/nginx", "/usr/bin/nginx"].into_iter().find(|path| Path::new(path).is_file());
        let child = Command::new(program.context("nginx is not installed")?).arg("-c").arg(&conf).spawn()?;
        let nginx = Self { child, home, port };
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if start.elapsed() > Duration::from_secs(10) {
                bail!("nginx does not answer");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }
}

fn running_as_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// Rows of an act written into SQLite without a service: `acts` of them in each commit.
pub async fn sqlite(
    file: &Path,
    acts: usize,
    length: Duration,
    first: u64,
    statements: impl Fn(u64) -> Vec<(String, Vec<Value>)>,
) -> Result<f64> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", file.display()));
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    db.execute_unprepared("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = off")
        .await?;
    let start = Instant::now();
    let mut done = 0;
    while start.elapsed() < length {
        let tx = db.begin().await?;
        for _ in 0..acts {
            done += 1;
            for (sql, values) in statements(first + done) {
                tx.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values))
                    .await?;
            }
        }
        tx.commit().await?;
    }
    let rate = count(usize::try_from(done)?) / start.elapsed().as_secs_f64();
    db.close().await?;
    Ok(rate)
}
