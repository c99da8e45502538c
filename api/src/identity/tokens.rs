//! Access tokens: EdDSA, 15 minutes at most (A6, A8). A verified one is remembered by its SHA-256 for up to 60 s.
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::{
    ids::{AccountId, ApiClientId, SessionId},
    permission::Permission,
};

use crate::{
    error::ApiError,
    keys::{Keys, Use},
    state::AppState,
};

/// What an access token lives.
pub const LIFE: Duration = Duration::minutes(15);
const KIND: &str = "at+jwt";
const REMEMBERED: Duration = Duration::seconds(60);
const MOST: usize = 10_000;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sid: Option<SessionId>,
    iat: i64,
    nbf: i64,
    exp: i64,
    can: Vec<Permission>,
}

/// Whom a token speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    Account { account: AccountId, session: SessionId },
    Client(ApiClientId),
}

/// What a checked token says.
#[derive(Debug, Clone)]
pub struct Checked {
    pub who: Bearer,
    pub permissions: Vec<Permission>,
    exp: i64,
}

/// SHA-256 of a token.
type Fingerprint = [u8; 32];

pub struct Tokens {
    issuer: String,
    rules: Validation,
    known: Mutex<HashMap<Fingerprint, (Checked, DateTime<Utc>)>>,
}

impl Tokens {
    pub fn new(issuer: &str) -> Self {
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_issuer(&[issuer]);
        rules.set_audience(&[issuer]);
        rules.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        // Times are judged against our own clock, which tests hold still.
        rules.validate_exp = false;
        rules.validate_nbf = false;
        Self { issuer: issuer.to_owned(), rules, known: Mutex::default() }
    }

