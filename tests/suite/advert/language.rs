//! Whether an advert is in the lexicon's language: lists of entries have hardly any of the small words that sentences
//! need. The lists in `bullets/` we wrote ourselves, in English, and in German, Dutch, French, Spanish and Italian.

use super::{Reader, read, shipped};
use crate::support::text_of;
use metier::closed::Closed;

/// The adverts of a file, long enough for a verdict: some are so only when their entries stand there twice.
fn bullets(name: &str) -> Vec<String> {
    text_of(&format!("tests/suite/advert/bullets/{name}.txt")).split("===\n").map(|one| one.repeat(2)).collect()
}

#[test]
fn a_list_of_entries_tells_its_language() {
    let reader = Reader::new(shipped());
    for (name, foreign, least) in [("english", false, 14), ("other", true, 16)] {
        let texts = bullets(name);
        assert!(texts.len() >= least, "{name}: {}", texts.len());
        for text in texts {
            let found = read(&reader, &text);
            assert_eq!(found.verdict.word() == "other-language", foreign, "{}: {text}", found.verdict.word());
        }
    }
}

/// The same entries with commas between them, in one paragraph.
#[test]
fn entries_in_one_line_tell_their_language() {
    let reader = Reader::new(shipped());
    for (name, foreign) in [("english", false), ("other", true)] {
        for text in bullets(name) {
            let line = text.replace("\n- ", ", ").replace("\n* ", ", ").replace("\n• ", ", ");
            assert_eq!(read(&reader, &line).verdict.word() == "other-language", foreign, "{line}");
        }
    }
}
