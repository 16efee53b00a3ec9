//! Shapes of texts that grow: for each reader the repetition of everything that means something to it, and what made
//! some reader slow.

pub mod catalogues;
pub mod quizzes;
pub mod texts;

use crate::support::SMALL;
use serde_json::Value;

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
        Shape::new(format!("{name}: {piece:?} over and over"), move |n| {
            format!("{start}{}{end}", piece.repeat(LETTERS * n / piece.len()))
        })
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

/// Names of which one begins with all that come before it.
fn nested(number: usize) -> String {
    "a".repeat(1 + number % 60)
}

/// Names that share all but their ends.
fn alike(number: usize) -> String {
    format!("{}-{number}", "a".repeat(50))
}

/// Names of six small letters whose FNV-1a hashes share the low ten bits: a table of hashes without a secret puts them
/// all in one place.
pub fn colliding(count: usize) -> Vec<String> {
    let letters = |number: usize| {
        (0..6).map(|place| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8)).collect::<String>()
    };
    let hash = |name: &String| {
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) & 0x3ff
    };
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
    shapes.push(Shape::numbered(
        "deep",
        "[",
        |number| format!("{}{}", "[".repeat(number % 30), "]".repeat(number % 30)),
        "]",
    ));
    shapes.extend(fields(start, value, end));
    shapes
}

fn list(n: usize, entry: impl Fn(usize) -> Value) -> String {
    (0..n).map(|number| entry(number).to_string()).collect::<Vec<_>>().join(",")
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
    let mut shapes: Vec<Shape> = [
        "\"", ",", ";", "\t", "\n", "\r", "\r\n", "a", "\"\"", "\",", "\"a\"\n", "a,", "a\n", ",,\n", "é,", "\u{202e}",
        "\0", " ",
    ]
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
            Box::new(move |number| {
                format!("{}{number}{},{row}\n", id.trim_end_matches('"'), if id.ends_with('"') { "\"" } else { "" })
            }),
        ));
    }
    let own = row.clone();
    shapes.push(lines("one row", Box::new(move |_| format!("same,{own}\n"))));
    shapes.push(lines("rows that are too short", Box::new(|number| format!("p{number}\n"))));
    shapes.push(lines("rows of words", Box::new(|number| format!("p{number},x,y\n"))));
    for (name, column) in
        [("columns", "q"), ("columns of slopes", "a"), ("columns of errors", "se_"), ("columns without a name", "")]
    {
        let start = header.split(',').next().unwrap().to_owned();
        shapes.push(Shape::new(name, move |n| {
            // Parameters have numbers of three digits at most.
            let n = n / 2;
            let names: Vec<String> = (1..=n)
                .map(|number| if column.is_empty() { String::new() } else { format!("{column}{number}") })
                .collect();
            format!("{start},{}\np,{}\n", names.join(","), vec!["1"; n].join(","))
        }));
    }
    let start = header.split(',').next().unwrap().to_owned();
    shapes.push(Shape::new("columns of one name", move |n| {
        format!("{start},{}\np,{}\n", vec!["q"; n].join(","), vec!["x"; n].join(","))
    }));
    shapes.push(Shape::new("nominal items", |n| {
        let columns =
            |series: &str| (1..=n / 4).map(|number| format!("{series}{number}")).collect::<Vec<_>>().join(",");
        format!("item,model,{},{}\nq,nominal,{}\n", columns("a"), columns("c"), vec!["0.5"; 2 * (n / 4)].join(","))
    }));
    shapes
}
