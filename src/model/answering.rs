//! The answering model that is assumed of an item which nobody has calibrated: how likely each level is that its
//! answers could stand for, by the person's level. Levels, simulated people and the choice of items all go by this one.

use super::response::ResponseModel;
use crate::numeric::logistic::{log_logistic, logistic};
use crate::quiz::item::Item;
use crate::quiz::kinds::levels::{Levels, once};
use libm::{exp, log};

/// What the answers to one item could stand for on one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    /// The levels, each once, in no order; where `guess` is there, that of a wrong answer and then that of the right
    /// one.
    pub levels: Vec<f64>,
    /// The chance of a right guess, where one answer is right and all others are wrong: one in so many options.
    pub guess: Option<f64>,
}

impl Answering {
    /// Of an item on a skill that it is keyed on.
    #[must_use]
    pub fn of(item: &Item, skill: &str) -> Answering {
        let Levels { levels, guess } = item.kind.levels(skill);
        Answering { levels: once(&levels), guess }
    }

    /// ln of how much likelier an answer that stands for `level` is from a person at `x` than from one who presses
    /// anything; `variance` is that of answers around the person's level.
    ///
    /// With N(a) = exp(-(a - x)^2 / (2 variance)): ln N(level) - ln mean of N(a) over all levels a of the item. Where
    /// knowledge is asked for, P(right) = 1/k + (1 - 1/k) N(right) / (N(right) + N(wrong)) for k options (the
    /// three-parameter form of Birnbaum 1968), against 1/k. 0 for an item whose answers all stand for one level: it
    /// says nothing.
    #[must_use]
    pub fn log_ratio(&self, level: f64, x: f64, variance: f64) -> f64 {
        // ln N(a) - ln N(level), without the square of x that cancels out.
        let over = |a: f64| (level - a) * (level + a - 2.0 * x) / (2.0 * variance);
        if let (Some(guess), [wrong, right]) = (self.guess, self.levels.as_slice()) {
            let known = logistic(-over(*wrong)).0;
            return if level == *right {
                log((guess + (1.0 - guess) * known) / guess)
            } else {
                log_logistic(-over(*right))
            };
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

    /// The same as curves over the level. A level a has N(a) over the sum of all, which is Bock's nominal model with
    /// slope a / variance and intercept -a^2 / (2 variance); for knowledge, Birnbaum's of three parameters.
    #[must_use]
    pub fn response_model(&self, variance: f64) -> ResponseModel {
        if let (Some(guess), [wrong, right]) = (self.guess, self.levels.as_slice()) {
            return ResponseModel::Logistic {
                a: (right - wrong) / variance,
                b: (right + wrong) / 2.0,
                c: guess,
                d: 1.0,
            };
        }
        let (mut a, mut c) = (self.levels.clone(), self.levels.clone());
        for (a, c) in a.iter_mut().zip(&mut c) {
            *c = -*a * *a / (2.0 * variance);
            *a /= variance;
        }
        ResponseModel::Nominal { a, c }
    }
}

#[cfg(test)]
mod tests {
    use super::Answering;
    use libm::{exp, log};

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-14, "{found}, not {expected}");
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
