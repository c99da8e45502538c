//! Fonts: five files cut by unicode-range, and a fallback of the same width, so that swapping moves nothing.
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::files::Files;

/// The width of the same sample of letters in Arial and in what replaces it, in parts of an em.
const ARIAL: f64 = 0.446_533_898;

/// What the shell needs of the fonts.
#[derive(Debug, Default)]
pub struct Fonts {
    /// `@font-face` of every file and of the fallback.
    pub css: String,
    /// Language and the addresses to fetch ahead.
    pub preload: Vec<(String, String)>,
    /// Name and address.
    pub addresses: Vec<(String, String)>,
}

/// Cuts the fonts by `web/fonts/fonts.json`.
pub fn cut(root: &Path, files: &mut Files) -> Result<Fonts> {
    let scratch = files.scratch()?;
    let status = Command::new("node")
        .arg(root.join("crates/bundle/fonts.mjs"))
        .args([root, scratch.as_path()])
        .status()
        .context("fonts need node")?;
    if !status.success() {
        bail!("the fonts could not be cut; is `npm ci` done?");
    }
    let plan: Value = serde_json::from_slice(&fs::read(root.join("web/fonts/fonts.json"))?)?;
    let mut made = Fonts::default();
    for font in plan.get("fonts").and_then(Value::as_array).context("fonts.json lists no fonts")? {
        let text = |key: &str| font.get(key).and_then(Value::as_str).context(format!("fonts.json: {key}"));
        let list = |key: &str| -> Vec<&str> {
            font.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let name = text("name")?;
        let address = files.asset(name, "woff2", &fs::read(scratch.join(format!("{name}.woff2")))?)?;
        let ranges: Vec<String> = list("ranges").iter().map(|range| format!("U+{range}")).collect();
        write!(
            made.css,
            "@font-face{{font-family:\"{}\";font-weight:{};font-style:normal;font-display:swap;src:url({address})format(\"woff2\");unicode-range:{}}}",
            text("family")?,
            text("weight")?,
            ranges.join(",")
        )?;
        made.preload.extend(list("preload").iter().map(|lang| ((*lang).to_owned(), address.clone())));
        made.addresses.push((name.to_owned(), address));
    }
    let metrics: Value = serde_json::from_slice(&fs::read(scratch.join("metrics.json"))?)?;
    for (family, measured) in metrics.as_object().into_iter().flatten() {
        let number = |key: &str| measured.get(key).and_then(Value::as_f64).context("metrics.json");
        let size = number("width")? / ARIAL;
        write!(
            made.css,
            "@font-face{{font-family:\"{family} Fallback\";src:local(\"Arial\"),local(\"Liberation Sans\"),local(\"Helvetica\");size-adjust:{:.2}%;ascent-override:{:.2}%;descent-override:{:.2}%;line-gap-override:0%}}",
            size * 100.0,
            number("ascent")? / size * 100.0,
            number("descent")? / size * 100.0
        )?;
    }
    Ok(made)
}
