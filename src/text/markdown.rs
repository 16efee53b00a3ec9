//! The safe Markdown subset of all author texts, read to a flat tree.
//!
//! Paragraphs (apart by an empty line), `- ` and `1. ` lists, `*emphasis*`, `**strong**`, `` `code` ``,
//! `[words](address)`, backslash escapes, a backslash at the end of a line for a line break. Anything else is plain
//! text: there is no way to write an element, an image or a script. One pass over the text, no recursion.
//!
//! No mark is taken away that could be meant as a character: an entry that has no neighbour is no list ("1. FC Köln"),
//! nor are numbers that do not count on, and a star beside a digit within a word is a star ("2*3*4"). `metier check`
//! warns of marks that are lost all the same ([`lost`]). Characters that nobody sees are taken out ([`super::unseen`]).

mod lost;

use super::address::{address_allowed, followed};
use super::direction::Direction;
use super::json::push_whole;
use super::parts::{cut, parts as split};
use super::unseen::seen;
use crate::closed;
use crate::steps::count;
pub use lost::{Lost, lost};
use serde::Serialize;
use std::rc::Rc;

/// An author's text, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The language of the text where it is not the view's: a string that its translation lacks.
    pub language: Option<String>,
    /// The direction that goes with `language`.
    pub direction: Option<Direction>,
    /// Paragraphs and list entries in order.
    pub blocks: Vec<Block>,
}

closed! {
    /// Kinds of blocks; neighbouring entries of one kind form one list.
    pub enum BlockKind {
        /// A paragraph.
        Paragraph = "paragraph",
        /// An entry of a list without order.
        Bullet = "bullet",
        /// An entry of a numbered list.
        Number = "number",
    }
}

/// A paragraph or a list entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// Whether it is a paragraph or an entry, and of which list.
    pub kind: BlockKind,
    /// The number of an entry of a numbered list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Its text in runs of one style.
    pub runs: Vec<Run>,
}

/// Text of one style. A line feed in it is a line break.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Run {
    /// The words, without marks.
    pub text: String,
    /// `**strong**`
    pub strong: bool,
    /// `*emphasis*`
    pub emphasis: bool,
    /// `` `code` ``
    pub code: bool,
    /// The address that the words link to, as it is followed ([`followed`]). All runs of a link share it
    /// (as a `String`: to share bare letters costs the player the words for a failure that cannot be).
    pub link: Option<Rc<String>>,
}

/// Reads `text`. Every text has a tree: what is not part of the subset appears as it was written.
pub fn read(text: &str) -> Tree {
    let text = seen(text);
    let mut parts: Vec<Part> = Vec::new();
    let mut part = Part::default();
    for line in split(&text, b'\n').chain([""]) {
        count(1 + line.len());
        let line = line.trim_ascii();
        let next = Part::begun(line);
        if (line.is_empty() || next.kind != BlockKind::Paragraph) && !part.lines.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        if part.lines.is_empty() {
            part = next;
        } else {
            part.lines.push('\n');
        }
        part.lines.push_str(line);
    }
    let goes_on =
        |one: Option<&Part>, other: Option<&Part>| one.zip(other).is_some_and(|(one, other)| one.goes_on_in(other));
    let block = |(index, part): (usize, &Part)| {
        let listed = goes_on(parts.get(index.wrapping_sub(1)), Some(part)) || goes_on(Some(part), parts.get(index + 1));
        part.block(listed)
    };
    Tree { language: None, direction: None, blocks: parts.iter().enumerate().map(block).collect() }
}

/// Lines that belong together.
#[derive(Debug)]
struct Part {
    kind: BlockKind,
    number: u32,
    /// The bytes of the mark of an entry.
    mark: usize,
    /// The lines with their mark.
    lines: String,
}

impl Default for Part {
    fn default() -> Part {
        Part { kind: BlockKind::Paragraph, number: 0, mark: 0, lines: String::new() }
    }
}

impl Part {
    /// What a line begins, which has no lines yet.
    fn begun(line: &str) -> Part {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = line.split_at_checked(digits).unwrap_or_default();
        let (kind, rest) = match (digits, rest.strip_prefix("- "), rest.strip_prefix(". ")) {
            (0, Some(rest), _) => (BlockKind::Bullet, rest),
            (1..=3, _, Some(rest)) => (BlockKind::Number, rest),
            _ => return Part::default(),
        };
        let number = number.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
        Part { kind, number, mark: line.len() - rest.trim_ascii_start().len(), lines: String::new() }
    }

