//! From the lines to fields, part by part.
use chrono::NaiveDate;

use super::{
    Check, Covers, Fields, Kind, Offer, Part, Problem, Reading, Sex, Span,
    date::{birth_date, expiry_date},
    digit::check_digit,
    kind::{CODE, ISSUER, Layout, Place},
    line::{Lines, alphabetic, any},
    repair,
};
use crate::countries;

/// Reads what was pasted, scanned or typed. `today` decides the century of a birth and whether a date has come.
pub fn read(text: &str, today: NaiveDate) -> Reading {
    let (kind, lines) = repair::lines(text);
    let Some(kind) = kind else {
        let problems = if lines.is_empty() { Vec::new() } else { vec![Problem::Kind] };
        return Reading {
            kind,
            lines,
            fields: Fields::default(),
            spans: vec![],
            checks: vec![],
            problems,
            offer: None,
        };
    };
    let mut reader = Reader {
        today,
        kind,
        layout: kind.layout(),
        lines: Lines::new(&lines),
        fields: Fields::default(),
        spans: vec![],
        checks: vec![],
        problems: vec![],
        offer: None,
    };
    reader.shape(&lines);
    reader.head();
    reader.number();
    reader.dates();
    reader.optional();
    reader.composite();
    let Reader { fields, mut spans, checks, mut problems, offer, .. } = reader;
    spans.sort_by_key(|span| (span.line, span.from));
    problems.sort_by_key(Problem::place);
    Reading { kind: Some(kind), lines, fields, spans, checks, problems, offer }
}

struct Reader {
    today: NaiveDate,
    kind: Kind,
    layout: &'static Layout,
    lines: Lines,
    fields: Fields,
    spans: Vec<Span>,
    checks: Vec<Check>,
    problems: Vec<Problem>,
    offer: Option<Offer>,
}

/// With the check digit that follows.
const fn with_digit(place: Place) -> Place {
    Place { to: place.to + 1, ..place }
}

impl Reader {
    fn shape(&mut self, lines: &[String]) {
        let (count, width) = (self.kind.lines(), self.kind.width());
        if lines.len() != count {
            self.problems.push(Problem::Lines { found: lines.len(), expected: count });
        }
        for (line, number) in lines.iter().zip(1..=count) {
            let found = line.chars().count();
            if found != width {
                self.problems.push(Problem::Length { line: number, found, expected: width });
            }
        }
    }

    /// Notes a part of a line; gives its text when every letter of it can stand there.
    fn part(&mut self, part: Part, place: Place, fits: impl Fn(char) -> bool) -> Option<String> {
        let unfit = self.lines.unfit(place, fits);
        let text = self.lines.text(place).filter(|_| unfit.is_empty());
        let line = place.line;
        self.problems.extend(unfit.iter().map(|(at, found)| Problem::Letter {
            line,
            at: at + 1,
            found: *found,
        }));
        let width = self.lines.width(line);
        if width > place.from {
            let to = place.to.min(width);
            self.spans.push(Span { part, line, from: place.from, to, good: text.is_some() });
        }
        text
    }

    /// The part turned out wrong after all.
    fn wrong(&mut self, part: Part) {
        for span in self.spans.iter_mut().filter(|span| span.part == part) {
            span.good = false;
        }
    }

    /// Who the document is of: code, issuer, names, nationality, sex.
    fn head(&mut self) {
        let code = self.part(Part::DocumentCode, CODE, alphabetic);
        self.fields.document_code = code.map(|code| code.trim_end_matches('<').to_owned());
        self.fields.issuer = self.country(Part::Issuer, ISSUER);
        // A line that is still being typed shows its names as far as they came.
        let names = self.layout.names;
        let shown = Place { to: self.lines.width(names.line).clamp(names.from, names.to), ..names };
        if let Some(text) = self.part(Part::Names, shown, alphabetic).filter(|_| shown.to > shown.from) {
            self.names(&text);
        }
        self.fields.nationality = self.country(Part::Nationality, self.layout.nationality);
        let sex = |letter| match letter {
            'F' => Some(Sex::Female),
            'M' => Some(Sex::Male),
            '<' | 'X' => Some(Sex::Unspecified),
            _ => None,
        };
        let text = self.part(Part::Sex, self.layout.sex, |letter| sex(letter).is_some());
        self.fields.sex = text.and_then(|text| text.chars().next()).and_then(sex);
    }

