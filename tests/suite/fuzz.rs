//! Every fuzz target over its seeds and a few hundred changes of them; `cargo bench --bench fuzz -- 60` goes on.

#[path = "../fuzz/mod.rs"]
pub mod fuzzing;

use fuzzing::changes::{below, changed};
use fuzzing::{TARGETS, Target};
use metier::numeric::random::Random;

/// Number of changed inputs of each target, and their largest size in bytes: long ones take most of the time.
const CHANGED: usize = 250;
const LONGEST: usize = 8_000;

fn hold(name: &str) {
    let target: &Target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let seeds = (target.seeds)();
    for seed in &seeds {
        assert!((target.run)(seed), "{name} takes its own seeds: {}", String::from_utf8_lossy(seed));
    }
    let short: Vec<&Vec<u8>> = seeds.iter().filter(|seed| seed.len() <= LONGEST).collect();
    let mut random = Random::new(20);
    for _ in 0..CHANGED {
        let input =
            changed(short[below(short.len(), &mut random)], short[below(short.len(), &mut random)], &mut random);
        (target.run)(&input);
    }
}

#[test]
fn banks_of_items_with_responses() {
    hold("bank");
}

#[test]
fn responses_alone() {
    hold("scores");
}

#[test]
fn quizzes_with_answers() {
    hold("quiz");
}

#[test]
fn catalogues_with_profiles() {
    hold("catalogue");
}

#[test]
fn saved_profiles() {
    hold("saved");
}

#[test]
fn adverts_with_lexicons() {
    hold("advert");
}
