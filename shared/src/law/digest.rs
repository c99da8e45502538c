//! SHA-256 of traces, and replaying a judged event to the same digest. Not in the page.
use std::fmt::{self, Write};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::{
    ENGINE,
    canonical::{self, NotCanonical},
    data::{
        body::Service,
        service::{FEE, VALID_UNTIL},
        value::Facts,
    },
    trace::Trace,
};

/// The digest of a text as lower-case hex.
pub(super) fn sha256(text: &str) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

impl Trace {
    /// SHA-256 of the canonical JSON, in hex.
    pub fn digest(&self) -> Result<String, NotCanonical> {
        canonical::to_string(self).map(|text| sha256(&text))
    }
}

impl Facts {
    /// The canonical JSON that a judged event keeps.
    pub fn canonical(&self) -> Result<String, NotCanonical> {
        canonical::to_string(self)
    }
}

/// Why a judged event cannot be replayed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoReplay {
    /// The service is of another edition.
    Edition {
        asked: u32,
        here: u32,
    },
    /// No evaluator of that engine is kept.
    Engine(u32),
    /// The kept facts are not facts.
    Facts(String),
    /// No such question.
    Question(String),
    Canonical(NotCanonical),
}

impl fmt::Display for NoReplay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edition { asked, here } => write!(out, "edition {asked} is asked for, this is {here}"),
            Self::Engine(engine) => write!(out, "no evaluator of engine {engine} is kept"),
            Self::Facts(why) => write!(out, "the facts cannot be read: {why}"),
            Self::Question(asked) => write!(out, "there is no question {asked}"),
            Self::Canonical(why) => why.fmt(out),
        }
    }
}

impl std::error::Error for NoReplay {}

impl Service {
    /// Answers the question of a kept trace again and gives the digest, to be compared with the kept one.
    pub fn replay(
        &self,
        asked: &str,
        edition: u32,
        facts: &str,
        on: NaiveDate,
        engine: u32,
    ) -> Result<String, NoReplay> {
        if edition != self.edition.number {
            return Err(NoReplay::Edition { asked: edition, here: self.edition.number });
        }
        if engine != ENGINE {
            return Err(NoReplay::Engine(engine));
        }
        let facts: Facts = serde_json::from_str(facts).map_err(|error| NoReplay::Facts(error.to_string()))?;
        let trace = match asked.split_once('/') {
            Some(("deadline", id)) => self.deadline(id, &facts, on).trace,
            Some(("rule", id)) => self.rule(id, &facts, on).trace,
            None if asked == VALID_UNTIL => self.valid_until(&facts, on).trace,
            None if asked == FEE => self.fee(&facts, on).trace,
            _ => return Err(NoReplay::Question(asked.to_owned())),
        };
        if trace.rungs.is_empty() {
            return Err(NoReplay::Question(asked.to_owned()));
        }
        trace.digest().map_err(NoReplay::Canonical)
    }
}
