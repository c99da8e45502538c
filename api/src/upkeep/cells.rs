//! Values as a backup writes them, the same from either database: as SQLite keeps them.
use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{DbErr, QueryResult, Value};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};
use uuid::Uuid;

/// One value of a row. An id is its 16 bytes, a moment RFC 3339 text, a day ISO 8601 text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Nothing,
    Flag(bool),
    Count(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// How a database keeps a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Id,
    Moment,
    Day,
    Text,
    Count,
    Flag,
    Bytes,
}

impl Kind {
    /// By the name that the catalogue of either database gives it.
    pub fn of(declared: &str) -> Option<Self> {
        match declared.to_ascii_lowercase().as_str() {
            "uuid" => Some(Self::Id),
            "timestamp with time zone" => Some(Self::Moment),
            "date" => Some(Self::Day),
            "text" => Some(Self::Text),
            "bigint" | "integer" => Some(Self::Count),
            "boolean" => Some(Self::Flag),
            "blob" | "bytea" => Some(Self::Bytes),
            _ => None,
        }
    }

    pub fn read(self, row: &QueryResult, column: &str) -> Result<Cell, DbErr> {
        let cell = match self {
            Self::Id => {
                row.try_get::<Option<Uuid>>("", column)?.map(|id| Cell::Bytes(id.into_bytes().into()))
            }
            Self::Moment => {
                row.try_get::<Option<DateTime<Utc>>>("", column)?.map(|at| Cell::Text(moment(at)))
            }
            Self::Day => row.try_get::<Option<NaiveDate>>("", column)?.map(|day| Cell::Text(day.to_string())),
            Self::Text => row.try_get::<Option<String>>("", column)?.map(Cell::Text),
            Self::Count => row.try_get::<Option<i64>>("", column)?.map(Cell::Count),
            Self::Flag => row.try_get::<Option<bool>>("", column)?.map(Cell::Flag),
            Self::Bytes => row.try_get::<Option<Vec<u8>>>("", column)?.map(Cell::Bytes),
        };
        Ok(cell.unwrap_or(Cell::Nothing))
    }

    /// What a statement takes for it; nothing where the cell is no value of this kind.
    pub fn value(self, cell: Cell) -> Option<Value> {
        Some(match (self, cell) {
            (Self::Id, Cell::Nothing) => None::<Uuid>.into(),
            (Self::Id, Cell::Bytes(bytes)) => Uuid::from_slice(&bytes).ok()?.into(),
            (Self::Moment, Cell::Nothing) => None::<DateTime<Utc>>.into(),
            (Self::Moment, Cell::Text(text)) => DateTime::parse_from_rfc3339(&text).ok()?.to_utc().into(),
            (Self::Day, Cell::Nothing) => None::<NaiveDate>.into(),
            (Self::Day, Cell::Text(text)) => text.parse::<NaiveDate>().ok()?.into(),
            (Self::Text, Cell::Nothing) => None::<String>.into(),
            (Self::Text, Cell::Text(text)) => text.into(),
            (Self::Count, Cell::Nothing) => None::<i64>.into(),
            (Self::Count, Cell::Count(count)) => count.into(),
            (Self::Flag, Cell::Nothing) => None::<bool>.into(),
            (Self::Flag, Cell::Flag(flag)) => flag.into(),
            (Self::Bytes, Cell::Nothing) => None::<Vec<u8>>.into(),
            (Self::Bytes, Cell::Bytes(bytes)) => bytes.into(),
            _ => return None,
        })
    }
}

/// As sqlx writes it into SQLite.
fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// JSON's own values; bytes are a list of one text in base64.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_unit(),
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Count(count) => to.serialize_i64(*count),
            Self::Text(text) => to.serialize_str(text),
            Self::Bytes(bytes) => [STANDARD_NO_PAD.encode(bytes)].serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OneCell)
    }
}

struct OneCell;

impl<'de> Visitor<'de> for OneCell {
    type Value = Cell;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("null, a boolean, a whole number, a text, or a list of one text in base64")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Cell, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_i64<E>(self, count: i64) -> Result<Cell, E> {
        Ok(Cell::Count(count))
    }

    fn visit_u64<E: Error>(self, count: u64) -> Result<Cell, E> {
        i64::try_from(count).map(Cell::Count).map_err(E::custom)
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell, A::Error> {
        let text: Option<String> = list.next_element()?;
        let bytes = text.and_then(|text| STANDARD_NO_PAD.decode(text).ok());
        bytes.map(Cell::Bytes).ok_or_else(|| A::Error::custom("no base64"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cell_is_read_as_it_was_written(text in ".*", count: i64, bytes: Vec<u8>, flag: bool) {
            let cells =
                [Cell::Nothing, Cell::Flag(flag), Cell::Count(count), Cell::Text(text), Cell::Bytes(bytes)];
            let line = serde_json::to_string(&cells).unwrap();
            prop_assert_eq!(serde_json::from_str::<Vec<Cell>>(&line).unwrap(), cells);
        }
    }

    #[test]
    fn a_cell_of_another_kind_is_refused() {
        assert_eq!(Kind::Id.value(Cell::Bytes(vec![1, 2])), None);
        assert_eq!(Kind::Day.value(Cell::Text("2026-02-30".into())), None);
        assert_eq!(Kind::Count.value(Cell::Text("1".into())), None);
    }
}
