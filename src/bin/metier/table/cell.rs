//! A cell of a table: what it says, where it stands, and how a sentence quotes it.

use super::Table;
use metier::problem::{Code, Naming, Problem, Severity};
use unicode_segmentation::UnicodeSegmentation as _;

/// A cell, which knows its place.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// What it says; empty where nothing stands in it.
    pub text: &'a str,
    pub(super) table: &'a Table<'a>,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Cell<'_> {
    /// Line and column of the cell in the text, from 1; the column in UTF-16 code units.
    pub fn place(self) -> (u32, u32) {
        let row = self.table.rows.get(self.row).copied().unwrap_or_default();
        let before = if self.row == 0 { self.table.before[0] } else { self.table.before[1] };
        self.table.place(row, self.column.saturating_add_signed(before))
    }

    /// Whether nothing was answered or measured: nothing stands in the cell, or what R and spreadsheets write for it.
    pub fn is_missing(self) -> bool {
        matches!(
            self.text.trim(),
            "" | "." | "NA" | "N/A" | "n/a" | "#N/A" | "<NA>" | "NaN" | "nan" | "NULL" | "null" | "None"
        )
    }

    /// The number in the cell. A comma separates decimals, as spreadsheets of most countries write them: one that stands
    /// within a cell separates no cells. The minus may be that of typography.
    pub fn number(self) -> Option<f64> {
        let decimal = !self.text.contains('.');
        let plain = |letter| match letter {
            '\u{2212}' | '–' | '－' | '﹣' => '-',
            ',' if decimal => '.',
            _ => letter,
        };
        self.text.chars().map(plain).collect::<String>().parse().ok()
    }

    /// The cell without the white space around its text.
    pub fn trimmed(self) -> Self {
        Self { text: self.text.trim(), ..self }
    }

    /// What is wrong with the cell, at its place.
    pub fn problem(self, code: Code, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) -> Problem {
        let (line, column) = self.place();
        Problem { line, column, ..Problem::plain(Severity::Error, code, values, hint) }
    }

    /// The cell as a sentence may quote it: its first 40 characters.
    pub fn quoted(self) -> String {
        shortened(self.text)
    }
}

/// The first 40 characters, as readers count them, and a sign that more follow.
pub(super) fn shortened(text: &str) -> String {
    match text.grapheme_indices(true).nth(40) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}
