//! Change between two attempts, measured against the errors of both.

use crate::numeric::sqrt;

/// A change beyond this many standard errors of a difference happens to one person in twenty whose true score stayed
/// the same.
pub const RELIABLE: f64 = 1.96;

/// The difference of two scores, measured in its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Second score minus first, in their units.
    pub difference: f64,
    /// Standard error of the difference, in the same units.
    pub standard_error: f64,
    /// Difference divided by its standard error: the reliable change index.
    pub index: f64,
    /// Whether the index lies beyond [`RELIABLE`] in either direction.
    pub reliable: bool,
}

/// The standard error of a difference of two scores with independent errors: the root of the sum of their squares.
///
/// Both errors are at least 0; nothing otherwise.
#[must_use]
pub fn difference_error(first: f64, second: f64) -> Option<f64> {
    let error = sqrt(first * first + second * second);
    (first >= 0.0 && second >= 0.0 && error.is_finite()).then_some(error)
}

/// What has changed between two attempts, given as score and standard error of measurement each.
///
/// With equal errors this is the index of Jacobson & Truax (1991), "Clinical significance", Journal of Consulting and
/// Clinical Psychology 59:12-19: (second - first) / sqrt(2 SEM^2). Nothing where both errors are 0, or a number is
/// none.
#[must_use]
pub fn reliable_change(first: (f64, f64), second: (f64, f64)) -> Option<Change> {
    let standard_error = difference_error(first.1, second.1).filter(|error| *error > 0.0)?;
    let difference = second.0 - first.0;
    let index = difference / standard_error;
    index.is_finite().then(|| Change { difference, standard_error, index, reliable: index.abs() > RELIABLE })
}
