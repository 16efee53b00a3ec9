//! Inputs that are right, out of the project's own files.

use crate::{BETWEEN, project};
use serde_json::{Value, json};

/// The quiz to which the target "answers" has answers: every kind of item is in it.
pub const KINDS: &str = "src/bin/metier/starter.json";
/// The lexicon of the page of adverts.
pub const LEXICON: &str = "www/lexicon/product.json";

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
    let few = "item,model,a,b1,b2,c,d\nq1,1pl,,-0.4,,,\nq2,4pl,1.6,-0.2,,0.12,0.93\n\
        q3,graded,1.7,-2,0.6,,\nq4,partial-credit,0.7,1,-1,,\n";
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
        let scale = json!({ "id": format!("i{index}"), "type": "likert", "prompt": "P", "points": 3,
            "anchors": ["no", "yes"],
            "keys": [{ "skill": skill }], "calibration": { "model": "graded", "skill": skill, "a": 1.4,
                "b": [place - 0.7, place + 0.5] } });
        let choice = json!({ "id": format!("i{index}"), "type": "single", "prompt": "P", "options": options,
            "calibration": { "model": "4pl", "skill": skill, "a": 1.8, "b": [place], "c": 0.1, "d": 0.95,
                "categories": [0, 1] } });
        let nominal = json!({ "id": format!("i{index}"), "type": "single", "prompt": "P", "options": options,
            "calibration": { "model": "nominal", "skill": skill, "slopes": [0, 1.2], "intercepts": [0, place],
                "categories": [0, 1] } });
        [scale, choice, nominal][index / 2 % 3].clone()
    };
    let quiz = json!({
        "format": "metier-quiz/1", "id": "q", "version": "1", "language": "en", "title": "T", "about": "A",
        "instruction": "best",
        "skills": [skill("s"), skill("t")], "items": (0..10).map(item).collect::<Value>(),
        "correlations": [{ "skill": "s", "with": "t", "value": 0.4 }], "scale": { "zero": 2, "unit": 1,
        "method": "map" },
        "order": "adaptive", "adaptive": { "rule": "posterior", "min": 3, "max": 9, "stop_error": 0.5, "among": 2 },
        "evidence": { "grade": 3, "note": "Invented for a test.", "experts": { "count": 5, "roles": "R",
            "agreement": 0.8 }, "people": 500,
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
    let scale = |id: &str, skill: &str| {
        json!({ "id": id, "type": "likert", "prompt": "P", "points": 5,
        "anchors": ["no", "yes"], "keys": [{ "skill": skill }] })
    };
    let quiz = |id: &str| {
        json!({ "format": "metier-quiz/1", "id": id, "version": "1", "language": "en", "title": "T", "about": "A",
        "instruction": "would", "skills": [skill("s"), skill("t")], "items": [scale("a", "s"), scale("b", "t"),
            scale("c", "s")],
        "evidence": { "grade": 0, "note": "N" } })
    };
    let taken = |quiz: Value, day: &str, answers: Value| {
        json!({ "quiz": quiz, "language": "en", "seed": 3,
        "taken": day, "answers": answers })
    };
    let several = json!({ "format": "metier-profile/1", "origin": "teacher", "results": [
        taken(quiz("one"), "2026-01-01", json!({ "a": 1, "b": { "answer": 2, "ms": 900 }, "c": null })),
        taken(quiz("two"), "2026-01-02", json!({ "a": 4, "b": 4, "c": 4 })),
        taken(quiz("one"), "2026-02-01", json!([{ "item": "c", "answer": 3 }, { "item": "a", "answer": 0,
            "ms": 1200 }])) ] });
    let adaptive = adaptive();
    let mut parts = adaptive.split(|&byte| byte == BETWEEN).map(|part| serde_json::from_slice::<Value>(part).unwrap());
    let (bank, sheet) = (parts.next().unwrap(), parts.next().unwrap());
    let adaptive = json!({ "format": "metier-profile/1", "results": [taken(bank, "2026-03-03", sheet),
        taken(quiz("one"), "2026-03-03", json!({ "a": 2, "c": 2 }))] });
    vec![
        several.to_string().into_bytes(),
        adaptive.to_string().into_bytes(),
        text_of("tests/suite/schema/profile.json").into_bytes(),
    ]
}

/// Adverts with lexicons; the advert first, since most changes fall on what is long.
pub fn adverts() -> Vec<Vec<u8>> {
    let small = text_of("tests/suite/schema/advert.json");
    let pasted = "<h2>Duties</h2><ul><li>Mend&nbsp;to&shy;ols, no welcome</ul>\u{2022} WELCOME 5+ years &amp; \
        more\r\no must have a wizard <!-- x -->";
    let mut seeds = vec![joined(&[pasted, &small]), joined(&["", &small])];
    let own: Vec<String> =
        files("tests/suite/advert/adverts", ".md").into_iter().take(8).map(|name| text_of(&name)).collect();
    seeds.extend(own.iter().map(|advert| joined(&[advert, &small])));
    seeds.extend(own.first().map(|advert| joined(&[advert, &text_of(LEXICON)])));
    seeds
}

/// A lexicon first, then an advert.
pub fn lexicons() -> Vec<Vec<u8>> {
    vec![
        joined(&[&text_of("tests/suite/schema/advert.json"), "Own the roadmap. 5+ years, no wizard."]),
        joined(&[&text_of(LEXICON), "Own the roadmap."]),
    ]
}

/// Answer sheets, and answers alone, to the quiz of every kind.
pub fn answers() -> Vec<Vec<u8>> {
    let sheet = json!({ "complaint": "a", "signs": ["a", "b"], "replies": { "a": 4, "b": 2 },
        "meeting": { "best": "a", "worst": "c" },
        "minutes": { "a": 4, "b": 6 }, "last-month": 2, "ready": 1, "after": ["b", "a", "c"], "talked": 30,
        "parcels": 7,
        "heard": { "a": "said", "b": "made", "c": "said" }, "said-back": 1, "read": null, "monday": "x" });
    let list: Value = sheet
        .as_object()
        .unwrap()
        .iter()
        .map(|(item, answer)| json!({ "item": item, "answer": answer, "ms": 900 }))
        .collect();
    let alone = sheet.as_object().unwrap().values().map(|answer| joined(&["{}", &answer.to_string()]));
    [joined(&[&sheet.to_string(), "null"]), joined(&[&list.to_string(), "2"])].into_iter().chain(alone).collect()
}

/// What is known of two skills, and how a session would go on.
pub fn choices() -> Vec<Vec<u8>> {
    let known = r#"{"skills":[{"skill":"customer","level":3,"se":0.35},{"skill":"market","level":2,"se":0.4}]}"#;
    let graded = json!({ "skill": "customer", "model": "graded", "a": 1.5, "b": [1, 2, 3] });
    let logistic = json!({ "skill": "market", "model": "4pl", "a": 1.1, "b": [2], "c": 0.1, "d": 0.9 });
    let nominal = json!({ "skill": "delivery", "model": "nominal", "slopes": [0, 1], "intercepts": [0, -1] });
    let items = json!([{ "item": "i", "shares": true, "measures": graded }, { "item": "j", "shares": true,
        "measures": logistic },
        { "item": "k", "measures": nominal }]);
    let open =
        json!({ "own": ["i"], "rule": { "asked": 4, "min": 2, "stop_share": 0.8, "decides": true }, "items": items });
    let screen = json!({ "own": ["i", "j"], "rule": { "asked": 4, "min": 9, "decides": true, "screen": 2,
        "stop_gain": 0.01 },
        "joins": "check", "items": items });
    vec![joined(&[known, &open.to_string()]), joined(&[known, &screen.to_string()])]
}

/// Adverts alone, as they are pasted.
pub fn tags() -> Vec<Vec<u8>> {
    let pasted = "<h2>Duties</h2><ul><li>Mend&nbsp;to&shy;ols, no <b title='a > b'>wel</b>come</ul>\u{2022} WELCOME \
        5+ years &amp; more\r\no must have <!-- x --><script>x</script>";
    let signs = "Caf\u{e9} cafe\u{301} \u{ff0b}5 C++ .NET e.g. R&D p&amp;l &#8211; &#x1f600; don\u{2019}t \
        3\u{2013}5\u{a0}yrs\n\n- one\n* two\no three\n\u{e2}\u{80}\u{99}";
    vec![pasted.into(), signs.into()]
}

/// Texts of authors.
pub fn markdown() -> Vec<Vec<u8>> {
    let marks = "*a **b* `c` [d](https://e.example) \\[x\\]\n\n- f\n- g\n1. h\n2. i\\\nj  \nk ![l](m.png)\n# n\n| o \
        |\n|---|\n```\np\n```";
    let links = "[a](https://user:pass@bank.example/x?y#z) [b](//c) [d](javascript:e) [*f* **g**](../h) \
        [i](https://127.0.0.1:8000) [j](https://[::1]/) [m](https://[0:0:0:0:0:0:0:1]) [k](https://0x7f.1) \
        [l](https://localhost.)";
    let signs = "\u{202e}a\u{200b}b\u{ad} e\u{301}\u{302} \u{1f3f4}\u{e0067}\u{e007f} \u{5d0}\u{200f}1 \u{2028}5*3*2";
    vec![marks.into(), links.into(), signs.into()]
}

/// Every form of JSON.
pub fn json() -> Vec<Vec<u8>> {
    let all = r#"{"a":[null,true,false,-0,1.50,-2.5e-3,1e18,1234567890123456789,0.1],"b\n\u00e9\ud83d\ude00":"\"\\\/\b\f\n\r\t","":{},"c":[]}"#;
    vec![all.into(), format!("\u{feff} {}{} ", "[".repeat(32), "]".repeat(32)).into_bytes()]
}

/// Tables as spreadsheets and R write them.
pub fn tables() -> Vec<Vec<u8>> {
    let tables = [
        "a,b\n1,\n\"x\ny\",\"say \"\"hi\"\", now\"\n\u{e9}\u{1f600},z\n",
        "sep=;\r\nperson;q1;q2\r\nann;0;1\r\nbob;2;\r\n",
        "\"\",\"person\",\"q1\"\n\"1\",\"ann\",0\n",
        "person,,q1, ,q2,\nann,,0,,1,\nbob,,2, ,,\n",
        "q1\tq2\nann\t0\t1\n",
    ];
    tables.map(|table| table.as_bytes().to_vec()).into()
}

/// Answers, a prior, a range, covariances and scores.
pub fn numbers() -> Vec<Vec<u8>> {
    let plain = "l 1.2 0.3 0.1 0.95 1\nl 0.8 -1 0 1 0\ng 1.5 -1 0 1 2\nn 0 0.7 1.4 0 0.4 -0.3 1\np 0 1\nr -6 6\nm 1 \
        0.4 1\ns 1 2 3 4 2 2 3 3 4 4 3 1 0 1 2 2";
    let wild = "l 1e30 1e30 0 1 1\ng 1e-30 -1e30 1e30 1\nn -5 5 0 1e5 0\np 1e6 1e-6\nr -1e6 1e6\nm 1e-300 0 1e300\ns \
        0 0 0 0 1e-9 1e9 -1e9 4294967295";
    vec![plain.into(), wild.into()]
}
