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

use crate::{error::ApiError, keys::Use, state::AppState};

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
        let claims: Claims = state.keys.check(KIND, token, &self.rules)?;
        if now.timestamp() >= claims.exp || now.timestamp() < claims.nbf {
            return None;
        }
        let sub = claims.sub.parse().ok()?;
        let who = match claims.sid {
            Some(session) => Bearer::Account { account: AccountId(sub), session },
            None => Bearer::Client(ApiClientId(sub)),
        };
        let checked = Checked { who, permissions: claims.can, exp: claims.exp };
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
}
