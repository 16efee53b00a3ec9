//! Inputs that are right, out of the project's own files.

use super::BETWEEN;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text_of(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder that end so, in order.
fn files(folder: &str, end: &str) -> Vec<String> {
    let entries = std::fs::read_dir(project(folder)).unwrap();
    let names = entries.map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()));
    let mut names: Vec<String> = names.filter(|name| name.ends_with(end)).collect();
    names.sort();
    names
}

/// One input of several texts.
fn joined(texts: &[&str]) -> Vec<u8> {
    let parts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    parts.join(&BETWEEN)
}

/// Items and responses: all models, answered whole, in part and not at all.
pub fn banks() -> Vec<Vec<u8>> {
    let items = text_of("tests/reference/measurement/items.csv");
    let few = "item,model,a,b1,b2,c,d\nq1,1pl,,-0.4,,,\nq2,4pl,1.6,-0.2,,0.12,0.93\nq3,graded,1.7,-2,0.6,,\nq4,partial-credit,0.7,1,-1,,\n";
    let answers = "person,q4,q2,q1,q3\nann,2,1,1,0\nbob,0,,0,2\n\"c,y\",,,,\n";
    vec![
        joined(&[&items, &text_of("tests/reference/measurement/responses.csv")]),
        joined(&[few, answers]),
        joined(&["item,model,a1,a2,a3,c1,c2,c3\nn,nominal,0,0.7,1.9,0,0.4,-0.3\n", "person,n\nann,2\nbob,0\n"]),
    ]
}

/// Responses alone.
pub fn scores() -> Vec<Vec<u8>> {
    vec![
        text_of("tests/reference/measurement/responses.csv").into_bytes(),
        b"person,a,b,c,d,e\nann,0,1,2,3,4\nbob,1,1,1,1,1\ncy,4,3,2,1,0\ndi,2,2,3,2,1\n".to_vec(),
    ]
}

/// Every shipped quiz and every case with its answers, and the starter.
pub fn quizzes() -> Vec<Vec<u8>> {
    let case = |name: String| {
        let case: Value = serde_json::from_str(&text_of(&name)).unwrap();
        let quiz = case["quiz"].as_str().map_or_else(|| case["quiz"].to_string(), text_of);
        joined(&[&quiz, &case["answers"].to_string()])
    };
    let cases = files("tests/cases", ".json").into_iter().map(case);
    cases.chain([joined(&[&text_of("src/bin/metier/starter.json"), "{}"]), adaptive()]).collect()
}