    fn country(&mut self, part: Part, place: Place) -> Option<String> {
        let code = self.part(part, place, alphabetic)?;
        let known = countries::normalise(&code);
        if known.is_none() {
            self.wrong(part);
            self.problems.push(Problem::Country { part, line: place.line, at: place.from + 1, found: code });
        }
        known.map(str::to_owned)
    }

    fn names(&mut self, names: &str) {
        let spaced =
            |part: &str| part.split('<').filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
        let (surname, given) = names.split_once("<<").unwrap_or((names, ""));
        let surname = spaced(surname);
        if surname.is_empty() {
            self.wrong(Part::Names);
            return;
        }
        self.fields.surname = Some(surname);
        self.fields.given_names = Some(spaced(given));
        let room = self.layout.names.to - self.layout.names.from;
        self.fields.names_cut = names.len() == room && !names.ends_with('<');
    }

    fn number(&mut self) {
        let place = self.layout.number;
        let text = self.part(Part::Number, with_digit(place), any);
        let Some((number, digit)) = self.whole_number() else {
            self.wrong(Part::Number);
            return;
        };
        if self.digit(Covers::Document, &number, digit) {
            let letters = number.chars().filter(|letter| *letter != '<').collect();
            self.fields.number = Some(letters).filter(|_| text.is_some());
        } else {
            self.wrong(Part::Number);
            self.offer(&number, digit);
        }
    }

    /// The number and the place of its check digit. A card's number may be longer than its place: a filler stands for
    /// the check digit, the rest and the check digit begin the optional data (part 5 note j, part 6 note j).
    fn whole_number(&self) -> Option<(String, Place)> {
        let (place, optional) = (self.layout.number, self.layout.optional);
        let number = self.lines.text(place)?;
        let digit = Place { line: place.line, from: place.to, to: place.to + 1 };
        if !self.kind.is_card() || self.lines.letter(digit.line, digit.from) != Some('<') {
            return Some((number, digit));
        }
        let text = self.lines.text(optional)?;
        let rest = text.split('<').next().unwrap_or_default();
        let letters = rest.chars().count();
        if letters < 2 {
            return Some((number, digit));
        }
        let at = optional.from + letters - 1;
        let longer: String = number.chars().chain(rest.chars().take(letters - 1)).collect();
        Some((longer, Place { line: optional.line, from: at, to: at + 1 }))
    }

    /// Where the optional data begins: after the rest of a long number.
    fn optional_from(&self) -> usize {
        let place = self.layout.optional;
        match self.whole_number() {
            Some((_, digit)) if digit.line == place.line && digit.from >= place.from => digit.to,
            _ => place.from,
        }
    }

    /// The letter O and the digit 0 look alike: if exactly one of them in the other's place makes the check digit right,
    /// it is asked about.
    fn offer(&mut self, number: &str, digit: Place) {
        let Some(found) = self.lines.letter(digit.line, digit.from) else { return };
        let swapped = |letter| match letter {
            'O' => Some('0'),
            '0' => Some('O'),
            _ => None,
        };
        let letters: Vec<char> = number.chars().collect();
        let fitting = letters.iter().copied().enumerate().filter_map(|(at, letter)| {
            let instead = swapped(letter)?;
            let other: String =
                letters.iter().enumerate().map(|(n, it)| if n == at { instead } else { *it }).collect();
            (check_digit(&other) == Some(found)).then_some((at, letter, instead))
        });
        let fitting: Vec<_> = fitting.collect();
        let [(at, found, instead)] = *fitting.as_slice() else { return };
        let place = self.layout.number;
        let room = place.to - place.from;
        let (line, at) = if at < room {
            (place.line, place.from + at)
        } else {
            (self.layout.optional.line, self.layout.optional.from + at - room)
        };
        self.offer = Some(Offer { line, at: at + 1, found, instead });
    }

