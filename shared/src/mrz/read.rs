//! From the two lines to fields, part by part.
use chrono::{Datelike, NaiveDate};

use super::{
    BirthDate, Check, Covers, Fields, Part, Problem, Reading, Sex, Span, WIDTH,
    digit::check_digit,
    line::{Line, alphabetic, any},
    repair,
};
use crate::countries;

/// Reads what was pasted, scanned or typed. `today` decides the century of a birth and whether a date has come.
pub fn read(text: &str, today: NaiveDate) -> Reading {
    let lines = repair::lines(text);
    let mut reader =
        Reader { today, fields: Fields::default(), spans: vec![], checks: vec![], problems: vec![] };
    reader.shape(&lines);
    if !reader.problems.contains(&Problem::Kind) {
        let mut numbered = lines.iter().zip(1..).map(|(line, number)| Line::new(line, number));
        if let Some(first) = numbered.next() {
            reader.first(&first);
        }
        if let Some(second) = numbered.next() {
            reader.second(&second);
        }
    }
    let Reader { fields, spans, checks, problems, .. } = reader;
    Reading { lines, fields, spans, checks, problems }
}

struct Reader {
    today: NaiveDate,
    fields: Fields,
    spans: Vec<Span>,
    checks: Vec<Check>,
    problems: Vec<Problem>,
}

impl Reader {
    fn shape(&mut self, lines: &[String]) {
        let Some(first) = lines.first() else { return };
        if !first.starts_with('P') {
            self.problems.push(Problem::Kind);
            return;
        }
        if lines.len() != 2 {
            self.problems.push(Problem::Lines { found: lines.len() });
        }
        for (line, number) in lines.iter().zip(1..=2) {
            let found = line.chars().count();
            if found != WIDTH {
                self.problems.push(Problem::Length { line: number, found });
            }
        }
    }

    /// Notes a part of a line; gives its text when every letter of it can stand there.
    fn part(
        &mut self,
        line: &Line,
        part: Part,
        (from, to): (usize, usize),
        fits: impl Fn(char) -> bool,
    ) -> Option<String> {
        let unfit = line.unfit(from, to, fits);
        let text = line.columns(from, to).filter(|_| unfit.is_empty());
        let number = line.number;
        self.problems.extend(unfit.iter().map(|(at, found)| Problem::Letter {
            line: number,
            at: at + 1,
            found: *found,
        }));
        if line.letters.len() > from {
            let to = to.min(line.letters.len());
            self.spans.push(Span { part, line: number, from, to, good: text.is_some() });
        }
        text
    }

    /// The part turned out wrong after all.
    fn wrong(&mut self, part: Part) {
        for span in self.spans.iter_mut().filter(|span| span.part == part) {
            span.good = false;
        }
    }

    fn first(&mut self, line: &Line) {
        let code = self.part(line, Part::DocumentCode, (0, 2), alphabetic);
        self.fields.document_code = code.map(|code| code.trim_end_matches('<').to_owned());
        let issuer = self.part(line, Part::Issuer, (2, 5), alphabetic);
        self.fields.issuer = self.country(line, Part::Issuer, 2, issuer);
        // A line that is still being typed shows its names as far as they came.
        let end = line.letters.len().clamp(5, WIDTH);
        if let Some(names) = self.part(line, Part::Names, (5, end), alphabetic) {
            self.names(&names);
        }
    }

