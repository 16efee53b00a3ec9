//! A text as words with their exact places, what separates them, and lines.
//!
//! Tags are dropped (one of a block ends a line), references decoded, letters folded. A word is a run of letters and
//! digits. Between two words of one stretch stands nothing that ends a phrase.

use super::entities::entity;
use super::fold::{Class, fold};
use super::tags::{Tag, Tags};
use crate::steps::{count, counted};

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
        self.list.get(word + 1).map_or("", |next| self.before(next))
    }

    fn before(&self, word: &Word) -> &str {
        self.gaps.get(word.before.0 as usize..word.before.1 as usize).unwrap_or_default()
    }

    /// The folded letters of one of these words.
    pub fn letters_of(&self, word: &Word) -> &str {
        self.folded.get(word.letters.0 as usize..word.letters.1 as usize).unwrap_or_default()
    }

    /// Whether the words at `first` and at `last` belong to one stretch.
    pub fn together(&self, first: usize, last: usize) -> bool {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.stretch == last.stretch,
            _ => false,
        }
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

/// Whether nothing but a hyphen and the end of a line, or of a page, stand between two words.
fn is_division(between: &str) -> bool {
    let rest = between.strip_prefix('-').unwrap_or_default();
    let ends = rest.bytes().filter(|&byte| byte == b'\n').count();
    // Where a page ends, an empty line stands between.
    matches!(ends, 1 | 2) && rest.trim().is_empty()
}

/// The sign that a character between words is seen as.
fn seen(class: Class, character: char) -> char {
    match (class, character) {
        (Class::LineEnd, _) => '\n',
        (Class::Space, _) => ' ',
        (_, '+' | '＋') => '+',
        (_, '.' | '．' | '٫' | '·') => '.',
        (Class::Dash, '»' | '›' | '§' | '¤') => character,
        (Class::Dash, _) => '-',
        (_, '\u{ff01}'..='\u{ff5e}') => char::from((character as u32 - 0xff01 + 0x21) as u8),
        _ => character,
    }
}

/// Reads a text as words; stretches are those of a text without headings.
pub fn words(text: &str) -> Words {
    let mut reader = Reader { text, fresh: true, empty: true, ..Reader::default() };
    while reader.step() {}
    reader.part(reader.at, true);
    reader.settle();
    reader.end_word(false);
    reader.end_line();
    let mut words = reader.words;
    words.divide(&|_| false);
    words
}

/// What waits for the next character to be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Waiting {
    #[default]
    Nothing,
    /// After a letter.
    Apostrophe,
    Dot,
    Comma,
    And,
    /// At the start of a line.
    Dash,
    Star,
}

