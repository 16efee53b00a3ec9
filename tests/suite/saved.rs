//! Saved profiles: replayed as `metier score` does, joined as a slow twin does, and nothing lost to a mistake.

mod broken;
mod edits;
mod joined;

use crate::support::{Scratch, any_sheet, json_of, metier, open, quiz_of, reported, shipped, single};
use metier::problem::Problem;
use metier::saved::Saved;
use serde_json::{Value, json};

/// Answers to all of a quiz (a tenth skipped), as a result of a profile.
fn result(quiz: &Value, taken: &str, seed: u64) -> Value {
    let answers = any_sheet(&open(&quiz.to_string(), "", 1), seed);
    json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": taken, "answers": answers })
}

fn of(results: &[Value]) -> Value {
    json!({ "format": "metier-profile/1", "results": results })
}

/// A profile that was read.
#[track_caller]
fn saved(text: &str) -> Saved {
    Saved::open(text, "en").unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The view of a profile as JSON.
#[track_caller]
fn viewed(profile: &Value) -> Value {
    serde_json::to_value(saved(&profile.to_string()).view()).unwrap()
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code.word()).collect()
}

/// Pace twice and negotiation between, by the same person.
fn three() -> Value {
    let quiz = |name: &str| serde_json::from_str::<Value>(&shipped(name)).unwrap();
    let (pace, negotiation) = (quiz("pace"), quiz("negotiation"));
    of(&[result(&pace, "2026-01-02", 1), result(&negotiation, "2026-02-03", 2), result(&pace, "2026-03-04", 3)])
}

/// Every case of the suite is scored from a profile to the same bits as by `metier score`.
#[test]
fn a_replayed_result_is_what_was_scored() {
    let mut seen = 0;
    for (name, path) in crate::support::files_below("tests/cases")
        .into_iter()
        .filter(|(name, _)| name.ends_with(".json") && !name.contains('/'))
    {
        let case: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let quiz = case["quiz"].as_str().map_or_else(|| case["quiz"].clone(), json_of);
        let (seed, language) = (case["seed"].as_u64().unwrap_or(1), case["language"].as_str().unwrap_or(""));
        let taken =
            json!({ "quiz": quiz, "language": "en", "seed": seed, "taken": "2026-11-22", "answers": case["answers"] });
        let saved = Saved::open(&of(&[taken]).to_string(), language).unwrap();
        assert!(saved.problems.is_empty(), "{name}: {:?}", saved.problems);
        let view = serde_json::to_value(saved.view()).unwrap();

        let (quiz, answers) = (Scratch::new(quiz.to_string()), Scratch::new(case["answers"].to_string()));
        let scored =
            metier(&["score", quiz.path(), answers.path(), "--seed", &seed.to_string(), "--lang", language], "");
        assert_eq!(scored.code, 0, "{name}: {}", scored.err);
        let mut scored: Value = serde_json::from_str(&scored.out).unwrap();
        scored.as_object_mut().unwrap().remove("match");
        assert_eq!(view["results"][0]["report"], scored, "{name}");
        // One result alone is the profile, bit for bit.
        for (skill, scored) in view["skills"].as_array().unwrap().iter().zip(scored["skills"].as_array().unwrap()) {
            for field in [
                "skill",
                "name",
                "state",
                "mean",
                "variance",
                "level",
                "spread",
                "standard_error",
                "low",
                "high",
                "nearest",
            ] {
                assert_eq!(skill[field], scored[field], "{name}: {field}");
            }
        }
        assert_eq!(view["order"], scored["order"], "{name}");
        seen += 1;
    }
    assert!(seen > 50, "{seen} cases");
}

