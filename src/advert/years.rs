//! Years of experience: "5+ years", "3-5 years", "at least five years", "two or more years".

use super::words::Words;
use crate::steps::counted;

/// Numbers in words, from one on.
const NUMBERS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\
    eighteen|nineteen|twenty";
/// More years are no experience.
const MOST: f64 = 50.0;
/// What may stand before the number and goes with it: `>` after those that say at least, `<` after those that say at
/// most; of two that end alike the longer first.
const BOUNDS: &str = "no less than>|not less than>|no more than<|not more than<|at least>|minimum of>|more than>|minimum>|\
    over>|min>|up to<|at most<|less than<|fewer than<|maximum of<|maximum<|under<|max<";
/// Before a number that is better still: what stands before it is enough.
const HOPED: &str = "ideally|preferably|better";
/// Before or after the years: a time or an age, not an experience.
const TIME_BEFORE: &str = "last|past|next|previous|coming|first|every|each|within|after|since|aged|age of|ages of|contract of|term of|terms of|tenure of|\
    period of|duration of";
/// The same, also before a colon: "Age: 25-35 years", "Contract: 12 months".
const TIME_NAMES: &str = "age|ages|turned|kids|children|pupils|contract|duration|term|length";
const TIME_AFTER: &str = "ago|old|later|young|contract|fixed|plan|warranty|of age|or older|and older|or over|and over|to apply|from now|of paid|of leave|of funding|\
    to enter|to join|to be|in business|of history|of heritage|of growth|of trading|of innovation|of success|\
    of service|of operation";
