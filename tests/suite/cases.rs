//! The open conformance cases (`tests/cases`): each says what it expects and where that is from; a second calculation,
//! written from the definitions alone and over the documents as plain JSON, holds for the levels of all of them.

mod answers;
mod levels;

use crate::support::{catalogue, files_below, json_of, open, text_of, whole};
use answers::asks;
use levels::{Found, Said};
use metier::quiz::calibration::Adaptive;
use metier::quiz::response::read_sheet;
use metier::session::Session;
use metier::sitting;
use serde_json::{Value, json};

struct Case {
    name: String,
    case: Value,
    quiz: String,
}

fn cases() -> Vec<Case> {
    let files = files_below("tests/cases")
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| name.ends_with(".json") && !name.contains('/'));
    files
        .map(|name| {
            let case = json_of(&format!("tests/cases/{name}"));
            let quiz = case["quiz"].as_str().map_or_else(|| case["quiz"].to_string(), text_of);
            Case { name, case, quiz }
        })
        .collect()
}

impl Case {
    /// The entry of an item where the sheet is a list.
    fn listed(&self, item: &str) -> Option<&Value> {
        self.case["answers"].as_array()?.iter().find(|entry| entry["item"] == item)
    }

    fn session(&self) -> Session {
        let seed = self.case.get("seed").map_or(1, |seed| u32::try_from(seed.as_u64().unwrap()).unwrap());
        let mut session = open(&self.quiz, self.case["language"].as_str().unwrap_or_default(), seed);
        let (responses, problems) = read_sheet(&self.case["answers"].to_string(), &session.quiz);
        session.take_up(responses.unwrap_or_else(|| panic!("{}: {problems:#?}", self.name)));
        session
    }

    /// The record that `metier score` prints, put together as a page does it.
    fn scored(&self) -> Value {
        whole(&self.session(), &catalogue())
    }
}

/// What a page puts together of a player and a matcher, the command line says in one: careless answers name no role in
/// either.
#[test]
fn the_command_line_says_what_a_page_says() {
    for case in cases() {
        let said = serde_json::to_value(sitting::whole(&case.session(), &catalogue())).unwrap();
        assert_eq!(said, case.scored(), "{}", case.name);
    }
}

#[test]
fn every_case_gives_what_it_expects_and_the_same_bits_twice() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut checked = 0;
    for case in &cases {
        let found = case.scored();
        assert_eq!(found.to_string(), case.scored().to_string(), "{}", case.name);
        for expected in case.case["expected"].as_array().into_iter().flatten() {
            let at = expected["at"].as_str().unwrap();
            let there = found.pointer(at).unwrap_or_else(|| panic!("{}: nothing at {at}", case.name));
            let within = expected["within"].as_f64().unwrap_or(0.0);
            let equal = match (there.as_f64(), expected["value"].as_f64()) {
                (Some(found), Some(expected)) => (found - expected).abs() <= within,
                _ => *there == expected["value"],
            };
            assert!(equal, "{}: {there} at {at}, not {}", case.name, expected["value"]);
            assert!(
                expected["source"].as_str().is_some_and(|source| source.len() > 10),
                "{}: {at} has no source",
                case.name
            );
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked} values");
}

/// Sheets that are lists go as their quizzes ask.
#[test]
fn lists_of_answers_go_as_the_quiz_asks() {
    let mut steps = 0;
    for case in cases() {
        let mut session = open(&case.quiz, "", 1);
        for entry in case.case["answers"].as_array().into_iter().flatten() {
            // Where roles have a say in what is asked, the catalogue does.
            let by_screens = session.quiz.adaptive.as_ref().is_some_and(Adaptive::by_screens);
            let screen = || sitting::screen(&session, &catalogue()).ok()?.first().copied();
            let next = if by_screens { screen() } else { session.next() };
            let next = next.map(|index| session.quiz.items[index].id.value.clone());
            assert_eq!(next.as_deref(), entry["item"].as_str(), "{}", case.name);
            session.answer(entry["item"].as_str().unwrap(), &entry["answer"].to_string(), -1.0).unwrap();
            steps += 1;
        }
    }
    assert!(steps >= 5, "{steps} steps");
}

