//! Every problem: the smallest input that has it, and what the command line says of it, word for word.

mod adaptive;
mod advert;
mod answers;
mod calibrated;
mod codes;
mod counted;
mod documents;
mod files;
mod people;
mod said;
mod saved;

use crate::support::{SMALL, Scratch, json_of, metier};
use serde_json::json;

/// The smallest catalogue.
const CATALOGUE: &str = r#"{"format":"metier-roles/1","id":"c","version":"1","language":"en","title":"T","about":"A",
"model":{"prior_mean":2,"prior_sd":1,"answer_sd":1.2,"answer_weight":4,"within":0.5,"across":0.3,"beta":0.3,"lambda":0.15,
"gamma":1.5,"steady":0.25,"pairs":64,"catalogues":4,"concentration":60,"need_shift":0.5,"near":0.03,"also_good":0.1,
"missed":0.5,"evidence":0.5,"clear":0.8,"leaning":0.6,"named":0.8,"note":"N"},
"groups":[{"id":"group","name":"G"}],
"skills":[{"id":"s","name":"S","group":"group"},{"id":"t","name":"T","group":"group"}],
"roles":[{"id":"r","name":"R","about":"A","needs":[{"skill":"s","need":3,"weight":1,"floor":2,"from":"E"}]}]}"#;

/// A quiz with an item of each kind of answer.
const FOUR: &str = r#"{"format":"metier-quiz/1","id":"q","version":"1","language":"en","title":"T","about":"A","instruction":"best",
"skills":[{"id":"s","name":"S","definition":"D","levels":["0","1","2","3","4"]}],
"items":[{"id":"scale","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]},
{"id":"some","type":"multiple","prompt":"P","max":2,"options":[{"id":"alpha","text":"A","keys":[{"skill":"s","level":1}]},{"id":"beta","text":"B"},{"id":"gamma","text":"C"},{"id":"none","text":"D","exclusive":true}]},
{"id":"ends","type":"best-worst","prompt":"P","options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"}]},
{"id":"share","type":"allocate","prompt":"P","total":10,"options":[{"id":"a","text":"A"},{"id":"b","text":"B"}]},
{"id":"order","type":"rank","prompt":"P","options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"}]},
{"id":"slide","type":"slider","prompt":"P","min":0,"max":10,"step":2.5,"anchors":["no","yes"],"keys":[{"skill":"s"}]},
{"id":"count","type":"number","prompt":"P","correct":4,"min":0,"max":9,"keys":[{"skill":"s","level":2}]},
{"id":"words","type":"text","prompt":"P","max":5}],
"evidence":{"grade":0,"note":"N"}}"#;

