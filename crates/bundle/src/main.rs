//! Makes the page that `umis serve --page DIR` gives out: `umis-bundle --profile wasm-dev|wasm-release --out DIR`.
mod budget;
#[cfg(test)]
mod contrast_tests;
mod files;
mod fonts;
mod icons;
mod inputs;
mod shell;
mod styles;
mod together;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::files::Files;

/// How the page is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Profile {
    /// For work on the page: in seconds, large.
    Quick,
    /// As visitors get it.
    Release,
}

impl Profile {
    /// The name of the cargo profile.
    const fn cargo(self) -> &'static str {
        match self {
            Self::Quick => "wasm-dev",
            Self::Release => "wasm-release",
        }
    }
}

/// What was asked for on the command line.
struct Order {
    root: PathBuf,
    out: PathBuf,
    profile: Profile,
    force: bool,
}

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<()> {
    let order = order()?;
    let fingerprint = inputs::fingerprint(&order.root, order.profile.cargo())?;
    if !order.force && inputs::is_current(&order.out, &fingerprint) {
        println!("page is current: {}", order.out.display());
        return Ok(());
    }
    // Built beside the old one and put in its place at the end: a build that fails leaves the old page.
    let fresh = order.out.with_extension("new");
    let _ = fs::remove_dir_all(&fresh);
    fs::create_dir_all(&fresh)?;
    build(&order, &fresh, &fingerprint)?;
    let _ = fs::remove_dir_all(&order.out);
    fs::rename(&fresh, &order.out).with_context(|| format!("cannot put {} in place", order.out.display()))?;
    Ok(())
}

fn build(order: &Order, fresh: &Path, fingerprint: &str) -> Result<()> {
    let mut files = Files::new(fresh);
    let root = &order.root;
    let code = step("code", || wasm::build(root, order.profile, &mut files))?;
    let fonts = step("fonts", || fonts::cut(root, &mut files))?;
    let styles = step("styles", || styles::compile(root, &mut files))?;
    let sprite = step("icons", || icons::sprite(root))?;
    let texts = step("texts", || shell::tables(&code.shared, &mut files))?;
    let parts = shell::Parts { code: &code, fonts: &fonts, styles: &styles, sprite: &sprite, texts: &texts };
    let shells = step("shells", || shell::write(root, &parts, &mut files))?;
    step("compressed copies", || files.compress(order.profile))?;
    files.manifest(&shells, order.profile.cargo(), fingerprint)?;
    budget::print(&files, &parts, &shells, order.profile)
}

/// Runs one step and says how long it took.
fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let done = work().with_context(|| format!("page: {name}"))?;
    println!("page: {name:<18} {:>6.1} s", start.elapsed().as_secs_f32());
    Ok(done)
}

fn order() -> Result<Order> {
    let (mut profile, mut out, mut force) = (Profile::Quick, None, false);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--profile" => {
                profile = match arguments.next().as_deref() {
                    Some("wasm-dev") => Profile::Quick,
                    Some("wasm-release") => Profile::Release,
                    other => bail!("--profile is wasm-dev or wasm-release, not {other:?}"),
                };
            }
            "--out" => out = arguments.next().map(PathBuf::from),
            "--force" => force = true,
            other => bail!("unknown argument {other}"),
        }
    }
    let out = out.context("say where: --out DIR")?;
    Ok(Order { root: env::current_dir()?, out, profile, force })
}
