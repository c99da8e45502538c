//! The document read by a linter, and the service tried by Schemathesis as each account that is named (G11).
use std::process::Command;

use anyhow::Result;

use crate::House;
use crate::{cargo, parts};

/// Every demo account, and somebody without one.
pub const EVERYBODY: [&str; 6] = ["nobody", "hotel", "owner", "officer", "supervisor", "administrator"];

/// `tests/spec/run.mjs`, ready to run; nothing where its tools cannot be had.
pub fn command(house: &House, accounts: &[&str]) -> Result<Option<Command>> {
    let Some(tools) = parts::spec_tools(house)? else { return Ok(None) };
    cargo::build(house, "dev")?;
    let mut script = house.command("node");
    script.arg("tests/spec/run.mjs").args(accounts);
    script.env("UMIS_PROGRAMS", house.target.join("debug")).env("UMIS_SPEC_TOOLS", tools);
    Ok(Some(script))
}