    /// Whether both are entries of one list.
    fn goes_on_in(&self, next: &Part) -> bool {
        self.kind == next.kind
            && (self.kind == BlockKind::Bullet || self.kind == BlockKind::Number && self.number + 1 == next.number)
    }

    /// As it is drawn: alone, an entry is a paragraph with its mark.
    fn block(&self, listed: bool) -> Block {
        let kind = if listed { self.kind } else { BlockKind::Paragraph };
        let words = self.lines.get(if listed { self.mark } else { 0 }..).unwrap_or_default();
        Block { kind, number: (kind == BlockKind::Number).then_some(self.number), runs: runs(words) }
    }
}

/// The words of a text as they are drawn, without styles and with single spaces: texts that look the same are equal.
pub fn shown(text: &str) -> String {
    let mut words = String::new();
    for block in read(text).blocks {
        match (block.kind, block.number) {
            (BlockKind::Bullet, _) => words.push_str("• "),
            (_, Some(number)) => {
                push_whole(&mut words, number);
                words.push_str(". ");
            }
            _ => {}
        }
        for run in &block.runs {
            words.push_str(&run.text);
        }
        words.push(' ');
    }
    let mut shown = String::new();
    for word in words.split_whitespace() {
        shown.push_str(word);
        shown.push(' ');
    }
    shown
}

/// How many pieces are drawn: blocks, runs and line breaks; a run of a link counts for more the longer its address is.
pub fn pieces(tree: &Tree) -> usize {
    let breaks = |run: &Run| run.text.bytes().filter(|&byte| byte == b'\n').count();
    let run = |run: &Run| 1 + breaks(run) + run.link.as_ref().map_or(0, |link| link.len() / 100);
    tree.blocks.iter().map(|block| 1 + block.runs.iter().map(run).sum::<usize>()).sum()
}

/// The first address of a link in `text` that is not allowed.
pub fn refused_address(text: &str) -> Option<&str> {
    addresses(text).find(|address| !address_allowed(address))
}

/// The addresses of the links in `text`.
pub fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = find(rest, |c| matches!(c, ']' | '\\' | '`'))?;
            let (mark, after) = rest.get(at..)?.split_at_checked(1)?;
            rest = after_mark(mark, after);
            if mark == "]"
                && let Some(address) = address(after)
            {
                return Some(address);
            }
        }
    })
}

/// The address that follows a link's words: `(address)`. It holds no bracket, so that no bracket is ever looked at
/// twice and a text of nothing but brackets takes no longer than another; an address writes them as `%28` and `%29`.
fn address(after: &str) -> Option<&str> {
    let rest = after.strip_prefix('(')?;
    let end = find(rest, |c| matches!(c, '(' | ')' | '[' | ']'))?;
    rest.get(end..)?.starts_with(')').then(|| rest.get(..end)).flatten()
}

/// What follows the bracket that ends a link's words. Escaped brackets and those within code are words.
fn after_words(words: &str) -> Option<&str> {
    let mut rest = words;
    loop {
        let at = find(rest, |c| matches!(c, '[' | ']' | '\\' | '`'))?;
        let (mark, after) = rest.get(at..)?.split_at_checked(1)?;
        match mark {
            "]" => return Some(after),
            "[" => return None,
            _ => rest = after_mark(mark, after),
        }
    }
}

/// What follows a mark and all that it takes up: a backslash one punctuation mark, a backtick all up to the next one.
fn after_mark<'t>(mark: &str, after: &'t str) -> &'t str {
    let end = match mark {
        "\\" => usize::from(after.starts_with(|c: char| c.is_ascii_punctuation())),
        "`" => find(after, |c| c == '`').map_or(0, |end| end + 1),
        _ => 0,
    };
    after.get(end..).unwrap_or_default()
}

/// Where the first such character stands.
fn find(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let found = text.find(wanted);
    count(1 + found.unwrap_or(text.len()));
    found
}

struct Styler<'t> {
    text: &'t str,
    at: usize,
    run: Run,
    runs: Vec<Run>,
    /// Whether this is within the words of a link.
    linked: bool,
    /// Where the last backtick, the last closing star and the last closing pair of stars stand: what comes after is not
    /// opened.
    last_tick: usize,
    last_star: usize,
    last_stars: usize,
}

fn runs(text: &str) -> Vec<Run> {
    count(text.len());
    let (last_tick, last_star, last_stars) =
        (text.bytes().rposition(|byte| byte == b'`').unwrap_or(0), last_closing(text, "*"), last_closing(text, "**"));
    let mut styler =
        Styler { text, at: 0, run: Run::default(), runs: Vec::new(), linked: false, last_tick, last_star, last_stars };
    while styler.step() {}
    styler.flush();
    styler.runs
}

