//! What stands between two cells, and where the cells of a record begin.

use super::FIRST;
use metier::steps::{count, counted};

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
    const ALL: [Separator; 4] = [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Bar];

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

    /// The separator of a text, and the bytes before its header: what a first line `sep=;` says, else the one that the
    /// header has most of.
    pub fn of(text: &str) -> (Separator, usize) {
        let line = text.split(['\r', '\n']).next().unwrap_or_default();
        let said = line.trim_matches(['"', ' ']);
        let said = said
            .get(..4)
            .filter(|start| start.eq_ignore_ascii_case("sep="))
            .and_then(|_| said.get(4..))
            .unwrap_or_default();
        // Some write the tab as programs do.
        let said = if said == "\\t" { "\t" } else { said };
        if let Some(&separator) = Self::ALL.iter().find(|separator| said.as_bytes() == [separator.byte()]) {
            return (separator, line.len());
        }
        let text = text.trim_start_matches(['\r', '\n']);
        let mut found = [0; 4];
        let mut quoted = false;
        for byte in counted(text.bytes()).take_while(|byte| !matches!(byte, b'\r' | b'\n')) {
            quoted ^= byte == b'"';
            for (separator, found) in Self::ALL.iter().zip(&mut found) {
                *found += u32::from(!quoted && byte == separator.byte());
            }
        }
        let most = found.iter().max().copied().unwrap_or_default();
        if most == 0 && Self::is_spaced(text.split(['\r', '\n']).next().unwrap_or_default()) {
            return (Separator::Space, 0);
        }
        let first = Self::ALL
            .iter()
            .zip(found)
            .find(|(_, found)| *found == most)
            .map_or(Separator::Comma, |(separator, _)| *separator);
        (first, 0)
    }

    /// Whether spaces separate the names of a header without any other separator: each name in quotation marks, or the
    /// first that of a table of ours.
    fn is_spaced(line: &str) -> bool {
        let first = line.split(' ').next().unwrap_or_default();
        let ours = FIRST.iter().any(|name| first.eq_ignore_ascii_case(name));
        line.contains(' ') && (ours || line.starts_with('"') && line.contains("\" \""))
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
