//! Quizzes with calibrated items. Every calibration here is invented.

use crate::exact::twin::{self, Item};
use crate::support::{Scratch, answered, any_sheet, metier, near, open, quiz_of, reported, single};
use metier::closed::Closed;
use metier::numeric::random::Random;
use metier::quiz::response::read_sheet;
use metier::roles::person;
use serde_json::{Value, json};

/// Evidence of a grade with all that it needs.
pub fn evidence(grade: u32) -> Value {
    json!({
        "grade": grade, "note": "Invented for a test.", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 500,
        "reliability": 0.9, "fit": "F", "study": "S"
    })
}

/// A quiz of these items at evidence grade 3.
pub fn calibrated(items: &Value) -> Value {
    let mut quiz = quiz_of(items);
    quiz["evidence"] = evidence(3);
    quiz
}

/// A rating scale with graded thresholds on a skill.
pub fn graded(id: &str, skill: &str, a: f64, b: &[f64]) -> Value {
    let calibration = json!({ "model": "graded", "skill": skill, "a": a, "b": b });
    json!({
        "id": id, "type": "likert", "prompt": "P", "points": b.len() + 1, "anchors": ["no", "yes"], "keys": [{ "skill": skill }],
        "calibration": calibration
    })
}

/// Two options of which the second is right.
pub fn right_or_wrong(id: &str, skill: &str, a: f64, b: f64) -> Value {
    json!({
        "id": id, "type": "single", "prompt": "P",
        "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B", "keys": [{ "skill": skill, "level": 3 }] }],
        "calibration": { "model": "2pl", "skill": skill, "a": a, "b": [b], "categories": [0, 1] }
    })
}

/// Seven items of all models and of every type that can be calibrated.
fn mixed() -> Value {
    let mut nominal = single("nominal", &[0.0, 2.0, 3.0, 1.0]);
    nominal["calibration"] = json!({ "model": "nominal", "skill": "s", "slopes": [0, 0.7, 1.9], "intercepts": [0, 0.4, -0.3], "categories": [0, 1, 2, 1] });
    let mut three = right_or_wrong("three", "s", 1.3, 0.2);
    three["calibration"] =
        json!({ "model": "3pl", "skill": "s", "a": 1.3, "b": [0.2], "c": 0.2, "categories": [0, 1] });
    let mut four = right_or_wrong("four", "s", 1.3, 0.2);
    four["calibration"] =
        json!({ "model": "4pl", "skill": "s", "a": 0.9, "b": [-0.8], "c": 0.1, "d": 0.97, "categories": [0, 1] });
    json!([
        graded("graded", "s", 1.4, &[-2.0, -0.5, 0.6, 1.9]),
        right_or_wrong("two", "s", 0.8, 0.5),
        three,
        four,
        nominal,
        { "id": "one", "type": "number", "prompt": "P", "correct": 4, "min": 0, "max": 9, "keys": [{ "skill": "s", "level": 3 }],
          "calibration": { "model": "1pl", "skill": "s", "b": [-0.3] } },
        { "id": "steps", "type": "frequency", "prompt": "P", "anchors": ["A", "B", "C"], "keys": [{ "skill": "s" }],
          "calibration": { "model": "partial-credit", "skill": "s", "a": 1.1, "b": [0.5, -0.5] } },
        { "id": "groups", "type": "sort", "prompt": "P", "groups": [{ "id": "x", "text": "X" }, { "id": "y", "text": "Y" }],
          "options": [{ "id": "a", "text": "A", "group": "x" }, { "id": "b", "text": "B", "group": "y" }], "keys": [{ "skill": "s", "level": 3 }],
          "calibration": { "model": "graded", "skill": "s", "a": 0.9, "b": [-1, 0.3] } },
    ])
}

/// The calibrated items of a quiz as `metier` takes them from a file.
pub fn items_csv(items: &Value) -> String {
    let mut csv = "item,model,a,b1,b2,b3,b4,c,d,a1,a2,a3,c1,c2,c3\n".to_owned();
    for item in items.as_array().unwrap() {
        let calibration = &item["calibration"];
        let number = |value: &Value| if value.is_null() { String::new() } else { value.to_string() };
        let mut cells =
            vec![item["id"].as_str().unwrap().to_owned(), calibration["model"].as_str().unwrap().to_owned()];
        cells.push(number(&calibration["a"]));
        cells.extend((0..4).map(|index| number(&calibration["b"][index])));
        cells.extend([number(&calibration["c"]), number(&calibration["d"])]);
        cells.extend((0..3).map(|index| number(&calibration["slopes"][index])));
        cells.extend((0..3).map(|index| number(&calibration["intercepts"][index])));
        csv += &(cells.join(",") + "\n");
    }
    csv
}

