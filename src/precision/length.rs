//! Reliability and length: what more or fewer items of the same kind would give.
//!
//! Spearman (1910), "Correlation calculated from faulty data", British Journal of Psychology 3:271-295, and Brown
//! (1910), "Some experimental results in the correlation of mental abilities", the same volume, 296-322.

/// The reliability of a test `factor` times as long: factor r / (1 + (factor - 1) r).
///
/// `reliability` -1 to 1, `factor` > 0; nothing otherwise, and nothing where a negative reliability leaves none.
///
/// ```text
/// lengthened(0.5, 2) = 2/3
/// ```
#[must_use]
pub fn lengthened(reliability: f64, factor: f64) -> Option<f64> {
    let divisor = 1.0 + (factor - 1.0) * reliability;
    let known = (-1.0..=1.0).contains(&reliability) && factor > 0.0 && factor.is_finite() && divisor > 0.0;
    known.then(|| factor * reliability / divisor)
}

/// How many times as long a test would have to be for the reliability wanted: wanted (1 - r) / (r (1 - wanted)).
///
/// Both lie between 0 and 1, the ends excluded; nothing otherwise.
///
/// ```text
/// length_for(0.46, 0.8) = 4.695652…
/// ```
#[must_use]
pub fn length_for(reliability: f64, wanted: f64) -> Option<f64> {
    let known = reliability > 0.0 && reliability < 1.0 && wanted > 0.0 && wanted < 1.0;
    let factor = wanted * (1.0 - reliability) / (reliability * (1.0 - wanted));
    (known && factor.is_finite()).then_some(factor)
}
