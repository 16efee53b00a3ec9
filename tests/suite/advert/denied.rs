//! What English sentences deny, forbid or only wish for, by the shipped lexicon.

use super::{read, shipped};
use metier::advert::Reader;
use metier::closed::Closed;

/// State and text of what is found of the work.
fn found(reader: &Reader, text: &str) -> String {
    let spans = read(reader, text).spans;
    let words = |start: u32, end: u32| text[start as usize..end as usize].to_lowercase();
    let told: Vec<String> =
        spans.iter().map(|span| format!("{}={}", words(span.start, span.end), span.state.word())).collect();
    told.join(" ")
}

#[test]
fn denials_are_read_as_people_write_them() {
    let reader = Reader::new(shipped());
    for (text, expected) in [
        ("You won't write user stories", "user stories=negated"),
        ("You won’t write user stories", "user stories=negated"),
        ("We can't offer user stories", "user stories=negated"),
        ("You cannot expect user stories", "user stories=negated"),
        ("You needn't write user stories", "user stories=negated"),
        ("Neither user stories nor a roadmap", "user stories=negated roadmap=negated"),
        ("User stories aren't part of the job", "user stories=negated"),
        ("A roadmap isn't part of it", "roadmap=negated"),
        ("User stories are no requirement", "user stories=negated"),
        ("You don't just write user stories", "user stories=counted"),
        ("You don't only write user stories", "user stories=counted"),
        ("This role doesn't just write user stories", "user stories=counted"),
        ("We can't wait for your roadmap", "roadmap=counted"),
        ("Not-for-profit product owner wanted", "product owner=counted"),
        ("A no-nonsense product owner", "product owner=counted"),
    ] {
        assert_eq!(found(&reader, text), expected, "{text}");
    }
}

#[test]
fn what_need_not_or_must_not_be_is_no_must() {
    let reader = Reader::new(shipped());
    for (text, musts) in [
        ("You need a degree in physics.", vec!["need"]),
        ("You need not have a degree.", vec![]),
        ("You needn't have a degree.", vec![]),
        ("You must not have worked for a competitor.", vec![]),
        ("Applicants must have worked in a lab.", vec!["must have"]),
        ("Nice to have\n- proven experience with SQL\n- track record in retail", vec![]),
        ("Bonus points\n- You must have used Figma", vec![]),
        ("Requirements\n- proven experience with SQL", vec!["proven experience"]),
    ] {
        let report = read(&reader, text);
        assert_eq!(report.musts.len(), musts.len(), "{text}: {:?}", report.musts);
        for (must, words) in report.musts.iter().zip(musts) {
            assert!(must.word.contains(words), "{text}: {}", must.word);
        }
    }
}