/// Words after the years within which experience is looked for when `for` stands before the number, and words before
/// them within which it is looked for whose they are.
const NEAR: usize = 4;
/// Years of those who write the advert, ...
const OWN: &str = "we|our|weve|us|combined";
/// Years of several people, whose they are being said after them: "30 years of combined experience in our team".
const SUMMED: &str = "combined|collective";
/// Whose years they are if one of them stands before "has" or "with".
const GROUPS: &str = "team|company|business|firm|agency|founders";
/// From so many years on a number is an age more often than an experience, unless one is spoken of.
const AGE: f64 = 16.0;
/// Words after the years within which that is looked for.
const NEAR_AFTER: usize = 8;
/// ... unless they say what they ask for.
const ASKED: &str = "you|your|youll|youve|youd|candidate|candidates|applicant|applicants|someone|somebody|person|people|who|need|\
    needs|require|requires|required|want|wants|seek|seeks|seeking|looking|look|expect|expects|ask|asks|must|\
    should|like|prefer";

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
        let months = matches!(letters, "months" | "month");
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
            _ => self.numbers(before)?,
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
    fn numbers(&self, last: usize) -> Option<(usize, f64, Option<f64>)> {
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
        // "five (5) years".
        if gap == "(" && self.number(before).is_some_and(|(_, number)| number == high) {
            return Some((before, high, None));
        }
        // "3, ideally 5 years": three are asked for.
        if self.is(Some(before), HOPED)
            && let Some((first, least)) =
                before.checked_sub(1).and_then(|low| self.number(low)).filter(|(_, least)| *least < high)
        {
            return Some((first, least, None));
        }
        // "3 years to 5 years", "5+ / 7+ years".
        if let Some(first) = self.first_unit(before, own) {
            let (start, least) = self.number(first)?;
            let open = open || self.between(first).trim_start().starts_with('+');
            return (least < high).then_some((start, least, Some(high).filter(|_| !open)));
        }
        // "five-to-seven": the hyphens bridge nothing.
        let spoken = self.is(Some(before), "to|or|and");
        let joined = !spoken && matches!(gap, "-" | "/" | "+-" | "+ -");
        let (low, bridge) = if joined { (Some(before), true) } else { (own.checked_sub(2), spoken) };
        let range = low.filter(|&low| bridge && self.words.together(low, last)).and_then(|low| self.number(low));
        match range.filter(|(_, least)| *least < high) {
            Some((first, least)) => Some((first, least, Some(high).filter(|_| !open))),
            None => Some((own, high, None)),
        }
    }

    /// The lower number of a range that says its unit twice, or a `+` after each number. `before` is the word before the
    /// higher number, which begins at `own`.
    fn first_unit(&self, before: usize, own: usize) -> Option<usize> {
        if self.between(before).trim() == "+/" {
            return Some(before);
        }
        let spoken = self.is(Some(before), "to|or");
        let unit = if spoken { before.checked_sub(1)? } else { before };
        let joined = spoken || matches!(self.between(unit).trim(), "-" | "/");
        let number = unit.checked_sub(1)?;
        let said = joined && self.is(Some(unit), "years|year|yrs|yr") && self.words.together(number, own);
        (said && self.number(number).is_some()).then_some(number)
    }

    /// Whether the unit is the first of two in one range.
    fn goes_on(&self, unit: usize) -> bool {
        let next = unit + if self.is(Some(unit + 1), "to|or") { 2 } else { 1 };
        (next..next + 3).any(|last| {
            self.is(Some(last + 1), "years|year|yrs|yr")
                && self
                    .number(last)
                    .is_some_and(|(first, _)| first == next && self.first_unit(next - 1, next) == unit.checked_sub(1))
        })
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

    fn is_experience(&self, first: usize, end: usize) -> bool {
        let before = |phrase: &str| self.ends_before(first, phrase).is_some();
        let after = |phrase: &str| self.begins_at(end, phrase);
        if TIME_BEFORE.split('|').any(before) || TIME_AFTER.split('|').any(after) || self.is_time(first) {
            return false;
        }
        self.ends_before(first, "for").is_none() || self.has_experience(first, end)
    }

    /// Whether the word before names a time or an age.
    fn is_time(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let joined = self.words.together(before, first) || self.between(before).trim() == ":";
        joined && self.is(Some(before), TIME_NAMES)
    }

    /// Whether experience is spoken of soon after the years.
    fn has_experience(&self, first: usize, end: usize) -> bool {
        (end..end + NEAR).any(|word| self.words.together(first, word) && self.is(Some(word), "experience|exp"))
    }

    /// Whether the phrase goes on right after the years.
    fn begins_at(&self, end: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(index, word)| {
            self.words.letters(end + index) == word && self.words.together(end.saturating_sub(1), end + index)
        })
    }

    /// Whether the years are of those who write: the nearest word before that tells is one for themselves, or years of
    /// several people are theirs by what comes after.
    fn is_own(&self, first: usize, end: usize) -> bool {
        let before = |count: usize| first.checked_sub(count);
        if self.is(before(1), "has|have|with|brings|bring") && self.is(before(2), GROUPS) {
            return true;
        }
        let near = (first.saturating_sub(NEAR)..first).rev().take_while(|&word| self.words.together(word, first));
        let telling = near.map(Some).find(|&word| self.is(word, OWN) || self.is(word, ASKED));
        let Some(telling) = telling else { return self.is_summed(end) || self.is_named(first) };
        // "Our founder, who has 20 years".
        let whose = |who: usize| (who.saturating_sub(NEAR)..who).any(|word| self.is(Some(word), "our"));
        self.is(telling, OWN) || self.is(telling, "who") && telling.is_some_and(whose)
    }

    /// Whether a sentence of a name and "has" ends with the years: "Acme has more than 30 years".
    fn is_named(&self, first: usize) -> bool {
        let begins = |name: usize| name == 0 || !self.words.together(name - 1, name);
        self.is(first.checked_sub(1), "has") && first.checked_sub(2).is_some_and(begins)
    }

    /// Whether the years are said to be those of several people, and these to be the ones who write.
    fn is_summed(&self, end: usize) -> bool {
        let sentence = |word: usize| self.words.list.get(word).map(|word| word.sentence);
        let after =
            |count: usize| (end..end + count).take_while(|&word| sentence(word) == sentence(end.saturating_sub(1)));
        after(NEAR).any(|word| self.is(Some(word), SUMMED))
            && after(NEAR_AFTER).any(|word| self.is(Some(word), "we|our|us"))
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
            ("somebody who has 4 years of experience", "4 years", 4.0, None),
            ("our new colleague, who should have 4 years of it", "4 years", 4.0, None),
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
            "twice a year and a half day",
            "12+ months contract",
        ] {
            let found = years(&words(text));
            let none = if text == "2 years 6 months" { 1 } else { 0 };
            assert_eq!(found.len(), none, "{text}: {found:?}");
        }
    }
}
