//! Shapes of texts that grow: for each reader the repetition of everything that means something to it, and what made some reader slow.

use crate::support::SMALL;
use serde_json::{Value, json};

/// A text that grows with a number.
pub struct Shape {
    pub name: String,
    pub text: Box<dyn Fn(usize) -> String>,
}

/// So many letters where there are no entries: an entry is longer than a letter.
const LETTERS: usize = 8;

impl Shape {
    pub fn new(name: impl Into<String>, text: impl Fn(usize) -> String + 'static) -> Shape {
        Shape { name: name.into(), text: Box::new(text) }
    }

    /// One piece over and over.
    pub fn repeated(piece: &str) -> Shape {
        let own = piece.to_owned();
        Shape::new(format!("{piece:?} over and over"), move |n| own.repeat(LETTERS * n / own.len()))
    }

    /// One piece over and over between a start and an end.
    fn within(name: &str, start: &str, piece: &str, end: &str) -> Shape {
        let (start, piece, end) = (start.to_owned(), piece.to_owned(), end.to_owned());
        Shape::new(format!("{name}: {piece:?} over and over"), move |n| format!("{start}{}{end}", piece.repeat(LETTERS * n / piece.len())))
    }

    /// Numbered pieces between a start and an end, with commas between them.
    fn numbered(name: &str, start: &str, piece: impl Fn(usize) -> String + 'static, end: &str) -> Shape {
        let (start, end) = (start.to_owned(), end.to_owned());
        Shape::new(name, move |n| format!("{start}{}{end}", (0..n).map(&piece).collect::<Vec<_>>().join(",")))
    }
}

/// What means something in JSON.
const JSON: [&str; 22] = [
    "[",
    "{",
    "]",
    "}",
    "\"",
    "\\",
    ",",
    ":",
    "1",
    "0",
    "-",
    "0.",
    "1e",
    "1e9,",
    "[1,",
    "{\"a\":",
    "\"a\",",
    "\"\\ud800\",",
    "null,",
    " ",
    "\n",
    "\u{feff}",
];

/// What means something in an author's text.
const TEXT: [&str; 44] = [
    "*",
    "**",
    "*a ",
    "**a ",
    "*a* ",
    "a*",
    "a**b",
    "2*3",
    "`",
    "`a ``",
    "` a",
    "[",
    "]",
    "[a",
    "[](",
    "[a](b) ",
    "[a](",
    "](",
    "(",
    ")",
    "[`",
    "[ `a` ",
    "[\\]",
    "\\",
    "\\[",
    "\\\n",
    "\n",
    "\n\n",
    "- a\n",
    "-\n",
    "1. a\n",
    "9. ",
    "12. a\n\n",
    "- ",
    "a",
    "é",
    "\u{1f600}",
    "e\u{301}",
    "\u{301}",
    "\u{ad}",
    "\u{200f}",
    "\u{202e}",
    "![a](b)",
    "```\n",
];

/// Names of which one begins with all that come before it.
fn nested(number: usize) -> String {
    "a".repeat(1 + number % 60)
}

/// Names that share all but their ends.
fn alike(number: usize) -> String {
    format!("{}-{number}", "a".repeat(50))
}

/// Names of six small letters whose FNV-1a hashes share the low ten bits: a table of hashes without a secret puts them all in one place.
pub fn colliding(count: usize) -> Vec<String> {
    let letters = |number: usize| (0..6).map(|place| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8)).collect::<String>();
    let hash = |name: &String| name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) & 0x3ff;
    (0..).map(letters).filter(|name| hash(name) == 0x155).take(count).collect()
}

