//! Answer scales that several statements share, named once.

use super::limits::{STEPS, TOP};
use crate::record;
use crate::text::json::At;
use crate::text::record::{Slot, Text};

/// Bytes of the words of a step at most: each statement on the scale shows them, and there may be thousands.
pub const STEP_BYTES: usize = 200;

/// A scale of answers.
#[derive(Debug, Default)]
pub struct AnswerScale {
    /// Its identifier.
    pub id: Text,
    /// Its steps, in the order in which they are shown.
    pub steps: Vec<ScaleStep>,
    /// Node of the record.
    pub at: At,
}

record!(AnswerScale, scale:
    "id" => Slot::Id(&mut scale.id),
    "steps" => Slot::List(&mut scale.steps, 2, STEPS as usize),
);

/// A step of a scale.
#[derive(Debug, Default)]
pub struct ScaleStep {
    /// Its words.
    pub text: Text,
    /// How far it lies from a statement's own level; nothing for a step that is no evidence ("it never came up").
    pub offset: Option<f64>,
    /// Node of the record.
    pub at: At,
}

record!(ScaleStep, step:
    "text" => Slot::Words(&mut step.text),
    "offset?" => Slot::Number(step.offset.get_or_insert_default(), -TOP, TOP),
);
