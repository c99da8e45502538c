//! The service as a process: started on a free port, its processor time and memory read from `/proc`.
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::load::{Connection, get};

pub struct Service {
    child: Child,
    pub port: u16,
    /// From `exec` to the first 200 of `/readyz`.
    pub started_in: Duration,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// One database with what belongs to it.
pub struct Place {
    pub database: String,
    pub home: PathBuf,
}

impl Place {
    fn command(&self) -> Result<Command> {
        let programs = std::env::var_os("UMIS_PROGRAMS").context("UMIS_PROGRAMS is not set")?;
        let mut command = Command::new(Path::new(&programs).join("umis"));
        command.env("UMIS_ENV", "demo").env("UMIS_DATABASE", &self.database);
        command.env("UMIS_KEYS", self.home.join("keys")).env("RUST_LOG", "error");
        // Each client of the measurement comes from an address of its own.
        command.env("UMIS_PROXIES", "127.0.0.1");
        Ok(command)
    }

    /// Fills it by `umis seed`; answers how long that took.
    pub fn seed(&self, people: u32) -> Result<Duration> {
        let start = Instant::now();
        let status = self
            .command()?
            .args(["seed", "--people", &people.to_string(), "--seed", "1"])
            .stdout(Stdio::null())
            .status()?;
        if !status.success() {
            bail!("umis seed: {status}");
        }
        Ok(start.elapsed())
    }

    pub async fn serve(&self) -> Result<Service> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let page = std::env::var_os("UMIS_PAGE").context("UMIS_PAGE is not set")?;
        let start = Instant::now();
        let mut command = self.command()?;
        command.env("UMIS_LISTEN", format!("127.0.0.1:{port}")).arg("serve").arg("--page").arg(page);
        let child = command.stdout(Stdio::null()).spawn()?;
        let mut service = Service { child, port, started_in: Duration::ZERO };
        while start.elapsed() < Duration::from_secs(60) {
            if let Ok(mut connection) = Connection::open(port).await
                && let Ok(answer) = connection.ask(get("/readyz", "").as_bytes()).await
                && answer.status == 200
            {
                service.started_in = start.elapsed();
                return Ok(service);
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bail!("the service does not answer");
    }
}

impl Service {
    /// Processor time so far, user and system.
    pub fn processor(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in parentheses may hold blanks; utime and stime are the 12th and 13th fields after it.
        let (_, fields) = stat.rsplit_once(')').context("stat")?;
        let ticks: u64 =
            fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
        Ok(Duration::from_millis(ticks * 10))
    }

    /// Largest resident size so far, in MiB.
    pub fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1024.0)
    }
}
