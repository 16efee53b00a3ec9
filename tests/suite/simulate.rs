//! `metier simulate`: simulated people take a quiz. Every calibration here is invented.

use crate::calibrated::{calibrated, evidence, graded, right_or_wrong};
use crate::support::{Scratch, catalogue, fixed, metier, near, open, quiz_of, shipped};
use metier::author::answering::Departures;
use metier::author::simulate::{Settings, simulate};
use serde_json::{Value, json};

fn settings(people: u32, seed: u32) -> Settings {
    Settings { people, seed, departures: Departures::default() }
}

/// What the simulation of some people prints.
fn simulated(quiz: &str, people: u32, seed: u32) -> Value {
    serde_json::to_value(simulate(&mut open(quiz, "", 1), &catalogue(), &settings(people, seed), &mut |_| ())).unwrap()
}

/// A bank of twenty items on one skill, asked until the error is small enough.
fn adaptive() -> Value {
    let item = |index: usize| {
        let b = index as f64 / 5.0 - 2.0;
        if index.is_multiple_of(4) {
            graded(&format!("i{index}"), "s", 2.2, &[b - 0.6, b + 0.5])
        } else {
            right_or_wrong(&format!("i{index}"), "s", 2.2, b)
        }
    };
    let mut quiz = calibrated(&(0..20).map(item).collect::<Value>());
    quiz["order"] = json!("adaptive");
    quiz["adaptive"] = json!({ "rule": "information", "min": 2, "max": 16, "stop_error": 0.45 });
    quiz
}

#[test]
fn an_adaptive_quiz_ends_by_its_error_and_states_it_truly() {
    let found = simulated(&adaptive().to_string(), 300, 5);
    let (length, skill) = (&found["length"], &found["skills"][0]);
    assert_eq!((found["people"].as_u64(), found["assumed"].as_bool()), (Some(300), Some(false)));
    assert!(
        length["min"].as_u64() >= Some(2) && length["mean"].as_f64() < Some(14.0),
        "by error, not by length: {length}"
    );
    assert!(skill["stated"].as_f64() <= Some(0.47), "{skill}");
    let number = |name: &str| skill[name].as_f64().unwrap();
    assert!((number("rmse") / number("stated") - 1.0).abs() < 0.15, "{skill}");
    // Three standard errors of 300 people: of a mean .47 / sqrt(300) each, of a share of .68 .027 each.
    near(number("bias"), 0.0, 0.081);
    near(number("covered_68"), 0.683, 0.081);
    assert_eq!(number("estimated"), 1.0);
    let asked: f64 = found["exposure"].as_array().unwrap().iter().map(|item| item["share"].as_f64().unwrap()).sum();
    near(asked, length["mean"].as_f64().unwrap(), 1e-9);
    let forms: Vec<&str> =
        found["forms"].as_array().unwrap().iter().map(|form| form["form"].as_str().unwrap()).collect();
    assert_eq!(forms[..2], ["adaptive", "fixed"]);
    assert_eq!(found["forms"][0]["rmse"], skill["rmse"], "one skill, the same people");
}

#[test]
fn a_fixed_quiz_asks_everybody_everything() {
    let found = simulated(&shipped("setbacks"), 20, 2);
    let items = found["exposure"].as_array().unwrap();
    assert!(!items.is_empty() && items.iter().all(|item| item["share"] == 1.0));
    let (length, count) = (&found["length"], json!(items.len()));
    assert_eq!((&length["min"], &length["max"], length["mean"].as_f64()), (&count, &count, count.as_f64()));
    assert_eq!((&found["assumed"], &found["forms"], &found["roles"]), (&json!(true), &json!([]), &json!([])));
}

#[test]
fn shares_of_roles_add_up_to_one() {
    let found = simulated(&shipped("roles"), 3, 2);
    for share in ["truly", "stated"] {
        let sum: f64 = found["roles"].as_array().unwrap().iter().map(|role| role[share].as_f64().unwrap()).sum();
        near(sum, 1.0, 1e-9);
    }
    let people: u64 = found["stated"].as_array().unwrap().iter().map(|band| band["people"].as_u64().unwrap()).sum();
    assert_eq!(people, 3);
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let text = adaptive().to_string();
    let first = simulated(&text, 12, 9);
    assert_eq!(first, simulated(&text, 12, 9));
    assert_ne!(first["skills"], simulated(&text, 12, 10)["skills"]);
    let document = Scratch::new(&text);
    let done = metier(&["simulate", document.path(), "--people", "12", "--seed", "9"], "");
    assert_eq!((done.code, serde_json::from_str::<Value>(&done.out).unwrap()), (0, first));
}

