//! `frequency`: how often, on anchored steps.

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

/// Something that one does more or less often.
#[derive(Debug)]
pub struct Frequency {
    /// The words of all steps, rising, and what the steps say about skills.
    pub scale: Scale,
}

impl Room for Frequency {
    const NEW: Frequency = Frequency { scale: Scale::NEW };

    fields! { scaled!(), frequency, index:
        steps!() => frequency.scale.field(index, STEPS as usize),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.scale.texts(walk);
    }

    fn keys(&self) -> &[ScaleKey] {
        &self.scale.keys
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
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
        self.scale.anchors.0.len() as u32
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        answer.category()
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.categories()).map(Answer::Category).collect())
    }
}
