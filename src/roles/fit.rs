//! The fit of one set of levels to one role: a sum of what each skill contributes.

use super::model::{Model, Need};
use super::posterior::Posterior;
use crate::numeric::random::normalise;
use crate::numeric::{dot, sqrt};

/// A spread of needs or levels below this, in levels, counts as none: rounding leaves as much of a flat profile.
const FLAT: f64 = 1e-9;

/// The fit of a role in its three parts, each already weighted: they add up to the fit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// How far the levels reach what is needed; at most 1 - beta.
    pub level: f64,
    /// How far the highs and lows lie where the role has its own; within beta of 0.
    pub shape: f64,
    /// What missed must-haves take off; 0 or below.
    pub must_have: f64,
}

impl Parts {
    /// The fit: about 1 - beta and more for a person who has all that is needed, without a lower end.
    #[must_use]
    pub fn fit(&self) -> f64 {
        self.level + self.shape + self.must_have
    }
}

/// One skill of one role, ready for fast use: everything that does not depend on the person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// Share of the role's weights.
    pub weight: f64,
    /// Level needed.
    pub need: f64,
    /// Slope of the shape: weight times distance of the need from the weighted mean need, in weighted standard
    /// deviations of the needs.
    pub slope: f64,
}

/// The weights of a role as shares of 1; zeros when all are zero.
#[must_use]
pub fn shares(role: &[Need]) -> Vec<f64> {
    let mut weights: Vec<f64> = role.iter().map(|need| need.weight).collect();
    normalise(&mut weights);
    weights
}

/// What the skills contribute to the fit of a role for a person with the levels `x`.
///
/// `role`, `x`, `measured` and `out` are parallel; further entries of the longer ones are left alone. The contribution
/// of skill j, written to `out`, is c = (1 - beta) w u + beta s - v with
///
/// - level u = 1 - (r - x) / 2 below the need r, 1 - lambda (x - r) / 2 above it
/// - shape s = w (x - mean x) (r - mean r) / (sqrt(var x + `steady`^2) sd r), all weighted by w; 0 where the needs are
///   flat
/// - must-have v = gamma max(0, f - x) for a floor f; 0 where the skill was not measured: an unknown is reported as
///   such, not punished
///
/// One skill, needed at 3 with a must-have of 2.5: at level 2 the level part is .7 (1 - 1/2) and the must-have -1.5 *
/// .5.
///
/// ```
/// use metier::roles::fit::contributions;
/// use metier::roles::model::{Model, Need};
/// let model = Model { beta: 0.3, lambda: 0.15, gamma: 1.5, steady: 0.25, ..Model::default() };
/// let role = [Need { need: 3.0, weight: 5.0, floor: Some(2.5) }];
/// let mut out = [0.0];
/// let parts = contributions(&model, &role, &[2.0], &[true], &mut out);
/// assert!((parts.level - 0.35).abs() < 1e-15);
/// assert!((parts.must_have + 0.75).abs() < 1e-15);
/// assert_eq!(out, [parts.fit()]);
/// ```
///
/// Metier's own, see the method page. That level, scatter and shape are different things, which a distance mixes, is
/// from Cronbach & Gleser (1953), Psychological Bulletin 50:456-473.
pub fn contributions(model: &Model, role: &[Need], x: &[f64], measured: &[bool], out: &mut [f64]) -> Parts {
    let shares = shares(role);
    let (mean, variance) = moments(&shares, x);
    let tilt = steadied(model, variance);
    let terms = terms(&shares, &needs(role));
    let mut parts = Parts::default();
    let skills = terms.iter().zip(role).zip(x).zip(measured).zip(out);
    for ((((term, need), &x), &measured), out) in skills {
        let level = (1.0 - model.beta) * term.weight * (1.0 - 0.5 * loss(model, term.need - x));
        let shape = model.beta * term.slope * (x - mean) * tilt;
        let floor = need.floor.filter(|_| measured);
        let must_have = floor.map_or(0.0, |floor| -model.gamma * (floor - x).max(0.0));
        *out = level + shape + must_have;
        parts.level += level;
        parts.shape += shape;
        parts.must_have += must_have;
    }
    parts
}

/// How much is known about the skills that a role weighs: sum of w (1 - S / tau^2), where S is the variance of a
/// skill and tau = `prior_sd`.
///
/// 0 when nothing is known, 1 when everything is; below 0 only for a posterior that claims to know less than the
/// prior.
#[must_use]
pub fn evidence(role: &[Need], posterior: &Posterior, prior_sd: f64) -> f64 {
    let mut sum = 0.0;
    for (skill, share) in shares(role).into_iter().enumerate() {
        sum += share * (1.0 - posterior.covariance.at(skill, skill) / (prior_sd * prior_sd));
    }
    sum
}

/// The levels that a role needs.
pub(super) fn needs(role: &[Need]) -> Vec<f64> {
    role.iter().map(|need| need.need).collect()
}

/// The terms of a role with these shares and needs.
pub(super) fn terms(shares: &[f64], needs: &[f64]) -> Vec<Term> {
    let (mean, variance) = moments(shares, needs);
    let spread = sqrt(variance);
    let per_spread = if spread > FLAT { 1.0 / spread } else { 0.0 };
    let term = |(&weight, &need): (&f64, &f64)| Term { weight, need, slope: weight * (need - mean) * per_spread };
    shares.iter().zip(needs).map(term).collect()
}

