//! Adaptive quizzes: which item comes next, when they end, and what a changed answer does to them.

mod numbers;
pub mod screens;

use crate::calibrated::{calibrated, evidence, graded, items_csv, right_or_wrong};
use crate::exact::twin::{self, Item};
use crate::support::{
    SHIPPED, Scratch, answered, any_answer, catalogue, metier, near, open, quiz_of, shipped, single, whole,
};
use metier::closed::Closed;
use metier::numeric::random::Random;
use metier::report::report;
use metier::roles::catalogue::Catalogue;
use metier::roles::{person, question};
use metier::session::{Session, Step};
use metier::sitting;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// The quiz with these adaptive settings.
fn adaptive(mut quiz: Value, settings: Value) -> Value {
    quiz["order"] = json!("adaptive");
    quiz["adaptive"] = settings;
    quiz
}

/// Right-or-wrong items b0, b1 and so on at these locations, on the skill `s`.
fn ladder(locations: &[f64]) -> Value {
    let item = |(index, b): (usize, &f64)| right_or_wrong(&format!("b{index}"), "s", 1.2, *b);
    locations.iter().enumerate().map(item).collect()
}

/// What comes next.
fn next(session: &Session) -> Option<String> {
    session.next().map(|index| session.quiz.items[index].id.value.clone())
}

/// Answers with the option, or the JSON text of an answer.
fn give(session: &mut Session, item: &str, answer: &str) -> Step {
    let answer = if ["a", "b", "c"].contains(&answer) { format!("\"{answer}\"") } else { answer.to_owned() };
    session.answer(item, &answer, 4_000.0).unwrap_or_else(|problems| panic!("{item}: {problems:#?}"))
}

/// Takes the quiz to its end; `answer` is given the item and the number of the question from 0.
fn take(session: &mut Session, answer: &dyn Fn(&str, usize) -> String) -> Vec<String> {
    let mut asked: Vec<String> = Vec::new();
    while let Some(item) = next(session) {
        assert!(!asked.contains(&item), "{item} is asked twice");
        let step = give(session, &item, &answer(&item, asked.len()));
        assert_eq!(step.next, next(session));
        asked.push(item);
    }
    asked
}

fn alternating(_: &str, number: usize) -> String {
    ["b", "a"][number % 2].into()
}

/// The traces of `metier adapt`, over a bank of 60 items and many people: item by item, level by level.
#[test]
fn a_quiz_goes_the_way_of_metier_adapt() {
    let mut random = Random::new(11);
    let mut uniform = |low: f64, high: f64| ((low + (high - low) * random.uniform()) * 100.0).round() / 100.0;
    let item = |index: usize, a: f64, b: f64| match index % 3 {
        0 => graded(&format!("i{index}"), "s", a, &[b - 1.1, b, b + 0.7]),
        _ => right_or_wrong(&format!("i{index}"), "s", a, b),
    };
    let items: Value = (0..60).map(|index| item(index, uniform(0.6, 2.2), uniform(-2.5, 2.5))).collect();
    let people: Vec<Vec<usize>> = (0..12)
        .map(|_| (0..60).map(|index| uniform(0.0, if index % 3 == 0 { 3.99 } else { 1.99 }) as usize).collect())
        .collect();
    let ids: Vec<&str> = items.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    let mut responses = format!("person,{}\n", ids.join(","));
    for (person, row) in people.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        responses += &format!("p{person},{}\n", cells.join(","));
    }
    let bank = Scratch::new(items_csv(&items));
    for method in ["map", "eap"] {
        let words = ["adapt", "--items", bank.path(), "--responses", "-", "--method", method, "--max", "15"];
        let trace = metier(&words, &responses).out;
        let mut quiz = adaptive(calibrated(&items), json!({ "rule": "information", "max": 15 }));
        quiz["scale"] = json!({ "zero": 2, "unit": 1, "method": method });
        quiz["minimum_answered"] = json!(0);
        let text = quiz.to_string();
        for (person, row) in people.iter().enumerate() {
            let mut session = open(&text, "", 1);
            let own = format!("p{person},");
            let lines: Vec<&str> = trace.lines().filter(|line| line.starts_with(&own)).collect();
            assert_eq!(lines.len(), 15);
            for line in lines {
                let cells: Vec<&str> = line.split(',').collect();
                assert_eq!(next(&session).unwrap(), cells[2], "{method}, {line}");
                let index = ids.iter().position(|id| *id == cells[2]).unwrap();
                let answer = if index % 3 == 0 { row[index].to_string() } else { ["a", "b"][row[index]].to_owned() };
                give(&mut session, cells[2], &answer);
                let report = report(&session);
                near(report.skills[0].level.unwrap(), 2.0 + cells[3].parse::<f64>().unwrap(), 1e-8);
                near(report.skills[0].standard_error.unwrap(), cells[4].parse().unwrap(), 1e-8);
            }
            assert_eq!(next(&session), None, "it ends at the most items");
        }
    }
}

