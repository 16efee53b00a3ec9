//! The verdicts in their order, on catalogues so small that the verdict is plain.

use super::{EXAMPLE, matched, role};
use crate::support::{json_of, near};
use metier::closed::Closed;
use metier::roles::catalogue::{self, Catalogue};
use serde_json::{Value, json};

/// A catalogue of the skills a, b and c, all in groups of their own, with these roles: needs of a, b, c, and floors.
fn small(roles: &[([f64; 3], [Option<f64>; 3])]) -> Catalogue {
    let mut document = json_of(&format!("{EXAMPLE}/catalogue.json"));
    let ids = ["a", "b", "c"];
    document["groups"] = ids.iter().map(|id| json!({ "id": id, "name": id })).collect();
    document["skills"] = ids.iter().map(|id| json!({ "id": id, "name": id, "group": id })).collect();
    let role = |(index, (needs, floors)): (usize, &([f64; 3], [Option<f64>; 3]))| {
        let need = |(skill, id): (usize, &&str)| {
            let mut need = json!({ "skill": id, "need": needs[skill], "weight": 1, "from": "E" });
            if let Some(floor) = floors[skill] {
                need["floor"] = json!(floor);
            }
            need
        };
        json!({ "id": format!("r{index}"), "name": "R", "about": "A", "needs": ids.iter().enumerate().map(need).collect::<Value>() })
    };
    document["roles"] = roles.iter().enumerate().map(role).collect();
    let (catalogue, problems) = catalogue::read(&document.to_string());
    catalogue.unwrap_or_else(|| panic!("{problems:#?}"))
}

fn at(levels: [f64; 3], se: f64) -> Value {
    let skill = |(id, level): (&str, f64)| json!({ "skill": id, "level": level, "se": se });
    let skills: Value = ["a", "b", "c"].into_iter().zip(levels).map(skill).collect();
    json!({ "skills": skills })
}

const NO_FLOORS: [Option<f64>; 3] = [None; 3];

/// Levels known to a hundredth decide everything: which verdict comes is then plain from the numbers.
#[test]
fn verdicts_come_in_their_order() {
    let apart = small(&[([4.0, 1.0, 1.0], NO_FLOORS), ([1.0, 4.0, 1.0], NO_FLOORS)]);
    let clear = matched(&at([4.0, 1.0, 1.0], 0.01), &apart, 1, true).verdict;
    assert_eq!((clear.code.word(), clear.roles, clear.reason), ("clear", vec!["r0".to_owned()], None));
    near(clear.evidence, 1.0 - 0.0001, 1e-12);

    // Two equal roles share all draws.
    let twins = small(&[([3.0, 2.0, 1.0], NO_FLOORS), ([3.0, 2.0, 1.0], NO_FLOORS)]);
    let close = matched(&at([3.0, 2.0, 1.0], 0.01), &twins, 1, true);
    assert_eq!(
        (close.verdict.code.word(), close.verdict.roles.as_slice()),
        ("too-close", ["r0".to_owned(), "r1".to_owned()].as_slice())
    );
    assert_eq!((close.roles[0].p_best, close.roles[1].p_best, close.roles[1].also_good), (0.5, 0.5, true));
    // Of four equal roles, four are named at a share of .8, and three at .75: what is reached is enough.
    let mut four = small(&[([3.0, 2.0, 1.0], NO_FLOORS); 4]);
    assert_eq!(matched(&at([3.0, 2.0, 1.0], 0.01), &four, 1, true).verdict.roles.len(), 4);
    four.constants.model.named = 0.75;
    assert_eq!(matched(&at([3.0, 2.0, 1.0], 0.01), &four, 1, true).verdict.roles, ["r0", "r1", "r2"]);

    // Every role misses a must-have: none yet, though the evidence is strong and a role leads; the nearest floor is
    // named.
    let high = small(&[([4.0, 1.0, 1.0], [Some(3.5), None, None]), ([1.0, 4.0, 1.0], [None, Some(2.05), None])]);
    let none = matched(&at([3.0, 2.0, 1.0], 0.1), &high, 1, true).verdict;
    assert_eq!((none.code.word(), none.roles.len()), ("none-yet", 0));
    let floor = none.floor.unwrap();
    assert_eq!((floor.role.as_str(), floor.skill.as_str(), floor.floor, floor.level), ("r1", "b", 2.05, 2.0));
    // 2.05 lies half a deviation above 2 +- .1: P = .6915, and four standard errors of 4,096 draws are .029.
    near(floor.p_missed, 0.6915, 0.029);
    // It comes before the lack of evidence.
    let unsure =
        matched(&at([0.5, 0.0, 0.0], 0.99), &small(&[([4.0, 1.0, 1.0], [Some(3.5), None, None])]), 1, true).verdict;
    assert_eq!(unsure.code.word(), "none-yet");
    near(unsure.evidence, 1.0 - 0.9801, 1e-12);

    // Too little evidence, though all is measured: 1 - .8^2 = .36 is below .5, 1 - .7^2 = .51 is not.
    let little = matched(&at([4.0, 1.0, 1.0], 0.8), &apart, 1, true).verdict;
    assert_eq!(
        (little.code.word(), little.reason.map(Closed::word), little.unmeasured.len(), little.roles.len()),
        ("not-enough-evidence", Some("evidence"), 0, 0)
    );
    near(little.evidence, 0.36, 1e-12);
    assert_ne!(matched(&at([4.0, 1.0, 1.0], 0.7), &apart, 1, true).verdict.code.word(), "not-enough-evidence");

    // A must-have of the leading role was not measured: no penalty, and no name either.
    let mut without = at([4.0, 1.0, 1.0], 0.01);
    without["skills"].as_array_mut().unwrap().remove(2);
    let floored = small(&[([4.0, 1.0, 1.0], [None, None, Some(1.0)]), ([1.0, 4.0, 1.0], NO_FLOORS)]);
    let found = matched(&without, &floored, 1, true);
    assert_eq!(
        (found.verdict.code.word(), found.verdict.reason.map(Closed::word), found.verdict.unmeasured.clone()),
        ("not-enough-evidence", Some("unmeasured-floor"), vec!["c".to_owned()])
    );
    assert_eq!((role(&found, "r0").must_have, role(&found, "r0").p_must_have_missed), (0.0, 0.0));
    // That of a role that does not lead is no obstacle.
    let other = small(&[([4.0, 1.0, 1.0], NO_FLOORS), ([1.0, 4.0, 1.0], [None, None, Some(1.0)])]);
    assert_eq!(matched(&without, &other, 1, true).verdict.code.word(), "clear");
    // Two of three skills unmeasured: the evidence is a third, and what is missing is named.
    let single = json!({ "skills": [{ "skill": "a", "level": 4, "se": 0.01 }] });
    let found = matched(&single, &other, 1, true).verdict;
    assert_eq!(
        (found.code.word(), found.reason.map(Closed::word), found.unmeasured),
        ("not-enough-evidence", Some("evidence"), vec!["b".to_owned(), "c".to_owned()])
    );
}

