//! Where the parts of a saved profile are in its text, found by brackets and quotation marks alone.
//!
//! The strict reader stops at the first mistake. A mistake in one result, or a text that ends too early, must not cost
//! a person the other results, so that each is cut out by what is found here and read strictly by itself. In a text
//! without mistakes this finds what the strict reader finds (a test holds the two together).

use super::RESULTS;
use crate::problem::Problems;
use crate::steps::count;
use crate::text::json;
use std::ops::Range;

/// A part of the text, in bytes.
pub type Place = Range<usize>;

/// The parts of a saved profile.
#[derive(Debug, Default)]
pub struct Outline {
    /// Fields other than `results`: name (with its quotation marks) and value.
    pub fields: Vec<(Place, Place)>,
    /// Whether there is a list of results.
    pub listed: bool,
    /// The results. One whose brackets do not match ends where the next begins; at the end of the text it is none.
    pub results: Vec<Place>,
    /// Whether the text goes on to its last bracket.
    pub closed: bool,
}

impl Outline {
    /// The parts of `text`; `damaged` where it is known to be no JSON. Then nothing but an object is a result, and the
    /// list goes on as long as results follow, whatever stands between them.
    pub fn of(text: &str, damaged: bool) -> Outline {
        let mut outline = Outline::default();
        let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
        scan.pass(b" \n\r\t");
        if scan.peek() != Some(b'{') {
            return outline;
        }
        scan.at += 1;
        loop {
            scan.pass(b" \n\r\t,:]");
            if matches!(scan.peek(), None | Some(b'}')) {
                outline.closed = scan.peek().is_some();
                return outline;
            }
            let Some(name) = scan.value() else { continue };
            scan.pass(b" \n\r\t");
            if scan.peek() != Some(b':') {
                continue;
            }
            scan.pass(b" \n\r\t:");
            // Where there are two lists, which the strict reader says, nothing of the second is lost.
            if is_called(text, &name, "results") && scan.peek() == Some(b'[') {
                outline.list(&mut scan, damaged);
            } else if let Some(value) = scan.value() {
                outline.fields.push((name, value));
            }
        }
    }

    /// Reads the list at which `scan` stands.
    fn list(&mut self, scan: &mut Scan<'_>, damaged: bool) {
        self.listed = true;
        scan.at += 1;
        let mut torn = 0;
        loop {
            scan.pass(b" \n\r\t,:}");
            match scan.peek() {
                None => return,
                Some(b']') => {
                    scan.at += 1;
                    let end = scan.at;
                    torn += 1;
                    if damaged && torn <= RESULTS && scan.next_result() {
                        continue;
                    }
                    scan.at = end;
                    return;
                }
                _ => {}
            }
            let start = scan.at;
            let whole = if damaged && scan.peek() != Some(b'{') { None } else { scan.value() };
            if let Some(place) = whole {
                self.results.push(place);
                continue;
            }
            // A bracket that is not closed would take what follows with it; but the next result is known by its first
            // field. Each time the text may be read to its end, and so not often.
            torn += 1;
            scan.at = start + 1;
            if torn > RESULTS || !scan.next_result() {
                scan.at = scan.bytes.len();
                return;
            }
            self.results.push(start..scan.before());
        }
    }

    /// The value of a field by its name; of two the first.
    pub fn field(&self, text: &str, name: &str) -> Option<Place> {
        self.fields.iter().find(|(field, _)| is_called(text, field, name)).map(|(_, value)| value.clone())
    }
}

/// Whether the field has this name, however its letters are written: `"for\u006dat"` is `format`.
pub(super) fn is_called(text: &str, field: &Place, name: &str) -> bool {
    let written = text.get(field.clone()).unwrap_or_default();
    if !written.contains('\\') {
        return written.get(1..written.len().saturating_sub(1)) == Some(name);
    }
    json::parse(written, &mut Problems::default()).is_some_and(|tape| tape.text(0) == name)
}

/// Where the value that begins at a byte ends; the end of the text where it has none.
pub fn end(text: &str, start: usize) -> usize {
    let mut scan = Scan { bytes: text.as_bytes(), at: start };
    scan.value().map_or(text.len(), |place| place.end)
}

struct Scan<'s> {
    bytes: &'s [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        count(1);
        self.bytes.get(self.at).copied()
    }

    fn pass(&mut self, bytes: &[u8]) {
        while self.peek().is_some_and(|byte| bytes.contains(&byte)) {
            self.at += 1;
        }
    }

    /// Goes to after the value that begins here; nothing if the text ends within it, or if a bracket is closed by
    /// another. Some byte is passed at least.
    fn value(&mut self) -> Option<Place> {
        let start = self.at;
        let mut open: Vec<u8> = Vec::new();
        loop {
            let byte = self.peek()?;
            match byte {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    // The closing one stands two places after it in ASCII.
                    open.push(byte + 2);
                    self.at += 1;
                }
                b'}' | b']' if !open.is_empty() => {
                    if open.pop() != Some(byte) {
                        return None;
                    }
                    self.at += 1;
                }
                _ if open.is_empty() => self.bare(),
                _ => self.at += 1,
            }
            if open.is_empty() {
                return Some(start..self.at);
            }
        }
    }

    /// The end of what stands before this place, without commas and white space.
    fn before(&self) -> usize {
        let kept =
            self.bytes.get(..self.at).and_then(|before| before.iter().rposition(|byte| !b" \n\r\t,".contains(byte)));
        kept.map_or(0, |last| last + 1)
    }

    /// A number or a word, whatever it is.
    fn bare(&mut self) {
        self.at += 1;
        while self.peek().is_some_and(|byte| !b" \n\r\t,:{}[]\"".contains(&byte)) {
            self.at += 1;
        }
    }

    /// A string. No string has a line feed: where its end is missing, the line's end is taken for it.
    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let byte = self.peek()?;
            self.at += if byte == b'\\' { 2 } else { 1 };
            if matches!(byte, b'"' | b'\n') {
                return Some(());
            }
        }
    }

    /// Goes to the next `{"quiz"`; whether there is one.
    fn next_result(&mut self) -> bool {
        const FIRST: &[u8] = b"\"quiz\"";
        let mut open = None;
        while let Some(byte) = self.peek() {
            match byte {
                b'{' => open = Some(self.at),
                b' ' | b'\n' | b'\r' | b'\t' => {}
                _ => {
                    if let Some(start) =
                        open.filter(|_| self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(FIRST)))
                    {
                        self.at = start;
                        return true;
                    }
                    open = None;
                }
            }
            self.at += 1;
        }
        false
    }
}
