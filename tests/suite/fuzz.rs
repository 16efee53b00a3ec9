//! Every fuzz target over its seeds, its corpus and a few hundred changes of them; `cargo fuzz` goes on.

use metier::numeric::random::Random;
use metier_fuzz::changes::{below, changed};
use metier_fuzz::{TARGETS, corpus, named};

/// Number of changed inputs of each target, and their largest size in bytes: long ones take most of the time.
const CHANGED: usize = 250;
const LONGEST: usize = 8_000;
/// All files of the corpus together stay below this, so that it can be looked through.
const CORPUS: u64 = 400_000;

fn hold(name: &str) {
    let target = named(name).unwrap();
    let seeds = (target.seeds)();
    for seed in &seeds {
        assert!((target.run)(seed), "{name} takes its own seeds: {}", String::from_utf8_lossy(seed));
    }
    let kept: Vec<Vec<u8>> = corpus::kept(name).into_iter().map(|kept| kept.input.into_bytes()).collect();
    assert!(!kept.is_empty(), "{} has inputs", corpus::file(name).display());
    for input in &kept {
        (target.run)(input);
    }
    let short: Vec<&Vec<u8>> = seeds.iter().chain(&kept).filter(|seed| seed.len() <= LONGEST).collect();
    let mut random = Random::new(20);
    for _ in 0..CHANGED {
        let input =
            changed(short[below(short.len(), &mut random)], short[below(short.len(), &mut random)], &mut random);
        (target.run)(&input);
    }
}

/// A test for each target; it does not compile where one is left out, and fails where one is no target.
macro_rules! each {
    ($($name:ident)*) => {
        const NAMES: [&str; TARGETS.len()] = [$(stringify!($name)),*];
        $(#[test] fn $name() { hold(stringify!($name)); })*
    };
}

each!(quiz answers saved catalogue choice lexicon advert tags markdown json table bank scores estimators);

#[test]
fn the_corpus_is_of_the_targets_and_small() {
    assert_eq!(TARGETS.map(|target| target.name), NAMES);
    let files = std::fs::read_dir(metier_fuzz::project("tests/fuzz/corpus")).unwrap();
    let mut all = 0;
    for file in files.map(|file| file.unwrap().path()) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            named(name).is_some_and(|target| corpus::file(target.name).ends_with(file.file_name().unwrap())),
            "{name}"
        );
        all += file.metadata().unwrap().len();
    }
    assert!(all <= CORPUS, "{all} bytes");
}

/// What must hold can fail to: steps beyond the bound, and a number that is none.
#[test]
#[should_panic(expected = "steps for 4 bytes")]
fn a_reader_that_takes_too_many_steps_is_found() {
    metier_fuzz::hold::linear(metier_fuzz::hold::Steps::Text, "text", || metier::steps::count(1_000_000));
}
