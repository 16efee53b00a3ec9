//! Several quizzes on one skill, two attempts at one quiz, and what the order of results may change.

use super::{codes, of, result, saved, three, viewed};
use crate::support::{near, quiz_of, shipped, single};
use metier::numeric::random::Random;
use serde_json::{Value, json};

/// A quiz of singles on the skill `s`, by its id.
fn singles(id: &str, count: usize) -> Value {
    let items: Vec<Value> = (0..count).map(|index| single(&format!("i{index}"), &[0.0, 2.0, 4.0])).collect();
    let mut quiz = quiz_of(&json!(items));
    quiz["id"] = json!(id);
    quiz
}

/// An attempt at a quiz of singles: the options chosen.
fn taken(quiz: &Value, day: &str, chosen: &str) -> Value {
    let answer = |(index, option): (usize, char)| (format!("i{index}"), json!(option.to_string()));
    let answers: Value = chosen.chars().enumerate().map(answer).collect();
    json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": day, "answers": answers })
}

/// A longer quiz of the same questions, answered the same: what several quizzes that assume the same come to.
fn longer(chosen: &str) -> Value {
    let view = viewed(&of(&[taken(&singles("whole", chosen.len()), "2026-01-01", chosen)]));
    view["skills"][0].clone()
}

/// Two quizzes are as one with the questions of both: same level, same spread, same pulls. Fours beside noughts
/// disagree: as measurements they are 4.1 levels apart and more, by numpy.
#[test]
fn two_quizzes_on_one_skill_are_as_one_longer_quiz() {
    let view =
        viewed(&of(&[taken(&singles("a", 3), "2026-01-01", "ccc"), taken(&singles("b", 2), "2026-01-02", "aa")]));
    let (skill, whole) = (&view["skills"][0], longer("cccaa"));
    for name in ["mean", "variance", "level", "spread", "low", "high", "from", "to", "end", "state"] {
        assert_eq!(skill[name], whole[name], "{name}");
    }
    assert_eq!((&skill["measured_by"], &skill["disagree"]), (&json!([0, 1]), &json!(true)));
    let pulls =
        |skill: &Value| skill["pulls"].as_array().unwrap().iter().map(|pull| pull["pull"].clone()).collect::<Vec<_>>();
    assert_eq!(pulls(skill), pulls(&whole));
    let results: Vec<&Value> = skill["pulls"].as_array().unwrap().iter().map(|pull| &pull["result"]).collect();
    assert_eq!(results, [0, 0, 0, 1, 1]);
}

/// Any number of quizzes, of any length.
#[test]
fn joined_levels_are_those_of_one_quiz() {
    let mut random = Random::new(11);
    let mut below = |count: usize| (random.uniform() * count as f64) as usize;
    for _ in 0..20 {
        let (mut results, mut all) = (Vec::new(), String::new());
        for id in ["a", "b", "c"].into_iter().take(2 + below(2)) {
            let count = 1 + below(6);
            let chosen: String = (0..count).map(|_| ['a', 'b', 'c'][below(3)]).collect();
            results.push(taken(&singles(id, count), "2026-01-01", &chosen));
            all += &chosen;
        }
        let (view, whole) = (viewed(&of(&results)), longer(&all));
        let skill = &view["skills"][0];
        assert_eq!((&skill["level"], &skill["spread"]), (&whole["level"], &whole["spread"]), "{all}");
        adds_up(skill);
    }
}

/// The pulls of a skill add up to its level less the prior mean.
#[track_caller]
fn adds_up(skill: &Value) {
    let Some(level) = skill["level"].as_f64() else { return };
    let pulls: f64 = skill["pulls"].as_array().unwrap().iter().map(|pull| pull["pull"].as_f64().unwrap()).sum();
    near(pulls, level - skill["prior_mean"].as_f64().unwrap(), 1e-9);
}

#[test]
fn pulls_add_up_after_a_join_of_shipped_quizzes() {
    let quiz = |name: &str| serde_json::from_str::<Value>(&shipped(name)).unwrap();
    for seed in 1..20 {
        let names = ["roles", "setbacks", "negotiation", "pace"];
        let results: Vec<Value> = names.iter().map(|name| result(&quiz(name), "2026-01-01", seed)).collect();
        let view = viewed(&of(&results));
        let skills = view["skills"].as_array().unwrap();
        skills.iter().for_each(adds_up);
        let joined = skills.iter().filter(|skill| skill["measured_by"].as_array().unwrap().len() > 1).count();
        assert!(joined > 0, "no skill of two quizzes");
    }
}

/// Calibrated by the author: levels have standard errors, and pulls of another kind.
fn calibrated(id: &str, method: &str) -> Value {
    let item = |index: usize| {
        json!({ "id": format!("i{index}"), "type": "likert", "prompt": "P", "points": 3, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }],
            "calibration": { "model": "graded", "skill": "s", "a": 1.5, "b": [1.0 + index as f64 / 4.0, 2.0 + index as f64 / 4.0] } })
    };
    let mut quiz = quiz_of(&(0..5).map(item).collect());
    quiz["id"] = json!(id);
    quiz["scale"] = json!({ "zero": 0, "unit": 1, "method": method });
    quiz["evidence"] = json!({ "grade": 3, "note": "N", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 500,
        "reliability": 0.84, "deviation": 0.8, "fit": "F" });
    quiz
}