/// The same level for everybody, moved: leaning lies between too close and clear, and each begins where the catalogue
/// says.
#[test]
fn verdicts_begin_at_the_catalogue_s_thresholds() {
    let apart = small(&[([3.0, 1.0, 1.0], NO_FLOORS), ([1.0, 3.0, 1.0], NO_FLOORS)]);
    let mut seen = Vec::new();
    for step in 0..=40 {
        let shift = f64::from(step) * 0.025;
        let found = matched(&at([2.0 + shift, 2.0, 1.0], 0.5), &apart, 1, true);
        let p = found.roles[0].p_best;
        let expected = if p >= 0.8 {
            "clear"
        } else if p >= 0.6 {
            "leaning"
        } else {
            "too-close"
        };
        assert_eq!(found.verdict.code.word(), expected, "at {p}");
        seen.push(expected);
    }
    seen.dedup();
    assert_eq!(seen, ["too-close", "leaning", "clear"]);
}

/// A catalogue in which the roles at these places are archetypes.
fn with_archetypes(roles: &[([f64; 3], [Option<f64>; 3])], archetypes: &[usize]) -> Catalogue {
    let mut catalogue = small(roles);
    for &role in archetypes {
        catalogue.roles[role].archetype = true;
    }
    catalogue
}

/// The verdict is about product roles, whatever fits better; how much does is said beside it.
#[test]
fn archetypes_take_no_verdict_from_product_roles() {
    let roles = [([4.0, 1.0, 1.0], NO_FLOORS), ([1.0, 4.0, 1.0], NO_FLOORS), ([1.0, 1.0, 4.0], NO_FLOORS)];
    let found = matched(&at([1.0, 3.0, 4.0], 0.01), &with_archetypes(&roles, &[2]), 1, true);
    assert_eq!((found.verdict.code.word(), found.verdict.roles.as_slice()), ("clear", ["r1".to_owned()].as_slice()));
    assert_eq!((found.p_archetype, role(&found, "r2").p_best, role(&found, "r1").p_best), (1.0, 1.0, 0.0));
    assert_eq!((role(&found, "r1").p_best_product, role(&found, "r2").p_best_product), (Some(1.0), None));
    // A catalogue that has only archetypes, or none, compares all of them.
    for archetypes in [&[0, 1, 2][..], &[]] {
        let found = matched(&at([1.0, 3.0, 4.0], 0.01), &with_archetypes(&roles, archetypes), 1, true);
        assert_eq!((found.verdict.roles.as_slice(), found.p_archetype), (["r2".to_owned()].as_slice(), 0.0));
        assert!(found.roles.iter().all(|role| role.p_best_product == Some(role.p_best)));
    }
}

/// "None yet" looks at the product roles: an archetype whose must-haves are met does not change it, nor does one that
/// misses them.
#[test]
fn none_yet_is_about_product_roles() {
    let roles = [([4.0, 1.0, 1.0], [Some(3.5), None, None]), ([1.0, 4.0, 1.0], NO_FLOORS)];
    let found = matched(&at([2.0, 2.0, 1.0], 0.1), &with_archetypes(&roles, &[1]), 1, true).verdict;
    assert_eq!((found.code.word(), found.floor.unwrap().role.as_str()), ("none-yet", "r0"));
    let found = matched(&at([2.0, 2.0, 1.0], 0.1), &with_archetypes(&roles, &[0]), 1, true).verdict;
    assert_eq!((found.code.word(), found.roles.as_slice()), ("clear", ["r1".to_owned()].as_slice()));
}
