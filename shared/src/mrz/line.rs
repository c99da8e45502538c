//! Looking at the lines by their columns.
use super::kind::Place;

/// The lines of a zone: after repair they may still be of any length and hold any character.
#[derive(Debug, Clone)]
pub(super) struct Lines(Vec<Vec<char>>);

impl Lines {
    pub fn new(lines: &[String]) -> Self {
        Self(lines.iter().map(|line| line.chars().collect()).collect())
    }

    /// As they stand now.
    pub fn texts(&self) -> Vec<String> {
        self.0.iter().map(|line| line.iter().collect()).collect()
    }

    fn line(&self, number: usize) -> Option<&Vec<char>> {
        self.0.get(number.checked_sub(1)?)
    }

    /// How long a line is; one that has not come has no length.
    pub fn width(&self, number: usize) -> usize {
        self.line(number).map_or(0, Vec::len)
    }

    /// The text of these columns; none when the line is too short for them.
    pub fn text(&self, place: Place) -> Option<String> {
        self.line(place.line)?.get(place.from..place.to).map(|letters| letters.iter().collect())
    }

    /// The letter of one column.
    pub fn letter(&self, line: usize, at: usize) -> Option<char> {
        self.line(line)?.get(at).copied()
    }

    /// Another letter in this column.
    pub fn put(&mut self, line: usize, at: usize, letter: char) {
        let line = line.checked_sub(1).and_then(|line| self.0.get_mut(line));
        if let Some(place) = line.and_then(|line| line.get_mut(at)) {
            *place = letter;
        }
    }

    /// Columns whose letter does not fit.
    pub fn unfit(&self, place: Place, fits: impl Fn(char) -> bool) -> Vec<(usize, char)> {
        let letters = self.line(place.line).into_iter().flatten().copied();
        let columns = letters.enumerate().take(place.to).skip(place.from);
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
