//! Guests in a file: lines of CSV or of a spreadsheet become registrations. Pure: whoever has the bytes reads them.
pub mod columns;
pub mod csv;
pub mod xlsx;

use serde_json::{Map, Value};

use self::columns::{Column, Kind};
use crate::ids::PremisesId;

/// Guests of one file.
pub const MOST: usize = 1000;

/// A line of a file: its number as the reader's program shows it, and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub number: usize,
    pub cells: Vec<String>,
}

/// Why a file cannot be read at all. `sheet-fault-…` is its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Letters in another encoding than UTF-8, such as Windows-1251 or 1254.
    Encoding,
    /// Neither CSV nor XLSX.
    Kind,
    /// There are no lines below the heads.
    Empty,
    /// More lines than are sent at once.
    TooMany,
    /// Heads that must be there and are not.
    Missing(Vec<&'static Column>),
}

impl Fault {
    pub fn key(&self) -> &'static str {
        match self {
            Self::Encoding => "sheet-fault-encoding",
            Self::Kind => "sheet-fault-kind",
            Self::Empty => "sheet-fault-empty",
            Self::TooMany => "sheet-fault-too-many",
            Self::Missing(_) => "sheet-fault-missing",
        }
    }
}

/// A guest as the file has them: a text for each column, in the order of [`columns::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Of the line in the file.
    pub number: usize,
    pub cells: Vec<String>,
}

/// The guests of a file, by the heads of its first line; other columns are left out.
pub fn rows(lines: Vec<Line>) -> Result<Vec<Row>, Fault> {
    let mut lines = lines.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let heads = lines.next().ok_or(Fault::Empty)?.cells;
    let places: Vec<Option<usize>> =
        columns::ALL.iter().map(|column| heads.iter().position(|head| column.is_headed(head))).collect();
    let all = columns::ALL.iter().zip(&places);
    let missing: Vec<_> =
        all.filter(|(column, place)| column.required && place.is_none()).map(|(column, _)| column).collect();
    if !missing.is_empty() {
        return Err(Fault::Missing(missing));
    }
    let row = |line: Line| {
        let cell = |(column, place): (&Column, &Option<usize>)| {
            let text = place.and_then(|place| line.cells.get(place)).map_or("", |text| text.trim());
            column.written(csv::unescaped(text))
        };
        Row { number: line.number, cells: columns::ALL.iter().zip(&places).map(cell).collect() }
    };
    let rows: Vec<Row> = lines.map(row).collect();
    match rows.len() {
        0 => Err(Fault::Empty),
        1..=MOST => Ok(rows),
        _ => Err(Fault::TooMany),
    }
}

impl Row {
    /// A registration as it is sent. What is no day or no choice goes as it stands: the service says what is wrong with it.
    pub fn registration(&self, premises: PremisesId) -> Value {
        let mut body = Map::new();
        body.insert("premises".into(), premises.to_string().into());
        for (column, text) in columns::ALL.iter().zip(&self.cells) {
            let value = match column.kind {
                _ if text.is_empty() && !column.required => continue,
                Kind::YesNo => columns::yes_or_no(text),
                _ => text.clone().into(),
            };
            put(&mut body, column.pointer, value);
        }
        let document = ["guest", "document"]
            .into_iter()
            .try_fold(&mut body, |map, name| map.get_mut(name).and_then(Value::as_object_mut));
        let citizenship = self.cell("citizenship").to_owned();
        if let Some(document) = document {
            document.entry("kind").or_insert_with(|| "passport".into());
            document.entry("issuer").or_insert_with(|| citizenship.into());
        }
        Value::Object(body)
    }

    /// The text of a column, by its name.
    pub fn cell(&self, name: &str) -> &str {
        let all = columns::ALL.iter().zip(&self.cells);
        all.into_iter().find(|(column, _)| column.name == name).map_or("", |(_, text)| text)
    }
}

