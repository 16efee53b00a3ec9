//! The upper tail of the chi-square distribution.

use super::sqrt;
use core::f64::consts::PI;
use libm::{erfc, exp};

/// How likely a sum of `degrees` squared standard normal numbers is at least `x`: the regularised incomplete gamma
/// function Q(degrees / 2, x / 2), which for whole degrees is a sum of that many halves (Abramowitz & Stegun 1964,
/// Handbook of Mathematical Functions, 26.4.4 and 26.4.5).
///
/// `x` at least 0, `degrees` 1 to 100; all terms are positive, so that nothing cancels out.
///
/// ```text
/// tail(10.828, 1) = 0.001
/// ```
#[must_use]
pub fn tail(x: f64, degrees: usize) -> f64 {
    let half = x / 2.0;
    let odd = degrees % 2 == 1;
    // Each term is h^j e^-h / Γ(j + 1), over j = 0, 1, … or 1/2, 3/2, …
    let (mut sum, mut term, mut j) =
        if odd { (erfc(sqrt(half)), 2.0 * exp(-half) * sqrt(half / PI), 0.5) } else { (0.0, exp(-half), 0.0) };
    for _ in 0..degrees / 2 {
        sum += term;
        j += 1.0;
        term *= half / j;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn tails_are_those_of_published_tables() {
        // Critical values to three decimals, as in Abramowitz & Stegun 1964, table 26.8, and every textbook's.
        let thousandth = [(1, 10.828), (2, 13.816), (3, 16.266), (4, 18.467), (10, 29.588), (30, 59.703)];
        for (degrees, x) in thousandth {
            assert!((tail(x, degrees) - 0.001).abs() < 4e-7, "{degrees}: {}", tail(x, degrees));
        }
        for (degrees, x) in [(1, 3.841), (2, 5.991), (5, 11.070), (100, 124.342)] {
            assert!((tail(x, degrees) - 0.05).abs() < 4e-5, "{degrees}: {}", tail(x, degrees));
        }
    }

    #[test]
    fn ends_are_exact() {
        assert!((1..=100).all(|degrees| tail(0.0, degrees) == 1.0 && tail(1e9, degrees) == 0.0));
        // Two degrees: e^(-x / 2).
        assert!((tail(60.0, 2) / 9.357_622_968_840_175e-14 - 1.0).abs() < 1e-13);
    }
}
