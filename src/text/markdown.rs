//! The safe Markdown subset of all author texts, read to a flat tree.
//!
//! Paragraphs (apart by an empty line), `- ` and `1. ` lists, `*emphasis*`, `**strong**`, `` `code` ``,
//! `[words](address)`, backslash escapes, a backslash at the end of a line for a line break. Anything else is plain text:
//! there is no way to write an element, an image or a script. One pass over the text, no recursion.

use serde::Serialize;

/// An author's text, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The language of the text where it is not the view's: a string that its translation lacks.
    pub language: Option<String>,
    /// The direction that goes with `language`: `ltr` or `rtl`.
    pub direction: Option<&'static str>,
    /// Paragraphs and list entries in order.
    pub blocks: Vec<Block>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// An entry of a list without order; neighbours form one list.
    Bullet,
    /// An entry of a numbered list; neighbours form one list.
    Number,
}

/// A paragraph or a list entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text in runs of one style.
    pub runs: Vec<Run>,
}

/// Text of one style. A line feed in it is a line break.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// `**strong**`
    pub strong: bool,
    /// `*emphasis*`
    pub emphasis: bool,
    /// `` `code` ``
    pub code: bool,
    /// Where the words lead, if that is allowed ([`address_allowed`]).
    pub link: Option<String>,
}

/// Reads `text`. Every text has a tree; what is not of the subset stands there as it was written.
pub fn read(text: &str) -> Tree {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines = String::new();
    let mut kind = BlockKind::Paragraph;
    for line in text.lines().chain([""]) {
        let line = line.trim_ascii();
        let (next, rest) = list_entry(line);
        if (line.is_empty() || next != BlockKind::Paragraph) && !lines.is_empty() {
            blocks.push(Block { kind, runs: runs(&lines) });
            lines.clear();
        }
        if line.is_empty() {
            kind = BlockKind::Paragraph;
            continue;
        }
        if lines.is_empty() {
            kind = next;
        } else {
            lines.push('\n');
        }
        lines.push_str(rest);
    }
    Tree { language: None, direction: None, blocks }
}

/// What a line begins, and its words.
fn list_entry(line: &str) -> (BlockKind, &str) {
    if let Some(rest) = line.strip_prefix("- ") {
        return (BlockKind::Bullet, rest.trim_ascii_start());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..).and_then(|rest| rest.strip_prefix(". ")) {
        Some(rest) if (1..=3).contains(&digits) => (BlockKind::Number, rest.trim_ascii_start()),
        _ => (BlockKind::Paragraph, line),
    }
}

/// Whether a link may lead there: an `https:` address, or one relative to the quiz document without a scheme.
///
/// Control characters, backslashes and spaces are refused, since browsers drop or turn them and so see another address.
pub fn address_allowed(address: &str) -> bool {
    if address.is_empty() || address.chars().any(|c| c == ' ' || c == '\\' || is_control(c)) {
        return false;
    }
    if let Some(host) = address.strip_prefix("https://") {
        return host.starts_with(|first: char| first.is_ascii_alphanumeric() || !first.is_ascii());
    }
    let before_slash = address.split(['/', '?', '#']).next().unwrap_or_default();
    !before_slash.contains(':') && !address.starts_with("//")
}

/// Whether the character is a control: of a terminal, or of the direction of the text around it (UAX #9), which would let
/// a text look like another.
pub fn is_control(character: char) -> bool {
    matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first address of a link in `text` that may not be followed.
pub fn refused_address(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let at = rest.find([']', '\\', '`'])?;
        let (mark, after) = rest.get(at..)?.split_at_checked(1)?;
        rest = after_mark(mark, after);
        if mark == "]"
            && let Some(address) = address(after).filter(|address| !address_allowed(address))
        {
            return Some(address);
        }
    }
}

