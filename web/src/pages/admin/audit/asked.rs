//! What the address of a log asks for: it survives reload, paging and "back".
use chrono::NaiveDate;
use shared::{dates, texts::format};

/// What narrows a log, and the page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    path: &'static str,
    values: Vec<(&'static str, String)>,
    pub cursor: Option<String>,
}

const FROM: &str = "from";
const UNTIL: &str = "until";

impl Asked {
    /// The keys in the order in which they are shown; what is empty is not asked for.
    pub fn read(path: &'static str, keys: &[&'static str], get: impl Fn(&str) -> Option<String>) -> Self {
        let value = |key: &&'static str| Some((*key, get(key).filter(|value| !value.is_empty())?));
        Self { path, values: keys.iter().filter_map(value).collect(), cursor: get("cursor") }
    }

    pub fn value(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    pub fn keys(&self) -> Vec<&'static str> {
        self.values.iter().map(|(key, _)| *key).collect()
    }

    /// The same with one more answer, or without it; from the first page.
    pub fn with(&self, key: &'static str, value: &str) -> Self {
        let mut values = self.values.clone();
        values.retain(|(known, _)| *known != key);
        if !value.is_empty() {
            values.push((key, value.to_owned()));
        }
        Self { values, cursor: None, ..self.clone() }
    }

    /// The whole log.
    pub fn all(&self) -> Self {
        Self { values: Vec::new(), cursor: None, ..self.clone() }
    }

    /// Another page of the same.
    pub fn at(&self, cursor: Option<String>) -> Self {
        Self { cursor, ..self.clone() }
    }

    /// Behind the language.
    pub fn address(&self) -> String {
        let pairs = self.values.iter().map(|(key, value)| format!("{key}={}", encoded(value)));
        let cursor = self.cursor.iter().map(|cursor| format!("cursor={}", encoded(cursor)));
        let query: Vec<String> = pairs.chain(cursor).collect();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{}", self.path, query.join("&")) }
    }

    /// What the service is asked: days of Baku become moments, the last day counts whole.
    pub fn query(&self) -> String {
        let moment = |key: &str, value: &str| match (key, dates::parse(value)) {
            (FROM, Some(day)) => begins(Some(day)),
            (UNTIL, Some(day)) => begins(day.succ_opt()),
            // The service names what is no day.
            _ => value.to_owned(),
        };
        let pairs = self.values.iter().map(|(key, value)| format!("&{key}={}", encoded(&moment(key, value))));
        pairs.collect()
    }
}

fn begins(day: Option<NaiveDate>) -> String {
    let moment = day.map(format::midnight).unwrap_or_default();
    moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Nothing that stands in an address means something else there.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &[(&str, &str)]) -> Asked {
        let get =
            |key: &str| query.iter().find(|(known, _)| *known == key).map(|(_, value)| (*value).to_owned());
        Asked::read("/admin/audit/access", &["office", FROM, UNTIL], get)
    }

    #[test]
    fn the_address_holds_what_is_asked_and_another_question_begins_at_the_first_page() {
        let now = asked(&[("office", "baku"), ("cursor", "abc"), ("from", "")]);
        assert_eq!(now.address(), "/admin/audit/access?office=baku&cursor=abc");
        assert_eq!(now.with("office", "a&b").address(), "/admin/audit/access?office=a%26b");
        assert_eq!(now.with("office", "").address(), "/admin/audit/access");
        assert_eq!(now.all().address(), "/admin/audit/access");
        assert_eq!(now.at(Some("def".into())).address(), "/admin/audit/access?office=baku&cursor=def");
    }

    #[test]
    fn days_are_days_of_baku_and_the_last_one_counts_whole() {
        let query = asked(&[("from", "2026-11-01"), ("until", "2026-11-30")]).query();
        assert_eq!(query, "&from=2026-10-31T20%3A00%3A00Z&until=2026-11-30T20%3A00%3A00Z");
        assert_eq!(asked(&[("from", "soon")]).query(), "&from=soon");
    }
}
