//! A first line that is not the header of the lines below it: a title, or a remark of the program that wrote them.

use super::records::{LOOKED_AT, Placed, Records, filled};
use super::separator::Separator;
use super::{begins_with_ours, plain};
use metier::problem::{Code, Naming, Problem};

/// Lines below a first one that does not name their columns.
pub struct Lines {
    /// How many cells each of them has.
    pub cells: usize,
    /// The first of them.
    line: u32,
}

impl Lines {
    /// The first two lines that have as many cells as each other, and too many for the first line to name: more than one
    /// that it may lack, for names of rows, or any where it is seen to be a remark.
    pub fn below(text: &str, separator: Separator, start: usize) -> Option<Lines> {
        let mut records = Records::of(text, separator, start);
        let ((header, _), _) = records.next()?;
        let mut rows = std::iter::from_fn(|| records.next()).take(LOOKED_AT).map(|((row, (_, line)), _)| (row, line));
        let (first, line) = rows.find(|(row, _)| row.len() > header.len())?;
        let (second, _) = rows.next()?;
        let name = header.get(0).unwrap_or_default().trim();
        // A column may begin so, but hardly with blanks in its name.
        let remark = name.starts_with('#') && name.contains(' ') || begins_with_ours(&first);
        let most = header.len() + usize::from(header.len() > 1 || !remark);
        let cells = filled(&first);
        (cells > most && filled(&second) == cells).then_some(Lines { cells, line })
    }

    /// The problem that they make of the first line.
    pub fn problem(&self, (first, (_, line)): &Placed) -> Problem {
        let values = [
            ("count", Naming::Number(first.len() as f64)),
            ("wanted", Naming::Number(self.cells as f64)),
            ("line", Naming::Number(f64::from(self.line))),
        ];
        plain(Code::CSV_TITLE, *line, 1, &values)
    }
}