/// The category that an answer is, by the definition in the guide.
pub fn category(item: &Value, answer: &Value) -> Option<u64> {
    match item["type"].as_str().unwrap() {
        _ if answer.is_null() => None,
        "single" => {
            let place = item["options"].as_array().unwrap().iter().position(|option| option["id"] == *answer).unwrap();
            item["calibration"]["categories"][place].as_u64()
        }
        "number" => Some(u64::from(*answer == json!(4) || *answer == json!(4.0))),
        "sort" => Some(
            item["options"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|option| answer[option["id"].as_str().unwrap()] == option["group"])
                .count() as u64,
        ),
        _ => answer.as_u64(),
    }
}

/// `metier estimate` on the same answers: the level of each person on the scale of theta, and its error.
fn estimated(items: &Value, sheets: &[Value], method: &str, prior: (f64, f64)) -> Vec<Option<(f64, f64)>> {
    let list = items.as_array().unwrap();
    let mut responses =
        format!("person,{}\n", list.iter().map(|item| item["id"].as_str().unwrap()).collect::<Vec<_>>().join(","));
    for (person, sheet) in sheets.iter().enumerate() {
        let cells = list.iter().map(|item| {
            category(item, &sheet[item["id"].as_str().unwrap()]).map_or_else(String::new, |cell| cell.to_string())
        });
        responses += &format!("p{person},{}\n", cells.collect::<Vec<_>>().join(","));
    }
    let bank = Scratch::new(items_csv(items));
    let prior = format!("{},{}", prior.0, prior.1);
    let words = [
        "estimate",
        "--items",
        bank.path(),
        "--responses",
        "-",
        "--method",
        method,
        "--prior",
        &prior,
        "--range=-40,40",
    ];
    let done = metier(&words, responses);
    let found = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Some((cells[1].parse().ok()?, cells[2].parse().ok()?))
    };
    done.out.lines().skip(1).map(found).collect()
}

#[test]
fn levels_and_errors_are_those_of_the_command_line_on_another_scale() {
    for (method, kind) in [("map", "observed-information"), ("eap", "posterior-sd")] {
        let mut quiz = calibrated(&mixed());
        quiz["scale"] = json!({ "zero": 1.7, "unit": 0.8, "method": method });
        quiz["assumed"] = json!({ "prior_mean": 2.1, "prior_sd": 0.9, "answer_sd": 1.2, "answer_weight": 4 });
        quiz["minimum_answered"] = json!(0);
        let session = open(&quiz.to_string(), "", 1);
        let mut random = Random::new(3);
        let sheets: Vec<Value> = (0..40)
            .map(|seed| {
                let mut sheet = any_sheet(&session, seed);
                // Any number is hardly ever the right one.
                sheet["one"] = if random.uniform() < 0.5 { json!(4) } else { json!(7) };
                sheet
            })
            .collect();
        let expected = estimated(&quiz["items"], &sheets, method, ((2.1 - 1.7) / 0.8, 0.9 / 0.8));
        assert_eq!(expected.len(), sheets.len());
        for (sheet, expected) in sheets.iter().zip(expected) {
            let report = reported(&quiz, sheet);
            let (theta, se) = expected.unwrap();
            let skill = &report.skills[0];
            near(skill.level.unwrap(), 1.7 + 0.8 * theta, 1e-12);
            near(skill.theta.unwrap(), theta, 2e-12);
            near(skill.standard_error.unwrap(), 0.8 * se, 1e-12);
            assert_eq!((skill.error.map(Closed::word), skill.spread), (Some(kind), None));
            if method == "map" {
                near(skill.pulls.iter().map(|pull| pull.pull).sum(), skill.level.unwrap() - 2.1, 1e-12);
            }
        }
    }
}

