//! From the values of answers to the level and spread of a skill, and when there is one.

use super::score;
use crate::support::{SHIPPED, any_sheet, near, open, quiz_of, reported, shipped, single, whole};
use metier::quiz::response::read_sheet;
use metier::report::{SkillReport, report};
use proptest::prelude::*;
use serde_json::{Value, json};

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