#[test]
fn cases_have_the_fields_of_the_format() {
    for case in cases() {
        let known = ["about", "quiz", "answers", "seed", "language", "expected"];
        let fields: Vec<&String> = case.case.as_object().unwrap().keys().collect();
        assert!(fields.iter().all(|field| known.contains(&field.as_str())), "{}: {fields:?}", case.name);
        assert!(
            case.case["about"].is_string() && (case.case["answers"].is_object() || case.case["answers"].is_array()),
            "{}",
            case.name
        );
    }
}

/// The cases hold every kind of item, every verdict, and every shipped quiz.
#[test]
fn cases_cover_the_formats() {
    let (mut kinds, mut verdicts, mut quizzes) = (Vec::new(), Vec::new(), Vec::new());
    for case in cases() {
        let quiz: Value = serde_json::from_str(&case.quiz).unwrap();
        let answers = &case.case["answers"];
        let items =
            quiz["items"].as_array().unwrap().iter().filter(|item| !answers[item["id"].as_str().unwrap()].is_null());
        kinds.extend(items.map(|item| item["type"].as_str().unwrap().to_owned()));
        let verdict = &case.scored()["match"]["verdict"];
        verdicts.push(format!(
            "{}/{}",
            verdict["code"].as_str().unwrap_or_default(),
            verdict["reason"].as_str().unwrap_or_default()
        ));
        quizzes.extend(case.case["quiz"].as_str().map(str::to_owned));
    }
    for kind in metier::quiz::kinds::ITEM_KINDS.split(' ') {
        assert!(kinds.iter().any(|known| known == kind), "{kind}");
    }
    let reasons =
        ["not-enough-evidence/evidence", "not-enough-evidence/unmeasured-floor", "not-enough-evidence/careless"];
    for verdict in ["none-yet/", "clear/", "leaning/", "too-close/"].into_iter().chain(reasons) {
        assert!(verdicts.iter().any(|known| known == verdict), "{verdict}");
    }
    for name in crate::support::SHIPPED {
        let people = quizzes.iter().filter(|quiz| **quiz == format!("www/quizzes/{name}.json")).count();
        assert!(people >= 4, "{name}: {people} people");
    }
}

/// A sheet's answer to an item; nothing if it was skipped or is not there.
fn answer_of(case: &Case, item: &Value) -> Option<Value> {
    let id = item["id"].as_str().unwrap();
    let given = case.listed(id).or_else(|| case.case["answers"].get(id))?;
    let timed = given.as_object().is_some_and(|fields| fields.contains_key("ms"));
    Some(if timed || case.case["answers"].is_array() { given["answer"].clone() } else { given.clone() })
        .filter(|answer| !answer.is_null())
}

/// A skill of a case by the second calculation.
struct Second {
    name: String,
    /// Items that ask for it, and those of them that were answered.
    counts: (u64, u64),
    said: Vec<Said>,
    /// Nothing with too few answers.
    found: Option<Found>,
}

/// The quiz, each statement with the steps of its scale.
fn with_steps(mut quiz: Value) -> Value {
    let scales = quiz["scales"].clone();
    for item in quiz["items"].as_array_mut().unwrap().iter_mut().filter(|item| item["type"] == "statement") {
        let scale = scales.as_array().unwrap().iter().find(|scale| scale["id"] == item["scale"]).unwrap();
        item["steps"] = scale["steps"].clone();
    }
    quiz
}

/// The skills of a case in the quiz's order.
fn second(case: &Case) -> Vec<Second> {
    let quiz = with_steps(serde_json::from_str(&case.quiz).unwrap());
    let skill = |skill: &Value| {
        let id = skill["id"].as_str().unwrap();
        // A list holds what was asked.
        let was_asked =
            |item: &&Value| !case.case["answers"].is_array() || case.listed(item["id"].as_str().unwrap()).is_some();
        let items: Vec<&Value> =
            quiz["items"].as_array().unwrap().iter().filter(|item| asks(item, id)).filter(was_asked).collect();
        let answers: Vec<(&Value, Value)> =
            items.iter().filter_map(|item| Some((*item, answer_of(case, item)?))).collect();
        let said: Vec<Said> = answers.iter().filter_map(|(item, answer)| levels::said(item, answer, id)).collect();
        let silent = answers.iter().filter(|(item, _)| item["type"] == "statement").count()
            - answers
                .iter()
                .filter(|(item, answer)| item["type"] == "statement" && levels::said(item, answer, id).is_some())
                .count();
        let share = (answers.len() - silent) as f64 / items.len() as f64;
        let enough = !said.is_empty() && share >= quiz["minimum_answered"].as_f64().unwrap_or(0.5);
        let found = enough.then(|| levels::level(&said, &levels::assumed(&quiz)));
        Second { name: format!("{}: {id}", case.name), counts: (items.len() as u64, answers.len() as u64), said, found }
    };
    quiz["skills"].as_array().into_iter().flatten().map(skill).collect()
}

