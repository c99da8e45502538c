//! Makes every text printable: PDF/A refuses a letter that the font lacks, and a notice must never fail for a host's name.
use serde_json::Value;
use typst::text::Font;

/// Stands for a letter that no font of ours has.
const UNKNOWN: char = '?';

/// Invisible marks that would only confuse copying and reading aloud.
const UNSEEN: [char; 2] = ['\u{ad}', '\u{feff}'];

/// Rewrites all texts inside `value`.
pub(crate) fn legible(value: &mut Value, fonts: &[Font]) {
    match value {
        Value::String(text) => *text = clean(text, |letter| has(fonts, letter)),
        Value::Array(items) => items.iter_mut().for_each(|item| legible(item, fonts)),
        Value::Object(fields) => fields.values_mut().for_each(|item| legible(item, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn has(fonts: &[Font], letter: char) -> bool {
    fonts.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

fn clean(text: &str, has: impl Fn(char) -> bool) -> String {
    text.chars()
        .filter(|letter| !UNSEEN.contains(letter) && !directs(*letter))
        .map(|letter| match letter {
            letter if letter.is_control() => ' ',
            letter if has(letter) => letter,
            _ => UNKNOWN,
        })
        .collect()
}

/// Zero-width and direction marks.
fn directs(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_printed_is_seen_to_be_missing() {
        let latin = |letter: char| letter <= '\u{24f}';
        assert_eq!(clean("Xəzər 酒店".replace('ə', "e").as_str(), latin), "Xezer ??");
        assert_eq!(clean("a\u{202e}b\u{ad}c\td\0", latin), "abc d ");
    }
}
