//! What is needed of an Excel workbook: the texts of its first sheet. A ZIP of XML; whoever calls unpacks its parts.
use super::Line;

/// A packed part of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    pub name: &'a str,
    /// Packed by DEFLATE; else as it is.
    pub deflated: bool,
    pub bytes: &'a [u8],
}

/// Where the parts lie (ZIP's own directory, at its end). `None`: it is no ZIP.
pub fn parts(file: &[u8]) -> Option<Vec<Part<'_>>> {
    const END: &[u8] = b"PK\x05\x06";
    let end = file.windows(END.len()).rposition(|window| window == END)?;
    let count = number(file, end + 10, 2)?;
    let mut at = number(file, end + 16, 4)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        let method = number(file, at + 10, 2)?;
        let size = number(file, at + 20, 4)?;
        let [name, extra, comment] = [28, 30, 32].map(|place| number(file, at + place, 2));
        let (name, after) = (name?, extra? + comment?);
        let local = number(file, at + 42, 4)?;
        let start = local + 30 + number(file, local + 26, 2)? + number(file, local + 28, 2)?;
        parts.push(Part {
            name: std::str::from_utf8(file.get(at + 46..at + 46 + name)?).ok()?,
            deflated: method == 8,
            bytes: file.get(start..start.checked_add(size)?)?,
        });
        at += 46 + name + after;
    }
    Some(parts)
}

/// Little-endian.
fn number(file: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let bytes = file.get(at..at + bytes)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number * 256 + usize::from(*byte)))
}

/// The part that holds the first sheet, as programs name it; the one with the lowest number.
pub fn first_sheet<'a>(parts: &'a [Part<'a>]) -> Option<&'a Part<'a>> {
    let number = |part: &Part<'_>| -> Option<usize> {
        part.name.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?.parse().ok()
    };
    parts.iter().filter(|part| number(part).is_some()).min_by_key(|part| number(part))
}

/// The texts that cells refer to by number.
pub fn shared_texts(xml: &str) -> Vec<String> {
    elements(xml, "si").map(|(_, inner)| said(inner)).collect()
}

/// The lines of a sheet.
pub fn lines(sheet: &str, shared: &[String]) -> Vec<Line> {
    let line = |(at, (head, inner)): (usize, (&str, &str))| {
        let mut cells = Vec::new();
        for (head, inner) in elements(inner, "c") {
            let place = attribute(head, "r").and_then(column).unwrap_or(cells.len());
            // A sheet has 16,384 columns.
            if place < 16_384 {
                cells.resize(place.max(cells.len()), String::new());
                cells.push(cell(head, inner, shared));
            }
        }
        let number = attribute(head, "r").and_then(|number| number.parse().ok()).unwrap_or(at + 1);
        Line { number, cells }
    };
    elements(sheet, "row").enumerate().map(line).collect()
}

fn cell(head: &str, inner: &str, shared: &[String]) -> String {
    let value = || elements(inner, "v").next().map_or("", |(_, text)| text);
    match attribute(head, "t") {
        Some("s") => value().parse().ok().and_then(|at: usize| shared.get(at)).cloned().unwrap_or_default(),
        Some("inlineStr") => said(inner),
        Some("b") => if value() == "1" { "yes" } else { "no" }.to_owned(),
        Some("e") => String::new(),
        _ => plain(value()),
    }
}

/// `C7` stands in column 2.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let place = letters.fold(0_usize, |place, letter| place * 26 + usize::from(letter - b'A') + 1);
    place.checked_sub(1)
}

/// All that is said inside, without the reading aids of Asian scripts.
fn said(xml: &str) -> String {
    let spoken = xml.split("<rPh").next().unwrap_or_default();
    elements(spoken, "t").map(|(_, text)| plain(text)).collect()
}

/// Elements of a name: what stands in the first bracket, and what between the two. None of them holds another of its own
/// name.
fn elements<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find('<')?;
            let after = rest.get(start + 1..)?;
            let close = after.find('>')?;
            let (head, behind) = (after.get(..close)?, after.get(close + 1..)?);
            rest = behind;
            let own = head.strip_prefix(name).is_some_and(|next| {
                next.is_empty() || next.starts_with(|c: char| c.is_whitespace() || c == '/')
            });
            if !own {
                continue;
            }
            if head.ends_with('/') {
                return Some((head, ""));
            }
            let end = format!("</{name}>");
            let length = behind.find(&end)?;
            rest = behind.get(length + end.len()..)?;
            return Some((head, behind.get(..length)?));
        }
    })
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let start = head.find(&format!(" {name}=\""))? + name.len() + 3;
    head.get(start..)?.split('"').next()
}

/// With the letters that XML writes otherwise.
fn plain(text: &str) -> String {
    let named =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#10;", "\n"), ("&amp;", "&")];
    named.into_iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_with_gaps_shared_texts_and_numbers() {
        let shared = shared_texts(
            "<sst><si><t>Soyad</t></si><si><r><t>YIL</t></r><r><t xml:space=\"preserve\">MAZ </t></r></si></sst>",
        );
        assert_eq!(shared, ["Soyad", "YILMAZ "]);
        let sheet = "<worksheet><cols><col min=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
            <row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"2\"/><c r=\"D3\"><v>46356</v></c>\
            <c r=\"E3\" t=\"inlineStr\"><is><t>A &amp; B</t></is></c></row></sheetData></worksheet>";
        let lines = lines(sheet, &shared);
        assert_eq!(lines[0], Line { number: 1, cells: vec!["Soyad".into()] });
        assert_eq!(lines[1].number, 3);
        assert_eq!(lines[1].cells, ["YILMAZ ", "", "", "46356", "A & B"]);
    }

    #[test]
    fn what_is_no_zip_has_no_parts() {
        assert_eq!(parts(b"Soyad;Ad"), None);
        assert_eq!(parts(b"PK\x05\x06\xff\xff"), None);
        let empty = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
        assert_eq!(parts(&empty), Some(Vec::new()));
    }
}