/// Fields with names of every kind, as they would follow others in an object.
fn fields(start: &str, value: &str, end: &str) -> Vec<Shape> {
    let field = |name: fn(usize) -> String| {
        let value = value.to_owned();
        move |number: usize| format!("{:?}:{value}", name(number))
    };
    let (own, start_of, end_of) = (value.to_owned(), start.to_owned(), end.to_owned());
    vec![
        Shape::numbered("names by the thousand", start, field(|number| format!("k{number}")), end),
        Shape::numbered("names within each other", start, field(nested), end),
        Shape::numbered("names that are alike", start, field(alike), end),
        Shape::numbered("one name", start, field(|_| "same".into()), end),
        Shape::numbered("comments", start, field(|_| "$comment".into()), end),
        Shape::numbered("names with escapes", start, field(|number| format!("\n\"{number}")), end),
        Shape::numbered("names that nobody means", start, field(|number| format!("ttile{}", number % 7)), end),
        Shape::new("names that collide", move |n| {
            let names: Vec<String> = colliding(n).iter().map(|name| format!("{name:?}:{own}")).collect();
            format!("{start_of}{}{end_of}", names.join(","))
        }),
    ]
}

/// What every document of JSON is held to: pieces over and over, names of every kind in `start` … `end`.
fn documents(start: &str, value: &str, end: &str) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = JSON.iter().map(|piece| Shape::repeated(piece)).collect();
    shapes.push(Shape::within("a list", "[", "1,", "1]"));
    shapes.push(Shape::within("a long string", "{\"title\":\"", "a", "\"}"));
    shapes.push(Shape::within("strings that are too long", "[", &format!("\"{}\",", "a".repeat(200)), "0]"));
    shapes.push(Shape::within("lines", "{", "\n", "\"a\":\"x\"}"));
    shapes.push(Shape::numbered("deep", "[", |number| format!("{}{}", "[".repeat(number % 30), "]".repeat(number % 30)), "]"));
    shapes.extend(fields(start, value, end));
    shapes
}

/// The small quiz with `from`, which it has once, replaced by what grows.
fn grown(name: &str, from: &'static str, to: impl Fn(usize) -> String + 'static) -> Shape {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    Shape::new(name, move |n| SMALL.replace(from, &to(n)))
}

fn list(n: usize, entry: impl Fn(usize) -> Value) -> String {
    (0..n).map(|number| entry(number).to_string()).collect::<Vec<_>>().join(",")
}

fn likert(id: &str, keys: Value) -> Value {
    json!({ "id": id, "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": keys })
}

fn choice(id: &str, kind: &str, options: Value) -> Value {
    json!({ "id": id, "type": kind, "prompt": "P", "options": options })
}

fn skill(id: &str) -> Value {
    json!({ "id": id, "name": "S", "definition": "D", "levels": ["0", "1", "2", "3", "4"] })
}

fn key(skill: &str) -> Value {
    json!({ "skill": skill, "level": 1 })
}

/// A part of a quiz as a piece of its text, before the evidence.
fn with(part: &str, n: usize, entry: impl Fn(usize) -> Value) -> String {
    format!("{part}:[{}],\"evidence\"", list(n, entry))
}

