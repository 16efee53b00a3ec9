//! How well what was said agrees with the key in shape: `judge` and `rank`.

use crate::quiz::limits::TOP;

/// The level that an agreement in shape stands for: 4 max(0, r), where r is the correlation within the person of what
/// was said with the key.
///
/// Elevation and scatter are taken out, so that neither a generous rater nor an extreme one gains by it (McDaniel,
/// Psotka, Legree, Yost & Weekley 2011, J. Appl. Psychol. 96:327-336). `None` where either side is flat, and for fewer
/// than three pairs, whose correlation says nothing.
///
/// `pair` gives what was said and the key at each of the places below `count` where there are both.
pub fn level(count: usize, pair: &dyn Fn(usize) -> Option<(f64, f64)>) -> Option<f64> {
    let pairs = || (0..count).filter_map(pair);
    let (mut number, mut said_mean, mut key_mean) = (0.0, 0.0, 0.0);
    for (said, key) in pairs() {
        number += 1.0;
        said_mean += said;
        key_mean += key;
    }
    if number < 3.0 {
        return None;
    }
    said_mean /= number;
    key_mean /= number;
    let (mut both, mut said_square, mut key_square) = (0.0, 0.0, 0.0);
    for (said, key) in pairs() {
        both += (said - said_mean) * (key - key_mean);
        said_square += (said - said_mean) * (said - said_mean);
        key_square += (key - key_mean) * (key - key_mean);
    }
    // Whole ratings and places differ by one or not at all; anything this small is rounding.
    if said_square < 1e-9 || key_square < 1e-9 {
        return None;
    }
    let correlation = both / crate::numeric::sqrt(said_square * key_square);
    Some(TOP * correlation.clamp(0.0, 1.0))
}
