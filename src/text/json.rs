//! JSON (RFC 8259) read to a flat list of nodes that know their places.
//!
//! Strict: no comments, no trailing commas, no lone surrogates, no text after the value. Numbers are read exactly without
//! core's float parser, which would be the largest part of the module. Reading never recurses deeper than [`DEPTH`].

use crate::problem::{Naming, Problem, Problems, Severity};

/// The longest text that is read, in bytes.
pub const BYTES: usize = 2 * 1024 * 1024;
/// The deepest nesting of arrays and objects.
pub const DEPTH: u32 = 32;
/// The longest string, in bytes of UTF-8 after its escapes are read.
pub const STRING: usize = 20 * 1024;

/// A piece of the text, or of the side buffer that holds strings whose escapes were read.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    end: u32,
    side: bool,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Flag,
    /// A number
    Number,
    /// A string
    Text,
    /// An array; its entries follow
    Array,
    /// An object; its members follow
    Object,
}

#[derive(Debug)]
struct Node {
    /// Where its text begins, in bytes.
    at: u32,
    /// The member's name in an object; empty elsewhere.
    key: Span,
    /// Index of the node after this one and everything within it.
    next: u32,
    kind: Kind,
    text: Span,
    number: f64,
}

/// A read text: nodes in document order. Node 0 is the whole value.
#[derive(Debug)]
pub struct Tape<'t> {
    text: &'t str,
    side: String,
    nodes: Vec<Node>,
    exact: bool,
}

/// Index of a node of a [`Tape`].
pub type At = u32;

/// Reads `text`; `None` after a syntax error, of which only the first is reported. A byte order mark is skipped.
pub fn parse<'t>(text: &'t str, problems: &mut Problems) -> Option<Tape<'t>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > BYTES {
        let sizes = [("found", Naming::Number(text.len() as f64)), ("most", Naming::Number(BYTES as f64))];
        problems.add(Problem { line: 1, column: 1, ..Problem::plain(Severity::Error, "cap-bytes", &sizes, None) });
        return None;
    }
    let tape = Tape { text, side: String::new(), nodes: Vec::with_capacity(text.len() / 16), exact: true };
    let mut parser = Parser { tape, at: 0, problems };
    let whole = parser.value(Span::default(), 0).and_then(|()| {
        parser.space();
        if parser.at == text.len() { Ok(()) } else { Err(Stop("json-trailing")) }
    });
    match whole {
        Ok(()) => Some(parser.tape),
        Err(Stop(code)) => {
            let at = parser.at;
            parser.report(code, at);
            None
        }
    }
}

