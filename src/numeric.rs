//! Numbers: the arithmetic that every result rests on.
//!
//! Everything here gives the same bits natively and in WebAssembly: logarithms and exponentials come from the
//! `libm` crate on both sides, roots are exact, sums run from first to last, and nothing is fused or reordered.
//!
//! - [`chi_squared`]: the tail of the chi-square distribution
//! - [`random`]: a seeded generator and the distributions drawn from it
//! - [`matrix`]: small symmetric matrices
//! - [`logistic`]: the logistic function and its logarithm
//! - [`quadrature`]: integrals over a stretch

pub mod chi_squared;
pub mod logistic;
pub mod matrix;
pub mod quadrature;
pub mod random;

/// Square root: the number of 53 bits nearest to the true one; not a number below zero.
///
/// The square root of IEEE 754 is exact, so the processor's own gives the same bits everywhere; `libm` would take twice
/// the time of a whole match in WebAssembly.
#[must_use]
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// Sum of products of two lists, from first to last; the longer list is read only as far as the shorter one goes.
///
/// ```text
/// dot(&[1.0, 2.0], &[3.0, 4.0]) = 11
/// ```
#[must_use]
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (a, b) in left.iter().zip(right) {
        sum += a * b;
    }
    sum
}

/// The numbers below `count`, sorted: `before(a, b)` says whether a comes before b. The sort is stable.
///
/// By insertion, for short lists: the sort of the standard library would add kilobytes to the module.
#[must_use]
pub fn ordered(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order = Vec::with_capacity(count);
    for index in 0..count {
        let place = order.iter().position(|&other| before(index, other)).unwrap_or(order.len());
        order.insert(place, index);
    }
    order
}

/// The zero of `f` between `low` and `high`, at which `f` has different signs, to the last few bits.
///
/// Chandrupatla 1997, Advances in Engineering Software 28:145-149: inverse quadratic interpolation where that is safe,
/// else bisection. The better end is given where the signs are the same.
#[must_use]
pub fn zero(f: &dyn Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (mut a, mut b) = (high, low);
    let (mut at_a, mut at_b) = (f(a), f(b));
    let mut share = 0.5;
    for _ in 0..200 {
        let next = a + share * (b - a);
        let at_next = f(next);
        let (c, at_c) = if (at_next > 0.0) == (at_a > 0.0) {
            (a, at_a)
        } else {
            let left = (b, at_b);
            (b, at_b) = (a, at_a);
            left
        };
        (a, at_a) = (next, at_next);
        let best = if at_a.abs() < at_b.abs() { a } else { b };
        let least = 2.0 * f64::EPSILON * best.abs() + 1e-15;
        let least_share = least / (b - a).abs();
        if at_a == 0.0 || at_b == 0.0 || least_share > 0.5 || !at_next.is_finite() {
            break;
        }
        let (x, y) = ((a - b) / (c - b), (at_a - at_b) / (at_c - at_b));
        share = if y * y < x && (1.0 - y) * (1.0 - y) < 1.0 - x {
            at_a / (at_b - at_a) * at_c / (at_b - at_c)
                + (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b)
        } else {
            0.5
        };
        share = share.max(least_share).min(1.0 - least_share);
    }
    if at_a.abs() < at_b.abs() { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::{dot, ordered, zero};

    #[test]
    fn zeros_are_found_to_the_last_bits() {
        // Roots known in closed form.
        let root = zero(&|x| x * x - 2.0, 0.0, 3.0);
        assert!((root - core::f64::consts::SQRT_2).abs() < 1e-15, "{root}");
        assert!((zero(&|x| libm::exp(x) - 1e-8, -50.0, 5.0) + 18.420_680_743_952_367).abs() < 1e-12);
        assert!(zero(&|x| x * x * x, -1.0, 2.0).abs() < 1e-5);
        assert_eq!(zero(&|x| x, 0.0, 1.0), 0.0);
    }

    #[test]
    fn order_is_stable() {
        let keys = [2.0, 5.0, 2.0, 7.0, 5.0];
        assert_eq!(ordered(5, &|a, b| keys[a] > keys[b]), [3, 1, 4, 0, 2]);
        assert!(ordered(0, &|_, _| true).is_empty());
    }

    #[test]
    fn dot_multiplies_pairwise_and_stops_with_the_shorter_list() {
        assert_eq!(dot(&[1.0, 2.0], &[3.0, 4.0]), 11.0);
        assert_eq!(dot(&[1.0, 2.0, 5.0], &[3.0, 4.0]), 11.0);
        assert_eq!(dot(&[], &[]), 0.0);
    }
}