#[test]
fn a_view_has_what_a_page_needs_for_the_answers() {
    let profile = three();
    let view = viewed(&profile);
    for (result, kept) in view["results"].as_array().unwrap().iter().zip(profile["results"].as_array().unwrap()) {
        assert_eq!(result["shown"]["id"], kept["quiz"]["id"]);
        let answers = result["answers"].as_array().unwrap();
        assert_eq!(answers.len(), kept["quiz"]["items"].as_array().unwrap().len());
        for answer in answers {
            let item = answer["item"].as_str().unwrap();
            let read: Value = serde_json::from_str(answer["answer"].as_str().unwrap()).unwrap();
            assert_eq!(read, kept["answers"][item]);
            assert!(result["shown"]["items"].as_array().unwrap().iter().any(|shown| shown["id"] == item));
        }
    }
    let fact = |place: usize, name: &str| view["results"][place][name].clone();
    assert_eq!((fact(0, "newest"), fact(1, "newest"), fact(2, "newest")), (json!(false), json!(true), json!(true)));
    assert_eq!(
        (fact(0, "index"), fact(1, "quiz"), fact(2, "taken")),
        (json!(0), json!("negotiation"), json!("2026-03-04"))
    );
    assert_eq!((fact(0, "grade"), fact(0, "items")), (json!(0), json!(8)));
    assert_eq!((view["origin"].clone(), view["careless"].clone()), (Value::Null, json!(false)));
}