fn rated(quiz: &Value, day: &str, categories: [u32; 5]) -> Value {
    let answers: Value =
        categories.iter().enumerate().map(|(index, category)| (format!("i{index}"), json!(category))).collect();
    json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": day, "answers": answers })
}

#[test]
fn calibrated_quizzes_are_joined_too() {
    for method in ["map", "eap"] {
        let (a, b) = (
            rated(&calibrated("a", method), "2026-01-01", [2, 2, 1, 1, 0]),
            rated(&calibrated("b", method), "2026-01-01", [0, 1, 0, 1, 0]),
        );
        let alone = viewed(&of(std::slice::from_ref(&a)));
        assert!(alone["skills"][0]["standard_error"].is_f64() && alone["skills"][0]["spread"].is_null());
        let both = viewed(&of(&[a.clone(), b]));
        let skill = &both["skills"][0];
        adds_up(skill);
        assert!(skill["spread"].is_null());
        assert!(skill["standard_error"].as_f64() < alone["skills"][0]["standard_error"].as_f64());
        // With one that is not calibrated there is no standard error.
        let mixed = viewed(&of(&[a, taken(&singles("c", 3), "2026-01-01", "abc")]));
        adds_up(&mixed["skills"][0]);
        assert!(mixed["skills"][0]["spread"].is_f64() && mixed["skills"][0].get("standard_error").is_none());
    }
}

/// Below evidence grade 2: two levels differ when they lie further apart than the root of their squared spreads, which
/// three answers at 0 and three at 4 do, and two attempts that differ in one answer of three do not.
#[test]
fn two_attempts_are_compared_as_the_evidence_allows() {
    let quiz = singles("a", 3);
    let change = |first: &str, second: &str| {
        let view = viewed(&of(&[taken(&quiz, "2026-01-01", first), taken(&quiz, "2026-01-02", second)]));
        assert!(view["results"][0]["change"].is_null());
        assert_eq!(view["skills"][0]["measured_by"], json!([1]), "the latest alone counts");
        view["results"][1]["change"][0].clone()
    };
    let larger = change("aaa", "ccc");
    let number = |skill: &Value, name: &str| skill[name].as_f64().unwrap();
    let (low, high) = (longer("aaa"), longer("ccc"));
    assert_eq!((&larger["before"], &larger["now"]), (&low["level"], &high["level"]));
    near(number(&larger, "limit"), number(&low, "spread").hypot(number(&high, "spread")), 1e-12);
    assert_eq!(
        (&larger["code"], &larger["since"], &larger["same_version"]),
        (&json!("larger"), &json!(0), &json!(true))
    );
    assert_eq!(
        (&change("bbb", "bbb")["code"], &change("abb", "bbb")["code"]),
        (&json!("not-larger"), &json!("not-larger"))
    );

    // From grade 2, by hand: sem = .8 sqrt(1 - .84) = .32, and 1.96 sqrt(2) of that is .8869947.
    let mut stated = singles("a", 3);
    stated["evidence"] = json!({ "grade": 2, "note": "N", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 200, "reliability": 0.84, "deviation": 0.8 });
    let view = viewed(&of(&[taken(&stated, "2026-01-01", "aaa"), taken(&stated, "2026-01-02", "ccc")]));
    let reliable = &view["results"][1]["change"][0];
    near(reliable["limit"].as_f64().unwrap(), 0.886_994_746, 1e-9);
    assert_eq!(reliable["code"], "reliable");
    // Another version has other questions: what is stated of one says nothing of the change from the other.
    let mut newer = stated.clone();
    newer["version"] = json!("2");
    let view = viewed(&of(&[taken(&stated, "2026-01-01", "aaa"), taken(&newer, "2026-01-02", "ccc")]));
    let other = &view["results"][1]["change"][0];
    assert_eq!((&other["code"], &other["same_version"]), (&json!("larger"), &json!(false)));

    // From grade 3 by the standard errors of the two levels.
    let quiz = calibrated("a", "map");
    let view = viewed(&of(&[rated(&quiz, "2026-01-01", [0, 0, 0, 0, 0]), rated(&quiz, "2026-01-02", [2, 2, 2, 2, 2])]));
    let error = |place: usize| view["results"][place]["report"]["skills"][0]["standard_error"].as_f64().unwrap();
    let change = &view["results"][1]["change"][0];
    near(change["limit"].as_f64().unwrap(), 1.96 * error(0).hypot(error(1)), 1e-12);
    assert_eq!(change["code"], "reliable");
}

