//! `likert`: agreement on a scale.

use super::answer::Answer;
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields, scaled, steps};
use super::scale::Scale;
use super::shown::Shown;
use crate::quiz::key::ScaleKey;
use crate::quiz::limits::STEPS;
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::Slot;

/// A statement with which one agrees more or less.
#[derive(Debug)]
pub struct Likert {
    /// Number of steps.
    pub points: u32,
    /// The words at the two ends, and what the steps say about skills.
    pub scale: Scale,
}

impl Room for Likert {
    const NEW: Likert = Likert { points: 0, scale: Scale::NEW };

    fields! { scaled!(), likert, index:
        "points" => Slot::Whole(&mut likert.points, 2, STEPS),
        steps!() => likert.scale.field(index, 2),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.scale.texts(walk);
    }

    fn keys(&self) -> &[ScaleKey] {
        &self.scale.keys
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.points = self.points;
        shown.anchors = &self.scale.anchors.0;
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.whole(at, 0, self.categories().saturating_sub(1)).map(Answer::Category)
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        self.scale.said(answer, self.categories(), skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        self.scale.levels(self.categories(), skill)
    }

    fn categories(&self) -> u32 {
        self.points
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        answer.category()
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.categories()).map(Answer::Category).collect())
    }
}
