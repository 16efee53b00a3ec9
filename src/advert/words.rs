//! A text as words with their exact places, what separates them, and lines.
//!
//! Tags are dropped (one of a block ends a line), references decoded, letters folded. A word is a run of letters and
//! digits. Between two words of one stretch stands nothing that ends a phrase.

mod reader;

use crate::steps::count;
pub use reader::words;

/// A place in the text, in both ways of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// In bytes of UTF-8.
    pub byte: u32,
    /// In code units of UTF-16.
    pub unit: u32,
}

/// What ends between a word and its predecessor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A stretch: no phrase reaches over it.
    Stretch,
    /// A sentence, and with it a stretch.
    Sentence,
}

/// A word.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Where it begins.
    pub start: Place,
    /// Where it ends, its accents included.
    pub end: Place,
    /// Its letters within [`Words::folded`].
    letters: (u32, u32),
    /// What stands before it within [`Words::gaps`].
    before: (u32, u32),
    /// Its line, by index into [`Words::lines`].
    pub line: u32,
    /// What ended before it.
    pub gap: Gap,
    /// A mark before it after which a heading may go on: `:` `(` `|` a dash; 0 for none.
    pub mark: char,
    /// Whether a star stands right after it.
    pub star: bool,
    /// Which stretch it belongs to; only words of one stretch make a phrase. Set by [`Words::divide`].
    pub stretch: u32,
    /// Which sentence it belongs to.
    pub sentence: u32,
    /// Which line it belongs to, when those that only the margin ended are one.
    pub paragraph: u32,
}

/// A line with words.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Index of its first word.
    pub first: usize,
    /// Index of the word after its last one.
    pub end: usize,
    /// Whether it is an entry of a list.
    pub bulleted: bool,
    /// Whether it goes on from the line above, as text does that was wrapped at a margin: it begins with a small
    /// letter, and nothing but the end of a line stands between.
    pub wrapped: bool,
    /// The last character that is not white space.
    pub last: char,
}

/// A part of the text that is seen: between tags, and up to the end of a line.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Where it begins.
    pub start: Place,
    /// Where it ends.
    pub end: Place,
    /// Whether a line ends after it.
    pub ends: bool,
    /// What a reference stands for: a character, perhaps with an accent.
    pub stands: Option<(char, Option<char>)>,
}

/// A text as words.
#[derive(Debug, Default)]
pub struct Words {
    /// The words, in the order of the text.
    pub list: Vec<Word>,
    /// Lines with words, in order.
    pub lines: Vec<Line>,
    /// The parts of the text that are seen, in order: every word lies within them. Tags are not among them.
    pub parts: Vec<Part>,
    /// Whether the text has tags.
    pub tagged: bool,
    /// The letters of all words.
    folded: String,
    /// What stands between words, as it is seen: references decoded, tags dropped, forms of one sign made one.
    gaps: String,
}

impl Words {
    /// The letters of a word; empty past the end.
    pub fn letters(&self, word: usize) -> &str {
        self.list.get(word).map_or("", |word| self.letters_of(word))
    }

    /// What stands between a word and the next, as it is seen; line ends are `\n`.
    pub fn between(&self, word: usize) -> &str {
        self.gap_before(word + 1)
    }

    /// What stands before a word, as it is seen.
    pub fn gap_before(&self, word: usize) -> &str {
        self.list.get(word).map_or("", |word| self.before(word))
    }

    fn before(&self, word: &Word) -> &str {
        self.gaps.get(word.before.0 as usize..word.before.1 as usize).unwrap_or_default()
    }

    /// The folded letters of one of these words.
    pub fn letters_of(&self, word: &Word) -> &str {
        self.folded.get(word.letters.0 as usize..word.letters.1 as usize).unwrap_or_default()
    }

    /// The sentence of the word at `word`.
    #[inline(never)]
    pub fn sentence(&self, word: usize) -> Option<u32> {
        self.list.get(word).map(|word| word.sentence)
    }

    /// Whether the words at `first` and at `last` belong to one stretch.
    #[inline(never)]
    pub fn together(&self, first: usize, last: usize) -> bool {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.stretch == last.stretch,
            _ => false,
        }
    }

    /// Whether a word is one of a list, separated by bars: a list of strings would cost a place and a length for each,
    /// and the loop in each of its many places kilobytes of the module.
    #[inline(never)]
    pub fn is_one(&self, word: Option<usize>, list: &str) -> bool {
        word.is_some_and(|word| any(list, &|one| one == self.letters(word)))
    }

    /// Joins words that the end of a line divides: "prod-" and "uct", where `is_known` knows the word that they make.
    /// If the first is a word as well, that which they make must be known
    /// exactly: "roads-" and "what" are none, though "road*" is known. A word of two parts that is divided at its own
    /// hyphen ("go-" and "to-market") makes none.
    pub fn join(&mut self, is_known: &dyn Fn(&str, bool) -> bool) {
        let mut gone: Vec<usize> = Vec::new();
        let mut kept: Vec<Word> = Vec::with_capacity(self.list.len());
        for (index, word) in std::mem::take(&mut self.list).into_iter().enumerate() {
            count(1);
            if let Some(before) = kept.last_mut()
                && before.line < word.line
                && is_division(self.gaps.get(word.before.0 as usize..word.before.1 as usize).unwrap_or_default())
            {
                let part = |(start, end): (u32, u32)| self.folded.get(start as usize..end as usize).unwrap_or_default();
                let whole = [part(before.letters), part(word.letters)].concat();
                if is_known(&whole, is_known(part(before.letters), false)) {
                    let from = self.folded.len() as u32;
                    self.folded.push_str(&whole);
                    before.letters = (from, from + whole.len() as u32);
                    (before.end, before.star) = (word.end, word.star);
                    gone.push(index);
                    continue;
                }
            }
            kept.push(word);
        }
        self.list = kept;
        let moved = |word: usize| word - gone.partition_point(|&gone| gone < word);
        for line in &mut self.lines {
            (line.first, line.end) = (moved(line.first), moved(line.end));
        }
    }

    /// Numbers stretches, sentences and paragraphs. The line of a heading, by its index, goes on from no other, nor
    /// does any from it.
    pub fn divide(&mut self, is_heading: &dyn Fn(usize) -> bool) {
        let (mut stretch, mut sentence, mut paragraph) = (0, 0, 0);
        for (index, word) in self.list.iter_mut().enumerate() {
            let line = word.line as usize;
            let begins = self.lines.get(line).is_some_and(|line| line.first == index);
            let wrapped = self.lines.get(line).is_some_and(|line| line.wrapped);
            let ends = begins && (!wrapped || is_heading(line) || line.checked_sub(1).is_none_or(is_heading));
            stretch += u32::from(ends || word.gap > Gap::None);
            sentence += u32::from(ends || word.gap == Gap::Sentence);
            paragraph += u32::from(ends);
            (word.stretch, word.sentence, word.paragraph) = (stretch, sentence, paragraph);
        }
    }
}

/// Whether something holds of one of a list, separated by bars.
#[inline(never)]
pub fn any(list: &str, holds: &dyn Fn(&str) -> bool) -> bool {
    list.split('|').any(holds)
}

/// Whether nothing but a hyphen and the end of a line, or of a page, stand between two words.
fn is_division(between: &str) -> bool {
    let rest = between.strip_prefix('-').unwrap_or_default();
    let ends = rest.bytes().filter(|&byte| byte == b'\n').count();
    // Where a page ends, an empty line stands between.
    matches!(ends, 1 | 2) && rest.trim().is_empty()
}
