//! Comma- or semicolon-separated values (RFC 4180), as spreadsheets of three countries write them.
use super::{Fault, Line, Row, columns};

/// The text of a file. Nobody is shown letters that were guessed.
pub fn text(bytes: &[u8]) -> Result<String, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // What Excel calls "Unicode text" is UTF-16.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Fault::Encoding);
    }
    if bytes.contains(&0) {
        return Err(Fault::Kind);
    }
    String::from_utf8(bytes.to_vec()).map_err(|_| Fault::Encoding)
}

/// The lines, by the separator that the first of them has most of.
pub fn lines(text: &str) -> Vec<Line> {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.chars().filter(|letter| *letter == mark).count();
    let separator =
        [';', ',', '\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == ';')).unwrap_or(';');
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut number, mut began) = (false, 1, 1);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                cells.push(std::mem::take(&mut cell));
                lines.push(Line { number: began, cells: std::mem::take(&mut cells) });
                number += 1;
                began = number;
            }
            _ if letter == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            _ => {
                number += usize::from(letter == '\n');
                cell.push(letter);
            }
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        lines.push(Line { number: began, cells });
    }
    lines
}

/// A file of guests, with the heads of a language; the template where there are none. Spreadsheets know by the mark at
/// its beginning that it is UTF-8.
pub fn file(rows: &[Row], language: usize) -> String {
    let heads = columns::ALL.iter().filter_map(|column| column.heads.get(language));
    let heads: Vec<_> = heads.map(|head| (*head).to_owned()).collect();
    let mut text = String::from("\u{feff}");
    for cells in std::iter::once(&heads).chain(rows.iter().map(|row| &row.cells)) {
        let cells: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// With what no program takes for a formula.
fn quoted(cell: &str) -> String {
    let escaped = if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() };
    if escaped.contains([';', ',', '"', '\n', '\r', '\t']) {
        format!("\"{}\"", escaped.replace('"', "\"\""))
    } else {
        escaped
    }
}

const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// The cell as it was meant: a plus before a telephone number is written behind a mark.
pub fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        lines(text).into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn comma_semicolon_and_tab_are_told_apart() {
        for mark in [",", ";", "\t"] {
            assert_eq!(cells(&["a", "b", "c"].join(mark)), [["a", "b", "c"]]);
        }
        assert_eq!(cells("a;b\n1,5;2"), [["a", "b"], ["1,5", "2"]]);
    }

    #[test]
    fn a_line_break_in_quotes_does_not_end_the_line() {
        let all = lines("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\r\nlast,");
        assert_eq!(all.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 4]);
        assert_eq!(all[1].cells, ["x\ny", "say \"hi\""]);
        assert_eq!(all[2].cells, ["last", ""]);
    }
}
