//! What is said of answers and profiles.

use super::Input::{self, Answers, Profile};

/// Each input with all lines that the command line prints about it.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Answers("7"),
        &[
            "error[answer-sheet] 1:1: An answer sheet is an object: item id, then the answer; or a list of objects with “item” and “answer”, in the order of the questions.",
        ],
    ),
    (
        Answers(r#"{"scael":1}"#),
        &["error[answer-item] 1:10 /scael: The quiz has no item “scael”.", "  hint: did you mean “scale”?"],
    ),
    (
        Answers(r#"{"scale":"1"}"#),
        &["error[answer-type] 1:10 /scale: The answer must look like 2, or be null for a skipped item."],
    ),
    (
        Answers(r#"{"some":["alhpa"]}"#),
        &["error[answer-option] 1:10 /some/0: This question has no option “alhpa”.", "  hint: did you mean “alpha”?"],
    ),
    (Answers(r#"{"scale":5}"#), &["error[answer-range] 1:10 /scale: 5 is not a whole number from 0 to 4."]),
    (Answers(r#"{"count":9.5}"#), &["error[answer-number] 1:10 /count: 9.5 is not a number from 0 to 9."]),
    (
        Answers(r#"{"slide":4}"#),
        &["error[answer-step] 1:10 /slide: 4 is between two positions; they start at 0 and are 2.5 apart."],
    ),
    (
        Answers(r#"{"words":"sixsix"}"#),
        &["error[answer-length] 1:10 /words: The text has 6 characters; an answer has 1 to 5."],
    ),
    (
        Answers(r#"{"some":["alpha","alpha"]}"#),
        &["error[answer-twice] 1:18 /some/1: The option “alpha” is chosen twice."],
    ),
    (
        Answers(r#"{"some":["none","beta"]}"#),
        &["error[answer-alone] 1:10 /some/0: The option “none” can be chosen only on its own."],
    ),
    (
        Answers(r#"{"some":["alpha","beta","gamma"]}"#),
        &["error[answer-count] 1:9 /some: 3 options are chosen; an answer has 1 to 2."],
    ),
    (Answers(r#"{"some":[]}"#), &["error[answer-count] 1:9 /some: 0 options are chosen; an answer has 1 to 2."]),
    (
        Answers(r#"{"order":["c"]}"#),
        &["error[answer-exact] 1:10 /order: One option is chosen; an answer has exactly 3."],
    ),
    (
        Answers(r#"{"order":["c","a"]}"#),
        &["error[answer-exact] 1:10 /order: 2 options are chosen; an answer has exactly 3."],
    ),
    (
        Answers(r#"{"scale":{"answer":1,"time":5}}"#),
        &[
            "error[answer-field] 1:29 /scale/time: There is no field “time” beside an answer.",
            "  hint: Only the time that it took may stand there: “ms”, in milliseconds.",
        ],
    ),
    (
        Answers(r#"[{"item":"scale","answer":1,"MS":5}]"#),
        &["error[answer-field] 1:34 /0/MS: There is no field “MS” beside an answer.", "  hint: did you mean “ms”?"],
    ),
    (
        Answers(r#"{"some":["Alpha"]}"#),
        &["error[answer-option] 1:10 /some/0: This question has no option “Alpha”.", "  hint: did you mean “alpha”?"],
    ),
    // Options are named, and one may be called so.
    (
        Answers(r#"{"share":{"a":4,"answer":6}}"#),
        &["error[answer-option] 1:26 /share/answer: This question has no option “answer”."],
    ),
    (
        Answers(r#"{"share":{"answer":{"a":4,"b":6},"time":5}}"#),
        &[
            "error[answer-field] 1:41 /share/time: There is no field “time” beside an answer.",
            "  hint: Only the time that it took may stand there: “ms”, in milliseconds.",
        ],
    ),
    (
        Answers(r#"{"ends":{"best":"a","worst":"a"}}"#),
        &["error[answer-same] 1:9 /ends: The best and the worst are the same option."],
    ),
    (Answers(r#"{"share":{"a":4,"b":5}}"#), &["error[answer-total] 1:10 /share: The shares add up to 9, not to 10."]),
    (
        Answers(r#"{"scale":{"answer":1,"ms":-1}}"#),
        &["error[answer-time] 1:27 /scale/ms: Milliseconds are a number from 0."],
    ),
    (
        Profile(r#"{"skills":[{"skill":"s"},{"skill":"domain"}]}"#),
        &["warning[skill-left-out] 1:35 /skills/1/skill: The catalogue has no skill “domain”; it is left out."],
    ),
    (
        Profile(r#"{"skills":[{"skill":"s","level":3}]}"#),
        &[
            "error[profile-pair] 1:12 /skills/0: The skill “s” needs level and se, or mean and variance, or none of them.",
        ],
    ),
    (
        Profile(r#"{"skills":[{"skill":"s","level":3,"se":0.4},{"skill":"t","mean":3,"variance":0.2}]}"#),
        &[
            "error[profile-mixed] 1:1: Some skills have levels and others the means of answers: a profile has one or the other.",
        ],
    ),
    (
        Profile(r#"{"skills":[{"skill":"s","level":3,"se":0.4}],"covariance":[[0.1,0],[0,0.1]]}"#),
        &["error[covariance-size] 1:1: The covariance must have one row of one number, and the skill a level."],
    ),
    (
        Profile(
            r#"{"skills":[{"skill":"s","level":3,"se":0.4},{"skill":"t","level":3,"se":0.4}],"covariance":[[0.1],[0,0.1]]}"#,
        ),
        &[
            "error[covariance-size] 1:1: The covariance must have a row and a column for each of the 2 skills, and each skill a level.",
        ],
    ),
    (
        Profile(
            r#"{"skills":[{"skill":"s","level":3,"se":0.4},{"skill":"t","level":3,"se":0.4}],"covariance":[[0.1,0.2],[0.2,0.1]]}"#,
        ),
        &["error[covariance] 1:1: The covariance contradicts itself: it is not symmetric and positive definite."],
    ),
    (
        Profile(
            r#"{"skills":[{"skill":"s","level":3,"se":0.3},{"skill":"t","level":2,"se":0.3}],"covariance":[[1.5,0],[0,0.09]]}"#,
        ),
        &[
            "error[covariance-se] 1:12 /skills/0: The variance of “s” in the covariance, 1.5, is not the square of its se, 0.3.",
        ],
    ),
    (
        Profile(r#"{"skills":[{"skill":"s","level":3,"se":0.3,"mean":2,"variance":1}]}"#),
        &[
            "warning[profile-shown] 1:12 /skills/0: The skill “s” is shown as 3 ± 0.3, but its mean and variance count, and they say 2 ± 0.71.",
            "  hint: Take level and se out, unless they are from a quiz that assumes something else of people.",
        ],
    ),
    // Rounded to a tenth, or a hundredth.
    (Profile(r#"{"skills":[{"skill":"s","level":2,"se":0.7,"mean":2,"variance":1}]}"#), &[]),
    (
        Profile(
            r#"{"skills":[{"skill":"s","level":3,"se":0.35},{"skill":"t","level":2,"se":0.25}],"covariance":[[0.12,0],[0,0.1]]}"#,
        ),
        &[],
    ),
];
