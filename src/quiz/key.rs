//! Keys: what choosing an option, a step of a scale or a rating says about a skill.

use super::limits::{STEPS, TOP};
use crate::record;
use crate::text::json::At;
use crate::text::record::{Slot, Text};
use serde::Serialize;

/// The key on a skill.
pub fn key_of<'k>(keys: &'k [LevelKey], skill: &str) -> Option<&'k LevelKey> {
    keys.iter().find(|key| key.skill.value == skill)
}

/// A weight: above 0, at most 10.
#[inline(never)]
pub fn weight(weight: &mut Option<f64>) -> Slot<'_> {
    Slot::Number(weight.get_or_insert_default(), 0.001, 10.0)
}

/// What choosing an option, or being right, says about a skill: the level at which a person would do so.
#[derive(Debug, Default, Serialize)]
pub struct LevelKey {
    /// Which skill.
    pub skill: Text,
    /// 0 to 4.
    pub level: f64,
    /// How much it counts, above 0, at most 10; 1 if not said.
    #[serde(skip)]
    pub weight: Option<f64>,
    /// Node of the record.
    #[serde(skip)]
    pub at: At,
}

record!(LevelKey, key:
    "skill" => Slot::Id(&mut key.skill),
    "level" => Slot::Number(&mut key.level, 0.0, TOP),
    "weight?" => weight(&mut key.weight),
);

/// What the steps of a scale say about a skill: the first is level 0 and the last level 4, or the other way round.
#[derive(Debug, Default)]
pub struct ScaleKey {
    /// Which skill.
    pub skill: Text,
    /// Whether the first step is the highest level.
    pub reverse: bool,
    /// How much it counts, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
    /// Node of the record.
    pub at: At,
}

record!(ScaleKey, key:
    "skill" => Slot::Id(&mut key.skill),
    "reverse?" => Slot::Flag(&mut key.reverse),
    "weight?" => weight(&mut key.weight),
);

/// From which category of a scale on an answer shows a behaviour.
#[derive(Debug, Default)]
pub struct Shows {
    /// Which behaviour.
    pub behaviour: Text,
    /// The lowest category that shows it, from 0.
    pub from: u32,
    /// Node of the record.
    pub at: At,
}

record!(Shows, shows:
    "behaviour" => Slot::Id(&mut shows.behaviour),
    "from" => Slot::Whole(&mut shows.from, 0, STEPS),
);

/// How experts rate an option of a `judge` item.
#[derive(Debug, Default)]
pub struct RatingKey {
    /// Their mean, 1 to the item's `points`.
    pub mean: f64,
    /// Their standard deviation.
    pub spread: Option<f64>,
    /// How many they are.
    pub experts: Option<u32>,
    /// Node of the record.
    pub at: At,
}

record!(RatingKey, key:
    "mean" => Slot::Number(&mut key.mean, 1.0, f64::from(STEPS)),
    "spread?" => Slot::Number(key.spread.get_or_insert_default(), 0.0, f64::from(STEPS)),
    "experts?" => Slot::Whole(key.experts.get_or_insert_default(), 1, 10_000),
);
