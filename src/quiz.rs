//! The quiz document: plain data, reading, checking, translations, and answers to it.

pub mod calibration;
pub mod check;
#[cfg(feature = "whole")]
pub mod counted;
pub mod document;
pub mod instruction;
pub mod item;
pub mod key;
pub mod kinds;
mod languages;
pub mod limits;
pub mod line;
pub mod link;
pub mod option;
pub mod response;
pub mod sample;
pub mod scales;
pub mod translate;
pub mod view;
pub mod walk;

pub use document::{Assumed, Quiz};
pub use item::Item;
pub use kinds::Kind;

use crate::problem::{Problem, Problems};
use crate::text::{json, record};

/// Whether every quiz can be taken: everywhere but in the module `player`, which most embeds load. It reads no quiz
/// that is adaptive or calibrated, counts instead of measuring, states evidence for a grade above 0, has items of the
/// types `allocate`, `slider`, `number`, `text` or `statement`, items in groups, instructed items, options that stand
/// alone or options in random order: it refuses what these need
/// ([`Slot::Elsewhere`](crate::text::record::Slot)), hands the document on to the whole one, and is spared their bytes.
pub const FULL: bool = cfg!(feature = "whole");

/// Reads a quiz document (`metier-quiz/1`): the quiz if nothing is wrong with it, and all problems and warnings.
///
/// After the first syntax error reading stops; otherwise all problems come at once, in the order of their places. Where
/// a number could not be read, what hangs together with others is not checked.
pub fn read(text: &str) -> (Option<Quiz>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut quiz = Quiz::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut quiz, &mut problems);
        if tape.exact() {
            check::check(&mut quiz, &tape, &mut problems);
        }
    }
    let quiz = (!problems.rejected()).then_some(quiz);
    (quiz, problems.into_list())
}
