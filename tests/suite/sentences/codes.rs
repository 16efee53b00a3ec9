//! No code without a sentence, no sentence without a code, and none of them untested.

use super::{adaptive, advert, calibrated, code_in, documents, files, people, saved};
use crate::support::{files_below, text_of};
use serde_json::Value;
use std::collections::BTreeSet;

/// Words with a hyphen in the sources that are no codes of problems.
const OTHER_WORDS: [&str; 24] = [
    "level-between",
    "at-end",
    "feedback-middle",
    "other-language",
    "two-stage",
    "long-run",
    "best-worst",
    "too-few",
    "too-short",
    "left-out",
    "none-yet",
    "not-enough-evidence",
    "too-close",
    "unmeasured-floor",
    "partial-credit",
    "posterior-sd",
    "expected-information",
    "observed-information",
    "no-answers",
    "low-end",
    "high-end",
    "not-finite",
    "not-larger",
    "not-reliable",
];

/// The string literals of a source, as far as its tests.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let without_comments = source.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    let text = without_comments.collect::<Vec<_>>().join("\n").replace("\\\"", "").replace("'\"'", "");
    text.split('"').skip(1).step_by(2).map(Into::into).collect()
}

/// Whether a word could be a code: small letters and hyphens.
fn like_a_code(word: &str) -> bool {
    word.contains('-') && word.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[test]
fn sources_sentences_and_tests_have_the_same_codes() {
    let table = text_of("www/words/en/problems.js");
    let json = table.trim().strip_prefix("export default").and_then(|json| json.strip_suffix(';')).expect("strict JSON between");
    let table: serde_json::Map<String, Value> = serde_json::from_str(json).unwrap();
    let sentences: BTreeSet<&str> = table.keys().map(String::as_str).filter(|key| !key.ends_with(".hint")).collect();
    let hints = table.keys().filter_map(|key| key.strip_suffix(".hint"));
    assert!(hints.clone().all(|code| sentences.contains(code)), "a hint without its sentence");

    let mut words = BTreeSet::new();
    for (_, path) in files_below("src").into_iter().filter(|(file, _)| file.ends_with(".rs")) {
        words.extend(literals(&std::fs::read_to_string(path).unwrap()));
    }
    let in_sources: BTreeSet<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| sentences.contains(word) || like_a_code(word) && !OTHER_WORDS.contains(word))
        .collect();
    assert_eq!(in_sources, sentences, "codes in src/ beside sentences in www/words/en/problems.js");

    let mut tested: BTreeSet<&str> = documents::SAID
        .iter()
        .chain(adaptive::SAID)
        .chain(calibrated::SAID)
        .flat_map(|(_, lines)| lines.iter().filter_map(|line| code_in(line)))
        .collect();
    tested.extend(files::WHOLE);
    // Only the player that most embeds load says so, and only to the page.
    tested.insert("quiz-full");
    tested.extend(["text-pieces", "text-western", "file-kind", "file-write", "typed-either", "profile-future", "seed-range"]);
    tested.extend(people::codes());
    tested.extend(saved::codes());
    tested.extend(advert::codes());
    assert_eq!(tested, sentences, "codes tested here beside sentences");
}