/// Two forms ask other questions on one skill: the second is compared with the first, and both count.
#[test]
fn two_forms_of_a_quiz_are_compared_and_both_count() {
    let form = |id: &str| {
        let mut quiz = singles(id, 3);
        quiz["forms"] = json!([
            { "id": "a", "name": "A", "link": "a.html" },
            { "id": "b", "name": "B", "link": "b.html" }
        ]);
        quiz
    };
    let view = viewed(&of(&[taken(&form("a"), "2026-01-01", "aaa"), taken(&form("b"), "2026-01-02", "ccc")]));
    assert_eq!(view["skills"][0]["measured_by"], json!([0, 1]));
    assert!(view["results"][0]["change"].is_null());
    let change = &view["results"][1]["change"][0];
    assert_eq!(
        (&change["since"], &change["same_form"], &change["before"], &change["now"]),
        (&json!(0), &json!(false), &longer("aaa")["level"], &longer("ccc")["level"])
    );
    // A quiz that knows of no other form is compared with none.
    let view =
        viewed(&of(&[taken(&singles("a", 3), "2026-01-01", "aaa"), taken(&singles("b", 3), "2026-01-02", "ccc")]));
    assert!(view["results"][1]["change"].is_null());
}

/// The day decides which result is the latest, and the place only for one day; nothing else depends on the order.
#[test]
fn the_order_of_results_matters_for_the_newest_alone() {
    let mut profile = three();
    let quiz = serde_json::from_str::<Value>(&shipped("roles")).unwrap();
    profile["results"].as_array_mut().unwrap().push(result(&quiz, "2025-12-31", 9));
    let results = profile["results"].as_array().unwrap().clone();
    let first = viewed(&profile);
    let mut random = Random::new(5);
    for _ in 0..10 {
        let mut order: Vec<usize> = (0..4).collect();
        (1..4).rev().for_each(|last| order.swap(last, (random.uniform() * (last + 1) as f64) as usize));
        let view = viewed(&of(&order.iter().map(|&index| results[index].clone()).collect::<Vec<_>>()));
        let mut skills = view["skills"].clone();
        for skill in skills.as_array_mut().unwrap() {
            for by in skill["measured_by"].as_array_mut().unwrap() {
                *by = json!(order[by.as_u64().unwrap() as usize]);
            }
            for pull in skill["pulls"].as_array_mut().unwrap() {
                pull["result"] = json!(order[pull["result"].as_u64().unwrap() as usize]);
            }
        }
        assert_eq!((&skills, &view["order"]), (&first["skills"], &first["order"]), "{order:?}");
        for (place, &index) in order.iter().enumerate() {
            for field in ["newest", "again", "report", "answers", "taken"] {
                assert_eq!(view["results"][place][field], first["results"][index][field], "{order:?}: {field}");
            }
        }
    }
    // Of one day the later place.
    let quiz = singles("a", 2);
    let day = "2026-01-01";
    let view = viewed(&of(&[taken(&quiz, day, "ab"), taken(&quiz, day, "cc")]));
    assert_eq!((&view["results"][0]["newest"], &view["results"][1]["newest"]), (&json!(false), &json!(true)));
}

#[test]
fn the_same_result_twice_counts_once() {
    let (one, other) = (taken(&singles("a", 2), "2026-01-01", "ab"), taken(&singles("a", 2), "2026-01-02", "ab"));
    let profile = of(&[one.clone(), other, one.clone(), one]);
    let saved = saved(&profile.to_string());
    assert_eq!(codes(&saved.problems), ["profile-again", "profile-again"]);
    assert_eq!(saved.problems[1].pointer, "/results/3");
    let view = serde_json::to_value(saved.view()).unwrap();
    assert_eq!(view["results"][1]["newest"], true);
    assert_eq!(view["results"][1]["change"][0]["since"], 0, "the first, and neither copy of it");
    assert_eq!((&view["results"][3]["again"], &view["results"][3]["newest"]), (&json!(true), &json!(false)));
}

/// Ratings that are all the same, and answers in no time.
#[test]
fn careless_answers_of_a_result_that_counts_are_told() {
    let item = |index: usize| json!({ "id": format!("i{index}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
    let quiz = quiz_of(&(0..12).map(item).collect());
    let answers = |with: fn(usize) -> Value| (0..12).map(|index| (format!("i{index}"), with(index))).collect::<Value>();
    let taken = |day: &str, answers: Value| json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": day, "answers": answers });
    let flat = taken("2026-01-01", answers(|_| json!(3)));
    let fast = taken("2026-01-02", answers(|index| json!({ "answer": index % 5, "ms": 300 })));
    let good = taken("2026-01-03", answers(|index| json!({ "answer": index % 5, "ms": 4_000 })));
    let careless = |results: &[Value]| viewed(&of(results))["careless"].clone();
    assert_eq!(careless(std::slice::from_ref(&flat)), true);
    assert_eq!(careless(&[flat.clone(), fast.clone()]), true);
    assert_eq!(careless(&[flat, fast, good]), false, "the latest alone counts");
}
