//! The JSON Schemas beside the documents give the same verdict as the reader on every problem whose code begins
//! `shape-`.

mod broken;
mod mutate;
mod profiles;
mod quizzes;
mod walk;

use crate::support::files_below;
use jsonschema::Validator;
use metier::problem::{Problem, Severity};
use metier::saved::Saved;
use mutate::{Mutator, edits};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A kind of document: its schema and its reader.
pub struct Format {
    pub schema: Value,
    validator: Validator,
    read: fn(&str) -> Vec<Problem>,
    /// The source of the reader: all names of fields stand in it as strings.
    source: &'static str,
}

impl Format {
    pub fn quiz() -> Format {
        let read = |text: &str| metier::quiz::read(text).1;
        let mut source = String::from(concat!(
            include_str!("../../src/quiz/document.rs"),
            include_str!("../../src/quiz/counted.rs"),
            include_str!("../../src/quiz/item.rs"),
            include_str!("../../src/quiz/line.rs"),
            include_str!("../../src/quiz/scales.rs"),
            include_str!("../../src/quiz/key.rs"),
            include_str!("../../src/quiz/calibration.rs"),
            include_str!("../../src/quiz/sample.rs")
        ));
        source
            .extend(files_below("src/quiz/kinds").into_iter().map(|(_, path)| std::fs::read_to_string(path).unwrap()));
        Format::new(include_str!("../../www/schema/quiz-1.json"), read, source.leak())
    }

    pub fn roles() -> Format {
        let read = |text: &str| metier::roles::catalogue::read(text).1;
        Format::new(include_str!("../../www/schema/roles-1.json"), read, include_str!("../../src/roles/catalogue.rs"))
    }

    pub fn advert() -> Format {
        let read = |text: &str| metier::advert::lexicon::read(text, None).1;
        Format::new(include_str!("../../www/schema/advert-1.json"), read, include_str!("../../src/advert/lexicon.rs"))
    }

    pub fn profile() -> Format {
        let read = |text: &str| {
            let problems = Saved::open(text, "").map_or_else(|problems| problems, |saved| saved.problems);
            problems.into_iter().filter(is_of_profile).collect()
        };
        Format::new(include_str!("../../www/schema/profile-1.json"), read, include_str!("../../src/saved/document.rs"))
    }

    fn new(schema: &str, read: fn(&str) -> Vec<Problem>, source: &'static str) -> Format {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        Format { schema, validator, read, source }
    }

    pub fn problems(&self, document: &Value) -> Vec<Problem> {
        (self.read)(&document.to_string())
    }

    fn accepts(&self, document: &Value) -> bool {
        self.validator.is_valid(document)
    }

    /// The names that stand in the reader's source and could be fields.
    fn vocabulary(&self) -> BTreeSet<&'static str> {
        let strings = self.source.split('"').skip(1).step_by(2);
        let words = strings.flat_map(str::split_ascii_whitespace).map(|word| word.trim_end_matches('?'));
        words
            .filter(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
            .collect()
    }
}

/// What the schemas are held against: name, format and text of each document.
fn documents() -> Vec<(&'static str, Format, Value)> {
    macro_rules! documents {
        ($($format:ident $path:literal,)+) => {
            vec![$(($path, Format::$format(), serde_json::from_str(include_str!(concat!("../../", $path))).unwrap()),)+]
        };
    }
    documents![
        quiz "tests/suite/schema/quiz.json",
        roles "tests/suite/schema/roles.json",
        advert "tests/suite/schema/advert.json",
        quiz "src/bin/metier/starter.json",
        quiz "www/quizzes/negotiation.json",
        quiz "www/quizzes/pace.json",
        quiz "www/quizzes/setbacks.json",
        quiz "www/quizzes/roles.json",
        roles "www/roles/product.json",
        advert "www/lexicon/product.json",
        profile "tests/suite/schema/profile.json",
        quiz "tests/suite/schema/counted.json",
        quiz "www/quizzes/product-or-sales.json",
    ]
}

/// The documents that hold every field.
fn complete() -> Vec<(&'static str, Format, Value)> {
    documents().into_iter().filter(|(name, ..)| name.starts_with("tests/suite/schema/")).collect()
}

/// Whether a problem is the profile's own: what it holds of quizzes and answers is looked at elsewhere.
fn is_of_profile(problem: &Problem) -> bool {
    let part = problem.pointer.splitn(4, '/').nth(3).unwrap_or_default();
    let quiz = part.starts_with("quiz") && (part, problem.code.word()) != ("quiz", "shape-type");
    !quiz && !part.starts_with("answers/")
}

fn is_shape(problem: &Problem) -> bool {
    problem.code.word().starts_with("shape-")
}

/// Compares verdicts and remembers where they differ, and which codes were met.
#[derive(Default)]
struct Court {
    accepted: usize,
    rejected: usize,
    codes: BTreeSet<String>,
    split: usize,
    report: String,
}

