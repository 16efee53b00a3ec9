//! From the values of answers to the level and spread of a skill, and when there is one.

use super::score;
use crate::support::{SHIPPED, any_sheet, near, open, quiz_of, reported, shipped, single, whole};
use metier::closed::Closed;
use metier::quiz::response::read_sheet;
use metier::report::{End, SkillReport, report};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Three answers at level 4 to questions whose options stand for 1 to 4: worked out with 25 digits by an independent
/// audit.
#[test]
fn three_lucky_fours() {
    let single = |id: &str| single(id, &[1.0, 2.0, 3.0, 4.0]);
    let report = score(&json!([single("x"), single("y"), single("z")]), &json!({ "x": "d", "y": "d", "z": "d" }));
    let skill = &report.skills[0];
    near(skill.level.unwrap(), 3.749_559, 1e-6);
    near(skill.spread.unwrap(), 0.761_211, 1e-6);
    near(skill.low.unwrap(), 3.749_559 - 0.761_211, 2e-6);
    assert_eq!(
        (skill.high, skill.from, skill.to, skill.end, skill.state.word()),
        (Some(4.0), Some(3), Some(4), None, "estimated")
    );
    assert!(skill.pulls.iter().all(|pull| (pull.pull - 0.583_186).abs() < 1e-6));
    assert_eq!(report.method, 2);
}

/// Steps 4 and 1 of five, weights 2 and 1; steps 4 and 0: by the same audit.
#[test]
fn weights_count() {
    let step = |id: &str, weight: f64| json!({ "id": id, "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s", "weight": weight }] });
    let weighted = score(&json!([step("x", 2.0), step("y", 1.0)]), &json!({ "x": 4, "y": 1 }));
    near(weighted.skills[0].level.unwrap(), 2.544_957, 1e-6);
    near(weighted.skills[0].spread.unwrap(), 0.821_757, 1e-6);
    let torn = score(&json!([step("x", 1.0), step("y", 1.0)]), &json!({ "x": 4, "y": 0 }));
    near(torn.skills[0].level.unwrap(), 2.0, 1e-12);
    near(torn.skills[0].spread.unwrap(), 0.841_717, 1e-6);
}

/// What an item with one right option of four says, and how little it says that somebody had it wrong: by the same
/// audit.
#[test]
fn right_answers_may_be_guesses() {
    let items = json!([single("x", &[1.0, 3.0, 1.0, 1.0]), single("y", &[2.0, 2.0, 4.0, 2.0])]);
    let (right, wrong) = (score(&items, &json!({ "x": "b", "y": "c" })), score(&items, &json!({ "x": "a", "y": "d" })));
    near(right.skills[0].level.unwrap(), 2.586_839, 1e-6);
    near(right.skills[0].spread.unwrap(), 0.960_685, 1e-6);
    near(wrong.skills[0].level.unwrap(), 1.375_579, 1e-6);
    near(wrong.skills[0].spread.unwrap(), 0.811_551, 1e-6);
}

/// Another prior is the same posterior, moved and stretched: twice the prior's deviation with twice that of answers on
/// levels twice as far apart, around another middle.
#[test]
fn assumptions_are_those_of_the_document() {
    let level = |levels: &[f64], assumed: Option<Value>| {
        let mut quiz = quiz_of(&json!([single("x", levels), single("y", levels)]));
        if let Some(assumed) = assumed {
            quiz["assumed"] = assumed;
        }
        let found = reported(&quiz, &json!({ "x": "c", "y": "b" }));
        (found.skills[0].level.unwrap(), found.skills[0].spread.unwrap(), found.assumed.prior_mean)
    };
    let (near_level, near_spread, _) =
        level(&[1.0, 2.0, 3.0], Some(json!({ "prior_mean": 2, "prior_sd": 0.5, "answer_sd": 0.6 })));
    let (level, spread, mean) =
        level(&[0.0, 2.0, 4.0], Some(json!({ "prior_mean": 2, "prior_sd": 1, "answer_sd": 1.2, "answer_weight": 4 })));
    near(level - 2.0, 2.0 * (near_level - 2.0), 1e-12);
    near(spread, 2.0 * near_spread, 1e-12);
    assert_eq!(mean, 2.0);
}

