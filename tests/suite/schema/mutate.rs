//! Changes to a document: every one that could matter at each place, and random ones at random places.

use metier::numeric::random::Random;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What is done at a place.
#[derive(Clone)]
pub enum Change {
    Remove,
    Rename(String),
    Set(Value),
    /// Makes a list so long, by repeating its entries or leaving the last ones out.
    Resize(usize),
}

/// A change and its place, a JSON pointer.
pub struct Edit {
    pub at: String,
    pub change: Change,
}

impl Edit {
    /// `document` with the change.
    pub fn apply(&self, document: &Value) -> Value {
        let mut changed = document.clone();
        assert!(self.apply_to(&mut changed), "{self}: there is no such place");
        changed
    }

    /// Changes `document`; whether there is such a place.
    fn apply_to(&self, document: &mut Value) -> bool {
        let Some((parent, key)) = self.at.rsplit_once('/') else {
            if let Change::Set(value) = &self.change {
                *document = value.clone();
            }
            return true;
        };
        let key = key.replace("~1", "/").replace("~0", "~");
        match (&self.change, document.pointer_mut(parent)) {
            (Change::Resize(size), _) => {
                document.pointer_mut(&self.at).and_then(Value::as_array_mut).is_some_and(|list| resize(list, *size))
            }
            (change, Some(Value::Object(object))) => match change {
                Change::Set(value) => {
                    object.insert(key, value.clone());
                    true
                }
                Change::Rename(name) => object.remove(&key).map(|value| object.insert(name.clone(), value)).is_some(),
                _ => object.remove(&key).is_some(),
            },
            (change, Some(Value::Array(list))) => {
                let Some(index) = key.parse().ok().filter(|&index: &usize| index < list.len()) else { return false };
                match change {
                    Change::Set(value) => list[index] = value.clone(),
                    Change::Remove => drop(list.remove(index)),
                    _ => return false,
                }
                true
            }
            _ => false,
        }
    }
}

fn resize(list: &mut Vec<Value>, size: usize) -> bool {
    let entries = list.clone();
    *list = entries.iter().cycle().take(size).cloned().collect();
    list.len() == size
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", if self.at.is_empty() { "(document)" } else { &self.at })?;
        match &self.change {
            Change::Remove => write!(f, "removed"),
            Change::Rename(name) => write!(f, "renamed to {name:?}"),
            Change::Set(value) => write!(f, "set to {:.80}", value.to_string()),
            Change::Resize(size) => write!(f, "made {size} long"),
        }
    }
}

/// One value of each type, and some that look like another.
fn of_each_type() -> Vec<Value> {
    vec![json!(null), json!(true), json!(1), json!("a"), json!("1"), json!([]), json!({}), json!(["a"])]
}

/// Around every bound that the formats have, whole and broken.
const NUMBERS: [f64; 50] = [
    -1e13,
    -1e12,
    -10_001.0,
    -10_000.0,
    -1.5,
    -1.0,
    -0.995,
    -0.99,
    -0.5,
    0.0,
    1e-7,
    1e-6,
    0.0005,
    0.001,
    0.005,
    0.01,
    0.5,
    0.99,
    0.995,
    1.0,
    1.05,
    1.1,
    2.0,
    2.5,
    3.0,
    4.0,
    4.001,
    5.0,
    10.0,
    10.5,
    11.0,
    12.0,
    100.0,
    101.0,
    600.0,
    601.0,
    1000.0,
    1001.0,
    2_000.0,
    2_001.0,
    5_000.0,
    5_001.0,
    10_000.0,
    10_001.0,
    16_384.0,
    16_385.0,
    1e6,
    1e9 + 1.0,
    1e12,
    1e13,
];

/// Strings at the edge of what texts and words may be, and beside a single word those at the edge of identifiers and
/// languages.
fn strings(beside: &str) -> Vec<String> {
    let texts = ["", " ", "\n \t", "\u{c}", "\u{b}", "\u{a0}", "A", "a-1", "best", "metier-roles/1"].map(str::to_owned);
    let names = [
        "z9-",
        "-a",
        "9a",
        "a b",
        "a\n",
        "é",
        "EN-gb",
        "en-",
        "en_GB",
        "x-12345678",
        "x-123456789",
        "Best",
        "rtl",
        "fixed",
        "judge",
        "sort",
        "text",
    ];
    let long = [64, 65]
        .map(|count| "a".repeat(count))
        .into_iter()
        .chain([35, 36].map(|count| "aa-aaaa-".repeat(9)[..count].to_owned()));
    let names = names.map(str::to_owned).into_iter().chain(long).filter(|_| !beside.contains(' '));
    texts.into_iter().chain(names).collect()
}

/// Lengths around the bounds of lists.
const SIZES: [usize; 11] = [0, 1, 2, 3, 4, 5, 6, 11, 12, 100, 101];