/// Two skills: each is told of by its own items, on the scale of levels.
#[test]
fn information_of_calibrated_items_stands_beside_each_skill() {
    let items =
        [right_or_wrong("x", "s", 1.5, 0.0), right_or_wrong("y", "s", 1.5, 0.0), right_or_wrong("z", "t", 1.0, 1.0)];
    let mut quiz = calibrated(&json!(items));
    quiz["scale"] = json!({ "zero": 2, "unit": 0.5, "method": "map" });
    quiz["assumed"] = json!({ "prior_mean": 2, "prior_sd": 0.8, "answer_sd": 1, "answer_weight": 4 });
    let found = simulated(&quiz.to_string(), 3, 1);
    let told = found["skills"][0]["information"].as_array().unwrap();
    assert_eq!(told.iter().map(|at| at["level"].as_f64().unwrap()).collect::<Vec<_>>(), [0.0, 1.0, 2.0, 3.0, 4.0]);
    // By hand: half a level is one theta, so a slope of 1.5 is 3 a level; at level 2 both items have P = 1/2 and tell 9
    // / 4 each.
    near(told[2]["information"].as_f64().unwrap(), 4.5, 1e-12);
    // The prior tells 1 / .64.
    near(told[2]["se"].as_f64().unwrap(), 1.0 / (4.5 + 1.0 / 0.64_f64).sqrt(), 1e-12);
    // z lies at theta 1, level 2.5, with a slope of 2 a level: at level 4 that is z = 3.
    let p = 1.0 / (1.0 + (-3.0_f64).exp());
    near(found["skills"][1]["information"][4]["information"].as_f64().unwrap(), 4.0 * p * (1.0 - p), 1e-12);
    let reliability = |skill: usize| found["skills"][skill]["marginal_reliability"].as_f64().unwrap();
    assert!(0.0 < reliability(1) && reliability(1) < reliability(0) && reliability(0) < 1.0);
}

#[test]
fn below_grade_3_nothing_is_said_of_information() {
    let mut quiz = quiz_of(&json!([graded("x", "s", 1.5, &[-0.5, 0.5])]));
    quiz["evidence"] = evidence(2);
    for text in [quiz.to_string(), shipped("setbacks")] {
        let skill = &simulated(&text, 2, 1)["skills"][0];
        assert!(
            skill.get("information").is_none()
                && skill.get("marginal_reliability").is_none()
                && skill.get("rmse").is_some(),
            "{skill}"
        );
    }
}

/// Under the model that is stated, the stated spread holds for each skill of each quiz of a fixed order: of 1,500 made-up
/// people between .63 and .77 lie within one spread (.683 by the normal curve; 5 standard errors are .06) and between .91 and
/// .98 within 1.96. And hardly anybody who answers so is asked to look again, while many are who press anything.
#[test]
fn the_spread_that_is_stated_holds_in_every_fixed_quiz() {
    // Each takes seconds, and would be the last at work.
    std::thread::scope(|scope| {
        for (index, name) in crate::support::SHIPPED.into_iter().enumerate() {
            scope.spawn(move || {
                let found = simulated(&fixed(index), 1_500, 3);
                for skill in found["skills"].as_array().unwrap() {
                    let share = |name: &str| skill[name].as_f64().unwrap();
                    assert!(
                        (0.63..=0.77).contains(&share("covered_68")) && (0.91..=0.98).contains(&share("covered_95")),
                        "{name}: {skill}"
                    );
                    assert!(
                        (share("stated") / share("rmse") - 1.0).abs() < 0.1 && share("bias").abs() < 0.08,
                        "{name}: {skill}"
                    );
                }
                let signs = &found["signs"];
                let share = |name: &str| signs[name].as_f64().unwrap();
                // Two of 100, and four standard errors of 1,500 people.
                assert!(
                    share("honest") <= 0.02 + 0.0145 && share("pressing") > 4.0 * share("honest"),
                    "{name}: {signs}"
                );
                // Among five roles somebody is in front more easily than among eight: one of 100 clearly, five leaning.
                assert!(share("pressing_named") <= 0.06, "{name}: {signs}");
            });
        }
    });
}

/// The same where the questions are chosen screen by screen, which takes longer, so with few people: over 16 skills of
/// each of 25 between .56 and .80 lie within one spread (400 values, five standard errors are .12).
#[test]
fn the_spread_that_is_stated_holds_where_screens_are_chosen() {
    let found = simulated(&shipped("roles"), 25, 3);
    let skills = found["skills"].as_array().unwrap();
    let within = skills.iter().map(|skill| skill["covered_68"].as_f64().unwrap()).sum::<f64>() / skills.len() as f64;
    assert!((0.56..=0.80).contains(&within), "{within}");
}

/// Departures do what they say: answers closer to the level leave smaller errors, flattering ones a bias upwards that
/// no estimate sees.
#[test]
fn departures_depart() {
    let skill = |departures: Departures| {
        let settings = Settings { people: 300, seed: 4, departures };
        let found = simulate(&mut open(&shipped("pace"), "", 1), &catalogue(), &settings, &mut |_| ());
        found.skills[0].clone()
    };
    let none = Departures::default();
    let (close, far) = (
        skill(Departures { answer_spread: Some(0.4), ..none }),
        skill(Departures { answer_spread: Some(2.0), ..none }),
    );
    assert!(close.rmse < 0.7 * far.rmse, "{} {}", close.rmse, far.rmse);
    assert!(skill(Departures { flattering: true, ..none }).bias > 0.6);
    assert!(skill(Departures { lapse: 1.0, ..none }).rmse > 1.2 * skill(none).rmse);
    assert!(skill(Departures { elevation: 1.0, ..none }).covered_68 < skill(none).covered_68);
    assert!(skill(Departures { key_error: 1.0, ..none }).rmse > skill(none).rmse);
}
