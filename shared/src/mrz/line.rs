//! Looking at a line by its columns.

/// A line of the zone: after repair it may still be of any length and hold any character.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub letters: Vec<char>,
    /// 1 or 2.
    pub number: usize,
}

impl Line {
    pub fn new(text: &str, number: usize) -> Self {
        Self { letters: text.chars().collect(), number }
    }

    /// The text of these columns; none when the line is too short for them.
    pub fn columns(&self, from: usize, to: usize) -> Option<String> {
        self.letters.get(from..to).map(|letters| letters.iter().collect())
    }

    /// The letter of one column.
    pub fn column(&self, at: usize) -> Option<char> {
        self.letters.get(at).copied()
    }

    /// Columns within `from..to` whose letter does not fit.
    pub fn unfit(&self, from: usize, to: usize, fits: impl Fn(char) -> bool) -> Vec<(usize, char)> {
        let columns = self.letters.iter().copied().enumerate().take(to).skip(from);
        columns.filter(|(_, letter)| !fits(*letter)).collect()
    }
}

/// A letter, a digit or a filler.
pub(super) fn any(letter: char) -> bool {
    letter == '<' || letter.is_ascii_uppercase() || letter.is_ascii_digit()
}

/// A letter or a filler.
pub(super) fn alphabetic(letter: char) -> bool {
    letter == '<' || letter.is_ascii_uppercase()
}
