//! Comma-separated values: a header, rows of cells, and the place of each cell in the text.
//!
//! Tables are read as spreadsheets and R write them: with semicolons or tabs between the cells, which is said; with a
//! first line `sep=;`; with empty columns and rows, which are passed over; and with names of rows in a first column
//! that the header has no name for, or does not have.

// Paths, because the fuzz tests take this file in from elsewhere.
#[path = "table/cell.rs"]
mod cell;
#[path = "table/choice.rs"]
mod choice;
#[path = "table/nameless.rs"]
mod nameless;
#[path = "table/records.rs"]
mod records;
#[path = "table/separator.rs"]
mod separator;
#[path = "table/title.rs"]
mod title;

pub use cell::Cell;
use cell::shortened;
use metier::problem::{Code, MOST, Naming, Problem, Problems, Severity};
use metier::steps::{count, counted};
use metier::text::unseen::{is_control, seen};
use nameless::Nameless;
use records::{Placed, Records, line_ends};
pub use separator::Separator;
use separator::Starts;
use std::collections::HashMap;
use title::Lines;

/// A header and the rows below it, all equally long. Cells are as the text means them, without their quotation marks
/// (RFC 4180).
pub struct Table<'t> {
    text: &'t str,
    separator: Separator,
    /// How many columns it has, without those at its end that are passed over.
    columns: usize,
    /// Those among them that are not passed over.
    shown: Vec<usize>,
    /// How many columns of the text come before the first of the header, and of a row; fewer than none where the header
    /// lacks one.
    before: [isize; 2],
    /// The cells of the header and of all rows, one after another.
    cells: String,
    /// Where each of them ends.
    ends: Vec<u32>,
    /// Where each row begins in the text, and in which line; the header is the first.
    rows: Vec<(u32, u32)>,
    /// The cell whose place was last asked for, so that the next one of its row is not looked for from the first again.
    last: std::cell::Cell<Known>,
}

/// A cell whose place is known: the row's first byte, the column in the text, and the cell's own byte, line and column.
#[derive(Clone, Copy, Default)]
struct Known {
    row: u32,
    cell: usize,
    at: usize,
    line: u32,
    column: u32,
}

/// Names of a first column that tables of ours have: before it stand names of rows, if anything does.
const FIRST: [&str; 2] = ["person", "item"];
/// What pandas, readr and others call such names of rows.
const ROWS: [&str; 9] = ["", "unnamed: 0", "x", "...1", "index", "rownames", "row.names", "rowname", "rowid"];

impl<'t> Table<'t> {
    /// Reads a text; all that is wrong with its structure is added to `problems`, and where anything is, there is no
    /// table.
    ///
    /// Lines end as they like (LF, CRLF, CR), a byte order mark and empty lines are passed over, and a quoted cell may
    /// hold separators and line breaks. The text has at most 50 MB, which whoever reads files sees to.
    pub fn read(text: &'t str, problems: &mut Problems) -> Option<Table<'t>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // What is passed over before the header is looked at twice.
        count(1 + 2 * (text.len() - text.trim_start_matches(['\r', '\n']).len()));
        let (separator, start) = Separator::of(text);
        let mut records = Records::of(text, separator, start);
        let mut table = Table {
            text: records.text,
            separator,
            columns: 0,
            shown: Vec::new(),
            before: [0, 0],
            cells: String::new(),
            ends: Vec::new(),
            rows: Vec::new(),
            last: std::cell::Cell::default(),
        };
        let header = records.next().filter(|((record, _), _)| record.iter().any(|cell| !cell.trim().is_empty()));
        match header {
            None => problems.add(plain(Code::CSV_EMPTY, 1, 1, &[])),
            Some((header, last)) => match Lines::below(text, separator, start) {
                Some(lines) => problems.add(lines.problem(&header)),
                None => table.body(&header, last, &mut records, problems),
            },
        }
        if !problems.rejected() && separator != Separator::Comma {
            let said = [("found", Naming::Text(separator.name()))];
            let warning =
                Problem { line: 1, column: 1, ..Problem::plain(Severity::Warning, Code::CSV_SEPARATOR, &said, None) };
            problems.add(warning);
        }
        (!problems.rejected()).then_some(table)
    }

