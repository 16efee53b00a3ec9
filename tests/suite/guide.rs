//! The guide for authors (`www/pages/author.html`) tells the truth: its examples are read, stand for the levels that it
//! says, and `metier check` prints what it shows.

use metier::problem::Severity;
use metier::report::report;
use metier::session::{SEED, Session};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;

const GUIDE: &str = include_str!("../../www/pages/author.html");

/// The texts of the page's elements of that class, in order, each with where it begins.
fn texts(class: &str) -> Vec<(usize, String)> {
    let opening = format!(" class=\"{class}\">");
    let starts = GUIDE.match_indices(&opening).map(|(at, _)| at + opening.len());
    starts.map(|start| (start, unescaped(GUIDE[start..].split("</").next().unwrap()))).collect()
}

/// The characters that stand for themselves in JSON but not in HTML; the ampersand last, so that nothing is read twice.
fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

/// The page's examples as documents of their own, each with where it begins.
fn examples() -> Vec<(usize, Value)> {
    let (mut whole, mut calibrated) = (Value::Null, Value::Null);
    let parsed = texts("example").into_iter().map(|(at, text)| (at, serde_json::from_str::<Value>(&text).unwrap()));
    let documents = parsed.map(|(at, example)| {
        if example.get("format").is_some() {
            whole = example.clone();
        }
        if example.get("calibration").is_some() {
            calibrated = example.clone();
        }
        let most = example["adaptive"]["max"].as_u64();
        let mut document = document(&whole, example);
        // An adaptive quiz has as many items as it may ask, each like the calibrated one that was shown.
        if let Some(most) = most {
            document["items"] = (0..most).map(|number| named(&calibrated, &format!("i{number}"))).collect();
        }
        (at, document)
    });
    documents.collect()
}

/// The item under another name.
fn named(item: &Value, id: &str) -> Value {
    let mut item = item.clone();
    item["id"] = json!(id);
    item
}

/// A whole document as it is, an item in a quiz of its own, and parts of a quiz in place of those of `whole`.
fn document(whole: &Value, example: Value) -> Value {
    let mut document = whole.clone();
    if example.get("type").is_some() {
        document["skills"] = skills(&whole["skills"][0], &example);
        // What measures nothing stands beside an item that does.
        let beside = document["items"][0].clone();
        document["items"] = json!([example]);
        if document["skills"] == json!([]) {
            document["skills"] = whole["skills"].clone();
            document["items"].as_array_mut().unwrap().push(beside);
        }
        return document;
    }
    for (field, value) in example.as_object().unwrap() {
        document[field] = value.clone();
    }
    document
}

/// A skill for each that the item names.
fn skills(like: &Value, item: &Value) -> Value {
    let mut named = BTreeSet::new();
    collect_skills(item, &mut named);
    let skill = |id: &String| {
        let mut skill = like.clone();
        skill["id"] = json!(id);
        skill
    };
    named.iter().map(skill).collect()
}

fn collect_skills(value: &Value, named: &mut BTreeSet<String>) {
    if let Some(skill) = value["skill"].as_str() {
        named.insert(skill.to_owned());
    }
    let children =
        value.as_object().into_iter().flat_map(|object| object.values()).chain(value.as_array().into_iter().flatten());
    children.for_each(|child| collect_skills(child, named));
}

#[test]
fn every_example_is_read() {
    let examples = examples();
    assert_eq!(examples.len(), texts("example").len());
    assert!(examples.len() > 10, "{} examples", examples.len());
    for (_, document) in &examples {
        let (_, problems) = metier::quiz::read(&document.to_string());
        let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?} in {document:#}");
    }
}

#[test]
fn every_type_of_item_has_an_example() {
    let schema: Value = serde_json::from_str(include_str!("../../www/schema/quiz-1.json")).unwrap();
    let types = schema["$defs"]["item-type"]["enum"].as_array().unwrap();
    let shown: Vec<Value> = examples().into_iter().map(|(_, document)| document["items"][0]["type"].clone()).collect();
    assert!(types.iter().all(|kind| shown.contains(kind)), "{shown:?}");
}

