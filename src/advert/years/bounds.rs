//! Bounds of an amount, in words and as signs, and ranges: "at least 5", "< 3", "3 to 5", "min 3 max 5".

use super::{Amount, FAR, NEAR, Reader};
use crate::advert::words::any;

/// What may stand before the number and goes with it: `>` after those that say at least, `<` after those that say at
/// most, `+` and `-` after those that compare, whose meaning a "not" turns round; of two that end alike the longer
/// first.
const BOUNDS: &str = "at least>|minimum of>|more than+|greater than+|in excess of+|upwards of>|minimum>|over+|above+|exceed+|exceeds+|\
    exceeding+|min>|up to<|at most<|less than-|fewer than-|maximum of<|maximum<|under-|below-|max<";
/// What turns a comparison round, right before it or before a verb.
const NOT: &str = "no|not|never|cannot|shouldnt|mustnt|wont|neednt|dont";
/// Upper bounds after the unit.
const MOST_AFTER: &str = "max|maximum|at most|at the most|or less|or fewer|or under|or below";
/// What those with so many years will not be, or do: the years are too few then.
const REFUSED: &str = "considered|shortlisted|eligible|entertained|accepted|apply";
/// Before a number that is better still: what stands before it is enough.
const HOPED: &str = "ideally|preferably|better";
/// What joins two numbers of one range.
const BRIDGES: &str = "to|or|and|through|till|until";
/// Signs of lower and of upper bounds.
const SIGNS: [&str; 2] = [">|>=|≥", "<|<=|≤"];

/// A range that is read: first word, least, most.
type Range = (usize, f64, Option<f64>);

