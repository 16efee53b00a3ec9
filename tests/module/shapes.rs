//! Prints the shapes of `tests/suite/linear` for the modules, one a line: `{"reader": …, "name": …, "texts": [n, 2n, 4n
//! entries]}`; called with `caps`, one text of each shape, about as large as its reader takes.
//!
//! Markdown reaches a module inside a quiz, answers inside a saved result; CSV reaches none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "../suite/linear"]
mod linear {
    pub mod shapes;
}

use linear::shapes::{self, Shape};
use serde_json::{Value, json};
use std::io::Write;

/// What the shapes want of the suite.
mod support {
    include!("../suite/small.rs");
}

/// Entries of a shape at first.
const ENTRIES: usize = 400;
/// Bytes of a document, of one text in it and of an advert that are read at most (`src/text`, `src/advert`).
const DOCUMENT: usize = 2_000_000;
const TEXT: usize = 20_000;
const ADVERT: usize = 200_000;

/// Puts a text into the one place of a document that is to hold it.
type Within = fn(&str) -> String;

fn main() {
    let plain: Within = |text| text.to_owned();
    let prompt: Within =
        |text| support::SMALL.replace("\"prompt\":\"P\"", &format!("\"prompt\":{}", Value::from(text)));
    let sheet: Within = |text| {
        format!(
            "{{\"format\":\"metier-profile/1\",\"results\":[{{\"quiz\":{},\"answers\":{text}}}]}}",
            shapes::quizzes::answered_quiz()
        )
    };
    print("quiz", "quiz", shapes::quizzes::quizzes(), plain, DOCUMENT);
    print("quiz", "text", shapes::texts::texts(), prompt, TEXT);
    print("saved", "profile", shapes::profiles(), plain, DOCUMENT);
    print("saved", "answers", shapes::quizzes::answers(), sheet, DOCUMENT);
    print("catalogue", "catalogue", shapes::catalogues::catalogues(), plain, DOCUMENT);
    print("lexicon", "lexicon", shapes::catalogues::lexicons(), plain, DOCUMENT);
    print("advert", "advert", shapes::texts::adverts(), plain, ADVERT);
}

/// Prints the shapes of a kind for the reader that is to have them, which takes so many bytes.
fn print(reader: &str, kind: &str, shapes: Vec<Shape>, within: Within, most: usize) {
    let caps = std::env::args().nth(1).is_some_and(|word| word == "caps");
    let mut out = std::io::stdout().lock();
    for shape in shapes {
        let text = |entries: usize| within(&(shape.text)(entries));
        let texts =
            if caps { vec![text(largest(&text, most))] } else { [1, 2, 4].map(|times| text(times * ENTRIES)).into() };
        let line = json!({ "reader": reader, "name": format!("{kind}: {}", shape.name), "texts": texts });
        // Whoever reads has stopped: so does this.
        if writeln!(out, "{line}").is_err() {
            return;
        }
    }
}

/// How many entries make a text nearly as large as `most` bytes, and no larger.
fn largest(text: &dyn Fn(usize) -> String, most: usize) -> usize {
    let [few, more] = [1, 2].map(|times| text(times * ENTRIES).len());
    let mut entries = match more.saturating_sub(few) {
        0 => ENTRIES,
        grows => ENTRIES * most.saturating_sub(few) / grows,
    };
    while entries > 1 && text(entries).len() > most {
        entries = entries * 9 / 10;
    }
    entries
}