pub fn quizzes() -> Vec<Shape> {
    let mut shapes = documents(&SMALL.replace("}}", "},"), "\"x\"", "}");
    let start = SMALL.replace("\"evidence\"", "\"translations\":[{\"language\":\"de\",\"strings\":{\"title\":\"T\",");
    shapes.extend(fields(&start, "\"x\"", "}}]}"));
    shapes.push(grown("items", "\"items\":[", |n| {
        format!("\"items\":[{},", list(n, |number| likert(&format!("i{number}"), json!([{ "skill": "s" }]))))
    }));
    shapes.push(grown("items of one name", "\"items\":[", |n| {
        format!("\"items\":[{},", list(n, |_| likert("same", json!([{ "skill": "s" }]))))
    }));
    shapes.push(grown("items on skills that are not there", "\"items\":[", |n| {
        format!("\"items\":[{},", list(n, |number| likert(&format!("i{number}"), json!([{ "skill": alike(number) }]))))
    }));
    shapes.push(grown("keys", "\"keys\":[", |n| format!("\"keys\":[{},", list(n, |number| json!({ "skill": format!("t{number}") })))));
    shapes.push(grown("skills", "\"skills\":[", |n| format!("\"skills\":[{},", list(n / 8, |number| skill(&format!("t{number}"))))));
    shapes.push(grown("skills and items", "\"items\":[", |n| {
        let skills = (0..n / 16).map(|number| json!({ "skill": format!("t{number}") })).collect::<Value>();
        format!("\"items\":[{},", list(16, |number| likert(&format!("i{number}"), skills.clone())))
    }));
    shapes.push(grown("options", "\"items\":[", |n| {
        let options = (0..n / 16)
            .map(|number| json!({ "id": format!("o{number}"), "text": format!("{}{number}", "word ".repeat(40)), "keys": [key("s")] }));
        format!("\"items\":[{},", choice("c", "single", options.collect()))
    }));
    shapes.push(grown("options with the same words", "\"items\":[", |n| {
        let options = (0..n / 16).map(|number| json!({ "id": format!("o{number}"), "text": "1. *Same* words", "keys": [key("s")] }));
        format!("\"items\":[{},", choice("c", "multiple", options.collect()))
    }));
    shapes.push(grown("orders", "\"items\":[", |n| {
        let options = |count: usize| (0..4).map(move |option| json!({ "id": format!("o{option}"), "text": format!("T{option}"), "keys": (0..count).map(|skill| key(&format!("t{skill}"))).collect::<Value>() }));
        format!("\"items\":[{},", list(n / 40, |number| choice(&format!("r{number}"), "rank", options(10).collect())))
    }));
    shapes.push(grown("orders with skills", "\"items\":[", |n| {
        let keys = (0..n / 16).map(|number| key(&format!("t{number}"))).collect::<Value>();
        let options = (0..3).map(|option| json!({ "id": format!("o{option}"), "text": format!("T{option}"), "keys": keys })).collect();
        format!("\"items\":[{},", choice("r", "rank", options))
    }));
    shapes.push(grown("bands", "\"evidence\"", |n| {
        with(
            "\"feedback\"",
            n,
            |number| json!({ "skill": "s", "from": number as f64 / 1000.0, "to": (number + 1) as f64 / 1000.0, "text": "F" }),
        )
    }));
    shapes.push(grown("bands over each other", "\"evidence\"", |n| {
        with("\"feedback\"", n, |number| json!({ "skill": "s", "from": 0, "to": 1.0 + number as f64 / 1000.0, "text": "F" }))
    }));
    shapes.push(grown("bands upside down", "\"evidence\"", |n| {
        with(
            "\"feedback\"",
            n,
            |number| json!({ "skill": "s", "from": 3.0 - (number as f64 + 1.0) / 1000.0, "to": 3.0 - number as f64 / 1000.0, "text": "F" }),
        )
    }));
    shapes.push(grown("learnings of skills that are not there", "\"evidence\"", |n| {
        with("\"learn\"", n, |number| json!({ "skill": alike(number), "text": "L" }))
    }));
    shapes.push(grown("correlations", "\"evidence\"", |n| {
        with("\"correlations\"", n, |number| json!({ "skill": "s", "with": format!("t{number}"), "value": 0.1 }))
    }));
    shapes.push(grown("links", "\"evidence\"", |n| with("\"next\"", n / 8, |_| json!({ "title": "T", "link": "https://a@b.example" }))));
    shapes.push(grown("translations", "\"evidence\"", |n| {
        with("\"translations\"", n / 16, |number| json!({ "language": format!("de-{number}"), "strings": { "title": "T" } }))
    }));
    shapes.push(grown("texts and wrong keys", "\"items\":[", |n| {
        let options = |item: usize| (0..10).map(|option| json!({ "id": format!("long-name-{item}-{option}"), "text": format!("T{option}"), "why": "W" })).collect();
        format!("\"items\":[{},", list(n / 10, |number| choice(&format!("item-{number}"), "single", options(number))))
            .replace("\"items\":[", "\"translations\":[{\"language\":\"de\",\"strings\":{\"items/item-3/options/long-nam-3-4/text\":\"x\",\"items/itme-3/options/long-name-3-5/why\":\"x\"}}],\"items\":[")
    }));
    shapes.extend(TEXT.iter().map(|piece| {
        let own = (*piece).to_owned();
        grown(&format!("prompts of {piece:?}"), "\"prompt\":\"P\"", move |n| {
            format!("\"prompt\":{}", json!(own.repeat(LETTERS * n / own.len())))
        })
    }));
    shapes
}

