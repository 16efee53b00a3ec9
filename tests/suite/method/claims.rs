//! What the pages on method and measurement print, and the list of their claims: for the suite and for the long
//! simulation.

use metier::estimate::{Estimate, estimate};
use metier::model::Observation;
use metier::model::answering::Answering;
use metier::quiz::{self, Assumed, Quiz};
use metier::roles::catalogue::{self, Catalogue};
use std::collections::BTreeMap;
use std::fs;

/// The claims that only the long simulation finds again.
pub const SIMULATED: [&str; 2] = ["sim-", "seed-sd-"];

pub fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn shipped() -> Catalogue {
    catalogue::read(&text("www/roles/product.json")).0.expect("the shipped catalogue")
}

pub fn role_quiz() -> Quiz {
    quiz::read(&text("www/quizzes/roles.json")).0.expect("the role quiz")
}

/// What the pages print, by the name of the claim: digits, point and sign alone.
pub fn printed() -> BTreeMap<String, String> {
    let pages = text("www/pages/method.html") + &text("www/pages/measurement.html");
    let mut found = BTreeMap::new();
    for part in pages.split("id=\"n-").skip(1) {
        let (id, rest) = part.split_once('"').expect("the end of an id");
        let (_, rest) = rest.split_once('>').expect("the end of a tag");
        let (words, _) = rest.split_once('<').expect("another tag");
        let number = words.trim().replace('\u{2212}', "-").replace([',', '+'], "");
        assert!(number.parse::<f64>().is_ok(), "n-{id} holds {words:?}, not a number");
        assert_eq!(found.insert(id.to_owned(), number), None, "n-{id} is there twice");
    }
    found
}

/// The claims and where they are from.
pub fn listed() -> BTreeMap<String, (f64, String)> {
    let list: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text("tests/reference/method.json")).expect("the list of claims");
    let claim = |claim: serde_json::Value| {
        let from = claim["from"].as_str().expect("where a claim is from").to_owned();
        (claim["value"].as_f64().expect("the value of a claim"), from)
    };
    list.into_iter().map(|(id, value)| (id, claim(value))).collect()
}

/// `value` with as many decimals as `pattern` has, without the sign of a zero.
pub fn like(pattern: &str, value: f64) -> String {
    let decimals = pattern.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let number = format!("{value:.decimals$}");
    if number.parse() == Ok(0.0) { number.replace('-', "") } else { number }
}

/// Each claim as the library finds it is what the page prints.
#[track_caller]
pub fn hold(claims: &[(String, f64)]) {
    let printed = printed();
    for (id, value) in claims {
        let words = printed.get(id).unwrap_or_else(|| panic!("the page does not print n-{id}, which is {value}"));
        assert_eq!(*words, like(words, *value), "n-{id}: the page against the library");
    }
}

/// So many answers that stand for one level, to questions whose options stand for 1, 2, 3 and 4.
pub fn answers(level: f64, count: usize) -> Vec<Observation> {
    let answering = Answering { levels: vec![1.0, 2.0, 3.0, 4.0], guess: None };
    vec![Observation { skill: 0, level, weight: 1.0, key_variance: 0.0, answering }; count]
}

/// The level after such answers.
pub fn agreeing(level: f64, count: usize, assumed: &Assumed) -> Estimate {
    estimate(&answers(level, count), assumed).expect("an estimate")
}

pub fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (mean, f64::sqrt(values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0)))
}
