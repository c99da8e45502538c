//! What scanners, phones and keyboards do to the lines is undone before they are read.
use super::{
    digit::check_digit,
    kind::{Kind, Place},
    line::Lines,
};

/// The zone and its lines as meant: spaces gone, look-alikes mapped, capitals by ASCII, breaks put where they belong.
pub(super) fn lines(text: &str) -> (Option<Kind>, Vec<String>) {
    arranged(text, false)
}

/// The lines of a text to which nothing more will come: fillers that got lost at the end are put back.
pub fn completed(text: &str) -> String {
    arranged(text, true).1.join("\n")
}

fn arranged(text: &str, finished: bool) -> (Option<Kind>, Vec<String>) {
    let single = broken(text, "<", finished);
    // A phone makes one « of <<; a scanner with another font means one <.
    let lines = if text.contains('«') {
        let double = broken(text, "<<", finished);
        let given = given(text, "<").len();
        let fits = |lines: &[String]| fitting(lines).map(|kind| kind.lines() == given);
        if fits(&double) > fits(&single) { double } else { single }
    } else {
        single
    };
    let kind = kind(&lines);
    let lines = kind.map_or(lines.clone(), |kind| proven(kind, &lines));
    (kind, lines)
}

/// The zones that begin with the letter of these lines.
fn candidates(lines: &[String]) -> &'static [Kind] {
    lines.first().and_then(|line| line.chars().next()).map_or(&[], Kind::begun_by)
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// The zone that these lines are, whole.
fn fitting(lines: &[String]) -> Option<Kind> {
    let fits =
        |kind: &Kind| lines.len() == kind.lines() && lines.iter().all(|line| width(line) == kind.width());
    candidates(lines).iter().copied().find(fits)
}

/// The zone that these lines are or may yet become.
fn kind(lines: &[String]) -> Option<Kind> {
    let longest = lines.iter().map(|line| width(line)).max()?;
    let whole = |kind: Kind| lines.iter().filter(|line| width(line) == kind.width()).count();
    let room = |kind: &Kind| longest <= kind.width() && lines.len() <= kind.lines();
    let candidates = candidates(lines);
    fitting(lines)
        .or_else(|| candidates.iter().copied().filter(room).max_by_key(|kind| (whole(*kind), kind.lines())))
        .or_else(|| candidates.iter().copied().max_by_key(|kind| whole(*kind)))
}

/// The lines as they are broken in the text.
fn given(text: &str, guillemet: &str) -> Vec<String> {
    text.split(['\n', '\r', '\t', '\u{2028}', '\u{2029}'])
        .map(|line| line.chars().filter(|letter| !skipped(*letter)).collect::<String>())
        .filter(|line| !line.is_empty())
        .map(|line| mapped(&line, guillemet))
        .collect()
}

fn broken(text: &str, guillemet: &str, finished: bool) -> Vec<String> {
    let lines = given(text, guillemet);
    if fitting(&lines).is_some() || (!finished && coming(&lines)) {
        return lines;
    }
    let filled = candidates(&lines).iter().find_map(|kind| filled(*kind, &lines, finished));
    filled.or_else(|| rebroken(&lines)).unwrap_or(lines)
}

/// Whether all lines but the last are whole, and the last is on its way.
fn coming(lines: &[String]) -> bool {
    let Some((last, before)) = lines.split_last().filter(|(_, before)| !before.is_empty()) else {
        return false;
    };
    candidates(lines).iter().any(|kind| {
        before.iter().all(|line| width(line) == kind.width())
            && lines.len() <= kind.lines()
            && width(last) < kind.width()
    })
}

/// One run of all letters, or breaks in wrong places.
fn rebroken(lines: &[String]) -> Option<Vec<String>> {
    let letters: Vec<char> = lines.iter().flat_map(|line| line.chars()).collect();
    let kind = candidates(lines).iter().find(|kind| letters.len() == kind.lines() * kind.width())?;
    Some(letters.chunks(kind.width()).map(|line| line.iter().collect()).collect())
}

