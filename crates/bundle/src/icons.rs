//! The sprite of icons: every `web/icons/*.svg` becomes a symbol, `#icon-tick` for `tick.svg`.
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The sprite as it stands in the shell; empty without icons.
pub fn sprite(root: &Path) -> Result<String> {
    let Ok(folder) = fs::read_dir(root.join("web/icons")) else { return Ok(String::new()) };
    let mut names: Vec<_> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "svg"));
    names.sort();
    let mut symbols = String::new();
    for path in names {
        let name = path.file_stem().and_then(|stem| stem.to_str()).context("an icon without a name")?;
        let drawn = fs::read_to_string(&path)?;
        let symbol = symbol(name, &drawn).with_context(|| format!("{name}.svg is not one <svg> element"))?;
        symbols.push_str(&symbol);
    }
    if symbols.is_empty() {
        return Ok(symbols);
    }
    Ok(format!(
        "<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">{symbols}</svg>"
    ))
}

/// `<svg viewBox=… fill=…>…</svg>` as a symbol with the same drawing attributes.
fn symbol(name: &str, drawn: &str) -> Option<String> {
    let (_, rest) = drawn.split_once("<svg")?;
    let (head, rest) = rest.split_once('>')?;
    let (body, _) = rest.rsplit_once("</svg>")?;
    let mut symbol = format!("<symbol id=\"icon-{name}\"");
    for kept in ["viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"] {
        let Some((_, value)) = head.split_once(&format!(" {kept}=\"")) else { continue };
        let (value, _) = value.split_once('"')?;
        write!(symbol, " {kept}=\"{value}\"").ok()?;
    }
    let body: String = body.lines().map(str::trim).collect();
    Some(format!("{symbol}>{body}</symbol>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_becomes_a_symbol() {
        let drawn = "<svg xmlns=\"x\" width=\"20\" viewBox=\"0 0 20 20\" fill=\"none\" stroke-width=\"1.8\">\n  <path d=\"M1 1\"/>\n</svg>\n";
        assert_eq!(
            symbol("tick", drawn).unwrap(),
            "<symbol id=\"icon-tick\" viewBox=\"0 0 20 20\" fill=\"none\" stroke-width=\"1.8\"><path d=\"M1 1\"/></symbol>"
        );
        assert!(symbol("tick", "<path/>").is_none());
    }
}
