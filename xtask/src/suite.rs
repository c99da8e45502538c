//! `cargo xtask test`: what CI checks, stage by stage; one stage that fails does not stop the next.
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::House;
use crate::cargo::{self, TestProgram};
use crate::page;
use crate::parts::{self, Part};
use crate::postgres::{Durable, Postgres};
use crate::shell::{run, say};
use crate::spec;
use crate::tally::{Count, Tally};

const STAGES: [&str; 7] = ["format", "clippy", "page", "suite", "postgres", "spec", "browser"];

/// Runs the named stages, or all.
pub fn test(house: &House, wanted: &[&str]) -> Result<ExitCode> {
    if let Some(unknown) = wanted.iter().find(|name| !STAGES.contains(name)) {
        bail!("no stage is called {unknown}; there are {}", STAGES.join(" "));
    }
    let wants = |name: &str| wanted.is_empty() || wanted.contains(&name);
    parts::toolchain(house)?;
    let missing = parts::system(&needed(&wants))?;
    let mut tally = Tally::default();
    if wants("format") {
        tally.stage("format", || passed(house.cargo().args(["fmt", "--all", "--check"])));
    }
    if wants("clippy") {
        let native = ["clippy", "--workspace", "--exclude", "web", "--all-targets"];
        tally.stage("clippy, native", || passed(house.cargo().args(native)));
        let page =
            ["clippy", "--package", "web", "--target", "wasm32-unknown-unknown", "--profile", "wasm-dev"];
        tally.stage("clippy, page", || passed(house.cargo().args(page)));
    }
    if wants("suite") || wants("postgres") {
        let mut programs = Vec::new();
        tally.stage("compiling the tests", || {
            // Some tests start the service as a process.
            cargo::build(house, "dev")?;
            programs = cargo::tests(house)?;
            Ok(Count::PASSED)
        });
        if wants("suite") && !programs.is_empty() {
            tally.stage("tests on SQLite", || programs_pass(house, &programs, None));
        }
        if wants("postgres") && !programs.is_empty() {
            tally.stage("tests on PostgreSQL", || {
                if missing.contains(&Part::Postgres) {
                    return Ok(Count::SKIPPED);
                }
                programs.retain(asks_a_database);
                let cluster = Postgres::start(Durable::No)?;
                programs_pass(house, &programs, Some(&cluster))
            });
        }
    }
    if wants("spec") {
        tally.stage("spec", || match spec::command(house, &["hotel"])? {
            Some(mut script) => counted(&mut script, LONGEST),
            None => Ok(Count::SKIPPED),
        });
    }
    let mut made = None;
    if wants("page") || wants("browser") {
        tally.stage("page", || {
            made = Some(page::page(house, "wasm-release")?);
            Ok(Count::PASSED)
        });
    }
    if wants("browser") {
        tally.stage("browser", || {
            let Some(page) = &made else { bail!("there is no page to look at") };
            if missing.contains(&Part::Chromium) {
                return Ok(Count::SKIPPED);
            }
            cargo::build(house, "dev")?;
            let mut script = house.command("node");
            script.arg("tests/browser/run.mjs").env("UMIS_PAGE", page);
            script.env("UMIS_PROGRAMS", house.target.join("debug"));
            script.env("UMIS_CHROMIUM", parts::chromium().context("Chromium is gone")?);
            counted(&mut script, LONGEST)
        });
    }
    Ok(tally.close())
}

fn needed(wants: &impl Fn(&str) -> bool) -> Vec<Part> {
    let mut needed = Vec::new();
    if wants("postgres") {
        needed.push(Part::Postgres);
    }
    if wants("browser") {
        needed.extend([Part::Chromium, Part::Fonts]);
    }
    needed
}

fn passed(command: &mut Command) -> Result<Count> {
    run(command).map(|()| Count::PASSED)
}

/// The packages whose tests open a database, by the address in `UMIS_TEST_DATABASE` or a SQLite file.
fn asks_a_database(program: &TestProgram) -> bool {
    ["tests", "api", "migrations"].iter().any(|room| program.package.ends_with(room))
}

fn programs_pass(house: &House, programs: &[TestProgram], cluster: Option<&Postgres>) -> Result<Count> {
    let mut total = Count::default();
    for program in programs {
        let mut command = house.command(&program.file);
        command.current_dir(&program.package).env("CARGO_MANIFEST_DIR", &program.package);
        command.env("UMIS_PROGRAMS", house.target.join("debug")).env("CARGO_TARGET_DIR", &house.target);
        command.env("INSTA_UPDATE", "no").env("INSTA_WORKSPACE_ROOT", &house.root);
        match cluster {
            Some(cluster) => command.env("UMIS_TEST_DATABASE", cluster.address()),
            None => command.env_remove("UMIS_TEST_DATABASE"),
        };
        say(&program.name);
        total = total.plus(counted(&mut command, LONGEST)?);
    }
    Ok(total)
}

/// Nothing here takes half as long; a program that waits for ever must not take the other stages with it.
const LONGEST: Duration = Duration::from_mins(15);

/// Runs a test program, showing what it says, and adds up its closing lines. Without one it is judged by its exit.
pub fn counted(command: &mut Command, longest: Duration) -> Result<Count> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let printed = child.stdout.take().context("no output to read")?;
    let (say_line, lines) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(printed).lines().map_while(Result::ok).all(|line| say_line.send(line).is_ok())
    });
    let end = Instant::now() + longest;
    let mut closing: Option<Count> = None;
    loop {
        match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some(count) = Count::read(&line) {
                    closing = Some(closing.unwrap_or_default().plus(count));
                } else if is_noise(&line) {
                    continue;
                }
                println!("{line}");
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                println!("stopped: it has not ended in {} minutes", longest.as_secs() / 60);
                child.kill()?;
                child.wait()?;
                return Ok(closing.unwrap_or_default().plus(Count::FAILED));
            }
        }
    }
    let status = child.wait()?;
    Ok(match (closing, status.success()) {
        (Some(count), true) => count,
        // It broke after or before counting.
        (Some(count), false) if count.failed > 0 => count,
        (Some(count), false) => count.plus(Count::FAILED),
        (None, true) => Count::PASSED,
        (None, false) => Count::FAILED,
    })
}

/// A line for every test that went well would hide the ones that did not.
fn is_noise(line: &str) -> bool {
    line.is_empty() || (line.starts_with("test ") && line.ends_with(" ok")) || line.starts_with("running ")
}