/// Puts a value where a pointer such as `/guest/surname` leads.
fn put(body: &mut Map<String, Value>, pointer: &str, value: Value) {
    let mut names: Vec<_> = pointer.split('/').skip(1).collect();
    let Some(last) = names.pop() else { return };
    let mut map = body;
    for name in names {
        let inner = map.entry(name).or_insert_with(|| Value::Object(Map::new()));
        let Some(inner) = inner.as_object_mut() else { return };
        map = inner;
    }
    map.insert(last.into(), value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registrations::NewRegistration;
    use validator::Validate;

    const FILE: &str = "\u{feff}Soyad;Ad;Cins;Doğum tarixi;Vətəndaşlıq;Sənədin nömrəsi;Sənədin son günü;Ölkəyə gəliş;\
        Ünvana gəliş;Son gün;Köçüb;Otaq\r\n\
        YILMAZ;EMRE;kişi;12.03.1988;tur;U21457893;14.06.2031;19.11.2026;2026-11-23;30.11.2026;bəli;\"1;2\"\r\n\
        ;;;;;;;;;;;\r\n\
        IVANOVA;;F;31.02.1990;RUS;;14.06.2031;19.11.2026;23.11.2026;30.11.2026;;\r\n";

    fn read(text: &str) -> Result<Vec<Row>, Fault> {
        rows(csv::lines(&csv::text(text.as_bytes())?))
    }

    #[test]
    fn a_line_of_a_file_is_a_registration() {
        let rows = read(FILE).unwrap();

        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 4]);
        let premises = PremisesId(uuid::Uuid::nil());
        let new: NewRegistration = serde_json::from_value(rows[0].registration(premises)).unwrap();
        new.validate().unwrap();
        assert_eq!((new.guest.birth_date.as_str(), new.until.as_str()), ("1988-03-12", "2026-11-30"));
        assert_eq!((new.guest.document.issuer.as_str(), new.moved), ("TUR", true));
        assert_eq!((new.room.as_deref(), new.contact, new.visa), (Some("1;2"), None, None));
        let wrong = rows[1].registration(premises);
        assert_eq!(wrong["guest"]["birth_date"], "31.02.1990", "the service says that there is no such day");
        assert_eq!(wrong["guest"]["document"]["number"], "");
    }

    #[test]
    fn heads_are_known_in_three_languages_and_by_their_names() {
        for at in 0..3 {
            let heads: Vec<_> = columns::ALL.iter().map(|column| column.heads[at]).collect();
            let file = format!("{}\n{}", heads.join(","), vec!["x"; heads.len()].join(","));
            assert_eq!(read(&file).unwrap()[0].cell("room"), "x");
        }
        let missing = read("surname,given_names\nA,B").unwrap_err();
        let Fault::Missing(missing) = missing else { panic!("{missing:?}") };
        assert_eq!(missing[0].name, "sex");
    }

    #[test]
    fn a_file_without_guests_or_in_another_encoding_is_told_apart() {
        assert_eq!(read(""), Err(Fault::Empty));
        assert_eq!(read(FILE.lines().next().unwrap()), Err(Fault::Empty));
        // "Фамилия" in Windows-1251, "Doğum" in Windows-1254.
        assert_eq!(csv::text(b"\xd4\xe0\xec\xe8\xeb\xe8\xff"), Err(Fault::Encoding));
        assert_eq!(csv::text(b"Do\xf0um"), Err(Fault::Encoding));
        assert_eq!(csv::text(b"\xff\xfea\0"), Err(Fault::Encoding));
        assert_eq!(csv::text(b"\x89PNG\r\n\0"), Err(Fault::Kind));
    }

    #[test]
    fn the_bad_lines_as_a_file_are_read_again_as_they_are() {
        let mut rows = read(FILE).unwrap();
        rows[0].cells[0] = "=CMD()".into();
        let file = csv::file(&rows, 2);
        assert!(file.contains("'=CMD()"), "no program takes it for a formula");
        let again = read(&file).unwrap();
        let cells = |rows: &[Row]| rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>();
        assert_eq!(cells(&again), cells(&rows));
    }
}
