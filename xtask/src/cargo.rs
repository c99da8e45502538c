//! Building the house's programs and its tests.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::House;
use crate::shell::{output, run, timed};

/// The service and the stand-ins of other institutions.
pub fn build(house: &House, profile: &str) -> Result<()> {
    timed("building the service and the simulators", || {
        run(house.cargo().args([
            // All programs at once: the same features as the tests, so nothing is compiled twice.
            "build",
            "--workspace",
            "--exclude",
            "web",
            "--bins",
            "--profile",
            profile,
        ]))
    })
}

/// Writes what the handlers say about themselves.
pub fn openapi(house: &House) -> Result<ExitCode> {
    build(house, "dev")?;
    let text = output(house.command(house.program("debug", "umis")).arg("openapi"))?;
    fs::write(house.root.join("openapi.yaml"), text)?;
    println!("openapi.yaml is current");
    Ok(ExitCode::SUCCESS)
}

/// A test program: which package's, which target's, and where it lies.
pub struct TestProgram {
    pub name: String,
    pub package: PathBuf,
    pub file: PathBuf,
}

/// Compiles every native test once; the programs are then run against each database.
pub fn tests(house: &House) -> Result<Vec<TestProgram>> {
    let result = house
        .cargo()
        .args([
            "test",
            "--workspace",
            "--exclude",
            "web",
            "--no-run",
            "--message-format",
            "json-render-diagnostics",
        ])
        .stderr(Stdio::inherit())
        .output()
        .context("cargo test")?;
    if !result.status.success() {
        bail!("the tests do not compile");
    }
    let mut programs = Vec::new();
    for line in String::from_utf8_lossy(&result.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
        let tested = message.pointer("/profile/test").and_then(Value::as_bool).unwrap_or_default();
        let (true, Some(file), Some(manifest)) = (tested, text("/executable"), text("/manifest_path")) else {
            continue;
        };
        let package = Path::new(manifest).parent().context("a manifest without a folder")?.to_owned();
        let room = package.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let target = text("/target/name").unwrap_or_default();
        let name = if room == target { room } else { format!("{room}: {target}") };
        programs.push(TestProgram { name, package, file: PathBuf::from(file) });
    }
    Ok(programs)
}