/// The code of the syntax error at the parser's place.
struct Stop(&'static str);

struct Parser<'t, 'p> {
    tape: Tape<'t>,
    at: usize,
    problems: &'p mut Problems,
}

impl Parser<'_, '_> {
    fn peek(&self) -> u8 {
        self.tape.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn report(&mut self, code: &'static str, at: usize) {
        if self.problems.full() {
            return;
        }
        let code = if at >= self.tape.text.len() && code != "json-trailing" { "json-end" } else { code };
        let (line, column) = self.tape.line_and_column(at);
        let pointer = self.tape.way_to_the_end();
        self.problems.add(Problem { line, column, pointer, ..Problem::plain(Severity::Error, code, &[], None) });
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn value(&mut self, key: Span, depth: u32) -> Result<(), Stop> {
        self.space();
        let index = self.tape.nodes.len();
        let kind = match self.peek() {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::Text,
            b't' | b'f' => Kind::Flag,
            b'n' => Kind::Null,
            b'-' | b'0'..=b'9' => Kind::Number,
            _ => return Err(Stop("json-value")),
        };
        // Open until it is read to its end, so that a stop within it still knows the way there.
        self.tape.nodes.push(Node { at: self.at as u32, key, next: At::MAX, kind, text: Span::default(), number: 0.0 });
        let (mut text, mut number) = (Span::default(), 0.0);
        match kind {
            Kind::Object => self.object(depth)?,
            Kind::Array => self.array(depth)?,
            Kind::Text => text = self.string()?,
            Kind::Number => number = self.number()?,
            Kind::Null => self.word("null")?,
            Kind::Flag if self.peek() == b't' => {
                self.word("true")?;
                number = 1.0;
            }
            Kind::Flag => self.word("false")?,
        }
        let next = self.tape.nodes.len() as At;
        if let Some(node) = self.tape.nodes.get_mut(index) {
            (node.text, node.number, node.next) = (text, number, next);
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Stop> {
        let rest = self.tape.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(Stop("json-value"));
        }
        self.at += word.len();
        Ok(())
    }

    /// Steps over `byte` and the space after it, or says that it was wanted.
    fn expect(&mut self, byte: u8, otherwise: &'static str) -> Result<(), Stop> {
        self.space();
        if self.peek() != byte {
            return Err(Stop(otherwise));
        }
        self.at += 1;
        Ok(())
    }

    fn open(&mut self, depth: u32) -> Result<u32, Stop> {
        if depth >= DEPTH {
            return Err(Stop("cap-depth"));
        }
        self.at += 1;
        self.space();
        Ok(depth + 1)
    }

    fn array(&mut self, depth: u32) -> Result<(), Stop> {
        let depth = self.open(depth)?;
        if self.peek() != b']' {
            loop {
                self.value(Span::default(), depth)?;
                self.space();
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(b']', "json-array")
    }

    fn object(&mut self, depth: u32) -> Result<(), Stop> {
        let depth = self.open(depth)?;
        if self.peek() != b'}' {
            loop {
                self.space();
                if self.peek() != b'"' {
                    return Err(Stop("json-key"));
                }
                let key = self.string()?;
                self.expect(b':', "json-colon")?;
                self.value(key, depth)?;
                self.space();
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(b'}', "json-object")
    }

    fn string(&mut self) -> Result<Span, Stop> {
        let opening = self.at;
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                b'"' => break,
                b'\\' => return self.escaped(start),
                0..=0x1f => return Err(Stop("json-control")),
                _ => self.at += 1,
            }
        }
        let span = Span { start: start as u32, end: self.at as u32, side: false };
        self.at += 1;
        self.cap(opening, span);
        Ok(span)
    }

    fn cap(&mut self, opening: usize, span: Span) {
        if (span.end - span.start) as usize > STRING && !self.problems.full() {
            let (line, column) = self.tape.line_and_column(opening);
            let pointer = self.tape.way_to_the_end();
            let most = [("most", Naming::Number(STRING as f64))];
            self.problems.add(Problem { line, column, pointer, ..Problem::plain(Severity::Error, "cap-string", &most, None) });
        }
    }

    /// The rest of a string in which an escape was met, unescaped into the side buffer: places in the text stay true.
    fn escaped(&mut self, start: usize) -> Result<Span, Stop> {
        let from = self.tape.side.len();
        let mut plain = start;
        loop {
            let byte = self.peek();
            if byte != b'"' && byte != b'\\' {
                if byte < 0x20 {
                    return Err(Stop("json-control"));
                }
                self.at += 1;
                continue;
            }
            let piece = self.tape.text.get(plain..self.at).unwrap_or_default();
            self.tape.side.push_str(piece);
            if byte == b'"' {
                break;
            }
            self.escape()?;
            plain = self.at;
        }
        self.at += 1;
        let span = Span { start: from as u32, end: self.tape.side.len() as u32, side: true };
        self.cap(start.saturating_sub(1), span);
        Ok(span)
    }

    fn escape(&mut self) -> Result<(), Stop> {
        let opening = self.at;
        self.at += 1;
        let character = match self.peek() {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                self.at += 1;
                return self.unicode(opening);
            }
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return Err(Stop("json-escape")),
        };
        self.at += 1;
        self.tape.side.push(character);
        Ok(())
    }

    fn unicode(&mut self, opening: usize) -> Result<(), Stop> {
        let mut code = self.hexadecimal()?;
        let follows = self.peek() == b'\\' && self.tape.text.as_bytes().get(self.at + 1) == Some(&b'u');
        if (0xd800..0xdc00).contains(&code) && follows {
            let before = self.at;
            self.at += 2;
            let low = self.hexadecimal()?;
            if (0xdc00..0xe000).contains(&low) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            } else {
                self.at = before;
            }
        }
        // A lone surrogate is no character: report it and read on.
        if char::from_u32(code).is_none() {
            self.report("json-surrogate", opening);
        }
        self.tape.side.push(char::from_u32(code).unwrap_or('\u{fffd}'));
        Ok(())
    }

    fn hexadecimal(&mut self) -> Result<u32, Stop> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16).ok_or(Stop("json-escape"))?;
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }

    fn digits(&mut self, decimal: &mut Decimal, fraction: bool) -> Result<(), Stop> {
        let start = self.at;
        while let digit @ b'0'..=b'9' = self.peek() {
            decimal.push(digit - b'0', fraction);
            self.at += 1;
        }
        if self.at == start { Err(Stop("json-number")) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<f64, Stop> {
        let opening = self.at;
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let mut decimal = Decimal::default();
        if self.peek() == b'0' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                return Err(Stop("json-number"));
            }
        } else {
            self.digits(&mut decimal, false)?;
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits(&mut decimal, true)?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            let minus = self.peek() == b'-';
            self.at += usize::from(matches!(self.peek(), b'-' | b'+'));
            let mut exponent = Decimal::default();
            self.digits(&mut exponent, false)?;
            // Beyond any number of digits that a text may have, so that they cannot make up for it.
            let power = exponent.exact().unwrap_or(1e8).min(1e8) as i32;
            decimal.power += if minus { -power } else { power };
        }
        let value = decimal.exact().unwrap_or_else(|| {
            self.report("json-range", opening);
            self.tape.exact = false;
            f64::NAN
        });
        Ok(if negative { -value } else { value })
    }
}

/// A decimal number: `digits * 10^power`. Digits past the nineteenth are counted, and make it inexact unless zero.
#[derive(Default)]
struct Decimal {
    digits: u64,
    power: i32,
    /// Zeros at the end that have not been multiplied in: "1.50" and "1500" keep few digits.
    zeros: u32,
    long: bool,
}

impl Decimal {
    fn push(&mut self, digit: u8, fraction: bool) {
        self.power -= i32::from(fraction);
        if digit == 0 {
            self.zeros += u32::from(self.digits > 0);
            self.power += i32::from(self.digits > 0);
            return;
        }
        for _ in 0..self.zeros {
            self.times_ten(0);
        }
        self.power -= self.zeros as i32;
        self.zeros = 0;
        self.times_ten(digit);
    }

    fn times_ten(&mut self, digit: u8) {
        let next = self.digits.checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit)));
        self.long |= next.is_none();
        self.digits = next.unwrap_or(self.digits);
    }

    /// The nearest `f64`, ties to even; `None` outside the range that is read exactly: at most 19 digits and a power
    /// of ten from -37 to 18 (longer numbers appear in no document that people write).
    ///
    /// Long division of the digits by the power of ten, bit by bit, to at least 55 bits with the remainder kept in the
    /// last bit, so that the one rounding of the conversion to `f64` is right (as in Clinger 1990, "AlgorithmM").
    fn exact(&self) -> Option<f64> {
        if self.digits == 0 {
            return Some(0.0);
        }
        if self.long || !(-37..=18).contains(&self.power) {
            return None;
        }
        let ten = (0..self.power.unsigned_abs()).fold(1u128, |product, _| product * 10);
        if self.power >= 0 {
            return Some((u128::from(self.digits) * ten) as f64);
        }
        let (mut quotient, mut rest) = (0u64, 0u128);
        let mut divide = |bit: u128| {
            rest = rest * 2 + bit;
            let fits = rest >= ten;
            rest -= if fits { ten } else { 0 };
            quotient = quotient * 2 + u64::from(fits);
            quotient
        };
        for place in (0..64).rev() {
            divide(u128::from(self.digits >> place & 1));
        }
        let mut shift = 0u64;
        while divide_more(&mut divide, &mut shift) {}
        let scale = f64::from_bits((1023 - shift) << 52);
        Some((quotient | u64::from(rest != 0)) as f64 * scale)
    }
}

