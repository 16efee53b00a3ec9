//! Fuzzes what reads files, on stable Rust: `cargo bench --bench fuzz -- 60` gives each target its share of 60 seconds,
//! a second number is the seed, and a third word names one target. Where an input makes one panic or takes it longer
//! than [`LONGEST`], its bytes are kept in `target/fuzz/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../fuzz/mod.rs"]
mod fuzzing;

use fuzzing::changes::{below, changed};
use fuzzing::{TARGETS, Target};
use metier::numeric::random::Random;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Nothing should take nearly as long as this: it hangs.
const LONGEST: Duration = Duration::from_secs(30);
/// Inputs that went the whole way join the seeds, as long as there are no more than this.
const KEPT: usize = 400;

/// The input at work and since when.
type Work = Arc<Mutex<Option<(&'static str, Vec<u8>, Instant)>>>;

fn main() {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let number =
        |place: usize, otherwise: u64| words.get(place).map_or(otherwise, |word| word.parse().expect("a number"));
    let (seconds, seed) = (number(0, 20), number(1, 1));
    let targets: Vec<&Target> =
        TARGETS.iter().filter(|target| words.get(2).is_none_or(|name| target.name == name)).collect();
    let each = Duration::from_secs(seconds) / targets.len().max(1) as u32;
    let work = Work::default();
    watch(&work);
    let failed = targets.iter().filter(|target| !run(target, each, seed, &work)).count();
    exit(i32::from(failed > 0));
}

/// Runs a target for some time, or until it fails; whether it held.
fn run(target: &Target, time: Duration, seed: u64, work: &Work) -> bool {
    let mut seeds = (target.seeds)();
    let mut random = Random::new(seed);
    let (mut executions, mut accepted, start) = (0_u64, 0_u64, Instant::now());
    while start.elapsed() < time {
        let input =
            changed(&seeds[below(seeds.len(), &mut random)], &seeds[below(seeds.len(), &mut random)], &mut random);
        *work.lock().unwrap() = Some((target.name, input.clone(), Instant::now()));
        let Ok(whole) = catch_unwind(|| (target.run)(&input)) else {
            println!(
                "{}: FAILED after {executions} executions, seed {seed}: {}",
                target.name,
                keep(target.name, &input).display()
            );
            return false;
        };
        executions += 1;
        accepted += u64::from(whole);
        if whole && seeds.len() < KEPT && below(10, &mut random) == 0 {
            seeds.push(input);
        }
    }
    *work.lock().unwrap() = None;
    println!("{}: {executions} executions, of which {accepted} went the whole way", target.name);
    true
}

/// Ends everything where an input takes too long.
fn watch(work: &Work) {
    let work = Arc::clone(work);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let held = work.lock().unwrap();
            if let Some((name, input, _)) = held.as_ref().filter(|(.., since)| since.elapsed() > LONGEST) {
                println!("{name}: HANGS: {}", keep(name, input).display());
                exit(1);
            }
        }
    });
}

/// Keeps an input in a file.
fn keep(name: &str, input: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder
        .join(format!("{name}-{}", input.iter().fold(5381_u64, |hash, &byte| hash.wrapping_mul(33) ^ u64::from(byte))));
    std::fs::write(&file, input).unwrap();
    file
}
