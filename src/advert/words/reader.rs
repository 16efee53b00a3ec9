//! Reads a text character by character: what becomes of letters, signs, tags and ends of lines.

use super::{Gap, Line, Part, Place, Word, Words};
use crate::advert::entities::entity;
use crate::advert::fold::{Class, fold};
use crate::advert::tags::{Tag, Tags};
use crate::steps::{count, counted};

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
        if first == '(' && self.open_plural(rest) {
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

    /// Takes the `(s)` of "year(s)" for a part of the word right before it.
    fn open_plural(&mut self, rest: &str) -> bool {
        let plural = ["(s)", "(S)"].iter().any(|plural| rest.starts_with(plural));
        let whole = plural && self.open && self.waiting == Waiting::Nothing && !self.last_is_digit;
        let Some(word) = self.words.list.last_mut().filter(|_| whole) else { return false };
        self.words.folded.push('s');
        word.letters.1 += 1;
        self.advance(3);
        if let Some(word) = self.words.list.last_mut() {
            word.end = self.at;
        }
        (self.open, self.last) = (false, ')');
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
