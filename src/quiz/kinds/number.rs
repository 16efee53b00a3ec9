//! `number`: a number, right or wrong.

use super::answer::Answer;
use super::checking::Checker;
use super::levels::Levels;
use super::reading::Reader;
use super::right;
use super::room::{Room, fields};
use super::shown::Shown;
use super::span::{Span, any};
use crate::problem::{Code, Naming};
use crate::quiz::key::LevelKey;
use crate::quiz::limits::{FURTHEST, SKILLS};
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::Slot;

/// An item that asks for a number.
#[derive(Debug)]
pub struct Number {
    /// The right answer.
    pub correct: f64,
    /// How far from it an answer may be and still be right, from 0; 0 if not said.
    pub tolerance: Option<f64>,
    /// From which number to which, and of what.
    pub span: Span,
    /// The levels that a right answer stands for.
    pub keys: Vec<LevelKey>,
}

impl Number {
    /// Whether the number is the right answer, give or take the tolerance.
    ///
    /// Each number is read to within 2^-53 of itself, and the difference is rounded once more: so much is nobody's
    /// mistake. Decimals of up to 15 digits are still told apart.
    fn is_right(&self, number: f64) -> bool {
        let tolerance = self.tolerance.unwrap_or_default();
        let rounding = 2.0 * f64::EPSILON * (number.abs() + self.correct.abs() + tolerance);
        (number - self.correct).abs() <= tolerance + rounding
    }
}

impl Room for Number {
    const NEW: Number = Number { correct: 0.0, tolerance: None, span: Span::NEW, keys: Vec::new() };

    // What is right is neither what one would do nor what is best.
    fields! { "id type situation? prompt sources? calibration?", number, index:
        "correct" => any(&mut number.correct),
        "tolerance?" => Slot::Number(number.tolerance.get_or_insert_default(), 0.0, FURTHEST),
        "min? max? unit?" => number.span.field(index),
        "keys" => Slot::List(&mut number.keys, 1, SKILLS),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.span.texts(walk);
    }

    fn right(&self) -> &[LevelKey] {
        &self.keys
    }

    fn check(&self, at: At, _id: &str, checker: &mut Checker<'_, '_>) {
        let outside = self.span.low.is_some_and(|low| low > self.correct)
            || self.span.high.is_some_and(|high| high < self.correct);
        if let Some(found) = checker.number_at(at, "correct")
            && checker.range(at, self.span.low, self.span.high)
            && outside
        {
            checker.error(Code::UNREACHABLE_CORRECT, found, &[("correct", Naming::Number(self.correct))], None);
        }
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        self.span.show(shown);
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.amount(at, self.span.low, self.span.high).map(Answer::Number)
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        let Answer::Number(number) = answer else { return None };
        right::level(&self.keys, f64::from(u8::from(self.is_right(*number))), skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        right::levels(&self.keys, 1, skill)
    }

    fn categories(&self) -> u32 {
        2
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        if let Answer::Number(number) = answer { Some(u32::from(self.is_right(*number))) } else { None }
    }

    /// A wrong one and the right one stand for all.
    fn all(&self) -> Option<Vec<Answer>> {
        Some(vec![
            Answer::Number(self.correct + 2.0 * self.tolerance.unwrap_or(0.0) + 1.0),
            Answer::Number(self.correct),
        ])
    }
}
