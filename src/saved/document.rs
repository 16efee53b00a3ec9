//! What a saved profile holds, field by field as in its JSON Schema (`www/schema/profile-1.json`).

use super::RESULTS;
use crate::quiz::Quiz;
use crate::record;
use crate::text::json::At;
use crate::text::record::{List, Slot, Text};

/// The format that is read.
pub const FORMAT: &str = "metier-profile/1";

/// A saved profile without what its results hold: each of them is read by itself.
#[derive(Debug, Default)]
pub struct Profile {
    /// Where the person comes from: an origin of the catalogue.
    pub origin: Text,
    /// Whether `origin` is `null`.
    pub no_origin: bool,
    /// The list of results.
    results: Results,
    /// Node of the document.
    pub at: At,
}

record!(Profile, profile:
    "$schema?" => Slot::Anything,
    "format" => Slot::Constant(FORMAT),
    "results" => Slot::List(&mut profile.results, 0, RESULTS),
    "origin?" => if profile.no_origin { Slot::Node(&mut profile.at) } else { Slot::Id(&mut profile.origin) },
);

impl Profile {
    /// One that is to be read; whether its origin is `null` is seen beforehand.
    pub fn new(no_origin: bool) -> Profile {
        Profile { no_origin, ..Profile::default() }
    }
}

/// A list of results, of which nothing is kept.
#[derive(Debug, Default)]
struct Results(At);

impl List for Results {
    fn push(&mut self) -> Slot<'_> {
        Slot::Node(&mut self.0)
    }
}

/// What was answered to a quiz at one time.
#[derive(Debug, Default)]
pub struct Attempt {
    /// The quiz, whole.
    pub quiz: Quiz,
    /// The language in which it was taken.
    pub language: Text,
    /// Seed of the session.
    pub seed: u32,
    /// The day on which it was taken.
    pub taken: Text,
    /// Node of the answers.
    pub answers: At,
    /// Node of the record.
    pub at: At,
}

record!(Attempt, attempt:
    "quiz" => Slot::Record(&mut attempt.quiz),
    "language" => Slot::Language(&mut attempt.language),
    "seed" => Slot::Whole(&mut attempt.seed, 0, u32::MAX),
    "taken" => Slot::Label(&mut attempt.taken),
    "answers" => Slot::Node(&mut attempt.answers),
);
