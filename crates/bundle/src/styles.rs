//! Styles: `critical` goes into the shell, `main` is the sheet of every page, `desk` comes with its code.
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::files::Files;

/// What the shell needs of the styles.
#[derive(Debug, Default)]
pub struct Styles {
    pub critical: String,
    pub main: Option<String>,
    pub desk: Option<String>,
}

/// Compiles what stands in `web/style`.
pub fn compile(root: &Path, files: &mut Files) -> Result<Styles> {
    let critical = sass(root, "critical")?.unwrap_or_default();
    let main = sass(root, "main")?.map(|css| files.asset("main", "css", css.as_bytes())).transpose()?;
    let desk = sass(root, "desk")?.map(|css| files.asset("desk", "css", css.as_bytes())).transpose()?;
    Ok(Styles { critical, main, desk })
}

/// One sheet; `None` where there is no such file.
fn sass(root: &Path, name: &str) -> Result<Option<String>> {
    let source = root.join("web/style").join(format!("{name}.scss"));
    if !source.exists() {
        return Ok(None);
    }
    let output = Command::new("node")
        .arg(root.join("node_modules/sass/sass.js"))
        .args(["--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps"])
        .arg(format!("--load-path={}", root.join("node_modules").display()))
        .arg(&source)
        .output()
        .context("styles need node and `npm ci`")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(Some(String::from_utf8(output.stdout)?.trim().to_owned()))
}