impl<'t> Styler<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Ends the run here; the next one has the same style.
    fn flush(&mut self) {
        if self.run.text.is_empty() {
            return;
        }
        count(1);
        let Run { strong, emphasis, code, ref link, .. } = self.run;
        let same_style = Run { text: String::new(), strong, emphasis, code, link: link.clone() };
        self.runs.push(std::mem::replace(&mut self.run, same_style));
    }

    fn step(&mut self) -> bool {
        count(1);
        let rest = self.rest();
        let mut characters = rest.chars();
        let Some(first) = characters.next() else { return false };
        let next = characters.next();
        match (first, next) {
            ('\\', Some('\n')) => self.plain('\n', 2),
            ('\\', Some(escaped)) if escaped.is_ascii_punctuation() => self.plain(escaped, 2),
            ('\n', _) => self.plain(' ', 1),
            ('`', _) => self.code(rest),
            ('*', _) => self.star(rest, next == Some('*')),
            ('[', _) if !self.linked => self.link(rest),
            (']', _) if self.linked => self.end_link(rest),
            _ => self.plain(first, first.len_utf8()),
        }
        true
    }

    fn plain(&mut self, character: char, length: usize) {
        self.run.text.push(character);
        self.at += length;
    }

    fn code(&mut self, rest: &str) {
        let closed = self.at < self.last_tick;
        let Some((code, _)) = rest.get(1..).filter(|_| closed).and_then(|after| cut(after, b'`')) else {
            return self.plain('`', 1);
        };
        count(code.len());
        self.flush();
        self.run.code = true;
        self.run.text.push_str(code);
        self.at += code.len() + 2;
        self.flush();
        self.run.code = false;
    }

    /// A star opens before a word if it is closed somewhere after one, and closes after a word.
    fn star(&mut self, rest: &str, double: bool) {
        let mark = if double { "**" } else { "*" };
        let open = if double { self.run.strong } else { self.run.emphasis };
        let after = rest.get(mark.len()..).unwrap_or_default();
        let before_word = after.starts_with(|c: char| !c.is_ascii_whitespace());
        let after_word =
            self.text.get(..self.at).is_some_and(|before| before.ends_with(|c: char| !c.is_ascii_whitespace()));
        let last = if double { self.last_stars } else { self.last_star };
        let turns = !is_sum(self.text, self.at, mark)
            && if open { after_word } else { before_word && self.at + mark.len() < last };
        if !turns {
            self.run.text.push_str(mark);
            self.at += mark.len();
            return;
        }
        self.flush();
        if double {
            self.run.strong = !open;
        } else {
            self.run.emphasis = !open;
        }
        self.at += mark.len();
    }

    fn link(&mut self, rest: &str) {
        let words = rest.get(1..).filter(|words| !words.starts_with(']'));
        let Some(address) = words.and_then(after_words).and_then(address).filter(|address| address_allowed(address))
        else {
            return self.plain('[', 1);
        };
        self.flush();
        // The words of a link that is not followed are words alone.
        self.run.link = followed(address).map(Rc::new);
        self.linked = true;
        self.at += 1;
    }

    /// The bracket that [`Styler::link`] found: nothing between is read in another way.
    fn end_link(&mut self, rest: &str) {
        let length = find(rest, |c| c == ')').map_or(rest.len(), |end| end + 1);
        self.flush();
        self.run.link = None;
        self.linked = false;
        self.at += length;
    }
}

/// Whether the mark at a byte stands within a word and beside a digit: "2*3*4", "x**2*y".
fn is_sum(text: &str, at: usize, mark: &str) -> bool {
    let beside = |at: usize| text.as_bytes().get(at).filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let around = beside(at.wrapping_sub(1)).zip(beside(at + mark.len()));
    around.is_some_and(|(before, after)| before.is_ascii_digit() || after.is_ascii_digit())
}

