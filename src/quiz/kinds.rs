//! The kinds of items: a room for each, with all that depends on the kind, and the one table in which they are listed.

pub mod answer;
pub mod checking;
pub mod every;
pub mod keyed;
pub mod levels;
pub mod reading;
pub mod right;
pub mod room;
pub mod scale;
pub mod shape;
pub mod shown;
pub mod span;

pub mod allocate;
pub mod best_worst;
pub mod frequency;
pub mod judge;
pub mod likert;
pub mod multiple;
pub mod number;
pub mod rank;
pub mod single;
pub mod slider;
pub mod sort;
pub mod statement;
pub mod text;

use self::answer::Answer;
use self::checking::Checker;
use self::levels::Levels;
use self::reading::Reader;
use self::room::Room;
use self::shown::Shown;
use super::key::{LevelKey, ScaleKey};
use super::option::Options;
use super::walk::Walk;
use crate::numeric::random::Random;
use crate::text::json::At;
use crate::text::record::{self, Slot};

/// Makes [`Kind`] of the table, `match` by `match`: so a module is spared what it does not use.
macro_rules! rooms {
    ($first:ident $first_room:ident $first_word:literal $($kind:ident $room:ident $word:literal)+) => {
        /// The words of [`Kind`] in documents, in its order.
        pub const ITEM_KINDS: &str = concat!($first_word, $(" ", $word),+);

        /// How an item is answered, with the fields that only its kind has.
        #[derive(Debug)]
        pub enum Kind {
            #[doc = concat!("`", $first_word, "`: [`", stringify!($first_room), "`].")]
            $first($first_room::$first),
            $(
                #[doc = concat!("`", $word, "`: [`", stringify!($room), "`].")]
                $kind($room::$kind),
            )+
        }

        impl Default for Kind {
            fn default() -> Kind {
                const { Kind::$first(<$first_room::$first as Room>::NEW) }
            }
        }

        impl Kind {
            /// The kind at an index into [`ITEM_KINDS`], with nothing read yet; the first, where there is none.
            pub fn at(index: u8) -> Kind {
                // Positions in the table; an unknown index falls back to the first.
                #[expect(dead_code, reason = "the first place is named by no arm")]
                enum Place {
                    $first,
                    $($kind,)+
                }
                match index {
                    $(place if place == Place::$kind as u8 => const { Kind::$kind(<$room::$kind as Room>::NEW) },)+
                    _ => Kind::default(),
                }
            }

            /// The word of this kind in documents.
            pub fn word(&self) -> &'static str {
                match self {
                    Kind::$first(_) => $first_word,
                    $(Kind::$kind(_) => $word,)+
                }
            }

            /// Its fields in documents ([`Room::FIELDS`]).
            pub fn fields(&self) -> &'static str {
                match self {
                    Kind::$first(_) => <$first_room::$first as Room>::FIELDS,
                    $(Kind::$kind(_) => <$room::$kind as Room>::FIELDS,)+
                }
            }

            /// Whether an author could forget to say what it measures ([`Room::MEASURES`]).
            pub fn measures(&self) -> bool {
                match self {
                    Kind::$first(_) => <$first_room::$first as Room>::MEASURES,
                    $(Kind::$kind(_) => <$room::$kind as Room>::MEASURES,)+
                }
            }

            /// What belongs in the field at an index into these, if it is one of its own.
            pub fn field(&mut self, index: usize) -> Slot<'_> {
                match self {
                    Kind::$first(room) => room.field(index),
                    $(Kind::$kind(room) => room.field(index),)+
                }
            }

            /// Its texts that can be translated.
            pub fn texts(&mut self, walk: &mut Walk<'_>) {
                match self {
                    Kind::$first(room) => room.texts(walk),
                    $(Kind::$kind(room) => room.texts(walk),)+
                }
            }

            /// Its options; none, where it has no such thing, as with all that follows.
            pub fn options(&self) -> &Options {
                match self {
                    Kind::$first(room) => room.options(),
                    $(Kind::$kind(room) => room.options(),)+
                }
            }

            /// Where the options belong.
            pub fn groups(&self) -> &Options {
                match self {
                    Kind::$first(room) => room.groups(),
                    $(Kind::$kind(room) => room.groups(),)+
                }
            }

            /// What its steps say about skills.
            pub fn keys(&self) -> &[ScaleKey] {
                match self {
                    Kind::$first(room) => room.keys(),
                    $(Kind::$kind(room) => room.keys(),)+
                }
            }

            /// The levels that a right answer stands for.
            pub fn right(&self) -> &[LevelKey] {
                match self {
                    Kind::$first(room) => room.right(),
                    $(Kind::$kind(room) => room.right(),)+
                }
            }

            /// The one skill that it measures as a whole.
            pub fn skill(&self) -> Option<&record::Text> {
                match self {
                    Kind::$first(room) => room.skill(),
                    $(Kind::$kind(room) => room.skill(),)+
                }
            }

            /// Adds what does not hang together in the item called `id`, whose node is `at`.
            pub fn check(&self, at: At, id: &str, checker: &mut Checker<'_, '_>) {
                match self {
                    Kind::$first(room) => room.check(at, id, checker),
                    $(Kind::$kind(room) => room.check(at, id, checker),)+
                }
            }

            /// Tells the page what it needs beside the options.
            #[inline(never)]
            pub fn show<'k>(&'k self, shown: &mut Shown<'k>) {
                match self {
                    Kind::$first(room) => room.show(shown),
                    $(Kind::$kind(room) => room.show(shown),)+
                }
            }

            /// Reads an answer that was not skipped.
            pub fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
                match self {
                    Kind::$first(room) => room.read(at, reader),
                    $(Kind::$kind(room) => room.read(at, reader),)+
                }
            }

            /// Level (0 to 4) and weight (above 0) that an answer stands for on a skill; `None` where it says nothing
            /// of it.
            pub fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
                match self {
                    Kind::$first(room) => room.says(answer, skill),
                    $(Kind::$kind(room) => room.says(answer, skill),)+
                }
            }

            /// Whether an answer takes an option so that it shows the option's behaviours.
            pub fn takes(&self, answer: &Answer, option: usize) -> bool {
                match self {
                    Kind::$first(room) => room.takes(answer, option),
                    $(Kind::$kind(room) => room.takes(answer, option),)+
                }
            }

            /// Whether an answer is evidence of anything.
            pub fn tells(&self, answer: &Answer) -> bool {
                match self {
                    Kind::$first(room) => room.tells(answer),
                    $(Kind::$kind(room) => room.tells(answer),)+
                }
            }

            /// Variance that the key itself adds to that level, in squared levels.
            pub fn key_variance(&self, answer: &Answer) -> f64 {
                match self {
                    Kind::$first(room) => room.key_variance(answer),
                    $(Kind::$kind(room) => room.key_variance(answer),)+
                }
            }

            /// The levels that its answers can stand for on a skill that it is keyed on.
            pub fn levels(&self, skill: &str) -> Levels {
                match self {
                    Kind::$first(room) => room.levels(skill),
                    $(Kind::$kind(room) => room.levels(skill),)+
                }
            }

            /// How many categories its answers have, if it can be calibrated by them.
            pub fn categories(&self) -> u32 {
                match self {
                    Kind::$first(room) => room.categories(),
                    $(Kind::$kind(room) => room.categories(),)+
                }
            }

            /// Which of them an answer is.
            pub fn category(&self, answer: &Answer) -> Option<u32> {
                match self {
                    Kind::$first(room) => room.category(answer),
                    $(Kind::$kind(room) => room.category(answer),)+
                }
            }

            /// All answers that can be given; `None` where they are too many.
            pub fn all(&self) -> Option<Vec<Answer>> {
                match self {
                    Kind::$first(room) => room.all(),
                    $(Kind::$kind(room) => room.all(),)+
                }
            }

            /// One of so many, drawn at random.
            pub fn any(&self, random: &mut Random) -> Option<Answer> {
                match self {
                    Kind::$first(room) => room.any(random),
                    $(Kind::$kind(room) => room.any(random),)+
                }
            }
        }
    };
}

/// The table: those that each player reads, and those that only the full one does.
macro_rules! kinds {
    (each { $($each:ident $each_room:ident $each_word:literal;)+ } full { $($full:ident $full_room:ident $full_word:literal;)+ }) => {
        #[cfg(feature = "whole")]
        rooms! { $($each $each_room $each_word)+ $($full $full_room $full_word)+ }

        #[cfg(not(feature = "whole"))]
        rooms! { $($each $each_room $each_word)+ }
    };
}

kinds! {
    each {
        Single single "single";
        Multiple multiple "multiple";
        Likert likert "likert";
        Frequency frequency "frequency";
        Judge judge "judge";
        BestWorst best_worst "best-worst";
        Rank rank "rank";
        Sort sort "sort";
    }
    full {
        Allocate allocate "allocate";
        Slider slider "slider";
        Number number "number";
        Text text "text";
        Statement statement "statement";
    }
}