/// Every change that could matter at each kind of place of `document`, one place of a kind.
pub fn edits(document: &Value) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for places in places(document).into_values() {
        let at = &places[0];
        let mut add = |at: &str, change| edits.push(Edit { at: at.to_owned(), change });
        of_each_type().into_iter().for_each(|value| add(at, Change::Set(value)));
        if !at.is_empty() {
            add(at, Change::Remove);
        }
        match document.pointer(at).unwrap() {
            Value::Number(_) => NUMBERS.iter().for_each(|&number| add(at, Change::Set(number_of(number)))),
            Value::String(string) => strings(string).into_iter().for_each(|string| add(at, Change::Set(json!(string)))),
            Value::Array(list) if !list.is_empty() => SIZES.iter().for_each(|&size| add(at, Change::Resize(size))),
            Value::Object(object) => {
                add(&format!("{at}/unheard-of"), Change::Set(json!("a")));
                [json!(""), json!(1), json!(null)]
                    .into_iter()
                    .for_each(|value| add(&format!("{at}/$comment"), Change::Set(value)));
                object.keys().for_each(|key| add(&format!("{at}/{}", escaped(key)), Change::Rename(format!("{key}s"))));
            }
            _ => {}
        }
    }
    edits
}

/// As people write it: 2, though also 2.0 where the bound itself is tried.
fn number_of(number: f64) -> Value {
    if number.fract() == 0.0 && number != 2.0 && number != 5.0 { json!(number as i64) } else { json!(number) }
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// All places of a document by kind of place: a pointer in which an item's type stands for its number and a
/// calibration's model for its name, and `*` for others.
fn places(document: &Value) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    collect(document, String::new(), String::new(), &mut found);
    found
}

fn collect(value: &Value, at: String, kind: String, found: &mut BTreeMap<String, Vec<String>>) {
    for (index, entry) in value.as_array().into_iter().flatten().enumerate() {
        let name = entry["type"].as_str().unwrap_or("*");
        collect(entry, format!("{at}/{index}"), format!("{kind}/{name}"), found);
    }
    for (key, entry) in value.as_object().into_iter().flatten() {
        let name = if kind.ends_with("/strings") { "*" } else { entry["model"].as_str().unwrap_or(key) };
        collect(entry, format!("{at}/{}", escaped(key)), format!("{kind}/{name}"), found);
    }
    found.entry(kind).or_default().push(at);
}

/// Makes random changes. The same seed and document give the same changes.
pub struct Mutator {
    random: Random,
    places: Vec<Vec<String>>,
    words: Vec<&'static str>,
}

impl Mutator {
    pub fn new(seed: u64, document: &Value, words: BTreeSet<&'static str>) -> Mutator {
        let places = places(document).into_values().collect();
        Mutator { random: Random::new(seed), places, words: words.into_iter().collect() }
    }

    /// `document` with one to three changes, and what they were.
    pub fn mutate(&mut self, document: &Value) -> (Value, String) {
        let mut changed = document.clone();
        let mut said = Vec::new();
        for _ in 0..1 + self.below(3) {
            let edit = self.edit(document);
            if edit.apply_to(&mut changed) {
                said.push(edit.to_string());
            }
        }
        (changed, said.join("; "))
    }

    fn below(&mut self, count: usize) -> usize {
        (self.random.uniform() * count as f64) as usize
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// A place: first its kind, so that rare fields have their turn.
    fn place(&mut self) -> String {
        let kind = self.below(self.places.len());
        let index = self.below(self.places[kind].len());
        self.places[kind][index].clone()
    }

    fn edit(&mut self, document: &Value) -> Edit {
        let at = self.place();
        let value = document.pointer(&at).unwrap();
        let word = self.one(&self.words.clone());
        let change = match (self.below(8), value) {
            (0, _) => Change::Set(self.one(&of_each_type())),
            (1, _) => Change::Remove,
            (2, _) => Change::Rename(word.to_owned()),
            (3, _) => Change::Set(document.pointer(&self.place()).unwrap().clone()),
            (_, Value::Number(_)) => Change::Set(number_of(self.one(&NUMBERS))),
            (_, Value::String(string)) => Change::Set(json!(self.one(&strings(string)))),
            (_, Value::Array(_)) => Change::Resize(self.one(&SIZES[..9])),
            (_, Value::Object(_)) => return self.addition(&at, word, document),
            _ => Change::Remove,
        };
        // The whole document is replaced by hand elsewhere: here it would hide all other changes.
        if at.is_empty() { self.addition("", word, document) } else { Edit { at, change } }
    }

    /// A field that is, or is not, one of the format, with a value of the document.
    fn addition(&mut self, at: &str, word: &str, document: &Value) -> Edit {
        let value = document.pointer(&self.place()).unwrap().clone();
        Edit { at: format!("{at}/{word}"), change: Change::Set(value) }
    }
}
