//! Comma-separated values: a header, rows of cells, and the place of each cell in the text.

use metier::problem::{MOST, Naming, Problem, Problems, Severity};
use metier::text::markdown::is_control;
use std::collections::HashMap;

/// A header and the rows below it, all equally long. Cells are as the text means them, without their quotation marks (RFC 4180).
pub struct Table<'t> {
    text: &'t str,
    columns: usize,
    /// The cells of the header and of all rows, one after another.
    cells: String,
    /// Where each of them ends.
    ends: Vec<u32>,
    /// Where each row begins in the text, and in which line; the header is the first.
    rows: Vec<(u32, u32)>,
}

/// A cell, which knows its place.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// What it says; empty where nothing stands in it.
    pub text: &'a str,
    table: &'a Table<'a>,
    row: usize,
    column: usize,
}

impl<'t> Table<'t> {
    /// Reads a text; all that is wrong with its structure is added to `problems`, and where anything is, there is no table.
    ///
    /// Lines end as they like (LF, CRLF, CR), a byte order mark and empty lines are passed over, and a quoted cell may hold commas and
    /// line breaks. The text has at most 50 MB, which whoever reads files sees to.
    pub fn read(text: &'t str, problems: &mut Problems) -> Option<Table<'t>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut table = Table { text, columns: 0, cells: String::new(), ends: Vec::new(), rows: Vec::new() };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let (mut record, mut at, mut line) = (csv::StringRecord::new(), 0, 1);
        while !problems.full() && reader.read_record(&mut record).is_ok_and(|more| more) {
            // The reader's place may be that of empty lines before the record.
            let found = record.position().map_or(0, |place| place.byte() as usize);
            let start = text.get(found..).map_or(found, |rest| text.len() - rest.trim_start_matches(['\r', '\n']).len());
            line += line_ends(text.get(at..start).unwrap_or_default());
            at = start;
            // Only a quotation mark that is never closed takes a record to the end of the text with it.
            let last = reader.position().byte() as usize >= text.len();
            table.add(&record, (start as u32, line), last, problems);
        }
        match table.rows.len() {
            0 => problems.add(plain("csv-empty", 1, 1, &[])),
            1 if !problems.rejected() => problems.add(plain("csv-rows", 1, 1, &[])),
            _ => {}
        }
        (!problems.rejected()).then_some(table)
    }

    /// Keeps a record that is as long as the header, and says what is wrong with it.
    fn add(&mut self, record: &csv::StringRecord, row: (u32, u32), last: bool, problems: &mut Problems) {
        let rest = self.text.get(row.0 as usize..).unwrap_or_default();
        let header = self.rows.is_empty();
        if header {
            self.columns = record.len();
            check_names(record, |column| place(rest, row.1, column), problems);
        }
        if let Some(column) = last.then(|| open_cell(rest)).flatten() {
            let (line, column) = place(rest, row.1, column);
            problems.add(plain("csv-quote", line, column, &[]));
        } else if record.len() != self.columns {
            let values = [("found", Naming::Number(record.len() as f64)), ("wanted", Naming::Number(self.columns as f64))];
            problems.add(plain("csv-ragged", row.1, 1, &values));
        }
        if record.as_slice().chars().any(steers) {
            for (column, _) in record.iter().enumerate().filter(|(_, cell)| cell.chars().any(steers)).take(MOST) {
                let (line, column) = place(rest, row.1, column);
                problems.add(plain("text-control", line, column, &[]));
            }
        }
        self.rows.push(row);
        if problems.rejected() {
            return;
        }
        for cell in record {
            self.cells.push_str(cell);
            self.ends.push(self.cells.len() as u32);
        }
    }

    /// The names of the columns.
    pub fn header(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
        self.row(0)
    }

    /// The rows below the header.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = impl ExactSizeIterator<Item = Cell<'_>>> {
        (1..self.rows.len()).map(|row| self.row(row))
    }

    fn row(&self, row: usize) -> impl ExactSizeIterator<Item = Cell<'_>> {
        (0..self.columns).map(move |column| {
            let index = row * self.columns + column;
            let end = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
            let start = index.checked_sub(1).map_or(0, end);
            Cell { text: self.cells.get(start..end(index)).unwrap_or_default(), table: self, row, column }
        })
    }
}

