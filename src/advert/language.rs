//! Whether a text is in the language of the lexicon.

use super::Reader;
use super::phrases::Found;
use super::words::{Word, Words};
use crate::steps::counted;

/// Words from which a paragraph tells its language.
const LONG: usize = 15;
/// From this share of words on that the lexicon's phrases have, less those that speak against the language, a text
/// without the small words of sentences is in it, as a bare list is. Of the lists in `tests/suite/advert/bullets` those
/// in English have 0.35 and more, those in other languages 0.23 and less. An editorial number.
const LISTED: f64 = 0.3;
/// How much a letter with an accent speaks against English, and how much a small word of another language: in words.
const ACCENT: f64 = 3.0;
const ELSEWHERE: f64 = 2.0;
/// Small words that other languages have even in lists, and English has not.
const SMALL: &str = "und|oder|der|das|mit|von|fur|ist|eine|als|zu|unserer|le|les|des|du|et|aux|dans|sur|y|el|los|las|con|por|para|\
    del|una|het|een|voor|van|wij|bij|naar|samen|di|il|della|og|av|och";

impl Reader {
    /// Whether a text of at least as many words as a verdict takes is in another language than the lexicon's: it, or
    /// the paragraphs that most of its words or of its phrases stand in, have few of the words that any text of the
    /// language has many of, and few of those that the lexicon has.
    pub(super) fn is_foreign(&self, text: &str, words: &Words, found: &[Found]) -> bool {
        let count = words.list.len();
        if count < self.lexicon.model.least_words as usize {
            return false;
        }
        let mut foreign = Vec::with_capacity(count);
        for paragraph in words.list.chunk_by(|one, next| one.paragraph == next.paragraph) {
            let is_foreign = paragraph.len() >= LONG && self.is_elsewhere(text, words, paragraph);
            foreign.extend(std::iter::repeat_n(is_foreign, paragraph.len()));
        }
        let words_there = foreign.iter().filter(|is_foreign| **is_foreign).count();
        let phrases_there = found.iter().filter(|found| foreign.get(found.first) == Some(&true)).count();
        2 * words_there > count || 2 * phrases_there > found.len() || self.is_elsewhere(text, words, &words.list)
    }

    /// Whether these words are of another language.
    fn is_elsewhere(&self, text: &str, words: &Words, list: &[Word]) -> bool {
        let count = list.len() as f64;
        let common = list.iter().filter(|word| self.common.has(words.letters_of(word))).count();
        (common as f64) < self.lexicon.model.common.unwrap_or_default() * count
            && self.listed(text, words, list) < LISTED * count
    }

    /// How many of the words the lexicon has, less what speaks against its language.
    fn listed(&self, text: &str, words: &Words, list: &[Word]) -> f64 {
        // Signs against English are none against a lexicon of another language.
        let english = self.lexicon.language.value.starts_with("en");
        let value = |word: &Word| {
            let letters = words.letters_of(word);
            let own = f64::from(u8::from(self.known.has(letters)));
            let spelt = text.get(word.start.byte as usize..word.end.byte as usize).unwrap_or_default();
            if !english {
                own
            } else if SMALL.split('|').any(|small| small == letters) {
                own - ELSEWHERE
            } else if spelt.chars().any(|letter| matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}')) {
                own - ACCENT
            } else {
                own
            }
        };
        counted(list.iter()).map(value).sum()
    }
}
