//! The code of the page: cargo, split into the parts that are fetched when opened, bindings, wasm-opt.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::Profile;
use crate::files::{Files, short_hash};
use crate::together;

/// Named one by one: `--all-features` emits what browsers refuse.
const FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "reference-types",
    "multivalue",
    "sign-ext",
    "nontrapping-float-to-int",
    "mutable-globals",
    "call-indirect-overlong",
];

/// Addresses of the code, and where the build step of `shared` left texts and law.
#[derive(Debug, Default)]
pub struct Code {
    pub glue: String,
    pub links: String,
    pub main: String,
    /// Name of a part and the addresses of its files, in the order they are fetched.
    pub parts: BTreeMap<String, Vec<String>>,
    pub shared: PathBuf,
}

/// Builds `web` and keeps its files.
pub fn build(root: &Path, profile: Profile, files: &mut Files) -> Result<Code> {
    let (binary, shared) = cargo(root, profile)?;
    let scratch = files.scratch()?;
    let input = fs::read(&binary)?;
    let mut options = wasm_split_cli_support::Options::new(&input);
    let main = scratch.join("split-main.wasm");
    (options.output_dir, options.main_out_path) = (&scratch, &main);
    (options.main_module, options.link_name) = ("./app.js", "./links.js");
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("split: {error:#}"))?;

    let mut bindgen = Bindgen::new();
    bindgen.input_path(&main).out_name("app").web(true)?;
    bindgen.typescript(false).keep_lld_exports(true).omit_default_module_path(true);
    bindgen.generate(&scratch).context("bindings")?;

    // The main part is the largest: it begins first.
    let mut pieces = vec![scratch.join("app_bg.wasm")];
    pieces.extend(split.split_modules.iter().cloned());
    let mut small = together::each(&pieces, |piece| smaller(root, profile, piece))?.into_iter();
    let main = small.next().context("no main part")?;
    let mut renamed = BTreeMap::new();
    for (part, content) in split.split_modules.iter().zip(small) {
        let name = part.file_stem().and_then(|stem| stem.to_str()).context("a part without a name")?;
        renamed.insert(name.to_owned(), files.asset(name, "wasm", &content)?);
    }
    let mut code = Code { shared, ..Code::default() };
    for (part, needed) in split.prefetch_map {
        let addresses = needed.iter().filter_map(|name| renamed.get(name).cloned()).collect();
        code.parts.insert(part, addresses);
    }
    code.main = files.asset("app", "wasm", &main)?;

    // The two scripts name each other, so one hash over both is in both names.
    let glue = fs::read_to_string(scratch.join("app.js"))?;
    let mut links = fs::read_to_string(scratch.join("links.js"))?;
    for (name, address) in &renamed {
        let address = address.trim_start_matches("/assets/");
        links = links.replace(&format!("\"./{name}.wasm\""), &format!("\"./{address}\""));
    }
    let hash = short_hash(format!("{glue}{links}").as_bytes());
    // Only where it is an address: the same words also name the module inside the WASM.
    let glue = glue.replace("from \"./links.js\"", &format!("from \"./links.{hash}.js\""));
    let links = links.replace("from \"./app.js\"", &format!("from \"./app.{hash}.js\""));
    code.glue = files.named_asset("app", "js", &hash, glue.as_bytes())?;
    code.links = files.named_asset("links", "js", &hash, links.as_bytes())?;
    Ok(code)
}

/// Runs cargo; gives the WASM file and the output folder of `shared`'s build step.
fn cargo(root: &Path, profile: Profile) -> Result<(PathBuf, PathBuf)> {
    let output = Command::new("cargo")
        .current_dir(root)
        .args(["rustc", "--package", "web", "--bin", "web", "--target", "wasm32-unknown-unknown"])
        .args(["--profile", profile.cargo(), "--message-format", "json-render-diagnostics"])
        // Only the last crate gets the flag: what `cargo build` made of the others is used again.
        .args(["--", "-Clink-args=--emit-relocs"])
        // Views of one erased type: less code than a type for each.
        .envs(
            (profile == Profile::Release)
                .then_some(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg erase_components")),
        )
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("cargo could not build the page");
    }
    let (mut binary, mut shared) = (None, None);
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let text = |key: &str| message.get(key).and_then(Value::as_str).unwrap_or_default();
        let package = text("package_id");
        match text("reason") {
            "compiler-artifact" if package.contains("/web#") => {
                let files = message.get("filenames").and_then(Value::as_array);
                binary = files.and_then(|files| {
                    let mut files = files.iter().filter_map(Value::as_str).map(PathBuf::from);
                    files.find(|file| file.extension().is_some_and(|end| end == "wasm"))
                });
            }
            "build-script-executed" if package.contains("/shared#") => {
                shared = Some(PathBuf::from(text("out_dir")));
            }
            _ => {}
        }
    }
    let binary = binary.context("cargo named no .wasm file")?;
    Ok((binary, shared.context("cargo named no output of the build step of shared")?))
}

/// wasm-opt in release; as it is otherwise.
fn smaller(root: &Path, profile: Profile, file: &Path) -> Result<Vec<u8>> {
    if profile == Profile::Quick {
        return Ok(fs::read(file)?);
    }
    let small = file.with_extension("small.wasm");
    let status = Command::new("node")
        .arg(root.join("node_modules/binaryen/bin/wasm-opt"))
        .arg(file)
        .args(["-Oz", "--strip-debug", "--strip-producers", "-o"])
        .arg(&small)
        .args(FEATURES.iter().map(|feature| format!("--enable-{feature}")))
        .status()
        .context("wasm-opt needs node and `npm ci`")?;
    if !status.success() {
        bail!("wasm-opt refused {}", file.display());
    }
    Ok(fs::read(small)?)
}
