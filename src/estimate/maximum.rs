//! The level at which something is highest: maximum likelihood, with a prior or with Warm's weight.

use super::theta::{Absent, ErrorKind, Given, Likelihood, Prior, Theta, likelihood, posterior, slopes};
use crate::numeric::{sqrt, zero};

/// What is made as large as it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Maximum {
    /// The likelihood (ML). There is none for answers that point one way only.
    Likelihood,
    /// The likelihood times a prior (MAP).
    Posterior(Prior),
    /// The likelihood weighted against its bias (WLE): the slope of ln L + J / (2 I) is 0. Warm 1989, Psychometrika
    /// 54:427-450; for items of several categories Samejima 1993 (ONR RR 93-2) with the same J.
    Weighted,
}

/// Half the levels of a range at which a scan looks, at least.
const SCAN: f64 = 24.0;

/// The level within `range` at which `what` is highest, and its error: of the observed information plus the prior's
/// precision for a posterior, of the expected information for the others.
///
/// Where success can be guessed a likelihood can have several peaks; the highest counts, and of equals the lowest.
///
/// # Errors
/// Why there is no such level: nothing was answered, or the highest point is at an end of the range.
pub fn maximum(given: &[Given<'_>], what: Maximum, range: (f64, f64)) -> Result<Theta, Absent> {
    if given.is_empty() && !matches!(what, Maximum::Posterior(_)) {
        return Err(Absent::NoAnswers);
    }
    let at = |theta: f64| match what {
        Maximum::Posterior(prior) => posterior(given, prior, theta),
        _ => likelihood(given, theta),
    };
    // The slope of the logarithm of Warm's weight; where nothing can be learnt any more (0 / 0) it is flat.
    let weight = |there: &Likelihood| match what {
        Maximum::Weighted if there.expected > 0.0 => there.warm / (2.0 * there.expected),
        _ => 0.0,
    };
    let theta = if what != Maximum::Weighted && given.iter().all(|one| one.model.concave()) {
        let prior = if let Maximum::Posterior(prior) = what { Some(prior) } else { None };
        only(&|theta| slopes(given, theta).0 + prior.map_or(0.0, |prior| prior.slope(theta)), range)?
    } else {
        let steepest = given.iter().map(|one| one.model.steepest()).fold(0.0, f64::max);
        highest(&at, &weight, range, steepest)?
    };
    let there = at(theta);
    let (information, error) = match what {
        Maximum::Posterior(_) => (there.observed, ErrorKind::ObservedInformation),
        _ => (there.expected, ErrorKind::ExpectedInformation),
    };
    let se = 1.0 / sqrt(information);
    // A prior too narrow for its precision to be a number would leave no error at all.
    if theta.is_finite() && se.is_finite() && se > 0.0 {
        Ok(Theta { theta, se, error })
    } else {
        Err(Absent::NotFinite)
    }
}

/// Where a function with one peak at most is highest, by its slope.
fn only(slope: &dyn Fn(f64) -> f64, (low, high): (f64, f64)) -> Result<f64, Absent> {
    let (first, last) = (slope(low), slope(high));
    match (first > 0.0, last < 0.0) {
        (true, true) => Ok(zero(slope, low, high)),
        (false, _) => Err(if first.is_nan() { Absent::NotFinite } else { Absent::LowEnd }),
        _ => Err(if last.is_nan() { Absent::NotFinite } else { Absent::HighEnd }),
    }
}

/// Where the function is highest whose logarithm and slope `at` gives, with a weight of which only the slope is known.
/// All steps are looked at that curves as steep as `steepest` can hide something in.
fn highest(
    at: &dyn Fn(f64) -> Likelihood,
    weight: &dyn Fn(&Likelihood) -> f64,
    (low, high): (f64, f64),
    steepest: f64,
) -> Result<f64, Absent> {
    let push = |theta: f64| weight(&at(theta));
    let slope = |there: &Likelihood| there.slope + weight(there);
    let steps = (2.0 * SCAN).max((high - low) * steepest / 0.3).min(100_000.0) as u32;
    let place = |step: u32| if step == steps { high } else { low + (high - low) * f64::from(step) / f64::from(steps) };
    // The logarithm of the weight above that at the low end: each step by Simpson's rule.
    let rise = |from: f64, to: f64| (to - from) / 6.0 * (push(from) + 4.0 * push(0.5 * (from + to)) + push(to));
    let mut before = at(low);
    let (mut best, mut best_height, mut weighted) = (Err(Absent::LowEnd), before.log, 0.0);
    // A difference that only rounding makes is none.
    let above = |height: f64, best: f64| height > best + 1e-9;
    for step in 0..steps {
        let (from, to) = (place(step), place(step + 1));
        let after = at(to);
        if slope(&before) > 0.0 && slope(&after) <= 0.0 {
            let peak = zero(&|theta| slope(&at(theta)), from, to);
            let height = at(peak).log + weighted + rise(from, peak);
            if above(height, best_height) {
                (best, best_height) = (if peak < high { Ok(peak) } else { Err(Absent::HighEnd) }, height);
            }
        }
        weighted += rise(from, to);
        before = after;
    }
    let height = before.log + weighted;
    if above(height, best_height) {
        best = Err(Absent::HighEnd);
    }
    if height.is_nan() { Err(Absent::NotFinite) } else { best }
}
