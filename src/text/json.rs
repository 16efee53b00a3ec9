//! JSON (RFC 8259) read to a flat list of nodes that know their places.
//!
//! Strict: no comments, no trailing commas, no lone surrogates, no text after the value. Numbers are read exactly
//! without core's float parser, which would be the largest part of the module. Reading never recurses deeper than
//! [`DEPTH`].

mod number;
mod tape;

use self::number::Decimal;
pub use self::tape::{At, Children, Kind, Tape, push_whole};
use self::tape::{Node, Span};
use crate::problem::{Code, Naming, Problem, Problems, Severity, TELLS};
use crate::steps::count;

/// The longest text that is read, in bytes.
pub const BYTES: usize = 2 * 1024 * 1024;
/// The deepest nesting of arrays and objects.
pub const DEPTH: u32 = 32;
/// The longest string, in bytes of UTF-8 after its escapes are read.
pub const STRING: usize = 20 * 1024;

/// What is wrong with a text of more than [`BYTES`].
pub fn too_long(text: &str) -> Option<Problem> {
    let sizes = [("found", Naming::Number(text.len() as f64)), ("most", Naming::Number(BYTES as f64))];
    let problem = || Problem { line: 1, column: 1, ..Problem::plain(Severity::Error, Code::CAP_BYTES, &sizes, None) };
    (text.len() > BYTES).then(problem)
}

/// Reads `text`; `None` after a syntax error, which ends reading. A byte order mark is skipped.
pub fn parse<'t>(text: &'t str, problems: &mut Problems) -> Option<Tape<'t>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > BYTES {
        if problems.wants() {
            too_long(text).into_iter().for_each(|problem| problems.add(problem));
        }
        return None;
    }
    let mut parser = Parser { tape: Tape::of(text), at: 0, problems };
    let whole = parser.value(Span::default(), 0).and_then(|()| {
        parser.space();
        if parser.at == text.len() { Ok(()) } else { Err(stop(Code::JSON_TRAILING)) }
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

/// A syntax error at the parser's place.
struct Stop(Code);

/// Drops the code where problems are not described.
fn stop(code: Code) -> Stop {
    Stop(if TELLS { code } else { Code::UNTOLD })
}

/// What is wrong where something else was expected, by what stands there: a comment, or a quotation mark of other
/// notations, with that mark.
fn foreign(code: Code, rest: &str) -> (Code, &str) {
    if !TELLS {
        return (code, "");
    }
    let open = matches!(code, Code::JSON_KEY | Code::JSON_VALUE);
    let marked = open || matches!(code, Code::JSON_ARRAY | Code::JSON_OBJECT | Code::JSON_TRAILING);
    let bytes = rest.as_bytes();
    if marked && (bytes.starts_with(b"//") || bytes.starts_with(b"/*")) {
        return (Code::JSON_COMMENT, "");
    }
    match rest.chars().next() {
        // A value may be a colour that lacks its quotation marks.
        Some('#') if marked && code != Code::JSON_VALUE => (Code::JSON_COMMENT, ""),
        Some(mark @ ('\'' | '`' | '«' | '»' | '‘'..='‟')) if open => {
            (Code::JSON_QUOTES, rest.get(..mark.len_utf8()).unwrap_or_default())
        }
        _ => (code, ""),
    }
}

struct Parser<'t, 'p> {
    tape: Tape<'t>,
    at: usize,
    problems: &'p mut Problems,
}

impl Parser<'_, '_> {
    fn peek(&self) -> u8 {
        self.tape.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn report(&mut self, code: Code, at: usize) {
        if !self.problems.wants() {
            return;
        }
        let code = if at >= self.tape.text.len() && code != Code::JSON_TRAILING { Code::JSON_END } else { code };
        let rest = self.tape.text.get(at..).unwrap_or_default();
        let (code, found) = foreign(code, rest);
        let (line, column) = self.tape.line_and_column(at);
        let pointer = self.tape.way_to_the_end();
        let found = (!found.is_empty()).then_some(("found", Naming::Text(found)));
        let problem = Problem::plain(Severity::Error, code, found.as_slice(), None);
        self.problems.add(Problem { line, column, pointer, ..problem });
    }

    fn space(&mut self) {
        let start = self.at;
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        count(1 + self.at - start);
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
            b'<' if TELLS && depth == 0 => return Err(stop(Code::JSON_PAGE)),
            _ => return Err(stop(Code::JSON_VALUE)),
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
            return Err(stop(Code::JSON_VALUE));
        }
        self.at += word.len();
        Ok(())
    }

    /// Steps over `byte` and the space after it, or says that it was wanted.
    fn expect(&mut self, byte: u8, otherwise: Code) -> Result<(), Stop> {
        self.space();
        if self.peek() != byte {
            return Err(stop(otherwise));
        }
        self.at += 1;
        Ok(())
    }

    fn open(&mut self, depth: u32) -> Result<u32, Stop> {
        if depth >= DEPTH {
            return Err(stop(Code::CAP_DEPTH));
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
        self.expect(b']', Code::JSON_ARRAY)
    }

    fn object(&mut self, depth: u32) -> Result<(), Stop> {
        let depth = self.open(depth)?;
        if self.peek() != b'}' {
            loop {
                self.space();
                if self.peek() != b'"' {
                    return Err(stop(Code::JSON_KEY));
                }
                let key = self.string()?;
                self.expect(b':', Code::JSON_COLON)?;
                self.value(key, depth)?;
                self.space();
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(b'}', Code::JSON_OBJECT)
    }

    fn string(&mut self) -> Result<Span, Stop> {
        let opening = self.at;
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                b'"' => break,
                b'\\' => return self.escaped(start),
                0..=0x1f => return Err(stop(Code::JSON_CONTROL)),
                _ => self.at += 1,
            }
        }
        let span = Span { start: start as u32, end: self.at as u32, side: false };
        self.at += 1;
        self.cap(opening, span);
        Ok(span)
    }

    fn cap(&mut self, opening: usize, span: Span) {
        count(1 + self.at - opening);
        if (span.end - span.start) as usize > STRING && self.problems.wants() {
            let (line, column) = self.tape.line_and_column(opening);
            let pointer = self.tape.way_to_the_end();
            let most = [("most", Naming::Number(STRING as f64))];
            self.problems.add(Problem {
                line,
                column,
                pointer,
                ..Problem::plain(Severity::Error, Code::CAP_STRING, &most, None)
            });
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
                    return Err(stop(Code::JSON_CONTROL));
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
            _ => return Err(stop(Code::JSON_ESCAPE)),
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
            self.report(Code::JSON_SURROGATE, opening);
        }
        self.tape.side.push(char::from_u32(code).unwrap_or('\u{fffd}'));
        Ok(())
    }

    fn hexadecimal(&mut self) -> Result<u32, Stop> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16).ok_or(stop(Code::JSON_ESCAPE))?;
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
        count(self.at - start);
        if self.at == start { Err(stop(Code::JSON_NUMBER)) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<f64, Stop> {
        let opening = self.at;
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let mut decimal = Decimal::default();
        if self.peek() == b'0' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                return Err(stop(Code::JSON_NUMBER));
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
            self.report(Code::JSON_RANGE, opening);
            self.tape.exact = false;
            f64::NAN
        });
        Ok(if negative { -value } else { value })
    }
}
