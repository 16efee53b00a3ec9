//! Years whose unit stands before their number: "Years of experience: 5+", "several years of experience (at least 5)".

use super::{Amount, EXPERIENCE, FAR, MOST, NEAR, Reader, Years};

/// What may stand right after the number.
const AFTER: &str = "required|preferred|minimum|min|plus";

impl Reader<'_> {
    /// The years of a label that holds the unit, and no number before it.
    pub(super) fn labelled(&self, unit: usize, scale: f64) -> Option<Years> {
        let first = (unit + 1..=unit + FAR).find(|&first| self.is_label(first))?;
        let same = self.words.sentence(first) == self.words.sentence(unit);
        // "Early years (3-5)" are ages.
        if !same || !self.words.letters(unit).ends_with('s') || self.is(unit.checked_sub(1), "early") {
            return None;
        }
        let (end, amount) = self.following(first, scale)?;
        let before =
            (unit.saturating_sub(NEAR)..first).filter(|&word| self.words.sentence(word) == self.words.sentence(unit));
        let after = (end..end + NEAR).take_while(|&word| self.words.together(end, word));
        let experience = before.chain(after).any(|word| self.is(Some(word), EXPERIENCE));
        let least = amount.low / scale;
        let highest = amount.high.unwrap_or(amount.low);
        let within = highest <= MOST * scale && highest > 0.0;
        (within && experience && !self.is_own(unit, end, least)).then_some(Years {
            first,
            end,
            least,
            most: amount.high.map(|high| high / scale),
        })
    }

    /// Whether a label ends before the word, within its line.
    fn is_label(&self, word: usize) -> bool {
        let gap = self.words.gap_before(word);
        (gap == " - " || gap.bytes().any(|sign| b":([=".contains(&sign))) && !gap.contains('\n')
    }

    /// The longest amount that begins with the word at `first` and has no unit of its own, and the word after it.
    fn following(&self, first: usize, scale: f64) -> Option<(usize, Amount)> {
        let read = |last: usize| {
            let (own, low, high) = self.numbers(last, scale)?;
            let open = self.is_open(last);
            let amount = Amount { first: own, low, high: high.filter(|_| !open), asked: false, article: false, open };
            let ends = self.ends_at(last + 1) || self.is(Some(last + 1), AFTER);
            Some((last + 1, self.bounded(amount, scale, false))).filter(|(_, amount)| ends && amount.first == first)
        };
        let found = (first..=first + NEAR).rev().find_map(read)?;
        self.unit(found.0).is_none().then_some(found)
    }
}
