//! `cargo xtask soak`: the tests that take too long for every change; they are marked `#[ignore]` and begin with `soak_`.
use std::process::ExitCode;

use anyhow::Result;

use crate::House;
use crate::parts::{self, Part};
use crate::postgres::{Durable, Postgres};
use crate::shell::{run, say};

/// Runs them all, or those whose name holds the word, on both databases; PostgreSQL with fsync on.
pub fn soak(house: &House, arguments: &[&str]) -> Result<ExitCode> {
    parts::toolchain(house)?;
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
