//! Steps of a scale: `likert`, `frequency` and `slider`.

use super::answer::Answer;
use super::levels::{Levels, even};
use crate::quiz::key::ScaleKey;
use crate::quiz::limits::{SKILLS, TOP};
use crate::quiz::walk::Walk;
use crate::text::record::{Slot, Words};

/// A scale with more steps is treated as having this many, evenly spaced.
const FINEST: u32 = 11;

/// The words at steps of a scale, and what the steps say about skills.
#[derive(Debug)]
pub struct Scale {
    /// The words of all steps, rising, or those at the two ends.
    pub anchors: Words,
    /// What the steps say about skills.
    pub keys: Vec<ScaleKey>,
}

impl Scale {
    /// One of which nothing was read yet.
    pub const NEW: Scale = Scale { anchors: Words(Vec::new()), keys: Vec::new() };

    /// The first or second of "anchors keys", with so many anchors at most.
    #[inline(never)]
    pub fn field(&mut self, index: usize, most: usize) -> Slot<'_> {
        if index == 0 { Slot::List(&mut self.anchors, 2, most) } else { Slot::List(&mut self.keys, 1, SKILLS) }
    }

    /// The words that can be translated.
    pub fn texts(&mut self, walk: &mut Walk<'_>) {
        walk.numbered("anchors", &mut self.anchors.0, Walk::visit);
    }

    /// Level and weight of a category, of so many: 4 c / (categories - 1), reversed 4 minus that.
    pub fn level(&self, category: u32, categories: u32, skill: &str) -> Option<(f64, f64)> {
        let key = self.keys.iter().find(|key| key.skill.value == skill)?;
        let steps = categories.saturating_sub(1).max(1);
        let level = TOP * f64::from(category) / f64::from(steps);
        Some((if key.reverse { TOP - level } else { level }, key.weight.unwrap_or(1.0)))
    }

    /// The same of an answer.
    pub fn said(&self, answer: &Answer, categories: u32, skill: &str) -> Option<(f64, f64)> {
        self.level(answer.category()?, categories, skill)
    }

    /// The levels of the steps; of more than 11 steps, 11 evenly spaced levels.
    pub fn levels(&self, categories: u32, skill: &str) -> Levels {
        if categories > FINEST {
            return Levels::of(even(0.0, TOP, FINEST as usize));
        }
        let mut levels = Vec::with_capacity(categories as usize);
        for category in 0..categories {
            if let Some((level, _)) = self.level(category, categories, skill) {
                levels.push(level);
            }
        }
        Levels::of(levels)
    }
}
