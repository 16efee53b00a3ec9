//! Whatever arrives, reading ends soon, with a value or with problems, and text stays text.

use crate::support::{SHIPPED, SMALL, catalogue, open, project, quiz_of, shipped, text_of, whole};
use metier::quiz::response::read_sheet;
use metier::quiz::{self, Quiz};
use metier::roles::{catalogue, person};
use metier::text::address::address_allowed;
use metier::text::markdown::{self, Tree};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Documents to be mutated: all that is shipped, the starter, a profile and an answer sheet.
static DOCUMENTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut texts: Vec<String> = SHIPPED.iter().map(|name| shipped(name)).collect();
    texts.push(text_of("www/roles/product.json"));
    texts.push(text_of("src/bin/metier/starter.json"));
    texts.push(
        r#"{"skills":[{"skill":"customer","level":3,"se":0.35},{"skill":"market","level":2,"se":0.4}],"covariance":[[0.12,0],[0,0.16]]}"#
            .into(),
    );
    texts.push(r#"{"town-libraries":"a","three-ways":{"best":"a","worst":"b"},"school-start":{"answer":{"a":5,"b":1},"ms":4200},"last-moment":2,"cargo-bikes":{"a":10},"one-name":null}"#.into());
    texts.push(text_of("tests/suite/schema/quiz.json"));
    texts.push(r#"[{"item":"town-libraries","answer":"a","ms":4200},{"item":"three-ways","answer":{"best":"a","worst":"b"}},{"item":"one-name","answer":null}]"#.into());
    texts.push("*a **b* `c` [d](https://e.example) \\[x\\]\n\n- f\n1. g\\\nh".into());
    texts.into_iter().map(String::into_bytes).collect()
});

static PACE: LazyLock<Quiz> = LazyLock::new(|| quiz::read(&shipped("pace")).0.unwrap());

/// It has every type of item.
static STARTER: LazyLock<Quiz> = LazyLock::new(|| quiz::read(&text_of("src/bin/metier/starter.json")).0.unwrap());

/// Gives a text to everything that reads one. What is accepted is also drawn.
fn read_everywhere(text: &str) {
    let (read, problems) = quiz::read(text);
    let rejected = problems.iter().any(|problem| problem.severity == metier::problem::Severity::Error);
    assert_eq!(read.is_none(), rejected, "a value or an error, and not both");
    if read.is_some() {
        let session = open(text, "de", 7);
        session.view();
        metier::report::report(&session);
    }
    catalogue::read(text);
    person::read(text, &CATALOGUE);
    read_sheet(text, &PACE);
    for item in PACE.items.iter().chain(&STARTER.items) {
        let _ = metier::quiz::response::read_answer(text, item);
    }
    links_are_allowed(&markdown::read(text));
}

static CATALOGUE: LazyLock<catalogue::Catalogue> = LazyLock::new(catalogue);

/// No link of a tree leads where a browser would run something or read another address.
fn links_are_allowed(tree: &Tree) {
    for run in tree.blocks.iter().flat_map(|block| &block.runs) {
        assert!(!run.text.is_empty(), "{tree:?}");
        assert!(run.link.as_deref().is_none_or(|link| address_allowed(link)), "{tree:?}");
    }
}

/// A change somewhere in a document: the place and another one as shares of its length, and what to do there.
type Change = (f64, f64, u8, u8);