/// The twin's item of a graded calibration.
fn twin_of(item: &Value) -> Item {
    let calibration = &item["calibration"];
    let b: Vec<f64> = calibration["b"].as_array().unwrap().iter().map(|b| b.as_f64().unwrap()).collect();
    Item::new("graded", &[calibration["a"].as_f64().unwrap()], &b, &[], 1.0)
}

/// Two correlated skills against the conditions of a peak, written out: level - mean = covariance x slopes, and the
/// errors from the inverse of (precision + observed information) of two rows.
#[test]
fn correlated_skills_inform_each_other_as_they_should() {
    let items = json!([
        graded("x1", "s", 1.4, &[-1.0, 0.0, 1.2]),
        graded("x2", "s", 0.7, &[-0.5, 0.4, 1.0]),
        graded("y1", "t", 1.8, &[-1.5, -0.2, 0.8]),
    ]);
    let mut quiz = calibrated(&items);
    let correlation = 0.6;
    quiz["correlations"] = json!([{ "skill": "t", "with": "s", "value": correlation }]);
    for sheet in [
        json!({ "x1": 3, "x2": 2, "y1": 0 }),
        json!({ "x1": 3, "x2": 3, "y1": 3 }),
        json!({ "x1": 0, "x2": null, "y1": 1 }),
    ] {
        let report = reported(&quiz, &sheet);
        let off: Vec<f64> = report.skills.iter().map(|skill| skill.level.unwrap() - 2.0).collect();
        let (mut slopes, mut observed) = (vec![0.0; 2], vec![0.0; 2]);
        for (index, item) in items.as_array().unwrap().iter().enumerate() {
            let Some(category) = sheet[item["id"].as_str().unwrap()].as_u64() else { continue };
            let skill = usize::from(index == 2);
            // The scale is level = 2 + theta where the quiz does not say.
            let there = twin_of(item).categories(&off[skill])[category as usize].clone();
            let rise = there.first / there.value;
            slopes[skill] += rise;
            observed[skill] += rise * rise - there.second / there.value;
        }
        near(off[0], slopes[0] + correlation * slopes[1], 1e-11);
        near(off[1], correlation * slopes[0] + slopes[1], 1e-11);
        let rest = 1.0 - correlation * correlation;
        let (p, q, r) = (1.0 / rest + observed[0], 1.0 / rest + observed[1], -correlation / rest);
        let determinant = p * q - r * r;
        near(report.skills[0].standard_error.unwrap(), (q / determinant).sqrt(), 1e-11);
        near(report.skills[1].standard_error.unwrap(), (p / determinant).sqrt(), 1e-11);
        for (skill, off) in report.skills.iter().zip(off) {
            near(skill.pulls.iter().map(|pull| pull.pull).sum(), off, 1e-12);
            assert_eq!(
                skill.pulls.len(),
                sheet.as_object().unwrap().values().filter(|answer| !answer.is_null()).count(),
                "all answers pull"
            );
        }
    }
    // Nothing was answered of t: what s says of it is no level.
    quiz["minimum_answered"] = json!(0);
    let report = reported(&quiz, &json!({ "x1": 3, "x2": 2 }));
    assert_eq!(
        (report.skills[1].state.word(), report.skills[1].level, report.skills[1].standard_error),
        ("too-few", None, None)
    );
}

/// Below grade 3 the parameters are read and give nothing: level and spread are those of the same quiz without them.
#[test]
fn below_grade_3_nothing_comes_from_calibration() {
    let mut quiz = calibrated(&mixed());
    let mut plain = quiz.clone();
    for item in plain["items"].as_array_mut().unwrap() {
        item.as_object_mut().unwrap().remove("calibration");
    }
    let sheet = any_sheet(&open(&quiz.to_string(), "", 1), 8);
    for grade in 0..=4 {
        (quiz["evidence"], plain["evidence"]) = (evidence(grade), evidence(grade));
        let text = |quiz: &Value| serde_json::to_string(&reported(quiz, &sheet)).unwrap();
        let report = reported(&quiz, &sheet);
        assert_eq!(report.skills[0].spread.is_none(), grade >= 3, "grade {grade}");
        assert_eq!(text(&quiz).contains("standard_error"), grade >= 3, "grade {grade}");
        assert_eq!(text(&quiz) == text(&plain), grade < 3, "grade {grade}");
        assert_eq!(answered(&quiz, &sheet).view().calibrated, grade >= 3);
    }
}

