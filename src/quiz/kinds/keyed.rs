//! Options with levels: what choosing them, or giving them points, says.

use super::answer::Answer;
use crate::quiz::key::{LevelKey, key_of};
use crate::quiz::option::OptionRecord;

/// The fields of an option with levels.
pub const KEYED: &str = "id text why? keys? shows?";

/// Level and weight of the chosen options' keys on a skill; `None` if none of them has one.
///
/// `single`: the option's level. `multiple`: the mean of the chosen options' levels, by weight. `allocate`: the same,
/// by weight times points. The answer's weight is the mean weight of the keys that it rests on.
pub fn level(options: &[OptionRecord], answer: &Answer, skill: &str) -> Option<(f64, f64)> {
    let (mut sum, mut weights, mut points) = (0.0, 0.0, 0.0);
    for (index, option) in options.iter().enumerate() {
        let (share, Some(key)) = (share(answer, index), key_of(&option.keys, skill)) else { continue };
        let weight = share * key.weight.unwrap_or(1.0);
        sum += weight * key.level;
        weights += weight;
        points += share;
    }
    (points > 0.0).then(|| (sum / weights, weights / points))
}

/// How much of the answer went to an option: 1 for a chosen one, its points for a share.
pub fn share(answer: &Answer, option: usize) -> f64 {
    match answer {
        Answer::Option(chosen) => f64::from(u8::from(*chosen == option)),
        Answer::Options(chosen) => f64::from(u8::from(chosen.contains(&option))),
        Answer::Shares(shares) => shares.get(option).copied().map_or(0.0, f64::from),
        _ => 0.0,
    }
}

/// The levels of the options that are keyed on a skill, in their order.
pub fn levels(options: &[OptionRecord], skill: &str) -> Vec<f64> {
    let mut levels = Vec::with_capacity(options.len());
    for option in options {
        if let Some(key) = key_of(&option.keys, skill) {
            levels.push(key.level);
        }
    }
    levels
}

/// The key of an option on a skill.
pub fn key<'o>(options: &'o [OptionRecord], index: usize, skill: &str) -> Option<&'o LevelKey> {
    options.get(index).and_then(|option| key_of(&option.keys, skill))
}