/// The band names its levels by its ends; where the level is at an end of the scale, that is said.
#[test]
fn a_band_that_crosses_a_boundary_is_called_neither() {
    let items: Value = (0..12).map(|index| single(&format!("i{index}"), &[0.0, 1.0, 2.0, 3.0, 4.0])).collect();
    let named = |answer: &str| {
        let sheet: Value = (0..12).map(|index| (format!("i{index}"), json!(answer))).collect();
        let report = score(&items, &sheet);
        let skill = &report.skills[0];
        (skill.from.unwrap(), skill.to.unwrap(), skill.end, skill.low.unwrap(), skill.high.unwrap())
    };
    let (from, to, end, low, high) = named("c");
    assert_eq!((from, to, end), (2, 2, None), "{low} to {high}");
    let (from, to, end, _, high) = named("e");
    assert_eq!((from, to, end, high), (4, 4, Some(End::Top), 4.0));
    let (from, to, end, low, _) = named("a");
    assert_eq!((from, to, end, low), (0, 0, Some(End::Bottom), 0.0));
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
    let said =
        |skill: usize| found.skills[skill].pulls.iter().map(|pull| (pull.value, pull.weight)).collect::<Vec<_>>();
    assert_eq!(
        (said(0), said(1)),
        (vec![(4.0, 0.5), (4.0, 0.5)], vec![(1.0, 2.0 / 3.0), (0.0, 1.0 / 3.0)]),
        "by weight, 2 and 1"
    );
    assert_eq!(found.skills.iter().map(|skill| (skill.asked, skill.answered)).collect::<Vec<_>>(), [(2, 2), (2, 2)]);
    let found = score(&items, &json!({ "x": "b", "y": 2 }));
    assert_eq!(found.skills[0].pulls.len(), 1, "the option without a key on s says nothing about it");
    assert_eq!(found.skills[1].pulls.iter().map(|pull| pull.value).collect::<Vec<_>>(), [3.0, 0.0]);
    let order = score(&items, &json!({ "x": "a", "y": 2 })).order;
    assert_eq!(order.concat(), ["s", "t"], "highest first");
}

/// Groups hold what the spreads do not tell apart: difference <= sqrt(a^2 + b^2).
#[test]
fn skills_that_are_too_close_stand_together() {
    let on = |skill: &str, id: usize| json!({ "id": format!("{skill}{id}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": skill }] });
    let items: Value = (0..3).flat_map(|id| [on("s", id), on("t", id)]).collect();
    let with = |s: u32, t: u32| {
        let sheet: Value = (0..3).flat_map(|id| [(format!("s{id}"), json!(s)), (format!("t{id}"), json!(t))]).collect();
        score(&items, &sheet).order
    };
    // Three equal answers leave a spread of .6 to .8: the top and the step above the bottom are told apart, neighbours
    // are not.
    assert_eq!(with(4, 1), [vec!["s".to_owned()], vec!["t".to_owned()]]);
    assert_eq!(with(3, 2), [vec!["s".to_owned(), "t".to_owned()]]);
    assert_eq!(with(0, 3), [vec!["t".to_owned()], vec!["s".to_owned()]]);
}

