//! The mean of the posterior (EAP) with its standard deviation, by quadrature on a grid that fits the answers.
//!
//! Bock & Mislevy 1982, Applied Psychological Measurement 6:431-444, who take a fixed grid; that is off by up to .085 on
//! short scales. Here the step is at most .45 / the steepest slope and half the posterior's own deviation, and the grid ends where the
//! posterior has fallen below e^-34 of its peak: the trapezoid rule is then as good as exact.

use super::theta::{self, Absent, ErrorKind, Given, Prior, Theta, slopes};
use crate::model::response::ResponseModel;
use crate::numeric::sqrt;
use libm::{exp, expm1, log};

/// A posterior on evenly spaced levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The first level.
    pub start: f64,
    /// From one level to the next.
    pub step: f64,
    /// Probability of each level; they add up to 1.
    pub weights: Vec<f64>,
}

/// How far below its peak, in natural logarithms, a posterior no longer counts.
const DEPTH: f64 = 34.0;
/// The largest exponent for which probabilities are multiplied; beyond it their logarithms are added.
const LARGEST: f64 = 80.0;
/// Items whose probabilities are multiplied before a logarithm is taken: e^(-80 * 8) is still a number.
const TOGETHER: usize = 8;
/// Levels of a grid at most: 2 MB of them, for priors that are very wide beside a steep slope.
const MOST: f64 = 250_000.0;
/// Levels of a grid that looks where the posterior is at all.
const FEW: f64 = 256.0;

