//! `cargo fuzz`: fuzzes every target, guided by what its inputs reach, on the stable compiler.
//!
//! - `cargo fuzz [SECONDS] [TARGET…]` gives each target so many seconds (60); `METIER_SEED` is where chance begins
//! - `cargo fuzz replay TARGET FILE` runs one input, as `cargo test` runs those of the corpus
//! - `cargo fuzz was TARGET FILE WORDS` puts into the corpus what failed, with what was wrong with it
//! - `cargo fuzz keep [TARGET…]` adds to the corpus what was found and reaches what nothing else there does
//!
//! libFuzzer changes inputs (llvm.org/docs/LibFuzzer.html), linked in by the crate libfuzzer-sys, which wants a C++
//! compiler. cargo-fuzz, which does the same, asks for the nightly compiler because of its sanitizers; the counters of
//! edges and comparisons are a pass of LLVM that the stable one has, too. What is found stays in `target/fuzz`, so
//! that the next run goes on from there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod guide;

use guide::{Guide, Run};
use metier_fuzz::corpus::{self, Kept};
use metier_fuzz::{TARGETS, Target, named, project};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds a target where none are given.
const SECONDS: u32 = 60;
/// Bytes of a target's corpus that has no inputs that once failed.
const CORPUS: usize = 28_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["replay", target, file] => replay(target, Path::new(file)),
        ["was", target, file, what] => was(target, Path::new(file), what),
        ["keep", targets @ ..] => each(targets, keep),
        [seconds, targets @ ..] if seconds.parse::<u32>().is_ok() => fuzz(seconds.parse().unwrap_or(SECONDS), targets),
        targets => fuzz(SECONDS, targets),
    }
}

/// Does something with each of these targets, or with all; whether all went well.
fn each(names: &[&str], mut work: impl FnMut(&Guide, &Target) -> bool) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| named(name).is_none()) {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        eprintln!("no target is called {unknown}; there are {}", known.join(", "));
        return ExitCode::from(2);
    }
    let guide = match Guide::build() {
        Ok(guide) => guide,
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::FAILURE;
        }
    };
    let chosen = TARGETS.iter().filter(|target| names.is_empty() || names.contains(&target.name));
    let failed = chosen.filter(|target| !work(&guide, target)).count();
    ExitCode::from(u8::from(failed > 0))
}

fn fuzz(seconds: u32, names: &[&str]) -> ExitCode {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() as u32);
    let seed = std::env::var("METIER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(now);
    println!("{seconds} seconds a target, seed {seed}");
    each(names, |guide, target| {
        let Run { executions, edges, found, failed } = guide.fuzz(target, seconds, seed);
        println!("{}: {executions} executions, {edges} edges, {found} inputs kept", target.name);
        if let Some(failed) = &failed {
            println!("{}: FAILED; see it with: cargo fuzz replay {} {}", target.name, target.name, failed.display());
        }
        failed.is_none()
    })
}

/// Runs one input; what is wrong is told as a test would.
fn replay(name: &str, file: &Path) -> ExitCode {
    let (Some(target), Ok(input)) = (named(name), std::fs::read(file)) else {
        eprintln!("a target and a file are wanted");
        return ExitCode::from(2);
    };
    let whole = (target.run)(&input);
    println!("{name} holds: {}", if whole { "taken, the whole way" } else { "refused" });
    ExitCode::SUCCESS
}

/// Keeps an input that failed, for good.
fn was(name: &str, file: &Path, what: &str) -> ExitCode {
    let (Some(target), Ok(input)) = (named(name), std::fs::read(file)) else {
        eprintln!("a target, a file and what was wrong are wanted");
        return ExitCode::from(2);
    };
    let mut kept = corpus::kept(target.name);
    kept.push(Kept { was: Some(what.to_owned()), input: String::from_utf8_lossy(&input).into_owned() });
    corpus::write(target.name, kept);
    ExitCode::SUCCESS
}

/// Makes the corpus of a target anew: those that once failed, and of all others a least set that reaches what all of
/// them reach, the shortest first, as far as there is room.
fn keep(guide: &Guide, target: &Target) -> bool {
    let mut kept: Vec<Kept> = corpus::kept(target.name).into_iter().filter(|kept| kept.was.is_some()).collect();
    let mut least = guide.least(target);
    least.sort_by_key(String::len);
    let (of, mut room) = (least.len(), CORPUS);
    for input in least {
        room = room.saturating_sub(input.len());
        if room > 0 {
            kept.push(Kept { was: None, input });
        }
    }
    println!("{}: {} inputs of {of}", target.name, kept.len());
    corpus::write(target.name, kept);
    println!("{}", corpus::file(target.name).strip_prefix(project("")).unwrap_or(Path::new("")).display());
    true
}