/// The address that follows a link's words: `(address)`. It holds no bracket, so that no bracket is ever looked at twice and
/// a text of nothing but brackets takes no longer than another; an address writes them as `%28` and `%29`.
fn address(after: &str) -> Option<&str> {
    let rest = after.strip_prefix('(')?;
    let end = rest.find(['(', ')', '[', ']'])?;
    rest.get(end..)?.starts_with(')').then(|| rest.get(..end)).flatten()
}

/// What follows the bracket that ends a link's words. Escaped brackets and those within code are words.
fn after_words(words: &str) -> Option<&str> {
    let mut rest = words;
    loop {
        let at = rest.find(['[', ']', '\\', '`'])?;
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
        "`" => after.find('`').map_or(0, |end| end + 1),
        _ => 0,
    };
    after.get(end..).unwrap_or_default()
}

struct Styler<'t> {
    text: &'t str,
    at: usize,
    run: Run,
    runs: Vec<Run>,
    /// Where the last backtick, the last closing star and the last closing pair of stars stand: what comes after is not opened.
    last_tick: usize,
    last_star: usize,
    last_stars: usize,
}

fn runs(text: &str) -> Vec<Run> {
    let (last_tick, last_star, last_stars) = (text.rfind('`').unwrap_or(0), last_closing(text, "*"), last_closing(text, "**"));
    let mut styler = Styler { text, at: 0, run: Run::default(), runs: Vec::new(), last_tick, last_star, last_stars };
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
        let same_style = Run { text: String::new(), ..self.run.clone() };
        self.runs.push(std::mem::replace(&mut self.run, same_style));
    }

    fn step(&mut self) -> bool {
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
            ('[', _) if self.run.link.is_none() => self.link(rest),
            (']', _) if self.run.link.is_some() => self.end_link(rest),
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
        let Some((code, _)) = rest.get(1..).filter(|_| closed).and_then(|after| after.split_once('`')) else { return self.plain('`', 1) };
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
        let after_word = self.text.get(..self.at).is_some_and(|before| before.ends_with(|c: char| !c.is_ascii_whitespace()));
        let last = if double { self.last_stars } else { self.last_star };
        let turns = if open { after_word } else { before_word && self.at + mark.len() < last };
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
        let address = words.and_then(after_words).and_then(address).filter(|address| address_allowed(address));
        let Some(address) = address else { return self.plain('[', 1) };
        self.flush();
        self.run.link = Some(address.into());
        self.at += 1;
    }

    /// The bracket that [`Styler::link`] found: nothing between is read in another way.
    fn end_link(&mut self, rest: &str) {
        let length = rest.find(')').map_or(rest.len(), |end| end + 1);
        self.flush();
        self.run.link = None;
        self.at += length;
    }
}

/// Where the last `mark` stands that comes after a word and so can close; 0 without any.
fn last_closing(text: &str, mark: &str) -> usize {
    let bytes = text.as_bytes();
    let closes = |window: &[u8]| window.ends_with(mark.as_bytes()) && !matches!(window.first(), Some(b' ' | b'\n' | b'\\'));
    bytes.windows(mark.len() + 1).rposition(closes).map_or(0, |before| before + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

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
                out += &format!("{}:{}]", run.link.unwrap_or_default(), run.text);
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
    fn addresses_that_a_browser_would_run_or_read_otherwise_are_refused() {
        for refused in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "\\\\evil.example",
            "https:\\\\evil",
            "http://plain.example",
            "blob:x",
            "file:///x",
            "mailto:a@b",
            "",
            "https://",
            "https:///x",
            "a:b",
            "x\u{202e}y",
            "https://a b",
        ] {
            assert!(!address_allowed(refused), "{refused:?}");
        }
        for allowed in ["https://example.org", "../pace.html", "pace.html#top", "#top", "?a=b:c", "/method.html", "a/b:c"] {
            assert!(address_allowed(allowed), "{allowed:?}");
        }
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
            let drawn: String =
                read(text).blocks.iter().flat_map(|b| &b.runs).flat_map(|r| [r.text.as_str(), r.link.as_deref().unwrap_or("")]).collect();
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