#[derive(Debug, Default)]
struct Reader<'t> {
    text: &'t str,
    /// What is read next.
    at: Place,
    /// Where the part of the text that is being read begins.
    from: Place,
    tags: Tags,
    words: Words,
    /// Whether the last character belongs to a word that may go on.
    open: bool,
    waiting: Waiting,
    /// Place of what waits.
    waits: (Place, Place),
    gap: Gap,
    /// Where what stands before the next word begins in [`Words::gaps`].
    gap_from: u32,
    mark: char,
    /// Whether nothing but white space and marks of a list stand in the line so far.
    fresh: bool,
    /// Whether nothing at all stands in the line so far.
    empty: bool,
    bulleted: bool,
    /// Whether the end of a line before the next word is more than that.
    hard: bool,
    last: char,
    last_is_digit: bool,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        count(1);
        let rest = self.text.get(self.at.byte as usize..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { return false };
        let start = self.at;
        if first == '<'
            && let Some((tag, length)) = self.tags.tag(self.text, start.byte as usize)
        {
            self.advance(length);
            self.part(start, tag != Tag::Inline);
            self.words.tagged = true;
            self.tag(tag);
            return true;
        }
        let reference = if first == '&' { entity(rest) } else { None };
        let (character, length) =
            reference.map_or((first, first.len_utf8()), |reference| (reference.character, reference.length));
        // The two characters that end a line of Windows are one end.
        let length = if rest.starts_with("\r\n") { 2 } else { length };
        self.advance(length);
        if self.character(character, start) == Class::LineEnd {
            self.part(start, true);
        } else if let Some(reference) = reference {
            self.part(start, false);
            let stands = Some((reference.character, reference.accent));
            self.words.parts.push(Part { start, end: self.at, ends: false, stands });
        }
        true
    }

    /// Ends the part of the text that is seen, before what was just read.
    fn part(&mut self, end: Place, ends: bool) {
        let start = std::mem::replace(&mut self.from, self.at);
        if start.byte < end.byte || ends {
            self.words.parts.push(Part { start, end, ends, stands: None });
        }
    }

    fn advance(&mut self, bytes: usize) {
        let from = self.at.byte as usize;
        let taken = self.text.get(from..from + bytes).unwrap_or_default();
        self.at.byte += bytes as u32;
        self.at.unit += counted(taken.chars()).map(|character| character.len_utf16() as u32).sum::<u32>();
    }

    fn tag(&mut self, tag: Tag) {
        if tag == Tag::Inline {
            return;
        }
        self.words.gaps.push('\n');
        self.settle();
        self.end_word(false);
        self.end_line();
        // The end of a line right after a tag makes no empty line.
        (self.hard, self.empty) = (true, false);
        match tag {
            Tag::Entry => self.bulleted = true,
            Tag::EntryEnd => self.bulleted = false,
            _ => {}
        }
    }

    /// Reads a character that begins at `start`, and says what it does.
    fn character(&mut self, character: char, start: Place) -> Class {
        let from = self.words.folded.len();
        let class = fold(character, &mut self.words.folded);
        match class {
            Class::Unseen => {}
            Class::Accent => {
                if self.open
                    && self.waiting == Waiting::Nothing
                    && let Some(word) = self.words.list.last_mut()
                {
                    word.end = self.at;
                }
            }
            Class::Letter => self.letter(character, start, from),
            class => {
                // A soft hyphen is seen where a line ends after it.
                if class == Class::LineEnd
                    && self.text.get(..start.byte as usize).is_some_and(|text| text.ends_with('\u{ad}'))
                {
                    self.words.gaps.push('-');
                }
                self.words.gaps.push(seen(class, character));
                let waited = self.waiting;
                self.settle();
                self.other(class, character, start, waited);
                if !matches!(class, Class::Space | Class::LineEnd) {
                    self.last = character;
                    self.empty = false;
                    // A second mark at the start of a line makes it none of a list.
                    self.fresh &= matches!(class, Class::Bullet) || self.waiting != Waiting::Nothing;
                }
            }
        }
        class
    }

    /// A letter, whose folded form stands in the words from `from` on.
    fn letter(&mut self, character: char, start: Place, from: usize) {
        let (digit, small) = (character.is_numeric(), character.is_lowercase());
        let goes_on = match std::mem::take(&mut self.waiting) {
            Waiting::Nothing => self.open,
            Waiting::Apostrophe => true,
            Waiting::Dot => {
                if !(small || digit) {
                    self.gap = Gap::Sentence;
                }
                false
            }
            Waiting::Comma => {
                if !(digit && self.last_is_digit) {
                    self.pause(self.last);
                }
                false
            }
            Waiting::Dash => {
                self.bullet();
                false
            }
            Waiting::And | Waiting::Star => false,
        };
        let end = self.words.folded.len() as u32;
        if goes_on && let Some(word) = self.words.list.last_mut() {
            (word.end, word.letters.1) = (self.at, end);
        } else {
            self.begin_word(start, (from as u32, end), small);
        }
        (self.open, self.last, self.last_is_digit) = (true, character, digit);
        (self.fresh, self.empty) = (false, false);
    }

    fn begin_word(&mut self, start: Place, letters: (u32, u32), small: bool) {
        self.open = false;
        let index = self.words.list.len();
        let current = self.words.lines.last().is_some_and(|line| line.end > index);
        if !current {
            let ended = matches!(self.last, '.' | ':' | ';' | '!' | '?');
            let wrapped = small && self.empty && !self.hard && !self.bulleted && !ended && index > 0;
            let line = Line { first: index, end: usize::MAX, bulleted: self.bulleted, wrapped, last: '\0' };
            self.words.lines.push(line);
        }
        let line = self.words.lines.len().saturating_sub(1) as u32;
        let (gap, mark) = (std::mem::take(&mut self.gap), std::mem::take(&mut self.mark));
        let before = (self.gap_from, self.words.gaps.len() as u32);
        self.gap_from = before.1;
        self.words.list.push(Word { start, end: self.at, letters, before, line, gap, mark, ..Word::default() });
        self.hard = false;
    }

    /// What is neither letter nor unseen; what waited is settled.
    fn other(&mut self, class: Class, character: char, start: Place, waited: Waiting) {
        let follows = std::mem::take(&mut self.open);
        match class {
            Class::Apostrophe if follows => (self.waiting, self.open) = (Waiting::Apostrophe, true),
            Class::Dot if follows => self.waiting = Waiting::Dot,
            Class::Comma if follows => self.waiting = Waiting::Comma,
            Class::And if follows => (self.waiting, self.waits) = (Waiting::And, (start, self.at)),
            Class::And => self.and(start, self.at),
            Class::Dot | Class::Stop => self.gap = Gap::Sentence,
            Class::Comma | Class::Pause => self.pause(character),
            Class::Bullet => {
                if !self.fresh {
                    self.end_line();
                }
                self.bullet();
            }
            Class::Middle if !self.fresh => self.pause(character),
            Class::Middle => self.bullet(),
            Class::Dash if self.fresh && waited == Waiting::Nothing => self.waiting = Waiting::Dash,
            Class::Star if self.fresh && waited == Waiting::Nothing => self.waiting = Waiting::Star,
            Class::Dash if !follows => self.mark = character,
            Class::Star if follows => {
                if let Some(word) = self.words.list.last_mut() {
                    word.star = true;
                }
            }
            Class::Space => {
                if matches!(waited, Waiting::Dash | Waiting::Star) {
                    self.bullet();
                }
                self.end_word(follows);
            }
            Class::LineEnd => self.line_end(matches!(waited, Waiting::Dash | Waiting::Star)),
            _ => {}
        }
    }

    fn pause(&mut self, character: char) {
        self.gap = self.gap.max(Gap::Stretch);
        if self.mark != ':' {
            self.mark = character;
        }
    }

    /// A mark of a list at the start of a line.
    fn bullet(&mut self) {
        (self.bulleted, self.fresh) = (true, true);
        self.gap = Gap::Sentence;
    }

    /// An `&` that stands alone.
    fn and(&mut self, start: Place, end: Place) {
        let from = self.words.folded.len() as u32;
        self.words.folded.push_str("and");
        let at = std::mem::replace(&mut self.at, end);
        self.begin_word(start, (from, from + 3), false);
        self.at = at;
        (self.fresh, self.empty, self.last) = (false, false, '&');
    }

    /// What waited turns out to be followed by no letter.
    fn settle(&mut self) {
        match std::mem::take(&mut self.waiting) {
            Waiting::Apostrophe => self.open = false,
            Waiting::Dot => self.gap = Gap::Sentence,
            Waiting::Comma => self.pause(self.last),
            Waiting::And => {
                let (start, end) = self.waits;
                self.and(start, end);
            }
            Waiting::Nothing | Waiting::Dash | Waiting::Star => {}
        }
    }

    /// White space after a word, if it `follows` one: an `o` alone at the start of a line is a mark of a list.
    fn end_word(&mut self, follows: bool) {
        self.open = false;
        let index = self.words.list.len().saturating_sub(1);
        let alone =
            follows && self.words.lines.last().is_some_and(|line| line.first == index && line.end == usize::MAX);
        if alone && self.words.letters(index) == "o" {
            self.words.list.pop();
            self.words.lines.pop();
            self.bullet();
        }
    }

    fn line_end(&mut self, marked: bool) {
        if marked {
            self.bullet();
        }
        let empty = self.empty;
        self.end_line();
        if empty {
            (self.hard, self.bulleted) = (true, false);
        }
    }

    /// Ends the line, if it has words. A mark of a list that stands alone belongs to the next one.
    fn end_line(&mut self) {
        let index = self.words.list.len();
        if let Some(line) = self.words.lines.last_mut().filter(|line| line.end == usize::MAX) {
            (line.end, line.last) = (index, self.last);
            self.bulleted = false;
        }
        (self.fresh, self.empty, self.open) = (true, true, false);
    }
}
