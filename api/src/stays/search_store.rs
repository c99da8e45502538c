//! Registrations by what somebody knows of them: a name, a number, a document, a room.
use sea_orm::{ConnectionTrait, Value};

use super::{
    lists_store::{LINE, LineRow},
    store::{JOINS, Scope},
};
use crate::{db::Sql, error::ApiError, http::query::After};

/// What somebody looks for; a name is folded, numbers are as they are kept.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub name_key: Option<String>,
    pub number: Option<String>,
    pub document_number: Option<String>,
    pub room: Option<String>,
    /// Any of them.
    pub text: Option<String>,
}

impl Wanted {
    /// Conditions that must all hold.
    fn filters(&self, scope: &Scope, values: &mut Vec<Value>) -> Vec<String> {
        let mut filters = Vec::new();
        filters.extend(self.name_key.as_deref().map(|key| named(key, values)));
        filters.extend(self.number.as_deref().map(|number| is("r.number", number, values)));
        filters.extend(self.document_number.as_deref().map(|number| is("r.document_number", number, values)));
        filters.extend(self.room.as_deref().map(|room| in_room(room, values)));
        filters.extend(self.text.as_deref().map(|text| any(text, scope, values)));
        filters
    }
}

/// The lengths of the parts of a number, as [`crate::chance::Chance::number`] draws it.
const PARTS: [usize; 3] = [4, 8, 1];

/// A registration's number as it is kept, with or without the hyphens and spaces that somebody typed.
pub fn number(text: &str) -> String {
    let [year, random, check] = PARTS;
    let digits = bare(text);
    let fits = digits.len() == year + random + check && digits.bytes().all(|byte| byte.is_ascii_digit());
    match (digits.split_at_checked(year), digits.split_at_checked(year + random)) {
        (Some((year, rest)), Some((_, check))) if fits => {
            format!("{year}-{}-{check}", rest.strip_suffix(check).unwrap_or(rest))
        }
        _ => text.trim().to_owned(),
    }
}

/// A document's number as it is kept: nothing but letters and figures.
pub fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_ascii_uppercase()
}

fn is(column: &str, text: &str, values: &mut Vec<Value>) -> String {
    values.push(text.to_owned().into());
    format!("{column} = ${}", values.len())
}

/// Rooms are as the host wrote them: `12a` is `12A`.
fn in_room(room: &str, values: &mut Vec<Value>) -> String {
    is("lower(r.room)", &room.to_ascii_lowercase(), values)
}

/// Names with more words than that are looked for as they stand.
const WORDS: usize = 6;

/// A name from its start, or given names first: `anna muller` finds `muller anna`. The later words are a range of the index
/// each time, those before them stand somewhere behind.
fn named(key: &str, values: &mut Vec<Value>) -> String {
    let mut ways = vec![begins(key, values)];
    if key.split(' ').count() <= WORDS {
        for (at, _) in key.match_indices(' ') {
            let (given, surname) = key.split_at(at);
            let range = begins(surname.trim_start(), values);
            ways.push(format!("({range} and {})", has_word(given, values)));
        }
    }
    format!("({})", ways.join(" or "))
}

/// Some part of the name begins so. Folded: only letters, figures and single spaces are left of it.
fn has_word(key: &str, values: &mut Vec<Value>) -> String {
    values.push(format!("% {key}%").into());
    format!("r.name_key like ${}", values.len())
}

/// A range, not LIKE: no wildcard to escape, and the index serves it.
fn begins(key: &str, values: &mut Vec<Value>) -> String {
    values.extend([key.to_owned().into(), format!("{key}\u{10FFFF}").into()]);
    format!("(r.name_key >= ${} and r.name_key < ${})", values.len() - 1, values.len())
}

/// One box. Among one's own also by room and by the start of any part of a name: few rows, and no index is needed.
fn any(text: &str, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut ways = vec![is("r.number", &number(text), values), is("r.document_number", &bare(text), values)];
    let key = shared::fold::fold(text);
    if !key.is_empty() {
        ways.push(named(&key, values));
    }
    if matches!(scope, Scope::Own(_)) {
        ways.push(in_room(text, values));
        if !key.is_empty() {
            ways.push(has_word(&key, values));
        }
    }
    format!("({})", ways.join(" or "))
}

pub async fn search(
    db: &impl ConnectionTrait,
    scope: &Scope,
    wanted: &Wanted,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<LineRow>, ApiError> {
    let (filter, whose) = scope.filter(1);
    let mut values = vec![whose];
    let mut wheres = vec![filter];
    wheres.extend(wanted.filters(scope, &mut values));
    if let Some(after) = after {
        values.push(after.at.into());
        values.push(after.id.into());
        wheres.push(format!("(r.registered_at, r.id) < (${}, ${})", values.len() - 1, values.len()));
    }
    let wheres = wheres.join(" and ");
    let sql = format!(
        "select {LINE} from registration r {JOINS} where {wheres}
         order by r.registered_at desc, r.id desc limit {limit}"
    );
    db.list(&sql, values).await
}
