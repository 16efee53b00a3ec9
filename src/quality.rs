//! Signs that answers were given without much care, or that they fit no model of them.
//!
//! Each is a number about one person's answers; none throws away or rescores an answer, and none has a limit without a
//! source: [`session`] says which few signs are worth a kind word and a second look. Random and invariant answering show
//! in different signs (Meade & Craig 2012, Psychological Methods 17:437-455).
//!
//! - here: runs of one answer, spread of the answers, agreement of halves, distance from the average person
//! - [`session`]: the signs in the answers to one quiz
//! - [`fit`]: answers against the probabilities of a model (lz)

pub mod fit;
pub mod session;

use crate::numeric::matrix::Matrix;
use crate::numeric::{dot, sqrt};

/// Seconds for an item below which hardly anybody can have read it: Huang, Curran, Keeney, Poposki & DeShon (2012),
/// "Detecting and deterring insufficient effort responding to surveys", Journal of Business and Psychology 27:99-114;
/// held over items of different length by Bowling, Huang, Brower & Bragg (2023), Organizational Research Methods 26:323-352.
pub const FAST: f64 = 2.0;

/// From this many ratings on, giving all of them alike is worth a note.
pub const FLAT: usize = 10;

/// Whether at least [`FLAT`] ratings were given, all of them equal.
#[must_use]
pub fn is_flat(answers: &[Option<u32>]) -> bool {
    let mut given = answers.iter().flatten();
    let first = given.next();
    let same = given.clone().all(|answer| Some(answer) == first);
    same && first.is_some() && given.count() + 1 >= FLAT
}

/// The longest run of equal answers, in the order of the items ("longstring", Johnson 2005, Journal of Research in
/// Personality 39:103-129). An item that was not answered ends a run; 0 where nothing was answered.
#[must_use]
pub fn longest_run(answers: &[Option<u32>]) -> usize {
    let (mut longest, mut run, mut before) = (0, 0, None);
    for &answer in answers {
        run = match answer {
            None => 0,
            Some(_) if answer == before => run + 1,
            Some(_) => 1,
        };
        before = answer;
        longest = longest.max(run);
    }
    longest
}

/// The standard deviation of a person's answers (divisor n - 1), in categories: intra-individual response variability,
/// Dunn, Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33:105-121. Low where one answer is
/// given again and again, high where answers jump about. Nothing for fewer than two answers.
#[must_use]
pub fn variability(answers: &[Option<u32>]) -> Option<f64> {
    let given: Vec<f64> = answers.iter().flatten().map(|&answer| f64::from(answer)).collect();
    let deviations = deviations(&given)?;
    Some(sqrt(dot(&deviations, &deviations) / (given.len() - 1) as f64))
}

/// How little the two halves of a person's answers to several scales agree, -1 (as one) to 1; 0 is no agreement at all.
///
/// Of each scale, scored in one direction, the mean of the items in odd places is set beside that of those in even
/// places; the correlation of the two over the scales is stepped up to full length (Spearman & Brown), kept from
/// falling below -1, and its sign turned round, so that more is less careful: Johnson (2005), with the sign of the R
/// package careless since 1.2.0. Nothing where fewer than three scales have both means (two points always lie on a
/// line), or one half does not vary.
#[must_use]
pub fn even_odd(scales: &[Vec<Option<f64>>]) -> Option<f64> {
    let halves =
        |scale: &Vec<Option<f64>>| Some((mean(scale.iter().step_by(2))?, mean(scale.iter().skip(1).step_by(2))?));
    let (odd, even): (Vec<f64>, Vec<f64>) = scales.iter().filter_map(halves).unzip();
    if odd.len() < 3 {
        return None;
    }
    let correlation = correlation(&odd, &even)?;
    let whole = 2.0 * correlation / (1.0 + correlation);
    // At -1 the step up divides by nothing; below -1/3 it leaves the range.
    Some(if whole >= -1.0 { -whole } else { 1.0 })
}

/// The squared distance of a person's scores from the mean scores of a described sample, in the metric of its
/// covariance: (x - m)' C^-1 (x - m), Mahalanobis (1936), "On the generalised distance in statistics". As many scores
/// as means; nothing otherwise, and nothing where the covariance is not positive definite.
#[must_use]
pub fn mahalanobis(scores: &[f64], mean: &[f64], covariance: &Matrix) -> Option<f64> {
    if scores.len() != mean.len() || covariance.size() != mean.len() {
        return None;
    }
    let lower = covariance.cholesky()?;
    // Forward substitution: with C = L L', the distance is the squared length of L^-1 (x - m).
    let mut solved = vec![0.0; mean.len()];
    for (row, (score, mean)) in scores.iter().zip(mean).enumerate() {
        let rest = score - mean - dot(lower.row(row), &solved);
        if let Some(entry) = solved.get_mut(row) {
            *entry = rest / lower.at(row, row);
        }
    }
    Some(dot(&solved, &solved)).filter(|distance| distance.is_finite())
}

/// Mean of what is there; nothing where nothing is.
fn mean<'a>(values: impl Iterator<Item = &'a Option<f64>>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values.flatten() {
        sum += value;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count).filter(|mean| mean.is_finite())
}

/// The deviations from the mean, taken from the first value first, so that equal values deviate by nothing at all;
/// nothing for fewer than two.
fn deviations(values: &[f64]) -> Option<Vec<f64>> {
    let (&first, rest) = values.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let mut sum = 0.0;
    for value in values {
        sum += value - first;
    }
    let mean = sum / values.len() as f64;
    Some(values.iter().map(|value| value - first - mean).collect())
}

/// Product-moment correlation; nothing where one side does not vary.
fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let (left, right) = (deviations(left)?, deviations(right)?);
    let product = sqrt(dot(&left, &left)) * sqrt(dot(&right, &right));
    let correlation = dot(&left, &right) / product;
    (product > 0.0 && correlation.is_finite()).then(|| correlation.clamp(-1.0, 1.0))
}
