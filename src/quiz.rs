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

use crate::problem::{Problem, Problems, Severity};
use crate::text::json::{Kind, Tape};
use crate::text::{json, record};

/// Whether every quiz can be taken: natively, and in the full player. The player that most embeds load hands quizzes on to that one
/// that are adaptive, calibrated, or have items of the types `rank`, `slider`, `number`, `sort` or `text`, and is spared their bytes.
pub const FULL: bool = cfg!(any(not(target_arch = "wasm32"), feature = "full"));

/// Reads a quiz document (`metier-quiz/1`): the quiz if nothing is wrong with it, and all problems and warnings.
///
/// After the first syntax error reading stops; otherwise all problems come at once, in the order of their places. Where a
/// number could not be read, what hangs together with others is not checked.
pub fn read(text: &str) -> (Option<Quiz>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut quiz = Quiz::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        if !FULL && is_for_full(&tape) {
            return (None, vec![Problem::plain(Severity::Error, "quiz-full", &[], None)]);
        }
        record::read(&tape, &mut quiz, &mut problems);
        if tape.exact() {
            check::check(&mut quiz, &tape, &mut problems);
        }
    }
    let quiz = (!problems.rejected()).then_some(quiz);
    (quiz, problems.into_list())
}

/// Whether a document is for the full player.
fn is_for_full(tape: &Tape<'_>) -> bool {
    let says = |child| match tape.key(child) {
        "adaptive" | "scale" | "correlations" | "calibration" => true,
        // Errors of measurement are shown from grade 2.
        "deviation" => true,
        "order" | "type" if tape.kind(child) == Kind::Text => {
            matches!(tape.text(child), "adaptive" | "rank" | "slider" | "number" | "sort" | "text")
        }
        _ => false,
    };
    let items = || tape.member(0, "items").is_some_and(|items| tape.children(items).any(|item| tape.children(item).any(says)));
    let evidence = || tape.member(0, "evidence").is_some_and(|evidence| tape.children(evidence).any(says));
    tape.children(0).any(says) || evidence() || items()
}
