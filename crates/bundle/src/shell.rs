//! The HTML that paints before the code comes: `web/index.html` filled for each language and each of `web/shells/*.html`.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::files::Files;
use crate::fonts::Fonts;
use crate::styles::Styles;
use crate::wasm::Code;

const LANGUAGES: [&str; 3] = ["az", "en", "ru"];

/// The catalogue of one language: where its two parts lie and what it says.
#[derive(Debug)]
pub struct Texts {
    pub language: &'static str,
    /// What a first visit shows.
    pub first: String,
    pub later: String,
    table: Value,
}

/// Keeps the tables that the build step of `shared` wrote.
pub fn tables(shared: &Path, files: &mut Files) -> Result<Vec<Texts>> {
    LANGUAGES
        .into_iter()
        .map(|language| {
            let read = |part: &str| fs::read(shared.join(format!("{part}.{language}.json")));
            let first = files.asset(&format!("texts-{language}"), "json", &read("first")?)?;
            let later = files.asset(&format!("texts-{language}-later"), "json", &read("later")?)?;
            Ok(Texts { language, first, later, table: serde_json::from_slice(&read("page")?)? })
        })
        .collect()
}

/// All that a shell is made of.
pub struct Parts<'a> {
    pub code: &'a Code,
    pub fonts: &'a Fonts,
    pub styles: &'a Styles,
    pub sprite: &'a str,
    pub texts: &'a [Texts],
}

/// What the server must know of the shells.
#[derive(Debug, Default)]
pub struct Shells {
    /// `{"language", "path", "file"}`; without a path it serves every other address of its language.
    pub pages: Vec<Value>,
    /// Sources for `script-src` and `style-src`.
    pub scripts: BTreeSet<String>,
    pub styles: BTreeSet<String>,
}

/// What one route paints first.
struct Body {
    name: String,
    /// Addresses without the language; none: every other address.
    paths: Vec<String>,
    title: Option<String>,
    html: String,
}

/// Writes every shell.
pub fn write(root: &Path, parts: &Parts, files: &mut Files) -> Result<Shells> {
    let template = fs::read_to_string(root.join("web/index.html"))?;
    let theme = script(&fs::read_to_string(root.join("web/theme.js"))?);
    let boot = format!(
        "import start from\"{}\";start({{module_or_path:\"{}\"}}).catch(why=>{{console.error(why);document.getElementById(\"failed\").hidden=false}})",
        parts.code.glue, parts.code.main
    );
    let icon = files.asset("favicon", "svg", &fs::read(root.join("web/favicon.svg"))?)?;
    let critical = format!("{}{}", parts.fonts.css, parts.styles.critical);
    let mut shells = Shells {
        scripts: [source(&theme), source(&boot)].into(),
        styles: [source(&critical)].into(),
        ..Shells::default()
    };
    for body in bodies(root)? {
        for texts in parts.texts {
            let title = body.title.as_deref().map(|key| texts.say(key)).transpose()?;
            let name = texts.say("app-name")?;
            let values = BTreeMap::from([
                ("lang", texts.language.to_owned()),
                ("title", title.map_or(name.clone(), |title| format!("{title} · {name}"))),
                ("theme", theme.clone()),
                ("boot", boot.clone()),
                ("critical", critical.clone()),
                ("preload", preload(parts, texts, body.name == START)),
                ("favicon", icon.clone()),
                ("icons", parts.sprite.to_owned()),
                ("settings", settings(parts)),
                (
                    "body",
                    fill(&body.html, &BTreeMap::from([("lang", texts.language.to_owned())]), texts)
                        .context(body.name.clone())?,
                ),
            ]);
            let html = fill(&template, &values, texts).context("web/index.html")?;
            let file = match body.name.as_str() {
                "any" => format!("shell.{}.html", texts.language),
                name => format!("shell.{}.{name}.html", texts.language),
            };
            files.shell(&file, html.as_bytes())?;
            let paths = body.paths.iter().map(|path| json!(format!("/{}{path}", texts.language)));
            let paths: Vec<Value> = if body.paths.is_empty() { vec![Value::Null] } else { paths.collect() };
            for path in paths {
                shells.pages.push(json!({ "language": texts.language, "path": path, "file": file }));
            }
        }
    }
    Ok(shells)
}