/// The posterior's mean and standard deviation.
///
/// # Errors
/// Only where the numbers are beyond what can be computed with.
pub fn expected(given: &[Given<'_>], prior: Prior) -> Result<Theta, Absent> {
    let found = grid(given, prior)?.theta();
    if found.theta.is_finite() && found.se > 0.0 { Ok(found) } else { Err(Absent::NotFinite) }
}

impl Grid {
    /// Levels with their probabilities.
    pub fn levels(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.weights.iter().enumerate().map(|(index, &weight)| (self.start + self.step * index as f64, weight))
    }

    /// Mean and standard deviation.
    #[must_use]
    pub fn theta(&self) -> Theta {
        let theta: f64 = self.levels().map(|(level, weight)| weight * level).sum();
        let variance: f64 = self.levels().map(|(level, weight)| weight * (level - theta) * (level - theta)).sum();
        Theta { theta, se: sqrt(variance), error: ErrorKind::PosteriorSd }
    }
}

/// The posterior after all answers.
///
/// # Errors
/// Only where the numbers are beyond what can be computed with.
pub fn grid(given: &[Given<'_>], prior: Prior) -> Result<Grid, Absent> {
    let finest = given.iter().map(|one| 0.45 / one.model.steepest()).fold(prior.sd / 2.0, f64::min);
    let (low, high, step) =
        if given.iter().all(|one| one.model.concave()) { single(given, prior, finest) } else { several(given, prior, finest) };
    let count = ((high - low) / step).ceil().max(1.0);
    if !(low.is_finite() && count <= MOST) {
        return Err(Absent::NotFinite);
    }
    let (start, step) = (low, (high - low) / count);
    let (mut logs, peak) = log_posterior(given, prior, start, step, count as usize + 1);
    let mut sum = 0.0;
    for value in &mut logs {
        *value = exp(*value - peak);
        sum += *value;
    }
    for value in &mut logs {
        *value /= sum;
    }
    if sum.is_finite() { Ok(Grid { start, step, weights: logs }) } else { Err(Absent::NotFinite) }
}

/// The ends and the step of a grid for a posterior with one peak.
fn single(given: &[Given<'_>], prior: Prior, finest: f64) -> (f64, f64, f64) {
    let (peak, sd) = summit(given, prior);
    let height = |level: f64| theta::log_likelihood(given, level) + prior.log(level);
    let top = height(peak);
    // With one peak all beyond the first level that is low enough is lower still.
    let end = |side: f64| {
        let fall = |reach: f64| top - height(peak + side * reach);
        let mut reach = 8.5 * sd;
        let mut there = fall(reach);
        while there < DEPTH && reach < 20.0 * prior.sd {
            reach *= 1.4;
            there = fall(reach);
        }
        // Below a flat top there can be walls much nearer than its curvature tells.
        while there > 4.0 * DEPTH {
            there = fall(0.5 * reach);
            if there < DEPTH {
                break;
            }
            reach *= 0.5;
        }
        peak + side * reach
    };
    (end(-1.0), end(1.0), finest.min(sd / 2.0))
}

/// The ends and the step of a grid for a posterior that can have several peaks.
fn several(given: &[Given<'_>], prior: Prior, finest: f64) -> (f64, f64, f64) {
    // The logarithm of no answer's probability is curved more than this, so that no peak is narrower than all of them make it.
    let curved = |model: &ResponseModel| model.steepest() * model.steepest() / if model.concave() { 2.0 } else { 4.0 };
    let most: f64 = given.iter().map(|one| curved(one.model)).sum::<f64>() + 1.0 / (prior.sd * prior.sd);
    let step = finest.min(0.5 / sqrt(most));
    // The likelihood is 1 at most, so that the prior alone says where nothing can be left.
    let there = log_likelihood(given, prior.mean, 1.0, 1).first().copied().unwrap_or_default();
    let reach = prior.sd * sqrt(2.0 * (DEPTH - there));
    let (mut low, mut high) = (prior.mean - reach, prior.mean + reach);
    // Between two levels the posterior is no higher than the curvature allows: what is low enough even so falls away.
    while (high - low) > FEW * step {
        let wide = (high - low) / FEW;
        let (logs, peak) = log_posterior(given, prior, low, wide, FEW as usize + 1);
        let least = peak - DEPTH - most * wide * wide / 8.0;
        let first = logs.iter().position(|&value| value > least).unwrap_or_default().saturating_sub(1);
        let last = logs.iter().rposition(|&value| value > least).unwrap_or_default() + 1;
        let ends = (low + wide * first as f64, high.min(low + wide * last as f64));
        let shrunk = ends.1 - ends.0 < 0.7 * (high - low);
        (low, high) = ends;
        if !shrunk {
            break;
        }
    }
    (low, high, step)
}

/// About where a posterior with one peak has it, and the deviation that its curvature there tells: Newton's steps until one is
/// small beside that, with halving where a step would lead back to what is known to lie on the other side.
fn summit(given: &[Given<'_>], prior: Prior) -> (f64, f64) {
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let (mut theta, mut sd) = (prior.mean, prior.sd);
    for _ in 0..100 {
        let (slope, observed) = slopes(given, theta);
        let slope = slope + prior.slope(theta);
        let variance = 1.0 / (observed + 1.0 / (prior.sd * prior.sd));
        sd = sqrt(variance);
        let next = theta + slope * variance;
        if (next - theta).abs() < 0.1 * sd {
            return (next, sd);
        }
        if slope > 0.0 {
            low = theta;
        } else {
            high = theta;
        }
        theta = if next > low && next < high { next } else { 0.5 * (low + high) };
    }
    (theta, sd)
}

/// The posterior's logarithm at evenly spaced levels, and its highest value there.
fn log_posterior(given: &[Given<'_>], prior: Prior, start: f64, step: f64, count: usize) -> (Vec<f64>, f64) {
    let mut logs = log_likelihood(given, start, step, count);
    let mut peak = f64::NEG_INFINITY;
    for (index, value) in logs.iter_mut().enumerate() {
        *value += prior.log(start + step * index as f64);
        peak = peak.max(*value);
    }
    (logs, peak)
}

/// ln L at evenly spaced levels. Probabilities of a few items at a time are multiplied, with e^(a theta) found from one level
/// to the next by one multiplication; so a whole grid costs an item two exponentials.
fn log_likelihood(given: &[Given<'_>], start: f64, step: f64, count: usize) -> Vec<f64> {
    let mut logs = vec![0.0; count];
    let mut product = vec![1.0; count];
    let mut together = 0;
    for one in given {
        if !multiply(one, start, step, &mut product) {
            for (index, value) in logs.iter_mut().enumerate() {
                *value += one.model.log(one.category, start + step * index as f64);
            }
            continue;
        }
        together += 1;
        if together == TOGETHER {
            flush(&mut product, &mut logs);
            together = 0;
        }
    }
    if together > 0 {
        flush(&mut product, &mut logs);
    }
    logs
}

fn flush(product: &mut [f64], logs: &mut [f64]) {
    for (value, factor) in logs.iter_mut().zip(product) {
        *value += log(*factor);
        *factor = 1.0;
    }
}

/// Multiplies each level's product by the answer's probability there; whether that could be done without leaving the
/// range of numbers.
fn multiply(one: &Given<'_>, start: f64, step: f64, product: &mut [f64]) -> bool {
    let end = start + step * product.len() as f64;
    let small = |a: f64, c: f64| (a * start + c).abs() <= LARGEST && (a * end + c).abs() <= LARGEST;
    match one.model {
        ResponseModel::Logistic { a, b, c, d } => {
            if !small(*a, -a * b) {
                return false;
            }
            // Right: c + (d - c) / (1 + e); wrong: (1 - d) + (d - c) / (1 + 1 / e).
            let sign = if one.category == 1 { 1.0 } else { -1.0 };
            let base = if one.category == 1 { *c } else { 1.0 - d };
            let (mut e, factor) = (exp(-sign * a * (start - b)), exp(-sign * a * step));
            for value in product {
                *value *= base + (d - c) / (1.0 + e);
                e *= factor;
            }
        }
        ResponseModel::Graded { a, b } => {
            let (lower, higher) = (one.category.checked_sub(1).and_then(|k| b.get(k)), b.get(one.category));
            if [lower, higher].into_iter().flatten().any(|b| !small(*a, -a * b)) {
                return false;
            }
            // F(u) F(-v) (1 - e^(v - u)), as in the model.
            let gap = if let (Some(lower), Some(higher)) = (lower, higher) { -expm1(-a * (higher - lower)) } else { 1.0 };
            let rise = |b: Option<&f64>, sign: f64| b.map_or((0.0, 1.0), |b| (exp(-sign * a * (start - b)), exp(-sign * a * step)));
            let ((mut e, e_factor), (mut f, f_factor)) = (rise(lower, 1.0), rise(higher, -1.0));
            for value in product {
                *value *= gap / ((1.0 + e) * (1.0 + f));
                e *= e_factor;
                f *= f_factor;
            }
        }
        ResponseModel::Nominal { a, c } => {
            let (Some(own_a), Some(own_c)) = (a.get(one.category), c.get(one.category)) else { return false };
            if a.iter().zip(c).any(|(a, c)| !small(a - own_a, c - own_c)) {
                return false;
            }
            let mut sums = vec![0.0; product.len()];
            for (a, c) in a.iter().zip(c) {
                let (mut e, factor) = (exp((a - own_a) * start + (c - own_c)), exp((a - own_a) * step));
                for sum in &mut sums {
                    *sum += e;
                    e *= factor;
                }
            }
            for (value, sum) in product.iter_mut().zip(sums) {
                *value /= sum;
            }
        }
    }
    true
}
