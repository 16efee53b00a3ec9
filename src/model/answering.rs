//! The answering model that is assumed of an item which nobody has calibrated: how likely each level is that its answers could stand for,
//! by the person's level. Levels, simulated people and the choice of items all go by this one.

use super::points::{lower, scale};
use super::response::ResponseModel;
use crate::numeric::logistic::{log_logistic, logistic};
use crate::numeric::ordered;
use crate::quiz::FULL;
use crate::quiz::item::{Item, ItemKind};
use crate::quiz::key::key_of;
use crate::quiz::limits::{LEVELS, TOP};
use libm::{exp, log};

/// Decimals that differ by less are the same: 3.3 less 2 is not quite 1.3 to a computer.
const SAME: f64 = 1e-9;
/// More steps than this are taken to be so many, evenly spaced.
const FINEST: u32 = 11;

/// What the answers to one item could stand for on one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    /// The levels, each once, in no order; where `guess` is there, that of a wrong answer and then that of the right one.
    pub levels: Vec<f64>,
    /// The chance of a right guess, where one answer is right and all others are wrong: one in so many options.
    pub guess: Option<f64>,
}

impl Answering {
    /// Of an item on a skill that it is keyed on.
    ///
    /// - `single`: the levels of its options; an item with one option at L and all others at max(0, L - 2) asks for knowledge
    /// - `likert`, `frequency`, `slider`: the levels of the steps; of more than 11 steps, 11 evenly spaced levels
    /// - `number`: right or wrong. `sort`: one level for each number of options in the right group
    /// - `multiple`, `best-worst`, `allocate`: five levels, evenly spaced from the lowest to the highest that can be reached
    /// - `judge`, `rank`: the five whole levels
    #[must_use]
    pub fn of(item: &Item, skill: &str) -> Answering {
        let keyed = || item.options.list.iter().filter_map(|option| key_of(&option.keys, skill)).map(|key| key.level);
        let levels = match item.kind {
            ItemKind::Single => return Answering::single(&keyed().collect::<Vec<f64>>(), item.options.list.len()),
            ItemKind::Likert | ItemKind::Frequency | ItemKind::Slider => {
                let steps = item.categories();
                if steps > FINEST {
                    even(0.0, TOP, FINEST as usize)
                } else {
                    (0..steps).filter_map(|step| Some(scale(item, step, skill)?.0)).collect()
                }
            }
            ItemKind::Number | ItemKind::Sort if FULL => {
                let parts = if item.kind == ItemKind::Number { 1 } else { item.options.list.len() };
                key_of(&item.right, skill).map(|key| even(lower(key.level), key.level, parts + 1)).unwrap_or_default()
            }
            ItemKind::Multiple => {
                // One option makes an answer where one can be chosen alone.
                let fewest = if FULL && item.together() < item.options.list.len() as u32 { 1 } else { item.fewest() };
                let (low, high) = ends(&keyed().collect::<Vec<f64>>(), fewest as usize);
                even(low, high, LEVELS)
            }
            ItemKind::Allocate if item.has_targets() => even(super::points::furthest(item), TOP, LEVELS),
            ItemKind::BestWorst | ItemKind::Allocate => {
                let (low, high) = ends(&keyed().collect::<Vec<f64>>(), 1);
                even(low, high, LEVELS)
            }
            _ => even(0.0, TOP, LEVELS),
        };
        Answering { levels: once(&levels), guess: None }
    }

    /// Of an item of which one option is chosen.
    fn single(keyed: &[f64], options: usize) -> Answering {
        let levels = once(keyed);
        let high = levels.iter().fold(0.0, |high: f64, level| high.max(*level));
        let count = |wanted: f64| keyed.iter().filter(|level| (**level - wanted).abs() < SAME).count();
        let (right, wrong) = (count(high), count(lower(high)));
        if right == 1 && wrong > 0 && right + wrong == options {
            return Answering { levels: vec![lower(high), high], guess: Some(1.0 / options as f64) };
        }
        Answering { levels, guess: None }
    }

    /// ln of how much likelier an answer that stands for `level` is from a person at `x` than from one who presses anything; `variance` is
    /// that of answers around the person's level.
    ///
    /// With N(a) = exp(-(a - x)^2 / (2 variance)): ln N(level) - ln mean of N(a) over all levels a of the item. Where knowledge is asked for,
    /// P(right) = 1/k + (1 - 1/k) N(right) / (N(right) + N(wrong)) for k options (the three-parameter form of Birnbaum 1968), against 1/k.
    /// 0 for an item whose answers all stand for one level: it says nothing.
    #[must_use]
    pub fn log_ratio(&self, level: f64, x: f64, variance: f64) -> f64 {
        // ln N(a) - ln N(level), without the square of x that cancels out.
        let over = |a: f64| (level - a) * (level + a - 2.0 * x) / (2.0 * variance);
        if let (Some(guess), [wrong, right]) = (self.guess, self.levels.as_slice()) {
            let known = logistic(-over(*wrong)).0;
            return if level == *right { log((guess + (1.0 - guess) * known) / guess) } else { log_logistic(-over(*right)) };
        }
        let most = self.levels.iter().fold(f64::NEG_INFINITY, |most: f64, a| most.max(over(*a)));
        let sum: f64 = self.levels.iter().map(|a| exp(over(*a) - most)).sum();
        if self.levels.len() < 2 { 0.0 } else { -(most + log(sum / self.levels.len() as f64)) }
    }

    /// How likely each of the levels is from a person at `x`, in their order.
    #[must_use]
    pub fn chances(&self, x: f64, variance: f64) -> Vec<f64> {
        self.response_model(variance).categories(x).iter().map(|category| category.probability).collect()
    }

