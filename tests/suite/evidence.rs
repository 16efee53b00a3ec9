//! What a quiz's evidence grade needs, and what it lets the view and the report show.

use crate::support::{metier, open, quiz_of, reported, single};
use serde_json::{Value, json};

/// Evidence with every field, whatever the grade.
fn stated(grade: u32) -> Value {
    json!({
        "grade": grade, "note": "N", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 500, "reliability": 0.9, "fit": "F", "study": "S"
    })
}

/// What the author states is shown from the grade that needs it, and not before.
#[test]
fn a_grade_shows_what_it_rests_on() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    let mut given = |grade: u32| {
        quiz["evidence"] = stated(grade);
        let view = serde_json::to_value(open(&quiz.to_string(), "", 1).view()).unwrap();
        let fields = view["stated"].as_object().unwrap().iter().filter(|(_, value)| !value.is_null());
        fields.map(|(name, _)| name.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(given(0), "");
    assert_eq!(given(1), "experts");
    assert_eq!(given(2), "experts people reliability");
    assert_eq!(given(3), "experts people reliability fit");
    assert_eq!(given(4), "experts people reliability fit study");
}

#[test]
fn a_profile_in_the_terminal_says_what_its_grade_rests_on() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    quiz["evidence"] = stated(2);
    let file = std::env::temp_dir().join(format!("metier-evidence-{}.json", std::process::id()));
    std::fs::write(&file, quiz.to_string()).unwrap();
    let done = metier(&["take", file.to_str().unwrap()], "a\n");
    std::fs::remove_file(&file).unwrap();
    let words = "Evidence grade 2 of 4. N\nStated by the author, not checked.\n- 5 experts keyed it (R), with an agreement of 0.80.\n\
        - 500 people answered it.\n- Its reliability was 0.90.\n";
    assert_eq!(done.out.matches(words).count(), 2, "before the questions and after: {}", done.out);
}

/// A grade without its evidence is refused, field by field and number by number.
#[test]
fn a_grade_needs_its_evidence() {
    let full = stated(4);
    let refused = |grade: u32, change: &dyn Fn(&mut Value)| {
        let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
        quiz["evidence"] = full.clone();
        quiz["evidence"]["grade"] = json!(grade);
        change(&mut quiz["evidence"]);
        metier::quiz::read(&quiz.to_string()).1.iter().any(|problem| problem.code.word() == "evidence-missing")
    };
    assert!((0..=4).all(|grade| !refused(grade, &|_| {})));
    for (field, from) in [("experts", 1), ("people", 2), ("reliability", 2), ("fit", 3), ("study", 4)] {
        let without = |evidence: &mut Value| drop(evidence.as_object_mut().unwrap().remove(field));
        assert_eq!(
            (0..=4).map(|grade| refused(grade, &without)).collect::<Vec<_>>(),
            (0..=4).map(|grade| grade >= from).collect::<Vec<_>>(),
            "{field}"
        );
    }
    assert!(refused(1, &|evidence| evidence["experts"]["count"] = json!(4)));
    assert!(
        refused(2, &|evidence| evidence["people"] = json!(199))
            && !refused(2, &|evidence| evidence["people"] = json!(200))
    );
    assert!(
        refused(3, &|evidence| evidence["people"] = json!(499))
            && refused(4, &|evidence| evidence["people"] = json!(499))
    );
}

/// The words of outputs that grade 0 may not have, and that this version has at no grade.
#[test]
fn no_grade_shows_what_was_not_measured() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    for grade in 0..=4 {
        quiz["evidence"] = stated(grade);
        let report = reported(&quiz, &json!({ "x": "b" }));
        assert_eq!(report.grade, grade);
        let text = serde_json::to_string(&report).unwrap();
        for word in [
            "standard_error",
            "\"se\"",
            "\"sem\"",
            "reliab",
            "percentile",
            "theta",
            "norm",
            "rank",
            "probability",
            "study",
            "people",
            "agreement",
        ] {
            assert!(!text.contains(word), "{word} at grade {grade}");
        }
    }
}

/// A deviation of .8 and a reliability of .91: SEM = .8 * .3 = .24, and 1.96 * sqrt(2) * .24 = .665 to three digits.
#[test]
fn errors_of_measurement_begin_at_grade_2() {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    for grade in 0..=4 {
        quiz["evidence"] = stated(grade);
        quiz["evidence"]["reliability"] = json!(0.91);
        quiz["evidence"]["deviation"] = json!(0.8);
        let report = reported(&quiz, &json!({ "x": "b" }));
        assert_eq!(report.measurement.is_some(), grade >= 2, "grade {grade}");
        let Some(found) = report.measurement else { continue };
        assert!((found.sem - 0.24).abs() < 1e-12 && (found.reliable_change - 0.665).abs() < 5e-4, "{found:?}");
    }
}

/// Two skills whose levels are far from those of a sample in which they go together: each alone is nothing unusual.
#[test]
fn levels_that_stand_out_from_a_sample_are_worth_another_look() {
    let key = |skill: &str, level: u32| json!([{ "skill": skill, "level": level }]);
    let item = |id: &str, skill: &str| {
        json!({ "id": id, "type": "single", "prompt": "P",
            "options": [{ "id": "a", "text": "A", "keys": key(skill, 0) }, { "id": "b", "text": "B", "keys": key(skill, 4) }] })
    };
    let mut quiz = quiz_of(&json!([item("x", "s"), item("y", "s"), item("z", "t")]));
    let answers = json!({ "x": "b", "y": "b", "z": "a" });
    let mut signs = |grade: u32, sample: Value, answers: &Value| {
        quiz["evidence"] = stated(grade);
        if !sample.is_null() {
            quiz["evidence"]["sample"] = sample;
        }
        let found = reported(&quiz, answers);
        let levels: Vec<Option<f64>> = found.skills.iter().map(|skill| skill.level).collect();
        (levels, serde_json::to_value(&found.signs).unwrap())
    };
    let (levels, none) = signs(2, Value::Null, &answers);
    assert_eq!(none, json!([]), "nothing without a sample");
    let (s, t) = (levels[0].unwrap(), levels[1].unwrap());
    assert!(s > 2.3 && t < 1.7, "{s} {t}");
    // With unit variances and a correlation r the squared distance is (x^2 - 2 r x y + y^2) / (1 - r^2); its limit for
    // two skills is 13.816 in the tables of chi-square.
    let (x, y) = (s - 2.0, t - 2.0);
    let distance = |r: f64| (x * x - 2.0 * r * x * y + y * y) / (1.0 - r * r);
    let sample = |r: f64| json!({ "means": [2, 2], "covariance": [[1, r], [r, 1]] });
    let mut seen = [false; 2];
    for r in [-0.5, 0.0, 0.5, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99] {
        let beyond = distance(r) > 13.816;
        // The further of the two skills, in its own deviations, is the one with two answers.
        let expected = if beyond { json!([{ "code": "distance", "items": ["x", "y"] }]) } else { json!([]) };
        assert_eq!(signs(2, sample(r), &answers).1, expected, "r = {r}, distance {}", distance(r));
        seen[usize::from(beyond)] = true;
    }
    assert_eq!(seen, [true, true]);
    assert_eq!(signs(4, sample(0.99), &answers).1[0]["code"], "distance");
    assert_eq!(signs(2, sample(0.99), &json!({ "x": "b", "y": "b" })).1, json!([]), "a skill without a level");
}
