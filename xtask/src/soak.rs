//! `cargo xtask soak`: what takes too long for every change: the document tried towards everybody (`spec`), and tests that
//! are marked `#[ignore]` and begin with `soak_`.
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::House;
use crate::cargo;
use crate::parts::{self, Part};
use crate::postgres::{Durable, Postgres};
use crate::shell::{run, say};
use crate::spec;
use crate::suite::counted;
use crate::tally::{Count, Tally};

/// Tries for each operation and account; a change is checked with eight. More would outlive the session of an account.
const EXAMPLES: &str = "50";

/// Long tests are long, but not for ever.
const LONGEST: Duration = Duration::from_hours(4);

/// Runs them all, or those whose name holds the word, on both databases; PostgreSQL with fsync on. A database on which
/// nothing ran is a failure.
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
    // The tests start the service as a process.
    cargo::build(house, "release")?;
    let name = format!("soak_{}", arguments.first().copied().unwrap_or_default());
    let tests = |database: Option<&str>| {
        let mut cargo = house.cargo();
        cargo.args(["test", "--release", "--package", "tests", "--test", "api", "--"]);
        cargo.args(["--ignored", "--nocapture", &name]);
        cargo.env("UMIS_PROGRAMS", house.target.join("release"));
        match database {
            Some(address) => cargo.env("UMIS_TEST_DATABASE", address),
            None => cargo.env_remove("UMIS_TEST_DATABASE"),
        };
        counted(&mut cargo, LONGEST).map(Count::of_something)
    };
    let mut tally = Tally::default();
    tally.stage("long tests on SQLite", || tests(None));
    tally.stage("long tests on PostgreSQL", || {
        if !missing.is_empty() {
            return Ok(Count::SKIPPED);
        }
        let cluster = Postgres::start(Durable::Yes)?;
        tests(Some(&cluster.address()))
    });
    Ok(tally.close())
}