/// Fillers at the end of a line carry nothing and get lost: they are put back, or too many taken away. A line that is
/// still being typed, the last one, is left alone; and one line must be whole, so that the zone is known.
fn filled(kind: Kind, lines: &[String], finished: bool) -> Option<Vec<String>> {
    let whole = |line: &String| width(line) == kind.width();
    let last_is_there = lines.last().is_some_and(whole);
    if lines.len() != kind.lines() || !lines.iter().any(whole) || !(finished || last_is_there) {
        return None;
    }
    lines.iter().zip(1..).map(|(line, number)| fillers(kind, line, number)).collect()
}

fn fillers(kind: Kind, line: &str, number: usize) -> Option<String> {
    let layout = kind.layout();
    let letters = width(line);
    let missing = kind.width().saturating_sub(letters);
    let can_lose = if number == layout.names.line {
        line.contains("<<") || line.ends_with('<')
    } else {
        // Nothing but optional data up to the end.
        number == layout.optional.line
            && layout.optional.to == kind.width()
            && letters >= layout.optional.from
    };
    if missing == 0 {
        let end = line.char_indices().nth(kind.width()).map_or(line.len(), |(end, _)| end);
        let (kept, over) = line.split_at_checked(end)?;
        return over.chars().all(|letter| letter == '<').then(|| kept.to_owned());
    }
    can_lose.then(|| format!("{line}{}", "<".repeat(missing)))
}

/// Letters that stand where only digits can, and for which a check digit proves the digit.
fn proven(kind: Kind, texts: &[String]) -> Vec<String> {
    let layout = kind.layout();
    let mut lines = Lines::new(texts);
    for date in [layout.birth, layout.expiry] {
        let place = Place { to: date.to + 1, ..date };
        let Some(text) = lines.text(place) else { continue };
        let digits: String = text.chars().map(|letter| as_digit(letter).unwrap_or(letter)).collect();
        let right =
            digits.len() == text.len() && digits.get(..6).and_then(check_digit) == digits.chars().next_back();
        if right {
            for (at, digit) in digits.chars().enumerate() {
                lines.put(place.line, place.from + at, digit);
            }
        }
    }
    let follows = |place: Place| Place { from: place.to, to: place.to + 1, ..place };
    let (number, optional) = ([layout.number], [layout.optional]);
    let number = Some((number.as_slice(), follows(layout.number)));
    let optional = (kind == Kind::Td3).then_some((optional.as_slice(), follows(layout.optional)));
    for (covered, digit) in [number, optional, layout.composite].into_iter().flatten() {
        let Some(meant) = lines.letter(digit.line, digit.from).and_then(as_digit) else { continue };
        let texts = covered.iter().map(|place| lines.text(*place)).collect::<Option<Vec<_>>>();
        if texts.and_then(|texts| check_digit(&texts.concat())) == Some(meant) {
            lines.put(digit.line, digit.from, meant);
        }
    }
    lines.texts()
}

/// The digit that a letter is taken for.
const fn as_digit(letter: char) -> Option<char> {
    Some(match letter {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        _ => return None,
    })
}

/// Spaces and marks that cannot be seen.
fn skipped(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn mapped(line: &str, guillemet: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '«' => text.push_str(guillemet),
            '‹' | '＜' | '〈' | '⟨' => text.push('<'),
            // Turkic keyboards: the capital of i is İ.
            'İ' | 'ı' => text.push('I'),
            _ => text.push(look_alike(letter).unwrap_or_else(|| letter.to_ascii_uppercase())),
        }
    }
    text
}

/// A Cyrillic or Greek letter that looks the same as a Latin one.
fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'А' | 'а' | 'Α' => 'A',
        'В' | 'в' | 'Β' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' | 'Ε' => 'E',
        'Н' | 'н' | 'Η' => 'H',
        'І' | 'і' | 'Ι' => 'I',
        'Ј' | 'ј' => 'J',
        'К' | 'к' | 'Κ' => 'K',
        'М' | 'м' | 'Μ' => 'M',
        'О' | 'о' | 'Ο' => 'O',
        'Р' | 'р' | 'Ρ' => 'P',
        'Ѕ' | 'ѕ' => 'S',
        'Т' | 'т' | 'Τ' => 'T',
        'Х' | 'х' | 'Χ' => 'X',
        'У' | 'у' | 'Ү' | 'ү' | 'Υ' => 'Y',
        'Ν' => 'N',
        'Ζ' => 'Z',
        _ => return None,
    })
}
