//! Lines and columns of a text, found without beginning at its start each time: a text can have a hundred problems.

use crate::steps::count;
use std::cell::OnceCell;

/// Bytes from one place that is known beforehand to the next.
const APART: usize = 512;

/// A text whose lines and columns can be asked for; it is scanned only when they are.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// Line and column of the first character at or after every [`APART`]th byte, and where that is.
    known: OnceCell<Vec<Place>>,
}

/// A byte, with its line and its column.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: usize,
    line: u32,
    column: u32,
}

impl Place {
    /// The place after a character.
    fn after(self, character: char) -> Place {
        let at = self.at + character.len_utf8();
        match character {
            '\n' => Place { at, line: self.line + 1, column: 1 },
            _ => Place { at, line: self.line, column: self.column + character.len_utf16() as u32 },
        }
    }
}

impl<'t> Places<'t> {
    /// Prepares a text; nothing is scanned yet.
    pub fn of(text: &'t str) -> Places<'t> {
        Places { text, known: OnceCell::new() }
    }

    /// The text that it was made of.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Line and column of a byte of the text: both from 1, the column in UTF-16 code units.
    pub fn line_and_column(&self, at: usize) -> (u32, u32) {
        let known = self.known.get_or_init(|| known(self.text));
        // The text may end right where another place would be known.
        let index = (at / APART).min(known.len().saturating_sub(1));
        let begins = Place { at: 0, line: 1, column: 1 };
        let mut place = known.get(index).copied().filter(|place| place.at <= at).unwrap_or(begins);
        for character in self.text.get(place.at..).unwrap_or_default().chars() {
            count(1);
            if place.at >= at {
                break;
            }
            place = place.after(character);
        }
        (place.line, place.column)
    }
}

fn known(text: &str) -> Vec<Place> {
    let mut known = Vec::with_capacity(text.len() / APART + 1);
    let mut place = Place { at: 0, line: 1, column: 1 };
    for character in text.chars() {
        count(1);
        if place.at >= known.len() * APART {
            known.push(place);
        }
        place = place.after(character);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::Places;

    /// The same as counting from the start, at every byte of texts of one line and of many.
    #[test]
    fn places_are_those_counted_from_the_start() {
        for piece in ["a\u{1f600}é\nü", "abcdefghijklmnopqrstuvwxyz€", "\n", ""] {
            let text = piece.repeat(if piece.is_empty() { 0 } else { 20_000 / piece.len() });
            let places = Places::of(&text);
            let (mut line, mut column) = (1, 1);
            for (index, (at, character)) in text.char_indices().enumerate() {
                if index % 31 == 0 || (at + 4) % 512 < 8 {
                    assert_eq!(places.line_and_column(at), (line, column), "byte {at}");
                }
                (line, column) =
                    if character == '\n' { (line + 1, 1) } else { (line, column + character.len_utf16() as u32) };
            }
            assert_eq!(places.line_and_column(text.len()), (line, column));
        }
    }
}