    /// Reads the rows below a header, which is the last record or not.
    fn body(&mut self, header: &Placed, last: bool, records: &mut Records<'t>, problems: &mut Problems) {
        let mut next = records.next();
        let width = header.0.len();
        let among = |list: &[&str], column: usize| {
            let name = bare(header.0.get(column).unwrap_or_default());
            list.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        let named = among(&FIRST, 0);
        // Names of rows in a column of their own: R leaves its name empty, or leaves it out.
        let unnamed = width > 1 && among(&ROWS, 0) && among(&FIRST, 1);
        let longer = next.as_ref().is_some_and(|((row, _), _)| row.len() == width + 1 && row.get(width) != Some(""));
        self.before = match (unnamed, longer) {
            (true, _) => [1, 1],
            (false, true) if named => [0, 1],
            (false, true) => [-1, 0],
            (false, false) => [0, 0],
        };
        let names = width - header.0.iter().rev().take_while(|name| name.is_empty()).count();
        self.columns = (names as isize - self.before[0]) as usize;
        let mut nameless = Nameless::of(&header.0);
        self.check_header(header, names, problems);
        self.check(header, last, width, problems);
        self.keep(header, 0, problems);
        let wanted = (width as isize + self.before[1] - self.before[0]) as usize;
        nameless.shift = self.before[1] - self.before[0];
        while let Some((row, last)) = next.filter(|_| !problems.full()) {
            if row.0.iter().any(|cell| !cell.is_empty()) {
                nameless.see(&row.0);
                self.check(&row, last, wanted, problems);
                self.keep(&row, 1, problems);
            }
            next = records.next();
        }
        nameless.filled.sort_unstable();
        for &column in &nameless.filled {
            let (line, column) = self.place(header.1, column);
            problems.add(plain(Code::CSV_NAME_EMPTY, line, column, &[]));
        }
        let named = |column: &usize| !nameless.is(column.saturating_add_signed(self.before[0]));
        self.shown = (0..self.columns).filter(named).collect();
        if self.rows.len() < 2 && !problems.rejected() {
            problems.add(plain(Code::CSV_ROWS, 1, 1, &[]));
        }
    }

    /// Each name of a header is another; the first column, which may hold names of rows, needs none, nor do those in
    /// which nothing stands.
    fn check_header(&self, (record, row): &Placed, names: usize, problems: &mut Problems) {
        let mut first = HashMap::new();
        for (column, name) in record.iter().enumerate().take(names) {
            if problems.full() {
                return;
            }
            if name.trim().is_empty() {
                if column > 0 || name.is_empty() {
                    continue;
                }
                let (line, column) = self.place(*row, column);
                problems.add(plain(Code::CSV_NAME_EMPTY, line, column, &[]));
            } else if first.insert(seen(bare(name)), column).is_some() {
                let (line, column) = self.place(*row, column);
                problems.add(plain(Code::CSV_NAME_TWICE, line, column, &[("name", Naming::Text(&shortened(name)))]));
            }
        }
    }

    /// Says what is wrong with a record that should have so many cells.
    fn check(&self, (record, row): &Placed, last: bool, wanted: usize, problems: &mut Problems) {
        let shortest = self.columns + self.before[1].unsigned_abs();
        let rest = self.text.get(row.0 as usize..).unwrap_or_default();
        let header = self.rows.is_empty();
        let more = record.iter().skip(wanted).any(|cell| !cell.is_empty());
        if let Some(column) = last.then(|| self.open_cell(rest)).flatten() {
            let (line, column) = self.place(*row, column);
            problems.add(plain(Code::CSV_QUOTE, line, column, &[]));
        } else if !header && (record.len() < shortest.min(wanted) || more) {
            let values = [
                ("count", Naming::Number(record.len() as f64)),
                ("wanted", Naming::Number(wanted as f64)),
                ("separator", Naming::Text(self.separator.name())),
                ("mark", Naming::Text(self.separator.mark())),
            ];
            problems.add(plain(Code::CSV_RAGGED, row.1, 1, &values));
        }
        if record.as_slice().chars().any(steers) {
            for (column, _) in record.iter().enumerate().filter(|(_, cell)| cell.chars().any(steers)).take(MOST) {
                let (line, column) = self.place(*row, column);
                problems.add(plain(Code::TEXT_CONTROL, line, column, &[]));
            }
        }
    }

    /// Keeps a record.
    fn keep(&mut self, (record, row): &Placed, below: usize, problems: &Problems) {
        self.rows.push(*row);
        if problems.rejected() {
            return;
        }
        let before = self.before.get(below).copied().unwrap_or_default();
        let missing = (before < 0).then_some("");
        let own = record.iter().skip(before.max(0) as usize).chain(std::iter::repeat(""));
        for cell in missing.into_iter().chain(own).take(self.columns) {
            // A blank beside a name of the header is none of it.
            self.cells.push_str(if below == 0 { bare(cell) } else { cell });
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
        self.shown.iter().map(move |&column| {
            count(1);
            let index = row * self.columns + column;
            let end = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
            let start = index.checked_sub(1).map_or(0, end);
            Cell { text: self.cells.get(start..end(index)).unwrap_or_default(), table: self, row, column }
        })
    }

    /// Line and column of a cell of the record that begins at a place.
    fn place(&self, (start, line): (u32, u32), column: usize) -> (u32, u32) {
        let begins = Known { row: start, cell: 0, at: start as usize, line, column: 1 };
        let known = Some(self.last.get())
            .filter(|last| last.line > 0 && last.row == start && last.cell <= column)
            .unwrap_or(begins);
        let text = self.text.get(known.at..).unwrap_or_default();
        let length = Starts::new(text, self.separator).nth(column - known.cell).unwrap_or_default();
        let before = text.get(..length).unwrap_or_default();
        let last = before.rsplit(['\r', '\n']).next().unwrap_or_default();
        let first = if last.len() == before.len() { known.column } else { 1 };
        let found = Known {
            cell: column,
            at: known.at + length,
            line: known.line + line_ends(before),
            column: first + counted(last.chars()).map(|character| character.len_utf16() as u32).sum::<u32>(),
            ..known
        };
        self.last.set(found);
        (found.line, found.column)
    }

    /// The cell of the record with which `text` begins whose quotation mark is never closed.
    fn open_cell(&self, text: &str) -> Option<usize> {
        let mut cells = Starts::new(text, self.separator);
        let count = cells.by_ref().count();
        cells.quoted.then(|| count.saturating_sub(1))
    }
}

fn plain(code: Code, line: u32, column: u32, values: &[(&'static str, Naming<'_>)]) -> Problem {
    Problem { line, column, ..Problem::plain(Severity::Error, code, values, None) }
}

/// A name without the blanks around it.
fn bare(name: &str) -> &str {
    name.trim_matches([' ', '\t', '\u{a0}'])
}

/// Whether the first cell of a record is a name of a first column of ours.
fn begins_with_ours(record: &csv::StringRecord) -> bool {
    let first = bare(record.get(0).unwrap_or_default());
    FIRST.iter().any(|name| first.eq_ignore_ascii_case(name))
}

/// Characters that would steer a terminal; a cell may hold line breaks and tabs.
fn steers(character: char) -> bool {
    is_control(character) && !matches!(character, '\n' | '\r' | '\t')
}

#[cfg(test)]
#[path = "table/tests.rs"]
mod tests;