/// Against the twin's information at the reported level, written out; where two items tie, the first one is asked.
#[test]
fn the_next_item_says_most_at_the_level_so_far_and_of_equals_the_first() {
    let locations = [1.5, -1.5, 1.5, -0.4, 0.9, 0.0, -1.5, 2.2];
    let quiz = adaptive(calibrated(&ladder(&locations)), json!({ "rule": "information", "max": 8 }));
    for answers in ["bbbbbbbb", "aaaaaaaa", "babababa", "abbabbab"] {
        let mut session = open(&quiz.to_string(), "", 1);
        let mut left: Vec<usize> = (0..8).collect();
        let mut theta = 0.0;
        for answer in answers.chars() {
            let information =
                |index: usize| twin::told(&Item::right_or_wrong(1.2, locations[index], 0.0, 1.0).categories(&theta)).0;
            let most = left.iter().map(|&index| information(index)).fold(0.0, f64::max);
            let first = *left.iter().find(|&&index| information(index) >= most * (1.0 - 1e-10)).unwrap();
            assert_eq!(next(&session).unwrap(), format!("b{first}"), "{answers}");
            give(&mut session, &format!("b{first}"), &answer.to_string());
            left.retain(|&index| index != first);
            theta = report(&session).skills[0].theta.unwrap_or(theta);
        }
    }
    // Mirror images around the start tie, whichever stands first.
    for pair in [[-1.0, 1.0], [1.0, -1.0]] {
        let quiz = adaptive(calibrated(&ladder(&pair)), json!({ "rule": "posterior", "max": 2 }));
        assert_eq!(next(&open(&quiz.to_string(), "", 1)).unwrap(), "b0");
    }
}

/// The first item is chosen for the level that the quiz says, all others for the level so far.
#[test]
fn a_quiz_starts_where_it_says() {
    let items = ladder(&[0.0, 1.9, -1.9, 0.3]);
    let first = |start: Value| {
        let mut settings = json!({ "rule": "information", "max": 4 });
        if !start.is_null() {
            settings["start"] = start;
        }
        let mut session = open(&adaptive(calibrated(&items), settings).to_string(), "", 1);
        let first = next(&session).unwrap();
        give(&mut session, &first, "null");
        (first, next(&session).unwrap())
    };
    assert_eq!(first(Value::Null), ("b0".into(), "b3".into()));
    assert_eq!(
        first(json!(4)),
        ("b1".into(), "b0".into()),
        "level 4 is theta 2; a skipped item leaves the level where it was"
    );
    assert_eq!(first(json!(0)), ("b2".into(), "b0".into()));
}

#[test]
fn it_ends_by_length_and_by_error_but_not_before_its_least() {
    let items = ladder(&[0.0; 30]);
    let taken = |settings: Value| {
        let mut session = open(&adaptive(calibrated(&items), settings).to_string(), "", 1);
        let asked = take(&mut session, &alternating).len();
        (asked, report(&session).skills[0].standard_error.unwrap())
    };
    assert_eq!(taken(json!({ "rule": "information", "max": 7 })).0, 7);
    // Each item gives at most 1.44 / 4 = .36: after n the error is at least 1 / sqrt(1 + .36 n), .5 from n = 8.3 on.
    let (asked, error) = taken(json!({ "rule": "information", "max": 30, "stop_error": 0.5 }));
    assert!((9..12).contains(&asked) && error <= 0.5, "{asked} {error}");
    assert_eq!(taken(json!({ "rule": "information", "min": 20, "max": 30, "stop_error": 0.5 })).0, 20);
    assert_eq!(taken(json!({ "rule": "information", "max": 30, "stop_error": 0.1 })).0, 30);
}

