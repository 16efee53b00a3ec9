//! Does choosing the item that most decides between roles pay? A made-up bank of 96 items, six for each skill of the shipped catalogue,
//! taken by made-up people under three ways of choosing: `cargo bench --bench decide`. It fails when the method page prints another number.
//!
//! Every item has five options for the levels 0 to 4, so that no item is better than another of its skill: what differs is only of which
//! skill the next question is. Answers are drawn as the quiz assumes. It tests the propagation of error, not validity.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use metier::author::simulate::simulate;
use metier::roles::catalogue::{self, Catalogue};
use metier::session::Session;
use serde_json::{Value, json};

/// Made-up people for each way and length.
const PEOPLE: u32 = 1_000;
/// Lengths after which the shares are looked at.
const LENGTHS: [usize; 3] = [12, 24, 40];
/// Items of each skill.
const EACH: usize = 6;

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
    // Without a rule: skill after skill in the catalogue's order, again and again, which for equal items is the best fixed form.
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

fn main() {
    let catalogue = catalogue::read(catalogue::SHIPPED).0.expect("the shipped catalogue");
    println!("{PEOPLE} made-up people, {} items, {} skills, {} roles", EACH * 16, catalogue.skills.len(), catalogue.roles.len());
    println!("{:<34} {:>6} {:>12} {:>8} {:>8} {:>10}", "", "items", "E[max P]", ">= .6", ">= .8", "right");
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/measurement.html")).expect("the page");
    let (mean, percent) = (|x: Option<f64>| format!("{:.2}", x.expect("roles")), |x: f64| format!("{:.1}", 100.0 * x));
    let mut wrong: Vec<String> = Vec::new();
    let ways = [
        ("the same items for everybody", "fixed", None),
        ("most information", "information", Some("information")),
        ("what decides most", "decide", Some("decide")),
    ];
    for (name, key, rule) in ways {
        for length in LENGTHS {
            let mut session = Session::open(&quiz(&catalogue, rule, length), "", 1).unwrap_or_else(|problems| panic!("{problems:#?}"));
            let found = simulate(&mut session, &catalogue, PEOPLE, 1, &mut |_| {});
            let [six, eight] = found.reached.expect("roles");
            let right: f64 = found.stated.iter().map(|band| band.right * f64::from(band.people)).sum::<f64>() / f64::from(PEOPLE);
            let shown =
                [("largest", mean(found.mean_largest)), ("six", percent(six)), ("eight", percent(eight)), ("right", percent(right))];
            let cells = shown.iter().map(|(part, shown)| format!("id=\"d-{key}-{length}-{part}\">{shown}<"));
            wrong.extend(cells.filter(|cell| !page.contains(cell)));
            println!("{name:<34} {length:>6} {:>12.3} {six:>8.3} {eight:>8.3} {right:>10.3}", found.mean_largest.expect("roles"));
        }
    }
    assert!(wrong.is_empty(), "the page prints something else: {wrong:#?}");
}
