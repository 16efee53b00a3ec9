//! From answers to levels, beside calculations by hand.

use crate::support::{SHIPPED, any_answer, any_sheet, kept, near, open, options, quiz_of, reported, shipped, single, whole};
use metier::numeric::random::Random;
use metier::problem::Problem;
use metier::quiz::response::read_sheet;
use metier::quiz::translate::Spoken;
use metier::quiz::view::QuizView;
use metier::report::{Report, SkillReport, report};
use metier::session::Session;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The report of the answers to the items of a quiz.
fn score(items: &Value, answers: &Value) -> Report<'static> {
    reported(&quiz_of(items), answers)
}

/// The level that a single answer to an item stands for, and its weight relative to that of another answer at level 0 and
/// weight 1; nothing where the answer says nothing.
fn stands_for(item: Value, answer: Value) -> Option<(f64, f64)> {
    let other =
        json!({ "id": "other", "type": "likert", "prompt": "P", "points": 2, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
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
    assert_eq!(score(&items, &json!({ "i": ["a", "b"] })).skills[0].mean, Some(4.0), "the keyed option alone");
    let said_nothing = score(&items, &json!({ "i": ["b"] }));
    assert_eq!((said_nothing.skills[0].state, said_nothing.skills[0].answered, said_nothing.skills[0].level), ("too-few", 1, None));
}

#[test]
fn allocate_is_the_mean_by_points() {
    let item = json!({ "id": "i", "type": "allocate", "prompt": "P", "total": 10, "options": options(&[0.0, 2.0, 4.0]) });
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
    assert_eq!((report.answered, report.skills[0].state, report.skills[0].level), (1, "too-few", None));
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
    let ordered = |levels: &[f64], order: &str| value(&item(levels), order.chars().map(|id| json!(id.to_string())).collect());
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
    // Between the others it is: places 4 2 1 beside levels 4 3 2, deviations 5/3 -1/3 -4/3 and 1 0 -1: r = 3 / sqrt(2 * 42 / 9).
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
        open(&quiz.to_string(), "", 1).answer("i", &json!(answer).to_string(), 1.0).unwrap_err()[0].code
    };
    assert_eq!((refused(0.05), refused(-0.1), refused(1.1)), ("answer-step", "answer-number", "answer-number"));
}

/// Right is level L, wrong is max(0, L - 2); decimals are compared as the decimals that they look like.
#[test]
fn a_number_is_right_or_wrong() {
    let number = |correct: f64, tolerance: f64, level: f64| json!({ "id": "i", "type": "number", "prompt": "P", "correct": correct, "tolerance": tolerance, "keys": [{ "skill": "s", "level": level }] });
    let right = |correct: f64, tolerance: f64, answer: f64| match value(&number(correct, tolerance, 3.0), json!(answer)) {
        3.0 => true,
        1.0 => false,
        other => panic!("{other}"),
    };
    assert!(right(25.0, 0.0, 25.0) && !right(25.0, 0.0, 24.0) && !right(25.0, 0.0, -25.0));
    assert!(right(0.3, 0.0, 0.1 + 0.2), "a sum of decimals");
    for (correct, tolerance, answer) in
        [(0.3, 0.1, 0.4), (0.3, 0.1, 0.2), (1.1, 0.1, 1.2), (-0.7, 0.1, -0.8), (1e6, 0.1, 1_000_000.1), (4.35, 0.05, 4.4)]
    {
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
        value(&sort(level), ["a", "b", "c", "d"].into_iter().zip(groups).map(|(id, group)| (id.to_owned(), json!(group))).collect())
    };
    assert_eq!(sorted(3.0, ["x", "y", "x", "y"]), 3.0);
    assert_eq!(sorted(3.0, ["x", "y", "x", "x"]), 2.5);
    assert_eq!(sorted(3.0, ["x", "x", "y", "z"]), 1.5);
    assert_eq!(sorted(3.0, ["z", "z", "z", "z"]), 1.0);
    assert_eq!(sorted(1.0, ["x", "y", "y", "x"]), 0.5, "from 0, not from -1");
    let mut session = open(&quiz_of(&json!([sort(3.0)])).to_string(), "", 1);
    assert_eq!(session.answer("i", r#"{"a":"x","b":"y","c":"x"}"#, 1.0).unwrap_err()[0].code, "shape-missing");
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
    let mut code = |answer: &str| session.answer("t", &json!(answer).to_string(), 1.0).err().map(|problems| problems[0].code);
    assert_eq!(code(&"\u{1f600}".repeat(12)), None, "characters are counted, not bytes");
    assert_eq!([code(&"a".repeat(13)), code(""), code(" \n\t")], [Some("answer-length"); 3]);
}

/// Three answers at level 4: s2 = (4 * 1.44 + 0) / 6 = .96, v = .32, level = 2 + 2 / 1.32, spread = (1 + 1 / .32)^(-1/2).
#[test]
fn three_lucky_fours() {
    let items = json!([single("x", &[0.0, 4.0]), single("y", &[0.0, 4.0]), single("z", &[0.0, 4.0])]);
    let report = score(&items, &json!({ "x": "b", "y": "b", "z": "b" }));
    let skill = &report.skills[0];
    near(skill.level.unwrap(), 3.515_151_515_151_515, 1e-12);
    near(skill.spread.unwrap(), 0.492_365_963_917_331, 1e-12);
    near(skill.variance.unwrap(), 0.32, 1e-15);
    assert_eq!((skill.mean, skill.nearest, skill.state), (Some(4.0), Some(4), "estimated"));
    near(skill.low.unwrap(), 3.022_785_551_234_184, 1e-12);
    assert_eq!(skill.high, Some(4.0), "the scale ends there");
    assert!(skill.pulls.iter().all(|pull| (pull.pull - 2.0 / 3.0 / 1.32).abs() < 1e-15));
}

/// Two answers, 4 and 1, weights 3 and 1: shares .75 and .25, n = 1 / .625 = 1.6, mean 3.25,
/// sum w (y - mean)^2 = .75 * .5625 + .25 * 5.0625 = 1.6875, s2 = (5.76 + 1.6 * 1.6875) / 4.6 = 8.46 / 4.6, v = s2 / 1.6.
#[test]
fn weights_count() {
    let mut items = json!([single("x", &[0.0, 4.0]), single("y", &[0.0, 1.0])]);
    items[0]["options"][1]["keys"][0]["weight"] = json!(3);
    let report = score(&items, &json!({ "x": "b", "y": "b" }));
    let skill = &report.skills[0];
    let variance: f64 = 8.46 / 4.6 / 1.6;
    near(skill.mean.unwrap(), 3.25, 1e-15);
    near(skill.variance.unwrap(), variance, 1e-14);
    near(skill.level.unwrap(), 2.0 + 1.25 / (1.0 + variance), 1e-14);
    near(skill.spread.unwrap(), (1.0 + 1.0 / variance).sqrt().recip(), 1e-14);
    near(skill.pulls[0].pull, 0.75 * 2.0 / (1.0 + variance), 1e-14);
    near(skill.pulls[1].pull, -0.25 / (1.0 + variance), 1e-14);
}

/// One answer: s2 = 4 * 1.44 / 4 = 1.44 = v; with another prior and other deviations: k = 2, d = .5, prior 1 +- 2:
/// s2 = 2 * .25 / 2 = .25, level = 1 + 3 / (1 + .25 / 4), spread = (1 / 4 + 4)^(-1/2).
#[test]
fn assumptions_are_those_of_the_document() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    let sheet = json!({ "x": "b" });
    let found = reported(&quiz, &sheet);
    near(found.skills[0].level.unwrap(), 2.0 + 2.0 / 2.44, 1e-15);
    near(found.skills[0].spread.unwrap(), (1.0_f64 + 1.0 / 1.44).sqrt().recip(), 1e-15);
    quiz["assumed"] = json!({ "prior_mean": 1, "prior_sd": 2, "answer_sd": 0.5, "answer_weight": 2 });
    let found = reported(&quiz, &sheet);
    near(found.skills[0].level.unwrap(), 1.0 + 3.0 / 1.0625, 1e-15);
    near(found.skills[0].spread.unwrap(), 4.25_f64.sqrt().recip(), 1e-15);
    assert_eq!((found.assumed.prior_mean, found.assumed.prior_sd, found.assumed.answer_sd), (1.0, 2.0, 0.5));
}

#[test]
fn an_answer_can_speak_of_several_skills() {
    let items = json!([
        { "id": "x", "type": "single", "prompt": "P", "options": [
            { "id": "a", "text": "A", "keys": [{ "skill": "s", "level": 4 }, { "skill": "t", "level": 1, "weight": 2 }] },
            { "id": "b", "text": "B", "keys": [{ "skill": "t", "level": 3 }] }] },
        { "id": "y", "type": "likert", "prompt": "P", "points": 3, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }, { "skill": "t", "reverse": true }] },
    ]);
    let found = score(&items, &json!({ "x": "a", "y": 2 }));
    assert_eq!(found.skills.iter().map(|skill| skill.mean).collect::<Vec<_>>(), [Some(4.0), Some(2.0 / 3.0)], "(2 * 1 + 1 * 0) / 3");
    assert_eq!(found.skills.iter().map(|skill| (skill.asked, skill.answered)).collect::<Vec<_>>(), [(2, 2), (2, 2)]);
    let found = score(&items, &json!({ "x": "b", "y": 2 }));
    assert_eq!(found.skills[0].pulls.len(), 1, "the option without a key on s says nothing about it");
    assert_eq!(found.skills[1].mean, Some(1.5));
    let order = score(&items, &json!({ "x": "a", "y": 2 })).order;
    assert_eq!(order.concat(), ["s", "t"], "highest first");
}

