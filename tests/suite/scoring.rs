//! From answers to levels, beside calculations by hand; here, what each type of item makes of an answer.

mod answering;
mod levels;
mod translation;

use crate::support::{near, open, options, quiz_of, reported, single};
use metier::closed::Closed;
use metier::report::{Report, report};
use serde_json::{Value, json};

/// The report of the answers to the items of a quiz.
fn score(items: &Value, answers: &Value) -> Report<'static> {
    reported(&quiz_of(items), answers)
}

/// The level that a single answer to an item stands for, and its weight relative to that of another answer at level 0
/// and weight 1; nothing where the answer says nothing.
fn stands_for(item: Value, answer: Value) -> Option<(f64, f64)> {
    let other = json!({ "id": "other", "type": "likert", "prompt": "P", "points": 2, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
    let id = item["id"].as_str().unwrap().to_owned();
    let report = score(&json!([item, other]), &json!({ id.clone(): answer, "other": 0 }));
    let skill = &report.skills[0];
    let pull = skill.pulls.iter().find(|pull| pull.item == id)?;
    let rest = 1.0 - pull.weight;
    Some((pull.value, pull.weight / rest))
}

/// The value alone, of an answer that says something.
#[track_caller]
fn value(item: &Value, answer: Value) -> f64 {
    let (value, weight) = stands_for(item.clone(), answer).expect("an answer that says something");
    near(weight, 1.0, 1e-12);
    value
}

fn judge(means: &[f64]) -> Value {
    let option = |(index, mean): (usize, &f64)| {
        let id = ["a", "b", "c", "d", "e"][index];
        json!({ "id": id, "text": id, "key": { "mean": mean } })
    };
    let options: Value = means.iter().enumerate().map(option).collect();
    json!({ "id": "i", "type": "judge", "prompt": "P", "points": 7, "skill": "s", "options": options })
}

#[test]
fn single_is_the_level_of_the_option() {
    let item = json!({ "id": "i", "type": "single", "prompt": "P", "options": options(&[0.0, 2.5, 4.0]) });
    assert_eq!(value(&item, json!("a")), 0.0);
    assert_eq!(value(&item, json!("b")), 2.5);
    assert_eq!(value(&item, json!("c")), 4.0);
}

#[test]
fn multiple_is_the_mean_of_the_chosen() {
    let item = json!({ "id": "i", "type": "multiple", "prompt": "P", "options": options(&[0.0, 3.0, 4.0]) });
    assert_eq!(value(&item, json!(["b"])), 3.0);
    assert_eq!(value(&item, json!(["c", "a"])), 2.0);
    near(value(&item, json!(["a", "b", "c"])), 7.0 / 3.0, 1e-15);
    // By weight: (1 * 4 + 3 * 1) / 4, and the answer weighs 2, the mean of both keys' weights.
    let weighted = json!({ "id": "i", "type": "multiple", "prompt": "P", "options": [
        { "id": "a", "text": "A", "keys": [{ "skill": "s", "level": 4 }] }, { "id": "b", "text": "B", "keys": [{ "skill": "s", "level": 1, "weight": 3 }] }] });
    let (level, weight) = stands_for(weighted, json!(["a", "b"])).unwrap();
    near(level, 1.75, 1e-15);
    near(weight, 2.0, 1e-12);
}

#[test]
fn options_without_a_key_say_nothing() {
    let items = json!([{ "id": "i", "type": "multiple", "prompt": "P", "options": [
        { "id": "a", "text": "A", "keys": [{ "skill": "s", "level": 4 }] }, { "id": "b", "text": "B" }] }]);
    assert_eq!(score(&items, &json!({ "i": ["a", "b"] })).skills[0].pulls[0].value, 4.0, "the keyed option alone");
    let said_nothing = score(&items, &json!({ "i": ["b"] }));
    assert_eq!(
        (said_nothing.skills[0].state.word(), said_nothing.skills[0].answered, said_nothing.skills[0].level),
        ("too-few", 1, None)
    );
}

#[test]
fn allocate_is_the_mean_by_points() {
    let item =
        json!({ "id": "i", "type": "allocate", "prompt": "P", "total": 10, "options": options(&[0.0, 2.0, 4.0]) });
    assert_eq!(value(&item, json!({ "c": 10 })), 4.0);
    // (3 * 0 + 2 * 2 + 5 * 4) / 10
    near(value(&item, json!({ "a": 3, "b": 2, "c": 5 })), 2.4, 1e-15);
    // Weight 2 on the second: (5 * 0 + 5 * 2 * 2) / 15 at a mean weight of 15 / 10.
    let weighted = json!({ "id": "i", "type": "allocate", "prompt": "P", "total": 10, "options": [
        { "id": "a", "text": "A", "keys": [{ "skill": "s", "level": 0 }] }, { "id": "b", "text": "B", "keys": [{ "skill": "s", "level": 2, "weight": 2 }] }] });
    let (level, weight) = stands_for(weighted, json!({ "a": 5, "b": 5 })).unwrap();
    near(level, 4.0 / 3.0, 1e-15);
    near(weight, 1.5, 1e-12);
}

#[test]
fn scales_go_from_0_to_4_and_reversed_from_4_to_0() {
    let likert = |reverse: bool, points: u32| json!({ "id": "i", "type": "likert", "prompt": "P", "points": points, "anchors": ["no", "yes"], "keys": [{ "skill": "s", "reverse": reverse }] });
    for (category, level) in [(0, 0.0), (1, 1.0), (2, 2.0), (3, 3.0), (4, 4.0)] {
        assert_eq!(value(&likert(false, 5), json!(category)), level);
        assert_eq!(value(&likert(true, 5), json!(category)), 4.0 - level);
    }
    near(value(&likert(false, 7), json!(2)), 4.0 / 3.0, 1e-15);
    near(value(&likert(true, 7), json!(2)), 8.0 / 3.0, 1e-15);
    assert_eq!(value(&likert(false, 2), json!(1)), 4.0);
    let frequency = json!({ "id": "i", "type": "frequency", "prompt": "P", "anchors": ["a", "b", "c", "d"], "keys": [{ "skill": "s" }] });
    near(value(&frequency, json!(1)), 4.0 / 3.0, 1e-15);
    assert_eq!(value(&frequency, json!(3)), 4.0);
}

/// r of ratings and key means, times 4; below 0 counts as 0.
#[test]
fn judge_is_the_shape_of_the_ratings() {
    let item = judge(&[2.0, 4.0, 6.0]);
    assert_eq!(value(&item, json!({ "a": 1, "b": 2, "c": 3 })), 4.0, "the same shape, lower and flatter");
    assert_eq!(value(&item, json!({ "a": 1, "b": 4, "c": 7 })), 4.0, "the same shape, steeper");
    assert_eq!(value(&item, json!({ "a": 7, "b": 4, "c": 1 })), 0.0, "the other way round");
    // Deviations of the key -2 0 2 and of the ratings 1 2 6 from their mean 3, -2 -1 3: r = 10 / sqrt(8 * 14).
    near(value(&item, json!({ "a": 1, "b": 2, "c": 6 })), 40.0 / 112_f64.sqrt(), 1e-14);
    // Key 1 2 6 7, mean 4: -3 -2 2 3. Ratings 3 3 7 7, mean 5: -2 -2 2 2. r = 20 / sqrt(26 * 16).
    near(value(&judge(&[1.0, 2.0, 6.0, 7.0]), json!({ "a": 3, "b": 3, "c": 7, "d": 7 })), 80.0 / 416_f64.sqrt(), 1e-14);
}

#[test]
fn a_flat_rater_gets_nothing_and_not_zero() {
    let item = judge(&[2.0, 4.0, 6.0]);
    for rating in [1, 4, 7] {
        assert_eq!(stands_for(item.clone(), json!({ "a": rating, "b": rating, "c": rating })), None);
    }
    let report = score(&json!([item]), &json!({ "i": { "a": 4, "b": 4, "c": 4 } }));
    assert_eq!((report.answered, report.skills[0].state.word(), report.skills[0].level), (1, "too-few", None));
}

/// Unrated options are left out of both sides; three must be left.
#[test]
fn a_partial_rating_counts_from_three_options() {
    let item = judge(&[2.0, 4.0, 6.0, 1.0]);
    assert_eq!(value(&item, json!({ "a": 2, "b": 4, "c": 6 })), 4.0);
    assert_eq!(stands_for(item.clone(), json!({ "a": 2, "b": 4 })), None);
    assert_eq!(stands_for(item, json!({})), None);
    // The key is flat among the rated ones: nothing to agree with.
    assert_eq!(stands_for(judge(&[3.0, 3.0, 3.0, 1.0]), json!({ "a": 2, "b": 4, "c": 6 })), None);
}

/// (L(best) + Lmax + Lmin - L(worst)) / 2
#[test]
fn best_and_worst_make_one_level() {
    let item = json!({ "id": "i", "type": "best-worst", "prompt": "P", "options": options(&[0.5, 3.0, 1.0, 2.0]) });
    let picked = |best: &str, worst: &str| value(&item, json!({ "best": best, "worst": worst }));
    assert_eq!(picked("b", "a"), 3.0, "all right: the highest level of the item");
    assert_eq!(picked("a", "b"), 0.5, "all wrong: its lowest");
    assert_eq!(picked("d", "c"), 2.25, "(2 + 3 + .5 - 1) / 2");
    assert_eq!(picked("b", "d"), 2.25, "(3 + 3 + .5 - 2) / 2");
    let unkeyed = json!({ "id": "i", "type": "best-worst", "prompt": "P", "options": [
        { "id": "a", "text": "A", "keys": [{ "skill": "s", "level": 4 }] }, { "id": "b", "text": "B", "keys": [{ "skill": "s", "level": 1, "weight": 3 }] }, { "id": "c", "text": "C" }] });
    assert_eq!(stands_for(unkeyed.clone(), json!({ "best": "a", "worst": "c" })), None);
    let (level, weight) = stands_for(unkeyed, json!({ "best": "a", "worst": "b" })).unwrap();
    assert_eq!(level, 4.0, "(4 + 4 + 1 - 1) / 2");
    near(weight, 2.0, 1e-12);
}

/// 4 max(0, r) of the places, the first being highest, with the levels.
#[test]
fn rank_is_the_shape_of_the_order() {
    let item = |levels: &[f64]| json!({ "id": "i", "type": "rank", "prompt": "P", "options": options(levels) });
    let ordered =
        |levels: &[f64], order: &str| value(&item(levels), order.chars().map(|id| json!(id.to_string())).collect());
    assert_eq!(ordered(&[4.0, 3.0, 2.0, 1.0], "abcd"), 4.0);
    assert_eq!(ordered(&[1.0, 2.0, 3.0], "cba"), 4.0);
    assert_eq!(ordered(&[4.0, 3.0, 2.0, 1.0], "dcba"), 0.0, "the other way round");
    // Places 3 4 2 1 beside levels 4 3 2 1: deviations .5 1.5 -.5 -1.5 and 1.5 .5 -.5 -1.5, r = 4 / 5.
    near(ordered(&[4.0, 3.0, 2.0, 1.0], "bacd"), 3.2, 1e-14);
    // Levels 4 1 0, mean 5/3, deviations 7/3 -2/3 -5/3; places 1 0 -1: r = 4 / sqrt(2 * 78 / 9).
    near(ordered(&[4.0, 1.0, 0.0], "abc"), 16.0 / (52.0_f64 / 3.0).sqrt(), 1e-14);
    // The first place went to an option without a key: the rest stand on 3 2 1 of 4, and that is no loss.
    let mut unkeyed = item(&[4.0, 3.0, 2.0, 1.0]);
    unkeyed["options"][3] = json!({ "id": "d", "text": "D" });
    assert_eq!(value(&unkeyed, json!(["d", "a", "b", "c"])), 4.0);
    // Between the others it is: places 4 2 1 beside levels 4 3 2, deviations 5/3 -1/3 -4/3 and 1 0 -1: r = 3 / sqrt(2 *
    // 42 / 9).
    near(value(&unkeyed, json!(["a", "d", "b", "c"])), 12.0 / (28.0_f64 / 3.0).sqrt(), 1e-14);
    // Weights 2, 3 and 1: the answer weighs their mean.
    let mut weighted = item(&[4.0, 3.0, 2.0]);
    for (index, weight) in [2, 3, 1].into_iter().enumerate() {
        weighted["options"][index]["keys"][0]["weight"] = json!(weight);
    }
    let (level, weight) = stands_for(weighted, json!(["a", "b", "c"])).unwrap();
    assert_eq!(level, 4.0);
    near(weight, 2.0, 1e-12);
}

#[test]
fn a_slider_goes_from_0_to_4_and_reversed_from_4_to_0() {
    let slider = |low: f64, high: f64, step: f64, reverse: bool| json!({ "id": "i", "type": "slider", "prompt": "P", "min": low, "max": high, "step": step, "anchors": ["no", "yes"], "keys": [{ "skill": "s", "reverse": reverse }] });
    for (at, level) in [(0, 0.0), (25, 1.0), (50, 2.0), (60, 2.4), (100, 4.0)] {
        near(value(&slider(0.0, 100.0, 5.0, false), json!(at)), level, 1e-15);
        near(value(&slider(0.0, 100.0, 5.0, true), json!(at)), 4.0 - level, 1e-15);
    }
    near(value(&slider(-3.0, 3.0, 0.1, false), json!(-2.7)), 0.2, 1e-15);
    // .1 + .2 is no .3 to a computer, and the third position all the same.
    near(value(&slider(0.0, 1.0, 0.1, false), json!(0.1 + 0.2)), 1.2, 1e-15);
    let refused = |answer: f64| {
        let quiz = quiz_of(&json!([slider(0.0, 1.0, 0.1, false)]));
        open(&quiz.to_string(), "", 1).answer("i", &json!(answer).to_string(), 1.0).unwrap_err()[0].code.word()
    };
    assert_eq!((refused(0.05), refused(-0.1), refused(1.1)), ("answer-step", "answer-number", "answer-number"));
}

/// Right is level L, wrong is max(0, L - 2); decimals are compared as the decimals that they look like.
#[test]
fn a_number_is_right_or_wrong() {
    let number = |correct: f64, tolerance: f64, level: f64| json!({ "id": "i", "type": "number", "prompt": "P", "correct": correct, "tolerance": tolerance, "keys": [{ "skill": "s", "level": level }] });
    let right = |correct: f64, tolerance: f64, answer: f64| match value(&number(correct, tolerance, 3.0), json!(answer))
    {
        3.0 => true,
        1.0 => false,
        other => panic!("{other}"),
    };
    assert!(right(25.0, 0.0, 25.0) && !right(25.0, 0.0, 24.0) && !right(25.0, 0.0, -25.0));
    assert!(right(0.3, 0.0, 0.1 + 0.2), "a sum of decimals");
    for (correct, tolerance, answer) in [
        (0.3, 0.1, 0.4),
        (0.3, 0.1, 0.2),
        (1.1, 0.1, 1.2),
        (-0.7, 0.1, -0.8),
        (1e6, 0.1, 1_000_000.1),
        (4.35, 0.05, 4.4),
    ] {
        assert!(right(correct, tolerance, answer), "{answer} is within {tolerance} of {correct}");
    }
    for (correct, tolerance, answer) in
        [(0.3, 0.1, 0.400_001), (0.3, 0.1, 0.199_999_999_999), (1.0, 0.0, 1.000_000_000_000_01), (0.0, 0.0, 1e-30)]
    {
        assert!(!right(correct, tolerance, answer), "{answer} is not within {tolerance} of {correct}");
    }
    assert_eq!(value(&number(1.0, 0.0, 1.5), json!(2)), 0.0, "not below 0");
    assert_eq!(value(&number(1.0, 0.0, 4.0), json!(2)), 2.0);
}

/// L' + (L - L') share, with L' = max(0, L - 2).
#[test]
fn sorting_is_the_share_in_the_right_group() {
    let sort = |level: f64| {
        let group = |id: &str| json!({ "id": id, "text": id });
        let option = |id: &str, group: &str| json!({ "id": id, "text": id, "group": group });
        json!({ "id": "i", "type": "sort", "prompt": "P", "groups": [group("x"), group("y"), group("z")], "keys": [{ "skill": "s", "level": level }],
            "options": [option("a", "x"), option("b", "y"), option("c", "x"), option("d", "y")] })
    };
    let sorted = |level: f64, groups: [&str; 4]| {
        value(
            &sort(level),
            ["a", "b", "c", "d"].into_iter().zip(groups).map(|(id, group)| (id.to_owned(), json!(group))).collect(),
        )
    };
    assert_eq!(sorted(3.0, ["x", "y", "x", "y"]), 3.0);
    assert_eq!(sorted(3.0, ["x", "y", "x", "x"]), 2.5);
    assert_eq!(sorted(3.0, ["x", "x", "y", "z"]), 1.5);
    assert_eq!(sorted(3.0, ["z", "z", "z", "z"]), 1.0);
    assert_eq!(sorted(1.0, ["x", "y", "y", "x"]), 0.5, "from 0, not from -1");
    let mut session = open(&quiz_of(&json!([sort(3.0)])).to_string(), "", 1);
    assert_eq!(session.answer("i", r#"{"a":"x","b":"y","c":"x"}"#, 1.0).unwrap_err()[0].code.word(), "shape-missing");
}

/// A reflection is answered, and that is all: no skill asks it, no report holds it, and the session forgets its words.
#[test]
fn a_text_counts_for_nothing_and_is_kept_nowhere() {
    let items = json!([single("x", &[0.0, 3.0]), { "id": "t", "type": "text", "prompt": "P", "max": 12 }]);
    let secret = "my secret ä";
    let with = score(&items, &json!({ "x": "b", "t": secret }));
    let without = score(&items, &json!({ "x": "b" }));
    assert_eq!((with.answered, without.answered, with.skills[0].asked, with.skills[0].answered), (2, 1, 1, 1));
    assert_eq!(with.skills[0].level, without.skills[0].level);
    let mut session = open(&quiz_of(&items).to_string(), "", 1);
    session.answer("t", &json!(secret).to_string(), 1.0).unwrap();
    assert!(!format!("{session:?}{}", serde_json::to_string(&report(&session)).unwrap()).contains("secret"));
    assert_eq!(session.responses[1].as_ref().unwrap().answer, Some(metier::quiz::response::Answer::Words));
    let mut code = |answer: &str| {
        session.answer("t", &json!(answer).to_string(), 1.0).err().map(|problems| problems[0].code.word())
    };
    assert_eq!(code(&"\u{1f600}".repeat(12)), None, "characters are counted, not bytes");
    assert_eq!([code(&"a".repeat(13)), code(""), code(" \n\t")], [Some("answer-length"); 3]);
}
