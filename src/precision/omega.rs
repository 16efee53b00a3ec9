//! Omega: the share of the variance of a sum score that one common factor accounts for.

use crate::numeric::matrix::Matrix;
use crate::numeric::{dot, sqrt};

/// Omega and the factor it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Omega {
    /// The coefficient, 0 to 1.
    pub omega: f64,
    /// Each item's loading on the factor, in the units of its score: its covariance with a factor of variance 1.
    pub loadings: Vec<f64>,
}

/// Why there is no omega.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOmega {
    /// Fewer than two people answered everything.
    TooFewPersons,
    /// Fewer than three items vary: a factor of two items is not determined.
    TooFewItems,
    /// Items do not covary, so they share no factor.
    NoFactor,
    /// This item, counted from 0, would have to share more variance than it has (a Heywood case): one factor does not
    /// fit.
    Improper(usize),
    /// The loadings had not settled after the last step allowed.
    NotSettled,
}

/// A loading whose square is so many times its item's variance will not come back: it grows without end.
const RUNAWAY: f64 = 100.0;

/// The loadings have settled when no step moves one by more than this share of the largest standard deviation of an
/// item.
const SETTLED: f64 = 1e-14;

/// At most so many rounds over all loadings. A common factor settles in a few dozen; a thousand items without one must
/// not keep anybody waiting.
const ROUNDS: usize = 2_000;

/// So many more, shared among the items: with few of them a round costs nothing.
const MORE_ROUNDS: usize = 100_000;

/// Omega of one factor from the covariances of the items, over `persons` people.
///
/// omega = (sum of loadings)^2 / ((sum of loadings)^2 + sum of residual variances), McDonald (1999), *Test Theory: A
/// Unified Treatment*, chapter 6. The loadings l minimise the sum of (covariance - l_i l_j)^2 over all pairs of items,
/// so that the residual variances are what the factor leaves of each item's own: minimum residuals (minres), Harman &
/// Jones (1966), "Factor analysis by minimizing residuals", Psychometrika 31:351-368, of the covariances, not the
/// correlations. Of maximum likelihood it needs neither the normal distribution nor more people than items. Three items
/// have one exact solution by any method. The search begins at the first principal component: where items share little,
/// there may be other, poorer minima.
///
/// # Errors
/// [`NoOmega`] says why there is none.
pub fn omega(covariance: &Matrix, persons: usize) -> Result<Omega, NoOmega> {
    let items = covariance.size();
    if persons < 2 {
        return Err(NoOmega::TooFewPersons);
    }
    if (0..items).filter(|&item| covariance.at(item, item) > 0.0).count() < 3 {
        return Err(NoOmega::TooFewItems);
    }
    let loadings = settle(covariance, start(covariance))?;
    let (mut sum, mut residual) = (0.0, 0.0);
    for (item, loading) in loadings.iter().enumerate() {
        let rest = covariance.at(item, item) - loading * loading;
        // At 0 the item would be the factor itself, which is no measurement of it.
        if *loading != 0.0 && rest <= 0.0 {
            return Err(NoOmega::Improper(item));
        }
        sum += loading;
        residual += rest;
    }
    let shared = sum * sum;
    let omega = shared / (shared + residual);
    if omega.is_finite() { Ok(Omega { omega, loadings }) } else { Err(NoOmega::NotSettled) }
}

/// Where the search begins: along the first principal component, as far as a few multiplications find it.
fn start(covariance: &Matrix) -> Vec<f64> {
    let size = covariance.size();
    let length = |row: usize| dot(covariance.row(row), covariance.row(row));
    let longest = (0..size).fold(0, |best, row| if length(row) > length(best) { row } else { best });
    let mut vector = covariance.row(longest).to_vec();
    for _ in 0..20 {
        let norm = sqrt(dot(&vector, &vector));
        if norm <= 0.0 {
            return vector;
        }
        vector.iter_mut().for_each(|entry| *entry /= norm);
        vector = covariance.times(&vector);
    }
    // What is left is the eigenvalue times a unit vector; loadings are its root times that.
    let root = sqrt(sqrt(dot(&vector, &vector)));
    vector.iter_mut().for_each(|entry| *entry /= root);
    vector
}

/// Moves each loading in turn to the least sum of squares that it can reach alone, until none moves any more.
fn settle(covariance: &Matrix, mut loadings: Vec<f64>) -> Result<Vec<f64>, NoOmega> {
    let largest = (0..covariance.size()).fold(0.0_f64, |most, item| most.max(covariance.at(item, item)));
    for _ in 0..ROUNDS + MORE_ROUNDS / loadings.len().max(1) {
        let (mut moved, mut squares) = (0.0_f64, dot(&loadings, &loadings));
        for item in 0..loadings.len() {
            let own = loadings.get(item).copied().unwrap_or_default();
            let others = squares - own * own;
            if others <= 0.0 {
                return Err(NoOmega::NoFactor);
            }
            let next = (dot(covariance.row(item), &loadings) - covariance.at(item, item) * own) / others;
            if !next.is_finite() {
                return Err(NoOmega::NotSettled);
            }
            if next * next > RUNAWAY * covariance.at(item, item) {
                return Err(NoOmega::Improper(item));
            }
            squares = others + next * next;
            moved = moved.max((next - own).abs());
            if let Some(loading) = loadings.get_mut(item) {
                *loading = next;
            }
        }
        if moved <= SETTLED * sqrt(largest) {
            return Ok(loadings);
        }
    }
    Err(NoOmega::NotSettled)
}
