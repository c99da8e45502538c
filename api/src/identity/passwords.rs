//! Passwords: argon2id in a bounded pool (A1), checked against the commonest ones (A2).
use std::{
    collections::HashSet,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, OnceLock, PoisonError, mpsc},
    thread,
};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::{
        Result as Hashed,
        phc::{Output, PasswordHash, Salt},
    },
};
use tokio::sync::oneshot;

use crate::{chance::Chance, error::ApiError};

/// At least the 3,000 commonest, one a line, and the service's own words.
const COMMON: &str = include_str!("common_passwords.txt");

pub struct Passwords {
    params: Params,
    pool: Pool,
    /// Checked where no user is, so that both take the same time (A3).
    nobody: String,
}

impl Passwords {
    pub fn new(memory_kib: u32) -> anyhow::Result<Self> {
        let wrong = |error| anyhow::anyhow!("argon2: {error}");
        let params = Params::new(memory_kib, 2, 1, Some(Params::DEFAULT_OUTPUT_LEN)).map_err(wrong)?;
        let salt: [u8; 16] = Chance::Real.bytes();
        let nobody = hash(&params, b"nobody has this password", &salt, &mut Vec::new());
        let nobody = nobody.map_err(|error| anyhow::anyhow!("argon2: {error}"))?;
        Ok(Self { params, pool: Pool::start()?, nobody })
    }

    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, ApiError> {
        let params = self.params.clone();
        let work = move |memory: &mut Memory| hash(&params, password.as_bytes(), &salt, memory);
        self.pool.run(work).await?.map_err(ApiError::broken)
    }

    /// Does it fit? Takes the same time when there is no such user.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, ApiError> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let verify = move |memory: &mut Memory| {
            let fits = fits(&hash, password.as_bytes(), memory);
            fits.unwrap_or(false) && known
        };
        self.pool.run(verify).await
    }
}

/// What argon2 fills: kept from one password to the next, or the system clears 19 MiB for each.
type Memory = Vec<Block>;
type Work = Box<dyn FnOnce(&mut Memory) + Send>;

/// As many threads as there are processors, the same ones always: a storm of sign-ins waits here, not everywhere, and
/// the 19 MiB of a hash are there once for each.
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
                let mut memory = Memory::new();
                while let Ok(work) = next() {
                    // Whoever waits for it is told by the channel that closes.
                    let _ = panic::catch_unwind(AssertUnwindSafe(|| work(&mut memory)));
                }
            })?;
        }
        Ok(Self(send))
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let (tell, told) = oneshot::channel();
        let work = move |memory: &mut Memory| {
            // For a client that went away nothing is worked.
            if !tell.is_closed() {
                let _ = tell.send(work(memory));
            }
        };
        self.0
            .try_send(Box::new(work))
            .map_err(|_| ApiError::Unavailable("too many passwords wait to be looked at".into()))?;
        told.await.map_err(ApiError::broken)
    }
}

/// The hash of a password as a PHC string.
fn hash(params: &Params, password: &[u8], salt: &[u8], memory: &mut Memory) -> Hashed<String> {
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: params.try_into()?,
        salt: Some(Salt::new(salt)?),
        hash: Some(fill(&hasher, password, salt, memory)?),
    };
    Ok(hash.to_string())
}

/// Is it the password of this PHC string? Compared in a time that tells nothing.
fn fits(hash: &str, password: &[u8], memory: &mut Memory) -> Hashed<bool> {
    let known = PasswordHash::new(hash)?;
    let (Some(salt), Some(output)) = (known.salt, known.hash) else { return Ok(false) };
    let version = known.version.map_or(Ok(Version::V0x13), Version::try_from)?;
    let hasher = Argon2::new(known.algorithm.as_str().try_into()?, version, Params::try_from(&known)?);
    Ok(fill(&hasher, password, &salt, memory)? == output)
}

fn fill(hasher: &Argon2<'_>, password: &[u8], salt: &[u8], memory: &mut Memory) -> Hashed<Output> {
    let blocks = hasher.params().block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    hasher.hash_password_into_with_memory(password, salt, &mut output, memory)?;
    Ok(Output::new(&output)?)
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
