//! Comma-separated values: a header, rows of cells, and the place of each cell in the text.
//!
//! Tables are read as spreadsheets and R write them: with semicolons or tabs between the cells, which is said; with a
//! first line `sep=;`; with empty columns and rows, which are passed over; and with names of rows in a first column
//! that the header has no name for, or does not have.

// Paths, because the fuzz tests take this file in from elsewhere.
#[path = "table/cell.rs"]
mod cell;
#[path = "table/nameless.rs"]
mod nameless;
#[path = "table/records.rs"]
mod records;
#[path = "table/separator.rs"]
mod separator;

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
            Some((header, last)) => table.body(&header, last, &mut records, problems),
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
            let values = [("found", Naming::Number(record.len() as f64)), ("wanted", Naming::Number(wanted as f64))];
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

/// Characters that would steer a terminal; a cell may hold line breaks and tabs.
fn steers(character: char) -> bool {
    is_control(character) && !matches!(character, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(Code, u32, u32)> {
        let mut problems = Problems::default();
        let table = Table::read(text, &mut problems);
        assert_eq!(table.is_none(), problems.rejected(), "{text:?}");
        problems.into_list().iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
    }

    /// The cells of a table with their places, header first.
    fn cells(text: &str) -> Vec<Vec<(String, (u32, u32))>> {
        let mut problems = Problems::default();
        let table = Table::read(text, &mut problems).expect("a table");
        let known = |cell: Cell<'_>| (cell.text.to_owned(), cell.place());
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
        assert_eq!(
            cells(&format!("\u{feff}{}", text.trim_end())),
            expected,
            "byte order mark, and no line end at the end"
        );
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
            assert_eq!(problems(empty), [(Code::CSV_EMPTY, 1, 1)]);
        }
        assert_eq!(problems("a,b\n"), [(Code::CSV_ROWS, 1, 1)]);
        assert_eq!(
            problems("a,b,a,, \n1\n1,2,3,4,5\n1,2,3,4,5,6\n1,2,3,\u{1b},5\n1,2,\"3,4"),
            [
                (Code::CSV_NAME_TWICE, 1, 5),
                (Code::CSV_NAME_EMPTY, 1, 7),
                (Code::CSV_NAME_EMPTY, 1, 8),
                (Code::CSV_RAGGED, 2, 1),
                (Code::CSV_RAGGED, 4, 1),
                (Code::TEXT_CONTROL, 5, 7),
                (Code::CSV_QUOTE, 6, 5)
            ]
        );
        assert_eq!(problems("a,\"b\nc,d\n"), [(Code::CSV_QUOTE, 1, 3)], "in the header");
        assert_eq!(problems("a,b\n1,\"2\"\"\n"), [(Code::CSV_QUOTE, 2, 3)], "a doubled mark closes nothing");
        assert_eq!(problems("a,b\n1,2\"\"\"\n"), [], "marks within a cell that began without one");
    }

    /// The cells without their places, rows apart by `|`.
    fn plainly(text: &str) -> String {
        let row = |row: Vec<(String, (u32, u32))>| row.into_iter().map(|(cell, _)| cell).collect::<Vec<_>>().join(" ");
        cells(text).into_iter().map(row).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn tables_are_read_as_spreadsheets_and_r_write_them() {
        let expected = "person q1 q2|ann 0 1|bob 2 ";
        for text in [
            "person,q1,q2\nann,0,1\nbob,2,\n",
            "person;q1;q2\r\nann;0;1\r\nbob;2;\r\n",
            "person\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
            "sep=;\r\nperson;q1;q2\r\nann;0;1\r\nbob;2;\r\n",
            "\u{feff}\"sep=\t\"\nperson\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
            "sep=\\t\nperson\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
            "sep=,\nperson,q1,q2\nann,0,1\nbob,2,\n",
            "person,q1,q2,,\nann,0,1,,\nbob,2,,,\n,,,,\n,,,,\n",
            "person,q1,q2\nann,0,1,,\nbob,2,,\n",
            "person,q1,,q2\nann,0,,1\nbob,2,,\n",
            "person,,q1, ,q2,\nann,,0,,1,\nbob,,2, ,,\n",
            "\"\",\"person\",\"q1\",\"q2\"\n\"1\",\"ann\",0,1\n\"2\",\"bob\",2,\n",
            "person,q1,q2\n1,ann,0,1\n2,bob,2,\n",
            "Unnamed: 0,person,q1,q2\n0,ann,0,1\n1,bob,2,\n",
            "X,person,q1,q2\n1,ann,0,1\n2,bob,2,\n",
            "...1;person;q1;q2\n1;ann;0;1\n2;bob;2;\n",
            "\"rownames\",\"person\",\"q1\",\"q2\"\n\"1\",\"ann\",0,1\n\"2\",\"bob\",2,\n",
            "\"person\" \"q1\" \"q2\"\n\"ann\" 0 1\n\"bob\" 2 \"\"\n",
            "\"person\" \"q1\" \"q2\"\n\"1\" \"ann\" 0 1\n\"2\" \"bob\" 2 \"\"\n",
            "person q1 q2\nann 0 1\nbob 2 \n",
            "person, q1,q2 \nann,0,1\nbob,2,\n",
        ] {
            assert_eq!(plainly(text), expected, "{text:?}");
        }
        assert_eq!(plainly("q1,q2\nann,0,1\nbob,2,3\n"), " q1 q2|ann 0 1|bob 2 3", "names of rows without a name");
        assert_eq!(plainly("\"\",q1\nann,0\n"), " q1|ann 0");
        assert_eq!(
            plainly("\"a;b;c\",d\n1,2\n"),
            "a;b;c d|1 2",
            "what stands within quotation marks separates nothing"
        );
    }

    #[test]
    fn cells_of_such_tables_know_their_places_too() {
        let at = |text: &str| {
            cells(text)
                .into_iter()
                .map(|row| row.into_iter().map(|(_, place)| place).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        assert_eq!(at("sep=;\na;b\n\n1;2\n"), [[(2, 1), (2, 3)], [(4, 1), (4, 3)]]);
        assert_eq!(at("\"\",person,q\n7,ann,0\n"), [[(1, 4), (1, 11)], [(2, 3), (2, 7)]]);
        assert_eq!(at("person,q\n7,ann,0\n"), [[(1, 1), (1, 8)], [(2, 3), (2, 7)]]);
        assert_eq!(at("q,r\nann,0,1\n"), [[(1, 1), (1, 1), (1, 3)], [(2, 1), (2, 5), (2, 7)]]);
        assert_eq!(
            at("q\n\"a\"b\",1\n"),
            [[(1, 1), (1, 1)], [(2, 1), (2, 7)]],
            "a mark after the one that closes is a character"
        );
        assert_eq!(problems("a;b\n1;2\n"), [(Code::CSV_SEPARATOR, 1, 1)]);
        assert_eq!(problems("a,b,\n1,2,3\n"), [(Code::CSV_NAME_EMPTY, 1, 5)], "something stands below no name");
        assert_eq!(problems("a,q1, q1\n1,2,3\n"), [(Code::CSV_NAME_TWICE, 1, 6)], "a blank makes no other name");
        assert_eq!(problems("a,,b\n1,,3\n2,x,3\n"), [(Code::CSV_NAME_EMPTY, 1, 3)]);
        assert_eq!(at("a,,b\n1,,3\n"), [[(1, 1), (1, 4)], [(2, 1), (2, 4)]]);
    }

    #[test]
    fn numbers_may_have_a_decimal_comma_where_commas_do_not_separate() {
        let numbers = |text: &str| {
            let mut problems = Problems::default();
            let table = Table::read(text, &mut problems).expect("a table");
            table.rows().flatten().map(|cell| cell.number()).collect::<Vec<_>>()
        };
        assert_eq!(numbers("a;b;c\n1,5;2.5;1.000,5\n"), [Some(1.5), Some(2.5), None]);
        assert_eq!(numbers("a,b\n\"1,5\",2.5\n"), [None, Some(2.5)]);
    }

    #[test]
    fn hostile_texts_end_soon() {
        assert_eq!(problems(&",".repeat(1_000_000)).len(), 1);
        assert_eq!(problems(&format!("a,{}\n1", " ,".repeat(500_000))).len(), 1);
        assert_eq!(problems(&format!("a,{}\n1{}", " ,".repeat(500_000), ",1".repeat(500_000))).len(), MOST + 1);
        assert_eq!(problems(&format!("a{}\n{}", ",".repeat(500_000), "1\n".repeat(500_000))).len(), 0);
        assert_eq!(problems(&format!("a,b\n{}", "x\n".repeat(1_000_000))).len(), MOST + 1);
        assert_eq!(problems(&format!("a\n{}", "\n".repeat(1_000_000))).len(), 1);
    }

    /// No character is cut into parts, however many code points it has.
    #[test]
    fn what_is_quoted_is_cut_between_characters() {
        for character in
            ["a", "文", "e\u{301}", "👩🏽\u{200d}💻", "🇩🇪", "ก\u{e49}", "❤\u{fe0f}", "🏴\u{e0067}\u{e0062}\u{e007f}"]
        {
            assert_eq!(shortened(&character.repeat(41)), character.repeat(40) + "…", "{character}");
            assert_eq!(shortened(&character.repeat(40)), character.repeat(40), "{character}");
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