/// Levels 2 + 2 / (1 + v) and its mirror; groups hold what the spreads do not tell apart: difference <= sqrt(a^2 + b^2).
#[test]
fn skills_that_are_too_close_stand_together() {
    let on = |skill: &str, id: usize| json!({ "id": format!("{skill}{id}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": skill }] });
    let items: Value = (0..3).flat_map(|id| [on("s", id), on("t", id)]).collect();
    let with = |s: u32, t: u32| {
        let sheet: Value = (0..3).flat_map(|id| [(format!("s{id}"), json!(s)), (format!("t{id}"), json!(t))]).collect();
        score(&items, &sheet).order
    };
    // Three equal answers have v = .32 and spread .4924: levels y' = 2 + (y - 2) / 1.32 apart by more than .696 are told apart.
    assert_eq!(with(3, 2), [vec!["s".to_owned()], vec!["t".to_owned()]]);
    assert_eq!(with(2, 2), [vec!["s".to_owned(), "t".to_owned()]]);
    assert_eq!(with(1, 3), [vec!["t".to_owned()], vec!["s".to_owned()]]);
}

#[test]
fn skipped_is_not_zero() {
    let items = json!([single("x", &[0.0, 3.0]), single("y", &[0.0, 3.0])]);
    let skipped = score(&items, &json!({ "x": "b", "y": null }));
    let left_out = score(&items, &json!({ "x": "b" }));
    assert_eq!(skipped.skills[0].mean, Some(3.0));
    assert_eq!(skipped.skills[0].level, left_out.skills[0].level);
    assert_eq!((skipped.answered, skipped.skipped, left_out.answered, left_out.skipped), (1, 1, 1, 0));
    let nothing = score(&items, &json!({}));
    assert_eq!((nothing.skills[0].state, nothing.skills[0].level, nothing.order.len()), ("too-few", None, 0));
}

