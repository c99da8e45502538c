//! What scanners, phones and keyboards do to the lines is undone before they are read.
use super::WIDTH;

/// The lines as meant: spaces gone, look-alikes mapped, capitals by ASCII, breaks put where they belong.
pub(super) fn lines(text: &str) -> Vec<String> {
    let single = broken(text, "<");
    // A phone makes one « of <<; a scanner with another font means one <.
    if text.contains('«') && !fits(&single) {
        let double = broken(text, "<<");
        if fits(&double) {
            return double;
        }
    }
    single
}

fn fits(lines: &[String]) -> bool {
    lines.len() == 2 && lines.iter().all(|line| line.len() == WIDTH)
}

fn broken(text: &str, guillemet: &str) -> Vec<String> {
    let lines: Vec<String> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|line| line.chars().filter(|letter| !skipped(*letter)).collect::<String>())
        .filter(|line| !line.is_empty())
        .map(|line| mapped(&line, guillemet))
        .collect();
    let whole = lines.concat();
    let letters = whole.chars().count();
    match lines.as_slice() {
        [first, second] if letters != 2 * WIDTH => vec![names_filled(first, second), second.clone()],
        [first, second] if first.chars().count() == WIDTH => vec![first.clone(), second.clone()],
        // One run of 88, or breaks in wrong places.
        _ if letters == 2 * WIDTH => {
            vec![whole.chars().take(WIDTH).collect(), whole.chars().skip(WIDTH).collect()]
        }
        _ => lines,
    }
}

/// Fillers at the end of the names carry nothing and get lost: they are put back, or too many taken away.
fn names_filled(first: &str, second: &str) -> String {
    let letters = first.chars().count();
    let second_is_whole = second.chars().count() == WIDTH;
    let name = first.trim_end_matches('<');
    if second_is_whole && first.contains("<<") && letters < WIDTH {
        return format!("{first}{}", "<".repeat(WIDTH - letters));
    }
    if second_is_whole && letters > WIDTH && name.chars().count() <= WIDTH {
        return first.chars().take(WIDTH).collect();
    }
    first.to_owned()
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
