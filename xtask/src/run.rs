//! `cargo xtask run`: from a bare machine to the product in a browser.
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::House;
use crate::service::{Product, usual_port};
use crate::shell::say;
use crate::{cargo, page, parts};

/// People of the demo population: every kind of host, every state of a registration.
const PEOPLE: u32 = 300;

/// Sets up, starts, and stays until Ctrl-C.
pub fn run(house: &House, arguments: &[&str]) -> Result<ExitCode> {
    let start = Instant::now();
    let (cargo_profile, built, profile) = match arguments {
        [] => ("dev", "debug", "wasm-dev"),
        ["--release"] => ("release", "release", "wasm-release"),
        other => bail!("run knows only --release, not {other:?}"),
    };
    parts::toolchain(house)?;
    cargo::build(house, cargo_profile)?;
    let page = page::page(house, profile)?;
    let product =
        Product { built, home: house.root.join("var/demo"), page, port: usual_port()?, people: PEOPLE };
    let mut running = product.start(house)?;
    say(&format!("started in {:.1} s", start.elapsed().as_secs_f32()));
    println!("\n  {}/\n\n{}", running.address, product.sign_ins());
    println!("  API: {0}/docs   logs: {1}   stop: Ctrl-C", running.address, product.home.display());
    let status = running.service.wait()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
