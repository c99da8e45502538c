//! Passwords: argon2id in a bounded pool (A1), checked against the commonest ones (A2).
use std::{
    collections::HashSet,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, OnceLock, PoisonError, mpsc},
    thread,
};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::oneshot;

use crate::{chance::Chance, error::ApiError};

/// At least the 3,000 commonest, one a line, and the service's own words.
const COMMON: &str = include_str!("common_passwords.txt");

pub struct Passwords {
    hasher: Argon2<'static>,
    pool: Pool,
    /// Checked where no user is, so that both take the same time (A3).
    nobody: String,
}

impl Passwords {
    pub fn new(memory_kib: u32) -> anyhow::Result<Self> {
        let params =
            Params::new(memory_kib, 2, 1, None).map_err(|error| anyhow::anyhow!("argon2: {error}"))?;
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash_now(&hasher, b"nobody has this password", &Chance::Real.bytes())
            .map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(Self { hasher, pool: Pool::start()?, nobody })
    }

    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, ApiError> {
        let hasher = self.hasher.clone();
        self.pool.run(move || hash_now(&hasher, password.as_bytes(), &salt)).await?
    }

    /// Does it fit? Takes the same time when there is no such user.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, ApiError> {
        let hasher = self.hasher.clone();
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let verify = move || {
            let verdict = hasher.verify_password(password.as_bytes(), hash.as_str());
            verdict.is_ok() && known
        };
        self.pool.run(verify).await
    }
}

type Work = Box<dyn FnOnce() + Send>;

/// As many threads as there are processors, the same ones always: a storm of sign-ins waits here, not everywhere, and
/// the 19 MiB of each hash are taken from a few heaps only.
struct Pool(mpsc::SyncSender<Work>);

/// Passwords that may wait at once; more are told "unavailable".
const ROOM: usize = 256;

impl Pool {
    /// Its threads end with it.
    fn start() -> std::io::Result<Self> {
        let (send, receive) = mpsc::sync_channel::<Work>(ROOM);
        let receive = Arc::new(Mutex::new(receive));
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            let receive = receive.clone();
            let next = move || receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
            thread::Builder::new().name("passwords".into()).spawn(move || {
                while let Ok(work) = next() {
                    // Whoever waits for it is told by the channel that closes.
                    let _ = panic::catch_unwind(AssertUnwindSafe(work));
                }
            })?;
        }
        Ok(Self(send))
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let (tell, told) = oneshot::channel();
        let work = move || {
            // For a client that went away nothing is worked.
            if !tell.is_closed() {
                let _ = tell.send(work());
            }
        };
        self.0
            .try_send(Box::new(work))
            .map_err(|_| ApiError::Unavailable("too many passwords wait to be looked at".into()))?;
        told.await.map_err(ApiError::broken)
    }
}

fn hash_now(hasher: &Argon2<'_>, password: &[u8], salt: &[u8; 16]) -> Result<String, ApiError> {
    let hash: argon2::password_hash::phc::PasswordHash =
        hasher.hash_password_with_salt(password, salt).map_err(ApiError::broken)?;
    Ok(hash.to_string())
}

/// Is it one of the commonest, one or two of them in a row, or one piece said over and over? (A2)
pub fn is_common(password: &str) -> bool {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| COMMON.lines().map(str::trim).filter(|word| !word.is_empty()).collect());
    let plain = password.to_lowercase();
    let letters: Vec<char> = plain.chars().collect();
    let repeats = (1..=letters.len() / 2).any(|size| {
        letters.len().is_multiple_of(size) && letters.chunks(size).all(|piece| letters.starts_with(piece))
    });
    let two = plain.char_indices().skip(1).any(|(at, _)| {
        plain.split_at_checked(at).is_some_and(|(a, b)| words.contains(a) && words.contains(b))
    });
    repeats || two || words.contains(plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn common_words_do_not_become_good_by_repeating_them() {
        for weak in ["aaaaaaaaaaaaaaaa", "passwordpassword", "qwertyuiop123456", "123123123123123"] {
            assert!(is_common(weak), "{weak}");
        }
        assert!(!is_common("dörd yaşıl qayıq sahildə"));
    }

    #[test]
    fn the_list_is_long_enough() {
        assert!(super::COMMON.lines().count() >= 3000);
    }
}
