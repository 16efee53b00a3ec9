//! Files in, with problems on standard error.

use crate::Wrong;
use crate::words::print;
use metier::problem::{Naming, Problem, Problems, Severity};
use metier::roles::catalogue::{self, Catalogue};
use metier::saved::outline::Outline;
use metier::text::json;
use metier::text::markdown::is_control;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::Path;

/// No more bytes of a file are read than this: 50 MB.
const MOST: u64 = 50_000_000;

/// The text of a file; `-` is standard input.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let bytes = if path == Path::new("-") { read_all(std::io::stdin()) } else { std::fs::File::open(path).and_then(read_all) };
    let bytes =
        bytes.map_err(|error| Problem::plain(Severity::Error, "file-read", &[("reason", Naming::Text(&error.to_string()))], None))?;
    if bytes.len() as u64 > MOST {
        return Err(Problem::plain(Severity::Error, "file-size", &[("most", Naming::Number(50.0))], None));
    }
    String::from_utf8(bytes).map_err(|error| bad_byte(error.utf8_error().valid_up_to(), error.as_bytes()))
}

fn read_all(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The problem of a byte that is no UTF-8, with the place of that byte.
fn bad_byte(at: usize, bytes: &[u8]) -> Problem {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
    // As the reader of JSON does: a byte order mark has no column.
    let before = before.strip_prefix('\u{feff}').unwrap_or(&before);
    let line = before.matches('\n').count() as u32 + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32 + 1;
    Problem { line, column, ..Problem::plain(Severity::Error, "text-utf8", &[], None) }
}

/// Reads a file with `reader`; problems and warnings are printed on standard error.
pub fn read<T>(path: &Path, reader: impl FnOnce(&str) -> (Option<T>, Vec<Problem>)) -> Result<T, Wrong> {
    let (value, problems) = match read_text(path) {
        Ok(text) => reader(&text),
        Err(problem) => (None, vec![problem]),
    };
    if !problems.is_empty() {
        let mut out = String::new();
        print(&mut out, &path.display().to_string(), &problems);
        let _ = write!(std::io::stderr(), "{out}");
    }
    value.ok_or(Wrong)
}

/// Whether a text says that it is a saved profile, be it of another version or cut off.
pub fn is_saved(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let damaged = json::parse(text, &mut Problems::default()).is_none();
    let outline = Outline::of(text, damaged);
    let format = outline.field(text, "format").and_then(|place| text.get(place));
    format.is_some_and(|format| format.starts_with("\"metier-profile/"))
}

/// The catalogue of a file, or the shipped one.
pub fn read_catalogue(path: Option<&Path>) -> Result<Catalogue, Wrong> {
    match path {
        Some(path) => read(path, catalogue::read),
        None => catalogue::read(catalogue::SHIPPED).0.ok_or(Wrong),
    }
}

/// Prints a record as JSON; numbers have the shortest form that reads back to the same bits. Characters that would steer a
/// terminal, all of them within strings, are escaped.
pub fn print_json(record: &impl serde::Serialize) -> Result<(), Wrong> {
    let text = serde_json::to_string_pretty(record).map_err(|_| Wrong)?;
    let mut out = String::with_capacity(text.len() + 1);
    for character in text.chars() {
        if is_control(character) && character != '\n' {
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out.push('\n');
    print_text(&out)
}

/// Prints a text. Whoever stopped reading, as `head` does, has what was wanted.
pub fn print_text(text: &str) -> Result<(), Wrong> {
    write_out(text).map(drop)
}

/// Prints a text at once; whether anybody still reads.
pub fn write_out(text: &str) -> Result<bool, Wrong> {
    let mut out = std::io::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            Err(Wrong)
        }
    }
}
