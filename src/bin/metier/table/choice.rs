//! Which separator a text has.

use super::records::{LOOKED_AT, Records, filled};
use super::separator::Separator;
use super::title::Lines;
use super::{FIRST, begins_with_ours};
use metier::steps::counted;

impl Separator {
    /// The separator of a text, and the bytes before its header: what a first line `sep=;` says, else the one of those
    /// in the header by which its rows have as many cells.
    pub fn of(text: &str) -> (Separator, usize) {
        let line = text.split(['\r', '\n']).next().unwrap_or_default();
        let said = line.trim_matches(['"', ' ']);
        let said = said
            .get(..4)
            .filter(|start| start.eq_ignore_ascii_case("sep="))
            .and_then(|_| said.get(4..))
            .unwrap_or_default();
        // Some write the tab as programs do.
        let said = if said == "\\t" { "\t" } else { said };
        if let Some(&separator) = Self::ALL.iter().find(|separator| said.as_bytes() == [separator.byte()]) {
            return (separator, line.len());
        }
        let text = text.trim_start_matches(['\r', '\n']);
        let mut found = [0; 4];
        let mut quoted = false;
        for byte in counted(text.bytes()).take_while(|byte| !matches!(byte, b'\r' | b'\n')) {
            quoted ^= byte == b'"';
            for (separator, found) in Self::ALL.iter().zip(&mut found) {
                *found += u32::from(!quoted && byte == separator.byte());
            }
        }
        let most = found.iter().max().copied().unwrap_or_default();
        if most == 0 && Self::is_spaced(text.split(['\r', '\n']).next().unwrap_or_default()) {
            return (Separator::Space, 0);
        }
        (Self::fitting(text, found), 0)
    }

    /// Of the separators that a header has, so many of each, the one that most of the first rows fit; of several the
    /// one that leaves a name of ours, then the one that the header has most of. A question in a header may have more
    /// commas than the table has tabs.
    fn fitting(text: &str, found: [u32; 4]) -> Separator {
        let mut best = (Separator::Comma, (0, false, 0));
        for (separator, found) in Self::ALL.into_iter().zip(found).filter(|(_, found)| *found > 0) {
            let (rows, named) = separator.fit(text);
            if (rows, named, found) > best.1 {
                best = (separator, (rows, named, found));
            }
        }
        let (separator, (rows, ..)) = best;
        // No row fits: perhaps the first line is not the header, and has another mark in it or none.
        let below = |separator: Separator| Some((Lines::below(text, separator, 0)?.cells, separator));
        let other = Self::ALL.into_iter().rev().filter(|_| rows == 0).filter_map(below).max_by_key(|(cells, _)| *cells);
        other.map_or(separator, |(_, separator)| separator)
    }

    /// How many of the first rows fit their header, and whether that begins with a name of ours.
    fn fit(self, text: &str) -> (usize, bool) {
        let mut records = Records::of(text, self, 0);
        let Some(((header, _), _)) = records.next() else { return (0, false) };
        let (width, names) = (header.len(), filled(&header));
        let fits = |row: &csv::StringRecord| row.len() > 1 && row.len() >= names && filled(row) <= width + 1;
        let rows = std::iter::from_fn(|| records.next()).take(LOOKED_AT).filter(|((row, _), _)| fits(row)).count();
        (rows, begins_with_ours(&header))
    }

    /// Whether spaces separate the names of a header without any other separator: each name in quotation marks, or the
    /// first that of a table of ours.
    fn is_spaced(line: &str) -> bool {
        let first = line.split(' ').next().unwrap_or_default();
        let ours = FIRST.iter().any(|name| first.eq_ignore_ascii_case(name));
        line.contains(' ') && (ours || line.starts_with('"') && line.contains("\" \""))
    }
}

#[cfg(test)]
mod tests {
    use super::Separator::{self, Bar, Comma, Semicolon, Space, Tab};

    /// A question may hold any mark: rows that have as many cells as their header tell what separates.
    #[test]
    fn separators_are_those_that_the_rows_fit() {
        for (text, separator) in [
            ("person\tI like tea, coffee, and milk\tHot, or not\na\t1\t2\nb\t2\t3\n", Tab),
            ("person;tea, coffee, milk;hot, or not\na;1;2\n", Semicolon),
            ("person|tea, coffee, milk|hot; or not; or\na|1|2\n", Bar),
            ("Timestamp\tHow, why, when?\tq2\n1.1.2026\t1\t2\n", Tab),
            // Both fit, and one leaves the name of the first column.
            ("person;a,b;c,d\nann;1,0;2,0\n", Semicolon),
            ("item;model;a,1;b1,2;c,3\nq1;2pl;1,5;0,5;0,1\n", Semicolon),
            // Counter-examples: commas separate.
            ("person,tea; or coffee,q2\na,1,2\nb,2,3\n", Comma),
            ("person,tea; coffee; milk; water,q2\na,1,2\nb,2,3\n", Comma),
            ("person,a|b|c|d|e\nx,1\ny,2\n", Comma),
            ("person,a|b|c|d|e\nx,1\ny,2,3,4\n", Comma),
            ("person,q1;\na,1\n", Comma),
            ("q1;q2,q3;q4\n1,ann,2\n", Comma),
            ("person,q1,q2\n", Comma),
            ("a;b,c;d\n", Semicolon),
            ("person\nann\n", Comma),
            ("person q1 q2\nann 0 1\n", Space),
            // What is no header has the marks of the lines below it, for what is said.
            ("# made by R, version 4\nperson;q1;q2\na;1;2\nb;2;3\n", Semicolon),
            ("A survey\nperson\tq1, or\na\t1\nb\t2\n", Tab),
        ] {
            assert_eq!(Separator::of(text), (separator, 0), "{text:?}");
        }
    }
}
