//! Every code of a problem has a sentence, every sentence a code, and every code a test.

use super::{adaptive, advert, answers, calibrated, code_in, counted, documents, files, people, said, saved};
use crate::support::text_of;
use metier::problem::Code;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn codes_sentences_and_tests_are_the_same() {
    let mut table = serde_json::Map::new();
    for file in ["problems", "tables"] {
        let text = text_of(&format!("www/words/en/{file}.js"));
        let json = text.trim().strip_prefix("export default").and_then(|json| json.strip_suffix(';'));
        let part: serde_json::Map<String, Value> = serde_json::from_str(json.expect("strict JSON between")).unwrap();
        let twice: Vec<&String> = part.keys().filter(|key| table.contains_key(*key)).collect();
        assert!(twice.is_empty(), "in both files: {twice:?}");
        table.extend(part);
    }
    let sentences: BTreeSet<&str> = table.keys().map(String::as_str).filter(|key| !key.ends_with(".hint")).collect();
    let hints = table.keys().filter_map(|key| key.strip_suffix(".hint"));
    assert!(hints.clone().all(|code| sentences.contains(code)), "a hint without its sentence");

    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "a code is named twice");
    assert_eq!(
        codes, sentences,
        "codes in src/problem/code.rs beside sentences in www/words/en/problems.js and tables.js"
    );

    let mut tested: BTreeSet<&str> = documents::SAID
        .iter()
        .chain(answers::SAID)
        .chain(said::SAID)
        .chain(adaptive::SAID)
        .chain(calibrated::SAID)
        .flat_map(|(_, lines)| lines.iter().filter_map(|line| code_in(line)))
        .collect();
    tested.extend(files::WHOLE);
    // Only the player that most embeds load says so, and only to the page.
    tested.insert("quiz-full");
    tested.extend([
        "text-pieces",
        "text-western",
        "text-wide",
        "file-kind",
        "file-write",
        "typed-either",
        "typed-twice",
        "item-turned",
        "profile-future",
        "seed-range",
    ]);
    tested.extend(people::codes());
    tested.extend(saved::codes());
    tested.extend(counted::codes());
    tested.extend(advert::codes());
    assert_eq!(tested, sentences, "codes tested here beside sentences");
}