/// Where the last `mark` stands that comes after a word and so can close; 0 without any. Of two stars in a row none is
/// one of its own.
fn last_closing(text: &str, mark: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    while let Some(last) = bytes.get(..end).and_then(|bytes| bytes.iter().rposition(|&byte| byte == b'*')) {
        let before = bytes.get(..last).and_then(|bytes| bytes.iter().rposition(|&byte| byte != b'*'));
        let Some(before) = before else { return 0 };
        let (stars, place) = (last - before, last + 1 - mark.len());
        let fits = if mark.len() > 1 { stars > 1 } else { stars & 1 > 0 };
        if fits && !matches!(bytes.get(before), Some(b' ' | b'\n' | b'\\')) && !is_sum(text, place, mark) {
            return place;
        }
        end = before;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_that_nothing_closes_is_shown() {
        for (text, seen) in [
            ("*args, **kwargs", "*args, **kwargs"),
            ("*a **b**", "*a b"),
            ("*a**", "*a**"),
            ("**kwargs, *args", "**kwargs, *args"),
            ("*a **b***", "a b"),
            ("***a***", "a"),
            ("a *b* c**", "a b c**"),
            ("** a**", "** a**"),
        ] {
            assert_eq!(shown(text).trim_end(), seen, "{text}");
        }
    }

    /// The tree in a short form: styles as letters, links as addresses.
    fn short(text: &str) -> String {
        let mut out = String::new();
        for block in read(text).blocks {
            out += match block.kind {
                BlockKind::Paragraph => "p",
                BlockKind::Bullet => "-",
                BlockKind::Number => "1",
            };
            for run in block.runs {
                out += &format!(
                    "[{}{}{}",
                    if run.strong { "s" } else { "" },
                    if run.emphasis { "e" } else { "" },
                    if run.code { "c" } else { "" }
                );
                out += &format!("{}:{}]", run.link.as_deref().map_or("", String::as_str), run.text);
            }
        }
        out
    }

    #[test]
    fn the_subset_is_read() {
        assert_eq!(short("one\ntwo\n\nthree"), "p[:one two]p[:three]");
        assert_eq!(short("a *b* **c** `d*e`"), "p[:a ][e:b][: ][s:c][: ][c:d*e]");
        assert_eq!(short("**a *b***"), "p[s:a ][se:b]", "emphasis within strong");
        assert_eq!(short("- one\n- two\n\nend"), "-[:one]-[:two]p[:end]");
        assert_eq!(short("1. one\n2. two"), "1[:one]1[:two]");
        assert_eq!(
            short("see [the *page*](https://example.org/a?b#c)."),
            "p[: see ]".replace(" s", "s") + "[https://example.org/a?b#c:the ][ehttps://example.org/a?b#c:page][:.]"
        );
        assert_eq!(short("one\\\ntwo \\*three\\*"), "p[:one\ntwo *three*]");
    }

    #[test]
    fn what_is_not_of_the_subset_is_plain_text() {
        assert_eq!(short("<b onclick=x>hi</b> # no"), "p[:<b onclick=x>hi</b> # no]");
        assert_eq!(short("2 * 3 * 4"), "p[:2 * 3 * 4]");
        assert_eq!(short("a ** b *c"), "p[:a ** b *c]");
        assert_eq!(short("[x](javascript:alert(1))"), "p[:[x](javascript:alert(1))]");
        assert_eq!(short("![x](data:image/png;base64,AA)"), "p[:![x](data:image/png;base64,AA)]");
        assert_eq!(short("`open"), "p[:`open]");
        assert_eq!(short(""), "");
    }

    #[test]
    fn the_first_address_that_may_not_stand_there_is_found() {
        assert_eq!(refused_address("[a](https://a.example) [b](javascript:x)"), Some("javascript:x"));
        assert_eq!(refused_address("[a](https://a.example) (b) ](c"), None);
        assert_eq!(refused_address("`[a](b c)` and `x](y z)`"), None, "code is no link");
        assert_eq!(refused_address("`a` [b `c](d` e](f g)"), Some("f g"));
        assert_eq!(refused_address("` [a](b c)"), Some("b c"), "a backtick that nothing closes");
        assert_eq!(refused_address(r"\\](b c) \](d e)"), Some("b c"), "an escaped backslash escapes nothing");
    }

    #[test]
    fn no_words_are_lost() {
        for text in ["a*b**c`d[e](f)g", "*", "**", "***a***", "[[a]](b)", "*a **b* c**", "`a``b`", "\\", "a\\"] {
            let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
            let drawn: String = read(text)
                .blocks
                .iter()
                .flat_map(|b| &b.runs)
                .flat_map(|r| [r.text.as_str(), r.link.as_deref().map_or("", String::as_str)])
                .collect();
            let mut left = drawn.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
            left.sort_unstable();
            let mut wanted = words.chars().collect::<Vec<_>>();
            wanted.sort_unstable();
            left.dedup();
            wanted.dedup();
            assert_eq!(left, wanted, "{text}");
        }
    }
}
