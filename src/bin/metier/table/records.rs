//! The records of a text, each with its place.

use super::separator::Separator;
use metier::steps::{count, counted};

/// A record, and where it begins: its byte and its line.
pub type Placed = (csv::StringRecord, (u32, u32));

/// Records below the first that are looked at before a table is read.
pub const LOOKED_AT: usize = 20;

/// Cells of a record up to the last in which something stands.
pub fn filled(record: &csv::StringRecord) -> usize {
    record.len() - record.iter().rev().take_while(|cell| cell.is_empty()).count()
}

/// The records of a text, one after another, without those that are empty.
pub struct Records<'t> {
    pub text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    at: usize,
    line: u32,
}

impl<'t> Records<'t> {
    pub fn of(text: &'t str, separator: Separator, start: usize) -> Records<'t> {
        let rest = text.get(start..).unwrap_or_default();
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator.byte())
            .from_reader(rest.as_bytes());
        Records { text: rest, reader, at: 0, line: 1 }
    }

    /// The next record that says anything, and whether the text ends with it.
    pub fn next(&mut self) -> Option<(Placed, bool)> {
        let mut record = csv::StringRecord::new();
        while self.reader.read_record(&mut record).is_ok_and(|more| more) {
            // The reader's place may be that of empty lines before the record.
            let found = record.position().map_or(0, |place| place.byte() as usize);
            let rest = self.text.get(found..).unwrap_or_default();
            let start = found + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
            self.line += line_ends(self.text.get(self.at..start).unwrap_or_default());
            self.at = start;
            count(1 + record.as_slice().len() + record.len());
            // Only a quotation mark that is never closed takes a record to the end of the text with it.
            let last = self.reader.position().byte() as usize >= self.text.len();
            if last || record.iter().any(|cell| !cell.is_empty()) {
                return Some(((record, (start as u32, self.line)), last));
            }
        }
        None
    }
}

/// Line ends in a text: LF, CR, or both as one.
pub fn line_ends(text: &str) -> u32 {
    let mut ends = 0;
    let mut before = 0;
    for byte in counted(text.bytes()) {
        ends += u32::from(byte == b'\r' || byte == b'\n' && before != b'\r');
        before = byte;
    }
    ends
}
