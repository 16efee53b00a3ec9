//! Years of experience: "5+ years", "3-5 years", "at least five years", "two or more years".

use super::words::Words;

/// Numbers in words, from one on.
const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
/// More years are no experience.
const MOST: u32 = 50;
/// What may stand before the number and goes with it.
const AT_LEAST: [&str; 6] = ["at least", "minimum of", "more than", "minimum", "over", "min"];
const AT_MOST: [&str; 5] = ["up to", "less than", "fewer than", "maximum of", "maximum"];
/// Before or after the years: a time, not an experience.
const TIME_BEFORE: [&str; 8] = ["last", "past", "next", "previous", "coming", "first", "every", "within"];
const TIME_AFTER: [&str; 8] = ["ago", "old", "later", "young", "contract", "fixed", "plan", "warranty"];
/// Words after the years within which experience is looked for when `for` stands before the number.
const NEAR: usize = 4;

/// Years that the text asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// First word.
    pub first: usize,
    /// After the last word.
    pub end: usize,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: Option<u32>,
}

/// All that are found, in order.
pub fn years(text: &str, words: &Words) -> Vec<Years> {
    let reader = Reader { text, words };
    (0..words.list.len()).filter_map(|unit| reader.at(unit)).collect()
}

struct Reader<'r> {
    text: &'r str,
    words: &'r Words,
}