    fn dates(&mut self) {
        let (birth, expiry) = (self.layout.birth, self.layout.expiry);
        if let Some(text) = self.dated(Part::Birth, Covers::Birth, birth) {
            self.fields.birth = self.date(Part::Birth, birth, text, birth_date);
        }
        if let Some(text) = self.dated(Part::Expiry, Covers::Expiry, expiry) {
            self.fields.expiry = self.date(Part::Expiry, expiry, text, expiry_date);
        }
    }

    /// The six characters, when their check digit is right.
    fn dated(&mut self, part: Part, covers: Covers, place: Place) -> Option<String> {
        let whole = self.part(part, with_digit(place), any);
        let digit = Place { line: place.line, from: place.to, to: place.to + 1 };
        let text = self.lines.text(place).filter(|text| self.digit(covers, text, digit));
        if text.is_none() {
            self.wrong(part);
        }
        text.filter(|_| whole.is_some())
    }

    fn date<T>(
        &mut self,
        part: Part,
        place: Place,
        text: String,
        read: impl Fn(&str, NaiveDate) -> Option<T>,
    ) -> Option<T> {
        let date = read(&text, self.today);
        if date.is_none() {
            self.wrong(part);
            self.problems.push(Problem::Date { part, line: place.line, at: place.from + 1, found: text });
        }
        date
    }

    fn optional(&mut self) {
        let place = self.layout.optional;
        let rest = Place { from: self.optional_from(), ..place };
        if rest.from > place.from {
            self.part(Part::Number, Place { to: rest.from, ..place }, any);
        }
        let given =
            |text: String| Some(text.trim_end_matches('<').to_owned()).filter(|text| !text.is_empty());
        if self.kind == Kind::Td3 {
            let whole = self.part(Part::Optional, with_digit(rest), any);
            let digit = Place { line: place.line, from: place.to, to: place.to + 1 };
            let text = self.lines.text(place).filter(|text| self.digit(Covers::Optional, text, digit));
            if text.is_none() {
                self.wrong(Part::Optional);
            }
            self.fields.optional = text.filter(|_| whole.is_some()).and_then(given);
        } else {
            let text = self.part(Part::Optional, rest, any).and_then(given);
            self.fields.optional = text.map(|text| text.trim_start_matches('<').to_owned());
        }
        if let Some(place) = self.layout.optional_second {
            self.fields.optional_second = self.part(Part::OptionalSecond, place, any).and_then(given);
        }
    }

    /// Compares a check digit. A line too short for it has no such check yet.
    fn digit(&mut self, covers: Covers, text: &str, place: Place) -> bool {
        let Some(found) = self.lines.letter(place.line, place.from) else { return false };
        let Some(expected) = check_digit(text) else { return false };
        // An empty personal number may have a filler for its check digit.
        let left_out = covers == Covers::Optional && found == '<' && expected == '0';
        let good = found == expected || left_out;
        self.checks.push(Check { covers, good });
        if !good && any(found) {
            self.problems.push(Problem::Digit {
                covers,
                line: place.line,
                at: place.from + 1,
                found,
                expected,
            });
        }
        good
    }

    /// Covers what the others cover and the optional data, so it is told only when the others are right.
    fn composite(&mut self) {
        let Some((covered, place)) = self.layout.composite else { return };
        let texts = covered.iter().map(|place| self.lines.text(*place)).collect::<Option<Vec<_>>>();
        let expected = texts.and_then(|texts| check_digit(&texts.concat()));
        let (Some(found), Some(expected)) = (self.lines.letter(place.line, place.from), expected) else {
            return;
        };
        let others = self.checks.iter().all(|check| check.good);
        self.checks.push(Check { covers: Covers::Composite, good: found == expected });
        let Place { line, from, to } = place;
        self.spans.push(Span { part: Part::Composite, line, from, to, good: found == expected });
        let (line, at) = (place.line, place.from + 1);
        if !found.is_ascii_digit() {
            self.problems.push(Problem::Letter { line, at, found });
        } else if others && found != expected {
            self.problems.push(Problem::Digit { covers: Covers::Composite, line, at, found, expected });
        }
    }
}