impl Court {
    fn judge(&mut self, name: &str, change: &str, format: &Format, document: &Value) {
        let problems = format.problems(document);
        // What no f64 of the reader's range holds is no matter of shape for it, and out of bounds for a schema. Nor is
        // another version.
        if problems
            .iter()
            .any(|problem| matches!(problem.code.word(), "json-range" | "profile-version" | "profile-quiz"))
        {
            return;
        }
        let reader = problems.iter().any(is_shape);
        self.codes
            .extend(problems.iter().filter(|problem| is_shape(problem)).map(|problem| problem.code.word().to_owned()));
        *(if reader { &mut self.rejected } else { &mut self.accepted }) += 1;
        if reader != format.accepts(document) {
            return;
        }
        self.split += 1;
        if self.split <= 5 {
            self.explain(name, change, &problems, format, document);
        }
    }

    fn explain(&mut self, name: &str, change: &str, problems: &[Problem], format: &Format, document: &Value) {
        let verdict = |accepts: bool| if accepts { "accepts" } else { "rejects" };
        let _ = writeln!(self.report, "{name}: {change}");
        let _ = writeln!(self.report, "  reader: {}", verdict(!problems.iter().any(is_shape)));
        for problem in problems.iter().filter(|problem| is_shape(problem)) {
            let _ = writeln!(self.report, "    {} at {:?}", problem.code.word(), problem.pointer);
        }
        let _ = writeln!(self.report, "  schema: {}", verdict(format.accepts(document)));
        for error in format.validator.iter_errors(document) {
            let _ = writeln!(self.report, "    {} at {:?}", error.masked(), error.instance_path().as_str());
        }
    }

    /// Changes that nearly all break a document, or nearly none, would show little.
    fn saw_both(&self, least: usize) {
        let (accepted, rejected) = (self.accepted, self.rejected);
        assert!(
            accepted + rejected > least && accepted.min(rejected) * 7 > accepted + rejected,
            "{accepted} accepted, {rejected} rejected"
        );
    }

    fn close(&self) {
        assert_eq!(self.split, 0, "reader and schema differ:\n{}", self.report);
    }
}

