//! What an estimate on the scale of calibrated items is made of: answers, a prior, and kinds of error.

use crate::closed;
use crate::model::response::ResponseModel;

/// An answer to an item with a response model.
#[derive(Clone, Copy, Debug)]
pub struct Given<'m> {
    /// The item's model; one that [`ResponseModel::fault`] finds nothing wrong with.
    pub model: &'m ResponseModel,
    /// The category that was answered, below the model's count.
    pub category: usize,
}

/// A normal prior.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// Mean, on the scale of the items' models.
    pub mean: f64,
    /// Standard deviation, above 0.
    pub sd: f64,
}

impl Prior {
    /// First and second derivative of its logarithm at a level.
    pub(super) fn slope(self, theta: f64) -> f64 {
        (self.mean - theta) / (self.sd * self.sd)
    }

    /// Its logarithm at a level, without the constant.
    pub(super) fn log(self, theta: f64) -> f64 {
        let off = (theta - self.mean) / self.sd;
        -0.5 * off * off
    }
}

closed! {
    /// Which kind of standard error an estimate has. They differ: on five-item scales by up to .16.
    pub enum ErrorKind {
        /// Standard deviation of the posterior.
        PosteriorSd = "posterior-sd",
        /// 1 / sqrt of the information that such items are expected to give at the estimate.
        ExpectedInformation = "expected-information",
        /// 1 / sqrt of the curvature of these very answers' likelihood, with the prior's where there is one.
        ObservedInformation = "observed-information",
    }
}

/// A level on the scale of calibrated items, with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theta {
    /// The level, on the scale of the items' models.
    pub theta: f64,
    /// Its standard error, above 0.
    pub se: f64,
    /// Which kind of error that is.
    pub error: ErrorKind,
}

closed! {
    /// Why there is no estimate.
    pub enum Absent {
        /// Nothing was answered.
        NoAnswers = "no-answers",
        /// What is maximised is highest at the low end of the search range, or beyond it.
        LowEnd = "low-end",
        /// What is maximised is highest at the high end of the search range, or beyond it.
        HighEnd = "high-end",
        /// The numbers are beyond what can be computed with.
        NotFinite = "not-finite",
    }
}

/// The likelihood of all answers at a level, with its derivatives.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likelihood {
    /// ln L.
    pub log: f64,
    /// First derivative of ln L.
    pub slope: f64,
    /// Second derivative of ln L with its sign turned: the observed information.
    pub observed: f64,
    /// Expected (Fisher) information.
    pub expected: f64,
    /// Warm's J, for the weighted likelihood estimate.
    pub warm: f64,
}

/// The likelihood of all answers at a level, with its derivatives.
#[must_use]
pub fn likelihood(given: &[Given<'_>], theta: f64) -> Likelihood {
    let (slope, observed) = slopes(given, theta);
    let mut sum = Likelihood { log: log_likelihood(given, theta), slope, observed, ..Likelihood::default() };
    for one in given {
        one.model.each(theta, &mut |category| {
            let rise = category.probability * category.slope;
            sum.expected += rise * category.slope;
            sum.warm += rise * category.bend;
        });
    }
    sum
}

/// ln L of all answers at a level.
#[must_use]
pub fn log_likelihood(given: &[Given<'_>], theta: f64) -> f64 {
    given.iter().map(|one| one.model.log(one.category, theta)).sum()
}

/// The first derivative of ln L at a level, and the second with its sign turned: a fraction of what the whole
/// likelihood costs.
#[must_use]
pub fn slopes(given: &[Given<'_>], theta: f64) -> (f64, f64) {
    let (mut slope, mut observed) = (0.0, 0.0);
    for one in given {
        let category = one.model.category(one.category, theta);
        slope += category.slope;
        observed += category.observed();
    }
    (slope, observed)
}

/// The likelihood times a prior: its logarithm, slope and curvature; the expected information is the answers' alone.
#[must_use]
pub fn posterior(given: &[Given<'_>], prior: Prior, theta: f64) -> Likelihood {
    let sum = likelihood(given, theta);
    let precision = 1.0 / (prior.sd * prior.sd);
    Likelihood {
        log: sum.log + prior.log(theta),
        slope: sum.slope + prior.slope(theta),
        observed: sum.observed + precision,
        ..sum
    }
}