impl Reader<'_> {
    /// An amount with the bounds that are said before it, or the upper one after its unit.
    pub(super) fn bounded(&self, mut amount: Amount, scale: f64, mut at_most: bool) -> Amount {
        let mut start = amount.first;
        if let Some((first, most)) = self.bound(start) {
            start = first;
            amount.asked = !most;
            at_most |= most;
        }
        if at_most && amount.high.is_none() {
            let high = amount.low;
            let lower = self.lower_bound(start, high, scale);
            amount.asked |= lower.is_some();
            (start, amount.low) = lower.unwrap_or((start, 0.0));
            amount.high = Some(high);
        }
        amount.first = start;
        amount
    }

    /// The bound that stands before the word at `first`: where it begins, and whether it is an upper one.
    fn bound(&self, first: usize) -> Option<(usize, bool)> {
        let said = |phrase: &'static str| {
            let (phrase, sign) = phrase.split_at_checked(phrase.len() - 1)?;
            Some((self.ends_before(first, phrase)?, sign))
        };
        let Some((start, sign)) = BOUNDS.split('|').find_map(said) else {
            return self.sign(first).map(|most| (first, most));
        };
        let most = matches!(sign, "<" | "-");
        match self.denial(start).filter(|_| matches!(sign, "+" | "-")) {
            Some(not) => Some((not, !most)),
            None => Some((start, most)),
        }
    }

    /// Where a "not" stands that turns a comparison round: "not less than", "not be less than", "not have more than".
    fn denial(&self, start: usize) -> Option<usize> {
        let verb = usize::from(self.is(start.checked_sub(1), "be|have"));
        let not = start.checked_sub(1 + verb)?;
        (self.is(Some(not), NOT) && self.words.together(not, start)).then_some(not)
    }

    /// Whether a sign right before a word is that of an upper bound, or of a lower one.
    fn sign(&self, word: usize) -> Option<bool> {
        let gap = self.gap_before(word);
        SIGNS.iter().position(|signs| any(signs, &|sign| gap.ends_with(sign))).map(|index| index == 1)
    }

    /// Whether an upper bound is said after the unit: "3 years max", "3 years or less".
    pub(super) fn is_at_most(&self, unit: usize) -> bool {
        let said = |phrase: &str| {
            let end = unit + 1 + phrase.split(' ').count();
            // "Minimum 3 years maximum 5 years", "maximum of 5": it is that of what follows.
            let next = end + usize::from(self.is(Some(end), "of"));
            self.begins_at(unit + 1, phrase) && !(self.words.together(unit, next) && self.number(next).is_some())
        };
        any(MOST_AFTER, &said)
    }

    /// Whether those below the bound are told that they are too few: "less than 2 years will not be considered".
    pub(super) fn is_refused(&self, end: usize) -> bool {
        let refused = |word: usize| {
            self.is(Some(word), REFUSED)
                && self.words.sentence(word) == self.words.sentence(end - 1)
                && (1..=2).any(|count| self.is(word.checked_sub(count), NOT))
        };
        (end..end + FAR).any(refused)
    }

    /// A bound written as a sign after the unit, of an amount with one before it: "5 < years of experience < 8". The word
    /// that its number is, and the number.
    pub(super) fn signed_after(&self, unit: usize, end: usize) -> Option<(usize, f64)> {
        let before = self.sign(unit)?;
        let after = |word: &usize| self.words.together(unit, *word) && self.sign(*word) == Some(before);
        let word = (end..=end + NEAR).find(after)?;
        Some((word, self.number(word)?.1))
    }

    /// The lower bound of a range whose upper one begins with the word at `start`: "min 3" of "min 3 max 5 years", "2"
    /// of "2 to max 5 years". Where it begins, and its number.
    fn lower_bound(&self, start: usize, high: f64, scale: f64) -> Option<(usize, f64)> {
        let mut last = start.checked_sub(1)?;
        let bridge = self.is(Some(last), BRIDGES) || self.is(Some(last), "but");
        // "Band 4 and up to 5 years": unlike "to", "and" joins things of two kinds.
        let mut joined = self.is(Some(last), "to|through|till|until") || matches!(self.gap(last), "-" | "/");
        last = last.checked_sub(usize::from(bridge))?;
        if self.is(Some(last), "min|minimum") && self.unit(last.checked_sub(1)?).is_some() {
            (last, joined) = (last - 1, true);
        }
        let mut factor = 1.0;
        if let Some(per_year) = self.per_year(last) {
            (factor, last) = (scale / per_year, self.number_of(last)?);
        }
        let (first, least) = self.number(last)?;
        let first = self.spelt_before(first, least).unwrap_or(first);
        let bound = self.bound(first).filter(|(_, most)| !most);
        let fits = joined || bound.is_some() || self.is(first.checked_sub(1), "between");
        let same = self.words.sentence(first) == self.words.sentence(start);
        let first = bound.map_or(first, |(first, _)| first);
        (fits && same && least * factor < high).then_some((first, least * factor))
    }

    /// The number that ends with the word at `last`, or both of a range.
    pub(super) fn numbers(&self, last: usize, scale: f64) -> Option<Range> {
        if self.is(Some(last), "plus|more") {
            return self.or_more(last, scale);
        }
        let (own, high) = self.number(last)?;
        // "8-10+ years": nobody has too many.
        let open = self.is_open(last);
        let Some(before) = own.checked_sub(1) else { return Some((own, high, None)) };
        let gap = self.gap(before);
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
        if let Some(range) = self.said_twice(own, high, open, scale) {
            return Some(range);
        }
        // "five-to-seven": the hyphens bridge nothing.
        let spoken = self.is(Some(before), BRIDGES);
        let joined = !spoken && matches!(gap, "-" | "/" | "+-" | "+ -" | "- <" | "-<");
        let (low, bridge) = if joined { (Some(before), true) } else { (own.checked_sub(2), spoken) };
        let range = low.filter(|&low| bridge && self.words.together(low, last)).and_then(|low| self.number(low));
        match range.filter(|(_, least)| *least < high) {
            Some((first, least)) => {
                let (first, least) =
                    if self.is(Some(before), "or") { self.listed(first, least) } else { (first, least) };
                Some((first, least, Some(high).filter(|_| !open)))
            }
            None => Some((own, high, None)),
        }
    }

    /// "5 plus", "two or more", "three (3) or more", "2, 3 or more": nobody has too many.
    fn or_more(&self, last: usize, scale: f64) -> Option<Range> {
        let or = usize::from(self.is(last.checked_sub(1), "or"));
        let number = last.checked_sub(1 + or).filter(|&number| self.is_near(number))?;
        self.number(number)?;
        let (first, least, high) = self.numbers(number, scale)?;
        let (first, least) = if or == 1 && high.is_none() { self.listed(first, least) } else { (first, least) };
        Some((first, least, None))
    }

    /// The number that begins with the word at `first`, or the one below it, set apart by a comma: the "1" of "1, 2 or 3".
    fn listed(&self, first: usize, least: f64) -> (usize, f64) {
        let below = first.checked_sub(1).filter(|&below| self.gap(below) == ",");
        let below = below.and_then(|below| self.number(below)).filter(|(_, below)| *below == least - 1.0);
        below.unwrap_or((first, least))
    }

    /// A range that says its unit twice, or a `+` after each number, whose `high` number begins at `own`, in the unit of
    /// the last.
    fn said_twice(&self, own: usize, high: f64, open: bool, scale: f64) -> Option<Range> {
        let (number, unit) = self.lower(own)?;
        let (mut start, mut least) = self.number(number)?;
        if let Some(unit) = unit.and_then(|unit| self.per_year(unit)) {
            least *= scale / unit;
        }
        // "3+/5+/7+".
        while let Some((number, None)) = self.lower(start) {
            let Some((first, lower)) = self.number(number).filter(|(_, lower)| *lower < least) else { break };
            (start, least) = (first, lower);
        }
        let open = open || self.is_open(number);
        (least < high).then_some((start, least, Some(high).filter(|_| !open)))
    }

    /// The word with which the lower number of a range ends whose higher one begins at `own`, and its unit: "3 years to
    /// 5 years", "between 6 months and 2 years"; no unit in "5+ / 7+ years".
    fn lower(&self, own: usize) -> Option<(usize, Option<usize>)> {
        let before = own.checked_sub(1)?;
        if matches!(self.gap(before), "+/" | "+ /") && self.unit(before).is_none() && self.number(before).is_some() {
            return Some((before, None));
        }
        let bridge = match self.is(Some(before), BRIDGES) {
            true if self.is(Some(before), "to") && self.is(before.checked_sub(1), "up") => 2,
            spoken => usize::from(spoken),
        };
        let unit = own.checked_sub(1 + bridge)?;
        // "3 yrs. to 5 yrs.": the point of a word cut short ends no sentence.
        let whole = self.words.together(unit, own) || self.gap(unit) == "." && self.words.together(unit + 1, own);
        let joined = bridge > 0 || matches!(self.gap(unit), "-" | "/");
        self.unit(unit).filter(|_| whole && joined)?;
        let number = self.number_of(unit).filter(|&number| self.words.together(number, unit))?;
        let (first, _) = self.number(number)?;
        let fits = !self.is(Some(before), "and") || self.is(first.checked_sub(1), "between");
        fits.then_some((number, Some(unit)))
    }

    /// Whether the unit is the first of two in one range.
    pub(super) fn goes_on(&self, unit: usize) -> bool {
        let is_lower = |last: usize| self.number(last).and_then(|(own, _)| self.lower(own)?.1) == Some(unit);
        (unit + 1..unit + 7).any(|next| {
            let last = self.unit(next).and_then(|_| self.number_of(next));
            last.is_some_and(is_lower)
        })
    }
}