/// A level from half of the answers on, or from the document's own share: reached is enough, to the last bit.
#[test]
fn a_level_needs_its_share_of_answers() {
    let state = |minimum: Option<f64>, asked: usize, given: usize| {
        let ids: Vec<String> = (0..asked).map(|id| format!("i{id}")).collect();
        let mut quiz = quiz_of(&ids.iter().map(|id| single(id, &[1.0, 3.0])).collect::<Value>());
        if let Some(minimum) = minimum {
            quiz["minimum_answered"] = json!(minimum);
        }
        let sheet: Value = ids.iter().take(given).map(|id| (id.clone(), json!("a"))).collect();
        reported(&quiz, &sheet).skills[0].state
    };
    assert_eq!((state(None, 4, 1), state(None, 4, 2)), ("too-few", "estimated"));
    assert_eq!((state(None, 5, 2), state(None, 5, 3)), ("too-few", "estimated"));
    assert_eq!((state(Some(1.0), 3, 2), state(Some(1.0), 3, 3)), ("too-few", "estimated"));
    assert_eq!((state(Some(0.0), 3, 0), state(Some(0.0), 3, 1)), ("too-few", "estimated"), "no answer gives no level");
    for (share, asked, given) in [(0.55, 20, 11), (0.07, 100, 7), (0.28, 25, 7), (0.7, 10, 7), (0.1, 30, 3), (0.6, 5, 3)] {
        assert_eq!(
            (state(Some(share), asked, given - 1), state(Some(share), asked, given)),
            ("too-few", "estimated"),
            "{given} of {asked} are {share}"
        );
    }
}

