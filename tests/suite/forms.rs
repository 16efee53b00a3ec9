//! The two forms of each skill quiz: what they share, how short they are, and what made-up people do in them. The figures
//! of `www/pages/simulated.json`, which the pages of the quizzes print, are worked out anew.

use crate::support::{catalogue, json_of, open, text_of};
use metier::author::answering::Departures;
use metier::author::simulate::beside::beside;
use metier::author::simulate::{Settings, simulate};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The skill quizzes, by their first forms.
const QUIZZES: [&str; 3] = ["negotiation", "pace", "setbacks"];

/// The names of the two forms of a quiz.
fn forms(quiz: &str) -> [String; 2] {
    [quiz.to_owned(), format!("{quiz}-b")]
}

fn document(form: &str) -> Value {
    json_of(&format!("www/quizzes/{form}.json"))
}

fn items(document: &Value) -> &Vec<Value> {
    document["items"].as_array().unwrap()
}

fn words(text: &Value) -> usize {
    text.as_str().unwrap_or_default().split_whitespace().count()
}

#[test]
fn forms_share_all_but_their_questions() {
    for quiz in QUIZZES {
        let [first, second] = forms(quiz).map(|form| document(&form));
        for (field, value) in first.as_object().unwrap() {
            let differs = second[field] != *value;
            assert_eq!(differs, matches!(field.as_str(), "id" | "items"), "{quiz}: {field}");
        }
        let ids = |form: &Value| items(form).iter().map(|item| item["id"].to_string()).collect::<BTreeSet<_>>();
        assert!(ids(&first).is_disjoint(&ids(&second)), "{quiz}");
        let named: Vec<&str> =
            first["forms"].as_array().unwrap().iter().filter_map(|form| form["id"].as_str()).collect();
        assert_eq!(named, forms(quiz));
    }
}

/// Eight items of at most 110 words: a situation of 45, a question of 15, options of 14, four numbers.
#[test]
fn each_form_is_short() {
    for form in QUIZZES.iter().flat_map(|quiz| forms(quiz)) {
        let document = document(&form);
        assert_eq!(items(&document).len(), 8, "{form}");
        for item in items(&document) {
            let options: Vec<&Value> =
                item["options"].as_array().into_iter().flatten().map(|option| &option["text"]).collect();
            let each = [
                words(&item["situation"]) <= 45,
                words(&item["prompt"]) <= 15,
                options.iter().all(|text| words(text) <= 14),
            ];
            let all = words(&item["situation"])
                + words(&item["prompt"])
                + options.iter().map(|text| words(text)).sum::<usize>();
            let told = [&item["situation"], &item["prompt"]]
                .into_iter()
                .chain(options)
                .map(Value::to_string)
                .collect::<String>();
            let numbers = told.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
            assert!(
                each == [true; 3] && all <= 110 && numbers <= 4,
                "{form}: {}: {each:?} {all} {numbers}",
                item["id"]
            );
        }
        let today = text_of(&format!("tests/reference/frozen/{}.json", form.trim_end_matches("-b"))).len();
        assert!(text_of(&format!("www/quizzes/{form}.json")).len() < today, "{form}");
    }
}

/// Choose one, best and worst, rate each, order, sort, and two looks at one's own weeks; each behaviour can be shown at
/// least twice.
#[test]
fn each_form_mixes_formats_and_offers_each_behaviour() {
    for form in QUIZZES.iter().flat_map(|quiz| forms(quiz)) {
        let document = document(&form);
        let types: BTreeSet<&str> = items(&document).iter().filter_map(|item| item["type"].as_str()).collect();
        let wanted = ["best-worst", "frequency", "judge", "likert", "rank", "single", "sort"];
        assert_eq!(types, BTreeSet::from(wanted), "{form}");
        for behaviour in document["skills"][0]["behaviours"].as_array().unwrap() {
            let id = behaviour["id"].as_str().unwrap();
            let offers = |item: &&Value| {
                let shown = item["options"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .flat_map(|option| option["shows"].as_array().into_iter().flatten());
                let steps = item["shows"].as_array().into_iter().flatten().map(|shown| &shown["behaviour"]);
                shown.chain(steps).any(|shown| shown == id)
            };
            assert!(items(&document).iter().filter(offers).count() >= 2, "{form}: {id}");
        }
    }
}

/// Printed here so that somebody who changes a question sees what to write into the file: its whole content.
#[test]
fn the_simulation_that_pages_print_is_of_these_forms() {
    let printed = json_of("www/pages/simulated.json");
    let settings = Settings {
        people: printed["people"].as_u64().unwrap() as u32,
        seed: printed["seed"].as_u64().unwrap() as u32,
        departures: Departures::default(),
    };
    let session = |form: &str| open(&text_of(&format!("www/quizzes/{form}.json")), "", settings.seed);
    let mut found = json!({ "forms": [], "beside": [] });
    for quiz in QUIZZES {
        let [first, second] = forms(quiz);
        for form in [&first, &second] {
            let simulation = simulate(&mut session(form), &catalogue(), &settings, &mut |_| ());
            found["forms"].as_array_mut().unwrap().push(json!(simulation));
        }
        let agreement = beside(&mut session(&first), &mut session(&second), &catalogue(), &settings);
        found["beside"].as_array_mut().unwrap().extend(agreement.iter().map(|one| json!(one)));
    }
    for part in ["forms", "beside"] {
        assert!(printed[part] == found[part], "cargo test -- writes another {part}: run it anew with metier simulate");
    }
}

/// No option that nobody takes, no band that nobody reaches, and spreads that hold; two forms differ by no more than
/// their spreads say.
#[test]
fn the_simulation_shows_no_dead_option_and_no_band_out_of_reach() {
    let printed = json_of("www/pages/simulated.json");
    let number = |value: &Value| value.as_f64().unwrap();
    for form in printed["forms"].as_array().unwrap() {
        for choice in form["choices"].as_array().unwrap() {
            for option in choice["options"].as_array().unwrap() {
                assert!(number(&option["share"]) >= 0.01, "{}: {}: {option}", form["quiz"], choice["item"]);
            }
        }
        let skill = &form["skills"][0];
        for band in skill["bands"].as_array().unwrap() {
            assert!(number(&band["share"]) > 0.0, "{}: {band}", form["quiz"]);
        }
        assert!((0.63..0.77).contains(&number(&skill["covered_68"])), "{skill}");
    }
    for pair in printed["beside"].as_array().unwrap() {
        assert!(number(&pair["within"]) >= 0.68 && number(&pair["rms"]) <= number(&pair["stated"]), "{pair}");
        assert!(number(&pair["difference"]).abs() < 0.1, "{pair}");
    }
}