#[test]
fn balance_asks_each_skill_in_turn() {
    let items: Value = (0..12)
        .map(|index| {
            graded(&format!("i{index}"), ["s", "s", "s", "t"][index % 4], 1.0 + index as f64 / 20.0, &[-0.5, 0.5])
        })
        .collect();
    for (method, seed) in [("map", 1), ("eap", 2)] {
        let mut quiz =
            adaptive(calibrated(&items), json!({ "rule": "posterior", "max": 8, "balance": true, "among": 2 }));
        quiz["scale"] = json!({ "zero": 2, "unit": 1, "method": method });
        let mut session = open(&quiz.to_string(), "", seed);
        let asked = take(&mut session, &|_, number| (number % 3).to_string());
        let skill = |id: &String| if id[1..].parse::<usize>().unwrap() % 4 == 3 { "t" } else { "s" };
        // Three items on t are all there are.
        assert_eq!(asked.iter().map(skill).collect::<String>(), "stststss");
    }
}

/// Drawn among the best three: with many seeds each of them comes, and no other; with one seed always the same.
#[test]
fn exposure_is_drawn_by_the_seed() {
    let quiz = adaptive(
        calibrated(&ladder(&[0.0, 2.0, 0.2, -0.1, -2.0, 1.0])),
        json!({ "rule": "information", "max": 4, "among": 3 }),
    )
    .to_string();
    let way = |seed: u32| take(&mut open(&quiz, "", seed), &alternating);
    let firsts: BTreeSet<String> = (0..60).map(|seed| way(seed)[0].clone()).collect();
    assert_eq!(firsts.iter().map(String::as_str).collect::<Vec<_>>(), ["b0", "b2", "b3"]);
    for seed in 0..5 {
        assert_eq!(way(seed), way(seed));
    }
    assert!((0..20).map(way).collect::<BTreeSet<_>>().len() > 5);
    // The last question has one item left to draw from.
    let all = adaptive(calibrated(&ladder(&[0.0, 1.0])), json!({ "rule": "information", "max": 2, "among": 100 }))
        .to_string();
    assert_eq!(take(&mut open(&all, "", 9), &alternating).len(), 2);
}

#[test]
fn a_changed_answer_drops_the_later_ones_and_the_same_answer_none() {
    let quiz = adaptive(
        calibrated(&ladder(&[0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5, 2.0])),
        json!({ "rule": "information", "max": 6 }),
    )
    .to_string();
    let mut session = open(&quiz, "", 1);
    let asked = take(&mut session, &alternating);
    assert_eq!(asked.len(), 6);
    let before = serde_json::to_string(&report(&session)).unwrap();
    for (number, item) in asked.iter().enumerate() {
        let step = give(&mut session, item, &alternating(item, number));
        assert_eq!((step.dropped.len(), step.left, step.next, step.answered), (0, 0, None, 6), "the same answer");
    }
    assert_eq!(serde_json::to_string(&report(&session)).unwrap(), before);
    let step = give(&mut session, &asked[2], "a");
    assert_eq!(step.dropped, asked[3..]);
    assert_eq!((step.answered, step.skipped, step.left), (3, 0, 3));
    assert!(step.next.as_ref().is_some_and(|next| !asked[..3].contains(next)));
    let found = serde_json::to_value(report(&session)).unwrap();
    assert_eq!(found["asked"], json!(asked[..3]));
    assert_eq!(found["skills"][0]["asked"], 3);
    // An answer that is refused changes nothing.
    assert!(session.answer(&asked[0], "\"z\"", 1.0).is_err());
    assert_eq!(session.path.len(), 3);
    // Skipping what was answered is a change, too.
    assert_eq!(give(&mut session, &asked[0], "null").dropped, asked[1..3]);
}

/// The session once more from its path, and `metier score` from the list that stands for it.
#[test]
fn a_path_replayed_is_the_session() {
    for seed in [1, 77] {
        let mut quiz = adaptive(
            calibrated(&ladder(&[0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5, 2.0])),
            json!({ "rule": "posterior", "max": 5, "among": 2 }),
        );
        quiz["skills"][0]["id"] = json!("s");
        let mut live = open(&quiz.to_string(), "", seed);
        let mut random = Random::new(u64::from(seed));
        let mut list = Vec::new();
        while let Some(item) = next(&live) {
            let view = live.view();
            let shown = view.items.iter().find(|shown| shown.id == item).unwrap();
            let answer = any_answer(shown, &mut random);
            drop(view);
            give(&mut live, &item, &answer.to_string());
            list.push(json!({ "item": item, "answer": answer, "ms": 4_000 }));
            let mut again = open(&quiz.to_string(), "", seed);
            for entry in &list {
                give(&mut again, entry["item"].as_str().unwrap(), &entry["answer"].to_string());
            }
            let sheet = crate::support::answered(&quiz, &json!(list));
            let text = |session: &Session| serde_json::to_string(&report(session)).unwrap();
            assert_eq!((text(&again), next(&again)), (text(&live), next(&live)));
            assert_eq!(sheet.path, live.path);
            assert_eq!(sheet.responses, live.responses);
        }
        let (document, sheet) = (Scratch::new(quiz.to_string()), Scratch::new(json!(list).to_string()));
        let done = metier(&["score", document.path(), sheet.path(), "--seed", &seed.to_string()], "");
        let printed: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(printed, whole(&live, &catalogue()));
        assert_eq!(printed["asked"].as_array().unwrap().len(), 5);
    }
}

