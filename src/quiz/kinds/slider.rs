//! `slider`: a position between two ends.

use super::answer::Answer;
use super::checking::Checker;
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields};
use super::scale::Scale;
use super::shown::Shown;
use super::span::Span;
use crate::problem::Code;
use crate::problem::Naming::Number;
use crate::quiz::key::ScaleKey;
use crate::quiz::limits::{FURTHEST, POSITIONS};
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::Slot;

/// A number between two ends, on which one agrees or puts oneself.
#[derive(Debug)]
pub struct Slider {
    /// From which number to which, and of what; both ends are given.
    pub span: Span,
    /// From one position to the next, above 0; 1 if not said.
    pub step: Option<f64>,
    /// The words at the two ends, and what the positions say about skills.
    pub scale: Scale,
}

impl Slider {
    /// Which position the number is, from 0; `None` if it is at none of them.
    ///
    /// Sums of decimal steps are inexact (.1 + .2), so differences below a millionth of a step are ignored.
    fn position(&self, number: f64) -> Option<u32> {
        let steps = (number - self.span.low.unwrap_or_default()) / self.step.unwrap_or(1.0);
        let nearest = (steps + 0.5) as u32;
        let apart = steps - f64::from(nearest);
        ((-1e-6..=1e-6).contains(&apart) && nearest <= POSITIONS).then_some(nearest)
    }
}

impl Room for Slider {
    const NEW: Slider = Slider { span: Span::NEW, step: None, scale: Scale::NEW };

    fields! { "id type situation? prompt sources? instruction?", slider, index:
        "min max unit?" => slider.span.field(index),
        "step?" => Slot::Number(slider.step.get_or_insert_default(), 1e-6, FURTHEST),
        "anchors keys" => slider.scale.field(index, 2),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.scale.texts(walk);
        self.span.texts(walk);
    }

    fn keys(&self) -> &[ScaleKey] {
        &self.scale.keys
    }

    fn check(&self, at: At, _id: &str, checker: &mut Checker<'_, '_>) {
        let (Some(low), Some(high)) = (self.span.low, self.span.high) else { return };
        let step = self.step.unwrap_or(1.0);
        if checker.range(at, self.span.low, self.span.high) && step > 0.0 && self.position(high).is_none() {
            checker.error(
                Code::UNEVEN_STEPS,
                at,
                &[("low", Number(low)), ("high", Number(high)), ("step", Number(step))],
                None,
            );
        }
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        self.span.show(shown);
        shown.step = self.step;
        shown.anchors = &self.scale.anchors.0;
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        let found = reader.amount(at, self.span.low, self.span.high)?;
        let position = self.position(found);
        if position.is_none() {
            let (low, step) = (self.span.low.unwrap_or_default(), self.step.unwrap_or(1.0));
            reader.error(
                Code::ANSWER_STEP,
                at,
                &[("found", Number(found)), ("low", Number(low)), ("step", Number(step))],
                None,
            );
        }
        position.map(Answer::Category)
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        self.scale.said(answer, self.categories(), skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        self.scale.levels(self.categories(), skill)
    }

    fn categories(&self) -> u32 {
        self.position(self.span.high.unwrap_or_default()).map_or(0, |last| last + 1)
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        answer.category()
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.categories()).map(Answer::Category).collect())
    }
}
