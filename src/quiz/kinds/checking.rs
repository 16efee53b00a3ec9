//! Checking what a record's own fields cannot show: where problems go, and what was read.

use crate::problem::{Code, Naming, Problems, Severity, WARNS};
use crate::text::json::{At, Kind, Tape};
use crate::text::names::Names;

/// Where what does not hang together is told.
pub struct Checker<'c, 't> {
    /// The document.
    pub tape: &'c Tape<'t>,
    /// What is wrong so far.
    pub problems: &'c mut Problems,
    /// The skills of the quiz.
    pub skills: &'c Names<'c>,
}

impl Checker<'_, '_> {
    /// Adds an error, where there is room.
    pub fn error(&mut self, code: Code, at: At, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) {
        if self.problems.wants() {
            self.problems.add(self.tape.problem(Severity::Error, code, at, values, hint));
        }
    }

    /// Adds a warning, where any are made.
    pub fn warn(&mut self, code: Code, at: At, values: &[(&'static str, Naming<'_>)]) {
        if WARNS && !self.problems.crowded() {
            self.problems.add(self.tape.problem(Severity::Warning, code, at, values, None));
        }
    }

    /// The field of that name, if a number stands there: what could not be read is no reason for further problems.
    pub fn number_at(&self, at: At, field: &str) -> Option<At> {
        self.tape.member(at, field).filter(|&at| self.tape.kind(at) == Kind::Number)
    }

    /// Whether the field of that name holds a whole number, or is not there: one that was cut to a whole one is no
    /// reason for further problems either. For authors, who read all of them: where no warnings are made, it is not asked.
    pub fn is_whole(&self, at: At, field: &str) -> bool {
        let whole = |at: At| {
            self.tape.kind(at) == Kind::Number && {
                let number = self.tape.number(at);
                f64::from(number as u32) == number
            }
        };
        !WARNS || self.tape.member(at, field).is_none_or(whole)
    }

    /// Whether there are numbers from the least to the greatest of the item at `at`; false, too, where one of its
    /// bounds could not be read.
    pub fn range(&mut self, at: At, low: Option<f64>, high: Option<f64>) -> bool {
        let unread = |field: &str| self.tape.member(at, field).is_some() && self.number_at(at, field).is_none();
        if unread("min") || unread("max") || unread("step") {
            return false;
        }
        let (Some(low), Some(high)) = (low, high) else { return true };
        if low >= high {
            self.error(Code::EMPTY_RANGE, at, &[("low", Naming::Number(low)), ("high", Naming::Number(high))], None);
        }
        low < high
    }
}