/// A quiz of many items, each of which has many options.
pub fn answered_quiz() -> String {
    let options = |keyed: bool| {
        (0..100)
            .map(|number| {
                if keyed {
                    json!({ "id": format!("o{number}"), "text": format!("T{number}"), "keys": [key("s")] })
                } else {
                    json!({ "id": format!("o{number}"), "text": format!("T{number}") })
                }
            })
            .collect::<Value>()
    };
    let mut items: Vec<Value> = (0..1_600).map(|number| likert(&format!("i{number}"), json!([{ "skill": "s" }]))).collect();
    items.push(choice("one", "single", options(true)));
    items.push(choice("some", "multiple", options(true)));
    let mut share = choice("share", "allocate", options(true));
    share["total"] = json!(100);
    items.push(share);
    items.push(json!({ "id": "words", "type": "text", "prompt": "P" }));
    let mut quiz: Value = serde_json::from_str(SMALL).unwrap();
    quiz["items"] = items.into();
    quiz.to_string()
}

pub fn answers() -> Vec<Shape> {
    let mut shapes = documents("{", "1", "}");
    shapes.push(Shape::numbered("known items", "{", |number| format!("\"i{}\":1", number % 1_600), "}"));
    shapes.push(Shape::numbered(
        "known items in a list",
        "[",
        |number| format!("{{\"item\":\"i{}\",\"answer\":1,\"ms\":5}}", number % 1_600),
        "]",
    ));
    shapes.push(Shape::numbered("items that are not there", "[", |number| format!("{{\"item\":\"{}\",\"answer\":1}}", alike(number)), "]"));
    shapes.push(Shape::numbered("entries that are none", "[", |_| "{\"answer\":1}".into(), "]"));
    shapes.push(Shape::numbered("answers of the wrong kind", "{", |number| format!("\"i{}\":\"x\"", number % 1_600), "}"));
    shapes.push(Shape::numbered("options", "{\"some\":[", |number| format!("\"o{}\"", number % 100), "]}"));
    shapes.push(Shape::new("more and more options", |n| {
        format!("{{\"some\":[{}]}}", (0..n / 16).map(|number| format!("\"o{number}\"")).collect::<Vec<_>>().join(","))
    }));
    shapes.push(Shape::numbered("options that are not there", "{\"some\":[", |number| format!("\"o{}x\"", number % 100), "]}"));
    shapes.push(Shape::new("shares", |n| {
        format!("{{\"share\":{{{}}}}}", (0..n / 16).map(|number| format!("\"o{number}\":1")).collect::<Vec<_>>().join(","))
    }));
    shapes.push(Shape::numbered("shares of one option", "{\"share\":{", |_| "\"o1\":1".into(), "}}"));
    shapes.push(Shape::within("own words", "{\"words\":\"", "é", "\"}"));
    shapes.push(Shape::numbered("times", "{\"one\":{\"answer\":\"o1\",", |_| "\"ms\":1".into(), "}}"));
    shapes
}

/// The smallest catalogue, before its groups.
const CATALOGUE: &str = r#"{"format":"metier-roles/1","id":"c","version":"1","language":"en","title":"T","about":"A",
"model":{"prior_mean":2,"prior_sd":1,"answer_sd":1.2,"answer_weight":4,"within":0.5,"across":0.3,"beta":0.3,"lambda":0.15,
"gamma":1.5,"steady":0.25,"pairs":64,"catalogues":4,"concentration":60,"need_shift":0.5,"near":0.03,"also_good":0.1,
"missed":0.5,"evidence":0.5,"clear":0.8,"leaning":0.6,"named":0.8,"note":"N"},"#;

fn roles_of(groups: &str, skills: &str, roles: &str, more: &str) -> String {
    format!("{CATALOGUE}\"groups\":[{groups}],\"skills\":[{skills}],\"roles\":[{roles}]{more}}}")
}

