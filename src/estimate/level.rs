//! A skill's level from the levels that its answers stand for, with the spread over questions.
//!
//! For documents that were not calibrated on people (evidence grades 0 to 2): everything beyond the answers themselves is
//! assumed, and labelled so wherever it is shown. The spread says how far the level would move with other questions of the
//! same kind. It is not a standard error of measurement, which would need data.

use crate::model::Observation;
use crate::quiz::Assumed;

/// A skill's level and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Weighted mean of the answers' levels, 0 to 4.
    pub mean: f64,
    /// Variance of that mean over questions, above 0.
    pub variance: f64,
    /// The level: the mean, drawn towards the prior by as much as it is unsure.
    pub level: f64,
    /// Spread over questions, in levels, above 0 and below the prior's.
    pub spread: f64,
    /// Each answer's share of the weight, in the order of the observations.
    pub weights: Vec<f64>,
    /// How far each answer moves the level from the prior mean; they add up to `level - prior_mean`.
    pub pulls: Vec<f64>,
}

/// The level after `observations` of one skill; `None` without any.
///
/// With answers y and weights w that sum to 1: n = 1 / sum w^2 (Kish's effective number of answers), mean = sum w y,
/// s^2 = (k d^2 + n sum w (y - mean)^2) / (n + k - 1), v = s^2 / n + sum w^2 u with u the variance that each key adds (our
/// own: errors of keys of different items are independent); level = m + (mean - m) / (1 + v / t^2), spread =
/// (1 / t^2 + 1 / v)^(-1/2), for prior N(m, t^2) and k answers' worth of the assumed deviation d (a normal mean
/// under a normal prior). An answer's pull is w (y - m) / (1 + v / t^2).
///
/// Three answers at level 4 under the shipped assumptions:
/// ```
/// use metier::estimate::estimate;
/// use metier::model::Observation;
/// use metier::quiz::Assumed;
/// let assumed = Assumed { prior_mean: 2.0, prior_sd: 1.0, answer_sd: 1.2, answer_weight: 4.0, at: 0 };
/// let four = Observation { skill: 0, level: 4.0, weight: 1.0, key_variance: 0.0 };
/// let found = estimate(&[four; 3], &assumed).unwrap();
/// // s^2 = 4 * 1.44 / 6 = .96, v = .32, level = 2 + 2 / 1.32, spread = (1 + 1 / .32)^(-1/2)
/// assert!((found.level - 3.515_151_515).abs() < 1e-9);
/// assert!((found.spread - 0.492_365_964).abs() < 1e-9);
/// ```
pub fn estimate(observations: &[Observation], assumed: &Assumed) -> Option<Estimate> {
    let total: f64 = observations.iter().map(|observation| observation.weight).sum();
    if observations.is_empty() || total <= 0.0 {
        return None;
    }
    let weights: Vec<f64> = observations.iter().map(|observation| observation.weight / total).collect();
    let weighted = || observations.iter().zip(&weights).map(|(observation, weight)| (observation.level, *weight));
    let count = 1.0 / weights.iter().map(|weight| weight * weight).sum::<f64>();
    let mean: f64 = weighted().map(|(level, weight)| weight * level).sum();
    let scatter: f64 = weighted().map(|(level, weight)| weight * (level - mean) * (level - mean)).sum();
    let expected = assumed.answer_weight * assumed.answer_sd * assumed.answer_sd;
    let variance = (expected + count * scatter) / (count + assumed.answer_weight - 1.0) / count;
    let keys: f64 = observations.iter().zip(&weights).map(|(observation, weight)| weight * weight * observation.key_variance).sum();
    let variance = variance + keys;
    let prior = assumed.prior_sd * assumed.prior_sd;
    let drawn = 1.0 + variance / prior;
    let pulls: Vec<f64> = weighted().map(|(level, weight)| weight * (level - assumed.prior_mean) / drawn).collect();
    let level = assumed.prior_mean + pulls.iter().sum::<f64>();
    let spread = 1.0 / crate::numeric::sqrt(1.0 / prior + 1.0 / variance);
    Some(Estimate { mean, variance, level, spread, weights, pulls })
}
