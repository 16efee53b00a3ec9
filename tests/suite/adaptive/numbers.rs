//! Adaptive quizzes with numbers at and around every bound: whatever the document says, reports have no other numbers.

use super::*;
use metier::select::screens::end;

/// Numbers at and around every bound.
const EXTREMES: [f64; 22] = [
    -1e4, -100.0, -4.0, -1.0, -0.99, -0.5, 0.0, 0.001, 0.01, 0.02, 0.3, 0.5, 0.99, 1.0, 1.1, 2.0, 3.0, 4.0, 40.0,
    100.0, 1e3, 1e4,
];

/// Puts extremes in place of some numbers.
fn disturb(value: &mut Value, random: &mut Random) {
    match value {
        Value::Number(_) if random.uniform() < 0.06 => *value = json!(EXTREMES[(random.uniform() * 22.0) as usize]),
        Value::Array(list) => list.iter_mut().for_each(|entry| disturb(entry, random)),
        Value::Object(fields) => fields.values_mut().for_each(|entry| disturb(entry, random)),
        _ => {}
    }
}

/// Where a report has null instead of a number: JSON has no NaN and no infinity.
fn undefined(value: &Value, at: &str, found: &mut Vec<String>) {
    const EMPTY: [&str; 20] = [
        "language",
        "direction",
        "link",
        "mean",
        "variance",
        "level",
        "spread",
        "low",
        "high",
        "from",
        "to",
        "end",
        "feedback",
        "summary",
        "minutes",
        "leaves",
        "why",
        "floor",
        "text",
        "match",
    ];
    match value {
        Value::Null if !EMPTY.iter().any(|name| at.ends_with(&format!("/{name}"))) => found.push(at.to_owned()),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, entry)| undefined(entry, &format!("{at}/{index}"), found))
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, entry)| undefined(entry, &format!("{at}/{name}"), found))
        }
        _ => {}
    }
}

/// The document that holds every field, with numbers put out of their ways: what is accepted can be taken to its end,
/// changed and reported, and every number of the report is one.
#[test]
fn whatever_is_accepted_can_be_taken() {
    let whole: Value = crate::support::json_of("tests/suite/schema/quiz.json");
    let mut random = Random::new(99);
    let catalogue = catalogue();
    let (mut accepted, mut levels) = (0, 0);
    for round in 0..300 {
        let mut quiz = whole.clone();
        quiz["translations"] = json!([]);
        for field in ["adaptive", "scale", "correlations", "assumed"] {
            disturb(&mut quiz[field], &mut random);
        }
        for item in quiz["items"].as_array_mut().unwrap().iter_mut().filter(|item| item["calibration"].is_object()) {
            for field in ["a", "b", "c", "d", "slopes", "intercepts"] {
                disturb(&mut item["calibration"][field], &mut random);
            }
            item["calibration"].as_object_mut().unwrap().retain(|_, value| !value.is_null());
        }
        quiz["adaptive"]["rule"] = json!(["information", "posterior", "decide"][round % 3]);
        if round % 3 < 2 {
            // Screens are for what decides.
            let screens = ["each", "screen", "alone_max", "stop_gain"];
            quiz["adaptive"].as_object_mut().unwrap().retain(|name, _| !screens.contains(&name.as_str()));
        }
        quiz["scale"]["method"] = json!(["map", "eap"][round % 2]);
        let Ok(mut session) = Session::open(&quiz.to_string(), "", 4) else { continue };
        accepted += 1;
        let shown = open(&quiz.to_string(), "", 4);
        let view = shown.view();
        while let Some(item) = next(&session) {
            let shown = view.items.iter().find(|shown| shown.id == item).unwrap();
            give(&mut session, &item, &any_answer(shown, &mut random).to_string());
            is_read(&session, &catalogue);
        }
        let found = serde_json::to_value(report(&session)).unwrap();
        let mut places = Vec::new();
        undefined(&found, "", &mut places);
        for skill in found["skills"].as_array().unwrap().iter().filter(|skill| skill["state"] == "estimated") {
            levels += 1;
            let some = |field: &str| skill[field].is_number();
            assert!(
                ["mean", "variance", "level", "low", "high", "from", "to"].into_iter().all(some),
                "round {round}: {skill}"
            );
            assert!(some("spread") != some("standard_error"), "round {round}: {skill}");
        }
        assert!(places.is_empty(), "round {round}: {places:?}");
        let first = session.path[0];
        let id = session.quiz.items[first].id.value.clone();
        let before = session.path.len();
        let changed = if session.responses[first].as_ref().unwrap().answer.is_none() { before - 1 } else { 0 };
        // What shares a screen with it stays.
        let beside = if session.quiz.screens().is_some() { end(&session.quiz, &session.path, 0) } else { 1 };
        let changed = if changed > 0 { before - beside } else { 0 };
        assert_eq!(give(&mut session, &id, "null").dropped.len(), before - beside - changed, "round {round}");
    }
    assert!(accepted > 60 && levels > 60, "{accepted} accepted, {levels} levels");
}
