//! What is said of calibrated items in a quiz, of adaptive quizzes, and of lists of answers.

use super::Input::{self, Answers, Quiz};
use super::said_of;

/// Each input with all that is said of it. Places were found by looking for the text.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Quiz(
            r#"[{"skill":"s"}]}]"#,
            r#"[{"skill":"s"}],"calibration":{"model":"graded","skill":"t","a":1,"b":[-2,-1,1,2]}}]"#,
        ),
        &[
            "error[calibration-skill] 3:146 /items/0/calibration/skill: The parameters are about “t”, on which the item has no key.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"k","type":"single","prompt":"P","options":[{"id":"a","text":"A","keys":[{"skill":"s","level":3}]},{"id":"b","text":"B"}],"calibration":{"model":"4pl","skill":"s","a":1,"b":[0],"c":0.5,"d":0.5,"categories":[1,0]}},"#,
        ),
        &[
            "error[calibration-asymptotes] 3:152 /items/0/calibration: The lower asymptote c must be below the upper one d, and 0.5 is not below 0.5.",
        ],
    ),
    (
        Quiz(
            r#"[{"skill":"s"}]}]"#,
            r#"[{"skill":"s"}],"calibration":{"model":"graded","skill":"s","a":1,"b":[-2,1,1,2]}}]"#,
        ),
        &[
            "error[calibration-order] 3:120 /items/0/calibration: Thresholds of a graded item rise from one to the next, and number 3 does not.",
            "  hint: Thresholds in any order belong to the model partial-credit.",
        ],
    ),
    (
        Quiz(
            r#"[{"skill":"s"}]}]"#,
            r#"[{"skill":"s"}],"calibration":{"model":"nominal","skill":"s","slopes":[0,1,2,3,4],"intercepts":[0,1,2,3]}}]"#,
        ),
        &[
            "error[calibration-pairs] 3:120 /items/0/calibration: A nominal item has as many slopes as intercepts, not 5 and 4.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"k","type":"single","prompt":"P","options":[{"id":"a","text":"A","keys":[{"skill":"s","level":3}]},{"id":"b","text":"B"}],"calibration":{"model":"2pl","skill":"s","a":1,"b":[0]}},"#,
        ),
        &[
            "error[calibration-options] 3:152 /items/0/calibration: “categories” must say of each of the 2 options which category it is, and says it of 0.",
        ],
    ),
    (
        Quiz(
            r#"[{"skill":"s"}]}]"#,
            r#"[{"skill":"s"}],"calibration":{"model":"graded","skill":"s","a":1,"b":[-2,-1,1,2],"categories":[0,1]}}]"#,
        ),
        &[
            "error[calibration-listed] 3:120 /items/0/calibration: Only an item of the type single says which categories its options are.",
        ],
    ),
    (
        Quiz(
            r#"[{"skill":"s"}]}]"#,
            r#"[{"skill":"s"}],"calibration":{"model":"graded","skill":"s","a":1,"b":[-2,-1,1]}}]"#,
        ),
        &[
            "error[calibration-categories] 3:120 /items/0/calibration: The parameters are for 4 categories, and the answers have 5.",
        ],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive""#),
        &["error[adaptive-missing] 1:119 /order: An adaptive quiz says in “adaptive” how it goes on."],
    ),
    (
        Quiz(r#""best""#, r#""best","adaptive":{"rule":"information","max":1}"#),
        &["error[adaptive-order] 1:122 /adaptive: “adaptive” belongs to a quiz whose order is adaptive."],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive","adaptive":{"rule":"information","max":2}"#),
        &["error[adaptive-most] 1:141 /adaptive: The quiz cannot ask 2 items: it has 1."],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive","adaptive":{"rule":"information","min":2,"max":2}"#),
        &["error[adaptive-length] 1:141 /adaptive: Of the items, at least 2 cannot be asked where at most 1 can."],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive","adaptive":{"rule":"information","max":1,"stop_error":0.5}"#),
        &[
            "error[adaptive-grade] 1:184 /adaptive/stop_error: Below evidence grade 3 no level has a standard error to stop by, and this quiz has grade 0.",
            "  hint: End it by length (max), or with several skills by the share of a role (stop_share).",
        ],
    ),
    (
        Quiz(
            r#""evidence":{"grade":0,"#,
            r#""order":"adaptive","adaptive":{"rule":"information","max":1,"stop_error":0.5},"evidence":{"grade":3,"experts":{"count":5,"roles":"R","agreement":0.8},"people":500,"reliability":0.8,"fit":"F","#,
        ),
        &[
            "error[adaptive-calibrated] 4:74 /adaptive/stop_error: No item of the skill “s” is calibrated, so it has no standard error to stop by.",
        ],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive","adaptive":{"max":1,"alone_max":1,"among":2}"#),
        &[
            "error[adaptive-roles] 1:141 /adaptive: A quiz of one skill names no role, so it cannot decide between roles.",
            "warning[adaptive-screens] 1:172 /adaptive/among: “among” has no effect in a quiz that chooses screen by screen (each, screen, alone_max, stop_gain).",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"}]}],\n",
            "\"4\"]},{\"id\":\"t\",\"name\":\"T\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"},{\"skill\":\"t\"}]}],\n\"order\":\"adaptive\",\"adaptive\":{\"rule\":\"information\",\"max\":1,\"screen\":4},\n",
        ),
        &[
            "error[adaptive-decides] 4:31 /adaptive: Screens are chosen by what decides between roles: with each, screen, alone_max or stop_gain the rule is decide.",
        ],
    ),
    (
        Quiz(r#""best""#, r#""best","order":"adaptive","adaptive":{"rule":"decide","max":1}"#),
        &[
            "error[adaptive-roles] 1:141 /adaptive: A quiz of one skill names no role, so it cannot decide between roles.",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[",
            "\"4\"]},{\"id\":\"t\",\"name\":\"T\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}],\"correlations\":[{\"skill\":\"s\",\"with\":\"t\",\"value\":0},{\"skill\":\"t\",\"with\":\"s\",\"value\":0.5}],\n\"items\":[{\"id\":\"j\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"t\"}]},",
        ),
        &[
            "error[correlation-twice] 2:203 /correlations/1: The skills “t” and “s” are the same, or the pair appears twice.",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[",
            "\"4\"]},{\"id\":\"t\",\"name\":\"T\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]},{\"id\":\"u\",\"name\":\"U\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}],\"correlations\":[{\"skill\":\"s\",\"with\":\"t\",\"value\":0.9},{\"skill\":\"s\",\"with\":\"u\",\"value\":0.9},{\"skill\":\"t\",\"with\":\"u\",\"value\":-0.9}],\n\"items\":[{\"id\":\"j\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"t\"},{\"skill\":\"u\"}]},",
        ),
        &["error[correlation-impossible] 2:237 /correlations: No people can have all of these correlations at once."],
    ),
    (
        Quiz(
            r#"{"grade":0,"#,
            r#"{"grade":1,"experts":{"count":5,"roles":"R","agreement":0.8},"sample":{"means":[2],"covariance":[[1]]},"#,
        ),
        &[
            "error[sample-grade] 4:82 /evidence/sample: A sample of people belongs to evidence grade 2 and above, and this quiz has grade 1.",
        ],
    ),
    (
        Quiz(
            r#"{"grade":0,"#,
            r#"{"grade":2,"experts":{"count":5,"roles":"R","agreement":0.8},"people":200,"reliability":0.8,"sample":{"means":[2],"covariance":[[1,0]]},"#,
        ),
        &[
            "error[sample-size] 4:113 /evidence/sample: The sample must have one mean and one row of one number, for the quiz’s one skill.",
        ],
    ),
    (
        Quiz(
            r#"{"grade":0,"#,
            r#"{"grade":2,"experts":{"count":5,"roles":"R","agreement":0.8},"people":200,"reliability":0.8,"sample":{"means":[2],"covariance":[[0]]},"#,
        ),
        &[
            "error[sample-impossible] 4:139 /evidence/sample/covariance: No people can have levels with this covariance: it is not positive definite.",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"}]}],\n\"evidence\":{\"grade\":0,",
            "\"4\"]},{\"id\":\"t\",\"name\":\"T\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"},{\"skill\":\"t\"}]}],\n\"evidence\":{\"grade\":2,\"experts\":{\"count\":5,\"roles\":\"R\",\"agreement\":0.8},\"people\":200,\"reliability\":0.8,\"sample\":{\"means\":[2,2],\"covariance\":[[1,0.5],[0.4,1]]},",
        ),
        &[
            "error[sample-symmetric] 4:141 /evidence/sample/covariance: The covariance of the sample is not symmetric: what a skill has with another, the other has with it.",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"}]}],\n\"evidence\":{\"grade\":0,",
            "\"4\"]},{\"id\":\"t\",\"name\":\"T\",\"definition\":\"D\",\"levels\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}],\n\"items\":[{\"id\":\"i\",\"type\":\"likert\",\"prompt\":\"P\",\"points\":5,\"anchors\":[\"no\",\"yes\"],\"keys\":[{\"skill\":\"s\"},{\"skill\":\"t\"}],\"calibration\":{\"model\":\"graded\",\"skill\":\"s\",\"a\":1,\"b\":[-2,-1,1,2]}}],\n\"evidence\":{\"grade\":3,\"experts\":{\"count\":5,\"roles\":\"R\",\"agreement\":0.8},\"people\":500,\"reliability\":0.8,\"fit\":\"F\",",
        ),
        &[
            "warning[calibration-partial] 2:81 /skills/1: No item is calibrated for the skill “t”, so no level of this quiz comes from calibrated items.",
        ],
    ),
    (
        Answers(r#"[{"item":"scale"}]"#),
        &[
            "error[answer-entry] 1:2 /0: An entry of a list of answers is an object with “item” and “answer”, perhaps “ms”, and nothing else.",
        ],
    ),
    (
        Answers(r#"[{"item":"scale","answer":1,"time":2}]"#),
        &[
            "error[answer-field] 1:36 /0/time: There is no field “time” beside an answer.",
            "  hint: Only the time that it took may stand there: “ms”, in milliseconds.",
        ],
    ),
    (
        Answers(r#"[{"item":"scale","answer":1},{"item":"scale","answer":1}]"#),
        &["error[answer-again] 1:38 /1/item: The item “scale” is answered twice."],
    ),
    (
        Answers(r#"[{"item":"scael","answer":1}]"#),
        &["error[answer-item] 1:10 /0/item: The quiz has no item “scael”.", "  hint: did you mean “scale”?"],
    ),
];

#[test]
fn every_problem_of_adaptive_quizzes_is_said_in_full() {
    for (input, expected) in SAID {
        assert_eq!(said_of(input), *expected);
    }
}

/// A list of nothing is a sheet, and an entry may have any answer that its item takes.
#[test]
fn lists_of_answers_are_sheets() {
    for sheet in [
        "[]",
        r#"[{"answer":null,"item":"scale"}]"#,
        r#"[{"item":"share","answer":{"a":4,"b":6},"ms":12.5},{"item":"scale","answer":0}]"#,
    ] {
        assert_eq!(said_of(&Answers(sheet)), [] as [&str; 0], "{sheet}");
    }
}
