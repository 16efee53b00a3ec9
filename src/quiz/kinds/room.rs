//! What each kind of item has to say for itself.

use super::answer::Answer;
use super::checking::Checker;
use super::keyed::share;
use super::levels::Levels;
use super::reading::Reader;
use super::shown::Shown;
use crate::numeric::random::Random;
use crate::quiz::key::{LevelKey, ScaleKey};
use crate::quiz::option::{NONE, Options};
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::{Slot, Text};

/// A kind of item: its own fields, and all that depends on them.
///
/// It is called through [`Kind`](super::Kind) alone, by `match` and never by `dyn`: so a module is spared what it does
/// not use.
pub trait Room: Sized {
    /// An empty value, before any field is read. A constant, which a module copies: a third of the bytes of writing it
    /// field by field.
    const NEW: Self;

    /// The fields of an item of this kind in documents, separated by spaces; `?` after those that may be left out.
    /// First those that other kinds have as well, which are the item's, then the room's own.
    const FIELDS: &'static str;

    /// Whether an author could forget to say what it measures.
    const MEASURES: bool = true;

    /// What belongs in the field at an index into [`Room::FIELDS`], which is one of its own.
    fn field(&mut self, index: usize) -> Slot<'_>;

    /// Its texts that can be translated, in the order of the document's fields.
    fn texts(&mut self, _walk: &mut Walk<'_>) {}

    /// Its options.
    fn options(&self) -> &Options {
        &NONE
    }

    /// Where the options belong.
    fn groups(&self) -> &Options {
        &NONE
    }

    /// What its steps say about skills.
    fn keys(&self) -> &[ScaleKey] {
        &[]
    }

    /// The levels that a right answer stands for.
    fn right(&self) -> &[LevelKey] {
        &[]
    }

    /// The one skill that it measures as a whole.
    fn skill(&self) -> Option<&Text> {
        None
    }

    /// Adds what does not hang together in it. `at` is the node of the item, and `id` its identifier.
    fn check(&self, _at: At, _id: &str, _checker: &mut Checker<'_, '_>) {}

    /// Tells the page what it needs beside the options.
    fn show<'k>(&'k self, _shown: &mut Shown<'k>) {}

    /// Reads an answer that was not skipped.
    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer>;

    /// Level (0 to 4) and weight (above 0) that an answer stands for on a skill; `None` where it says nothing of it.
    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)>;

    /// Whether an answer takes an option so that it shows the option's behaviours: it was chosen.
    fn takes(&self, answer: &Answer, option: usize) -> bool {
        share(answer, option) > 0.0
    }

    /// Whether an answer is evidence of anything: all are but those that say that there is none.
    fn tells(&self, _answer: &Answer) -> bool {
        true
    }

    /// Variance that the key itself adds to that level, in squared levels.
    fn key_variance(&self, _answer: &Answer) -> f64 {
        0.0
    }

    /// The levels that its answers can stand for on a skill that it is keyed on.
    fn levels(&self, skill: &str) -> Levels;

    /// How many categories its answers have, for a kind that can be calibrated by them.
    fn categories(&self) -> u32 {
        0
    }

    /// Which of them an answer is.
    fn category(&self, _answer: &Answer) -> Option<u32> {
        None
    }

    /// All answers that can be given; `None` where they are too many ([`super::every::LISTED`]).
    fn all(&self) -> Option<Vec<Answer>>;

    /// One of all answers, drawn at random: for a kind that can have too many.
    fn any(&self, _random: &mut Random) -> Option<Answer> {
        None
    }
}

/// Implements [`Room::FIELDS`] and [`Room::field`]: `fields! { "fields of the item", this, index: "name" => slot, "one
/// other?" => slot, }`. Where a slot is for several fields, `index` says which of them.
macro_rules! fields {
    ($before:expr, $this:ident, $index:ident: $($name:expr => $slot:expr,)+) => {
        const FIELDS: &'static str = concat!($before, $(" ", $name),+);

        // By index, as in all records: comparing names again would cost the module their bytes twice.
        fn field(&mut self, index: usize) -> $crate::text::record::Slot<'_> {
            let $this = self;
            let $index = index.wrapping_sub(const { $crate::quiz::kinds::room::words($before) });
            $(if $index < const { $crate::quiz::kinds::room::words($name) } {
                return $slot;
            }
            let $index = $index.wrapping_sub(const { $crate::quiz::kinds::room::words($name) });)+
            let _ = $index;
            $crate::text::record::Slot::Anything
        }
    };
}

pub(super) use fields;

/// The fields that items on a scale of steps share: those of [`fields`] that come first.
macro_rules! scaled {
    () => {
        $crate::quiz::kinds::room::full!(
            "id type situation? prompt sources? instruction? calibration? shows?",
            " group? instructed?"
        )
    };
}

pub(super) use scaled;

/// The fields of a scale of steps. Instructed items, which the whole reader alone reads, have no keys.
#[cfg(feature = "whole")]
macro_rules! steps {
    () => {
        "anchors keys?"
    };
}

/// The fields of a scale of steps.
#[cfg(not(feature = "whole"))]
macro_rules! steps {
    () => {
        "anchors keys"
    };
}

pub(super) use steps;

/// Fields of all readers, and those after them that only the whole one reads.
#[cfg(feature = "whole")]
macro_rules! full {
    ($each:literal, $full:literal) => {
        concat!($each, $full)
    };
}

/// Fields of all readers, and those after them that only the whole one reads.
#[cfg(not(feature = "whole"))]
macro_rules! full {
    ($each:literal, $full:literal) => {
        $each
    };
}

pub(in crate::quiz) use full;

/// How many words there are, separated by single spaces.
pub const fn words(text: &str) -> usize {
    let (mut rest, mut count) = (text.as_bytes(), 1);
    while let [first, after @ ..] = rest {
        if *first == b' ' {
            count += 1;
        }
        rest = after;
    }
    count
}