/// Twice what the level loses when the level is `gap` below the need (above it, when `gap` is negative).
pub(super) fn loss(model: &Model, gap: f64) -> f64 {
    if gap > 0.0 { gap } else { -model.lambda * gap }
}

/// One over the person's steadied spread, of which `variance` is the square; 0 where there is no spread to divide by.
pub(super) fn steadied(model: &Model, variance: f64) -> f64 {
    let spread = sqrt(variance.max(0.0) + model.steady * model.steady);
    if spread > FLAT { 1.0 / spread } else { 0.0 }
}

/// Weighted mean and variance.
pub(super) fn moments(shares: &[f64], values: &[f64]) -> (f64, f64) {
    let mean = dot(shares, values);
    let mut variance = 0.0;
    for (share, value) in shares.iter().zip(values) {
        variance += share * (value - mean) * (value - mean);
    }
    (mean, variance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::random::Random;
    use crate::roles::example::{MODEL, anything, independent, person, role, three_roles};

    #[track_caller]
    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not within {tolerance} of {expected}");
    }

    fn parts(role: &[Need], x: &[f64]) -> Parts {
        contributions(&MODEL, role, x, &vec![true; x.len()], &mut vec![0.0; x.len()])
    }

    /// The worked example of the method page, "fit at the means"; the digits were found with another program as well
    /// (numpy: .73195, .65583, -1.16400).
    #[test]
    fn fit_at_the_means_of_the_worked_example() {
        let roles = three_roles();
        for (role, expected) in roles.iter().zip([0.6558, -1.1640, 0.7320]) {
            near(parts(role, &person().mean).fit(), expected, 0.00005);
        }
    }

    /// By hand, one skill needed at 3: .7 * .5 below by 1; .7 at the need; .7 (1 - .15 / 2) above by 1. No shape.
    #[test]
    fn too_much_costs_less_than_too_little() {
        let role = role(&[3.0], &[2.0], &[]);
        for (x, expected) in [(2.0, 0.35), (3.0, 0.7), (4.0, 0.6475)] {
            let parts = parts(&role, &[x]);
            near(parts.level, expected, 1e-15);
            assert_eq!((parts.shape, parts.must_have), (0.0, 0.0));
        }
    }

    /// By hand, two skills of equal weight needed at 3 and 1, levels 4 and 2: needs -+ 1 around 2, levels -+ 1 around
    /// 3, so the shape is 1 / sqrt(1 + .0625) of its most.
    #[test]
    fn shape_does_not_see_the_height() {
        let role = role(&[3.0, 1.0], &[1.0, 1.0], &[]);
        let expected = 0.3 / sqrt(1.0625);
        near(parts(&role, &[4.0, 2.0]).shape, expected, 1e-15);
        near(parts(&role, &[2.4, 0.4]).shape, expected, 1e-15);
        near(parts(&role, &[2.0, 4.0]).shape, -expected, 1e-15);
    }

    #[test]
    fn flat_needs_and_flat_people_have_no_shape() {
        let flat = role(&[2.3, 2.3, 2.3], &[1.0, 2.0, 4.0], &[]);
        assert_eq!(parts(&flat, &[0.0, 4.0, 1.0]).shape, 0.0);
        let steep = role(&[1.0, 2.0, 3.0], &[1.0, 2.0, 4.0], &[]);
        near(parts(&steep, &[2.3, 2.3, 2.3]).shape, 0.0, 1e-15);
        let unsteadied = Model { steady: 0.0, ..MODEL };
        assert_eq!(contributions(&unsteadied, &steep, &[2.3; 3], &[true; 3], &mut [0.0; 3]).shape, 0.0);
    }

    #[test]
    fn an_unmeasured_must_have_is_not_punished() {
        let role = role(&[3.0, 3.0], &[1.0, 1.0], &[(0, 2.0), (1, 2.0)]);
        let mut out = [0.0; 2];
        let parts = contributions(&MODEL, &role, &[1.0, 1.0], &[true, false], &mut out);
        near(parts.must_have, -1.5, 1e-15);
        near(out[0] - out[1], -1.5, 1e-15);
    }

    /// By hand: shares 1/4 and 3/4, variances .25 and 1 where the prior's is 1.
    #[test]
    fn evidence_is_weighted() {
        let role = role(&[3.0, 3.0], &[1.0, 3.0], &[]);
        near(evidence(&role, &independent(&[2.0, 2.0], &[0.5, 1.0]), 1.0), 0.1875, 1e-15);
        assert_eq!(evidence(&[], &independent(&[], &[]), 1.0), 0.0);
    }

    #[test]
    fn weights_that_are_all_zero_weigh_nothing() {
        let role = role(&[3.0, 1.0], &[0.0, 0.0], &[(0, 2.0)]);
        let parts = parts(&role, &[1.0, 1.0]);
        assert_eq!((parts.level, parts.shape, parts.must_have), (0.0, 0.0, -1.5));
    }

    /// 2,000 random roles: contributions add up to the parts, and the parts stay within what they can be.
    #[test]
    fn contributions_add_up() {
        let mut random = Random::new(11);
        for _ in 0..2_000 {
            let (model, roles, posterior) = anything(&mut random);
            for role in &roles {
                let mut out = vec![0.0; role.len()];
                let parts = contributions(&model, role, &posterior.mean, &posterior.measured, &mut out);
                near(out.iter().sum(), parts.fit(), 1e-12);
                assert!(parts.level <= 1.0 - model.beta + 1e-12);
                assert!(parts.shape.abs() <= model.beta + 1e-12);
                assert!(parts.must_have <= 0.0);
            }
        }
    }
}
