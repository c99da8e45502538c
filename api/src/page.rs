//! The page: read into memory at start, given out compressed; a shell for each language, immutable assets.
use std::{collections::HashMap, fs, path::Path};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
    web::Bytes,
};
use anyhow::Context;
use serde::Deserialize;
use shared::identity::Language;

use crate::packed;

/// What `bundle.json` lists.
#[derive(Debug, Deserialize)]
struct Manifest {
    files: Vec<ManifestFile>,
    shells: Vec<Shell>,
    csp: Csp,
}

#[derive(Debug, Deserialize)]
struct ManifestFile {
    path: String,
    #[serde(rename = "type")]
    kind: String,
    sha256: String,
    br: Option<usize>,
    gz: Option<usize>,
    immutable: bool,
}

#[derive(Debug, Deserialize)]
struct Shell {
    language: String,
    path: Option<String>,
    file: String,
}

#[derive(Debug, Default, Deserialize)]
struct Csp {
    script: Vec<String>,
    style: Vec<String>,
}

struct File {
    kind: String,
    tag: String,
    immutable: bool,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// The whole bundle; empty where the service runs without a page.
#[derive(Default)]
pub struct Page {
    files: HashMap<String, File>,
    /// Address → file of its shell.
    shells: HashMap<String, String>,
    /// Language → shell of every other address.
    any: HashMap<String, String>,
    policy: String,
}

impl Page {
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        Self::load(|name| Ok(fs::read(folder.join(name))?.into()))
            .with_context(|| format!("{} holds no page; make one: cargo xtask dist", folder.display()))
    }

    /// The page inside this program, or none.
    pub fn carried() -> anyhow::Result<Self> {
        let Some(files) = packed::files()? else { return Ok(Self::default()) };
        Self::load(|name| files.get(name).cloned().with_context(|| format!("{name} is not inside")))
    }

    fn load(get: impl Fn(&str) -> anyhow::Result<Bytes>) -> anyhow::Result<Self> {
        let manifest = get("bundle.json")?;
        let manifest: Manifest = serde_json::from_slice(&manifest).context("bundle.json")?;
        let mut page = Self { policy: policy(&manifest.csp), ..Self::default() };
        for file in manifest.files {
            let name = file.path.trim_start_matches('/');
            let read = |end: &str| get(&format!("{name}{end}"));
            let copy = |size: Option<usize>, end: &str| size.map(|_| read(end)).transpose();
            let kept = File {
                tag: format!("\"{}\"", file.sha256.get(..16).unwrap_or_default()),
                immutable: file.immutable,
                plain: read("").with_context(|| file.path.clone())?,
                brotli: copy(file.br, ".br")?,
                gzip: copy(file.gz, ".gz")?,
                kind: file.kind,
            };
            page.files.insert(file.path, kept);
        }
        for shell in manifest.shells {
            match shell.path {
                Some(path) => page.shells.insert(path, shell.file),
                None => page.any.insert(shell.language, shell.file),
            };
        }
        Ok(page)
    }

    /// The answer to an address of the page; `None` for what is not the page's.
    pub fn answer(&self, request: &HttpRequest) -> Option<HttpResponse> {
        let path = request.path();
        if path == "/" {
            return (!self.any.is_empty()).then(|| to_language(request));
        }
        if path.starts_with("/api/") {
            return None;
        }
        if let Some(file) = self.files.get(path) {
            return Some(self.give(request, file, false));
        }
        let trimmed = path.strip_suffix('/').unwrap_or(path);
        let language = trimmed.split('/').nth(1).unwrap_or_default();
        let shell = self
            .shells
            .get(path)
            .or_else(|| self.shells.get(trimmed))
            .or_else(|| self.shells.get(&format!("{trimmed}/")))
            .or_else(|| self.any.get(language))?;
        self.files.get(shell).map(|file| self.give(request, file, true))
    }

    fn give(&self, request: &HttpRequest, file: &File, shell: bool) -> HttpResponse {
        let asked = |name: header::HeaderName| {
            request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
        };
        let keep = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut answer = if asked(header::IF_NONE_MATCH) == file.tag {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        answer
            .insert_header((header::ETAG, file.tag.clone()))
            .insert_header((header::CACHE_CONTROL, keep))
            .insert_header((header::VARY, "Accept-Encoding"));
        if shell {
            answer.insert_header((header::CONTENT_SECURITY_POLICY, self.policy.clone()));
        }
        if asked(header::IF_NONE_MATCH) == file.tag {
            return answer.finish();
        }
        answer.content_type(file.kind.clone());
        let accepts = |coding: &str| accepts(asked(header::ACCEPT_ENCODING), coding);
        let body = match (&file.brotli, &file.gzip) {
            (Some(brotli), _) if accepts("br") => {
                answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static("br")));
                brotli
            }
            (_, Some(gzip)) if accepts("gzip") => {
                answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static("gzip")));
                gzip
            }
            _ => &file.plain,
        };
        answer.body(body.clone())
    }
}

/// Is the coding named, and not by `q=0` as one that is not wanted (RFC 9110 12.5.3)?
fn accepts(asked: &str, coding: &str) -> bool {
    asked.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, "q=1"));
        let weight =
            weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(1.0_f32);
        name.trim().eq_ignore_ascii_case(coding) && weight > 0.0
    })
}

/// Nothing foreign, nothing inline but what the bundle hashed (F9).
fn policy(csp: &Csp) -> String {
    let list = |hashes: &[String]| hashes.join(" ");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        list(&csp.script),
        list(&csp.style)
    )
}

/// The remembered language, else the browser's, else Azerbaijani.
fn to_language(request: &HttpRequest) -> HttpResponse {
    let remembered = request.cookie("language").and_then(|cookie| Language::from_code(cookie.value()));
    let asked = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = remembered.or_else(|| asked.and_then(Language::from_accept_language)).unwrap_or_default();
    HttpResponse::Found()
        .insert_header((header::LOCATION, format!("/{language}/")))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .finish()
}
