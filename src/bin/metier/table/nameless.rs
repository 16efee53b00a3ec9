//! Columns of a table whose header has no name for them.

use metier::problem::MOST;

/// Columns of a header that have no name, by their place in it: passed over if nothing stands in them.
pub(super) struct Nameless {
    pub(super) all: Vec<usize>,
    /// By how many columns a row is longer than the header.
    pub(super) shift: isize,
    /// Those in which something stands.
    pub(super) filled: Vec<usize>,
}

impl Nameless {
    pub(super) fn of(header: &csv::StringRecord) -> Nameless {
        let nameless = header.iter().enumerate().skip(1).filter(|(_, name)| name.trim().is_empty());
        Nameless { all: nameless.map(|(column, _)| column).collect(), shift: 0, filled: Vec::new() }
    }

    pub(super) fn is(&self, column: usize) -> bool {
        self.all.binary_search(&column).is_ok()
    }

    pub(super) fn see(&mut self, record: &csv::StringRecord) {
        for &column in &self.all {
            let cell = record.get(column.saturating_add_signed(self.shift));
            // A row may be shorter than its header, and is not paid for beyond its end.
            let Some(cell) = cell.filter(|_| self.filled.len() < MOST) else { return };
            if !cell.trim().is_empty() && !self.filled.contains(&column) {
                self.filled.push(column);
            }
        }
    }
}