#[test]
fn skipping_everything_ends_at_the_length_without_a_level() {
    for grade in [0, 3] {
        let mut quiz = adaptive(calibrated(&ladder(&[0.0, 1.0, -1.0])), json!({ "rule": "information", "max": 2 }));
        quiz["evidence"] = evidence(grade);
        let mut session = open(&quiz.to_string(), "", 1);
        assert_eq!(take(&mut session, &|_, _| "null".into()).len(), 2);
        let report = report(&session);
        assert_eq!(
            (report.answered, report.skipped, report.skills[0].state.word(), report.skills[0].level),
            (0, 2, "too-few", None)
        );
    }
}

/// Below grade 3 items are chosen by the models that the assumptions make: of options further apart at the level so
/// far.
#[test]
fn without_calibration_the_assumed_models_choose() {
    let items = json!([
        single("near", &[1.8, 2.2]),
        single("far", &[0.0, 4.0]),
        single("silent", &[2.0, 2.0]),
        single("low", &[0.0, 1.0])
    ]);
    let quiz = adaptive(quiz_of(&items), json!({ "rule": "information", "max": 4 }));
    let mut session = open(&quiz.to_string(), "", 1);
    // At level 2 both options of "far" are as likely as each other: information (4 / 1.44)^2 / 4; of "near" (.4 /
    // 1.44)^2 / 4; of "low" (1 / 1.44)^2 times p q with logit (2 - .5) / 1.44.
    let asked = take(&mut session, &|_, _| "null".into());
    assert_eq!(asked, ["far", "low", "near", "silent"]);
    let mut session = open(&quiz.to_string(), "", 1);
    assert_eq!(take(&mut session, &|_, _| "b".into()).len(), 4);
    let report = report(&session);
    assert!(report.skills[0].spread.is_some() && report.skills[0].standard_error.is_none());
}

/// An answer sheet of an adaptive quiz as an object counts in its order, and only what stands there was asked.
#[test]
fn a_sheet_of_an_adaptive_quiz_says_what_was_asked() {
    let quiz = adaptive(calibrated(&ladder(&[0.0, 1.0, -1.0])), json!({ "rule": "information", "max": 3 }));
    let session = answered(&quiz, &json!({ "b2": "b", "b0": null }));
    let found = serde_json::to_value(report(&session)).unwrap();
    assert_eq!(found["asked"], json!(["b2", "b0"]));
    assert_eq!((&found["skills"][0]["asked"], &found["skills"][0]["answered"]), (&json!(2), &json!(1)));
}

/// What a session says of how it goes on can be read, and the catalogue then says the same of it as beside the session
/// itself.
fn is_read(session: &Session, catalogue: &Catalogue) {
    let Some(choice) = session.choice().filter(|choice| choice.rule.is_some()) else { return };
    // What is left of a screen was chosen before it.
    if session.before().len() < session.path.len() {
        return;
    }
    let text = json!(choice).to_string();
    let (open, problems) = question::read(&text);
    assert!(problems.is_empty(), "{problems:#?}: {text}");
    let known = json!(report(session).known()).to_string();
    let Some(placed) = person::read(&known, catalogue).0 else { return };
    let judge = question::Judge { catalogue, posterior: &placed.posterior, seed: session.seed };
    let decided = question::next(&judge, &open.unwrap());
    let ids = |screen: Vec<usize>| screen.into_iter().map(|index| session.quiz.items[index].id.value.clone()).collect();
    let own: Option<Vec<String>> = sitting::screen(session, catalogue).ok().map(ids);
    assert_eq!(decided, own, "{text}");
}

