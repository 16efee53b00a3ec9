//! Several correlated skills at once: what is known of one informs the others.

use super::theta::{Absent, Given, likelihood, log_likelihood, slopes};
use crate::numeric::dot;
use crate::numeric::matrix::Matrix;
use core::cmp::Ordering;

/// Levels of several skills with what is known together of their errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The level of each skill.
    pub theta: Vec<f64>,
    /// Covariance of their errors; the roots of its diagonal are the standard errors (observed information plus prior).
    pub covariance: Matrix,
}

/// The mode of the posterior of several skills under a multivariate normal prior, each item measuring one of them, and
/// the inverse of the curvature there (Segall 1996, Psychometrika 61:331-354, equations 10 to 13, for items that load
/// on one skill each).
///
/// `given` holds the answers skill by skill, in the order of `mean`; a skill without answers is taken from the others.
/// Newton's steps, halved where they lead down; where guessing makes the observed curvature useless, the expected one
/// is used on the way.
///
/// # Errors
/// `NotFinite` where the prior's covariance is not positive definite or of another size, or no peak is found.
pub fn several(given: &[Vec<Given<'_>>], mean: &[f64], covariance: &Matrix) -> Result<Levels, Absent> {
    let precision = covariance.inverse().filter(|precision| precision.size() == mean.len()).ok_or(Absent::NotFinite)?;
    let off = |theta: &[f64]| theta.iter().zip(mean).map(|(theta, mean)| theta - mean).collect::<Vec<f64>>();
    let height = |theta: &[f64]| {
        let from = off(theta);
        let answers: f64 = given.iter().zip(theta).map(|(given, &theta)| log_likelihood(given, theta)).sum();
        answers - 0.5 * dot(&from, &precision.times(&from))
    };
    let mut theta = mean.to_vec();
    for _ in 0..200 {
        let (curvature, slope) = derivatives(given, &theta, &precision, &off(&theta), false);
        let root = match curvature.inverse() {
            Some(root) => root,
            None => derivatives(given, &theta, &precision, &off(&theta), true).0.inverse().ok_or(Absent::NotFinite)?,
        };
        let step = root.times(&slope);
        // Near the peak rounding alone makes a height fall, and there the whole step is right.
        let there = height(&theta);
        let least = there - 1e-12 * (1.0 + there.abs());
        let mut share = 1.0;
        let mut next = moved(&theta, &step, share);
        let falls =
            |next: &[f64]| !matches!(height(next).partial_cmp(&least), Some(Ordering::Greater | Ordering::Equal));
        while falls(&next) && share > 1e-9 {
            share /= 2.0;
            next = moved(&theta, &step, share);
        }
        let largest = step.iter().fold(0.0, |largest: f64, step| largest.max(step.abs()));
        if !largest.is_finite() {
            return Err(Absent::NotFinite);
        }
        theta = next;
        if largest < 1e-11 || share <= 1e-9 {
            break;
        }
    }
    let (curvature, _) = derivatives(given, &theta, &precision, &off(&theta), false);
    let covariance = curvature.inverse().ok_or(Absent::NotFinite)?;
    Ok(Levels { theta, covariance })
}

fn moved(theta: &[f64], step: &[f64], share: f64) -> Vec<f64> {
    theta.iter().zip(step).map(|(theta, step)| theta + share * step).collect()
}

/// Curvature (sign turned) and slope of the logarithm of the posterior.
fn derivatives(
    given: &[Vec<Given<'_>>],
    theta: &[f64],
    precision: &Matrix,
    off: &[f64],
    expected: bool,
) -> (Matrix, Vec<f64>) {
    let mut curvature = precision.clone();
    let mut slope = precision.times(off);
    for (index, slope) in slope.iter_mut().enumerate() {
        let Some((given, &theta)) = given.get(index).zip(theta.get(index)) else { continue };
        let (rise, observed) = slopes(given, theta);
        *slope = rise - *slope;
        let information = if expected { likelihood(given, theta).expected } else { observed };
        curvature.set(index, index, curvature.at(index, index) + information);
    }
    (curvature, slope)
}
