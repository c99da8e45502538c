//! Signing keys: files in a folder, one use each; the public halves are published (A8).
use std::{collections::HashMap, fs, io::Write, path::Path};

use anyhow::{Context, bail};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{
    Signer, SigningKey,
    pkcs8::{DecodePrivateKey, EncodePrivateKey, spki::EncodePublicKey, spki::der::pem::LineEnding},
};
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{chance::Chance, error::ApiError, http::idempotency::HexDigest};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use {
    /// Access tokens.
    Session,
    /// Notices and permits.
    Document,
}

impl Use {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Document => "document",
        }
    }
}

struct Key {
    kid: String,
    usage: Use,
    signs: SigningKey,
    checks: DecodingKey,
    public: Vec<u8>,
}

/// All keys of the folder; the newest of each use signs, all of them check.
pub struct Keys {
    keys: Vec<Key>,
    by_kid: HashMap<String, usize>,
}

impl Keys {
    /// Reads `session-*.pem` and `document-*.pem`, in the order of their names.
    pub fn load(folder: &Path) -> anyhow::Result<Self> {
        let mut keys = Vec::new();
        for (usage, name) in files(folder)? {
            let pem =
                fs::read_to_string(folder.join(&name)).with_context(|| format!("cannot read key {name}"))?;
            keys.push(
                read(usage, &pem).with_context(|| format!("{name} is not an Ed25519 key in PKCS#8 PEM"))?,
            );
        }
        for usage in [Use::Session, Use::Document] {
            if !keys.iter().any(|key| key.usage == usage) {
                bail!(
                    "no {} key in {}; make one: umis keys create --use {0}",
                    usage.name(),
                    folder.display()
                );
            }
        }
        let by_kid = keys.iter().enumerate().map(|(at, key)| (key.kid.clone(), at)).collect();
        Ok(Self { keys, by_kid })
    }

    /// Writes a new key that from the next start on signs; answers its file name.
    pub fn create(folder: &Path, usage: Use, stamp: &str) -> anyhow::Result<String> {
        fs::create_dir_all(folder)?;
        let key = SigningKey::from_bytes(&Chance::Real.bytes());
        let pem = key.to_pkcs8_pem(LineEnding::LF)?;
        let name = format!("{}-{stamp}.pem", usage.name());
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(folder.join(&name))?.write_all(pem.as_bytes())?;
        Ok(name)
    }

    /// A compact JWS with the newest key of this use.
    pub fn sign(&self, usage: Use, kind: &str, claims: &impl Serialize) -> Result<String, ApiError> {
        let key = self.keys.iter().rev().find(|key| key.usage == usage);
        let key = key.ok_or_else(|| ApiError::broken("no signing key"))?;
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(key.kid.clone());
        header.typ = Some(kind.to_owned());
        let part = |json: Result<Vec<u8>, _>| json.map(|json| URL_SAFE_NO_PAD.encode(json));
        let (header, claims) = (serde_json::to_vec(&header), serde_json::to_vec(claims));
        let said = format!(
            "{}.{}",
            part(header).map_err(ApiError::broken)?,
            part(claims).map_err(ApiError::broken)?
        );
        // The key is kept unpacked: reading it from its DER for each signature costs as much as signing.
        let signature = URL_SAFE_NO_PAD.encode(key.signs.sign(said.as_bytes()).to_bytes());
        Ok(format!("{said}.{signature}"))
    }

    /// A secret that only we can say again, and nobody who reads the database: from the text and a session key. The newest
    /// key's first; those of older keys are good as long as the keys are here.
    pub fn secrets(&self, text: &str) -> Vec<String> {
        let keys = self.keys.iter().rev().filter(|key| key.usage == Use::Session);
        // Ed25519 signs the same text to the same bytes (RFC 8032).
        let secret = |key: &Key| Sha256::digest(key.signs.sign(text.as_bytes()).to_bytes());
        keys.map(|key| format!("{:x}", HexDigest(&secret(key)))).collect()
    }

    /// Checks signature, algorithm, kind, key id and the registered claims of `rules`; `None` for anything wrong.
    pub fn check<T: DeserializeOwned>(&self, kind: &str, token: &str, rules: &Validation) -> Option<T> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(kind) || header.alg != Algorithm::EdDSA {
            return None;
        }
        let key = self.keys.get(*self.by_kid.get(header.kid.as_deref()?)?)?;
        if key.usage != Use::Session {
            return None;
        }
        Some(jsonwebtoken::decode::<T>(token, &key.checks, rules).ok()?.claims)
    }

    /// Key ids, as tokens and papers name them.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.kid.as_str())
    }

    /// RFC 7517, RFC 8037.
    pub fn published(&self) -> Value {
        let keys = self.keys.iter().map(|key| {
            json!({
                "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig",
                "kid": key.kid, "x": URL_SAFE_NO_PAD.encode(&key.public), "umis_use": key.usage.name(),
            })
        });
        json!({ "keys": keys.collect::<Vec<_>>() })
    }
}

/// Key files in the order of their names.
fn files(folder: &Path) -> anyhow::Result<Vec<(Use, String)>> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder of keys {}", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".pem"))
        .collect();
    names.sort();
    let used = |name: String| match name.split_once('-') {
        Some(("session", _)) => Some((Use::Session, name)),
        Some(("document", _)) => Some((Use::Document, name)),
        _ => None,
    };
    Ok(names.into_iter().filter_map(used).collect())
}

/// Production does not sign with a key that other users of the machine can read (A9).
#[cfg(unix)]
pub fn refuse_open_files(folder: &Path) -> anyhow::Result<()> {
    for (_, name) in files(folder)? {
        let about = fs::metadata(folder.join(&name)).with_context(|| format!("cannot read key {name}"))?;
        let mode = std::os::unix::fs::PermissionsExt::mode(&about.permissions());
        if mode & 0o077 != 0 {
            bail!("key {name} can be read by others; close it: chmod 600 {}", folder.join(&name).display());
        }
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn refuse_open_files(_: &Path) -> anyhow::Result<()> {
    Ok(())
}

fn read(usage: Use, pem: &str) -> anyhow::Result<Key> {
    let key = SigningKey::from_pkcs8_pem(pem)?;
    let public = key.verifying_key();
    let public_pem = public.to_public_key_pem(LineEnding::LF)?;
    let digest = Sha256::digest(public.as_bytes());
    let kid = URL_SAFE_NO_PAD.encode(digest.get(..6).unwrap_or_default());
    Ok(Key {
        kid,
        usage,
        signs: key,
        checks: DecodingKey::from_ed_pem(public_pem.as_bytes())?,
        public: public.as_bytes().to_vec(),
    })
}
