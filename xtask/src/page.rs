//! The page, made by `umis-bundle`; nothing is done when nothing changed.
use std::path::PathBuf;

use anyhow::Result;

use crate::House;
use crate::shell::{run, timed};

/// Makes the page with the profile `wasm-dev` or `wasm-release`; gives its folder.
pub fn page(house: &House, profile: &str) -> Result<PathBuf> {
    timed("building the bundler", || {
        run(house.cargo().args(["build", "--quiet", "--package", "bundle", "--profile", "tools"]))
    })?;
    let folder = house.target.join("page").join(profile);
    timed("making the page", || {
        let mut bundle = house.command(house.program("tools", "umis-bundle"));
        run(bundle.args(["--profile", profile, "--out"]).arg(&folder).env("CARGO_TARGET_DIR", &house.target))
    })?;
    Ok(folder)
}
