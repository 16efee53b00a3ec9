//! What is known of a person: all skills together, with their uncertainty.

use super::model::{Fault, Model, usable};
use crate::numeric::matrix::Matrix;

/// The skills of a person as a multivariate normal distribution on the level scale, parallel to the skills of the
/// catalogue. It is not confined to 0 to 4: a level is a place on a scale, and its uncertainty may reach beyond the
/// ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// Mean level of each skill.
    pub mean: Vec<f64>,
    /// Covariance of the levels: squared standard deviations on the diagonal, in squared levels.
    pub covariance: Matrix,
    /// Which skills were measured; the others are known only through the prior and the skills they go with.
    pub measured: Vec<bool>,
}

impl Posterior {
    /// Whether all three parts describe this many skills.
    pub(super) fn describes(&self, skills: usize) -> bool {
        self.mean.len() == skills && self.covariance.size() == skills && self.measured.len() == skills
    }

    /// Whether all numbers are finite and small enough to be calculated with.
    pub(super) fn usable(&self) -> bool {
        self.mean
            .iter()
            .copied()
            .enumerate()
            .all(|(skill, mean)| usable(mean) && usable(self.covariance.at(skill, skill)))
    }
}

/// The posterior after what was measured, all skills together: skills that correlate in the prior
/// inform each other, those that were not measured included.
///
/// `groups` holds the group of each skill (any numbers; equal means the same group). `measured` holds, for each
/// skill, the weighted mean y of the answers and its variance v > 0, or nothing.
///
/// S = (Sigma^-1 + diag(1 / v))^-1 and m = S (Sigma^-1 mu + diag(1 / v) y), with 1 / v = 0 where nothing was
/// measured: the posterior of a normal mean under a normal prior (Gelman et al., *Bayesian Data Analysis*, 3rd
/// edition, section 3.5). Sigma has the prior variance on its diagonal and the group correlations beside it.
///
/// # Errors
///
/// [`Fault::Lengths`] when the lists differ in length, [`Fault::Number`] when a number cannot be used (a variance of
/// 0 or below included), [`Fault::Covariance`] when the prior correlations are not positive definite.
///
/// One skill, prior 2 +- 1, answers averaging 4 with variance 1: the level is 3 and its variance 1/2.
pub fn posterior(model: &Model, groups: &[usize], measured: &[Option<(f64, f64)>]) -> Result<Posterior, Fault> {
    if groups.len() != measured.len() {
        return Err(Fault::Lengths);
    }
    if !model.usable() || !measured.iter().flatten().all(|&(y, v)| usable(y) && usable(1.0 / v) && v > 0.0) {
        return Err(Fault::Number);
    }
    let mut precision = prior(model, groups).inverse().ok_or(Fault::Covariance)?;
    // m = mu + S diag(1 / v) (y - mu) is the same mean, and stays exactly at mu where nothing was measured.
    let mut pull = Vec::with_capacity(measured.len());
    for (skill, entry) in measured.iter().enumerate() {
        let (distance, gain) = entry.map_or((0.0, 0.0), |(y, v)| (y - model.prior_mean, 1.0 / v));
        precision.set(skill, skill, precision.at(skill, skill) + gain);
        pull.push(gain * distance);
    }
    let covariance = precision.inverse().ok_or(Fault::Covariance)?;
    let mean = covariance.times(&pull).into_iter().map(|shift| model.prior_mean + shift).collect();
    let measured = measured.iter().map(Option::is_some).collect();
    Ok(Posterior { mean, covariance, measured })
}

/// Covariance of the skills before anything was measured.
fn prior(model: &Model, groups: &[usize]) -> Matrix {
    let variance = model.prior_sd * model.prior_sd;
    let mut sigma = Matrix::zeros(groups.len());
    for (i, a) in groups.iter().enumerate() {
        for (j, b) in groups.iter().enumerate() {
            let correlation = if a == b { model.within } else { model.across };
            sigma.set(i, j, if i == j { variance } else { variance * correlation });
        }
    }
    sigma
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::example::MODEL;

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    }

    /// By hand: precision 1 + 1, mean (2 + 4) / 2.
    #[test]
    fn one_skill_is_the_textbook_case() {
        let posterior = posterior(&MODEL, &[0], &[Some((4.0, 1.0))]).expect("a posterior");
        near(posterior.mean[0], 3.0);
        near(posterior.covariance.at(0, 0), 0.5);
        assert_eq!(posterior.measured, [true]);
    }

    /// By hand, with the equivalent S = Sigma - Sigma_m (Sigma_mm + v)^-1 Sigma_m' for the first of two skills of one
    /// group, correlation .5, y = 4, v = 1: gain 1/2 and 1/4, so means 3 and 2.5, variances 1 - 1/2 and 1 - 1/8.
    #[test]
    fn a_skill_tells_something_about_its_neighbour() {
        let posterior = posterior(&MODEL, &[0, 0], &[Some((4.0, 1.0)), None]).expect("a posterior");
        near(posterior.mean[0], 3.0);
        near(posterior.mean[1], 2.5);
        near(posterior.covariance.at(0, 0), 0.5);
        near(posterior.covariance.at(1, 1), 0.875);
        near(posterior.covariance.at(0, 1), 0.25);
        assert_eq!(posterior.measured, [true, false]);
    }

    /// As above across groups, correlation .3: gains 1/2 and .15, variance 1 - .3 * .15.
    #[test]
    fn a_skill_tells_less_about_another_group() {
        let posterior = posterior(&MODEL, &[0, 1], &[Some((4.0, 1.0)), None]).expect("a posterior");
        near(posterior.mean[1], 2.3);
        near(posterior.covariance.at(1, 1), 0.955);
    }

    #[test]
    fn nothing_measured_is_the_prior() {
        let groups: Vec<usize> = (0..16).map(|skill| skill / 4).collect();
        let posterior = posterior(&MODEL, &groups, &[None; 16]).expect("a posterior");
        assert_eq!(posterior.mean, [2.0; 16]);
        near(posterior.covariance.at(3, 3), 1.0);
        near(posterior.covariance.at(3, 2), 0.5);
        near(posterior.covariance.at(3, 4), 0.3);
    }

    #[test]
    fn no_skills_are_a_posterior_too() {
        let posterior = posterior(&MODEL, &[], &[]).expect("a posterior");
        assert!(posterior.describes(0));
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let fault = |model: &Model, groups: &[usize], measured: &[_]| posterior(model, groups, measured).err();
        assert_eq!(fault(&MODEL, &[0, 0], &[None]), Some(Fault::Lengths));
        for entry in [(f64::NAN, 1.0), (2.0, 0.0), (2.0, -1.0), (2.0, f64::NAN), (f64::INFINITY, 1.0), (2.0, 1e-300)] {
            assert_eq!(fault(&MODEL, &[0], &[Some(entry)]), Some(Fault::Number));
        }
        // Two groups of two, nothing within and all across, cannot be.
        let model = Model { within: 0.0, across: 1.0, ..MODEL };
        assert_eq!(fault(&model, &[0, 0, 1, 1], &[None; 4]), Some(Fault::Covariance));
        let model = Model { prior_sd: f64::NAN, ..MODEL };
        assert_eq!(fault(&model, &[0], &[None]), Some(Fault::Number));
    }
}
