//! A private PostgreSQL cluster: made for one run, on a free port, gone afterwards.
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use anyhow::{Context, Result, bail};

use crate::parts::postgres_folder;
use crate::shell::{is_root, output, succeeds};

const PREFIX: &str = "umis-postgres-";

/// Runs until it is dropped.
pub struct Postgres {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

/// Does a commit wait for the disk? Tests need no such promise, measurements do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durable {
    Yes,
    No,
}

impl Postgres {
    /// Makes and starts a cluster.
    pub fn start(durable: Durable) -> Result<Self> {
        let programs = postgres_folder().context("PostgreSQL is not installed")?;
        clear_away(&programs);
        let folder = env::temp_dir().join(format!("{PREFIX}{}", process::id()));
        let cluster = Self { folder, programs, port: free_port()? };
        // PostgreSQL refuses root, and its own user must be able to enter the folder.
        output(as_postgres("mkdir").arg("-m").arg("700").arg(&cluster.folder))?;
        let mut initdb = as_postgres(cluster.programs.join("initdb"));
        initdb.args([
            "--username",
            "postgres",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--no-sync",
            "-D",
        ]);
        output(initdb.arg(&cluster.folder)).context("initdb")?;
        let mut options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=400 -c shared_buffers=128MB",
            cluster.port,
            cluster.folder.display()
        );
        if durable == Durable::No {
            options.push_str(" -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        } else {
            // Measurements read there what the service sends.
            options.push_str(" -c logging_collector=on -c log_destination=jsonlog");
        }
        let mut start = as_postgres(cluster.programs.join("pg_ctl"));
        start.arg("-D").arg(&cluster.folder).args(["-w", "-t", "60", "-o", &options, "-l"]);
        // Its output would keep our pipes open, so it goes to the log.
        if !succeeds(start.arg(cluster.folder.join("start.log")).arg("start")) {
            bail!(
                "PostgreSQL did not start: {}",
                fs::read_to_string(cluster.folder.join("start.log")).unwrap_or_default()
            );
        }
        Ok(cluster)
    }

    /// What programs are given.
    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// The same through the socket of this machine: half the system's work of TCP.
    pub fn socket(&self) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{folder}:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        stop(&self.programs, &self.folder);
    }
}

fn stop(programs: &Path, folder: &Path) {
    let mut stop = as_postgres(programs.join("pg_ctl"));
    succeeds(stop.arg("-D").arg(folder).args(["-m", "immediate", "-w", "stop"]));
    let _ = fs::remove_dir_all(folder);
}

/// What a run that was killed left behind: its number is in the folder's name.
fn clear_away(programs: &Path) {
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        if !Path::new("/proc").join(owner).exists() {
            stop(programs, &entry.path());
        }
    }
}

/// As the user `postgres` when we are root, else as who we are.
fn as_postgres(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(env::temp_dir());
    command
}

/// A port that nobody has now.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
