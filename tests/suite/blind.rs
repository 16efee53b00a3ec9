//! Nobody guesses the key who never reads the situation. Blind readers choose by the words of the options alone: the
//! noblest words, the longest, the shortest, more contact with users, no boss, the first, the last. What they reach is
//! held against choosing by chance.

use crate::support::json_of;
use serde_json::Value;
use std::collections::BTreeMap;

/// Most that one reader may be above chance in one bank, in levels.
const ONE: f64 = 0.7;
/// Most that one reader may be above chance over all banks together.
const ALL: f64 = 0.2;

/// Beginnings of words that sound like good work.
const NOBLE: &str = "custom user client patient guest people person human ask question listen hear heard visit watch \
    observ talk speak ring call meet invit feedback learn understand find found discover explor test trial try \
    experiment measur evidence proof prov compar check review together team share joint with both agree support help \
    clear clarif explain open honest transparent fair trust respect care kind value need reason why plan prepar prevent \
    improv solv cause root risk long early first best quality goal purpose aim vision write wrote written step change \
    start own responsib follow future";
/// Of more contact with the people concerned.
const USERS: &str = "ask visit survey ring call talk interview watch listen meet phone";
/// Of somebody above.
const BOSS: &str = "boss manag director head superior chief executiv";

/// How many words of a text begin with one of these.
fn count(text: &str, stems: &str) -> f64 {
    let stems: Vec<&str> = stems.split_whitespace().collect();
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.filter(|word| stems.iter().any(|stem| word.starts_with(stem))).count() as f64
}

/// How much a reader likes an option: by its words and its place.
type Likes = fn(&str, usize) -> f64;

/// The readers.
const READERS: [(&str, Likes); 7] = [
    ("noblest words", |text, _| count(text, NOBLE)),
    ("longest", |text, _| text.chars().count() as f64),
    ("shortest", |text, _| -(text.chars().count() as f64)),
    ("meets users", |text, _| count(text, USERS).min(1.0)),
    ("no boss", |text, _| -count(text, BOSS).min(1.0)),
    ("first", |_, place| -(place as f64)),
    ("last", |_, place| place as f64),
];

/// An option: its words, and the mean level of its keys.
type Choice = (String, f64);

/// The options of each item of which one is chosen, alone or as best, put first or rated highest.
fn choices(quiz: &Value) -> Vec<Vec<Choice>> {
    let level = |item: &Value, option: &Value| {
        if let (Some(mean), Some(points)) = (option["key"]["mean"].as_f64(), item["points"].as_f64()) {
            return Some(4.0 * (mean - 1.0) / (points - 1.0));
        }
        let keys = option["keys"].as_array()?;
        let levels: Vec<f64> = keys.iter().filter_map(|key| key["level"].as_f64()).collect();
        (!levels.is_empty()).then(|| levels.iter().sum::<f64>() / levels.len() as f64)
    };
    let items = quiz["items"].as_array().unwrap().iter();
    items
        .filter(|item| matches!(item["type"].as_str(), Some("single" | "best-worst" | "judge" | "rank")))
        .map(|item| {
            let options = item["options"].as_array().unwrap().iter();
            options
                .filter_map(|one| Some((one["text"].as_str()?.to_owned(), level(item, one)?)))
                .collect::<Vec<Choice>>()
        })
        .filter(|options| options.len() > 1)
        .collect()
}

/// The mean level of what a reader chooses, above that of chance; of equals the mean.
fn above_chance(items: &[Vec<Choice>], likes: Likes) -> f64 {
    let above = |options: &Vec<Choice>| {
        let liked: Vec<f64> = options.iter().enumerate().map(|(place, (text, _))| likes(text, place)).collect();
        let most = liked.iter().fold(f64::NEG_INFINITY, |most: f64, one| most.max(*one));
        let chosen: Vec<f64> =
            options.iter().zip(&liked).filter(|(_, like)| **like == most).map(|((_, level), _)| *level).collect();
        let mean = |levels: &mut dyn ExactSizeIterator<Item = f64>| {
            let count = levels.len() as f64;
            levels.sum::<f64>() / count
        };
        mean(&mut chosen.into_iter()) - mean(&mut options.iter().map(|(_, level)| *level))
    };
    items.iter().map(above).sum::<f64>() / items.len() as f64
}

/// What is wrong with banks: readers far above chance in one, or above it in all together.
fn giveaways(banks: &[(&str, Value)]) -> Vec<String> {
    let mut found = Vec::new();
    let mut together: BTreeMap<&str, f64> = BTreeMap::new();
    for (bank, quiz) in banks {
        let items = choices(quiz);
        assert!(items.len() >= 5, "{bank} has only {} items to choose in", items.len());
        for (reader, likes) in READERS {
            let above = above_chance(&items, likes);
            *together.entry(reader).or_default() += above / banks.len() as f64;
            if above > ONE {
                found.push(format!("{bank}: {reader} is {above:.2} above chance"));
            }
        }
    }
    for (reader, above) in together.into_iter().filter(|(_, above)| *above > ALL) {
        found.push(format!("{reader} is {above:.2} above chance over all banks"));
    }
    found
}

/// The bank of statements, and every form of a skill quiz.
#[test]
fn no_blind_reader_beats_chance_by_much() {
    let banks = ["roles", "negotiation", "negotiation-b", "pace", "pace-b", "setbacks", "setbacks-b"]
        .map(|name| (name, json_of(&format!("www/quizzes/{name}.json"))));
    let found = giveaways(&banks);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The same readers do find those that gave themselves away.
#[test]
fn blind_readers_beat_chance_in_the_frozen_quizzes() {
    let banks = ["negotiation", "pace", "setbacks", "roles"]
        .map(|name| (name, json_of(&format!("tests/reference/frozen/{name}.json"))));
    let found = giveaways(&banks);
    assert!(found.len() > 1, "{}", found.join("\n"));
}

/// How hard a statement is does not show in its words: neither in their number nor in how noble they are.
#[test]
fn the_words_of_a_statement_do_not_tell_its_aim() {
    let quiz = json_of("www/quizzes/roles.json");
    let statements: Vec<(&str, f64)> = quiz["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| Some((item["prompt"].as_str()?, item["aim"].as_f64()?)))
        .collect();
    assert!(statements.len() >= 112, "{}", statements.len());
    let measures: [(&str, Likes); 2] =
        [("length", |text, _| text.chars().count() as f64), ("noble words", |text, _| count(text, NOBLE))];
    for (what, measure) in measures {
        let of: Vec<(f64, f64)> = statements.iter().map(|(text, aim)| (measure(text, 0), *aim)).collect();
        let r = correlation(&of);
        assert!(r.abs() <= 0.3, "aim and {what}: {r:.2}");
    }
}

/// Pearson's.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (x, y) = (pairs.iter().map(|p| p.0).sum::<f64>() / n, pairs.iter().map(|p| p.1).sum::<f64>() / n);
    let sum = |f: fn(f64, f64) -> f64| pairs.iter().map(|p| f(p.0 - x, p.1 - y)).sum::<f64>();
    sum(|a, b| a * b) / (sum(|a, _| a * a) * sum(|_, b| b * b)).sqrt()
}
