//! The service and the simulators as running programs, for `run` and for the browser tests.
use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::House;
use crate::postgres::free_port;
use crate::shell::{output, tied, timed};

/// Everything that one running product needs to know.
pub struct Product {
    /// `debug` or `release`.
    pub built: &'static str,
    /// Folder of its database, keys and logs.
    pub home: PathBuf,
    pub page: PathBuf,
    pub port: u16,
    pub people: u32,
}

/// Both programs; they stop with this value.
pub struct Running {
    pub service: Child,
    simulators: Child,
    pub address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        for child in [&mut self.service, &mut self.simulators] {
            // An asked-for end lets acts that run finish; it may be over already.
            let _ = Command::new("kill").arg(child.id().to_string()).stderr(Stdio::null()).status();
            let _ = child.wait();
        }
    }
}

impl Product {
    /// Makes the database where there is none, and starts both programs.
    pub fn start(&self, house: &House) -> Result<Running> {
        let gateway = format!("127.0.0.1:{}", free_port()?);
        let address = format!("http://127.0.0.1:{}", self.port);
        let settings = self.settings(&gateway);
        self.prepare(house, &settings)?;
        let mut simulate = self.tied(house, "umis-simulate");
        let simulators = simulate
            .args(["--listen", &gateway])
            .stdout(self.log("simulators.log")?)
            .spawn()
            .context("umis-simulate")?;
        let mut serve = self.tied(house, "umis");
        let serve = serve.arg("serve").arg("--page").arg(&self.page).envs(settings);
        let service = serve.stdout(self.log("service.log")?).stderr(self.log("service.err.log")?).spawn();
        let mut running = Running { service: service.context("umis serve")?, simulators, address };
        running.wait(self)?;
        Ok(running)
    }

    /// What `umis seed` said: the demo sign-ins.
    pub fn sign_ins(&self) -> String {
        fs::read_to_string(self.home.join("sign-ins.txt")).unwrap_or_default()
    }

    fn settings(&self, gateway: &str) -> Vec<(&'static str, OsString)> {
        vec![
            ("UMIS_ENV", "demo".into()),
            ("UMIS_DATABASE", format!("sqlite:{}", self.home.join("umis.sqlite").display()).into()),
            ("UMIS_LISTEN", format!("127.0.0.1:{}", self.port).into()),
            ("UMIS_KEYS", self.home.join("keys").into()),
            ("UMIS_GATEWAY", format!("http://{gateway}").into()),
        ]
    }

    /// Migrates each time; seeds once, and begins anew when a seed was cut short.
    fn prepare(&self, house: &House, settings: &[(&'static str, OsString)]) -> Result<()> {
        fs::create_dir_all(&self.home)?;
        let seeded = self.home.join("sign-ins.txt");
        if !seeded.exists() {
            for end in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(self.home.join(format!("umis.sqlite{end}")));
            }
        }
        let umis = |arguments: &[&str]| {
            let mut command = house.command(house.program(self.built, "umis"));
            output(command.args(arguments).envs(settings.iter().map(|(name, value)| (name, value))))
        };
        timed("preparing the database", || umis(&["migrate"]))?;
        if !seeded.exists() {
            let people = self.people.to_string();
            let told =
                timed("seeding the demo population", || umis(&["seed", "--people", &people, "--seed", "1"]))?;
            fs::write(seeded, told)?;
        }
        Ok(())
    }

    fn tied(&self, house: &House, program: &str) -> Command {
        let mut command = tied(&house.program(self.built, program));
        command.current_dir(&house.root);
        command
    }

    fn log(&self, name: &str) -> Result<fs::File> {
        Ok(fs::File::create(self.home.join(name))?)
    }
}

impl Running {
    /// Waits for the first healthy answer.
    fn wait(&mut self, product: &Product) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(30) {
            if let Some(status) = self.service.try_wait()? {
                bail!(
                    "the service stopped at once ({status}):\n{}",
                    last_lines(&product.home.join("service.err.log"))
                );
            }
            if is_ready(product.port) {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        bail!("the service does not answer:\n{}", last_lines(&product.home.join("service.err.log")))
    }
}

fn is_ready(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
    let asked = stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    let mut answer = [0; 12];
    asked.is_ok() && stream.read_exact(&mut answer).is_ok() && answer.ends_with(b"200")
}

/// The end of a log, for the one who must know why.
fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().skip(lines.len().saturating_sub(20)).copied().collect::<Vec<_>>().join("\n")
}

/// 8080, or the next that is free.
pub fn usual_port() -> Result<u16> {
    (8080..8180)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .context("no port between 8080 and 8180 is free")
}