/// Two skills, items of many models with invented parameters, and an end by error.
fn adaptive() -> Vec<u8> {
    let skill = |id: &str| json!({ "id": id, "name": id, "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
    let item = |index: usize| {
        let (skill, place) = (["s", "t"][index % 2], index as f64 / 4.0 - 1.0);
        let options =
            json!([{ "id": "a", "text": "A" }, { "id": "b", "text": "B", "keys": [{ "skill": skill, "level": 3 }] }]);
        let scale = json!({ "id": format!("i{index}"), "type": "likert", "prompt": "P", "points": 3, "anchors": ["no", "yes"],
            "keys": [{ "skill": skill }], "calibration": { "model": "graded", "skill": skill, "a": 1.4, "b": [place - 0.7, place + 0.5] } });
        let choice = json!({ "id": format!("i{index}"), "type": "single", "prompt": "P", "options": options,
            "calibration": { "model": "4pl", "skill": skill, "a": 1.8, "b": [place], "c": 0.1, "d": 0.95, "categories": [0, 1] } });
        let nominal = json!({ "id": format!("i{index}"), "type": "single", "prompt": "P", "options": options,
            "calibration": { "model": "nominal", "skill": skill, "slopes": [0, 1.2], "intercepts": [0, place], "categories": [0, 1] } });
        [scale, choice, nominal][index / 2 % 3].clone()
    };
    let quiz = json!({
        "format": "metier-quiz/1", "id": "q", "version": "1", "language": "en", "title": "T", "about": "A", "instruction": "best",
        "skills": [skill("s"), skill("t")], "items": (0..10).map(item).collect::<Value>(),
        "correlations": [{ "skill": "s", "with": "t", "value": 0.4 }], "scale": { "zero": 2, "unit": 1, "method": "map" },
        "order": "adaptive", "adaptive": { "rule": "posterior", "min": 3, "max": 9, "stop_error": 0.5, "among": 2 },
        "evidence": { "grade": 3, "note": "Invented for a test.", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 500,
            "reliability": 0.9, "fit": "F", "study": "S" }
    });
    joined(&[
        &quiz.to_string(),
        r#"[{"item":"i0","answer":2,"ms":900},{"item":"i3","answer":"b"},{"item":"i2","answer":null}]"#,
    ])
}

/// Catalogues with profiles.
pub fn catalogues() -> Vec<Vec<u8>> {
    let example = text_of("tests/reference/worked-example/catalogue.json");
    vec![
        joined(&[&example, &text_of("tests/reference/worked-example/profile.json")]),
        joined(&[
            &text_of("www/roles/product.json"),
            r#"{"skills":[{"skill":"customer","level":3,"se":0.35},{"skill":"market","level":2,"se":0.4}],"covariance":[[0.12,0],[0,0.16]]}"#,
        ]),
        joined(&[
            &text_of("www/roles/product.json"),
            r#"{"skills":[{"skill":"customer","mean":3.4,"variance":0.5},{"skill":"market","mean":0.2,"variance":0.1},{"skill":"delivery"}]}"#,
        ]),
    ]
}

/// Saved profiles: two attempts at one quiz and another on the same skills; an adaptive one; and every field.
pub fn profiles() -> Vec<Vec<u8>> {
    let skill = |id: &str| json!({ "id": id, "name": id, "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
    let scale = |id: &str, skill: &str| json!({ "id": id, "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": skill }] });
    let quiz = |id: &str| {
        json!({ "format": "metier-quiz/1", "id": id, "version": "1", "language": "en", "title": "T", "about": "A",
        "instruction": "would", "skills": [skill("s"), skill("t")], "items": [scale("a", "s"), scale("b", "t"), scale("c", "s")],
        "evidence": { "grade": 0, "note": "N" } })
    };
    let taken = |quiz: Value, day: &str, answers: Value| json!({ "quiz": quiz, "language": "en", "seed": 3, "taken": day, "answers": answers });
    let several = json!({ "format": "metier-profile/1", "origin": "teacher", "results": [
        taken(quiz("one"), "2026-01-01", json!({ "a": 1, "b": { "answer": 2, "ms": 900 }, "c": null })),
        taken(quiz("two"), "2026-01-02", json!({ "a": 4, "b": 4, "c": 4 })),
        taken(quiz("one"), "2026-02-01", json!([{ "item": "c", "answer": 3 }, { "item": "a", "answer": 0, "ms": 1200 }])) ] });
    let adaptive = adaptive();
    let mut parts = adaptive.split(|&byte| byte == BETWEEN).map(|part| serde_json::from_slice::<Value>(part).unwrap());
    let (bank, sheet) = (parts.next().unwrap(), parts.next().unwrap());
    let adaptive = json!({ "format": "metier-profile/1", "results": [taken(bank, "2026-03-03", sheet), taken(quiz("one"), "2026-03-03", json!({ "a": 2, "c": 2 }))] });
    vec![
        several.to_string().into_bytes(),
        adaptive.to_string().into_bytes(),
        text_of("tests/suite/schema/profile.json").into_bytes(),
    ]
}

/// Adverts with lexicons; the advert first, since most changes fall on what is long.
pub fn adverts() -> Vec<Vec<u8>> {
    let small = text_of("tests/suite/schema/advert.json");
    let pasted = "<h2>Duties</h2><ul><li>Mend&nbsp;to&shy;ols, no welcome</ul>\u{2022} WELCOME 5+ years &amp; more\r\no must have a wizard <!-- x -->";
    let mut seeds = vec![joined(&[pasted, &small]), joined(&["", &small])];
    let own: Vec<String> =
        files("tests/suite/advert/adverts", ".md").into_iter().take(8).map(|name| text_of(&name)).collect();
    seeds.extend(own.iter().map(|advert| joined(&[advert, &small])));
    seeds.extend(own.first().map(|advert| joined(&[advert, &text_of("www/lexicon/product.json")])));
    seeds
}
