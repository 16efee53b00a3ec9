//! Years of experience: "5+ years", "3-5 years", "at least five years", "two or more years".

mod bounds;
mod labels;
mod spelling;
mod times;
mod whose;

use super::words::Words;
use crate::steps::counted;

/// More years are no experience.
const MOST: f64 = 50.0;
/// From so many years on a number is an age more often than an experience, unless one is spoken of.
const AGE: f64 = 16.0;
/// What the years are of.
const EXPERIENCE: &str = "experience|exp";
/// What may stand between a number and its unit.
const ADJECTIVES: &str =
    "additional|full|consecutive|solid|calendar|continuous|complete|whole|good|straight|further|relevant|total";
/// Words after the years within which experience is looked for when `for` stands before the number, and words before
/// them within which it is looked for whose they are.
const NEAR: usize = 4;
/// Words after the years, or before "who", within which it is looked for whose they are.
const FAR: usize = 8;

/// Years of experience that the text asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Years {
    /// Index of the first word.
    pub first: usize,
    /// Index of the word after the last one.
    pub end: usize,
    /// Lower bound, in years; months are parts of a year.
    pub least: f64,
    /// Upper bound, in years; nothing where the advert names none.
    pub most: Option<f64>,
}

/// An amount before its unit, in that unit.
#[derive(Clone, Copy)]
struct Amount {
    /// Index of the first word.
    first: usize,
    low: f64,
    high: Option<f64>,
    /// Whether a lower bound is said, in words or by a sign.
    asked: bool,
    /// Whether it is that of "a year".
    article: bool,
    /// Whether a `+` stands after the number.
    open: bool,
}

/// All years of experience that a text names, in order.
pub fn years(words: &Words) -> Vec<Years> {
    let reader = Reader { words };
    let mut found: Vec<Years> = Vec::new();
    for years in counted(0..words.list.len()).filter_map(|unit| reader.at(unit)) {
        // "Minimum 3 years, maximum 5 years": the range holds what was read of its first half.
        if found.last().is_some_and(|before| before.first >= years.first) {
            found.pop();
        }
        found.push(years);
    }
    found
}

struct Reader<'r> {
    words: &'r Words,
}