/// Answers beside their time, and lists of them, come as what was answered alone.
#[test]
fn answers_come_without_what_is_around_them() {
    let quiz = json!({ "format": "metier-quiz/1", "id": "q", "version": "1", "language": "en", "title": "T", "about": "A", "instruction": "best",
        "skills": [{ "id": "s", "name": "S", "definition": "D", "levels": ["0", "1", "2", "3", "4"] }],
        "items": [{ "id": "constructor", "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] },
            { "id": "rated", "type": "judge", "prompt": "P", "points": 5, "skill": "s", "options": [
                { "id": "answer", "text": "A", "key": { "mean": 4, "spread": 1 } }, { "id": "ms", "text": "B", "key": { "mean": 2, "spread": 1 } },
                { "id": "item", "text": "C", "key": { "mean": 3, "spread": 1 } }] }],
        "evidence": { "grade": 0, "note": "N" } });
    let with = |answers: &str| {
        let text = format!(
            r#"{{"format":"metier-profile/1","results":[{{"quiz":{quiz},"language":"en","seed":1,"taken":"2026-01-01","answers":{answers}}}]}}"#
        );
        let profile = saved(&text);
        assert!(profile.problems.is_empty(), "{:?}", profile.problems);
        let view = serde_json::to_value(profile.view()).unwrap();
        let of = |answer: &Value| {
            (answer["item"].as_str().unwrap().to_owned(), answer["answer"].as_str().unwrap().to_owned())
        };
        view["results"][0]["answers"].as_array().unwrap().iter().map(of).collect::<Vec<_>>()
    };
    let pair = |item: &str, answer: &str| (item.to_owned(), answer.to_owned());
    assert_eq!(
        with(r#"{"constructor": {"answer": 3, "ms": 900.5}, "rated": {"answer": 5, "ms": 2}}"#),
        [pair("constructor", "3"), pair("rated", r#"{"answer": 5, "ms": 2}"#)]
    );
    assert_eq!(
        with(r#"[{"item":"rated","answer":{ "answer":1,"ms":2 }},{"ms":1,"answer": null ,"item":"constructor"}]"#),
        [pair("rated", r#"{ "answer":1,"ms":2 }"#), pair("constructor", "null")]
    );
}

#[test]
fn the_command_line_checks_and_matches_saved_profiles() {
    let profile = Scratch::new(three().to_string());
    let checked = metier(&["check", profile.path()], "");
    assert_eq!((checked.code, checked.out.lines().count()), (0, 1), "{}", checked.out);
    let matched = metier(&["match", profile.path(), "--seed", "7"], "");
    assert_eq!((matched.code, matched.err.as_str()), (0, ""));

    // The same from the skills of its view.
    let view = viewed(&three());
    let skill =
        |skill: &Value| json!({ "skill": skill["skill"], "mean": skill["mean"], "variance": skill["variance"] });
    let skills: Vec<Value> = view["skills"].as_array().unwrap().iter().map(skill).collect();
    let by_hand = metier(&["match", "-", "--seed", "7"], json!({ "skills": skills }).to_string());
    assert_eq!(matched.out, by_hand.out);

    // What is wrong in one result is said, and the others are matched.
    let text = three().to_string().replacen("\"seed\":1", "\"seed\":01", 1);
    let damaged = Scratch::new(text);
    let matched = metier(&["match", damaged.path()], "");
    assert_eq!((matched.code, matched.out.is_empty()), (0, false));
    assert!(
        matched.err.contains("error[json-number] 1:") && matched.err.contains("/results/0/seed"),
        "{}",
        matched.err
    );
    let nothing = metier(&["match", "-"], r#"{"format":"metier-profile/1","results":[]}"#);
    assert_eq!((nothing.code, nothing.out.as_str()), (1, ""));
    assert!(nothing.err.contains("error[profile-none]"), "{}", nothing.err);
}

/// A count adds nothing to what other results say: no skill, no sign that keeps them from naming a role, no change.
/// What somebody wrote in their own words is not kept: its time is no sign, and nothing is missing without it.
#[test]
fn a_result_says_the_same_without_what_stays_with_the_person() {
    let mut items: Vec<Value> = (0..5).map(|index| single(&format!("i{index}"), &[1.0, 2.0, 3.0])).collect();
    items.push(json!({ "id": "own", "type": "text", "prompt": "P" }));
    let quiz = quiz_of(&json!(items));
    for (quick, slow) in [(1_500, 40_000), (2_100, 100)] {
        let mut answers: serde_json::Map<String, Value> =
            (0..5).map(|index| (format!("i{index}"), json!({ "answer": "b", "ms": quick }))).collect();
        let sheet = |answers: &serde_json::Map<String, Value>| {
            let report = serde_json::to_value(reported(&quiz, &json!(answers))).unwrap();
            (report["signs"].clone(), report["careless"].clone())
        };
        let without = sheet(&answers);
        let kept = json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": "2026-04-05", "answers": answers });
        let seen = viewed(&of(&[kept]));
        assert_eq!((&seen["results"][0]["answered"], &seen["results"][0]["items"]), (&json!(5), &json!(5)));
        assert_eq!(seen["results"][0]["report"]["careless"], without.1);
        answers.insert("own".into(), json!({ "answer": "Words of mine", "ms": slow }));
        assert_eq!(sheet(&answers), without, "{quick} ms");
        assert_eq!(without.1, json!(quick < 2_000));
    }
}

#[test]
fn a_count_leaves_the_skills_as_they_are() {
    let counted = json_of("tests/cases/quizzes/counted.json");
    let hurried: Value = ["x", "y"]
        .iter()
        .zip([json!(["a", "b", "c"]), json!(["d", "e"])])
        .map(|(item, options)| {
            let put = options.as_array().unwrap().iter().map(|id| (id.as_str().unwrap().to_owned(), json!("past")));
            ((*item).to_owned(), json!({ "answer": Value::Object(put.collect()), "ms": 300 }))
        })
        .collect();
    let count =
        |taken: &str| json!({ "quiz": counted, "language": "en", "seed": 999, "taken": taken, "answers": hurried });
    let alone = viewed(&three());
    let mut results = three()["results"].as_array().unwrap().clone();
    results.extend([count("2026-04-05"), count("2026-05-06")]);
    let both = viewed(&of(&results));
    // Nor does it choose the draws by which roles are compared.
    let seed = |profile: &Value| Saved::open(&profile.to_string(), "en").map(|saved| saved.view().seed()).unwrap();
    assert_eq!(seed(&of(&results)), seed(&three()));
    for field in ["skills", "order", "careless", "problems"] {
        assert_eq!(both[field], alone[field], "{field}");
    }
    let last = &both["results"][4];
    assert_eq!((&last["report"]["counted"]["of"], &last["report"]["signs"][0]["code"]), (&json!(5), &json!("fast")));
    assert_eq!((&last["change"], &last["newest"]), (&json!([]), &json!(true)));
}
