//! Functions that take any bytes, and what they are fed: nothing panics, and no number that is none comes out.
//!
//! An input is one or more texts with [`BETWEEN`] between them. `tests/suite/fuzz.rs` runs every target over all seeds
//! and a few hundred changed ones; `cargo bench --bench fuzz -- 60` changes them for as many seconds, and notices what
//! hangs.

pub mod changes;
pub mod seeds;
mod targets;

// The command line's readers, of which the targets use a part.
#[allow(dead_code, unused_imports)]
#[path = "../../src/bin/metier/items.rs"]
pub mod items;
#[allow(dead_code, unused_imports)]
#[path = "../../src/bin/metier/responses.rs"]
pub mod responses;
#[allow(dead_code, unused_imports)]
#[path = "../../src/bin/metier/table.rs"]
pub mod table;

/// Stands between the texts of an input.
pub const BETWEEN: u8 = 0x1e;

/// A target: its name, what runs an input, and inputs that are right.
pub struct Target {
    pub name: &'static str,
    /// Takes any bytes; whether they were accepted and the whole way was gone. Panics where something is wrong.
    pub run: fn(&[u8]) -> bool,
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: [Target; 6] = [
    Target { name: "bank", run: targets::bank, seeds: seeds::banks },
    Target { name: "scores", run: targets::scores, seeds: seeds::scores },
    Target { name: "quiz", run: targets::quiz, seeds: seeds::quizzes },
    Target { name: "catalogue", run: targets::catalogue, seeds: seeds::catalogues },
    Target { name: "saved", run: targets::saved, seeds: seeds::profiles },
    Target { name: "advert", run: targets::advert, seeds: seeds::adverts },
];