    fn country(&mut self, line: &Line, part: Part, from: usize, code: Option<String>) -> Option<String> {
        let code = code?;
        let known = countries::normalise(&code);
        if known.is_none() {
            self.wrong(part);
            self.problems.push(Problem::Country { part, line: line.number, at: from + 1, found: code });
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
        self.fields.names_cut = names.len() == WIDTH - 5 && !names.ends_with('<');
    }

    fn second(&mut self, line: &Line) {
        let number = self.part(line, Part::Number, (0, 10), any);
        if self.digit(line, Covers::Document, (0, 9)) && number.is_some() {
            self.fields.number =
                number.map(|text| text.chars().take(9).filter(|letter| *letter != '<').collect());
        } else {
            self.wrong(Part::Number);
        }
        let nationality = self.part(line, Part::Nationality, (10, 13), alphabetic);
        self.fields.nationality = self.country(line, Part::Nationality, 10, nationality);
        let birth = self.part(line, Part::Birth, (13, 20), any);
        if self.digit(line, Covers::Birth, (13, 19)) {
            self.fields.birth = self.date(line, Part::Birth, 13, birth, birth_date);
        } else {
            self.wrong(Part::Birth);
        }
        self.sex(line);
        let expiry = self.part(line, Part::Expiry, (21, 28), any);
        if self.digit(line, Covers::Expiry, (21, 27)) {
            self.fields.expiry = self.date(line, Part::Expiry, 21, expiry, expiry_date);
        } else {
            self.wrong(Part::Expiry);
        }
        let personal = self.part(line, Part::Personal, (28, 43), any);
        if self.digit(line, Covers::Optional, (28, 42)) {
            let text = personal.map(|text| text.chars().take(14).collect::<String>());
            let text = text.map(|text| text.trim_end_matches('<').to_owned());
            self.fields.personal_number = text.filter(|text| !text.is_empty());
        } else {
            self.wrong(Part::Personal);
        }
        self.composite(line);
    }

    /// Compares the check digit that follows `from..to`. A line too short for it has no such check yet.
    fn digit(&mut self, line: &Line, covers: Covers, (from, to): (usize, usize)) -> bool {
        let (Some(text), Some(found)) = (line.columns(from, to), line.column(to)) else { return false };
        let Some(expected) = check_digit(&text) else { return false };
        // An empty personal number may have a filler for its check digit.
        let left_out = covers == Covers::Optional && found == '<' && expected == '0';
        let good = found == expected || left_out;
        self.checks.push(Check { covers, good });
        if !good && any(found) {
            self.problems.push(Problem::Digit { covers, line: line.number, at: to + 1, found, expected });
        }
        good
    }

    /// Covers what the others cover, so it is told only when the others are right.
    fn composite(&mut self, line: &Line) {
        let parts = [line.columns(0, 10), line.columns(13, 20), line.columns(21, 43)];
        let Some(text) = parts.into_iter().collect::<Option<Vec<_>>>() else { return };
        let (Some(found), Some(expected)) = (line.column(43), check_digit(&text.concat())) else { return };
        let others = self.checks.iter().all(|check| check.good);
        self.checks.push(Check { covers: Covers::Composite, good: found == expected });
        let (number, at) = (line.number, 44);
        if !found.is_ascii_digit() {
            self.problems.push(Problem::Letter { line: number, at, found });
        } else if others && found != expected {
            self.problems.push(Problem::Digit {
                covers: Covers::Composite,
                line: number,
                at,
                found,
                expected,
            });
        }
    }

    fn sex(&mut self, line: &Line) {
        let sex = |letter| match letter {
            'F' => Some(Sex::Female),
            'M' => Some(Sex::Male),
            '<' | 'X' => Some(Sex::Unspecified),
            _ => None,
        };
        let text = self.part(line, Part::Sex, (20, 21), |letter| sex(letter).is_some());
        self.fields.sex = text.and_then(|text| text.chars().next()).and_then(sex);
    }

    fn date<T>(
        &mut self,
        line: &Line,
        part: Part,
        from: usize,
        text: Option<String>,
        read: impl Fn(&str, NaiveDate) -> Option<T>,
    ) -> Option<T> {
        let text: String = text?.chars().take(6).collect();
        let date = read(&text, self.today);
        if date.is_none() {
            self.wrong(part);
            self.problems.push(Problem::Date { part, line: line.number, at: from + 1, found: text });
        }
        date
    }
}

/// Two places of a date.
#[derive(Clone, Copy)]
enum Pair {
    Number(u32),
    /// Fillers, and XX in some passports.
    Unknown,
}

impl Pair {
    fn read(text: &str, from: usize) -> Option<Self> {
        match text.get(from..from + 2)? {
            "<<" | "XX" => Some(Self::Unknown),
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok().map(Self::Number)
            }
            _ => None,
        }
    }

    fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Unknown => None,
        }
    }
}

/// Nobody is born in the future: two digits are of this century, if that day has come, else of the last.
fn birth_date(text: &str, today: NaiveDate) -> Option<BirthDate> {
    let [year, month, day] =
        [Pair::read(text, 0)?, Pair::read(text, 2)?, Pair::read(text, 4)?].map(Pair::number);
    if month.is_some_and(|month| !(1..=12).contains(&month))
        || day.is_some_and(|day| !(1..=31).contains(&day))
    {
        return None;
    }
    let century = today.year() - today.year() % 100;
    let year = year.and_then(|year| i32::try_from(year).ok()).map(|year| {
        let first_day = NaiveDate::from_ymd_opt(century + year, month.unwrap_or(1), day.unwrap_or(1));
        let has_come = first_day.map_or(century + year <= today.year(), |first_day| first_day <= today);
        if has_come { century + year } else { century + year - 100 }
    });
    let birth = BirthDate { year, month, day };
    // Known in all its parts, it must be a day that exists.
    let whole = year.is_some() && month.is_some() && day.is_some();
    (!whole || birth.date().is_some()).then_some(birth)
}

/// Passports live ten years or so: two digits are of the century in which they are nearest to today.
fn expiry_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (year, month, day) =
        (Pair::read(text, 0)?.number()?, Pair::read(text, 2)?.number()?, Pair::read(text, 4)?.number()?);
    let century = today.year() - today.year() % 100;
    let year = century + i32::try_from(year).ok()?;
    let year = match year - today.year() {
        51.. => year - 100,
        ..-50 => year + 100,
        _ => year,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}