/// One more bit of the quotient, until it has 55.
fn divide_more(divide: &mut impl FnMut(u128) -> u64, shift: &mut u64) -> bool {
    *shift += 1;
    divide(0) < 1 << 54
}

impl<'t> Tape<'t> {
    fn node(&self, at: At) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    fn span(&self, span: Span) -> &str {
        let source = if span.side { self.side.as_str() } else { self.text };
        source.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// What the node is; `Null` for an index that is not the tape's.
    pub fn kind(&self, at: At) -> Kind {
        self.node(at).map_or(Kind::Null, |node| node.kind)
    }

    /// The member's name.
    pub fn key(&self, at: At) -> &str {
        self.node(at).map_or("", |node| self.span(node.key))
    }

    /// The string; empty for other kinds.
    pub fn text(&self, at: At) -> &str {
        self.node(at).map_or("", |node| self.span(node.text))
    }

    /// The number, or 1 for `true`; 0 for other kinds, and no number where it could not be read, which has been said.
    pub fn number(&self, at: At) -> f64 {
        self.node(at).map_or(0.0, |node| node.number)
    }

    /// Whether every number was read. Where one was not, there is no point in checking what hangs together with it.
    pub fn exact(&self) -> bool {
        self.exact
    }

    /// The entries of an array or object.
    pub fn children(&self, at: At) -> Children<'_, 't> {
        let end = self.node(at).map_or(0, |node| node.next.min(self.nodes.len() as u32));
        let holds = matches!(self.kind(at), Kind::Array | Kind::Object);
        Children { tape: self, at: if holds { at + 1 } else { end }, end }
    }

    /// The member called `name`.
    pub fn member(&self, at: At, name: &str) -> Option<At> {
        self.children(at).find(|&child| self.key(child) == name)
    }

    /// The way to a node as a JSON pointer: from the root always into the child that holds it. Costs nothing until asked.
    pub fn pointer(&self, at: At) -> String {
        let mut pointer = String::new();
        let mut here = 0;
        while here < at {
            let end = self.nodes.len() as u32;
            let mut child = here + 1;
            let mut index = 0u32;
            while let Some(next) = self.node(child).map(|node| node.next.min(end)) {
                if at < next {
                    break;
                }
                child = next;
                index += 1;
            }
            pointer.push('/');
            if self.kind(here) == Kind::Object {
                push_escaped(&mut pointer, self.key(child));
            } else {
                push_whole(&mut pointer, index);
            }
            here = child;
        }
        pointer
    }

    /// The way to where reading stands: to the last node begun that is still open.
    fn way_to_the_end(&self) -> String {
        let open = self.nodes.iter().rposition(|node| node.next == At::MAX);
        open.map_or(String::new(), |open| self.pointer(open as At))
    }

    /// Line and column of a byte of the text: both from 1, the column in UTF-16 code units.
    fn line_and_column(&self, at: usize) -> (u32, u32) {
        let mut line = 1;
        let mut column = 1;
        for (_, character) in self.text.char_indices().take_while(|&(index, _)| index < at) {
            if character == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += character.len_utf16() as u32;
            }
        }
        (line, column)
    }

    /// A problem at a node.
    pub fn problem(
        &self,
        severity: Severity,
        code: &'static str,
        at: At,
        values: &[(&'static str, Naming<'_>)],
        hint: Option<&str>,
    ) -> Problem {
        let (line, column) = self.line_and_column(self.node(at).map_or(0, |node| node.at as usize));
        Problem { line, column, pointer: self.pointer(at), ..Problem::plain(severity, code, values, hint) }
    }
}

fn push_escaped(pointer: &mut String, key: &str) {
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
}

/// Appends a whole number in decimal; core's formatting would be paid for by every page.
pub fn push_whole(text: &mut String, mut number: u32) {
    let mut place = 1u32;
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + (number / place) as u8));
        number %= place;
        place /= 10;
    }
}

/// The entries of an array or the members of an object.
#[derive(Debug)]
pub struct Children<'a, 't> {
    tape: &'a Tape<'t>,
    at: At,
    end: At,
}

impl Iterator for Children<'_, '_> {
    type Item = At;

    fn next(&mut self) -> Option<At> {
        if self.at >= self.end {
            return None;
        }
        let child = self.at;
        self.at = self.tape.node(child)?.next;
        Some(child)
    }
}