impl Cell<'_> {
    /// Line and column of the cell in the text, from 1; the column in UTF-16 code units.
    pub fn place(self) -> (u32, u32) {
        let (start, line) = self.table.rows.get(self.row).copied().unwrap_or_default();
        place(self.table.text.get(start as usize..).unwrap_or_default(), line, self.column)
    }

    /// What is wrong with the cell, at its place.
    pub fn problem(self, code: &'static str, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) -> Problem {
        let (line, column) = self.place();
        Problem { line, column, ..Problem::plain(Severity::Error, code, values, hint) }
    }

    /// The cell as a sentence may quote it: its first 40 characters.
    pub fn quoted(self) -> String {
        shortened(self.text)
    }
}

/// A text as a cell: in quotation marks where it must be.
pub fn cell(text: &str) -> String {
    let plain = !text.contains([',', '"', '\n', '\r']);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// A number as it is printed: the shortest digits that read back to the same bits.
pub fn number(x: f64) -> String {
    let text = format!("{x:?}");
    text.strip_suffix(".0").map_or(text.clone(), Into::into)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

fn plain(code: &'static str, line: u32, column: u32, values: &[(&'static str, Naming<'_>)]) -> Problem {
    Problem { line, column, ..Problem::plain(Severity::Error, code, values, None) }
}

/// Each column of a header has a name of its own.
fn check_names(record: &csv::StringRecord, place: impl Fn(usize) -> (u32, u32), problems: &mut Problems) {
    let mut first = HashMap::new();
    for (column, name) in record.iter().enumerate() {
        if problems.full() {
            return;
        }
        if name.trim().is_empty() {
            let (line, column) = place(column);
            problems.add(plain("csv-name-empty", line, column, &[]));
        } else if first.insert(name, column).is_some() {
            let (line, column) = place(column);
            problems.add(plain("csv-name-twice", line, column, &[("name", Naming::Text(&shortened(name)))]));
        }
    }
}

/// Characters that would steer a terminal; a cell may hold line breaks and tabs.
fn steers(character: char) -> bool {
    is_control(character) && !matches!(character, '\n' | '\r' | '\t')
}

/// Line and column of a cell of the record with which `text` begins, in the given line.
fn place(text: &str, line: u32, column: usize) -> (u32, u32) {
    let start = Cells::new(text).nth(column).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    let last = before.rsplit(['\r', '\n']).next().unwrap_or_default();
    (line + line_ends(before), last.encode_utf16().count() as u32 + 1)
}

/// The cell of the record with which `text` begins whose quotation mark is never closed.
fn open_cell(text: &str) -> Option<usize> {
    let mut cells = Cells::new(text);
    let count = cells.by_ref().count();
    cells.quoted.then(|| count.saturating_sub(1))
}

/// Line ends in a text: LF, CR, or both as one.
fn line_ends(text: &str) -> u32 {
    let mut count = 0;
    let mut before = 0;
    for byte in text.bytes() {
        count += u32::from(byte == b'\r' || byte == b'\n' && before != b'\r');
        before = byte;
    }
    count
}

/// Where the cells of a record begin, in bytes.
struct Cells<'t> {
    rest: std::iter::Enumerate<std::str::Bytes<'t>>,
    /// Where the next cell begins, if there is one.
    next: Option<usize>,
    /// Whether the text ended within quotation marks.
    quoted: bool,
}

impl<'t> Cells<'t> {
    fn new(text: &'t str) -> Cells<'t> {
        Cells { rest: text.bytes().enumerate(), next: Some(0), quoted: false }
    }
}

impl Iterator for Cells<'_> {
    type Item = usize;

    /// As the reader does: only a quotation mark at the start of a cell opens, and a doubled one within changes nothing.
    fn next(&mut self) -> Option<usize> {
        let start = self.next.take()?;
        let mut quotable = false;
        for (at, byte) in self.rest.by_ref() {
            match byte {
                b'"' if at == start => (quotable, self.quoted) = (true, true),
                b'"' if quotable => self.quoted = !self.quoted,
                b',' if !self.quoted => {
                    self.next = Some(at + 1);
                    break;
                }
                b'\r' | b'\n' if !self.quoted => break,
                _ => {}
            }
        }
        Some(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(&'static str, u32, u32)> {
        let mut problems = Problems::default();
        let table = Table::read(text, &mut problems);
        assert_eq!(table.is_none(), problems.rejected(), "{text:?}");
        problems.into_list().iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
    }

    /// The cells of a table with their places, header first.
    fn cells(text: &str) -> Vec<Vec<(String, (u32, u32))>> {
        let mut problems = Problems::default();
        let table = Table::read(text, &mut problems).expect("a table");
        let known = |cell: Cell| (cell.text.to_owned(), cell.place());
        let mut all = vec![table.header().map(known).collect()];
        all.extend(table.rows().map(|row| row.map(known).collect::<Vec<_>>()));
        all
    }

    fn placed(cells: &[(&str, (u32, u32))]) -> Vec<(String, (u32, u32))> {
        cells.iter().map(|&(text, place)| (text.to_owned(), place)).collect()
    }

    #[test]
    fn cells_know_their_places() {
        let expected = [
            placed(&[("a", (1, 1)), ("b", (1, 3))]),
            placed(&[("1", (2, 1)), ("", (2, 3))]),
            placed(&[("x\ny", (3, 1)), ("say \"hi\", now", (4, 4))]),
            placed(&[("é😀", (5, 1)), ("z", (5, 5))]),
        ];
        let text = "a,b\n1,\n\"x\ny\",\"say \"\"hi\"\", now\"\né😀,z\n";
        assert_eq!(cells(text), expected);
        assert_eq!(cells(&format!("\u{feff}{}", text.trim_end())), expected, "byte order mark, and no line end at the end");
    }

    #[test]
    fn lines_end_as_they_like_and_empty_ones_are_passed_over() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "", "", "1,\"2", "3\"", "4,5", "", ""].join(end);
            let inner = format!("2{end}3");
            let expected = [
                placed(&[("a", (2, 1)), ("b", (2, 3))]),
                placed(&[("1", (5, 1)), (&inner, (5, 3))]),
                placed(&[("4", (7, 1)), ("5", (7, 3))]),
            ];
            assert_eq!(cells(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn all_that_is_wrong_comes_at_once() {
        for empty in ["", "\u{feff}", "\n\r\n"] {
            assert_eq!(problems(empty), [("csv-empty", 1, 1)]);
        }
        assert_eq!(problems("a,b\n"), [("csv-rows", 1, 1)]);
        assert_eq!(
            problems("a,b,a,, \n1\n1,2,3,4,5\n1,2,3,4,5,6\n1,2,3,\u{1b},5\n1,2,\"3,4"),
            [
                ("csv-name-twice", 1, 5),
                ("csv-name-empty", 1, 7),
                ("csv-name-empty", 1, 8),
                ("csv-ragged", 2, 1),
                ("csv-ragged", 4, 1),
                ("text-control", 5, 7),
                ("csv-quote", 6, 5)
            ]
        );
        assert_eq!(problems("a,\"b\nc,d\n"), [("csv-quote", 1, 3)], "in the header");
        assert_eq!(problems("a,b\n1,\"2\"\"\n"), [("csv-quote", 2, 3)], "a doubled mark closes nothing");
        assert_eq!(problems("a,b\n1,2\"\"\"\n"), [], "marks within a cell that began without one");
    }

    #[test]
    fn hostile_texts_end_soon() {
        assert_eq!(problems(&",".repeat(1_000_000)).len(), MOST + 1);
        assert_eq!(problems(&format!("a,b\n{}", "x\n".repeat(1_000_000))).len(), MOST + 1);
        assert_eq!(problems(&format!("a\n{}", "\n".repeat(1_000_000))).len(), 1);
    }

    #[test]
    fn numbers_read_back_to_the_same_bits() {
        for (x, text) in [(1.0, "1"), (0.1, "0.1"), (-2.5, "-2.5"), (1e300, "1e300"), (1e-7, "1e-7"), (1.0 / 3.0, "0.3333333333333333")] {
            assert_eq!(number(x), text);
            assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(x.to_bits()));
        }
    }

    /// The text from a place on.
    fn text_at(text: &str, (line, column): (u32, u32)) -> String {
        let unix = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        let rest: Vec<&str> = unix.split('\n').skip(line as usize - 1).collect();
        let units: Vec<u16> = rest.join("\n").encode_utf16().collect();
        String::from_utf16(&units[column as usize - 1..]).expect("whole characters")
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// Whatever is read, it ends, and each cell stands where it says.
        #[test]
        fn any_text_has_a_table_or_problems(text in "[\u{feff}]?([a1,é😀\"\r\n\u{1b}]|,|\n|\r\n|\"){0,40}") {
            let mut problems = Problems::default();
            if let Some(table) = Table::read(&text, &mut problems) {
                for cell in table.header().chain(table.rows().flatten()) {
                    let (found, said) = (text_at(&text, cell.place()), cell.text.replace("\r\n", "\n").replace('\r', "\n"));
                    let bare = found.trim_start_matches('"').chars().next();
                    assert!(said.is_empty() || said.starts_with('"') || said.chars().next() == bare, "{text:?} {found:?} {said:?}");
                }
            } else {
                assert!(problems.rejected());
            }
        }
    }
}