impl Second {
    fn near(&self, what: &str, found: &Value, expected: f64, within: f64) {
        let number = found.as_f64().unwrap_or_else(|| panic!("{}: no {what}", self.name));
        assert!(
            (number - expected).abs() <= within,
            "{}: {what} {number} is not within {within} of {expected}",
            self.name
        );
    }

    /// Whether a skill of a report is the same.
    fn agrees(&self, report: &Value, Found { level, spread, pulls }: &Found) {
        let (low, high) = ((level - spread).clamp(0.0, 4.0), (level + spread).clamp(0.0, 4.0));
        for (what, expected) in [("level", *level), ("spread", *spread), ("low", low), ("high", high)] {
            self.near(what, &report[what], expected, 1e-9);
        }
        // As they are shown, in tenths; halves go up.
        let whole = |level: f64| Some((((level * 10.0 + 0.5).floor() / 10.0) + 0.5 + 1e-9).floor() as u64);
        assert_eq!((report["from"].as_u64(), report["to"].as_u64()), (whole(low), whole(high)), "{}", self.name);
        let end = (*level >= 4.0).then_some("top").or((*level <= 0.0).then_some("bottom"));
        assert_eq!(report["end"].as_str(), end, "{}", self.name);
        let total: f64 = self.said.iter().map(|said| said.weight).sum();
        let found = report["pulls"].as_array().unwrap();
        assert_eq!(found.len(), self.said.len(), "{}", self.name);
        for ((found, said), pull) in found.iter().zip(&self.said).zip(pulls) {
            self.near("value", &found["value"], said.level, 1e-12);
            self.near("weight", &found["weight"], said.weight / total, 1e-12);
            self.near("pull", &found["pull"], *pull, 1e-9);
        }
    }
}

#[test]
fn levels_are_those_of_a_second_calculation() {
    let mut levels = 0;
    for case in cases() {
        let quiz: Value = serde_json::from_str(&case.quiz).unwrap();
        let reports = case.scored();
        for (index, second) in second(&case).iter().enumerate() {
            let (report, name) = (&reports["skills"][index], &second.name);
            assert_eq!(
                (report["asked"].as_u64(), report["answered"].as_u64()),
                (Some(second.counts.0), Some(second.counts.1)),
                "{name}"
            );
            if report["standard_error"].is_number() {
                // Its numbers stand in the case.
                assert!(quiz["evidence"]["grade"].as_u64() >= Some(3), "{name}");
                continue;
            }
            let Some(found) = &second.found else {
                assert_eq!((&report["state"], &report["level"]), (&json!("too-few"), &Value::Null), "{name}");
                continue;
            };
            second.agrees(report, found);
            levels += 1;
        }
    }
    assert!(levels > 340, "{levels} levels");
}

/// The second calculation against what the cases hold, without the library.
#[test]
fn the_second_calculation_finds_the_stored_numbers() {
    let mut checked = 0;
    for case in cases() {
        let quiz: Value = serde_json::from_str(&case.quiz).unwrap();
        let expected: Vec<&Value> = case.case["expected"].as_array().into_iter().flatten().collect();
        let has_numbers = expected.iter().any(|expected| expected["at"].as_str().unwrap().ends_with("/spread"));
        if !has_numbers || quiz["evidence"]["grade"].as_u64() >= Some(3) {
            continue;
        }
        for (index, second) in second(&case).iter().enumerate() {
            let Some(Found { level, spread, pulls }) = &second.found else { continue };
            let pulls = pulls.iter().enumerate().map(|(place, pull)| (format!("pulls/{place}/pull"), *pull));
            for (what, number) in [("level".into(), *level), ("spread".into(), *spread)].into_iter().chain(pulls) {
                for expected in expected.iter().filter(|expected| expected["at"] == format!("/skills/{index}/{what}")) {
                    second.near(&what, &expected["value"], number, expected["within"].as_f64().unwrap());
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 200, "{checked} values");
}
