//! Keys of backups: 32 random bytes in a file, which no database and no backup holds.
use std::{fs, io::Write, path::Path};

use anyhow::{Context, bail};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::chance::Chance;

/// Seals a backup, and opens it.
#[derive(Clone)]
pub struct Secret {
    pub bytes: [u8; 32],
}

/// What a backup says of the key that sealed it: it cannot be told from it.
pub type SecretId = [u8; 8];

impl Secret {
    pub fn id(&self) -> SecretId {
        let digest = Sha256::digest([b"umis-backup-key".as_slice(), &self.bytes].concat());
        let mut id = SecretId::default();
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        id
    }
}

/// Writes a new key; answers its file name.
pub fn create(folder: &Path, stamp: &str) -> anyhow::Result<String> {
    fs::create_dir_all(folder)?;
    let name = format!("backup-{stamp}.key");
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = URL_SAFE_NO_PAD.encode(Chance::Real.bytes::<32>());
    options.open(folder.join(&name))?.write_all(text.as_bytes())?;
    Ok(name)
}

/// All keys of the folder, the newest last.
pub fn load(folder: &Path) -> anyhow::Result<Vec<Secret>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder of keys {}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> =
        names.filter(|name| name.starts_with("backup-") && name.ends_with(".key")).collect();
    names.sort();
    let read = |name: String| {
        let text = fs::read_to_string(folder.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let bytes = URL_SAFE_NO_PAD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes
            .map(|bytes| Secret { bytes })
            .with_context(|| format!("{name} is no key of 32 bytes in base64url"))
    };
    names.into_iter().map(read).collect()
}

/// The key that seals from now on.
pub fn newest(folder: &Path) -> anyhow::Result<Secret> {
    match load(folder)?.pop() {
        Some(secret) => Ok(secret),
        None => bail!("no backup key in {}; make one: umis keys create --use backup", folder.display()),
    }
}
