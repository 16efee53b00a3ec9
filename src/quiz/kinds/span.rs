//! Numbers of something: `slider` and `number`.

use super::shown::Shown;
use crate::quiz::limits::FURTHEST;
use crate::quiz::option::NO_TEXT;
use crate::quiz::walk::Walk;
use crate::text::record::{Slot, Text};

/// Which numbers can be given, and of what.
#[derive(Debug)]
pub struct Span {
    /// The lowest number that can be given (`min` in documents).
    pub low: Option<f64>,
    /// The highest (`max` in documents).
    pub high: Option<f64>,
    /// What is counted or measured.
    pub unit: Text,
}

impl Span {
    /// One of which nothing was read yet.
    pub const NEW: Span = Span { low: None, high: None, unit: NO_TEXT };

    /// The first, second or third of "min max unit".
    #[inline(never)]
    pub fn field(&mut self, index: usize) -> Slot<'_> {
        let bound = match index {
            0 => &mut self.low,
            1 => &mut self.high,
            _ => return Slot::Words(&mut self.unit),
        };
        any(bound.get_or_insert_default())
    }

    /// The words that can be translated.
    pub fn texts(&mut self, walk: &mut Walk<'_>) {
        walk.text("unit", &mut self.unit);
    }

    /// What the page gets of it.
    pub fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        (shown.low, shown.high, shown.unit) = (self.low, self.high, Some(&self.unit));
    }
}

/// A number on either side of 0.
pub fn any(number: &mut f64) -> Slot<'_> {
    Slot::Number(number, -FURTHEST, FURTHEST)
}
