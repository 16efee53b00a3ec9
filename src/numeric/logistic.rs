//! The logistic function and its logarithm, with nothing lost at either end.

use libm::{exp, log1p};

/// 1 / (1 + e^-z) and its complement 1 / (1 + e^z), each to full relative precision: neither is one minus the other.
///
/// The two change places to the last bit when `z` changes its sign.
#[must_use]
pub fn logistic(z: f64) -> (f64, f64) {
    let small = exp(-z.abs());
    let (less, more) = (small / (1.0 + small), 1.0 / (1.0 + small));
    if z < 0.0 { (less, more) } else { (more, less) }
}

/// ln(1 / (1 + e^-z)), at most 0; about `z` itself where `z` is far below 0.
#[must_use]
pub fn log_logistic(z: f64) -> f64 {
    z.min(0.0) - log1p(exp(-z.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with 60 decimal digits: 1 / (1 + e^-z).
    #[test]
    fn both_ends_keep_their_digits() {
        for (z, p, q) in [
            (0.0, 0.5, 0.5),
            (1.0, 0.731_058_578_630_004_9, 0.268_941_421_369_995_1),
            (40.0, 1.0, 4.248_354_255_291_589e-18),
            (700.0, 1.0, 9.859_676_543_759_77e-305),
        ] {
            let (found_p, found_q) = logistic(z);
            assert!((found_p / p - 1.0).abs() < 4e-16 && (found_q / q - 1.0).abs() < 4e-16, "{z}");
            assert_eq!(logistic(-z), (found_q, found_p));
        }
    }

    #[test]
    fn its_logarithm_never_runs_out() {
        assert_eq!(log_logistic(0.0), -core::f64::consts::LN_2);
        assert_eq!(log_logistic(-800.0), -800.0);
        assert_eq!(log_logistic(800.0), -0.0);
        assert!((log_logistic(40.0) / -4.248_354_255_291_589e-18 - 1.0).abs() < 4e-16);
    }
}
