//! The mean of the posterior (EAP) with its standard deviation, by quadrature on a grid that fits the answers.
//!
//! Bock & Mislevy 1982, Applied Psychological Measurement 6:431-444, who take a fixed grid; that is off by up to .085
//! on short scales. Here the step is at most .45 / the steepest slope and half the posterior's own deviation, and the
//! grid ends where the posterior has fallen below e^-34 of its peak: the trapezoid rule is then as good as exact.

use super::theta::{Absent, ErrorKind, Given, Prior, Theta, slopes};
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
/// Probabilities are multiplied as long as this power of e bounds the product, and their logarithms added beyond it.
const LARGEST: f64 = 600.0;
/// Levels of a grid at most: 2 MB of them, for priors that are very wide beside a steep slope.
const MOST: f64 = 250_000.0;
/// Levels of a grid that looks where the posterior is at all.
const FEW: f64 = 32.0;

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
    let (low, high, step) = if given.iter().all(|one| one.model.concave()) {
        single(given, prior, finest)
    } else {
        several(given, prior, finest)
    };
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
    let height = |level: f64| log_posterior(given, prior, level, 0.0, 1).1;
    let top = height(peak);
    // With one peak all beyond the first level that is low enough is lower still.
    let end = |side: f64| {
        let fall = |reach: f64| top - height(peak + side * reach);
        let mut reach = 8.5 * sd;
        let mut there = fall(reach);
        if there < DEPTH {
            // From the peak the prior falls with the square of the reach, and the rest, being concave, no slower than
            // in proportion.
            let square = 0.5 * (reach / prior.sd) * (reach / prior.sd);
            let rest = (there - square).max(0.0);
            return peak + side * reach * 2.0 * DEPTH / (rest + sqrt(rest * rest + 4.0 * square * DEPTH));
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
    // The logarithm of no answer's probability is curved more than this, so that no peak is narrower than all of them
    // make it.
    let curved = |model: &ResponseModel| model.steepest() * model.steepest() / if model.concave() { 2.0 } else { 4.0 };
    let most: f64 = given.iter().map(|one| curved(one.model)).sum::<f64>() + 1.0 / (prior.sd * prior.sd);
    let step = finest.min(0.5 / sqrt(most));
    // The likelihood is 1 at most, so that the prior alone says where nothing can be left.
    let there = log_likelihood(given, prior.mean, 1.0, 1).first().copied().unwrap_or_default();
    let reach = prior.sd * sqrt(2.0 * (DEPTH - there));
    let (mut low, mut high) = (prior.mean - reach, prior.mean + reach);
    // Between two levels the posterior is no higher than the curvature allows: what is low enough even so falls away.
    // That is worth its while where it is to a fraction of the levels.
    while (high - low) > 2.5 * FEW * step {
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

/// About where a posterior with one peak has it, and the deviation that its curvature there tells: Newton's steps until
/// one is small beside that, with halving where a step would lead back to what is known to lie on the other side.
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

/// ln L at evenly spaced levels. Probabilities of items are multiplied as far as that goes, with e^(a theta) found from
/// one level to the next by one multiplication; so a whole grid costs an item two exponentials.
fn log_likelihood(given: &[Given<'_>], start: f64, step: f64, count: usize) -> Vec<f64> {
    let mut logs = vec![0.0; count];
    let mut inverse = vec![1.0; count];
    let end = start + step * count as f64;
    let mut used = 0.0;
    for one in given {
        let exponent = exponent(one, start).max(exponent(one, end));
        if exponent.is_nan() || exponent > LARGEST {
            for (index, value) in logs.iter_mut().enumerate() {
                *value += one.model.log(one.category, start + step * index as f64);
            }
            continue;
        }
        if used + exponent > LARGEST {
            flush(&mut inverse, &mut logs);
            used = 0.0;
        }
        used += exponent;
        divide(one, start, step, &mut inverse);
    }
    flush(&mut inverse, &mut logs);
    logs
}

fn flush(inverse: &mut [f64], logs: &mut [f64]) {
    for (value, factor) in logs.iter_mut().zip(inverse) {
        *value -= log(*factor);
        *factor = 1.0;
    }
}

/// A power of e that bounds 1 / P of an answer at a level, and any part of it.
fn exponent(one: &Given<'_>, theta: f64) -> f64 {
    let largest = match one.model {
        ResponseModel::Logistic { a, b, .. } => (a * (theta - b)).abs(),
        ResponseModel::Graded { a, b } => {
            let (lower, higher) = (one.category.checked_sub(1).and_then(|k| b.get(k)), b.get(one.category));
            let side = |b: Option<&f64>| b.map_or(0.0, |b| (a * (theta - b)).abs());
            // 1 / x is more than -ln(1 - e^-x).
            let between =
                if let (Some(lower), Some(higher)) = (lower, higher) { 1.0 / (a * (higher - lower)) } else { 0.0 };
            side(lower) + side(higher) + between
        }
        ResponseModel::Nominal { a, c } => {
            let own = a.get(one.category).zip(c.get(one.category)).map_or(f64::NAN, |(a, c)| a * theta + c);
            a.iter().zip(c).fold(0.0, |largest: f64, (a, c)| largest.max((a * theta + c - own).abs()))
        }
    };
    largest + one.model.count() as f64
}

/// Divides each level's product by the answer's probability there.
fn divide(one: &Given<'_>, start: f64, step: f64, inverse: &mut [f64]) {
    // e^(a(theta - b)) at the first level, and from one level to the next.
    let power = |a: f64, b: f64| (exp(a * (start - b)), exp(a * step));
    match one.model {
        ResponseModel::Logistic { a, b, c, d } => {
            // Right: (d + c e) / (1 + e) with e = e^(-a(theta - b)); wrong: (1 - c + (1 - d) e) / (1 + e) with 1 / e.
            let (sign, most, least) = if one.category == 1 { (-1.0, *d, *c) } else { (1.0, 1.0 - c, 1.0 - d) };
            let (mut e, factor) = power(sign * a, *b);
            if most == 1.0 && least == 0.0 {
                return multiply(inverse, 1.0, e, factor);
            }
            for value in inverse {
                *value *= (1.0 + e) / (most + least * e);
                e *= factor;
            }
        }
        ResponseModel::Graded { a, b } => {
            let (lower, higher) = (one.category.checked_sub(1).and_then(|k| b.get(k)), b.get(one.category));
            // F(u) F(-v) (1 - e^(v - u)), as in the model.
            let over = if let (Some(lower), Some(higher)) = (lower, higher) {
                -1.0 / expm1(-a * (higher - lower))
            } else {
                1.0
            };
            for (b, sign, over) in [(lower, -1.0, over), (higher, 1.0, 1.0)] {
                if let Some(&b) = b {
                    let (e, factor) = power(sign * a, b);
                    multiply(inverse, over, over * e, factor);
                }
            }
        }
        ResponseModel::Nominal { a, c } => {
            let (Some(own_a), Some(own_c)) = (a.get(one.category), c.get(one.category)) else { return };
            let mut sums = vec![0.0; inverse.len()];
            for (a, c) in a.iter().zip(c) {
                let (mut e, factor) = (exp((a - own_a) * start + (c - own_c)), exp((a - own_a) * step));
                for sum in &mut sums {
                    *sum += e;
                    e *= factor;
                }
            }
            for (value, sum) in inverse.iter_mut().zip(sums) {
                *value *= sum;
            }
        }
    }
}

/// Multiplies by `base` + e, with e growing by `factor` from one level to the next.
fn multiply(values: &mut [f64], base: f64, mut e: f64, factor: f64) {
    for value in values {
        *value *= base + e;
        e *= factor;
    }
}
