//! `cargo xtask soak`: what takes too long for every change: the document tried towards everybody (`spec`), and tests that
//! are marked `#[ignore]` and begin with `soak_`.
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::House;
use crate::parts::{self, Part};
use crate::postgres::{Durable, Postgres};
use crate::shell::{run, say};
use crate::spec;

/// Tries for each operation and account; a change is checked with eight. More would outlive the session of an account.
const EXAMPLES: &str = "50";

/// Runs them all, or those whose name holds the word, on both databases; PostgreSQL with fsync on.
pub fn soak(house: &House, arguments: &[&str]) -> Result<ExitCode> {
    parts::toolchain(house)?;
    if arguments.first().is_none_or(|name| *name == "spec") {
        say("the document, towards everybody");
        match spec::command(house, &spec::EVERYBODY)? {
            Some(mut script) => run(script.env("UMIS_SPEC_EXAMPLES", EXAMPLES))?,
            None => bail!("the tools that read the document are missing"),
        }
        if !arguments.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
    }
    let missing = parts::system(&[Part::Postgres])?;
    let name = format!("soak_{}", arguments.first().copied().unwrap_or_default());
    let tests = |database: Option<&str>| {
        let mut cargo = house.cargo();
        cargo.args(["test", "--release", "--package", "tests", "--", "--ignored", "--nocapture", &name]);
        cargo.envs(database.map(|address| ("UMIS_TEST_DATABASE", address)));
        run(&mut cargo)
    };
    say("on SQLite");
    tests(None)?;
    if missing.is_empty() {
        say("on PostgreSQL");
        let cluster = Postgres::start(Durable::Yes)?;
        tests(Some(&cluster.address()))?;
    }
    Ok(ExitCode::SUCCESS)
}
