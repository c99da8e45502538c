//! What the machine must have besides Rust and Node: installed with apt as root, named otherwise.
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::House;
use crate::shell::{find, is_root, output, run, say, succeeds, timed};

/// A part of the system that some stage needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Postgres,
    Chromium,
    /// Letters for the screenshots and for Chromium's fallback.
    Fonts,
    Linker,
    /// What static files are measured beside.
    Nginx,
}

impl Part {
    const fn package(self) -> &'static str {
        match self {
            Self::Postgres => "postgresql",
            Self::Chromium => "chromium",
            Self::Fonts => "fonts-liberation",
            Self::Linker => "build-essential",
            Self::Nginx => "nginx-light",
        }
    }

    fn is_here(self) -> bool {
        match self {
            Self::Postgres => postgres_folder().is_some(),
            Self::Chromium => chromium().is_some(),
            Self::Fonts => Path::new("/usr/share/fonts/truetype/liberation").is_dir(),
            Self::Linker => find("cc").is_some(),
            Self::Nginx => Path::new("/usr/sbin/nginx").is_file() || find("nginx").is_some(),
        }
    }
}

/// Installs what is missing, or names it. Gives the parts that are still missing.
pub fn system(needed: &[Part]) -> Result<Vec<Part>> {
    let missing: Vec<Part> = needed.iter().copied().filter(|part| !part.is_here()).collect();
    if missing.is_empty() {
        return Ok(missing);
    }
    let packages: Vec<&str> = missing.iter().map(|part| part.package()).collect();
    let line = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    if !is_root() || find("apt-get").is_none() {
        say(&format!("missing: {}. Install them with: sudo {line}", packages.join(", ")));
        return Ok(missing);
    }
    timed(&format!("installing {}", packages.join(", ")), || {
        let apt = |arguments: &[&str]| {
            let mut command = std::process::Command::new("apt-get");
            output(command.args(["-q", "-y"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt(&["update"])?;
        apt(&[&["install", "--no-install-recommends"], packages.as_slice()].concat())
    })?;
    Ok(missing.into_iter().filter(|part| !part.is_here()).collect())
}

/// The folder of `initdb` and `pg_ctl`, the newest version first.
pub fn postgres_folder() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin")))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, bin)| bin);
    newest.or_else(|| Some(find("initdb")?.parent()?.to_owned()))
}

/// The browser of the tests.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find)
}

/// The target of the page: two seconds, once.
pub fn wasm_target(house: &House) -> Result<()> {
    let sysroot = output(house.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    timed("adding the WASM target", || {
        run(house.command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
            .context("rustup is needed once, for the WASM target")
    })
}

/// The npm parts, as package-lock.json names them.
pub fn npm(house: &House) -> Result<()> {
    let version = output(house.command("node").arg("--version")).context("Node 20 or newer is needed")?;
    let major: u32 = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default().parse()?;
    if major < 20 {
        bail!("Node 20 or newer is needed; this is {}", version.trim());
    }
    let (lock, mark) = (house.root.join("package-lock.json"), house.root.join("node_modules/.umis-lock"));
    let wanted = fs::read(&lock)?;
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    timed("installing npm parts", || output(house.command("npm").args(["ci", "--no-progress"])))?;
    fs::write(mark, wanted)?;
    Ok(())
}

/// What every command that builds needs.
pub fn toolchain(house: &House) -> Result<()> {
    if !succeeds(house.command("cargo").arg("--version")) {
        bail!("Rust is needed: rustup installs it");
    }
    if !system(&[Part::Linker])?.is_empty() {
        bail!("nothing can be built without a C compiler and linker");
    }
    wasm_target(house)?;
    npm(house)
}

/// The Python tools that read the document, in a folder of their own; none where they cannot be had.
pub fn spec_tools(house: &House) -> Result<Option<PathBuf>> {
    let (list, folder) = (house.root.join("tests/spec/requirements.txt"), house.target.join("spec-tools"));
    let (wanted, mark) = (fs::read(&list)?, folder.join("umis-list"));
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(Some(folder));
    }
    let installed = timed("installing the tools that read the document", || {
        let made = succeeds(house.command("python3").args(["-m", "venv", "--clear"]).arg(&folder));
        let pip = folder.join("bin/pip");
        Ok(made && succeeds(house.command(pip).args(["install", "--quiet", "--requirement"]).arg(&list)))
    })?;
    if !installed {
        say("left out: the document's tools need python3 with venv, and pip its registry. Install with: \
             sudo apt-get install --yes python3-venv");
        return Ok(None);
    }
    fs::write(mark, wanted)?;
    Ok(Some(folder))
}