pub fn catalogues() -> Vec<Shape> {
    const GROUP: &str = r#"{"id":"g","name":"G"}"#;
    const SKILL: &str = r#"{"id":"s","name":"S","group":"g"}"#;
    const ROLE: &str = r#"{"id":"r","name":"R","about":"A","needs":[{"skill":"s","need":3,"weight":1,"from":"E"}]}"#;
    let small = roles_of(GROUP, SKILL, ROLE, "");
    let mut shapes = documents(&format!("{},", small.strip_suffix('}').unwrap()), "\"x\"", "}");
    let named = |number: usize, more: Value| {
        let mut record = more;
        record["id"] = json!(format!("n{number}"));
        record["name"] = json!("N");
        record
    };
    let need = |skill: String| json!({ "skill": skill, "need": 3, "weight": 1, "from": "E" });
    let add = move |name: &'static str, text: Box<dyn Fn(usize) -> String>| Shape::new(name, text);
    shapes.push(add(
        "groups",
        Box::new(move |n| roles_of(&format!("{},{GROUP}", list(n / 17, |number| named(number, json!({})))), SKILL, ROLE, "")),
    ));
    shapes.push(add(
        "skills",
        Box::new(move |n| roles_of(GROUP, &format!("{},{SKILL}", list(n / 17, |number| named(number, json!({ "group": "g" })))), ROLE, "")),
    ));
    shapes.push(add(
        "skills of groups that are not there",
        Box::new(move |n| {
            roles_of(GROUP, &format!("{},{SKILL}", list(n / 17, |number| named(number, json!({ "group": alike(number) })))), ROLE, "")
        }),
    ));
    shapes.push(add(
        "roles",
        Box::new(move |n| {
            roles_of(GROUP, SKILL, &list(n / 16, |number| named(number, json!({ "about": "A", "needs": [need("s".into())] }))), "")
        }),
    ));
    shapes.push(add(
        "needs",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|number| need(format!("n{number}"))).collect();
            let skills = list(n / 16, |number| named(number, json!({ "group": "g" })));
            roles_of(GROUP, &skills, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "needs of one skill",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|_| need("s".into())).collect();
            roles_of(GROUP, SKILL, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "needs that are not there",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|number| need(alike(number))).collect();
            roles_of(GROUP, SKILL, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "origins",
        Box::new(move |n| {
            let origins = list(n / 16, |number| named(number, json!({ "levels": [{ "skill": "s", "level": 1 }], "from": "F" })));
            roles_of(GROUP, SKILL, ROLE, &format!(",\"origins\":[{origins}]"))
        }),
    ));
    shapes
}

pub fn lexicons() -> Vec<Shape> {
    const START: &str = r#"{"format":"metier-advert/1","id":"l","version":"1","language":"en","title":"T","about":"A","model":{"saturation":1.2,"slope":0.75,
"length":300,"temperature":2,"reach":3,"least_words":10,"least_phrases":2,"product_base":-1,"broad":1.5,"musts":2,"note":"N"},"#;
    let whole =
        |archetypes: String, phrases: String, more: &str| format!("{START}\"archetypes\":[{archetypes}],\"phrases\":[{phrases}]{more}}}");
    let archetype = |id: &str| json!({ "id": id, "name": "N", "product": 1 });
    let phrase = |words: String, to: &str| json!({ "phrase": words, "for": [{ "archetype": to, "weight": 1 }] });
    let small = whole(archetype("a").to_string(), phrase("some words".into(), "a").to_string(), "");
    let mut shapes = documents(&format!("{},", small.strip_suffix('}').unwrap()), "\"x\"", "}");
    let one = move || archetype("a").to_string();
    shapes.push(Shape::new("archetypes", move |n| {
        whole(list(n / 16, |number| archetype(&format!("a{number}"))), phrase("w".into(), "a0").to_string(), "")
    }));
    shapes.push(Shape::new("phrases", move |n| whole(one(), list(n, |number| phrase(format!("word{number} goes*"), "a")), "")));
    shapes.push(Shape::new("one phrase", move |n| whole(one(), list(n, |_| phrase("Words-go".into(), "a")), "")));
    shapes.push(Shape::new("phrases for archetypes that are not there", move |n| {
        whole(one(), list(n, |number| phrase(format!("w{number}"), &alike(number))), "")
    }));
    shapes.push(Shape::new("archetypes and phrases", move |n| {
        whole(
            list(n / 16, |number| archetype(&format!("a{number}"))),
            list(n, |number| phrase(format!("w{number}"), &format!("a{}", number % (n / 16)))),
            "",
        )
    }));
    shapes.push(Shape::new("a phrase of many words", move |n| whole(one(), phrase("word ".repeat(n).trim().into(), "a").to_string(), "")));
    shapes.push(Shape::new("skills that are not there", move |n| {
        let mut entry = phrase("w".into(), "a");
        entry["skills"] = (0..n / 16).map(|number| json!(alike(number))).collect();
        whole(one(), entry.to_string(), "")
    }));
    shapes.push(Shape::new("boilerplate", move |n| {
        whole(
            one(),
            phrase("w".into(), "a").to_string(),
            &format!(",\"boilerplate\":[{}]", list(n, |number| json!(format!("some words {number}")))),
        )
    }));
    shapes.push(Shape::new("questions of archetypes that are not there", move |n| {
        whole(
            one(),
            phrase("w".into(), "a").to_string(),
            &format!(",\"questions\":[{}]", list(n / 16, |number| json!({ "when": alike(number), "text": "Q" }))),
        )
    }));
    shapes
}

