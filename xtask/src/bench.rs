//! `cargo xtask bench`: the product beside its limits in one run; the measuring itself is `tests/src/bin/umis-bench.rs`.
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::House;
use crate::parts::{self, Part};
use crate::postgres::{Durable, Postgres};
use crate::shell::run;
use crate::{cargo, page};

/// Builds everything as it is installed, starts a durable PostgreSQL, and measures.
pub fn bench(house: &House, arguments: &[&str]) -> Result<ExitCode> {
    parts::toolchain(house)?;
    if !parts::system(&[Part::Postgres, Part::Nginx])?.is_empty() {
        bail!("the measurement stands beside PostgreSQL and nginx");
    }
    cargo::build(house, "release")?;
    let page = page::page(house, "wasm-release")?;
    let cluster = Postgres::start(Durable::Yes)?;
    let mut bench = house.command(house.program("release", "umis-bench"));
    bench.args(arguments).env("UMIS_PAGE", page).env("UMIS_PROGRAMS", house.target.join("release"));
    bench.env("UMIS_POSTGRES", cluster.socket());
    bench.env("UMIS_POSTGRES_PROGRAMS", parts::postgres_folder().unwrap_or_default());
    run(&mut bench)?;
    Ok(ExitCode::SUCCESS)
}
