//! Does choosing the item that most decides between roles pay? A made-up bank of 96 items, six for each skill of the
//! shipped catalogue, taken by made-up people under three ways of choosing: `cargo bench --bench decide`. It fails when
//! the measurement page prints another number.
//!
//! Every item has five options for the levels 0 to 4, so that no item is better than another of its skill: what differs
//! is only of which skill the next question is. Answers are drawn as the estimate assumes, and the truth from
//! catalogues drawn anew. The people are the same under every way, so that differences are between pairs. It tests the
//! propagation of error, not validity.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use metier::author::answering::Departures;
use metier::author::simulate::taking::{Told, Way, World};
use metier::numeric::random::Random;
use metier::roles::catalogue::{self, Catalogue};
use metier::session::Session;
use serde_json::{Value, json};

/// Made-up people for each way and length, and their seed.
const PEOPLE: u32 = 600;
const SEED: u64 = 66;
/// Lengths after which the shares are looked at.
const LENGTHS: [usize; 4] = [12, 24, 32, 40];
/// Items of each skill.
const EACH: usize = 6;
/// Ways of choosing: the first is what the others are held against.
const WAYS: [(&str, Option<&str>); 3] =
    [("equal", None), ("information", Some("information")), ("decide", Some("decide"))];

/// A quiz over all skills of the catalogue, going on by `rule` or, without one, the same for everybody.
fn quiz(catalogue: &Catalogue, rule: Option<&str>, length: usize) -> String {
    let ids: Vec<&str> = catalogue.skills.iter().map(|skill| skill.id.value.as_str()).collect();
    let skill = |id: &&str| json!({ "id": id, "name": id, "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
    let item = |(round, id): (usize, &str)| {
        let option = |level: usize| json!({ "id": format!("o{level}"), "text": format!("Level {level}"), "keys": [{ "skill": id, "level": level }] });
        let options: Vec<Value> = (0..5).map(option).collect();
        json!({ "id": format!("{id}-{round}"), "type": "single", "prompt": "P", "options": options })
    };
    let rounds = (0..EACH).flat_map(|round| ids.iter().map(move |id| (round, *id)));
    // Without a rule: skill after skill in the catalogue's order, again and again, which for equal items is the best
    // fixed form.
    let items: Vec<Value> = rounds.map(item).take(if rule.is_some() { usize::MAX } else { length }).collect();
    // A quiz of fewer items than skills has only those skills.
    let used: Vec<Value> = ids.iter().take(if rule.is_some() { ids.len() } else { length }).map(skill).collect();
    let mut quiz = json!({ "format": "metier-quiz/1", "id": "bank", "version": "1", "language": "en", "title": "T", "about": "A",
        "instruction": "would", "skills": used, "items": items, "evidence": { "grade": 0, "note": "Made up." } });
    if let Some(rule) = rule {
        quiz["order"] = json!("adaptive");
        quiz["adaptive"] = json!({ "rule": rule, "max": length });
    }
    quiz.to_string()
}

/// What the people were told after a way and a length.
fn told(catalogue: &Catalogue, rule: Option<&str>, length: usize) -> Vec<Told> {
    let mut session =
        Session::open(&quiz(catalogue, rule, length), "", 1).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut random = Random::new(SEED);
    let mut world = World::new(&mut session, catalogue, Departures::default(), &mut random.split());
    (0..PEOPLE).map(|_| world.take(&mut random.split(), &Way::Own).roles.expect("roles")).collect()
}

/// Mean, and its standard error.
fn mean(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    (mean, f64::sqrt(variance / count))
}

fn main() {
    let catalogue = catalogue::read(catalogue::SHIPPED).0.expect("the shipped catalogue");
    println!(
        "{PEOPLE} made-up people (seed {SEED}), {} items, {} skills, {} roles",
        EACH * 16,
        catalogue.skills.len(),
        catalogue.roles.len()
    );
    println!(
        "{:<12} {:>6} {:>9} {:>7} {:>7} {:>7} {:>9} {:>6}",
        "", "items", "E[max P]", ">= .6", ">= .8", "right", "gain", "SE"
    );
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/pages/measurement.html")).expect("the page");
    let mut wrong: Vec<String> = Vec::new();
    for length in LENGTHS {
        let mut equal = Vec::new();
        for (key, rule) in WAYS {
            let told = told(&catalogue, rule, length);
            let of = |value: &dyn Fn(&Told) -> f64| told.iter().map(value).collect::<Vec<f64>>();
            let largest = of(&|told| told.leading_product().0);
            let reached = |least: f64| mean(&of(&|told| f64::from(u8::from(told.leading_product().0 >= least)))).0;
            let right = mean(&of(&|told| told.leading_product().1)).0;
            if rule.is_none() {
                equal = largest.clone();
            }
            let (gain, error) = mean(&largest.iter().zip(&equal).map(|(own, equal)| own - equal).collect::<Vec<_>>());
            let (six, eight) = (reached(0.6), reached(0.8));
            println!(
                "{key:<12} {length:>6} {:>9.3} {six:>7.3} {eight:>7.3} {right:>7.3} {gain:>9.3} {error:>6.3}",
                mean(&largest).0
            );
            let mut shown = vec![
                ("largest", format!("{:.2}", mean(&largest).0)),
                ("six", format!("{:.0}", 100.0 * six)),
                ("eight", format!("{:.1}", 100.0 * eight)),
                ("right", format!("{:.0}", 100.0 * right)),
            ];
            if rule.is_some() {
                shown.extend([("gain", format!("{gain:.3}")), ("error", format!("{error:.3}"))]);
            }
            let cells = shown
                .iter()
                .map(|(part, shown)| format!("id=\"d-{key}-{length}-{part}\">{}<", shown.replace('-', "\u{2212}")));
            wrong.extend(cells.filter(|cell| !page.contains(cell)));
        }
    }
    assert!(wrong.is_empty(), "the page prints something else: {wrong:#?}");
}
