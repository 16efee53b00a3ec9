//! Precision of scores: how well a set of items measures, how long it would have to be, and whether a change is more
//! than error.
//!
//! - [`reliability`]: coefficient alpha, lambda-2, omega, standard error of measurement, item-rest correlations
//! - [`pairwise`](mod@pairwise): alpha where answers are missing
//! - [`length`]: what a longer or shorter test would reach (Spearman & Brown)
//! - [`change`]: whether two attempts differ by more than their errors (Jacobson & Truax)
//!
//! All of that is about sum scores of the people it was computed from; it needs no model of the answers.
//! [`information`] is about calibrated items: information and standard error along the level, marginal reliability.

pub mod change;
pub mod complete;
pub mod counts;
pub mod information;
pub mod length;
pub mod omega;
pub mod pairwise;

use crate::numeric::matrix::Matrix;
use crate::numeric::{dot, sqrt};
use complete::Complete;
use omega::{NoOmega, Omega};

/// What is known of a set of items from the answers of people to them.
#[derive(Clone, Debug)]
pub struct Reliability {
    /// How many people answered every item: all numbers below rest on them alone (listwise deletion).
    pub persons_used: usize,
    /// Coefficient alpha, at most 1; below 0 where items contradict each other. Nothing where there are fewer than two
    /// items or two people, where the sum of the items does not vary, or where scores are too large to be squared.
    pub alpha: Option<f64>,
    /// Guttman's lambda-2, at least alpha and at most 1; absent where alpha is.
    pub lambda_2: Option<f64>,
    /// Omega of one common factor, or why there is none.
    pub omega: Result<Omega, NoOmega>,
    /// Standard error of measurement of the sum score, in its units: sd sqrt(1 - alpha). Absent where alpha is.
    pub sem: Option<f64>,
    /// Of each item, its correlation with the sum of the others, -1 to 1; nothing where one of them does not vary.
    pub item_rest: Vec<Option<f64>>,
    /// Of each item, its variance over the people used (divisor n - 1); nothing for fewer than two people.
    pub variance: Vec<Option<f64>>,
}

/// A variance below this share of what it was computed from is nothing but rounding.
const NOTHING: f64 = 1e-14;

/// What the answers of `persons` people to `items` items say of the items. `score(person, item)` is the score that an
/// answer earned, already turned round for reversed items; nothing where it was not answered.
///
/// The cost is that of all covariances: persons times the square of the items.
#[must_use]
pub fn reliability(items: usize, persons: usize, score: &dyn Fn(usize, usize) -> Option<f64>) -> Reliability {
    let complete = Complete::new(items, persons, score);
    let used = complete.persons();
    if used < 2 {
        let nothing = vec![None; items];
        let omega = Err(NoOmega::TooFewPersons);
        return Reliability {
            persons_used: used,
            alpha: None,
            lambda_2: None,
            omega,
            sem: None,
            item_rest: nothing.clone(),
            variance: nothing,
        };
    }
    let covariance = complete.covariance();
    let totals = complete.totals();
    let total = dot(&totals, &totals) / (used - 1) as f64;
    let (alpha, lambda_2) = coefficients(&covariance, total);
    Reliability {
        persons_used: used,
        alpha,
        lambda_2,
        omega: omega::omega(&covariance, used),
        sem: alpha.map(|alpha| sqrt(total * (1.0 - alpha))).filter(|sem| sem.is_finite()),
        item_rest: (0..items).map(|item| item_rest(complete.item(item), &totals)).collect(),
        variance: (0..items).map(|item| Some(covariance.at(item, item)).filter(|own| own.is_finite())).collect(),
    }
}

/// Alpha and lambda-2 from the covariances of the items and the variance of their sum.
///
/// With k items, alpha = k / (k - 1) (1 - sum of the items' variances / variance of the sum), equation 2 of Cronbach
/// (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16:297-334; lambda-2 = (variance of
/// the sum - sum of the items' variances + sqrt(k / (k - 1) sum of the squares of all covariances)) / variance of the
/// sum, Guttman (1945), "A basis for analyzing test-retest reliability", Psychometrika 10:255-282. The covariances
/// count in both directions.
fn coefficients(covariance: &Matrix, total: f64) -> (Option<f64>, Option<f64>) {
    let items = covariance.size();
    let (mut single, mut squares) = (0.0, 0.0);
    for item in 0..items {
        let own = covariance.at(item, item);
        single += own;
        squares += dot(covariance.row(item), covariance.row(item)) - own * own;
    }
    if items < 2 || total <= NOTHING * single {
        return (None, None);
    }
    let correction = items as f64 / (items - 1) as f64;
    let alpha = rounded(correction * (total - single) / total);
    let lambda_2 = rounded((total - single + sqrt(correction * squares.max(0.0))) / total);
    // Squares of very large scores are no numbers.
    let known = alpha.is_finite() && lambda_2.is_finite();
    // Rounding lifts one of 1 above it, and then there would be no root for the error of measurement.
    (known.then_some(alpha.min(1.0)), known.then_some(lambda_2.min(1.0)))
}

/// A coefficient nearer to 0 than this is 0 but for rounding: the terms that it is made of are near 1, and each is
/// known to within some 1e-16 of itself. Without it, items that have nothing to do with each other would have a
/// negative alpha now and then.
const ROUNDING: f64 = 1e-12;

/// The coefficient, or 0.
fn rounded(coefficient: f64) -> f64 {
    if coefficient.abs() < ROUNDING { 0.0 } else { coefficient }
}

/// Correlation of an item with the sum of the others, from the deviations of both from their means.
fn item_rest(item: &[f64], totals: &[f64]) -> Option<f64> {
    let (mut own, mut rest, mut both, mut total) = (0.0, 0.0, 0.0, 0.0);
    for (x, sum) in item.iter().zip(totals) {
        let others = sum - x;
        own += x * x;
        rest += others * others;
        both += x * others;
        total += sum * sum;
    }
    let varies = own > 0.0 && rest > NOTHING * (total + own);
    let correlation = both / (sqrt(own) * sqrt(rest));
    (varies && correlation.is_finite()).then(|| rounded(correlation.clamp(-1.0, 1.0)))
}
