//! What a table holds, in one figure that does not depend on the order of its rows nor on the database.
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The number of rows and the sum of their SHA-256, lane by lane.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub rows: u64,
    sum: [u64; 4],
}

impl Content {
    /// `line`: a row as the backup writes it, its columns in the order of their names.
    pub fn add(&mut self, line: &[u8]) {
        self.rows += 1;
        let digest = Sha256::digest(line);
        for (lane, bytes) in self.sum.iter_mut().zip(digest.chunks_exact(8)) {
            let mut eight = [0; 8];
            eight.copy_from_slice(bytes);
            *lane = lane.wrapping_add(u64::from_be_bytes(eight));
        }
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sum.iter().try_for_each(|lane| write!(f, "{lane:016x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Content {
        let mut content = Content::default();
        lines.iter().for_each(|line| content.add(line.as_bytes()));
        content
    }

    #[test]
    fn the_order_does_not_matter_and_every_row_does() {
        assert_eq!(of(&["[1]", "[2]"]), of(&["[2]", "[1]"]));
        assert_ne!(of(&["[1]", "[2]"]), of(&["[1]", "[3]"]));
        assert_ne!(of(&["[1]", "[1]"]), of(&["[2]", "[2]"]));
        assert_ne!(of(&["[1]"]), of(&[]));
    }
}
