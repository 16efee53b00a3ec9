//! The corpus: for each target the inputs that reach what its seeds do not, and those that once failed.
//!
//! A file for each target with an input a line, as a string of JSON, so that a review shows what was added; one that
//! once failed says what was wrong: `{"was": "…", "input": "…"}`. Bytes that are no UTF-8 need no place here: every
//! target replaces them before it reads.

use crate::project;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;

/// An input of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What was wrong when it failed; nothing where it never did.
    pub was: Option<String>,
    /// The input.
    pub input: String,
}

/// The file of a target.
pub fn file(target: &str) -> PathBuf {
    project("tests/fuzz/corpus").join(format!("{target}.jsonl"))
}

/// The inputs of a target's file; none where there is no file.
pub fn kept(target: &str) -> Vec<Kept> {
    let text = std::fs::read_to_string(file(target)).unwrap_or_default();
    text.lines().enumerate().map(|(line, text)| kept_in(text, &format!("{target}.jsonl:{}", line + 1))).collect()
}

fn kept_in(line: &str, place: &str) -> Kept {
    let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{place}: {error}"));
    let input = value.as_str().or(value["input"].as_str()).unwrap_or_else(|| panic!("{place}: an input"));
    Kept { was: value["was"].as_str().map(str::to_owned), input: input.to_owned() }
}

/// Writes the file of a target: first what once failed, then the shortest first.
pub fn write(target: &str, mut kept: Vec<Kept>) {
    kept.sort_by_key(|kept| (kept.was.is_none(), kept.input.len(), kept.input.clone()));
    kept.dedup_by(|one, other| one.input == other.input);
    let line = |kept: &Kept| match &kept.was {
        Some(was) => json!({ "was": was, "input": kept.input }),
        None => json!(kept.input),
    };
    let text: String = kept.iter().map(|kept| format!("{}\n", line(kept))).collect();
    std::fs::write(file(target), plain(&text)).unwrap();
}

/// JSON in ASCII: nothing in it is unseen, or turns round what stands beside it.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            plain.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            write!(plain, "\\u{unit:04x}").unwrap();
        }
    }
    plain
}
