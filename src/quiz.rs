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
use crate::text::json::Tape;
use crate::text::{json, record};

/// Whether calibrated and adaptive quizzes can be taken: natively, and in the module that is made for them. The player that every
/// embed loads hands them on to that one, and is spared its bytes.
pub const MEASURES: bool = cfg!(any(not(target_arch = "wasm32"), feature = "measurement"));

/// Reads a quiz document (`metier-quiz/1`): the quiz if nothing is wrong with it, and all problems and warnings.
///
/// After the first syntax error reading stops; otherwise all problems come at once, in the order of their places.
pub fn read(text: &str) -> (Option<Quiz>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut quiz = Quiz::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        if !MEASURES && is_measured(&tape) {
            return (None, vec![Problem::plain(Severity::Error, "quiz-measured", &[], None)]);
        }
        record::read(&tape, &mut quiz, &mut problems);
        check::check(&mut quiz, &tape, &mut problems);
    }
    let quiz = (!problems.rejected()).then_some(quiz);
    (quiz, problems.into_list())
}

/// Whether a document is for the player with measurement: it is adaptive, or says something of calibration.
fn is_measured(tape: &Tape<'_>) -> bool {
    let fields = |at| tape.children(at).any(|child| matches!(tape.key(child), "adaptive" | "scale" | "correlations" | "calibration"));
    let adaptive = tape.member(0, "order").is_some_and(|order| tape.kind(order) == json::Kind::Text && tape.text(order) == "adaptive");
    let items = || tape.member(0, "items").is_some_and(|items| tape.children(items).any(fields));
    adaptive || fields(0) || items()
}