/// A skill without calibrated items has spreads, and so have then all others: one report has one kind of error.
#[test]
fn one_report_has_one_kind_of_error() {
    let mut plain = graded("y", "t", 1.0, &[0.0]);
    plain.as_object_mut().unwrap().remove("calibration");
    let quiz = calibrated(&json!([graded("x", "s", 1.0, &[0.0]), plain]));
    let report = reported(&quiz, &json!({ "x": 1, "y": 1 }));
    assert!(report.skills.iter().all(|skill| skill.spread.is_some() && skill.standard_error.is_none()));
    let both =
        calibrated(&json!([graded("x", "s", 1.0, &[0.0]), graded("y", "t", 1.0, &[0.0]), single("z", &[1.0, 2.0])]));
    // z is not calibrated: it counts as a question on s that was answered, and for no level.
    let with = reported(&both, &json!({ "x": 1, "y": 1, "z": "b" }));
    let without = reported(&both, &json!({ "x": 1, "y": 1 }));
    assert_eq!((with.skills[0].answered, without.skills[0].answered), (2, 1));
    assert_eq!(with.skills[0].level, without.skills[0].level);
    assert_eq!(reported(&both, &json!({ "z": "b" })).skills[0].level, None);
}

/// Probabilities of 0 and information of 0, levels of thousands: every number of the report is one, and a match can be
/// made of it.
#[test]
fn extreme_parameters_leave_no_number_undefined() {
    let catalogue = crate::support::catalogue();
    for (a, b) in
        [(1_000.0, 9_999.0), (1_000.0, -9_999.0), (1_000.0, 0.0), (0.001, 9_999.0), (0.001, -9_999.0), (25.0, 30.0)]
    {
        for (zero, unit) in [(2.0, 1.0), (-10_000.0, 0.001), (10_000.0, 10_000.0), (2.0, 0.001)] {
            for (method, sd) in [("map", 4.0), ("map", 0.01), ("eap", 4.0), ("eap", 0.01)] {
                let item = |id: &str, skill: &str| graded(id, skill, a, &[b - 1e-3, b, b + 1e-3]);
                let mut quiz = calibrated(&json!([item("x", "s"), item("y", "t"), item("z", "s")]));
                quiz["skills"][0]["id"] = json!("urgency");
                quiz["skills"][1]["id"] = json!("customer");
                let text = quiz
                    .to_string()
                    .replace("\"skill\":\"s\"", "\"skill\":\"urgency\"")
                    .replace("\"skill\":\"t\"", "\"skill\":\"customer\"");
                let mut quiz: Value = serde_json::from_str(&text).unwrap();
                quiz["scale"] = json!({ "zero": zero, "unit": unit, "method": method });
                quiz["assumed"] = json!({ "prior_mean": 2, "prior_sd": sd, "answer_sd": 1.2, "answer_weight": 4 });
                for (x, y) in [(0, 3), (3, 0), (1, 2), (0, 0), (3, 3)] {
                    let session = answered(&quiz, &json!({ "x": x, "y": y, "z": x }));
                    let report = serde_json::to_value(metier::report::report(&session)).unwrap();
                    no_null_level(&report, &format!("{a} {b} {zero} {unit} {method} {sd} {x} {y}"));
                    let known = |skill: &Value| match skill["mean"].is_null() {
                        true => json!({ "skill": skill["skill"] }),
                        false => {
                            json!({ "skill": skill["skill"], "mean": skill["mean"], "variance": skill["variance"] })
                        }
                    };
                    // Beyond the finest grid there is no mean, and no level is given.
                    let all = report["skills"].as_array().unwrap().iter().all(|skill| skill["state"] == "estimated");
                    assert!(all || method == "eap" && unit < 0.01, "{a} {b} {zero} {unit} {method} {sd} {x} {y}");
                    let profile =
                        json!({ "skills": report["skills"].as_array().unwrap().iter().map(known).collect::<Vec<_>>() });
                    let (placed, problems) = person::read(&profile.to_string(), &catalogue);
                    assert!(placed.is_some() && problems.is_empty(), "a match can be made of it: {problems:#?}");
                }
            }
        }
    }
}