fn result(id: &str) -> String {
    format!(
        "{{\"quiz\":{},\"language\":\"en\",\"seed\":1,\"taken\":\"2026-11-22\",\"answers\":{{\"i\":1}}}}",
        SMALL.replace("\"id\":\"q\"", &format!("\"id\":\"{id}\""))
    )
}

const PROFILE: &str = "{\"format\":\"metier-profile/1\",\"results\":[";

pub fn profile(results: usize) -> String {
    format!("{PROFILE}{}]}}", (0..results).map(|number| result(&format!("q{number}"))).collect::<Vec<_>>().join(","))
}

pub fn profiles() -> Vec<Shape> {
    let mut shapes = documents("{\"format\":\"metier-profile/1\",\"results\":[],", "\"x\"", "}");
    shapes.push(Shape::new("results", |n| profile(n / 40)));
    shapes.push(Shape::new("the same result", |n| format!("{PROFILE}{}]}}", vec![result("q"); n / 40].join(","))));
    for (name, entry) in [
        ("numbers", "0"),
        ("nothing", "null"),
        ("words", "\"quiz\""),
        ("lists", "[[]]"),
        ("objects", "{\"quiz\":{}}"),
        ("objects that do not end", "{\"quiz\":{\"a\":1"),
        ("objects that end too often", "{\"quiz\":1}}"),
        ("lists that do not end", "[{\"quiz\""),
        ("strings that do not end", "{\"quiz\":\"a"),
        ("strings over lines", "{\"quiz\":\"a\n"),
    ] {
        shapes.push(Shape::numbered(&format!("results that are {name}"), PROFILE, move |_| entry.into(), "]}"));
        shapes.push(Shape::numbered(&format!("results that are {name}, cut off"), PROFILE, move |_| entry.into(), ""));
    }
    shapes
}

/// Tables with a header and a row to begin with.
pub fn tables(header: &str, row: &str) -> Vec<Shape> {
    let (header, row) = (header.to_owned(), row.to_owned());
    let mut shapes: Vec<Shape> =
        ["\"", ",", ";", "\t", "\n", "\r", "\r\n", "a", "\"\"", "\",", "\"a\"\n", "a,", "a\n", ",,\n", "é,", "\u{202e}", "\0", " "]
            .iter()
            .flat_map(|piece| {
                [
                    Shape::repeated(piece),
                    Shape::within("below a header", &header, piece, ""),
                    Shape::within("in a cell", &format!("{header}\""), piece, &format!("\",{row}\n")),
                ]
            })
            .collect();
    let lines = |name: &str, line: Box<dyn Fn(usize) -> String>| {
        let header = header.clone();
        Shape::new(name, move |n| format!("{header}{}", (0..n).map(&line).collect::<String>()))
    };
    for (name, id) in [("rows", "p"), ("rows in quotation marks", "\"p\"")] {
        let (row, id) = (row.clone(), id.to_owned());
        shapes.push(lines(
            name,
            Box::new(move |number| format!("{}{number}{},{row}\n", id.trim_end_matches('"'), if id.ends_with('"') { "\"" } else { "" })),
        ));
    }
    let own = row.clone();
    shapes.push(lines("one row", Box::new(move |_| format!("same,{own}\n"))));
    shapes.push(lines("rows that are too short", Box::new(|number| format!("p{number}\n"))));
    shapes.push(lines("rows of words", Box::new(|number| format!("p{number},x,y\n"))));
    for (name, column) in [("columns", "q"), ("columns of slopes", "a"), ("columns of errors", "se_"), ("columns without a name", "")] {
        let start = header.split(',').next().unwrap().to_owned();
        shapes.push(Shape::new(name, move |n| {
            // Parameters have numbers of three digits at most.
            let n = n / 2;
            let names: Vec<String> =
                (1..=n).map(|number| if column.is_empty() { String::new() } else { format!("{column}{number}") }).collect();
            format!("{start},{}\np,{}\n", names.join(","), vec!["1"; n].join(","))
        }));
    }
    let start = header.split(',').next().unwrap().to_owned();
    shapes.push(Shape::new("columns of one name", move |n| format!("{start},{}\np,{}\n", vec!["q"; n].join(","), vec!["x"; n].join(","))));
    shapes.push(Shape::new("nominal items", |n| {
        let columns = |series: &str| (1..=n / 4).map(|number| format!("{series}{number}")).collect::<Vec<_>>().join(",");
        format!("item,model,{},{}\nq,nominal,{}\n", columns("a"), columns("c"), vec!["0.5"; 2 * (n / 4)].join(","))
    }));
    shapes
}