/// After an example come answers to it, each followed by the level that it is said to stand for.
#[test]
fn answers_stand_for_the_levels_that_the_page_says() {
    let (examples, levels) = (examples(), texts("level"));
    let answers = texts("answer");
    assert_eq!(answers.len(), levels.len());
    assert!(answers.len() > 10, "{} answers", answers.len());
    for ((at, answer), (said_at, said)) in answers.iter().zip(&levels) {
        assert!(at < said_at, "{answer} has no level");
        let (_, document) = examples.iter().rfind(|(example, _)| example < at).unwrap();
        let found = level(document, answer);
        match said.parse::<f64>() {
            Ok(said) => assert!(
                found.is_some_and(|found| (found - said).abs() < 0.006),
                "{answer}: {said} said, {found:?} found"
            ),
            Err(_) => assert!(said == "nothing" && found.is_none(), "{answer}: {said} said, {found:?} found"),
        }
    }
}

/// The level that an answer to the first item of a quiz stands for, on its first skill.
fn level(document: &Value, answer: &str) -> Option<f64> {
    let mut session = Session::open(&document.to_string(), "", SEED).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let item = document["items"][0]["id"].as_str().unwrap();
    if let Err(problems) = session.answer(item, answer, 0.0) {
        panic!("{answer}: {problems:#?}");
    }
    report(&session).skills[0].pulls.first().map(|pull| pull.value)
}

#[test]
fn the_check_prints_what_the_page_shows() {
    let [(_, wrong)] = texts("wrong").try_into().unwrap();
    let [(_, output)] = texts("output").try_into().unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("my-quiz.json"), wrong).unwrap();
    let printed = Command::new(env!("CARGO_BIN_EXE_metier"))
        .args(["check", "my-quiz.json"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(printed.stdout).unwrap().trim_end(), output);
    assert_eq!(printed.status.code(), Some(1));
}

/// The limits in the page's table, from the constants of the reader.
#[test]
fn the_limits_are_those_of_the_reader() {
    use metier::quiz::limits::{CHARACTERS, FURTHEST, GROUPED, ITEMS, OPTIONS, POSITIONS, SKILLS, STEPS};
    use metier::quiz::scales::STEP_BYTES;
    use metier::text::json::{BYTES, DEPTH, STRING};
    let mega = BYTES / 1024 / 1024;
    let rows = [
        ("The file", format!("{mega} MB of UTF-8")),
        ("Nesting of objects and lists", DEPTH.to_string()),
        ("A string", format!("{} KB", STRING / 1024)),
        ("Items", format!("{},{:03}", ITEMS / 1000, ITEMS % 1000)),
        ("Options of an item", OPTIONS.to_string()),
        ("Skills", SKILLS.to_string()),
        ("Steps of a scale, ratings", STEPS.to_string()),
        ("Groups of an item", STEPS.to_string()),
        ("Items on one screen", GROUPED.to_string()),
        ("Bytes of a step of a shared scale", STEP_BYTES.to_string()),
        ("Steps of a slider", format!("{},{:03}", POSITIONS / 1000, POSITIONS % 1000)),
        ("Characters of an answer in one’s own words", format!("{},{:03}", CHARACTERS / 1000, CHARACTERS % 1000)),
        (
            "Numbers of a slider or a number item, either side of 0",
            format!("1{}", ",000".repeat((FURTHEST.log10() / 3.0) as usize)),
        ),
    ];
    for (what, most) in rows {
        let row = format!("<th scope=\"row\">{what}</th><td>{most}</td>");
        assert!(GUIDE.contains(&row), "{row}");
    }
}

/// What the guide shows of a count fits a quiz of five options.
#[test]
fn the_count_of_the_guide_is_one() {
    let mut quiz = crate::support::json_of("tests/cases/quizzes/counted.json");
    let [(_, shown)] = texts("counted").try_into().unwrap();
    quiz["counted"] = serde_json::from_str::<Value>(&shown).unwrap()["counted"].clone();
    let (read, problems) = metier::quiz::read(&quiz.to_string());
    assert!(read.is_some() && problems.is_empty(), "{problems:#?}");
}
