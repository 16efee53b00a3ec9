//! Functions that take any bytes, and what they are fed: nothing panics, no number that is none comes out, and nothing
//! takes more steps a byte than reading may.
//!
//! An input is one or more texts with [`BETWEEN`] between them. `tests/suite/fuzz.rs` runs every target over its seeds,
//! its corpus and a few hundred changed ones; `cargo fuzz 60` goes on, guided by what an input reaches (`fuzz.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod changes;
pub mod corpus;
pub mod hold;
pub mod seeds;
mod targets;

// The command line's readers, of which the targets use a part.
#[allow(dead_code, missing_docs, unused_imports)]
#[path = "../../src/bin/metier/items.rs"]
pub mod items;
#[allow(dead_code, missing_docs, unused_imports)]
#[path = "../../src/bin/metier/responses.rs"]
pub mod responses;
#[allow(dead_code, missing_docs, unused_imports)]
#[path = "../../src/bin/metier/table.rs"]
pub mod table;

use std::path::PathBuf;
use std::sync::OnceLock;
use targets::{numbers, quizzes, roles, tables, texts};

/// Stands between the texts of an input.
pub const BETWEEN: u8 = 0x1e;

/// A target: its name, what runs an input, and inputs that are right.
pub struct Target {
    /// Names its corpus, too.
    pub name: &'static str,
    /// Takes any bytes; whether they were accepted and the whole way was gone. Panics where something is wrong.
    pub run: fn(&[u8]) -> bool,
    /// Inputs that are right, of which new ones are made.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: [Target; 14] = [
    Target { name: "quiz", run: quizzes::quiz, seeds: seeds::quizzes },
    Target { name: "answers", run: quizzes::answers, seeds: seeds::answers },
    Target { name: "saved", run: quizzes::saved, seeds: seeds::profiles },
    Target { name: "catalogue", run: roles::catalogue, seeds: seeds::catalogues },
    Target { name: "choice", run: roles::choice, seeds: seeds::choices },
    Target { name: "lexicon", run: roles::lexicon, seeds: seeds::lexicons },
    Target { name: "advert", run: roles::advert, seeds: seeds::adverts },
    Target { name: "tags", run: texts::tags, seeds: seeds::tags },
    Target { name: "markdown", run: texts::markdown, seeds: seeds::markdown },
    Target { name: "json", run: texts::json, seeds: seeds::json },
    Target { name: "table", run: tables::table, seeds: seeds::tables },
    Target { name: "bank", run: tables::bank, seeds: seeds::banks },
    Target { name: "scores", run: tables::scores, seeds: seeds::scores },
    Target { name: "estimators", run: numbers::estimators, seeds: seeds::numbers },
];

/// The target with this name.
pub fn named(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// A path of the project.
pub fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The target that `METIER_FUZZ_TARGET` names.
pub fn chosen() -> fn(&[u8]) -> bool {
    static CHOSEN: OnceLock<fn(&[u8]) -> bool> = OnceLock::new();
    *CHOSEN.get_or_init(|| {
        let name = std::env::var("METIER_FUZZ_TARGET").unwrap_or_default();
        named(&name).unwrap_or_else(|| panic!("METIER_FUZZ_TARGET is no target: {name:?}")).run
    })
}
