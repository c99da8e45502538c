//! The files of the page: names by content, compressed copies, and `bundle.json`, the list that the server reads.
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::Profile;
use crate::shell::Shells;
use crate::together;

/// One file that the server gives out.
#[derive(Debug, Clone)]
pub struct File {
    /// Address of an asset (`/assets/app.3f2a91c04d.js`), or the bare name of a shell.
    pub path: String,
    pub raw: usize,
    pub brotli: usize,
    pub gzip: usize,
    sha256: String,
}

/// All files of one page, as they are made.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    pub list: Vec<File>,
}

impl Files {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), list: Vec::new() }
    }

    /// Where parts may be made that are not given out.
    pub fn scratch(&self) -> Result<PathBuf> {
        let scratch = self.folder.with_extension("scratch");
        fs::create_dir_all(&scratch)?;
        Ok(scratch)
    }

    /// Keeps an asset under a name with its hash; gives its address.
    pub fn asset(&mut self, stem: &str, end: &str, content: &[u8]) -> Result<String> {
        let hash = short_hash(content);
        self.named_asset(stem, end, &hash, content)
    }

    /// An asset whose hash was taken elsewhere: files that name each other share one.
    pub fn named_asset(&mut self, stem: &str, end: &str, hash: &str, content: &[u8]) -> Result<String> {
        let path = format!("/assets/{stem}.{hash}.{end}");
        self.put(path.clone(), content)?;
        Ok(path)
    }

    /// Keeps the shell of a page: its name does not change, it is asked for anew each time.
    pub fn shell(&mut self, name: &str, content: &[u8]) -> Result<()> {
        self.put(name.to_owned(), content)
    }

    fn put(&mut self, path: String, content: &[u8]) -> Result<()> {
        let place = self.folder.join(path.trim_start_matches('/'));
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, content).with_context(|| path.clone())?;
        let sha256 = hex(&Sha256::digest(content));
        self.list.push(File { path, raw: content.len(), brotli: 0, gzip: 0, sha256 });
        Ok(())
    }

    /// Writes `.br` and `.gz` beside every file that gets smaller by it.
    pub fn compress(&mut self, profile: Profile) -> Result<()> {
        let _ = fs::remove_dir_all(self.folder.with_extension("scratch"));
        let (brotli_level, gzip_level) = match profile {
            Profile::Quick => (5, 6),
            Profile::Release => (11, 9),
        };
        let sizes = together::each(&self.list, |file| {
            // WOFF2 is brotli already.
            if media_type(&file.path) == "font/woff2" {
                return Ok((file.raw, file.raw));
            }
            let place = self.folder.join(file.path.trim_start_matches('/'));
            let content = fs::read(&place)?;
            let mut brotli = Vec::new();
            brotli::CompressorWriter::new(&mut brotli, 1 << 16, brotli_level, 22).write_all(&content)?;
            fs::write(beside(&place, "br"), &brotli)?;
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(gzip_level));
            gzip.write_all(&content)?;
            let gzip = gzip.finish()?;
            fs::write(beside(&place, "gz"), &gzip)?;
            Ok((brotli.len(), gzip.len()))
        })?;
        for (file, (brotli, gzip)) in self.list.iter_mut().zip(sizes) {
            (file.brotli, file.gzip) = (brotli, gzip);
        }
        Ok(())
    }

    /// The size on the wire of the file at this address.
    pub fn wire(&self, path: &str) -> usize {
        self.list.iter().find(|file| file.path == path).map_or(0, |file| file.brotli)
    }

    /// Writes `bundle.json`.
    pub fn manifest(&self, shells: &Shells, profile: &str, inputs: &str) -> Result<()> {
        let files: Vec<Value> = self
            .list
            .iter()
            .map(|file| {
                json!({
                    "path": file.path,
                    "type": media_type(&file.path),
                    "sha256": file.sha256,
                    "raw": file.raw,
                    "br": (file.brotli < file.raw).then_some(file.brotli),
                    "gz": (file.gzip < file.raw).then_some(file.gzip),
                    "immutable": file.path.starts_with("/assets/"),
                })
            })
            .collect();
        let manifest = json!({
            "profile": profile,
            "inputs": inputs,
            "files": files,
            "shells": shells.pages,
            "csp": { "script": shells.scripts, "style": shells.styles },
        });
        fs::write(self.folder.join("bundle.json"), serde_json::to_vec_pretty(&manifest)?)?;
        Ok(())
    }
}

fn beside(place: &Path, end: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    PathBuf::from(name)
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// The part of the hash that goes into a name.
pub fn short_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content)).chars().take(12).collect()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
