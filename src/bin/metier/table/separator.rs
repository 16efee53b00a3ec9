//! What stands between two cells, and where the cells of a record begin.

use metier::steps::count;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
    /// As R's `write.table` does unless it is told otherwise.
    Space,
}

impl Separator {
    /// Those that one is told by alone; of spaces the names must say more.
    pub const ALL: [Separator; 4] = [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Bar];

    pub fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
            Separator::Bar => b'|',
            Separator::Space => b' ',
        }
    }

    /// Its name in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Separator::Comma => "commas",
            Separator::Semicolon => "semicolons",
            Separator::Tab => "tabs",
            Separator::Bar => "vertical bars",
            Separator::Space => "spaces",
        }
    }

    /// One of them in a sentence.
    pub fn mark(self) -> &'static str {
        match self {
            Separator::Comma => "comma",
            Separator::Semicolon => "semicolon",
            Separator::Tab => "tab",
            Separator::Bar => "vertical bar",
            Separator::Space => "space",
        }
    }
}

/// Where the cells of a record begin, in bytes.
pub struct Starts<'t> {
    rest: std::iter::Enumerate<std::str::Bytes<'t>>,
    /// Where the next cell begins, if there is one.
    next: Option<usize>,
    /// Whether the text ended within quotation marks.
    pub quoted: bool,
    separator: u8,
}

impl<'t> Starts<'t> {
    pub fn new(text: &'t str, separator: Separator) -> Starts<'t> {
        Starts { rest: text.bytes().enumerate(), next: Some(0), quoted: false, separator: separator.byte() }
    }
}

impl Iterator for Starts<'_> {
    type Item = usize;

    /// As the reader does: only a quotation mark at the start of a cell opens, a doubled one within changes nothing,
    /// and marks mean nothing once something follows the one that closes.
    fn next(&mut self) -> Option<usize> {
        let start = self.next.take()?;
        let mut quotable = false;
        for (at, byte) in self.rest.by_ref() {
            count(1);
            match byte {
                b'"' if at == start => (quotable, self.quoted) = (true, true),
                b'"' if quotable => self.quoted = !self.quoted,
                _ if byte == self.separator && !self.quoted => {
                    self.next = Some(at + 1);
                    break;
                }
                b'\r' | b'\n' if !self.quoted => break,
                _ => quotable &= self.quoted,
            }
        }
        Some(start)
    }
}