#[test]
fn feedback_is_that_of_the_band_with_its_lower_end() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 1.0, 2.0, 3.0, 4.0])]));
    quiz["feedback"] = json!([{ "skill": "s", "from": 0, "to": 2, "text": "low" }, { "skill": "s", "from": 2, "to": 4, "text": "high" }]);
    let said = |answer: &str| {
        let report = reported(&quiz, &json!({ "x": answer }));
        report.skills[0].feedback.map(|text| text.tree().blocks[0].runs[0].text.clone())
    };
    assert_eq!(said("b").as_deref(), Some("low"));
    assert_eq!(said("c").as_deref(), Some("high"), "2 is where the upper band begins");
    assert_eq!(said("e").as_deref(), Some("high"));
}

/// What adds up: the pulls to the level less the prior mean, the weights to 1; bounds of what is shown.
fn adds_up(skill: &SkillReport, prior_mean: f64) {
    let Some(level) = skill.level else { return assert!(skill.pulls.is_empty()) };
    near(skill.pulls.iter().map(|pull| pull.pull).sum::<f64>(), level - prior_mean, 1e-12);
    near(skill.pulls.iter().map(|pull| pull.weight).sum(), 1.0, 1e-12);
    assert!(skill.pulls.iter().all(|pull| (0.0..=4.0).contains(&pull.value) && pull.weight > 0.0));
    assert!((0.0..=4.0).contains(&level) && skill.low.unwrap() <= level && level <= skill.high.unwrap());
    assert!(skill.spread.unwrap() > 0.0 && skill.spread.unwrap() < 1.0, "below the prior's");
    assert_eq!(skill.nearest, Some((level + 0.5) as u32));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn what_adds_up_adds_up_for_any_answers(name in 0..SHIPPED.len(), seed in any::<u64>()) {
        let mut session = open(&shipped(SHIPPED[name]), "", 1);
        let sheet = any_sheet(&session, seed);
        session.take_up(read_sheet(&sheet.to_string(), &session.quiz).0.unwrap());
        let report = report(&session);
        for skill in &report.skills {
            adds_up(skill, report.assumed.prior_mean);
        }
        prop_assert_eq!(report.answered + report.skipped, report.items);
        prop_assert_eq!(report.order.iter().flatten().count(), report.skills.iter().filter(|skill| skill.level.is_some()).count());
    }

    /// Answered one by one, in any order and with second thoughts, or read from a sheet: the same report.
    #[test]
    fn replay_is_live(name in 0..SHIPPED.len(), seed in any::<u64>()) {
        let text = shipped(SHIPPED[name]);
        let mut random = Random::new(seed);
        let mut live = open(&text, "", 3);
        let items = kept(open(&text, "", 3)).view().items;
        let sheet = any_sheet(&live, seed);
        let mut order: Vec<usize> = (0..items.len()).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, (random.uniform() * (last + 1) as f64) as usize);
        }
        let mut steps = 0;
        for index in order {
            let item = &items[index];
            if random.uniform() < 0.3 {
                live.answer(item.id, &any_answer(item, &mut random).to_string(), 10.0).unwrap();
            }
            prop_assert!(live.answer(item.id, "\"no such answer\"", 10.0).is_err());
            let step = live.answer(item.id, &sheet[item.id].to_string(), 10.0).unwrap();
            steps += 1;
            prop_assert_eq!((step.answered + step.skipped, step.left as usize), (steps, items.len() - steps as usize));
            prop_assert_eq!(step.next.is_none(), step.left == 0);
        }
        let mut replay = open(&text, "", 3);
        let timed = |(id, answer): (&String, &Value)| (id.clone(), json!({ "answer": answer, "ms": 10 }));
        let sheet: serde_json::Map<String, Value> = sheet.as_object().unwrap().iter().map(timed).collect();
        replay.take_up(read_sheet(&Value::from(sheet).to_string(), &replay.quiz).0.unwrap());
        let catalogue = crate::support::catalogue();
        let said = |session: &Session| whole(session, &catalogue).to_string();
        prop_assert_eq!(said(&live), said(&replay));
    }
}