/// Pieces that mean something to a reader.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"-1",
    b"1e400",
    b"0.5",
    b"\\ud800",
    b"\\u0000",
    b"\xff",
    b"\xf0\x9f\x98\x80",
    b"\n",
    b"__proto__",
    b"constructor",
    b"<img src=x onerror=alert(1)>",
    b"](javascript:x)",
    b"\xe2\x80\xae",
    b"\"type\":\"judge\",",
    b"99999999999999999999",
];

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for &(place, other, what, byte) in changes {
        let at = (place * bytes.len() as f64) as usize;
        let end = (at + (other * 64.0) as usize).min(bytes.len());
        match what % 6 {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(end..end, piece);
            }
            2 if at < bytes.len() => bytes[at] = byte,
            3 => bytes.truncate(at),
            4 => {
                let from = (other * bytes.len() as f64) as usize;
                let piece = bytes[from..(from + 40).min(bytes.len())].to_vec();
                bytes.splice(at..end, piece);
            }
            _ => {
                let piece = PIECES[usize::from(byte) % PIECES.len()];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes
}

/// Strings made of the marks of the Markdown subset.
fn marked() -> impl Strategy<Value = String> {
    const MARKS: [&str; 20] = [
        "*",
        "**",
        "`",
        "[",
        "]",
        "(",
        ")",
        "](",
        "\\",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        " ",
        "a",
        "b",
        "ä",
        "https://x.example",
        "javascript:",
        "\u{1f600}",
    ];
    proptest::collection::vec(proptest::sample::select(&MARKS[..]), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn arbitrary_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_everywhere(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn arbitrary_tokens_are_read_without_a_panic(
        picks in proptest::collection::vec(0..PIECES.len(), 0..60),
    ) {
        let bytes: Vec<u8> = picks.into_iter().flat_map(|pick| PIECES[pick].iter().copied()).collect();
        read_everywhere(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn changed_documents_are_read_without_a_panic(
        document in 0..11_usize,
        changes in proptest::collection::vec((0.0..1.0, 0.0..1.0, any::<u8>(), any::<u8>()), 1..6),
    ) {
        let bytes = changed(DOCUMENTS[document].clone(), &changes);
        read_everywhere(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn markdown_has_a_tree_for_every_text_and_loses_no_words(text in marked()) {
        let tree = markdown::read(&text);
        links_are_allowed(&tree);
        let runs = tree.blocks.iter().flat_map(|block| &block.runs);
        let drawn: String = runs.flat_map(|run| [run.text.as_str(), run.link.as_deref().map_or("", String::as_str)]).collect();
        // An address is not drawn where it belongs to a link.
        let words: String = text.split("](").enumerate().map(|(part, rest)| if part == 0 { rest } else { rest.split_once(')').map_or(rest, |(_, after)| after) }).collect();
        for letter in ['a', 'b', 'ä', '\u{1f600}'] {
            let count = |text: &str| text.matches(letter).count();
            prop_assert!(count(&drawn) >= count(&words), "{text:?} has more of {letter} than {drawn:?}");
        }
    }
}

#[test]
fn the_words_of_a_link_end_at_its_own_bracket() {
    let drawn = |text: &str| {
        let tree = markdown::read(text);
        tree.blocks
            .into_iter()
            .flat_map(|block| block.runs)
            .map(|run| (run.text, run.link.as_deref().cloned()))
            .collect::<Vec<_>>()
    };
    let run = |text: &str, link: Option<&str>| (text.to_owned(), link.map(str::to_owned));
    let to_x = Some("https://x");
    assert_eq!(
        drawn(r"[a\](https://y) b](https://x) c"),
        [run("a](https://y) b", to_x), run(" c", None)],
        "an escaped bracket"
    );
    assert_eq!(
        drawn("[a `](https://y)` b](https://x) c"),
        [run("a ", to_x), run("](https://y)", to_x), run(" b", to_x), run(" c", None)],
        "in code"
    );
    assert_eq!(drawn(r"[a\](https://x) b] c"), [run("[a](https://x) b] c", None)], "no link, and nothing is lost");
    assert_eq!(drawn("[](https://x)"), [run("[](https://x)", None)], "a link without words could not be followed");
    assert_eq!(drawn("[a [b](https://x)](https://y)"), [run("[a ", None), run("b", to_x), run("](https://y)", None)]);
}

/// An address that is only shown, since its bracket is escaped, is not refused.
#[test]
fn an_escaped_bracket_is_no_link() {
    assert_eq!(markdown::refused_address(r"\[a\](b c)"), None);
    assert_eq!(markdown::refused_address("[a](b c)"), Some("b c"));
}

/// Documents of two megabytes that are nothing but one thing, each of which made some reader slow. A slow reader takes
/// minutes, a good one less than a second; a machine may be busy, so the bound lies between.
#[test]
fn the_worst_documents_are_read_soon() {
    let item = |id: usize, prompt: &str| json!({ "id": format!("i{id}"), "type": "likert", "prompt": prompt, "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
    let prompts = |prompt: &str| {
        quiz_of(&(0..100).map(|id| item(id, &prompt.repeat(20_000 / prompt.len()))).collect::<Value>()).to_string()
    };
    let fields: String = (0..150_000).map(|number| format!(",\"k{number}\":0")).collect();
    let strings: String = (0..120_000).map(|number| format!(",\"k{number}\":\"x\"")).collect();
    let translations: Value =
        (0..100).map(|number| json!({ "language": format!("de-{number}"), "strings": {} })).collect();
    let mut translated = quiz_of(&(0..1_500).map(|id| item(id, "P")).collect::<Value>());
    translated["translations"] = translations;
    let weights = |_| json!({ "skill": "s", "weight": 99 });
    let mut weighed = quiz_of(&(0..400).map(|id| item(id, "P")).collect::<Value>());
    for item in weighed["items"].as_array_mut().unwrap() {
        item["keys"] = (0..100).map(weights).collect();
    }
    let documents = [
        ("unknown fields", SMALL.replace("}}", &format!("}}{fields}}}"))),
        (
            "unknown texts",
            SMALL.replace(
                "}}",
                &format!("}},\"translations\":[{{\"language\":\"de\",\"strings\":{{\"title\":\"T\"{strings}}}}}]}}"),
            ),
        ),
        ("missing translations", translated.to_string()),
        ("weights out of range", weighed.to_string()),
        ("lone halves", format!("[{}0]", "\"\\ud800\",".repeat(180_000))),
        ("numbers out of range", format!("[{}0]", "1e99,".repeat(300_000))),
        ("brackets", "[".repeat(2_000_000)),
        ("digits", format!("[{}]", "1".repeat(2_000_000))),
        ("zeros", format!("[1{}1]", "0".repeat(2_000_000))),
        ("open brackets in texts", prompts("[ ")),
        ("links in texts", prompts("[a](x) ")),
        ("open links in texts", prompts("[](")),
        ("stars in texts", prompts("*a ")),
        ("pairs of stars in texts", prompts("**a ")),
        ("stars without words", prompts("* a*")),
        ("ticks in texts", prompts("`a ``")),
        ("backslashes in texts", prompts("\\[")),
        ("lines in texts", prompts("-\n")),
    ];
    for (name, text) in documents {
        let start = Instant::now();
        let (read, problems) = quiz::read(&text);
        if read.is_some() {
            let session = open(&text, "de-1", 1);
            session.view();
            metier::report::report(&session);
        } else {
            assert!(!problems.is_empty() && problems.len() <= 101, "{name}");
        }
        read_sheet(&text, &PACE);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(60), "{name}: {took:?}");
    }
}

#[test]
fn names_that_objects_of_a_page_have_are_names_like_any_other() {
    let with = |field: &str| SMALL.replace("\"id\":\"q\"", &format!("\"id\":\"q\",{field}:{{}}"));
    for field in ["\"__proto__\"", "\"constructor\"", "\"\\u005f_proto__\"", "\"toString\""] {
        let problems = quiz::read(&with(field)).1;
        assert_eq!(
            problems.iter().map(|problem| problem.code.word()).collect::<Vec<_>>(),
            ["shape-unknown"],
            "{field}"
        );
    }
    for (id, code) in [
        ("__proto__", Some("shape-id")),
        ("toString", Some("shape-id")),
        ("constructor", None),
        ("valueof", None),
        ("ö", Some("shape-id")),
    ] {
        let problems =
            quiz::read(&SMALL.replace("\"i\"", &format!("\"{id}\"")).replace("\"s\"", &format!("\"{id}\""))).1;
        assert_eq!(problems.first().map(|problem| problem.code.word()), code, "{id}");
    }
    let quiz = quiz_of(&json!([{ "id": "constructor", "type": "allocate", "prompt": "P", "total": 10, "options": [
        { "id": "constructor", "text": "A", "keys": [{ "skill": "s", "level": 4 }] }, { "id": "valueof", "text": "B", "keys": [{ "skill": "s", "level": 0 }] }] }]));
    let mut session = open(&quiz.to_string(), "", 1);
    session.answer("constructor", r#"{"constructor":10}"#, 1.0).unwrap();
    for (answer, code) in [(r#"{"__proto__":10}"#, "answer-option"), (r#"{"toString":10}"#, "answer-option")] {
        assert_eq!(session.answer("constructor", answer, 1.0).unwrap_err()[0].code.word(), code);
    }
    assert_eq!(session.answer("__proto__", "null", 1.0).unwrap_err()[0].code.word(), "answer-item");
    let found = whole(&session, &CATALOGUE);
    assert_eq!(found["skills"][0]["pulls"][0]["item"], "constructor");
    // No id is ever the name of a field: the page can take reports as they are.
    let mut names = Vec::new();
    names_of(&found, &mut names);
    assert!(!names.iter().any(|name| name == "constructor" || name == "valueof"));
}

/// The names of all fields within a value.
fn names_of(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| names_of(entry, names)),
        Value::Object(fields) => {
            names.extend(fields.keys().cloned());
            fields.values().for_each(|entry| names_of(entry, names));
        }
        _ => {}
    }
}

#[test]
fn ids_are_small_letters_digits_and_hyphens() {
    let id = |id: &str| quiz::read(&SMALL.replace("\"q\"", &format!("\"{id}\""))).0.is_some();
    for good in ["a", "a-", "a1", "z-9-z", &"a".repeat(64)] {
        assert!(id(good), "{good}");
    }
    for bad in ["", "1a", "-a", "A", "a_b", "a b", "a/b", "a.b", "ä", "a\\u0000", &"a".repeat(65), "a\u{200b}", "а"] {
        assert!(!id(bad), "{bad}");
    }
}

/// A quiz in which every author's text is `text`.
fn texts_all_being(text: &str) -> Value {
    let mut item = json!([
        { "id": "one", "type": "single", "prompt": text, "options": [
            { "id": "a", "text": text, "why": text, "keys": [{ "skill": "s", "level": 3 }] }, { "id": "b", "text": "B" }] },
        { "id": "two", "type": "frequency", "prompt": text, "anchors": [text, text, text], "keys": [{ "skill": "s" }] },
        { "id": "three", "type": "slider", "prompt": text, "min": 0, "max": 4, "anchors": [text, text], "unit": text, "keys": [{ "skill": "s" }] },
        { "id": "four", "type": "sort", "prompt": text, "groups": [{ "id": "x", "text": text }, { "id": "y", "text": "B" }], "options": [
            { "id": "a", "text": text, "why": text, "group": "x" }, { "id": "b", "text": "B", "group": "y" }], "keys": [{ "skill": "s", "level": 3 }] },
    ]);
    item[0]["options"][1]["why"] = json!(text);
    let mut quiz = quiz_of(&item);
    for field in ["title", "about", "author", "licence"] {
        quiz[field] = json!(text);
    }
    let skill = &mut quiz["skills"][0];
    (skill["name"], skill["definition"], skill["levels"]) =
        (json!(text), json!(text), json!([text, text, text, text, text]));
    quiz["feedback"] = json!([{ "skill": "s", "from": 0, "to": 4, "text": text }]);
    quiz["learn"] = json!([{ "skill": "s", "text": text }]);
    quiz["meaning"] = json!([{ "role": "pm", "name": text, "need": 3, "weight": 0.1, "text": text }]);
    quiz["next"] = json!([{ "title": text, "link": "../x.html", "why": text }]);
    quiz["forms"] = json!([
        { "id": quiz["id"], "name": text, "link": "../x.html" },
        { "id": "other", "name": text, "link": "../y.html" }
    ]);
    quiz["evidence"] = json!({ "grade": 0, "note": text });
    quiz
}

/// All texts of the trees within a value, and their links.
fn runs_of<'v>(value: &'v Value, runs: &mut Vec<(&'v str, &'v Value)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| runs_of(entry, runs)),
        Value::Object(fields) if fields.contains_key("emphasis") => {
            runs.push((fields["text"].as_str().unwrap(), &fields["link"]))
        }
        Value::Object(fields) => fields.values().for_each(|entry| runs_of(entry, runs)),
        _ => {}
    }
}

#[test]
fn markup_in_any_text_stays_text() {
    let markup = "<img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt; \"'<!-- {{x}} ${x} </style>";
    let mut session = open(&texts_all_being(markup).to_string(), "", 1);
    session.answer("one", "\"a\"", 1.0).unwrap();
    session.answer("two", "2", 1.0).unwrap();
    let (view, report) = (serde_json::to_value(session.view()).unwrap(), whole(&session, &CATALOGUE));
    let mut runs = Vec::new();
    runs_of(&view, &mut runs);
    runs_of(&report, &mut runs);
    assert!(runs.len() > 25, "{} texts", runs.len());
    assert!(runs.iter().all(|(text, link)| link.is_null() && (*text == markup || *text == "B")), "{runs:#?}");
}

/// A link that may not be followed is a problem in every text, and would be drawn as text if it were not.
#[test]
fn addresses_that_run_something_are_refused_in_every_text() {
    let quiz = texts_all_being("[x](javascript:y)").to_string();
    let problems = quiz::read(&quiz).1;
    let texts = quiz.matches("javascript:").count();
    assert_eq!(problems.iter().filter(|problem| problem.code.word() == "link-address").count(), texts);
    for address in [
        "javascript:x",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "//x.example",
        "http://x.example",
        "\\\\\\\\x",
        "java\\nscript:x",
    ] {
        let next = SMALL
            .replace("\"evidence\"", &format!("\"next\":[{{\"title\":\"T\",\"link\":\"{address}\"}}],\"evidence\""));
        assert!(quiz::read(&next).1.iter().any(|problem| problem.code.word() == "link-address"), "{address}");
    }
}

/// The library's copy of the catalogue is the shipped one less what the module does not use, and is accepted.
#[test]
fn the_catalogue_within_the_library_is_right() {
    assert!(catalogue::read(catalogue::SHIPPED).1.is_empty());
    assert!(catalogue::read(&std::fs::read_to_string(project("www/roles/product.json")).unwrap()).1.is_empty());
}