#[test]
fn the_schemas_are_schemas() {
    for format in [Format::quiz(), Format::roles(), Format::advert(), Format::profile()] {
        assert_eq!(format.schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        if let Err(error) = jsonschema::draft202012::meta::validate(&format.schema) {
            panic!("{} at {}", error, error.instance_path().as_str());
        }
    }
}

#[test]
fn every_field_has_a_title_a_description_and_examples_that_hold() {
    for format in [Format::quiz(), Format::roles(), Format::advert(), Format::profile()] {
        for (place, field) in walk::fields(&format.schema) {
            let said = |word| walk::said(&format.schema, field, word);
            assert!(said("title").is_some_and(Value::is_string), "{place} has no title");
            assert!(said("description").is_some_and(Value::is_string), "{place} has no description");
            assert!(said("examples").is_some_and(Value::is_array), "{place} has no examples");
        }
        let failing = walk::failing_examples(&format.schema);
        assert!(failing.is_empty(), "{failing:#?}");
    }
}

/// What a quiz that counts has and what one that measures has stand in two documents.
#[test]
fn the_documents_that_hold_every_field_do() {
    for (name, format, document) in complete() {
        let errors: Vec<_> =
            format.problems(&document).into_iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let alike = complete().into_iter().filter(|(_, other, _)| other.schema == format.schema);
        let met: BTreeSet<String> = alike.flat_map(|(.., document)| walk::met(&format.schema, &document)).collect();
        let missing: Vec<_> = walk::fields(&format.schema)
            .into_iter()
            .map(|(place, _)| place)
            .filter(|place| !met.contains(place))
            .collect();
        assert!(missing.is_empty(), "{name} lacks {missing:#?}");
    }
}

/// The words come from the reader's own source, so that a field which only the reader knows is found, too.
#[test]
fn reader_and_schema_know_the_same_fields() {
    for (name, format, document) in complete() {
        let words: Vec<&str> = format.vocabulary().into_iter().collect();
        assert!(words.len() > 7, "{words:?}");
        // Some at a time: a list of problems ends at a hundred.
        let objects = walk::objects(&format.schema, &document);
        for ((place, known), words) in
            objects.iter().flat_map(|object| words.chunks(40).map(move |words| (object, words)))
        {
            let mut changed = document.clone();
            let object = changed.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
            for &word in words {
                object.entry(word).or_insert(Value::Null);
            }
            let problems = format.problems(&changed);
            // The names of a translation's strings are paths, not fields.
            for word in words.iter().filter(|_| !place.ends_with("/strings")) {
                let at = format!("{place}/{word}");
                let unknown =
                    problems.iter().any(|problem| problem.code.word() == "shape-unknown" && problem.pointer == at);
                assert_eq!(unknown, !known.contains(*word), "{name}: the field {at}");
            }
        }
    }
}

#[test]
fn shipped_documents_have_no_problem() {
    for (name, format, document) in documents() {
        assert!(
            format.accepts(&document),
            "{name}: {:?}",
            format.validator.iter_errors(&document).map(|error| error.to_string()).collect::<Vec<_>>()
        );
        assert!(!format.problems(&document).iter().any(|problem| problem.severity == Severity::Error), "{name}");
    }
}

#[test]
fn broken_documents_are_broken_for_both() {
    let (mut court, mut codes) = (Court::default(), BTreeSet::new());
    for (name, format, document) in complete() {
        for case in broken::cases(name) {
            let changed = case.apply(&document);
            court.judge(name, &case.says(), &format, &changed);
            let found = format.problems(&changed);
            let hit = found.iter().any(|problem| problem.code.word() == case.code && problem.pointer == case.at);
            assert!(hit, "{name}: {}: wanted {} at {:?}, found {found:#?}", case.says(), case.code, case.at);
            codes.insert(case.code.to_owned());
        }
    }
    court.close();
    assert_eq!(codes, sentences(), "every code that has a sentence, and no other");
}

/// The codes that begin `shape-` in the table of sentences.
fn sentences() -> BTreeSet<String> {
    let table = include_str!("../../www/words/en/problems.js");
    let json = table.trim().trim_start_matches("export default").trim_end_matches(';');
    let table: Value = serde_json::from_str(json).unwrap();
    table
        .as_object()
        .unwrap()
        .keys()
        .filter(|key| key.starts_with("shape-") && !key.ends_with(".hint"))
        .cloned()
        .collect()
}

#[test]
fn things_that_look_odd_are_right_for_both() {
    for (name, format, document) in complete() {
        for case in broken::accepted(name) {
            let changed = case.apply(&document);
            assert!(!format.problems(&changed).iter().any(is_shape), "{name}: the reader rejects {}", case.says());
            assert!(format.accepts(&changed), "{name}: the schema rejects {}", case.says());
        }
    }
}

/// Each place of the documents that hold every field, changed in each way that could matter there.
fn every_edit(at: usize, least: usize) {
    let mut court = Court::default();
    for (name, format, document) in complete().into_iter().skip(at).take(1) {
        let mut untranslated = document.clone();
        untranslated.as_object_mut().unwrap().remove("translations");
        // Within the quizzes of a profile nothing is its own.
        for edit in edits(&document).into_iter().filter(|edit| !edit.at.contains("/quiz/")) {
            // Each text that lacks its translation is a warning, and takes its time.
            let base = if edit.at.starts_with("/translations") { &document } else { &untranslated };
            court.judge(name, &edit.to_string(), &format, &alone(edit.apply(base), &edit.at));
        }
    }
    court.close();
    court.saw_both(least);
}

/// `document` without its other items if it was changed within an item: they are right, and take their time.
fn alone(mut document: Value, at: &str) -> Value {
    let index = at.strip_prefix("/items/").and_then(|rest| rest.split_once('/')?.0.parse::<usize>().ok());
    if let Some(index) = index {
        let item = document["items"][index].take();
        document["items"] = Value::Array(vec![item]);
    }
    document
}

#[test]
fn every_edit_of_a_quiz_has_one_verdict() {
    every_edit(0, 1_000);
}

#[test]
fn every_edit_of_a_catalogue_has_one_verdict() {
    every_edit(1, 1_000);
}

#[test]
fn every_edit_of_a_profile_has_one_verdict() {
    every_edit(3, 100);
}

#[test]
fn every_edit_of_a_quiz_that_counts_has_one_verdict() {
    every_edit(4, 500);
}

#[test]
fn every_edit_of_a_lexicon_has_one_verdict() {
    every_edit(2, 1_000);
}

/// Several edits at once, at random places of all documents.
fn mutations(part: usize) {
    let mut court = Court::default();
    for (index, (name, format, document)) in documents().into_iter().enumerate().filter(|(index, _)| index % 2 == part)
    {
        let count = [200, 800, 1_000, 700].get(index).copied().unwrap_or(110);
        let mut mutator = Mutator::new(index as u64 + 1, &document, format.vocabulary());
        for _ in 0..count {
            let (changed, change) = mutator.mutate(&document);
            court.judge(name, &change, &format, &changed);
        }
    }
    court.close();
    court.saw_both(1_000);
    assert_eq!(court.codes, sentences());
}

#[test]
fn mutations_of_every_other_document_have_one_verdict() {
    mutations(0);
}

#[test]
fn mutations_of_the_rest_have_one_verdict() {
    mutations(1);
}
