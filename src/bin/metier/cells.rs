//! Texts and numbers as the cells of a table are printed.

use metier::text::unseen::is_unseen;

/// How texts are printed as cells.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Cells {
    /// Prints names as they are, even those that a spreadsheet would run as a formula; else an apostrophe is put before
    /// them.
    #[arg(long)]
    pub raw: bool,
}

impl Cells {
    /// A text as a cell: in quotation marks where it must be, and with an apostrophe before what a spreadsheet would
    /// run.
    pub fn cell(self, text: &str) -> String {
        let guard = if !self.raw && runs(text) { "'" } else { "" };
        let plain = !text.contains([',', '"', '\n', '\r', ';', '\t']);
        if plain { format!("{guard}{text}") } else { format!("\"{guard}{}\"", text.replace('"', "\"\"")) }
    }
}

/// Whether a spreadsheet would run the text of a cell: one that begins as a formula does and is no number. Tabs, line
/// ends, spaces and what nobody sees before it are passed over, as some of them do, and full-width signs count as they do in some
/// languages.
fn runs(text: &str) -> bool {
    let begins = text.starts_with(['\t', '\r', '\n']);
    let rest = text.trim_start_matches(|character: char| character.is_whitespace() || is_unseen(character));
    let number = rest.parse::<f64>().is_ok_and(f64::is_finite);
    begins
        || rest.starts_with(['=', '@', '＝', '＠', '﹦', '﹫'])
        || rest.starts_with(['+', '-', '＋', '－', '−', '﹢', '﹣']) && !number
}

/// A number as it is printed: the shortest digits that read back to the same bits.
pub fn number(x: f64) -> String {
    let text = format!("{x:?}");
    text.strip_suffix(".0").map_or(text.clone(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a spreadsheet would run is text for it.
    #[test]
    fn cells_are_printed_so_that_nothing_runs() {
        let (guarded, raw) = (Cells::default(), Cells { raw: true });
        for (text, cell) in [
            ("ann", "ann"),
            ("Ann, B.", "\"Ann, B.\""),
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("=1,2", "\"'=1,2\""),
            ("+49 30", "'+49 30"),
            ("-x", "'-x"),
            ("@sum", "'@sum"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("﹦1", "'﹦1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{200b}\u{a0}@x", "'\u{200b}\u{a0}@x"),
            ("-1.5", "-1.5"),
            ("+2e3", "+2e3"),
            ("-inf", "'-inf"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded.cell(text), cell, "{text:?}");
        }
        assert_eq!((raw.cell("=1"), raw.cell("=1,\"a\"")), ("=1".into(), "\"=1,\"\"a\"\"\"".into()));
    }

    #[test]
    fn numbers_read_back_to_the_same_bits() {
        for (x, text) in [
            (1.0, "1"),
            (0.1, "0.1"),
            (-2.5, "-2.5"),
            (1e300, "1e300"),
            (1e-7, "1e-7"),
            (1.0 / 3.0, "0.3333333333333333"),
        ] {
            assert_eq!(number(x), text);
            assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(x.to_bits()));
        }
    }
}
