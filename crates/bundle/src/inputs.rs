//! Has anything changed since the page was made? One hash over all that goes in.
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::files::hex;

/// Folders and files whose content decides how the page comes out.
const INPUTS: [&str; 9] = [
    "web",
    "shared",
    "crates/texts",
    "crates/bundle",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
    "rust-toolchain.toml",
];

/// The hash of every input, of its name, and of the profile.
pub fn fingerprint(root: &Path, profile: &str) -> Result<String> {
    let mut paths = Vec::new();
    for input in INPUTS {
        collect(&root.join(input), &mut paths)?;
    }
    paths.sort();
    let mut hash = Sha256::new();
    hash.update(profile);
    for path in paths {
        hash.update(path.strip_prefix(root).unwrap_or(&path).to_string_lossy().as_bytes());
        hash.update(Sha256::digest(fs::read(&path)?));
    }
    Ok(hex(&hash.finalize()))
}

/// Was the page in `out` made from these inputs?
pub fn is_current(out: &Path, fingerprint: &str) -> bool {
    let manifest = fs::read(out.join("bundle.json")).ok();
    let manifest: Option<Value> = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    manifest.is_some_and(|manifest| manifest.get("inputs").and_then(Value::as_str) == Some(fingerprint))
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), found)?;
        }
    } else if path.is_file() {
        found.push(path.to_owned());
    }
    Ok(())
}
