//! The quiz document: plain data, reading, checking, translations, and answers to it.

pub mod calibration;
pub mod check;
pub mod document;
pub mod item;
pub mod response;
pub mod translate;
pub mod view;

pub use document::{Assumed, Quiz};
pub use item::{Item, ItemKind};

use crate::problem::{Problem, Problems};
use crate::text::{json, record};

/// Reads a quiz document (`metier-quiz/1`): the quiz if nothing is wrong with it, and all problems and warnings.
///
/// After the first syntax error reading stops; otherwise all problems come at once, in the order of their places.
pub fn read(text: &str) -> (Option<Quiz>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut quiz = Quiz::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut quiz, &mut problems);
        check::check(&mut quiz, &tape, &mut problems);
    }
    let quiz = (!problems.rejected()).then_some(quiz);
    (quiz, problems.into_list())
}
