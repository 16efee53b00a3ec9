//! What must hold of whatever comes out, and how many steps may be taken on the way.

use crate::BETWEEN;
use metier::estimate::theta::Prior;
use metier::problem::{Problem, Severity};
use std::fmt::Debug;

/// The most steps that a reader may take for a byte, by what is read: about twice as many as it takes for the slowest
/// shape of `tests/suite/linear`, which are 20 for documents (translations), 54 for saved profiles (results that do not
/// end), 146 for adverts (a word cut by hyphens over and over), 11 for tags, 8 for texts with links and for tables.
#[derive(Clone, Copy)]
pub enum Steps {
    /// A document of JSON.
    Document = 40,
    /// A saved profile, whose quizzes are read within it.
    Saved = 110,
    /// An advert, its phrases found.
    Advert = 300,
    /// The words of an advert.
    Words = 24,
    /// A text of an author, or a table.
    Text = 16,
}

/// Every text may take as many steps as one that is longer by so many bytes: a few names that are not there are
/// compared with all that are.
const FREE: u64 = 2_000;

/// Reads `text`, which must not take more steps than its length allows.
pub fn linear<T>(steps: Steps, text: &str, read: impl FnOnce() -> T) -> T {
    bounded(steps as u64 * (text.len() as u64 + FREE), text, read)
}

#[cfg(debug_assertions)]
fn bounded<T>(most: u64, text: &str, read: impl FnOnce() -> T) -> T {
    let mut value = None;
    let taken = metier::steps::taken(|| value = Some(read()));
    assert!(taken <= most, "{taken} steps for {} bytes, of {most}", text.len());
    value.unwrap()
}

/// Steps are counted in builds with debug assertions alone.
#[cfg(not(debug_assertions))]
fn bounded<T>(_: u64, _: &str, read: impl FnOnce() -> T) -> T {
    read()
}

/// The texts of an input; what is no UTF-8 is replaced, so that it does not end the way.
pub fn texts<const COUNT: usize>(bytes: &[u8]) -> [String; COUNT] {
    let mut parts = bytes.splitn(COUNT, |&byte| byte == BETWEEN);
    std::array::from_fn(|_| String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned())
}

/// A value, or errors that say where they are; never both.
pub fn value_of<T>((value, problems): (Option<T>, Vec<Problem>)) -> Option<T> {
    let rejected = problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(value.is_none(), rejected, "a value or an error: {problems:?}");
    placed(&problems);
    value
}

/// Every problem says where it is.
pub fn placed(problems: &[Problem]) {
    for problem in problems.iter().filter(|problem| problem.code.word() != "more-problems") {
        assert!(!problem.code.word().is_empty() && problem.line > 0 && problem.column > 0, "a place: {problem:?}");
    }
}

/// Whether estimates from items with these models are soon there. A search looks as often as the steepest of them
/// asks for: up to 100,000 times, a second for each person, which is bounded and nothing to wait for here.
pub fn soon(steepest: f64, (low, high): (f64, f64), prior: Prior) -> bool {
    const LOOKS: f64 = 3_000.0;
    steepest * (high - low) < LOOKS && steepest * prior.sd < LOOKS
}

/// No number within a value is infinite or none: `Debug` prints such numbers as words, and texts between quotation
/// marks.
pub fn numbers_are_finite(value: &impl Debug) {
    let printed = format!("{value:?}");
    let (mut word, mut text, mut escaped) = (String::new(), false, false);
    for character in printed.chars().chain([' ']) {
        if text {
            text = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else if character.is_alphanumeric() || character == '_' {
            word.push(character);
        } else {
            assert!(word != "NaN" && word != "inf", "{printed}");
            word.clear();
            text = character == '"';
        }
    }
}
