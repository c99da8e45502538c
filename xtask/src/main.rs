//! The project's own commands: `cargo xtask` alone lists them.
mod bench;
mod cargo;
mod dist;
mod page;
mod parts;
mod postgres;
mod run;
mod service;
mod shell;
mod soak;
mod spec;
mod suite;
mod tally;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// Name, what follows it, what it does.
const COMMANDS: [(&str, &str, &str); 7] = [
    ("run", "[--release]", "set everything up, start the product with a demo population"),
    (
        "test",
        "[stage …]",
        "everything that CI checks; stages: format clippy page suite postgres spec browser",
    ),
    ("soak", "[name]", "long tests: crash loops, scale, simulations; spec: the document towards everybody"),
    ("bench", "[size]", "the product beside its limits, into docs/benchmarks.md"),
    ("dist", "", "what is installed on a server, into dist/"),
    ("openapi", "", "write openapi.yaml anew"),
    ("fmt", "", "format the sources"),
];

fn main() -> ExitCode {
    match perform() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform() -> Result<ExitCode> {
    let house = House::find()?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let rest: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    match arguments.first().map(String::as_str) {
        Some("run") => run::run(&house, &rest),
        Some("test") => suite::test(&house, &rest),
        Some("soak") => soak::soak(&house, &rest),
        Some("bench") => bench::bench(&house, &rest),
        Some("dist") => dist::dist(&house),
        Some("openapi") => cargo::openapi(&house),
        Some("fmt") => shell::run(house.cargo().args(["fmt", "--all"])).map(|()| ExitCode::SUCCESS),
        None | Some("help" | "--help") => {
            for (name, arguments, purpose) in COMMANDS {
                println!("cargo xtask {:<18} {purpose}", format!("{name} {arguments}"));
            }
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => bail!("no command is called {other}; `cargo xtask` lists them"),
    }
}

/// Where the sources are and where things are built.
pub struct House {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl House {
    fn find() -> Result<Self> {
        // Where cargo found it today: two clones that build into one folder share this program.
        let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&own).parent().context("xtask has no folder above")?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(target) => PathBuf::from(target),
            // Outside the checkout, so that a fresh clone finds what the last one built.
            None => env::var_os("HOME")
                .map_or_else(|| root.join("target"), |home| Path::new(&home).join(".cache/umis/target")),
        };
        Ok(Self { root: root.to_owned(), target })
    }

    /// Cargo in this house.
    pub fn cargo(&self) -> std::process::Command {
        let mut cargo = self.command("cargo");
        cargo.env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// Any program, in the folder of the sources.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> std::process::Command {
        let mut command = std::process::Command::new(program);
        command.current_dir(&self.root);
        // What the cargo that started us says of itself would change what our own cargo does.
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST") || name == "CARGO" {
                command.env_remove(name.as_ref());
            }
        }
        command
    }

    /// A program of ours that was built with the profile `dev` or `release`.
    pub fn program(&self, folder: &str, name: &str) -> PathBuf {
        self.target.join(folder).join(name)
    }
}
