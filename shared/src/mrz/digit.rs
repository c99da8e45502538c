//! Check digits: weights 7, 3, 1, modulo 10 (ICAO 9303 part 3, section 4.9).

/// The check digit of a text of A–Z, 0–9 and `<`; none for any other character.
pub fn check_digit(text: &str) -> Option<char> {
    let mut sum = 0;
    for (letter, weight) in text.chars().zip([7, 3, 1].into_iter().cycle()) {
        sum += value(letter)? * weight;
    }
    char::from_digit(sum % 10, 10)
}

/// 0–9 as they are, A–Z as 10–35, the filler as 0.
fn value(letter: char) -> Option<u32> {
    match letter {
        '<' => Some(0),
        '0'..='9' | 'A'..='Z' => letter.to_digit(36),
        _ => None,
    }
}
