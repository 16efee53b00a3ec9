//! Files in, with problems on standard error.

use crate::Wrong;
use crate::sort::Sort;
use crate::words::print;
use metier::problem::{Code, Naming, Problem, Problems, Severity};
use metier::roles::catalogue::{self, Catalogue};
use metier::saved::outline::Outline;
use metier::text::json;
use metier::text::unseen::is_control;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::Path;

/// No more bytes of a file are read than this: 50 MB.
const MOST: u64 = 50_000_000;

/// Which texts are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// UTF-8, or UTF-16 or UTF-32 as some shells and editors write them.
    Unicode,
    /// And Windows-1252, as spreadsheets and word processors write it: for texts in which no byte has a meaning of its
    /// own.
    Any,
}

/// In which encoding a text was.
#[derive(Clone, Copy)]
pub enum Encoding {
    /// UTF-8
    Narrow,
    /// UTF-16 or UTF-32
    Wide,
    /// Windows-1252
    Western,
}

impl Encoding {
    /// What is to be said of a text in this encoding, where `letters` were read.
    pub fn warning(self, letters: Letters) -> Option<Problem> {
        let code = match (self, letters) {
            (Encoding::Western, _) => Code::TEXT_WESTERN,
            // Spreadsheets write tables so; documents are for pages, too.
            (Encoding::Wide, Letters::Unicode) => Code::TEXT_WIDE,
            (Encoding::Wide, Letters::Any) | (Encoding::Narrow, _) => return None,
        };
        Some(Problem::plain(Severity::Warning, code, &[], None))
    }
}

/// The text of a file, and its encoding; `-` is standard input.
pub fn read_letters(path: &Path, letters: Letters) -> Result<(String, Encoding), Problem> {
    let bytes =
        if path == Path::new("-") { read_all(std::io::stdin()) } else { std::fs::File::open(path).and_then(read_all) };
    let bytes = bytes.map_err(|error| {
        Problem::plain(Severity::Error, Code::FILE_READ, &[("reason", Naming::Text(&error.to_string()))], None)
    })?;
    if bytes.len() as u64 > MOST {
        return Err(Problem::plain(Severity::Error, Code::FILE_SIZE, &[("most", Naming::Number(50.0))], None));
    }
    let no_text = |kind: &str| Problem::plain(Severity::Error, Code::FILE_KIND, &[("kind", Naming::Text(kind))], None);
    let after_mark = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if let Some((_, kind)) = KINDS.iter().find(|(start, _)| after_mark.starts_with(start)) {
        return Err(no_text(kind));
    }
    let (text, encoding) = decoded(bytes, letters)?;
    // In documents the place of a zero is said.
    if letters == Letters::Any && text.contains('\0') { Err(no_text(OTHER)) } else { Ok((text, encoding)) }
}

/// The text that bytes are, and their encoding.
fn decoded(bytes: Vec<u8>, letters: Letters) -> Result<(String, Encoding), Problem> {
    if let Some(text) = widest(&bytes).or_else(|| wide(&bytes)) {
        return Ok((text, Encoding::Wide));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, Encoding::Narrow)),
        Err(error) if letters == Letters::Any => {
            Ok((error.as_bytes().iter().map(|&byte| western(byte)).collect(), Encoding::Western))
        }
        Err(error) => Err(bad_byte(error.utf8_error().valid_up_to(), error.as_bytes())),
    }
}

/// The text of a file of Unicode.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    read_letters(path, Letters::Unicode).map(|(text, _)| text)
}

/// A file with a zero among its letters.
const OTHER: &str = "made of other things than letters";
/// Files that are no texts, by their first bytes. The page knows the same (`www/shared/letters.js`).
const KINDS: [(&[u8], &str); 20] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as documents of Word, Excel and LibreOffice are"),
    (b"PK\x05\x06", "a ZIP archive with nothing in it"),
    (b"PK\x07\x08", "a part of a ZIP archive"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"BZh", "compressed by bzip2"),
    (b"\xfd7zXZ", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by Zstandard"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word or Excel"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"%!PS", "a document in PostScript"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"$FL2", "a table of SPSS"),
    (b"$FL3", "a table of SPSS"),
    (b"<stata_dta>", "a table of Stata"),
    (b"PAR1", "a table in Parquet"),
];

