//! Problems of saved profiles, word for word.

use super::code_in;
use crate::support::{SMALL, metier};

/// Two results on two lines.
fn profile() -> String {
    let quiz = SMALL.replace('\n', " ");
    let result =
        |taken: &str| format!(r#"{{"quiz":{quiz},"language":"en","seed":1,"taken":"{taken}","answers":{{"i":3}}}}"#);
    format!("{{\"format\":\"metier-profile/1\",\"results\":[\n{},\n{}]}}", result("2026-01-01"), result("2026-02-02"))
}

/// Changes to it, each with all that is said.
const SAID: &[(&str, &str, &[&str])] = &[
    (
        "metier-profile/1",
        "metier-profile/2",
        &[
            "error[profile-version] 1:11 /format: This is “metier-profile/2”, and what is read here is metier-profile/1; nothing of it was read or changed.",
            "  hint: A newer version of these pages may know it.",
        ],
    ),
    (
        "\"2026-02-02\",\"answers\":{\"i\":3}}]}",
        "\"2026-0",
        &[
            "error[profile-cut] 3:385 /results/1/taken: The text ends in the middle: it was cut off, or a bracket or a quotation mark was not closed. Results that could be read: 1.",
            "  hint: Keep the file as it is, and look for a longer copy of it.",
        ],
    ),
    (
        ",\n{\"quiz\":{\"format\":\"metier-quiz/1\"",
        ",\n{\"quiz\":{\"format\":\"metier-quiz/7\"",
        &[
            "error[profile-quiz] 3:19 /results/1/quiz/format: The quiz of this result is “metier-quiz/7”, which is not known here; the result is kept, and does not count.",
        ],
    ),
    (
        "2026-02-02",
        "2026-02-30",
        &[
            "error[profile-day] 3:378 /results/1/taken: “2026-02-30” is not a date.",
            "  hint: Write, for example, 2026-11-22.",
        ],
    ),
    (
        "2026-02-02",
        "2026-01-01",
        &["warning[profile-again] 3:1 /results/1: This result appears twice, first as number 1; it counts once."],
    ),
];

/// The codes that this file tests.
pub fn codes() -> impl Iterator<Item = &'static str> {
    SAID.iter().flat_map(|(_, _, lines)| lines.iter().filter_map(|line| code_in(line))).chain(["profile-none"])
}

#[test]
fn every_problem_of_a_saved_profile_is_said_in_full() {
    assert_eq!(metier(&["check", "-"], profile()).out, "-: 0 errors, 0 warnings\n");
    for (from, to, expected) in SAID {
        assert_eq!(profile().matches(from).count(), 1, "{from}");
        let done = metier(&["check", "-"], profile().replace(from, to));
        assert_eq!(done.out.lines().skip(1).collect::<Vec<_>>(), *expected);
        assert_eq!(done.code, i32::from(expected[0].starts_with("error[")));
    }
}

/// What a quiz lacks is said of a quiz, and not of what stands in its place.
#[test]
fn a_result_without_a_quiz_lacks_nothing_of_one() {
    let missing =
        |fields: &[&str]| fields.iter().map(|field| format!("The field “{field}” is missing.")).collect::<Vec<_>>();
    let no_quiz = "The value must be a JSON object.".to_owned();
    let rest = ["language", "seed", "taken", "answers"];
    for (result, expected) in [
        ("{}", missing(&[&["quiz"][..], &rest].concat())),
        ("{\"quiz\":5}", [missing(&rest), vec![no_quiz.clone()]].concat()),
        ("{\"quiz\":[]}", [missing(&rest), vec![no_quiz.clone()]].concat()),
        ("5", vec![no_quiz]),
    ] {
        let done = metier(&["check", "-"], format!("{{\"format\":\"metier-profile/1\",\"results\":[{result}]}}"));
        let said: Vec<&str> = done.out.lines().skip(1).map(|line| line.split_once(": ").unwrap().1).collect();
        assert_eq!(said, expected, "{result}");
    }
    let lacks = metier(&["check", "-"], "{\"format\":\"metier-profile/1\",\"results\":[{\"quiz\":{}}]}").out;
    assert!(lacks.contains("/results/0/quiz: The field “skills” is missing."), "{lacks}");
}

#[test]
fn a_profile_without_results_matches_nothing() {
    let done = metier(&["match", "-"], "{\"format\":\"metier-profile/1\",\"results\":[]}");
    let said = "error[profile-none]: No result of this profile gives a level, or none can be read, so there is nothing to match.";
    assert_eq!((done.code, done.err.lines().nth(1)), (1, Some(said)));
}
