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
    /// The whole of it.
    pub at: At,
}

record!(Profile, profile:
    "$schema?" => Slot::Anything,
    "format" => Slot::Constant(FORMAT),
    "results" => Slot::List(&mut profile.results, 0, RESULTS),
    "origin?" => if profile.no_origin { Slot::Node(&mut profile.at) } else { Slot::Id(&mut profile.origin) },
);

impl Profile {
    /// An empty profile to be read into; `no_origin` says whether the document's origin is `null`.
    pub fn new(no_origin: bool) -> Profile {
        Profile { no_origin, ..Profile::default() }
    }
}

/// A list of results that is only checked for being one.
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
    /// The day on which it was taken, as YYYY-MM-DD.
    pub taken: Text,
    /// Where the answers are in the document.
    pub answers: At,
}

record!(Attempt, attempt without place:
    "quiz" => Slot::Record(&mut attempt.quiz),
    "language" => Slot::Language(&mut attempt.language),
    "seed" => Slot::Whole(&mut attempt.seed, 0, u32::MAX),
    "taken" => Slot::Label(&mut attempt.taken),
    "answers" => Slot::Node(&mut attempt.answers),
);