impl Reader<'_> {
    fn is(&self, word: Option<usize>, list: &[&str]) -> bool {
        word.is_some_and(|word| list.contains(&self.words.letters(word)))
    }

    fn number(&self, word: usize) -> Option<u32> {
        let letters = self.words.letters(word);
        let named = NUMBERS.iter().position(|number| *number == letters).map(|index| index as u32 + 1);
        named.or_else(|| letters.parse().ok()).filter(|&years| years <= MOST)
    }

    /// What stands in the text between a word and the next, with brackets and signs.
    fn between(&self, word: usize) -> &str {
        let end = self.words.list.get(word).map(|word| word.end.byte as usize);
        let start = self.words.list.get(word + 1).map(|word| word.start.byte as usize);
        end.zip(start).and_then(|(end, start)| self.text.get(end..start)).unwrap_or_default()
    }

    /// The years whose unit is the word at `unit`.
    fn at(&self, unit: usize) -> Option<Years> {
        let letters = self.words.letters(unit);
        let plural = matches!(letters, "years" | "yrs");
        let before = unit.checked_sub(1)?;
        let single = matches!(letters, "year" | "yr") && self.is_single(unit, before);
        if !(plural || single) || !self.words.together(before, unit) && !matches!(self.between(before).trim(), ")" | "+)") {
            return None;
        }
        let (mut first, mut low, mut high) = self.numbers(before)?;
        for (list, most) in [(AT_LEAST.as_slice(), false), (AT_MOST.as_slice(), true)] {
            if let Some(start) = list.iter().find_map(|phrase| self.ends_before(first, phrase)) {
                first = start;
                if most && high.is_none() {
                    (low, high) = (0, Some(low));
                }
                break;
            }
        }
        let end = self.ending(unit);
        self.is_experience(first, end).then_some(Years { first, end, least: low, most: high })
    }

    /// "1 year", "5 year experience".
    fn is_single(&self, unit: usize, number: usize) -> bool {
        self.number(number) == Some(1) || self.is(Some(unit + 1), &["experience"])
    }

    /// The number that ends with the word at `last`, or both of a range: first word, least, most.
    fn numbers(&self, last: usize) -> Option<(usize, u32, Option<u32>)> {
        let plus = ["plus", "more", "additional", "full"];
        if self.is(Some(last), &plus) {
            // "5 plus years", "two or more years".
            let or = usize::from(self.is(last.checked_sub(1), &["or"]));
            let number = last.checked_sub(1 + or)?;
            return self.number(number).filter(|_| self.words.together(number, last)).map(|least| (number, least, None));
        }
        let high = self.number(last)?;
        let Some(before) = last.checked_sub(1) else { return Some((last, high, None)) };
        let gap = self.between(before).trim();
        // "five (5) years".
        if gap == "(" && self.number(before) == Some(high) {
            return Some((before, high, None));
        }
        let joined = matches!(gap, "-" | "–" | "—" | "‐" | "‑" | "−" | "/" | "+-" | "+ -");
        let (low, bridge) = if joined { (Some(before), true) } else { (last.checked_sub(2), self.is(Some(before), &["to", "or", "and"])) };
        let range = low.filter(|&low| bridge && self.words.together(low, last)).and_then(|low| Some((low, self.number(low)?)));
        match range.filter(|(_, least)| *least < high) {
            Some((first, least)) => Some((first, least, Some(high))),
            None => Some((last, high, None)),
        }
    }

    /// Where the phrase begins that ends right before the word at `first`.
    fn ends_before(&self, first: usize, phrase: &str) -> Option<usize> {
        let count = phrase.split(' ').count();
        let start = first.checked_sub(count)?;
        let same = phrase.split(' ').enumerate().all(|(index, word)| self.words.letters(start + index) == word);
        (same && self.words.together(start, first)).then_some(start)
    }

    /// After "or more" or "plus", or after the unit.
    fn ending(&self, unit: usize) -> usize {
        let after = |count: usize| self.words.together(unit, unit + count);
        if after(2) && self.is(Some(unit + 1), &["or"]) && self.is(Some(unit + 2), &["more", "above"]) {
            return unit + 3;
        }
        if after(1) && self.is(Some(unit + 1), &["plus"]) { unit + 2 } else { unit + 1 }
    }

    fn is_experience(&self, first: usize, end: usize) -> bool {
        let before = first.checked_sub(1).filter(|&before| self.words.together(before, first));
        let after = Some(end).filter(|&end| self.words.together(end.saturating_sub(1), end));
        if self.is(before, &TIME_BEFORE) || self.is(after, &TIME_AFTER) {
            return false;
        }
        !self.is(before, &["for"]) || (end..end + NEAR).any(|word| self.words.together(first, word) && self.is(Some(word), &["experience"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::words::words;

    #[test]
    fn years_are_read_however_they_are_written() {
        for (text, slice, least, most) in [
            ("5+ years of product work", "5+ years", 5, None),
            ("with 3-5 years in", "3-5 years", 3, Some(5)),
            ("3 – 5+ years", "3 – 5+ years", 3, Some(5)),
            ("3 to 5 yrs.", "3 to 5 yrs", 3, Some(5)),
            ("between two and four years", "two and four years", 2, Some(4)),
            ("At least five years", "At least five years", 5, None),
            ("minimum of 7 years’ experience", "minimum of 7 years’", 7, None),
            ("two or more years", "two or more years", 2, None),
            ("5 plus years", "5 plus years", 5, None),
            ("four years or more in", "four years or more", 4, None),
            ("five (5) years", "five (5) years", 5, None),
            ("up to 3 years", "up to 3 years", 0, Some(3)),
            ("1 year in a shop", "1 year", 1, None),
            ("5 year experience", "5 year", 5, None),
            ("for at least 6 years of experience", "at least 6 years", 6, None),
            ("٣ or ３ years", "３ years", 3, None),
        ] {
            let read = words(text);
            let found = years(text, &read);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let (start, end) = (read.list[found[0].first].start.byte as usize, read.list[found[0].end - 1].end.byte as usize);
            assert_eq!((text[start..end].trim_end_matches('’'), found[0].least, found[0].most), (slice.trim_end_matches('’'), least, most));
        }
        for text in [
            "2019 years",
            "years of work",
            "5 year plan",
            "over the last 5 years",
            "20 years ago",
            "for over 20 years we have",
            "18 years old",
            "year",
        ] {
            assert_eq!(years(text, &words(text)), [], "{text}");
        }
    }
}