    /// The same as curves over the level. A level a has N(a) over the sum of all, which is Bock's nominal model with slope a / variance and
    /// intercept -a^2 / (2 variance); for knowledge, Birnbaum's of three parameters.
    #[must_use]
    pub fn response_model(&self, variance: f64) -> ResponseModel {
        if let (Some(guess), [wrong, right]) = (self.guess, self.levels.as_slice()) {
            return ResponseModel::Logistic { a: (right - wrong) / variance, b: (right + wrong) / 2.0, c: guess, d: 1.0 };
        }
        ResponseModel::Nominal {
            a: self.levels.iter().map(|level| level / variance).collect(),
            c: self.levels.iter().map(|level| -level * level / (2.0 * variance)).collect(),
        }
    }
}

/// So many evenly spaced levels, both ends among them.
fn even(low: f64, high: f64, count: usize) -> Vec<f64> {
    let last = count.saturating_sub(1).max(1) as f64;
    (0..count).map(|place| low + (high - low) * (place as f64 / last)).collect()
}

/// Each level once.
fn once(levels: &[f64]) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::with_capacity(levels.len());
    for level in levels {
        if !found.contains(level) {
            found.push(*level);
        }
    }
    found
}

/// The mean of the `count` lowest levels, and that of the `count` highest.
fn ends(levels: &[f64], count: usize) -> (f64, f64) {
    let level = |place: usize| levels.get(place).copied().unwrap_or_default();
    let order = ordered(levels.len(), &|a, b| level(a) < level(b));
    let count = count.min(levels.len());
    let mean = |places: &mut dyn Iterator<Item = &usize>| places.take(count).map(|place| level(*place)).sum::<f64>() / count.max(1) as f64;
    (mean(&mut order.iter()), mean(&mut order.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::{Answering, ends, even, once};
    use libm::{exp, log};

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-14, "{found}, not {expected}");
    }

    #[test]
    fn levels_are_counted_once() {
        assert_eq!(once(&[2.0, 1.0, 2.0, 1.0]), [2.0, 1.0]);
        assert_eq!(even(1.0, 3.0, 5), [1.0, 1.5, 2.0, 2.5, 3.0]);
        assert_eq!(even(2.0, 2.0, 5), [2.0; 5]);
        assert_eq!(ends(&[3.0, 0.0, 1.0], 2), (0.5, 2.0));
        assert_eq!(ends(&[3.0], 2), (3.0, 3.0));
    }

    /// One option at L and all others two lower, or at 0: knowledge. Two right options, three levels, or an option without a key: judgement.
    #[test]
    fn knowledge_has_one_right_option() {
        let guess = |keyed: &[f64], options: usize| Answering::single(keyed, options).guess;
        assert_eq!(guess(&[1.0, 3.0, 1.0, 1.0], 4), Some(0.25));
        assert_eq!(guess(&[0.0, 1.5, 0.0], 3), Some(1.0 / 3.0));
        assert_eq!(guess(&[1.3, 3.3], 2), Some(0.5));
        assert_eq!(guess(&[3.0, 3.0, 1.0], 3), None);
        assert_eq!(guess(&[3.0, 2.0, 1.0], 3), None);
        assert_eq!(guess(&[3.0, 1.0], 3), None);
        assert_eq!(guess(&[2.0, 2.0], 2), None);
    }

    /// By hand: at x = 2, levels 0, 2 and 4 have N = e^-2, 1, e^-2 for a variance of 1.
    #[test]
    fn a_ratio_is_against_the_mean_of_all_levels() {
        let item = Answering { levels: vec![0.0, 2.0, 4.0], guess: None };
        let mean = (1.0 + 2.0 * exp(-2.0)) / 3.0;
        near(item.log_ratio(2.0, 2.0, 1.0), -log(mean));
        near(item.log_ratio(4.0, 2.0, 1.0), -2.0 - log(mean));
        // 3 is not among them: the mean of ratings lies between.
        near(item.log_ratio(3.0, 2.0, 1.0), -0.5 - log(mean));
        near(Answering { levels: vec![2.0], guess: None }.log_ratio(2.0, -5.0, 0.1), 0.0);
        assert!(item.log_ratio(0.0, 10.0, 1e-4).is_finite());
    }

    /// By hand: halfway between wrong and right half know it; of four options a guess is right once in four.
    #[test]
    fn knowledge_can_be_guessed() {
        let item = Answering { levels: vec![1.0, 3.0], guess: Some(0.25) };
        near(item.log_ratio(3.0, 2.0, 1.44), log(0.625 / 0.25));
        near(item.log_ratio(1.0, 2.0, 1.44), log(0.375 / 0.75));
        near(item.chances(2.0, 1.44)[1], 0.625);
        assert!(item.log_ratio(1.0, 10.0, 1e-4).is_finite());
    }

    /// The curves and the ratios are one model: a ratio is the chance over that of pressing anything.
    #[test]
    fn curves_and_ratios_agree() {
        let judged = Answering { levels: vec![0.5, 1.0, 3.25, 4.0], guess: None };
        let known = Answering { levels: vec![2.0, 4.0], guess: Some(0.2) };
        for x in [-1.0, 0.3, 2.0, 4.7] {
            for (place, chance) in judged.chances(x, 0.64).into_iter().enumerate() {
                near(exp(judged.log_ratio(judged.levels[place], x, 0.64)) / 4.0, chance);
            }
            near(exp(known.log_ratio(4.0, x, 0.64)) * 0.2, known.chances(x, 0.64)[1]);
            near(exp(known.log_ratio(2.0, x, 0.64)) * 0.8, known.chances(x, 0.64)[0]);
        }
    }
}
