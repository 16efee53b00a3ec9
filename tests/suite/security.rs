//! What SECURITY.md promises is what holds: each promise names tests that there are, and its bounds are those of the code.

use crate::support::{project, text_of};
use metier::quiz::limits::{ITEMS, OPTIONS, SKILLS};
use metier::text::json::{BYTES, DEPTH, STRING};
use metier::{advert, saved};

const DOCUMENT: &str = ".github/SECURITY.md";

/// Paths between backticks: `tests/suite/fuzz.rs`.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|words| ["tests/", "www/build/", ".cargo/"].iter().any(|folder| words.starts_with(folder))).collect()
}

#[test]
fn every_promise_names_tests_that_there_are() {
    let document = text_of(DOCUMENT);
    let (promises, rest) = document.split_once("What we do not promise:").expect("what is not promised");
    let promises: Vec<&str> = promises.split("\n- ").skip(1).collect();
    assert!(promises.len() > 10, "{} promises", promises.len());
    for promise in promises {
        assert!(paths(promise).iter().any(|path| path.starts_with("tests/")), "no test is named: {promise}");
    }
    let (_, release) = rest.split_once("## Verify a release").expect("how a release is verified");
    for step in release.split("\n- ").skip(1) {
        let commands = step.contains("`tests/run long`");
        assert!(commands || !paths(step).is_empty(), "no test is named: {step}");
    }
    for path in paths(&document) {
        // A command: the program and its words.
        let file = path.split_whitespace().next().unwrap_or_default();
        assert!(project(file).exists(), "{DOCUMENT} names {path}");
    }
}

#[test]
fn the_bounds_are_those_of_the_code() {
    let grouped = |number: usize| match number {
        1000.. => format!("{},{:03}", number / 1000, number % 1000),
        _ => number.to_string(),
    };
    let said = format!(
        "at most {} MB, depth {DEPTH}, {} items, {OPTIONS} options, {} KB a string, {SKILLS} skills, {} saved results, an advert of {} KB",
        BYTES / 1024 / 1024,
        grouped(ITEMS),
        STRING / 1024,
        saved::RESULTS,
        advert::MOST / 1024,
    );
    let document = text_of(DOCUMENT).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(document.contains(&said), "{DOCUMENT} says: {said}");
}