/// JSON has no NaN and no infinity: they would be printed as null.
fn no_null_level(report: &Value, of: &str) {
    for skill in report["skills"].as_array().unwrap() {
        if skill["state"] == "estimated" {
            for field in ["mean", "variance", "level", "low", "high", "from", "to"] {
                assert!(skill[field].is_number(), "{of}: {field} of {skill}");
            }
            assert!(
                skill["standard_error"].as_f64().is_some_and(|error| error > 0.0) || skill["spread"].is_number(),
                "{of}: {skill}"
            );
            assert!(skill["pulls"].as_array().unwrap().iter().all(|pull| pull["pull"].is_number()), "{of}: {skill}");
        }
    }
}

/// A sheet may be a list, in any order; for levels it is the same.
#[test]
fn a_list_of_answers_is_the_same_sheet() {
    let quiz = calibrated(&mixed());
    let session = open(&quiz.to_string(), "", 1);
    let sheet = any_sheet(&session, 5);
    let mut list: Vec<Value> = sheet
        .as_object()
        .unwrap()
        .iter()
        .map(|(item, answer)| json!({ "item": item, "answer": answer, "ms": 9000 }))
        .collect();
    list.reverse();
    let text = |sheet: &Value| serde_json::to_string(&reported(&quiz, sheet)).unwrap();
    assert_eq!(text(&sheet), text(&json!(list)));
    let (read, _) = read_sheet(&json!(list).to_string(), &session.quiz);
    let read = read.unwrap();
    assert_eq!(read.order.len(), list.len());
    assert_eq!(session.quiz.items[read.order[0]].id.value, list[0]["item"]);
    assert!(read.responses.iter().all(|response| response.as_ref().unwrap().milliseconds == Some(9000.0)));
    let (document, sheet) = (Scratch::new(quiz.to_string()), Scratch::new(json!(list).to_string()));
    let done = metier(&["score", document.path(), sheet.path()], "");
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(done.out.contains("standard_error"));
}

/// An option called "answer" is no answer beside its time.
#[test]
fn an_entry_of_a_list_is_never_taken_for_shares() {
    let quiz = quiz_of(&json!([{ "id": "share", "type": "allocate", "prompt": "P", "total": 10, "options": [
        { "id": "answer", "text": "A", "keys": [{ "skill": "s", "level": 4 }] }, { "id": "item", "text": "B", "keys": [{ "skill": "s", "level": 0 }] }] }]));
    let level = |sheet: Value| reported(&quiz, &sheet).skills[0].pulls.first().map(|pull| pull.value);
    assert_eq!(level(json!({ "share": { "answer": 5, "item": 5 } })), Some(2.0));
    assert_eq!(level(json!([{ "item": "share", "answer": { "answer": 5, "item": 5 } }])), Some(2.0));
    assert_eq!(level(json!({ "share": { "answer": { "answer": 5, "item": 5 }, "ms": 3 } })), Some(2.0));
    let groups = json!([{ "id": "x", "text": "X" }, { "id": "y", "text": "Y" }]);
    let quiz = quiz_of(
        &json!([{ "id": "sorted", "type": "sort", "prompt": "P", "groups": groups, "keys": [{ "skill": "s", "level": 4 }], "options": [
        { "id": "answer", "text": "A", "group": "x" }, { "id": "ms", "text": "B", "group": "y" }] }]),
    );
    let placed = |sheet: Value| reported(&quiz, &sheet).answered;
    assert_eq!(placed(json!({ "sorted": { "answer": "x", "ms": "y" } })), 1);
    assert_eq!(placed(json!({ "sorted": { "answer": { "answer": "x", "ms": "y" }, "ms": 3 } })), 1);
}

/// The likelihood of the answers, so that the twin is used as it is meant.
#[test]
fn the_twins_items_are_those_of_the_quiz() {
    let item = graded("x", "s", 1.4, &[-1.0, 0.0, 1.2]);
    let found = twin::estimate(&[(&twin_of(&item), 3)], twin::Method::Map { mean: 0.0, sd: 1.0 }, (-6.0, 6.0)).unwrap();
    let report = reported(&calibrated(&json!([item])), &json!({ "x": 3 }));
    near(report.skills[0].theta.unwrap(), found.0, 1e-12);
    near(report.skills[0].standard_error.unwrap(), found.1, 1e-12);
}