/// An input with a problem, and who reads it.
enum Input {
    /// [`SMALL`] with its one place that reads as the first text changed to the second.
    Quiz(&'static str, &'static str),
    /// [`CATALOGUE`], likewise.
    Roles(&'static str, &'static str),
    /// An answer sheet for [`FOUR`].
    Answers(&'static str),
    /// A profile for [`CATALOGUE`].
    Profile(&'static str),
    /// A file of items.
    Items(&'static str),
    /// Responses to [`calibrated::BANK`].
    Responses(&'static str),
    /// The same, and a method that gives no estimates of them under a prior that is much too wide.
    Unestimated(&'static str, &'static str),
}

use Input::{Answers, Items, Profile, Quiz, Responses, Roles, Unestimated};

/// What the command line says of an input, without the line that counts the problems.
fn said_of(input: &Input) -> Vec<String> {
    let changed = |text: &str, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from} stands in the document once");
        text.replace(from, to)
    };
    let done = match input {
        Quiz(from, to) => metier(&["check", "-"], changed(SMALL, from, to)),
        Roles(from, to) => metier(&["check", "-"], changed(CATALOGUE, from, to)),
        Answers(sheet) => metier(&["score", Scratch::new(FOUR).path(), "-"], sheet),
        Profile(profile) => metier(&["match", "-", "--roles", Scratch::new(CATALOGUE).path()], profile),
        Items(items) => metier(&["curves", "--items", "-", "--at=0"], items),
        Responses(responses) => estimated("map", "0,1", responses),
        Unestimated(method, responses) => estimated(method, "0,1000000", responses),
    };
    let said = if matches!(input, Quiz(..) | Roles(..)) { done.out } else { done.err };
    let lines: Vec<String> = said.lines().skip(1).map(Into::into).collect();
    let rejected = lines.iter().any(|line| line.starts_with("error["));
    assert_eq!(done.code, i32::from(rejected), "warnings alone do not reject");
    lines
}

fn estimated(method: &str, prior: &str, responses: &str) -> crate::support::Done {
    let bank = Scratch::new(calibrated::BANK);
    metier(&["estimate", "--items", bank.path(), "--responses", "-", "--method", method, "--prior", prior], responses)
}

/// The code in a line of the command line's.
fn code_in(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("error[").or(line.strip_prefix("warning["))?;
    rest.split(']').next()
}

#[test]
fn every_problem_is_said_in_full() {
    for (input, expected) in documents::SAID.iter().chain(answers::SAID).chain(said::SAID).chain(counted::SAID) {
        assert_eq!(said_of(input), *expected);
    }
}

/// As bands of few answers do, these reach over a whole level.
#[test]
fn a_band_over_a_whole_level_has_its_sentence() {
    let mut quiz = json_of("src/bin/metier/starter.json");
    let summary = quiz["summary"].as_array_mut().unwrap();
    summary.retain(|line| (&line["from"], &line["to"]) != (&json!(1), &json!(3)));
    assert_eq!(summary.len(), 11);
    let said = metier(&["check", "-"], quiz.to_string()).out;
    assert!(said.contains("for a band from level 1 to level 3, so a result there has none."), "{said}");
    assert!(said.starts_with("-: 0 errors, 1 warning\n"), "{said}");
}

/// A text that a page would take seconds to draw.
#[test]
fn a_text_of_too_many_pieces_is_said_to_be() {
    let said = |pieces: usize| {
        metier(&["check", "-"], SMALL.replace("\"about\":\"A\"", &format!("\"about\":\"{}\"", "- a\\n".repeat(pieces))))
            .out
    };
    assert_eq!(said(500), "-: 0 errors, 0 warnings\n");
    let expected = "error[text-pieces] 1:86 /about: The text would be drawn in 1002 pieces, and at most 1000 are: paragraphs, list entries, line breaks, \
        changes of style.\n  hint: Divide it into several texts, or take out styles and line breaks.\n";
    assert_eq!(said(501), format!("-: 1 error, 0 warnings\n{expected}"));
}

#[test]
fn without_the_change_there_is_no_problem() {
    assert_eq!(metier(&["check", "-"], SMALL).out, "-: 0 errors, 0 warnings\n");
    assert_eq!(metier(&["check", "-"], CATALOGUE).out, "-: 0 errors, 0 warnings\n");
    assert_eq!(metier(&["score", Scratch::new(FOUR).path(), "-"], "{}").err, "");
}

/// What a document says is never read as part of a sentence.
#[test]
fn words_of_a_document_are_no_template() {
    let said = said_of(&Quiz("\"best\"", "\"{words}\""));
    assert_eq!(said, ["error[shape-word] 1:104 /instruction: “{words}” is not one of these: would best done."]);
}

/// A list that is full of warnings still has room for every error after them.
#[test]
fn warnings_do_not_crowd_out_errors() {
    let keyless = |number: usize| {
        format!(
            "{{\"id\":\"k{number}\",\"type\":\"single\",\"prompt\":\"P\",\"options\":[{{\"id\":\"a\",\"text\":\"A\"}},{{\"id\":\"b\",\"text\":\"B\"}}]}},"
        )
    };
    let items: String = (0..100).map(keyless).collect();
    let said = metier(
        &["check", "-"],
        SMALL
            .replace("\"items\":[", &format!("\"items\":[{items}"))
            .replace("[{\"skill\":\"s\"}]", "[{\"skill\":\"s\"},{\"skill\":\"t\"}]"),
    );
    assert_eq!(said.code, 1);
    assert!(said.out.contains("error[unknown-skill] 3:"), "{}", said.out);
}