impl Texts {
    /// A text without values, ready for HTML.
    fn say(&self, key: &str) -> Result<String> {
        match self.table.get(key) {
            Some(Value::String(text)) => Ok(escaped(text)),
            Some(_) => bail!("{key} needs values; a shell can only show plain texts"),
            None => bail!("{key} stands in no catalogue"),
        }
    }
}

/// `web/shells/*.html`: a first line `<!-- path: /, /start · title: start-title -->`, then what stands in the page.
/// `any.html` has no path and serves all other addresses.
fn bodies(root: &Path) -> Result<Vec<Body>> {
    let mut paths: Vec<_> =
        fs::read_dir(root.join("web/shells"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "html"));
    paths.sort();
    let mut bodies = Vec::new();
    for path in paths {
        let name =
            path.file_stem().and_then(|stem| stem.to_str()).context("a shell without a name")?.to_owned();
        let html = fs::read_to_string(&path)?;
        let (head, html) = match html.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            Some((head, rest)) => (head.to_owned(), rest.to_owned()),
            None => (String::new(), html),
        };
        let mut body = Body { name, paths: Vec::new(), title: None, html: html.trim().to_owned() };
        for word in head.split('·') {
            match word.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
                Some(("path", value)) => {
                    body.paths = value.split(',').map(|path| path.trim().to_owned()).collect();
                }
                Some(("title", value)) => body.title = Some(value.to_owned()),
                _ => {}
            }
        }
        bodies.push(body);
    }
    Ok(bodies)
}

/// Replaces `{{name}}`; `{{t key}}` is a text of the catalogue.
fn fill(template: &str, values: &BTreeMap<&str, String>, texts: &Texts) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (hole, after) = after.split_once("}}").context("a {{ without }}")?;
        filled.push_str(before);
        match (hole.strip_prefix("t "), values.get(hole)) {
            (Some(key), _) => filled.push_str(&texts.say(key.trim())?),
            (None, Some(value)) => filled.push_str(value),
            (None, None) => bail!("nothing is called {{{{{hole}}}}}"),
        }
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The shell of the page that says no more than a first visit shows.
const START: &str = "start";

/// What is fetched beside the HTML: the sheet, the fonts of the language, code and texts.
fn preload(parts: &Parts, texts: &Texts, start: bool) -> String {
    let mut links = String::new();
    let mut link = |rest: &str| {
        let _ = write!(links, "<link {rest}>");
    };
    if let Some(sheet) = &parts.styles.main {
        link(&format!("rel=\"stylesheet\" href=\"{sheet}\""));
    }
    for (_, font) in parts.fonts.preload.iter().filter(|(language, _)| language == texts.language) {
        link(&format!("rel=\"preload\" href=\"{font}\" as=\"font\" type=\"font/woff2\" crossorigin"));
    }
    for script in [&parts.code.glue, &parts.code.links] {
        link(&format!("rel=\"modulepreload\" href=\"{script}\""));
    }
    link(&format!(
        "rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin",
        parts.code.main
    ));
    let words = [Some(&texts.first), (!start).then_some(&texts.later)];
    for words in words.into_iter().flatten() {
        link(&format!("rel=\"preload\" href=\"{words}\" as=\"fetch\" type=\"application/json\" crossorigin"));
    }
    links
}

/// What the code reads of the shell: addresses whose names carry a hash.
fn settings(parts: &Parts) -> String {
    let texts: BTreeMap<_, _> =
        parts.texts.iter().map(|texts| (texts.language, [&texts.first, &texts.later])).collect();
    let fonts: BTreeMap<_, _> = parts.fonts.addresses.iter().map(|(name, address)| (name, address)).collect();
    let settings = json!({ "texts": texts, "styles": { "desk": parts.styles.desk }, "fonts": fonts });
    settings.to_string().replace('<', "\\u003c")
}

/// A script of ours in one line; it has no line comments and ends its statements.
fn script(source: &str) -> String {
    source.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect()
}

/// The source expression that lets this inline text through the CSP.
fn source(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
