//! The levels that answers to an item can stand for.

use crate::numeric::ordered;
use crate::quiz::limits::LEVELS;

/// What the answers to one item could stand for on one skill.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels {
    /// The levels, in no order, some perhaps more than once; where `guess` is there, that of a wrong answer and then
    /// that of the right one.
    pub levels: Vec<f64>,
    /// The chance of a right guess, where one answer is right and all others are wrong: one in so many options.
    pub guess: Option<f64>,
}

impl Levels {
    /// These, none of which can be guessed.
    pub fn of(levels: Vec<f64>) -> Levels {
        Levels { levels, guess: None }
    }

    /// Five levels, evenly spaced from the lowest to the highest that can be reached.
    pub fn five((low, high): (f64, f64)) -> Levels {
        Levels::of(even(low, high, LEVELS))
    }
}

/// So many evenly spaced levels, both ends among them.
pub fn even(low: f64, high: f64, count: usize) -> Vec<f64> {
    let last = count.saturating_sub(1).max(1) as f64;
    (0..count).map(|place| low + (high - low) * (place as f64 / last)).collect()
}

/// Each level once.
pub fn once(levels: &[f64]) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::with_capacity(levels.len());
    for level in levels {
        if !found.contains(level) {
            found.push(*level);
        }
    }
    found
}

/// The mean of the `count` lowest levels, and that of the `count` highest.
pub fn ends(levels: &[f64], count: usize) -> (f64, f64) {
    let level = |place: usize| levels.get(place).copied().unwrap_or_default();
    let order = ordered(levels.len(), &|a, b| level(a) < level(b));
    let count = count.min(levels.len());
    let mean = |places: &mut dyn Iterator<Item = &usize>| {
        places.take(count).map(|place| level(*place)).sum::<f64>() / count.max(1) as f64
    };
    (mean(&mut order.iter()), mean(&mut order.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::{ends, even, once};

    #[test]
    fn levels_are_counted_once() {
        assert_eq!(once(&[2.0, 1.0, 2.0, 1.0]), [2.0, 1.0]);
        assert_eq!(even(1.0, 3.0, 5), [1.0, 1.5, 2.0, 2.5, 3.0]);
        assert_eq!(even(2.0, 2.0, 5), [2.0; 5]);
        assert_eq!(ends(&[3.0, 0.0, 1.0], 2), (0.5, 2.0));
        assert_eq!(ends(&[3.0], 2), (3.0, 3.0));
    }
}
