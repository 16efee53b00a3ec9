//! Precision of calibrated items: what a test of them tells at each level, and how much of the differences between
//! people it catches.
//!
//! Levels are on the scale of the items' models; information is in 1 / squared units of it.

use crate::estimate::theta::Prior;
use crate::model::response::{LARGEST, ResponseModel};
use crate::numeric::sqrt;
use libm::exp;

/// Information of a test at a level: the sum of its items' (Birnbaum 1968, in Lord & Novick, Statistical Theories of
/// Mental Test Scores, chapter 17; answers that do not depend on each other at a level).
#[must_use]
pub fn information(models: &[ResponseModel], theta: f64) -> f64 {
    models.iter().map(|model| model.information(theta)).sum()
}

/// Standard error of a level: 1 / sqrt(I), or with a prior of deviation s, whose precision is information too,
/// 1 / sqrt(I + 1 / s^2). Nothing where there is no information.
///
/// ```text
/// standard_error(4, None) = 0.5, standard_error(3, Some(1)) = 0.5
/// ```
#[must_use]
pub fn standard_error(information: f64, prior_sd: Option<f64>) -> Option<f64> {
    let error = 1.0 / sqrt(information + prior_sd.map_or(0.0, |sd| 1.0 / (sd * sd)));
    (error > 0.0 && error.is_finite()).then_some(error)
}

/// How far from the prior's mean people are looked at, in its deviations: 3e-17 of them are further off.
const REACH: f64 = 8.5;
/// Steps over that range at least and at most.
const STEPS: f64 = 340.0;
const MOST: f64 = 20_000.0;

/// Marginal reliability: 1 - E[error variance] / s^2 over people of a normal prior with deviation s, 0 to 1.
///
/// Green, Bock, Humphreys, Linn & Reckase (1984), "Technical guidelines for assessing computerized adaptive tests",
/// Journal of Educational Measurement 21:347-360: (s^2 - mean error variance) / s^2. The error variance at a level is
/// here that of an estimate with the prior, 1 / (I + 1 / s^2): with 1 / I a test that tells nothing about a few people
/// would have no reliability at all. A test without information has 0.
///
/// The mean is by the trapezoid rule, with a step of at most a twentieth of a deviation and a tenth of 1 / the steepest
/// slope.
#[must_use]
pub fn marginal_reliability(models: &[ResponseModel], prior: Prior) -> f64 {
    let steepest = models.iter().map(ResponseModel::steepest).fold(0.0, f64::max);
    let steps = (2.0 * REACH * prior.sd * steepest * 10.0).clamp(STEPS, MOST).ceil();
    let (mut sum, mut people) = (0.0, 0.0);
    for step in 0..=steps as u32 {
        let off = REACH * (2.0 * f64::from(step) / steps - 1.0);
        let density = exp(-0.5 * off * off);
        people += density;
        // Where nothing can be computed any more the curves are flat.
        let level = (prior.mean + off * prior.sd).clamp(-LARGEST, LARGEST);
        // Share of the prior's variance that is left after the answers. The square of a very large deviation is no
        // number.
        sum += density / (1.0 + prior.sd * information(models, level) * prior.sd);
    }
    1.0 - sum / people
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDARD: Prior = Prior { mean: 0.0, sd: 1.0 };

    fn rasch(b: f64) -> ResponseModel {
        ResponseModel::Logistic { a: 1.0, b, c: 0.0, d: 1.0 }
    }

    #[test]
    fn rasch_items_at_the_level_tell_a_quarter_each() {
        // P = Q = 1/2, so P Q = 1/4; sixteen of them: 4, so an error of 1/2, and with a prior of 1: 1 / sqrt(5).
        let sixteen = vec![rasch(0.7); 16];
        assert_eq!(information(&sixteen, 0.7), 4.0);
        assert_eq!(standard_error(4.0, None), Some(0.5));
        assert_eq!(standard_error(3.0, Some(1.0)), Some(0.5));
        assert!((standard_error(4.0, Some(1.0)).unwrap() - 0.447_213_595_499_957_9).abs() < 1e-15);
        // ln 3 above the location P is 3/4: 3/16.
        assert!((information(&[rasch(0.0)], 1.098_612_288_668_109_8) - 0.1875).abs() < 1e-15);
    }

    #[test]
    fn without_information_there_is_the_prior_or_nothing() {
        assert_eq!(
            (information(&[], 1.0), standard_error(0.0, None), standard_error(0.0, Some(0.5))),
            (0.0, None, Some(0.5))
        );
        assert_eq!(standard_error(f64::INFINITY, None), None);
        assert_eq!(marginal_reliability(&[], STANDARD), 0.0);
        // Found by fuzzing: it was not a number.
        let wide = marginal_reliability(&[rasch(0.0)], Prior { mean: -1e6, sd: 1e300 });
        assert!((0.0..=1.0).contains(&wide), "{wide}");
    }

    /// The same expectation by another rule: midpoints of ten thousand slices of equal size between -10 and 10, with
    /// the density's constant instead of a division, and P Q of each item written out.
    fn slow(items: &[(f64, f64)], prior: Prior) -> f64 {
        let width = 20.0 / 10_000.0;
        let mut left = 0.0;
        for slice in 0..10_000 {
            let z = -10.0 + width * (f64::from(slice) + 0.5);
            let theta = prior.mean + prior.sd * z;
            let p = |(a, b): &(f64, f64)| 1.0 / (1.0 + exp(-a * (theta - b)));
            let told: f64 = items.iter().map(|item| item.0 * item.0 * p(item) * (1.0 - p(item))).sum();
            let error_variance = 1.0 / (told + 1.0 / (prior.sd * prior.sd));
            left += error_variance * width * exp(-0.5 * z * z) / sqrt(2.0 * core::f64::consts::PI);
        }
        1.0 - left / (prior.sd * prior.sd)
    }

    #[test]
    fn marginal_reliability_is_that_of_a_slow_twin() {
        let banks: [&[(f64, f64)]; 4] =
            [&[(1.0, 0.0)], &[(0.8, -1.0), (1.5, 0.3), (2.0, 1.1)], &[(12.0, 0.4), (9.0, -0.2)], &[(1.2, 3.0); 40]];
        for items in banks {
            let models: Vec<ResponseModel> =
                items.iter().map(|&(a, b)| ResponseModel::Logistic { a, b, c: 0.0, d: 1.0 }).collect();
            for prior in [STANDARD, Prior { mean: 2.0, sd: 0.6 }, Prior { mean: -1.0, sd: 2.5 }] {
                let (found, expected) = (marginal_reliability(&models, prior), slow(items, prior));
                assert!((found - expected).abs() < 1e-10, "{items:?} {prior:?}: {found}, not {expected}");
            }
        }
    }

    #[test]
    fn more_items_are_never_less_reliable() {
        let reliability = |count: usize| marginal_reliability(&vec![rasch(0.0); count], STANDARD);
        let all: Vec<f64> = (0..60).map(reliability).collect();
        assert!(all.iter().zip(all.iter().skip(1)).all(|(fewer, more)| fewer < more) && all[59] < 1.0);
    }
}
