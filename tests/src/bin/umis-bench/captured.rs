//! The statements that the service really sends for one request, read from PostgreSQL's log and made into scripts.
use std::{fs, path::Path};

use anyhow::{Context, Result};
use sea_orm::Value;

/// One statement as it was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    pub sql: String,
    /// As the log writes them; none is NULL.
    pub values: Vec<Option<String>>,
}

/// Reads the statements of `database` after line `from` of the newest log; answers them and the number of lines.
pub fn read(data: &Path, database: &str, from: usize) -> Result<(Vec<Sent>, usize)> {
    let mut logs: Vec<_> =
        fs::read_dir(data.join("log"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    logs.retain(|path| path.extension().is_some_and(|end| end == "json"));
    logs.sort();
    let text = fs::read_to_string(logs.last().context("PostgreSQL writes no JSON log")?)?;
    let mut sent = Vec::new();
    for line in text.lines().skip(from) {
        let Ok(line) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        let field = |name: &str| line.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
        if field("dbname") != database {
            continue;
        }
        let message = field("message");
        let sql = match message.strip_prefix("statement: ") {
            Some(sql) => sql,
            None => match message.strip_prefix("execute ").and_then(|rest| rest.split_once(": ")) {
                Some((_, sql)) => sql,
                None => continue,
            },
        };
        sent.push(Sent { sql: sql.to_owned(), values: values(field("detail")) });
    }
    Ok((sent, text.lines().count()))
}

/// `parameters: $1 = 'a''b', $2 = NULL`.
fn values(detail: &str) -> Vec<Option<String>> {
    let mut values = Vec::new();
    let mut rest = detail;
    while let Some((_, after)) = rest.split_once(" = ") {
        let Some(quoted) = after.strip_prefix('\'') else {
            values.push(None);
            rest = after;
            continue;
        };
        let mut value = String::new();
        let mut letters = quoted.char_indices().peekable();
        rest = "";
        while let Some((at, letter)) = letters.next() {
            if letter != '\'' {
                value.push(letter);
            } else if letters.next_if(|(_, next)| *next == '\'').is_some() {
                value.push('\'');
            } else {
                rest = quoted.get(at + 1..).unwrap_or_default();
                break;
            }
        }
        values.push(Some(value));
    }
    values
}

/// What was sent, one round trip for each part and a transaction around those that belong together.
pub fn separate(sent: &[Sent]) -> Vec<Sent> {
    let word = |sql: &str| Sent { sql: sql.to_owned(), values: Vec::new() };
    let begun = sent.iter().any(|sent| sent.sql.eq_ignore_ascii_case("begin"));
    let whole = |parts: Vec<Sent>| match parts.len() {
        0 | 1 => parts,
        _ if begun => parts,
        _ => [vec![word("begin")], parts, vec![word("commit")]].concat(),
    };
    sent.iter().map(apart).flat_map(whole).collect()
}

/// Statements that an embedded database is sent, between the bounds of a transaction that it is given otherwise.
pub fn without_bounds(mut sent: Vec<Sent>) -> Vec<Sent> {
    sent.retain(|sent| !["begin", "commit"].contains(&sent.sql.to_ascii_lowercase().as_str()));
    sent
}

/// One statement that writes an act, taken apart into the statements it was made of. A row that it only holds was read
/// before, and could have been held there.
fn apart(sent: &Sent) -> Vec<Sent> {
    let Some(body) = sent.sql.strip_prefix("with w0 as (") else { return vec![sent.clone()] };
    let Some((parts, _)) = body.rsplit_once(") select 1 / case when true") else {
        return vec![sent.clone()];
    };
    let mut statements = Vec::new();
    let mut rest = parts;
    let mut number = 1;
    loop {
        let (part, after) = match rest.split_once(&format!("), w{number} as (")) {
            Some((part, after)) => (part, Some(after)),
            None => (rest, None),
        };
        if let Some(write) = part.strip_suffix(" returning 1") {
            statements.push(renumbered(write, &sent.values));
        }
        match after {
            Some(after) => rest = after,
            None => return statements,
        }
        number += 1;
    }
}

/// The part's own numbers from 1 on, with its own values.
fn renumbered(part: &str, all: &[Option<String>]) -> Sent {
    let (mut sql, mut values, mut known) = (String::new(), Vec::new(), Vec::new());
    let mut pieces = part.split('$');
    sql.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = piece.split_at(digits);
        let number: usize = number.parse().unwrap_or_default();
        let at = known.iter().position(|seen| *seen == number).unwrap_or_else(|| {
            known.push(number);
            values.push(all.get(number - 1).cloned().flatten());
            known.len() - 1
        });
        sql.push_str(&format!("${}{rest}", at + 1));
    }
    Sent { sql, values }
}

/// What a value is made into, where two requests differed in it.
enum Fresh {
    Same,
    Id,
    /// The same id so many times, as the access log sends a column.
    Ids(usize),
    Moment,
    Word,
}

fn fresh(one: Option<&str>, other: Option<&str>) -> Fresh {
    match (one, other) {
        (Some(one), Some(other)) if one != other => {
            if is_id(one) {
                Fresh::Id
            } else if one.contains(BETWEEN) && one.split(BETWEEN).all(is_id) {
                Fresh::Ids(one.split(BETWEEN).count())
            } else if one.starts_with("20") && one.contains(':') {
                Fresh::Moment
            } else if one.starts_with('{') {
                // A payload: nothing looks it up.
                Fresh::Same
            } else {
                Fresh::Word
            }
        }
        _ => Fresh::Same,
    }
}

/// Stands between the values of a column of the access log.
const BETWEEN: char = '\u{1f}';

fn is_id(text: &str) -> bool {
    text.len() == 36 && text.matches('-').count() == 4
}

/// A script for pgbench: what differs between two requests becomes new in each transaction, ids in the order of time.
pub fn script(one: &[Sent], other: &[Sent]) -> String {
    let mut text = String::from("\\set r random(1, 9000000000000000)\n");
    let mut known: Vec<String> = Vec::new();
    for (one, other) in one.iter().zip(other) {
        let mut sql = one.sql.clone();
        for (at, value) in one.values.iter().enumerate().rev() {
            let place = format!("${}", at + 1);
            let Some(value) = value else {
                sql = sql.replace(&place, "null");
                continue;
            };
            let mut mark = || {
                known.iter().position(|seen| seen == value).unwrap_or_else(|| {
                    known.push(value.clone());
                    known.len() - 1
                })
            };
            let new_id = |mark: usize| {
                format!(
                    "(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || substr(md5(:r::text || '{mark}'), 1, 20))"
                )
            };
            let written = match fresh(Some(value), other.values.get(at).and_then(Option::as_deref)) {
                Fresh::Same => literal(value),
                Fresh::Id => format!("{}::uuid", new_id(mark())),
                Fresh::Ids(times) => {
                    // The id of an entry, once for each of its subjects.
                    let one = value.split(BETWEEN).next().unwrap_or_default().to_owned();
                    let mark = known.iter().position(|seen| *seen == one).unwrap_or_default();
                    format!("(repeat({0} || chr(31), {1}) || {0})", new_id(mark), times - 1)
                }
                Fresh::Moment => "now()".to_owned(),
                Fresh::Word => format!("('b' || :r::text || '-{}')", mark()),
            };
            // A column of the access log travels as one text.
            sql = sql.replace(
                &format!("string_to_array({place},"),
                &format!("string_to_array(({written})::text,"),
            );
            sql = sql.replace(&place, &written);
        }
        text.push_str(&sql);
        text.push_str(";\n");
    }
    text
}

/// pgbench would take a colon inside of a literal for one of its variables.
fn literal(value: &str) -> String {
    if value.contains([':', '\\']) {
        let safe = value.replace('\\', "\\\\").replace('\'', "''").replace(':', "\\x3A");
        format!("E'{safe}'")
    } else {
        format!("'{}'", value.replace('\'', "''"))
    }
}

/// The same statements for SQLite, where an id is sixteen bytes: what is new is drawn from `number`.
pub fn for_sqlite(one: &[Sent], other: &[Sent], number: u64) -> Vec<(String, Vec<Value>)> {
    let id = |text: &str| -> Vec<u8> {
        let digits: Vec<u8> = text
            .bytes()
            .filter_map(|byte| char::from(byte).to_digit(16))
            .filter_map(|d| u8::try_from(d).ok())
            .collect();
        digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect()
    };
    let mut known: Vec<String> = Vec::new();
    one.iter()
        .zip(other)
        .map(|(one, other)| {
            let values = one.values.iter().enumerate().map(|(at, value)| {
                let Some(value) = value.as_ref().filter(|value| !value.is_empty()) else {
                    return Value::String(None);
                };
                let mut mark = || {
                    known.iter().position(|seen| seen == value).unwrap_or_else(|| {
                        known.push(value.clone());
                        known.len() - 1
                    })
                };
                match fresh(Some(value), other.values.get(at).and_then(Option::as_deref)) {
                    Fresh::Id => {
                        let mark = u64::try_from(mark()).unwrap_or_default();
                        let bytes = [number.to_be_bytes(), mark.to_be_bytes()].concat();
                        Value::from(bytes)
                    }
                    Fresh::Word | Fresh::Ids(_) => Value::from(format!("b{number}-{}", mark())),
                    Fresh::Same | Fresh::Moment if is_id(value) => Value::from(id(value)),
                    Fresh::Same | Fresh::Moment => Value::from(value.clone()),
                }
            });
            (row_by_row(&one.sql, one.values.len()), values.collect())
        })
        .collect()
}

/// `insert into t (…) select … from unnest(…)` of one row, as SQLite is sent it.
fn row_by_row(sql: &str, columns: usize) -> String {
    match sql.split_once(" select ") {
        Some((into, rest)) if rest.contains(" from unnest(") => {
            let places: Vec<_> = (1..=columns).map(|at| format!("${at}")).collect();
            format!("{into} values ({})", places.join(", "))
        }
        _ => sql.to_owned(),
    }
}