impl Reader<'_> {
    /// Whether the word is one of a list, separated by bars.
    fn is(&self, word: Option<usize>, list: &str) -> bool {
        self.words.is_one(word, list)
    }

    fn between(&self, word: usize) -> &str {
        self.words.between(word)
    }

    /// What stands before a word, without white space around it.
    #[inline(never)]
    fn gap_before(&self, word: usize) -> &str {
        self.words.gap_before(word).trim()
    }

    /// What stands after a word, without white space around it.
    fn gap(&self, word: usize) -> &str {
        self.gap_before(word + 1)
    }

    /// The nearest of up to `count` words before the one at `word`, as far as its sentence goes, that `holds`.
    #[inline(never)]
    fn nearest(&self, word: usize, count: usize, holds: &dyn Fn(usize) -> bool) -> Option<usize> {
        let near = counted((word.saturating_sub(count)..word).rev());
        near.take_while(|&before| self.words.sentence(before) == self.words.sentence(word))
            .find(|&before| holds(before))
    }

    /// The nearest of them that is one of a list.
    #[inline(never)]
    fn nearest_of(&self, word: usize, count: usize, list: &str) -> Option<usize> {
        self.nearest(word, count, &|before| self.is(Some(before), list))
    }

    /// The years whose unit is the word at `unit`.
    fn at(&self, unit: usize) -> Option<Years> {
        let scale = self.per_year(unit)?;
        let Some(amount) = self.amount(unit, scale) else { return self.labelled(unit, scale) };
        let Amount { first, mut low, mut high, asked, article, open } = amount;
        let mut end = self.ending(unit);
        if high.is_none() && self.begins_at(end, "and a half") {
            (low, end) = (low + 0.5, end + 3);
        }
        if let Some((upper, most)) = self.signed_after(unit, end).filter(|_| high.is_none()) {
            (low, high, end) = (low.min(most), Some(low.max(most)), upper + 1);
        }
        if low == 0.0 && self.is_refused(end) {
            (low, high) = (high.unwrap_or(low), None);
        }
        // "A year", months and decades are a time more often than an experience, and months after years belong to them.
        let years = scale == 1.0;
        let experience = self.has_experience(end);
        let apart = years && (asked || !article)
            || scale > 1.0 && open
            || experience && !self.is(first.checked_sub(1), "year|years");
        let within = high.unwrap_or(low) <= MOST * scale && low > 0.0 || high.is_some_and(|high| high <= MOST * scale);
        let apart = apart && (low < AGE * scale || experience);
        let plain = !(asked || open || high.is_some());
        (within && apart && self.is_experience(first, end, plain) && !self.is_own(first, end, low / scale))
            .then_some(Years { first, end, least: low / scale, most: high.map(|high| high / scale) })
    }

    /// The amount before a unit.
    fn amount(&self, unit: usize, scale: f64) -> Option<Amount> {
        let last = self.number_of(unit)?;
        let glued = last == unit;
        if !glued && !self.is_near(last) || self.goes_on(unit) {
            return None;
        }
        let last = last.checked_sub(usize::from(self.is(Some(last), ADJECTIVES) && !glued))?;
        let article = self.is(Some(last), "a");
        let half = last.checked_sub(1).filter(|&half| article && self.is(Some(half), "half"));
        let (first, low, high) = match half {
            Some(half) => (half, 0.5, None),
            None if article => (last, 1.0, None),
            None => self.numbers(last, scale)?,
        };
        let open = self.is_open(last) || self.is_open(unit);
        let amount = Amount { first, low, high: high.filter(|_| !open), asked: false, article, open };
        let single = !self.words.letters(unit).ends_with('s') && !article && low != 1.0;
        if single && !self.is_single(unit, open) {
            return None;
        }
        Some(self.bounded(amount, scale, self.is_at_most(unit)))
    }

    /// "5 year experience", "5+ year of experience", "a five-year track record"; not "5 year plan".
    fn is_single(&self, unit: usize, open: bool) -> bool {
        let next = |list: &str| self.goes_with(unit + 1, unit + 1) && self.is(Some(unit + 1), list);
        next(EXPERIENCE)
            || self.begins_at(unit + 1, "track record")
            || next("of|min|minimum|relevant") && self.has_experience(unit + 1)
            || open && self.ends_with_experience(unit + 1)
    }

    /// Whether the noun phrase after the years speaks of experience: "product management experience".
    fn ends_with_experience(&self, end: usize) -> bool {
        let phrase = (end..end + NEAR).take_while(|&word| !self.ends_at(word) && !self.is(Some(word), "of"));
        phrase.map(Some).any(|word| self.is(word, EXPERIENCE))
    }

    /// Whether the word goes on in the stretch of the years that end before `end`. The point of a unit cut short ends
    /// none: "5 yr. of experience".
    #[inline(never)]
    fn goes_with(&self, end: usize, word: usize) -> bool {
        let last = end.saturating_sub(1);
        let short = self.unit(last).is_some_and(|unit| !unit.starts_with("year")) && self.gap(last) == ".";
        self.words.together(if short { end } else { last }, word)
    }

    /// Whether experience is spoken of soon after the years.
    #[inline(never)]
    fn has_experience(&self, end: usize) -> bool {
        (end..end + NEAR).any(|word| self.goes_with(end, word) && self.is(Some(word), EXPERIENCE))
    }

    /// Where the phrase begins that ends right before the word at `first`.
    #[inline(never)]
    fn ends_before(&self, first: usize, phrase: &str) -> Option<usize> {
        let count = phrase.split(' ').count();
        let start = first.checked_sub(count)?;
        let same = phrase.split(' ').enumerate().all(|(index, word)| self.words.letters(start + index) == word);
        // "max. 3 years": the point of a word cut short ends no sentence. "Minimum: 3 years".
        let short = matches!(phrase, "max" | "min") && matches!(self.gap(start), "." | ".:" | ":")
            || matches!(phrase, "maximum" | "minimum") && self.gap(start) == ":";
        (same && (short || self.words.together(start, first))).then_some(start)
    }

    /// After "or more" or "plus", or after the unit.
    fn ending(&self, unit: usize) -> usize {
        let after = |count: usize| self.words.together(unit, unit + count);
        if after(2) && self.is(Some(unit + 1), "or") && self.is(Some(unit + 2), "more|above") {
            return unit + 3;
        }
        if after(1) && self.is(Some(unit + 1), "plus") { unit + 2 } else { unit + 1 }
    }

    /// Whether the phrase goes on right after the years.
    #[inline(never)]
    fn begins_at(&self, end: usize, phrase: &str) -> bool {
        phrase
            .split(' ')
            .enumerate()
            .all(|(index, word)| self.words.letters(end + index) == word && self.goes_with(end, end + index))
    }
}

#[cfg(test)]
mod tests;