#[test]
fn the_next_item_is_the_first_one_open() {
    let items = json!([single("x", &[0.0, 4.0]), single("y", &[0.0, 4.0]), single("z", &[0.0, 4.0])]);
    let mut session = open(&quiz_of(&items).to_string(), "", 1);
    let next = |step: Result<metier::session::Step, Vec<Problem>>| step.unwrap().next;
    assert_eq!(next(session.answer("y", "\"a\"", 1.0)).as_deref(), Some("x"));
    assert_eq!(next(session.answer("x", "null", 1.0)).as_deref(), Some("z"));
    assert_eq!(next(session.answer("x", "\"b\"", 1.0)).as_deref(), Some("z"));
    assert_eq!(next(session.answer("z", "\"a\"", f64::NAN)), None);
    assert_eq!(session.answer("w", "\"a\"", 1.0).unwrap_err()[0].code, "answer-item");
}

#[test]
fn a_sheet_may_hold_times_and_says_each_thing_once() {
    let quiz = quiz_of(
        &json!([single("x", &[0.0, 4.0]), { "id": "y", "type": "best-worst", "prompt": "P", "options": options(&[0.0, 1.0, 4.0]) }]),
    );
    let quiz = open(&quiz.to_string(), "", 1).quiz;
    let read = |sheet: &str| {
        let (responses, problems) = read_sheet(sheet, &quiz);
        (responses, problems.first().map(|problem| problem.code))
    };
    let (timed, _) = read(r#"{"x": {"answer": "b", "ms": 4200}, "y": {"answer": null, "ms": 0}}"#);
    let timed = timed.unwrap();
    assert_eq!(timed.responses[0].as_ref().unwrap().milliseconds, Some(4200.0));
    assert_eq!(timed.responses[1].as_ref().unwrap().answer, None);
    for (sheet, code) in [
        (r#"{"x": "a", "x": "b"}"#, "duplicate-key"),
        (r#"{"x": {"answer": "a", "answer": "b"}}"#, "duplicate-key"),
        (r#"{"x": {"answer": "a", "ms": 1, "ms": 2}}"#, "duplicate-key"),
        (r#"{"y": {"best": "a", "best": "b", "worst": "c"}}"#, "duplicate-key"),
        (r#"{"y": {"best": "a", "worst": "c", "middle": "b"}}"#, "shape-unknown"),
        (r#"{"y": {"best": "a"}}"#, "shape-missing"),
        (r#"{"x": {"answer": "a", "ms": "1"}}"#, "answer-time"),
        (r#"{"x": ["a"]}"#, "answer-type"),
    ] {
        let (responses, problem) = read(sheet);
        assert_eq!((responses.is_none(), problem), (true, Some(code)), "{sheet}");
    }
}

/// A quiz with a German translation that lacks a text, and an Arabic one with nothing but the title.
fn translated() -> Value {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    let strings = json!({ "title": "Titel", "items/x/prompt": "Frage", "items/x/options/a/text": "ja", "skills/s/name": "Fähigkeit" });
    quiz["translations"] = json!([{ "language": "de", "strings": strings }, { "language": "ar", "strings": { "title": "عنوان" } }]);
    quiz
}

#[test]
fn a_translation_is_shown_text_by_text() {
    let session = |language: &str| kept(open(&translated().to_string(), language, 1));
    let text = |text: Spoken| {
        let tree = text.tree();
        (tree.blocks[0].runs[0].text.clone(), tree.language, tree.direction)
    };
    let option = |view: &QuizView, at: usize| text(view.items[0].options.iter().nth(at).unwrap().text);
    let view = session("de").view();
    assert_eq!((view.language, view.direction), ("de", "ltr"));
    assert_eq!(text(view.title), ("Titel".into(), None, None));
    assert_eq!(text(view.about), ("A".into(), Some("en".into()), Some("ltr")), "what is missing stands in its own language, and says so");
    assert_eq!(option(&view, 0), ("ja".into(), None, None));
    assert_eq!(option(&view, 1), ("b".into(), Some("en".into()), Some("ltr")));
    let arabic = session("ar").view();
    assert_eq!((arabic.language, arabic.direction), ("ar", "rtl"));
    assert_eq!(text(arabic.about), ("A".into(), Some("en".into()), Some("ltr")));
    for language in ["", "en", "EN", "en-GB", "fr"] {
        let view = session(language).view();
        assert_eq!((view.language, text(view.title).0.as_str(), view.about.tree().language), ("en", "T", None), "{language}");
    }
    for language in ["de-AT", "DE", "de-Latn-CH"] {
        assert_eq!(session(language).view().language, "de", "{language}");
    }
    for language in ["", "de", "ar"] {
        assert_eq!(session(language).view().languages, ["en", "de", "ar"], "all languages are listed, the one shown too");
    }
    let mut answered = open(&translated().to_string(), "de", 1);
    answered.answer("x", "\"b\"", 1.0).unwrap();
    let report = report(&answered);
    assert_eq!((report.language, text(report.skills[0].name).0.as_str()), ("de", "Fähigkeit"));
    near(report.skills[0].level.unwrap(), 2.0 + 2.0 / 2.44, 1e-15);
}

/// A text that falls back keeps the direction that its document names, or that its language has.
#[test]
fn the_direction_of_a_fallback_is_its_own() {
    let about = |language: &str, direction: Option<&str>| {
        let mut quiz = translated();
        quiz["language"] = json!(language);
        if let Some(direction) = direction {
            quiz["direction"] = json!(direction);
        }
        open(&quiz.to_string(), "de", 1).view().about.tree().direction
    };
    assert_eq!(about("he", None), Some("rtl"));
    assert_eq!(about("HE", None), Some("rtl"));
    assert_eq!(about("ks", Some("rtl")), Some("rtl"));
    assert_eq!(about("ar", Some("ltr")), Some("ltr"));
    assert_eq!(about("en", None), Some("ltr"));
}

#[test]
fn a_shuffled_order_is_a_permutation_fixed_by_the_seed() {
    let mut quiz = quiz_of(&(0..12).map(|id| single(&format!("i{id}"), &[0.0, 4.0])).collect::<Value>());
    let order = |quiz: &Value, seed: u32| {
        open(&quiz.to_string(), "", seed).view().items.into_iter().map(|item| item.id.to_owned()).collect::<Vec<_>>()
    };
    let written = order(&quiz, 1);
    assert_eq!(order(&quiz, 2), written, "as written, whatever the seed");
    quiz["order"] = json!("shuffled");
    let mut different = 0;
    let mut first = [0; 12];
    for seed in 0..240 {
        let shuffled = order(&quiz, seed);
        assert_eq!(shuffled, order(&quiz, seed));
        let mut sorted = shuffled.clone();
        sorted.sort_by_key(|id| id[1..].parse::<u32>().unwrap());
        assert_eq!(sorted, written);
        different += u32::from(shuffled != written);
        first[written.iter().position(|id| *id == shuffled[0]).unwrap()] += 1;
    }
    assert!(different > 235);
    // 20 times each on average, standard deviation 4.3: none is far off.
    assert!(first.iter().all(|count| (4..=40).contains(count)), "{first:?}");
    let session = open(&quiz.to_string(), "", 5);
    let mut other = open(&quiz.to_string(), "", 5);
    let step = other.answer(session.view().items[0].id, "\"a\"", 1.0).unwrap();
    assert_eq!(step.next.as_deref(), Some(session.view().items[1].id), "asked in the shuffled order");
}

/// Options may be called like the fields of a timed answer.
#[test]
fn options_called_answer_and_ms_are_options() {
    let option = |id: &str, mean: f64| json!({ "id": id, "text": id, "key": { "mean": mean } });
    let judge = json!({ "id": "x", "type": "judge", "prompt": "P", "points": 7, "skill": "s",
        "options": [option("answer", 2.0), option("ms", 4.0), option("c", 6.0)] });
    let keyed = |id: &str, level: f64| json!({ "id": id, "text": id, "keys": [{ "skill": "s", "level": level }] });
    let allocate =
        json!({ "id": "y", "type": "allocate", "prompt": "P", "total": 10, "options": [keyed("answer", 4.0), keyed("ms", 0.0)] });
    let quiz = quiz_of(&json!([judge, allocate]));
    let plain = json!({ "x": { "answer": 2, "ms": 4, "c": 6 }, "y": { "answer": 4, "ms": 6 } });
    let timed =
        json!({ "x": { "answer": { "answer": 2, "ms": 4, "c": 6 }, "ms": 4200 }, "y": { "answer": { "answer": 4, "ms": 6 }, "ms": 9 } });
    for sheet in [plain, timed] {
        let values: Vec<f64> = reported(&quiz, &sheet).skills[0].pulls.iter().map(|pull| pull.value).collect();
        assert_eq!(values, [4.0, 1.6]);
    }
}

/// The least variance that a document can bring about still makes a profile.
#[test]
fn many_equal_answers_under_the_smallest_assumption_are_matched() {
    let items: Vec<Value> = (0..2_000).map(|index| {
        let skill = ["customer", "market"][index % 2];
        json!({ "id": format!("i{index}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": skill }] })
    }).collect();
    let mut quiz = quiz_of(&json!(items));
    let skill = |id: &str| json!({ "id": id, "name": id, "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
    quiz["skills"] = json!([skill("customer"), skill("market")]);
    quiz["assumed"] = json!({ "prior_mean": 2, "prior_sd": 1, "answer_sd": 0.01, "answer_weight": 1.1 });
    let mut session = open(&quiz.to_string(), "", 1);
    let sheet: Value = (0..2_000).map(|index| (format!("i{index}"), json!(3))).collect();
    session.take_up(read_sheet(&sheet.to_string(), &session.quiz).0.unwrap());
    let whole = whole(&session, &crate::support::catalogue());
    assert!(whole["skills"][0]["variance"].as_f64().unwrap() < 1e-9);
    let roles = whole["match"]["roles"].as_array().expect("a match");
    assert!(roles.iter().all(|role| role["fit"].as_f64().is_some_and(f64::is_finite)));
}