/// What means something in an advert.
const ADVERT: [&str; 52] = [
    "a",
    "a ",
    "a\n",
    " ",
    "\n",
    "\r\n",
    "-",
    "- a\n",
    "- ",
    "•",
    "o \n",
    ".",
    ". ",
    ", ",
    ":",
    "(",
    "(5) ",
    "5 years ",
    "1.5",
    "&",
    "&amp;",
    "&eacute;",
    "& ",
    "&#",
    "<",
    "<a",
    "<a ",
    "<a b=",
    "<a b=\"",
    "<a b='<a c=\"",
    "<a b=\"<a\" ",
    "<b>",
    "</b>",
    "<li>",
    "<!--",
    "-->",
    "<!-",
    "<script>",
    "</script",
    "<style",
    "<?",
    "no ",
    "must have tea\n",
    "Requirements\n- tea\n",
    "product roadmap ",
    "prod-\nuct ",
    "not a roadmap. ",
    "e\u{301}",
    "\u{301}",
    "\u{202e}",
    "\u{1d40f}",
    "we have 5 years of ",
];

pub fn adverts() -> Vec<Shape> {
    let mut shapes: Vec<Shape> = ADVERT.iter().map(|piece| Shape::repeated(piece)).collect();
    shapes.push(Shape::within("a tag", "<a ", "b=\"<a\" ", ""));
    shapes.push(Shape::within("a tag", "<a ", "b=\"<i\" c='<u' ", ""));
    shapes.push(Shape::within("a tag that closes", "<a ", "b=\"<a>\" ", ">roadmap"));
    shapes.push(Shape::within("a name", "<", "a", ""));
    shapes.push(Shape::within("a comment", "<!--", "<a b=", ""));
    shapes.push(Shape::within("a script", "<script>", "</scrip", ""));
    shapes.push(Shape::within("words between numbers", "5", " ( ", "years"));
    shapes.push(Shape::within("one line", "", "the your our ", ""));
    shapes.push(Shape::within("musts under a heading", "Essential\n", "- you must have tea\n", ""));
    shapes.push(Shape::within("a word", "", "prod-\n", ""));
    shapes
}

pub fn texts() -> Vec<Shape> {
    let mut shapes: Vec<Shape> = TEXT.iter().map(|piece| Shape::repeated(piece)).collect();
    shapes.push(Shape::new("styles within a link to a long address", |n| {
        format!("[{}](https://a.example/{})", "*a* ".repeat(n), "b".repeat(n))
    }));
    shapes.push(Shape::within("a link", "[", "\\[", "](b)"));
    shapes.push(Shape::within("a link", "[", "`a`", "](b)"));
    shapes.push(Shape::within("an address", "[a](", "b", ")"));
    shapes.push(Shape::within("code", "`", "[", "`"));
    shapes
}
