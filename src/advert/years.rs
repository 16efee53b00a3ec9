//! Years of experience: "5+ years", "3-5 years", "at least five years", "two or more years".

mod whose;

use super::words::Words;
use crate::steps::counted;

/// Numbers in words, from one on.
const NUMBERS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\
    eighteen|nineteen|twenty";
/// More years are no experience.
const MOST: f64 = 50.0;
/// What may stand before the number and goes with it: `>` after those that say at least, `<` after those that say at
/// most; of two that end alike the longer first.
const BOUNDS: &str = "no less than>|not less than>|no fewer than>|not fewer than>|no more than<|not more than<|at least>|minimum of>|more than>|minimum>|\
    over>|min>|up to<|at most<|less than<|fewer than<|maximum of<|maximum<|under<|max<";
/// Before a number that is better still: what stands before it is enough.
const HOPED: &str = "ideally|preferably|better";
/// What joins two numbers of one range.
const BRIDGES: &str = "to|or|and|through|till|until";
const UNITS: &str = "years|year|yrs|yr|months|month";
/// From so many years on a number is an age more often than an experience, unless one is spoken of.
const AGE: f64 = 16.0;

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

/// A number, and the word with which it begins.
type Amount = (usize, f64);

/// All years of experience that a text names, in order.
pub fn years(words: &Words) -> Vec<Years> {
    let reader = Reader { words };
    counted(0..words.list.len()).filter_map(|unit| reader.at(unit)).collect()
}

struct Reader<'r> {
    words: &'r Words,
}