/// The text of UTF-32, told by its byte order mark, or by three zeros beside its first letter.
fn widest(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 4]) -> u32 = match bytes {
        [0xff, 0xfe, 0, 0, ..] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff, ..] => u32::from_be_bytes,
        [first, 0, 0, 0, ..] if *first > 0 => u32::from_le_bytes,
        [0, 0, 0, first, ..] if *first > 0 => u32::from_be_bytes,
        _ => return None,
    };
    let character = |unit: &[u8]| unit.try_into().ok().and_then(|unit| char::from_u32(read(unit)));
    Some(bytes.chunks(4).map(|unit| character(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The text of UTF-16, told by its byte order mark, or by every other byte of its first two letters being 0.
fn wide(bytes: &[u8]) -> Option<String> {
    let big = match bytes {
        [0xfe, 0xff, ..] => true,
        [0xff, 0xfe, ..] => false,
        [0, first, 0, second, ..] if *first > 0 && *second > 0 => true,
        [first, 0, second, 0, ..] if *first > 0 && *second > 0 => false,
        _ => return None,
    };
    let unit = |pair: &[u8]| match *pair {
        [first, second] if big => u16::from_be_bytes([first, second]),
        [first, second] => u16::from_le_bytes([first, second]),
        _ => 0xfffd,
    };
    let units: Vec<u16> = bytes.chunks(2).map(unit).collect();
    Some(String::from_utf16_lossy(&units))
}

/// What the bytes from 0x80 to 0x9f are in Windows-1252; undefined ones map to themselves, as in
/// browsers.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A character of Windows-1252.
fn western(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|place| WESTERN.chars().nth(usize::from(place)));
    special.unwrap_or(char::from(byte))
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
    Problem { line, column, ..Problem::plain(Severity::Error, Code::TEXT_UTF8, &[], None) }
}

/// Reads a document of a sort with `reader`; problems and warnings are printed on standard error. A table or an advert
/// may be in Windows-1252.
pub fn read<T>(path: &Path, sort: Sort, reader: impl FnOnce(&str) -> (Option<T>, Vec<Problem>)) -> Result<T, Wrong> {
    let letters = if matches!(sort, Sort::Table | Sort::Advert) { Letters::Any } else { Letters::Unicode };
    let (value, problems) = match read_letters(path, letters) {
        Ok((text, encoding)) => {
            let mistaken = sort.mistaken(&text);
            let (value, mut problems) = mistaken.map_or_else(|| reader(&text), |problem| (None, vec![problem]));
            problems.splice(0..0, encoding.warning(letters));
            (value, problems)
        }
        Err(problem) => (None, vec![problem]),
    };
    tell(path, &problems);
    value.ok_or(Wrong)
}

/// Says on standard error what is wrong with a file, if anything is.
pub fn tell(path: &Path, problems: &[Problem]) {
    if !problems.is_empty() {
        let mut out = String::new();
        print(&mut out, &path.display().to_string(), problems);
        let _ = write!(std::io::stderr(), "{out}");
    }
}

/// Whether a text says that it is a saved profile, be it of another version or cut off.
pub fn is_saved(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let damaged = json::parse(text, &mut Problems::default()).is_none();
    let outline = Outline::of(text, damaged);
    let format = outline.field(text, "format").and_then(|place| text.get(place)).unwrap_or_default();
    json::parse(format, &mut Problems::default()).is_some_and(|tape| tape.text(0).starts_with("metier-profile/"))
}

/// The catalogue of a file, or the shipped one.
pub fn read_catalogue(path: Option<&Path>) -> Result<Catalogue, Wrong> {
    match path {
        Some(path) => read(path, Sort::Catalogue, catalogue::read),
        None => catalogue::read(catalogue::SHIPPED).0.ok_or(Wrong),
    }
}

/// Prints a record as JSON; numbers have the shortest form that reads back to the same bits. Characters that would
/// steer a terminal, all of them within strings, are escaped.
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

/// Prints a text, or writes it into a file that is not there yet.
pub fn print_or_write(output: Option<&Path>, text: &str) -> Result<(), Wrong> {
    let Some(path) = output else { return print_text(text) };
    let made = std::fs::File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    made.map_err(|error| {
        let reason = error.to_string();
        let problem = Problem::plain(Severity::Error, Code::FILE_WRITE, &[("reason", Naming::Text(&reason))], None);
        tell(path, &[problem]);
        Wrong
    })
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

/// Today, as YYYY-MM-DD of the world's latest time zone: nobody's result can be of a later day. Nothing where the clock
/// is not set.
pub fn today() -> Option<String> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(day((since.as_secs() + 14 * 60 * 60) / 86_400))
}

/// A day of the Gregorian calendar by its number since 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms").
fn day(number: u64) -> String {
    let days = number + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + u64::from(month <= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (number, expected) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_786, "2026-11-29"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(day(number), expected);
        }
    }

    /// The page reads the same (`www/shared/letters.js`), by the same table: made with the codecs of Python, but for the
    /// letters cut off, which Unicode says are shown as U+FFFD.
    #[test]
    fn files_are_read_in_the_letters_they_are_in() {
        let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/files.json"));
        let rows: Vec<serde_json::Value> = serde_json::from_str(table).expect("a table");
        assert!(rows.len() > 40, "{} rows", rows.len());
        let file = std::env::temp_dir().join(format!("metier-files-{}", std::process::id()));
        for row in rows {
            let text = |name: &str| row.get(name).and_then(serde_json::Value::as_str);
            let hex = text("bytes").expect("bytes").as_bytes();
            let byte = |pair: &[u8]| u8::from_str_radix(&String::from_utf8_lossy(pair), 16).expect("a byte");
            std::fs::write(&file, hex.chunks(2).map(byte).collect::<Vec<u8>>()).expect("a file");
            let found = read_letters(&file, Letters::Any).ok().map(|(text, _)| text);
            let found = found.as_deref().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
            assert_eq!(found, text("text"), "{row}");
        }
        std::fs::remove_file(file).expect("the file");
    }
}
