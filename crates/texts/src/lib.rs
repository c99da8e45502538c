//! The .ftl compiler: three catalogues become one table per language, or a list of problems with file and line.
mod agree;
mod read;
mod resolve;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The languages of the product, Azerbaijani first: its catalogue is the one the others are compared with.
pub const LANGUAGES: [&str; 3] = ["az", "en", "ru"];

/// What stops a build: where it stands and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A file with this comment is for letters and documents: the page does not fetch its texts.
const SERVER_ONLY: &str = "for: server";
/// A file with this comment holds all that a first visit shows; the page fetches the others later.
const FIRST: &str = "for: first visit";

/// One table per language, and the keys that all of them have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// Language code and its table as JSON, in the order of [`LANGUAGES`].
    pub languages: Vec<(&'static str, String)>,
    /// The same without the texts that only the server needs.
    pub pages: Vec<(&'static str, String)>,
    /// Of these, what a first visit shows, and the others.
    pub first: Vec<(&'static str, String)>,
    pub later: Vec<(&'static str, String)>,
    /// Every message of the catalogue, sorted.
    pub keys: Vec<String>,
}

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Variable(String),
    Message(String),
    Term(String),
    Select { on: String, cases: Vec<(Case, Pattern)>, otherwise: Box<(String, Pattern)> },
}

/// A whole message or the text of one branch.
type Pattern = Vec<Part>;

/// What a branch stands for: a number as such, or a plural category or word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Case {
    Number(String),
    Word(String),
}

/// A message or a term as it was read, with its place.
#[derive(Debug, Clone)]
struct Entry {
    file: String,
    line: usize,
    pattern: Pattern,
    server_only: bool,
    first: bool,
}

/// One language as read from its folder.
#[derive(Debug, Default)]
struct Catalogue {
    messages: BTreeMap<String, Entry>,
    terms: BTreeMap<String, Entry>,
}

/// Compiles `folder/{az,en,ru}/*.ftl`.
pub fn compile(folder: &Path) -> Result<Tables, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut catalogues = Vec::new();
    for language in LANGUAGES {
        let read = read::folder(&folder.join(language), language, &mut problems);
        catalogues.push((language, resolve::references(&read, &mut problems)));
    }
    agree::check(&catalogues, &mut problems);
    if !problems.is_empty() {
        problems.sort();
        problems.dedup();
        return Err(problems);
    }
    let keys = catalogues.first().map(|(_, first)| first.keys().cloned().collect()).unwrap_or_default();
    let tables = |wanted: fn(&Entry) -> bool| {
        catalogues.iter().map(|(language, messages)| (*language, write::table(messages, wanted))).collect()
    };
    Ok(Tables {
        languages: tables(|_| true),
        pages: tables(|entry| !entry.server_only),
        first: tables(|entry| entry.first),
        later: tables(|entry| !entry.server_only && !entry.first),
        keys,
    })
}