impl Reader<'_> {
    /// Whether the word is one of a list, separated by bars: a list of strings would cost a place and a length for
    /// each.
    fn is(&self, word: Option<usize>, list: &str) -> bool {
        word.is_some_and(|word| list.split('|').any(|one| one == self.words.letters(word)))
    }

    /// The whole number that a word is.
    fn whole(&self, word: usize) -> Option<f64> {
        let letters = self.words.letters(word);
        let named = NUMBERS.split('|').position(|number| number == letters).map(|index| index as u32 + 1);
        named.or_else(|| letters.parse().ok()).map(f64::from)
    }

    /// The number that ends with the word at `last`: "5", "1.5", "1½", "one and a half".
    fn number(&self, last: usize) -> Option<Amount> {
        let letters = self.words.letters(last);
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
            let ones = NUMBERS.split('|').take(9).position(|number| number == letters)?;
            (before(1)?, 21.0 + ones as f64)
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
        let digits = |word: usize| self.words.letters(word).bytes().all(|byte| byte.is_ascii_digit());
        matches!(self.between(word), "." | ",") && digits(word) && digits(word + 1)
    }

    /// Whether a whole number stands a space before the word: that of "2 1/2".
    fn parts(&self, word: usize) -> bool {
        let whole = word.checked_sub(1).filter(|&whole| self.whole(whole).is_some());
        whole.is_some_and(|whole| self.between(whole) == " ")
    }

    /// The decimals that a word is, right after a whole number and its point: at most two.
    fn decimals(&self, word: usize) -> Option<f64> {
        let part = self.words.letters(word);
        let holds = self.is_joined(word.checked_sub(1)?) && (1..=2).contains(&part.len());
        let scale = if part.len() == 1 { 10.0 } else { 100.0 };
        part.parse::<u32>().ok().filter(|_| holds).map(|part| f64::from(part) / scale)
    }

    /// The decimals that a word is without a whole number before their point: ".5".
    fn bare_decimals(&self, word: usize) -> Option<f64> {
        let part = self.words.letters(word);
        let before = self.words.gap_before(word);
        let bare = before.strip_suffix('.').is_some_and(|rest| rest.ends_with([' ', '\n', '(']) || word == 0);
        let scale = if part.len() == 1 { 10.0 } else { 100.0 };
        part.parse::<u32>().ok().filter(|_| bare && part.len() <= 2).map(|part| f64::from(part) / scale)
    }

    fn between(&self, word: usize) -> &str {
        self.words.between(word)
    }

    /// The years whose unit is the word at `unit`.
    fn at(&self, unit: usize) -> Option<Years> {
        let letters = self.words.letters(unit);
        let months = self.is_months(unit);
        let plural = matches!(letters, "years" | "yrs" | "months");
        let before = unit.checked_sub(1)?;
        let single = matches!(letters, "year" | "yr" | "month") && self.is_single(unit, before);
        if !(plural || single)
            || !self.words.together(before, unit) && !matches!(self.between(before).trim(), ")" | "+)")
        {
            return None;
        }
        if self.goes_on(unit) {
            return None;
        }
        let article = self.is(Some(before), "a");
        let (mut first, mut low, mut high) = match before.checked_sub(1) {
            Some(half) if article && self.is(Some(half), "half") => (half, 0.5, None),
            _ if article => (before, 1.0, None),
            _ => self.numbers(before, months)?,
        };
        let mut asked = false;
        let bound = |phrase: &'static str| {
            let (phrase, sign) = phrase.split_at_checked(phrase.len() - 1)?;
            Some((self.ends_before(first, phrase)?, sign == "<"))
        };
        let mut at_most = self.is(Some(unit + 1), "max|maximum") && self.words.together(unit, unit + 1);
        if let Some((start, most)) = BOUNDS.split('|').find_map(bound) {
            first = start;
            asked |= !most;
            at_most |= most;
        }
        if at_most && high.is_none() {
            (low, high) = (0.0, Some(low));
        }
        let mut end = self.ending(unit);
        if high.is_none() && self.begins_at(end, "and a half") {
            (low, end) = (low + 0.5, end + 3);
        }
        // "A year" and months are a time more often than an experience, and months after years belong to them.
        let open = months && self.between(before).trim_start().starts_with('+');
        let apart = (asked || !article) && (open || !months)
            || self.has_experience(first, end) && !self.is(first.checked_sub(1), "year|years");
        let scale = if months { 12.0 } else { 1.0 };
        let within = high.unwrap_or(low) <= MOST * scale && low > 0.0 || high.is_some_and(|high| high <= MOST * scale);
        let apart = apart && (low < AGE * scale || self.has_experience(first, end));
        (within && apart && self.is_experience(first, end) && !self.is_own(first, end)).then_some(Years {
            first,
            end,
            least: low / scale,
            most: high.map(|high| high / scale),
        })
    }

    /// "1 year", "5 year experience".
    fn is_single(&self, unit: usize, number: usize) -> bool {
        self.is(Some(number), "a")
            || self.number(number).is_some_and(|(_, number)| number == 1.0)
            || self.is(Some(unit + 1), "experience")
    }

    /// The number that ends with the word at `last`, or both of a range: first word, least, most.
    fn numbers(&self, last: usize, months: bool) -> Option<(usize, f64, Option<f64>)> {
        let plus = "plus|more|additional|full";
        if self.is(Some(last), plus) {
            // "5 plus years", "two or more years".
            let or = usize::from(self.is(last.checked_sub(1), "or"));
            let number = last.checked_sub(1 + or)?;
            return self
                .number(number)
                .filter(|_| self.words.together(number, last))
                .map(|(first, least)| (first, least, None));
        }
        let (own, high) = self.number(last)?;
        // "8-10+ years": nobody has too many.
        let open = self.between(last).trim_start().starts_with('+');
        let Some(before) = own.checked_sub(1) else { return Some((own, high, None)) };
        let gap = self.between(before).trim();
        // "five (5) years", "three (3) to five (5) years".
        if let Some(own) = self.spelt_before(own, high) {
            let to = own.checked_sub(1).filter(|&to| self.is(Some(to), BRIDGES));
            let low = to.and_then(|to| self.number(to.checked_sub(1)?)).filter(|(_, least)| *least < high);
            let range = low.and_then(|(first, least)| Some((self.spelt_before(first, least)?, least, Some(high))));
            return Some(range.unwrap_or((own, high, None)));
        }
        // "3, ideally 5 years": three are asked for.
        if self.is(Some(before), HOPED)
            && let Some((first, least)) =
                before.checked_sub(1).and_then(|low| self.number(low)).filter(|(_, least)| *least < high)
        {
            return Some((first, least, None));
        }
        if let Some(range) = self.said_twice(own, high, open, months) {
            return Some(range);
        }
        // "five-to-seven": the hyphens bridge nothing.
        let spoken = self.is(Some(before), BRIDGES);
        let joined = !spoken && matches!(gap, "-" | "/" | "+-" | "+ -");
        let (low, bridge) = if joined { (Some(before), true) } else { (own.checked_sub(2), spoken) };
        let range = low.filter(|&low| bridge && self.words.together(low, last)).and_then(|low| self.number(low));
        match range.filter(|(_, least)| *least < high) {
            Some((first, least)) => Some((first, least, Some(high).filter(|_| !open))),
            None => Some((own, high, None)),
        }
    }

    /// Where the same number begins that stands before one in brackets: the "five" of "five (5)".
    fn spelt_before(&self, own: usize, number: f64) -> Option<usize> {
        let before = own.checked_sub(1).filter(|&before| self.between(before).trim() == "(")?;
        self.number(before).filter(|(_, spelt)| *spelt == number).map(|(first, _)| first)
    }

    /// A range that says its unit twice, or a `+` after each number, whose `high` number begins at `own`: first word,
    /// least, most, in the unit of the last.
    fn said_twice(&self, own: usize, high: f64, open: bool, months: bool) -> Option<(usize, f64, Option<f64>)> {
        let (number, unit) = self.lower(own)?;
        let (mut start, mut least) = self.number(number)?;
        if let Some(unit) = unit {
            least *= if self.is_months(unit) { 1.0 } else { 12.0 } / if months { 1.0 } else { 12.0 };
        }
        // "3+/5+/7+".
        while let Some((number, None)) = self.lower(start) {
            let Some((first, lower)) = self.number(number).filter(|(_, lower)| *lower < least) else { break };
            (start, least) = (first, lower);
        }
        let open = open || self.between(number).trim_start().starts_with('+');
        (least < high).then_some((start, least, Some(high).filter(|_| !open)))
    }

    /// The word with which the lower number of a range ends whose higher one begins at `own`, and its unit: "3 years to
    /// 5 years", "between 6 months and 2 years"; no unit in "5+ / 7+ years".
    fn lower(&self, own: usize) -> Option<(usize, Option<usize>)> {
        let before = own.checked_sub(1)?;
        let gap = |word: usize| self.between(word).trim();
        if matches!(gap(before), "+/" | "+ /") && self.number(before).is_some() {
            return Some((before, None));
        }
        let bridge = match self.is(Some(before), BRIDGES) {
            true if self.is(Some(before), "to") && self.is(before.checked_sub(1), "up") => 2,
            spoken => usize::from(spoken),
        };
        let unit = own.checked_sub(1 + bridge)?;
        // "3 yrs. to 5 yrs.": the point of a word cut short ends no sentence.
        let whole = self.words.together(unit, own) || gap(unit) == "." && self.words.together(unit + 1, own);
        let joined = bridge > 0 || matches!(gap(unit), "-" | "/");
        let number = unit.checked_sub(1).filter(|&number| self.words.together(number, unit))?;
        let (first, _) = self.number(number).filter(|_| whole && joined && self.is(Some(unit), UNITS))?;
        let fits = !self.is(Some(before), "and") || self.is(first.checked_sub(1), "between");
        fits.then_some((number, Some(unit)))
    }

    /// Whether the unit is the first of two in one range.
    fn goes_on(&self, unit: usize) -> bool {
        let is_lower = |last: usize| self.number(last).and_then(|(own, _)| self.lower(own)?.1) == Some(unit);
        (unit + 1..unit + 6).any(|last| self.is(Some(last + 1), UNITS) && is_lower(last))
    }

    fn is_months(&self, unit: usize) -> bool {
        self.is(Some(unit), "months|month")
    }

    /// Where the phrase begins that ends right before the word at `first`.
    fn ends_before(&self, first: usize, phrase: &str) -> Option<usize> {
        let count = phrase.split(' ').count();
        let start = first.checked_sub(count)?;
        let same = phrase.split(' ').enumerate().all(|(index, word)| self.words.letters(start + index) == word);
        // "max. 3 years": the point of a word cut short ends no sentence.
        let short = matches!(phrase, "max" | "min") && self.between(start).trim() == ".";
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
    fn begins_at(&self, end: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(index, word)| {
            self.words.letters(end + index) == word && self.words.together(end.saturating_sub(1), end + index)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::words::words;

    #[test]
    fn years_are_read_however_they_are_written() {
        for (text, slice, least, most) in [
            ("5+ years of product work", "5+ years", 5.0, None),
            ("with 3-5 years in", "3-5 years", 3.0, Some(5.0)),
            ("3 – 5+ years", "3 – 5+ years", 3.0, None),
            ("8-10+ years", "8-10+ years", 8.0, None),
            ("8 to 10 + years", "8 to 10 + years", 8.0, None),
            ("3 to 5 yrs.", "3 to 5 yrs", 3.0, Some(5.0)),
            ("between two and four years", "two and four years", 2.0, Some(4.0)),
            ("At least five years", "At least five years", 5.0, None),
            ("minimum of 7 years’ experience", "minimum of 7 years’", 7.0, None),
            ("two or more years", "two or more years", 2.0, None),
            ("5 plus years", "5 plus years", 5.0, None),
            ("four years or more in", "four years or more", 4.0, None),
            ("five (5) years", "five (5) years", 5.0, None),
            ("Java 8 (5 years)", "5 years", 5.0, None),
            ("up to 3 years", "up to 3 years", 0.0, Some(3.0)),
            ("1 year in a shop", "1 year", 1.0, None),
            ("5 year experience", "5 year", 5.0, None),
            ("for at least 6 years of experience", "at least 6 years", 6.0, None),
            ("٣ or ３ years", "３ years", 3.0, None),
            ("1.5 years of experience", "1.5 years", 1.5, None),
            ("at least 2,5 years", "at least 2,5 years", 2.5, None),
            ("0.75 - 1.5 years", "0.75 - 1.5 years", 0.75, Some(1.5)),
            ("1½ years", "1½ years", 1.5, None),
            ("two and a half years in sales", "two and a half years", 2.5, None),
            ("18 months of experience", "18 months", 1.5, None),
            ("6-12 months’ experience", "6-12 months’", 0.5, Some(1.0)),
            ("We are looking for 5 years of experience", "5 years", 5.0, None),
            ("we expect at least 3 years", "at least 3 years", 3.0, None),
            ("Our ideal candidate has 4 years", "4 years", 4.0, None),
            ("3, ideally 5 years", "3, ideally 5 years", 3.0, None),
            ("five-to-seven years in", "five-to-seven years", 5.0, Some(7.0)),
            ("2 1/2 years of sales", "2 1/2 years", 2.5, None),
            ("1/2 years", "1/2 years", 1.0, Some(2.0)),
            ("36+ months of product work", "36+ months", 3.0, None),
            ("a year and a half of experience", "a year and a half", 1.5, None),
            ("at least a year in a shop", "at least a year", 1.0, None),
            ("two years and a half in sales", "two years and a half", 2.5, None),
            ("٣ years", "٣ years", 3.0, None),
            ("५-७ years", "५-७ years", 5.0, Some(7.0)),
            ("5+ years of combined experience in product and design", "5+ years", 5.0, None),
            ("5&ndash;7 years", "5&ndash;7 years", 5.0, Some(7.0)),
            ("<b>5</b>-<b>7</b> years of experience", "5</b>-<b>7</b> years", 5.0, Some(7.0)),
            ("8-10&#43; years of experience", "8-10&#43; years", 8.0, None),
            ("1<b>.</b>5 years of experience", "1<b>.</b>5 years", 1.5, None),
            ("３－５ years of experience", "３－５ years", 3.0, Some(5.0)),
            ("2·5 years of experience", "2·5 years", 2.5, None),
            ("2 ½ years of experience", "2 ½ years", 2.5, None),
            ("half a year of experience", "half a year", 0.5, None),
            ("twenty-five years of experience", "twenty-five years", 25.0, None),
            ("twenty years of experience", "twenty years", 20.0, None),
            ("max. 3 years of experience", "max. 3 years", 0.0, Some(3.0)),
            ("3 years max", "3 years", 0.0, Some(3.0)),
            ("under 2 years of experience", "under 2 years", 0.0, Some(2.0)),
            ("no less than 4 years", "no less than 4 years", 4.0, None),
            ("a team that needs 3 years of experience", "3 years", 3.0, None),
            ("at work for .5 years of experience", "5 years", 0.5, None),
            ("3 years to 5 years of experience", "3 years to 5 years", 3.0, Some(5.0)),
            ("3 years - 5 years in sales", "3 years - 5 years", 3.0, Some(5.0)),
            ("5+/7+ years in sales", "5+/7+ years", 5.0, None),
            ("3+/5+/7+ years in sales", "3+/5+/7+ years", 3.0, None),
            ("the candidate’s 5 years of experience", "5 years", 5.0, None),
            ("somebody who has 4 years of experience", "4 years", 4.0, None),
            ("our new colleague, who should have 4 years of it", "4 years", 4.0, None),
            ("3 yrs. to 5 yrs. in sales", "3 yrs. to 5 yrs", 3.0, Some(5.0)),
            ("3 years up to 5 years in sales", "3 years up to 5 years", 3.0, Some(5.0)),
            ("between 3 years and 5 years in sales", "3 years and 5 years", 3.0, Some(5.0)),
            ("6 months to 2 years of experience", "6 months to 2 years", 0.5, Some(2.0)),
            ("1 year to 18 months of experience", "1 year to 18 months", 1.0, Some(1.5)),
            ("3 through 5 years in sales", "3 through 5 years", 3.0, Some(5.0)),
            ("a minimum of three (3) to five (5) years", "minimum of three (3) to five (5) years", 3.0, Some(5.0)),
            ("no fewer than 4 years of experience", "no fewer than 4 years", 4.0, None),
            ("5+ / 7+ years in sales", "5+ / 7+ years", 5.0, None),
            ("You join our teams. Someone who has 5 years of experience", "5 years", 5.0, None),
            ("The Product Manager has 5 years of experience", "5 years", 5.0, None),
            ("A leader with 8 years of experience", "8 years", 8.0, None),
            ("With 5 years of experience, you are ready", "5 years", 5.0, None),
            ("With 5 years of experience, strong in sales", "5 years", 5.0, None),
        ] {
            let read = words(text);
            let found = years(&read);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let (start, end) =
                (read.list[found[0].first].start.byte as usize, read.list[found[0].end - 1].end.byte as usize);
            assert_eq!(
                (text[start..end].trim_end_matches('’'), found[0].least, found[0].most),
                (slice.trim_end_matches('’'), least, most)
            );
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
            "at least 18 years of age",
            "18 years or older",
            "you must be aged 18 years",
            "from the age of 16 years",
            "version 1.2.5 years",
            "60 years",
            "within 6 months",
            "a 12 months contract",
            "2 years 6 months",
            "700 months of experience",
            "We have over 20 years of experience in tea",
            "our 15 years of experience",
            "With our combined 40 years",
            "30 years of heritage",
            "after 5 years of service",
            "10 years in business",
            "Age: 25-35 years",
            "Must be over 21 years",
            "turned 18 years",
            "Minimum: 18 years",
            "18+ years only",
            "between 18 and 35 years, please",
            "16 years and above",
            "for kids 5-12 years",
            "10,000 years of experience",
            "1.000 years of experience",
            "The team has 20+ years of experience between them",
            "a family business with 50 years of experience",
            "loan terms of 30 years",
            "average tenure of 6 years",
            "1 year of paid leave",
            "10 years from now",
            "ages 25 to 35 years",
            "18+ years to apply",
            "contract of 2 years",
            "Contract: 2 years",
            "Duration: 24 months of experience",
            "30 years of combined experience, our team",
            "a year ago",
            "Acme has more than 30 years of experience",
            "our CTO, who has 20 years of experience",
            "Acme Tea Ltd boasts over 30 years of experience",
            "Acme brings 30 years",
            "reporting to Jane, who has 15 years of experience",
            "led by Jane Roe, who brings 15 years",
            "Your manager has 12 years of experience",
            "With over 20 years of experience, Acme helps banks",
            "With 20 years of experience in tea, we know it",
            "Backed by 20 years of experience",
            "The company's 20 years of experience",
            "Acme's 10 years of experience",
            "the founders’ 30 years of experience",
            "twice a year and a half day",
            "12+ months contract",
        ] {
            let found = years(&words(text));
            let none = if text == "2 years 6 months" { 1 } else { 0 };
            assert_eq!(found.len(), none, "{text}: {found:?}");
        }
    }
}