    pub fn issue(&self, state: &AppState, who: Bearer, can: &[Permission]) -> Result<String, ApiError> {
        let now = state.now();
        let (sub, sid) = match who {
            Bearer::Account { account, session } => (account.0, Some(session)),
            Bearer::Client(client) => (client.0, None),
        };
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: sub.to_string(),
            sid,
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + LIFE).timestamp(),
            can: can.to_vec(),
        };
        state.keys.sign(Use::Session, KIND, &claims)
    }

    /// `None` for anything wrong.
    pub fn check(&self, state: &AppState, token: &str) -> Option<Checked> {
        let now = state.now();
        let digest: Fingerprint = Sha256::digest(token.as_bytes()).into();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((checked, until)) = known.get(&digest)
            && now < *until
            && now.timestamp() < checked.exp
        {
            return Some(checked.clone());
        }
        drop(known);
        let checked = self.read(&state.keys, token, now)?;
        known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (_, until)| now < *until);
            if known.len() >= MOST {
                known.clear();
            }
        }
        known.insert(digest, (checked.clone(), now + REMEMBERED));
        Some(checked)
    }

    /// What the token itself says, as if it came for the first time.
    fn read(&self, keys: &Keys, token: &str, now: DateTime<Utc>) -> Option<Checked> {
        let claims: Claims = keys.check(KIND, token, &self.rules)?;
        if now.timestamp() >= claims.exp || now.timestamp() < claims.nbf {
            return None;
        }
        let sub = claims.sub.parse().ok()?;
        let who = match claims.sid {
            Some(session) => Bearer::Account { account: AccountId(sub), session },
            None => Bearer::Client(ApiClientId(sub)),
        };
        Some(Checked { who, permissions: claims.can, exp: claims.exp })
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    use serde_json::{Value, json};

    use super::*;

    const ISSUER: &str = "https://umis.example.az";

    /// A folder of keys that is gone with its test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("umis-keys-{name}-{}", std::process::id()));
            for usage in [Use::Session, Use::Document] {
                Keys::create(&folder, usage, "1").unwrap();
            }
            Self(folder)
        }

        fn load(&self) -> Keys {
            Keys::load(&self.0).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn now() -> DateTime<Utc> {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn claims() -> Value {
        let now = now().timestamp();
        json!({
            "iss": ISSUER, "aud": ISSUER, "sub": "01990000-0000-7000-8000-000000000001",
            "iat": now, "nbf": now, "exp": now + 900, "can": ["account.own"],
        })
    }

    fn with(name: &str, value: impl Into<Value>) -> Value {
        let mut claims = claims();
        claims[name] = value.into();
        claims
    }

    fn stands(keys: &Keys, token: &str) -> bool {
        Tokens::new(ISSUER).read(keys, token, now()).is_some()
    }

    #[test]
    fn a_token_is_for_us_by_us_and_for_now() {
        let folder = Folder::new("claims");
        let keys = folder.load();
        let signed = |claims: &Value| keys.sign(Use::Session, KIND, claims).unwrap();
        let second = now().timestamp();
        assert!(stands(&keys, &signed(&claims())));

        for (name, value) in [
            ("iss", json!("https://elsewhere.example")),
            ("aud", json!("https://elsewhere.example")),
            ("nbf", json!(second + 1)),
            ("exp", json!(second)),
            ("exp", json!(second - 1)),
            ("sub", json!("kamran")),
            ("can", json!(["everything"])),
        ] {
            assert!(!stands(&keys, &signed(&with(name, value.clone()))), "{name} {value}");
        }
        for name in ["iss", "aud", "sub", "nbf", "exp", "can"] {
            let mut claims = claims();
            claims.as_object_mut().unwrap().remove(name);
            assert!(!stands(&keys, &signed(&claims)), "without {name}");
        }
    }

    #[test]
    fn only_a_session_key_of_ours_signs_a_token_of_the_right_kind() {
        let (folder, other) = (Folder::new("kinds"), Folder::new("foreign"));
        let keys = folder.load();

        let paper = keys.sign(Use::Document, KIND, &claims()).unwrap();
        let notice = keys.sign(Use::Session, "umis-notice", &claims()).unwrap();
        let foreign = other.load().sign(Use::Session, KIND, &claims()).unwrap();
        assert!(!stands(&keys, &paper), "signed with a document key");
        assert!(!stands(&keys, &notice), "of another kind");
        assert!(!stands(&keys, &foreign), "by a key that nobody knows");
    }

    #[test]
    fn no_other_algorithm_is_taken() {
        let folder = Folder::new("algorithms");
        let keys = folder.load();
        let token = keys.sign(Use::Session, KIND, &claims()).unwrap();
        let (header, rest) = token.split_once('.').unwrap();
        let header: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();

        for algorithm in ["none", "HS256", "RS256", "ES256"] {
            let mut other = header.clone();
            other["alg"] = algorithm.into();
            let other = URL_SAFE_NO_PAD.encode(other.to_string());
            assert!(!stands(&keys, &format!("{other}.{rest}")), "{algorithm}");
            let (claims, _) = rest.split_once('.').unwrap();
            assert!(!stands(&keys, &format!("{other}.{claims}.")), "{algorithm}, unsigned");
        }
        for name in ["kid", "typ"] {
            let mut other = header.clone();
            other.as_object_mut().unwrap().remove(name);
            let other = URL_SAFE_NO_PAD.encode(other.to_string());
            assert!(!stands(&keys, &format!("{other}.{rest}")), "without {name}");
        }
    }

    #[test]
    fn keys_are_changed_while_people_are_signed_in() {
        let folder = Folder::new("rotation");
        let before = folder.load();
        let old = before.sign(Use::Session, KIND, &claims()).unwrap();
        Keys::create(&folder.0, Use::Session, "2").unwrap();
        let after = folder.load();
        let new = after.sign(Use::Session, KIND, &claims()).unwrap();

        assert_ne!(old.split('.').next(), new.split('.').next(), "the newest key signs");
        assert!(stands(&after, &old) && stands(&after, &new), "both check");
        assert!(!stands(&before, &new), "who has not read the new key does not know it");
        fs::remove_file(folder.0.join("session-1.pem")).unwrap();
        assert!(!stands(&folder.load(), &old) && stands(&folder.load(), &new), "the old one is gone");
    }
}
