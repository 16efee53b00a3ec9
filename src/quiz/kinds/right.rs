//! Right or wrong: `number`, `sort`, and a `single` item that asks for knowledge.

use super::levels::{Levels, even};
use crate::quiz::key::{LevelKey, key_of};

/// What somebody stands for who does not know what one must be at `level` to know: two levels lower, but not below 0.
/// Metier's own.
pub fn lower(level: f64) -> f64 {
    f64::max(0.0, level - 2.0)
}

/// Level and weight of an answer that is right to some share: L' + (L - L') share, with L the level of the key and
/// L' = max(0, L - 2) ([`lower`]).
///
/// `number`: the share is 1 for a right answer and 0 for a wrong one. `sort`: the share of the options that were put
/// into their group. Metier's own: what one must be at level L to know is keyed two levels lower where it is not known,
/// and partial credit for the parts of an item is that of classical scoring.
pub fn level(keys: &[LevelKey], share: f64, skill: &str) -> Option<(f64, f64)> {
    let key = key_of(keys, skill)?;
    let low = lower(key.level);
    Some((low + (key.level - low) * share, key.weight.unwrap_or(1.0)))
}

/// One level for each number of parts that can be right.
pub fn levels(keys: &[LevelKey], parts: usize, skill: &str) -> Levels {
    Levels::of(key_of(keys, skill).map(|key| even(lower(key.level), key.level, parts + 1)).unwrap_or_default())
}
