//! Shapes of quizzes, and of answers to one.

use super::texts::TEXT;
use super::{LETTERS, Shape, alike, documents, fields, list};
use crate::support::SMALL;
use serde_json::{Value, json};

/// The small quiz with `from`, which it has once, replaced by what grows.
fn grown(name: &str, from: &'static str, to: impl Fn(usize) -> String + 'static) -> Shape {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    Shape::new(name, move |n| SMALL.replace(from, &to(n)))
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
    shapes.push(grown("keys", "\"keys\":[", |n| {
        format!("\"keys\":[{},", list(n, |number| json!({ "skill": format!("t{number}") })))
    }));
    shapes.push(grown("skills", "\"skills\":[", |n| {
        format!("\"skills\":[{},", list(n / 8, |number| skill(&format!("t{number}"))))
    }));
    shapes.push(grown("skills and items", "\"items\":[", |n| {
        let skills = (0..n / 16).map(|number| json!({ "skill": format!("t{number}") })).collect::<Value>();
        format!("\"items\":[{},", list(16, |number| likert(&format!("i{number}"), skills.clone())))
    }));
    shapes.push(grown("ends of counts", "\"evidence\"", |n| {
        let ends = list(n, |count| json!({ "from": count, "to": count, "text": "T" }));
        format!("\"counted\":{{\"ends\":[{ends}]}},\"evidence\"")
    }));
    shapes.push(grown("sections below a count", "\"evidence\"", |n| {
        let sections = list(n, |_| json!({ "title": "T", "lines": ["L", "M"] }));
        format!("\"counted\":{{\"ends\":[],\"sections\":[{sections}]}},\"evidence\"")
    }));
    shapes.push(grown("options", "\"items\":[", |n| {
        let options = (0..n / 16)
            .map(|number| json!({ "id": format!("o{number}"), "text": format!("{}{number}", "word ".repeat(40)), "keys": [key("s")] }));
        format!("\"items\":[{},", choice("c", "single", options.collect()))
    }));
    shapes.push(grown("options with the same words", "\"items\":[", |n| {
        let options = (0..n / 16)
            .map(|number| json!({ "id": format!("o{number}"), "text": "1. *Same* words", "keys": [key("s")] }));
        format!("\"items\":[{},", choice("c", "multiple", options.collect()))
    }));
    shapes.push(grown("orders", "\"items\":[", |n| {
        let options = |count: usize| (0..4).map(move |option| json!({ "id": format!("o{option}"), "text": format!("T{option}"), "keys": (0..count).map(|skill| key(&format!("t{skill}"))).collect::<Value>() }));
        format!("\"items\":[{},", list(n / 40, |number| choice(&format!("r{number}"), "rank", options(10).collect())))
    }));
    shapes.push(grown("orders with skills", "\"items\":[", |n| {
        let keys = (0..n / 16).map(|number| key(&format!("t{number}"))).collect::<Value>();
        let options = (0..3)
            .map(|option| json!({ "id": format!("o{option}"), "text": format!("T{option}"), "keys": keys }))
            .collect();
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
        with(
            "\"feedback\"",
            n,
            |number| json!({ "skill": "s", "from": 0, "to": 1.0 + number as f64 / 1000.0, "text": "F" }),
        )
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
    shapes.push(grown("links", "\"evidence\"", |n| {
        with("\"next\"", n / 8, |_| json!({ "title": "T", "link": "https://a@b.example" }))
    }));
    shapes.push(grown("translations", "\"evidence\"", |n| {
        with(
            "\"translations\"",
            n / 16,
            |number| json!({ "language": format!("de-{number}"), "strings": { "title": "T" } }),
        )
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
    let mut items: Vec<Value> =
        (0..1_600).map(|number| likert(&format!("i{number}"), json!([{ "skill": "s" }]))).collect();
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
    shapes.push(Shape::numbered(
        "items that are not there",
        "[",
        |number| format!("{{\"item\":\"{}\",\"answer\":1}}", alike(number)),
        "]",
    ));
    shapes.push(Shape::numbered("entries that are none", "[", |_| "{\"answer\":1}".into(), "]"));
    shapes.push(Shape::numbered(
        "answers of the wrong kind",
        "{",
        |number| format!("\"i{}\":\"x\"", number % 1_600),
        "}",
    ));
    shapes.push(Shape::numbered("options", "{\"some\":[", |number| format!("\"o{}\"", number % 100), "]}"));
    shapes.push(Shape::new("more and more options", |n| {
        format!("{{\"some\":[{}]}}", (0..n / 16).map(|number| format!("\"o{number}\"")).collect::<Vec<_>>().join(","))
    }));
    shapes.push(Shape::numbered(
        "options that are not there",
        "{\"some\":[",
        |number| format!("\"o{}x\"", number % 100),
        "]}",
    ));
    shapes.push(Shape::new("shares", |n| {
        format!(
            "{{\"share\":{{{}}}}}",
            (0..n / 16).map(|number| format!("\"o{number}\":1")).collect::<Vec<_>>().join(",")
        )
    }));
    shapes.push(Shape::numbered("shares of one option", "{\"share\":{", |_| "\"o1\":1".into(), "}}"));
    shapes.push(Shape::within("own words", "{\"words\":\"", "é", "\"}"));
    shapes.push(Shape::numbered("times", "{\"one\":{\"answer\":\"o1\",", |_| "\"ms\":1".into(), "}}"));
    shapes
}