#[test]
fn skipped_is_not_zero() {
    let items = json!([single("x", &[0.0, 3.0]), single("y", &[0.0, 3.0])]);
    let skipped = score(&items, &json!({ "x": "b", "y": null }));
    let left_out = score(&items, &json!({ "x": "b" }));
    assert_eq!(skipped.skills[0].pulls.len(), 1);
    assert_eq!(skipped.skills[0].level, left_out.skills[0].level);
    assert_eq!((skipped.answered, skipped.skipped, left_out.answered, left_out.skipped), (1, 1, 1, 0));
    let nothing = score(&items, &json!({}));
    assert_eq!((nothing.skills[0].state.word(), nothing.skills[0].level, nothing.order.len()), ("too-few", None, 0));
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
        reported(&quiz, &sheet).skills[0].state.word()
    };
    assert_eq!((state(None, 4, 1), state(None, 4, 2)), ("too-few", "estimated"));
    assert_eq!((state(None, 5, 2), state(None, 5, 3)), ("too-few", "estimated"));
    assert_eq!((state(Some(1.0), 3, 2), state(Some(1.0), 3, 3)), ("too-few", "estimated"));
    assert_eq!((state(Some(0.0), 3, 0), state(Some(0.0), 3, 1)), ("too-few", "estimated"), "no answer gives no level");
    for (share, asked, given) in
        [(0.55, 20, 11), (0.07, 100, 7), (0.28, 25, 7), (0.7, 10, 7), (0.1, 30, 3), (0.6, 5, 3)]
    {
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
    near(skill.pulls.iter().map(|pull| pull.pull).sum::<f64>(), level - prior_mean, 1e-9);
    near(skill.pulls.iter().map(|pull| pull.weight).sum(), 1.0, 1e-12);
    assert!(skill.pulls.iter().all(|pull| (0.0..=4.0).contains(&pull.value) && pull.weight > 0.0));
    let (low, high, spread) = (skill.low.unwrap(), skill.high.unwrap(), skill.spread.unwrap());
    // A level may lie beyond the scale; its band ends there.
    let shown = level.clamp(0.0, 4.0);
    assert!(0.0 <= low && low <= shown && shown <= high && high <= 4.0, "{low} to {high} around {level}");
    assert!(spread > 0.0 && spread < 1.1, "hardly ever above the prior's");
    let named = |level: f64| Some((format!("{level:.1}").parse::<f64>().unwrap() + 0.5) as u32);
    // What is printed may round a half the other way.
    let near = |level: f64| (level * 10.0).fract() - 0.5;
    assert!(near(low).abs() < 1e-6 || skill.from == named(low));
    assert!(near(high).abs() < 1e-6 || skill.to == named(high));
    assert_eq!(skill.end, if level >= 4.0 { Some(End::Top) } else { (level <= 0.0).then_some(End::Bottom) });
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn what_adds_up_adds_up_for_any_answers(name in 0..SHIPPED.len(), seed in any::<u64>()) {
        any_answers_add_up(SHIPPED[name], seed);
    }
}

/// The same for the answers that a seed draws.
fn any_answers_add_up(name: &str, seed: u64) -> Option<f64> {
    let mut session = open(&shipped(name), "", 1);
    let sheet = any_sheet(&session, seed);
    session.take_up(read_sheet(&sheet.to_string(), &session.quiz).0.unwrap());
    let report = report(&session);
    for skill in &report.skills {
        adds_up(skill, report.assumed.prior_mean);
    }
    assert_eq!(report.answered + report.skipped, report.items);
    let levels = report.skills.iter().filter_map(|skill| skill.level);
    assert_eq!(report.order.iter().flatten().count(), levels.clone().count());
    levels.reduce(f64::min)
}

#[test]
fn a_level_below_the_scale_has_a_band_that_begins_there() {
    let level = any_answers_add_up(SHIPPED[1], 1_450_167_213_836_774_973);
    assert!(level.is_some_and(|level| level < 0.0), "{level:?}");
}

/// The most that a document can say of one level still makes a profile. Answers that are all but exact say no more than
/// that step 3 is the nearest: a prior cut off at 2.5 and 3.5, by numpy 2.937 +- .284.
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
    near(whole["skills"][0]["level"].as_f64().unwrap(), 2.937, 0.02);
    near(whole["skills"][0]["spread"].as_f64().unwrap(), 0.284, 0.02);
    let roles = whole["match"]["roles"].as_array().expect("a match");
    assert!(roles.iter().all(|role| role["fit"].as_f64().is_some_and(f64::is_finite)));
}