/// Every shipped quiz made adaptive, taken at random: it ends, nothing is asked twice, and the report is whole.
#[test]
fn every_shipped_quiz_can_be_adaptive() {
    let catalogue = catalogue();
    for name in SHIPPED {
        for rule in ["information", "posterior", "decide"] {
            let mut quiz: Value = serde_json::from_str(&shipped(name)).unwrap();
            let several = quiz["skills"].as_array().unwrap().len() > 1;
            if rule == "decide" && !several {
                continue;
            }
            let count = quiz["items"].as_array().unwrap().len();
            quiz["translations"] = json!([]);
            let quiz = adaptive(quiz, json!({ "rule": rule, "max": count.min(12), "balance": several }));
            let mut session = open(&quiz.to_string(), "", 5);
            let mut random = Random::new(5);
            let mut asked = 0;
            while let Some(item) = next(&session) {
                let view = open(&quiz.to_string(), "", 5);
                let view = view.view();
                let answer = any_answer(view.items.iter().find(|shown| shown.id == item).unwrap(), &mut random);
                give(&mut session, &item, &answer.to_string());
                asked += 1;
                if several {
                    is_read(&session, &catalogue);
                }
            }
            assert_eq!(asked, count.min(12));
            assert!(!serde_json::to_string(&report(&session)).unwrap().contains("standard_error"));
        }
    }
}

/// `metier take` asks what is chosen, says what a changed answer drops, and ends with what it may say.
#[test]
fn the_terminal_asks_what_is_chosen() {
    let quiz = adaptive(calibrated(&ladder(&[0.0, 0.5, -0.5, 1.0, -1.0])), json!({ "rule": "information", "max": 3 }));
    let document = Scratch::new(quiz.to_string());
    let done = metier(&["take", document.path()], "b\nb\nback\nback\na\nb\nb\n");
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out.matches("Question 1 of at most 3.").count(), 2);
    assert!(done.out.contains("Your answer changed, so the 1 after it were dropped."), "{}", done.out);
    assert!(done.out.contains("with a standard error of"), "{}", done.out);
    let mut quiz = quiz;
    quiz["evidence"] = evidence(0);
    let done = metier(&["take", Scratch::new(quiz.to_string()).path()], "b\nb\nb\n");
    assert!(
        done.out.contains("under assumptions that nobody has tested") && !done.out.contains("standard error"),
        "{}",
        done.out
    );
}

/// Choosing one of 2,000 items takes milliseconds; the bound is for a machine that is busy and a build without
/// optimisation.
#[test]
fn a_quiz_of_two_thousand_items_answers_soon() {
    for grade in [0, 3] {
        let items: Value = (0..2_000)
            .map(|index| graded(&format!("i{index}"), "s", 1.0 + f64::from(index) / 2_000.0, &[-2.0, -0.5, 0.6, 1.9]))
            .collect();
        let mut quiz =
            adaptive(calibrated(&items), json!({ "rule": "posterior", "max": 200, "balance": true, "among": 3 }));
        quiz["evidence"] = evidence(grade);
        let mut session = open(&quiz.to_string(), "", 1);
        let start = Instant::now();
        for number in 0..40 {
            let item = next(&session).unwrap();
            give(&mut session, &item, &(number % 5).to_string());
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    }
}

/// A catalogue that only says when enough is known (`stop_share`, without the rule `decide`) leaves the choice alone.
#[test]
fn a_catalogue_chooses_only_where_the_quiz_lets_it() {
    let catalogue = catalogue();
    let known = r#"{"skills":[{"skill":"customer","level":3,"se":0.35},{"skill":"market","level":2,"se":0.4}]}"#;
    let posterior = person::read(known, &catalogue).0.unwrap().posterior;
    let judge = question::Judge { catalogue: &catalogue, posterior: &posterior, seed: 7 };
    let asked = |decides: bool, stop_share: f64| {
        let graded = json!({ "skill": "customer", "model": "graded", "a": 1.5, "b": [1, 2, 3] });
        let rule = json!({ "asked": 4, "min": 2, "stop_share": stop_share, "decides": decides });
        let open = json!({ "own": ["own"], "rule": rule, "items": [{ "item": "other", "measures": graded }] });
        question::next(&judge, &question::read(&open.to_string()).0.unwrap())
    };
    assert_eq!(asked(true, 1.0), Some(vec!["other".to_owned()]));
    assert_eq!(asked(false, 1.0), Some(vec!["own".to_owned()]));
    assert_eq!((asked(true, 0.0), asked(false, 0.0)), (None, None), "any share is enough");
}
