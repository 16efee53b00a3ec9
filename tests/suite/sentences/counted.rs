//! What is said of a quiz that counts, and of what only such a quiz may have.

use super::Input::{self, Quiz};
use super::code_in;

/// Each input with all lines that the command line prints about it.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Quiz(r#""items":["#, r#""counted":{"ends":[{"from":0,"to":0,"text":"T"}]},"items":["#),
        &[
            "error[counted-level] 2:11 /skills/0: “skills” is about levels, and a quiz with “counted” gives none.",
            "  hint: Take “skills” out, or “counted”.",
            "error[counted-kind] 3:60 /items/0: What is counted are options in their groups, and an item of the type likert has none.",
            "  hint: In a quiz with “counted” every item is of the type sort.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"j","type":"sort","prompt":"P","groups":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"options":[{"id":"c","text":"C","group":"a","talk":"T"},{"id":"d","text":"D","group":"b"}],"keys":[{"skill":"s","level":2}]},"#,
        ),
        &[
            "error[counted-talk] 3:153 /items/0/options/0/talk: Only a quiz with “counted” shows “talk”.",
            "  hint: Say it in “why”.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"j","type":"sort","prompt":"P","groups":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"options":[{"id":"c","text":"C","group":"a"},{"id":"d","text":"D","group":"b"}]},"#,
        ),
        &[
            "warning[item-without-key] 3:10 /items/0: The item “j” says nothing about any skill.",
            "error[shape-missing] 3:10 /items/0: The field “keys” is missing.",
        ],
    ),
];

/// A quiz that counts, but for what stands in place of these words.
const SORTED: &str = r#"{"format":"metier-quiz/1","id":"q","version":"1","language":"en","title":"T","about":"A","instruction":"best",
"items":[{"id":"j","type":"sort","prompt":"P","groups":[{"id":"a","text":"A"},{"id":"b","text":"B"}],
"options":[{"id":"c","text":"C","group":"a","talk":"T"},{"id":"d","text":"D","group":"b"}]}],
"counted":{"ends":[{"from":0,"to":0,"text":"None."},{"from":1,"to":2,"text":"Some."}]},
"evidence":{"grade":0,"note":"N"}}"#;

/// Changes of it, each with all lines that the command line prints.
const OF_ENDS: &[(&str, &str, &[&str])] = &[
    (r#""from":1"#, r#""from":1"#, &[]),
    (
        r#""from":1"#,
        r#""from":2"#,
        &[
            "error[counted-from] 4:53 /counted/ends/1: This end begins at 2 and not at 1.",
            "  hint: The first end begins at 0, each other one more than the one before it ends with.",
        ],
    ),
    (
        r#""from":1"#,
        r#""from":0"#,
        &[
            "error[counted-from] 4:53 /counted/ends/1: This end begins at 0 and not at 1.",
            "  hint: The first end begins at 0, each other one more than the one before it ends with.",
        ],
    ),
    (
        r#""to":2"#,
        r#""to":3"#,
        &[
            "error[counted-to] 4:53 /counted/ends/1: The last end goes to 3, and the options to be sorted are 2.",
            "  hint: Let it go to 2.",
        ],
    ),
    (
        r#""from":1,"to":2"#,
        r#""from":2,"to":1"#,
        &[
            "error[counted-empty] 4:53 /counted/ends/1: No count lies from 2 to 1.",
            "error[counted-to] 4:53 /counted/ends/1: The last end goes to 1, and the options to be sorted are 2.",
            "  hint: Let it go to 2.",
        ],
    ),
    (
        r#""group":"b"}]}"#,
        r#""group":"b"}],"keys":[{"skill":"s","level":2}]}"#,
        &[
            "error[counted-level] 3:99 /items/0/keys: “keys” is about levels, and a quiz with “counted” gives none.",
            "  hint: Take “keys” out, or “counted”.",
        ],
    ),
    (
        r#""counted":"#,
        r#""meaning":[{"role":"r","name":"R","need":1,"weight":0.5}],"counted":"#,
        &[
            "error[counted-level] 4:11 /meaning: “meaning” is about levels, and a quiz with “counted” gives none.",
            "  hint: Take “meaning” out, or “counted”.",
        ],
    ),
    (
        r#""grade":0"#,
        r#""grade":1,"experts":{"count":5,"roles":"R","agreement":0.5}"#,
        &[
            "error[counted-grade] 5:12 /evidence: A count claims nothing that could be tested, and this quiz states evidence grade 1.",
            "  hint: Say grade 0, and in the note who sorted the options.",
        ],
    ),
];

/// The codes that this file tests.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let lines = SAID.iter().map(|(_, lines)| *lines).chain(OF_ENDS.iter().map(|(.., lines)| *lines));
    lines.flatten().filter_map(|line| code_in(line)).chain(["counted-simulated", "beside-other-skills"])
}

#[test]
fn a_quiz_that_counts_is_checked() {
    for (from, to, lines) in OF_ENDS {
        assert_eq!(SORTED.matches(from).count(), 1, "{from}");
        let done = crate::support::metier(&["check", "-"], SORTED.replace(from, to));
        let said: Vec<&str> = done.out.lines().skip(1).collect();
        assert_eq!((said.as_slice(), done.code), (*lines, i32::from(!lines.is_empty())), "{to}");
    }
}

/// Nothing that a simulation states is said of a count.
#[test]
fn a_quiz_that_counts_is_not_simulated() {
    let done = crate::support::metier(&["simulate", "-"], SORTED);
    let said = "error[counted-simulated]: A quiz that counts gives no level, so there is nothing to simulate.";
    assert!(done.code == 1 && done.err.contains(said), "{}", done.err);
}

/// Two quizzes are held beside each other only if the same people can take both.
#[test]
fn quizzes_on_other_skills_are_not_held_beside_each_other() {
    let [first, other, unlike] = ["pace", "pace-b", "roles"].map(|name| format!("www/quizzes/{name}.json"));
    let run = |other: &str| crate::support::metier(&["simulate", &first, "--beside", other, "--people", "20"], "");
    let done = run(&unlike);
    let said = "error[beside-other-skills]: This quiz measures other skills than the first, or assumes something else of people";
    assert!(done.code == 1 && done.err.contains(said) && done.out.is_empty(), "{}", done.err);
    assert!(run(&other).out.contains("\"within\""));
}
