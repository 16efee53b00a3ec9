//! How numbers and units are written: "5", "1.5", "1½", "twenty-five", "yrs", "5yrs".

use super::{MOST, Reader};
use crate::advert::words::any;

/// Numbers in words, from one on.
const NUMBERS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\
    eighteen|nineteen|twenty";
const UNITS: &str = "years|year|yrs|yr|months|month|decades|decade";

/// A number, and the word with which it begins.
type Number = (usize, f64);

/// The whole number that a word names.
#[inline(never)]
fn named(letters: &str) -> Option<u32> {
    NUMBERS.split('|').position(|number| number == letters).map(|index| index as u32 + 1)
}

impl Reader<'_> {
    /// The unit that a word is, or that follows its digits without a space: "5yrs".
    pub(super) fn unit(&self, word: usize) -> Option<&str> {
        let letters = self.words.letters(word);
        let unit = letters.trim_start_matches(|letter: char| letter.is_ascii_digit());
        any(UNITS, &|one| one == unit).then_some(unit)
    }

    /// How many of the units that a word is make a year.
    pub(super) fn per_year(&self, unit: usize) -> Option<f64> {
        Some(match self.unit(unit)?.as_bytes().first() {
            Some(b'm') => 12.0,
            Some(b'd') => 0.1,
            _ => 1.0,
        })
    }

    /// The word with which the number before a unit ends: the unit itself if its digits stand right before it.
    pub(super) fn number_of(&self, unit: usize) -> Option<usize> {
        if self.figures(unit).is_empty() || self.figures(unit) == self.words.letters(unit) {
            unit.checked_sub(1)
        } else {
            Some(unit)
        }
    }

    /// The letters of a word, without a unit right after its digits.
    fn figures(&self, word: usize) -> &str {
        let letters = self.words.letters(word);
        self.unit(word).and_then(|unit| letters.strip_suffix(unit)).unwrap_or(letters)
    }

    /// The whole number that a word is.
    fn whole(&self, word: usize) -> Option<f64> {
        let letters = self.figures(word);
        named(letters).or_else(|| letters.parse().ok()).map(f64::from)
    }

    /// The number that ends with the word at `last`: "5", "1.5", "1½", "one and a half".
    pub(super) fn number(&self, last: usize) -> Option<Number> {
        let letters = self.figures(last);
        let before = |count: usize| last.checked_sub(count);
        let half = |word: usize| Some((word, self.whole(word)? + 0.5));
        let found = if let Some(part) = self.bare_decimals(last) {
            (last, part)
        } else if letters == "half" && self.is(before(1), "a") && self.is(before(2), "and") {
            half(before(3)?)?
        } else if letters == "2"
            && self.is(before(1), "1")
            && before(1).is_some_and(|one| self.between(one) == "/" && self.parts(one))
        {
            half(before(2)?)?
        } else if letters == "½" && self.parts(last) {
            half(before(1)?)?
        } else if let Some(whole) = letters.strip_suffix('½') {
            (last, whole.parse::<u32>().map_or(0.0, f64::from) + 0.5)
        } else if let Some(part) = self.decimals(last) {
            // Of a number with two points, as a version has, nothing is taken.
            let whole = before(1).filter(|&whole| self.decimals(whole).is_none())?;
            (whole, self.whole(whole)? + part)
        } else if self.is(before(1), "twenty") && before(1).is_some_and(|tens| matches!(self.between(tens), " " | "-"))
        {
            (before(1)?, 20.0 + f64::from(named(letters).filter(|&ones| ones < 10)?))
        } else if before(1).is_some_and(|thousands| self.is_joined(thousands)) {
            // "10,000 years".
            return None;
        } else {
            (last, self.whole(last)?)
        };
        Some(found).filter(|(_, number)| *number <= 12.0 * MOST)
    }

    /// Whether the word and the next are digits of one number, with a point or a comma between them.
    fn is_joined(&self, word: usize) -> bool {
        let digits = |word: usize| self.figures(word).bytes().all(|byte| byte.is_ascii_digit());
        matches!(self.between(word), "." | ",") && digits(word) && digits(word + 1)
    }

    /// Whether a whole number stands a space before the word: that of "2 1/2".
    fn parts(&self, word: usize) -> bool {
        let whole = word.checked_sub(1).filter(|&whole| self.whole(whole).is_some());
        whole.is_some_and(|whole| self.between(whole) == " ")
    }

    /// The decimals that a word is, right after a whole number and its point: at most two.
    fn decimals(&self, word: usize) -> Option<f64> {
        let part = self.figures(word);
        let holds = self.is_joined(word.checked_sub(1)?) && (1..=2).contains(&part.len());
        let scale = if part.len() == 1 { 10.0 } else { 100.0 };
        part.parse::<u32>().ok().filter(|_| holds).map(|part| f64::from(part) / scale)
    }

    /// The decimals that a word is without a whole number before their point: ".5".
    fn bare_decimals(&self, word: usize) -> Option<f64> {
        let part = self.figures(word);
        let before = self.words.gap_before(word);
        let bare = before.strip_suffix('.').is_some_and(|rest| rest.ends_with([' ', '\n', '(']) || word == 0);
        let scale = if part.len() == 1 { 10.0 } else { 100.0 };
        part.parse::<u32>().ok().filter(|_| bare && part.len() <= 2).map(|part| f64::from(part) / scale)
    }

    /// Where the same number begins that stands before one in brackets: the "five" of "five (5)".
    pub(super) fn spelt_before(&self, own: usize, number: f64) -> Option<usize> {
        let before = own.checked_sub(1).filter(|&before| matches!(self.gap(before), "(" | "["))?;
        self.number(before).filter(|(_, spelt)| *spelt == number).map(|(first, _)| first)
    }

    /// Whether nothing but brackets and a `+` stand between the word and the next.
    pub(super) fn is_near(&self, word: usize) -> bool {
        let gap = self.gap(word);
        self.words.together(word, word + 1) || !gap.is_empty() && gap.bytes().all(|sign| b"()[]+ ".contains(&sign))
    }

    /// Whether a `+` stands after the word: "5+", "5(+)", "(5)+".
    pub(super) fn is_open(&self, word: usize) -> bool {
        self.gap(word).bytes().find(|sign| !b"()[] ".contains(sign)) == Some(b'+')
    }
}
