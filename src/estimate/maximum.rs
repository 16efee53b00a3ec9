//! The level at which something is highest: maximum likelihood, with a prior or with Warm's weight.

use super::theta::{Absent, ErrorKind, Given, Likelihood, Prior, Theta, likelihood, posterior};
use crate::numeric::{sqrt, zero};

/// What is made as large as it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Maximum {
    /// The likelihood (ML). There is none for answers that point one way only.
    Likelihood,
    /// The likelihood times a prior (MAP).
    Posterior(Prior),
    /// The likelihood weighted against its bias (WLE): the slope of ln L + J / (2 I) is 0. Warm 1989, Psychometrika 54:427-450;
    /// for items of several categories Samejima 1993 (ONR RR 93-2) with the same J.
    Weighted,
}

/// Half the levels of a range at which a scan looks, at least.
const SCAN: f64 = 24.0;

/// The level within `range` at which `what` is highest, and its error: of the observed information plus the prior's precision for a
/// posterior, of the expected information for the others.
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
        Maximum::Likelihood => likelihood(given, theta),
        Maximum::Weighted => weighted(given, theta),
    };
    let concave = what != Maximum::Weighted && given.iter().all(|one| one.model.concave());
    let steepest = given.iter().map(|one| one.model.steepest()).fold(0.0, f64::max);
    let theta = highest(&at, range, if concave { None } else { Some(steepest) })?;
    let there = at(theta);
    let (information, error) = match what {
        Maximum::Posterior(_) => (there.observed, ErrorKind::ObservedInformation),
        _ => (there.expected, ErrorKind::ExpectedInformation),
    };
    let se = 1.0 / sqrt(information);
    if theta.is_finite() && se.is_finite() { Ok(Theta { theta, se, error }) } else { Err(Absent::NotFinite) }
}

/// The likelihood with Warm's term in its slope. Its logarithm is still that of the likelihood.
fn weighted(given: &[Given<'_>], theta: f64) -> Likelihood {
    let sum = likelihood(given, theta);
    // Where nothing can be learnt any more (0 / 0) the weight is flat.
    let push = if sum.expected > 0.0 { sum.warm / (2.0 * sum.expected) } else { 0.0 };
    Likelihood { slope: sum.slope + push, ..sum }
}

/// Where the function is highest whose logarithm and slope `at` gives. Without `steepest` it has one peak at most; otherwise all
/// steps are looked at that curves of such a slope can hide something in.
fn highest(at: &dyn Fn(f64) -> Likelihood, (low, high): (f64, f64), steepest: Option<f64>) -> Result<f64, Absent> {
    let slope = |theta: f64| at(theta).slope;
    let Some(steepest) = steepest else {
        let (first, last) = (slope(low), slope(high));
        return match (first > 0.0, last < 0.0) {
            (true, true) => Ok(zero(&slope, low, high)),
            (false, _) => Err(if first.is_nan() { Absent::NotFinite } else { Absent::LowEnd }),
            _ => Err(if last.is_nan() { Absent::NotFinite } else { Absent::HighEnd }),
        };
    };
    let steps = (2.0 * SCAN).max((high - low) * steepest / 0.3).min(100_000.0) as u32;
    let place = |step: u32| if step == steps { high } else { low + (high - low) * f64::from(step) / f64::from(steps) };
    // Height above that at the low end, by the slope alone: the weighted likelihood is known by nothing else. Each step by
    // Simpson's rule.
    let (mut best, mut best_height, mut height) = (Err(Absent::LowEnd), 0.0, 0.0);
    let rise = |from: f64, to: f64| (to - from) / 6.0 * (slope(from) + 4.0 * slope(0.5 * (from + to)) + slope(to));
    let mut before = slope(low);
    for step in 0..steps {
        let (from, to) = (place(step), place(step + 1));
        let after = slope(to);
        if before > 0.0 && after <= 0.0 {
            let peak = zero(&slope, from, to);
            let peak_height = height + rise(from, peak);
            // A difference that only rounding makes is none.
            if peak_height > best_height + 1e-9 {
                (best, best_height) = (if peak < high { Ok(peak) } else { Err(Absent::HighEnd) }, peak_height);
            }
        }
        height += rise(from, to);
        before = after;
    }
    if height > best_height + 1e-9 {
        best = Err(Absent::HighEnd);
    }
    if height.is_nan() { Err(Absent::NotFinite) } else { best }
}
