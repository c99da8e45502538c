//! The text inside a backup, line by line: a head, then for each table its columns, its rows and what they come to.
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};
use chrono::{DateTime, Utc};
use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};

use super::{
    cells::Cell,
    digest::Content,
    sealed::{Opening, Sealing},
    secrets::Secret,
};

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Of the program that made it.
    pub program: String,
    pub made_at: DateTime<Utc>,
    /// `sqlite` or `postgres`; it can be restored into either.
    pub database: String,
    /// The schema, by the migrations that made it.
    pub migrations: Vec<String>,
}

/// A line; a row is a list of its cells.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    Row(Vec<Cell>),
    Marked(Mark),
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Head(Head),
    Table {
        name: String,
        columns: Vec<String>,
    },
    Rows(Content),
    /// So many tables were written, and nothing is missing after them.
    End {
        tables: usize,
    },
}

/// Writes to a name of its own beside `path`; the name is right when all is on disk.
pub struct Writer {
    path: PathBuf,
    part: PathBuf,
    to: GzEncoder<Sealing<BufWriter<File>>>,
}

impl Writer {
    pub fn create(path: &Path, secret: &Secret) -> anyhow::Result<Self> {
        ensure!(!path.exists(), "{} is there already", path.display());
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&part).with_context(|| format!("cannot write {}", part.display()))?;
        let sealing = Sealing::new(BufWriter::new(file), secret)?;
        Ok(Self { path: path.to_owned(), part, to: GzEncoder::new(sealing, Compression::fast()) })
    }

    pub fn mark(&mut self, mark: &Mark) -> anyhow::Result<()> {
        self.line(&serde_json::to_vec(mark)?)
    }

    /// `line`: a row's JSON.
    pub fn line(&mut self, line: &[u8]) -> anyhow::Result<()> {
        self.to
            .write_all(line)
            .and_then(|()| self.to.write_all(b"\n"))
            .context("the backup cannot be written")
    }

    /// Bytes of the whole file.
    pub fn finish(self) -> anyhow::Result<u64> {
        let file = self.to.finish()?.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&self.part, &self.path)?;
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Ok(file.metadata()?.len())
    }
}

pub struct Reader {
    from: BufReader<GzDecoder<BufReader<Opening<BufReader<File>>>>>,
    line: Vec<u8>,
}

impl Reader {
    /// The head comes first.
    pub fn open(path: &Path, secrets: &[Secret]) -> anyhow::Result<(Self, Head)> {
        let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        let opening = Opening::new(BufReader::new(file), secrets)?;
        let from = BufReader::new(GzDecoder::new(BufReader::new(opening)));
        let mut reader = Self { from, line: Vec::new() };
        match reader.next()? {
            Some(Line::Marked(Mark::Head(head))) => Ok((reader, head)),
            _ => bail!("the backup does not begin with its head"),
        }
    }

    pub fn next(&mut self) -> anyhow::Result<Option<Line>> {
        self.line.clear();
        if self.from.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        if self.line.pop() != Some(b'\n') {
            bail!("the backup is cut off");
        }
        // Told by the first byte: trying one after the other would hide what is wrong with a row.
        let line = match self.line.first() {
            Some(b'[') => serde_json::from_slice(&self.line).map(Line::Row),
            _ => serde_json::from_slice(&self.line).map(Line::Marked),
        };
        Ok(Some(line.context("a line of the backup cannot be read")?))
    }

    /// The line that was read last, as it was written.
    pub fn text(&self) -> &[u8] {
        &self.line
    }
}
