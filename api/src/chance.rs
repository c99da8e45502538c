//! Ids and randomness: asked for here and nowhere else, so that a seed is deterministic.
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rand::{RngCore, SeedableRng, rngs::OsRng, rngs::StdRng};
use uuid::Uuid;

/// Crockford's base 32 without letters that look like digits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[derive(Clone)]
pub enum Chance {
    /// The operating system's.
    Real,
    /// The same sequence each time: for `umis seed`.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Chance {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::Real => rand::TryRngCore::unwrap_err(OsRng).fill_bytes(&mut bytes),
            Self::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes),
        }
        bytes
    }

    /// UUID v7: sorts by time, does not count.
    pub fn id(&self, now: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// 256 bits, for a link or a secret: 43 characters that fit into an address.
    pub fn token(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// Six digits, for a message.
    pub fn six_digits(&self) -> String {
        format!("{:06}", u64::from_le_bytes(self.bytes()) % 1_000_000)
    }

    /// Twelve characters that verify a paper: 60 bits.
    pub fn code(&self) -> String {
        let letter = |byte: u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('0', char::from);
        self.bytes::<12>().into_iter().map(letter).collect()
    }

    /// A number that people see and say: year, eight random digits, check digit (ISO 7064 mod 11,10).
    pub fn number(&self, year: i32) -> String {
        let digits = format!("{year}{:08}", u64::from_le_bytes(self.bytes()) % 100_000_000);
        let (year, random) = digits.split_at(4);
        format!("{year}-{random}-{}", check_digit(&digits))
    }
}

/// Could this be a number that [`Chance::number`] gave?
pub fn is_number(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let [year, random, check] = parts.as_slice() else { return false };
    let sound = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    sound(year, 4) && sound(random, 8) && check.parse() == Ok(check_digit(&format!("{year}{random}")))
}

/// ISO 7064 mod 11,10.
fn check_digit(digits: &str) -> u32 {
    let product = digits.chars().filter_map(|digit| digit.to_digit(10)).fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_example_has_check_digit_five() {
        assert_eq!(check_digit("0794"), 5);
    }

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        assert_eq!(Chance::seeded(7).number(2026), Chance::seeded(7).number(2026));
        assert_eq!(Chance::seeded(7).code().len(), 12);
    }
}
