//! Numbers: the arithmetic that every result rests on.
//!
//! Everything here gives the same bits natively and in WebAssembly: logarithms and exponentials come from the
//! `libm` crate on both sides, roots are exact, sums run from first to last, and nothing is fused or reordered.
//!
//! - [`random`]: a seeded generator and the distributions drawn from it
//! - [`matrix`]: small symmetric matrices

pub mod matrix;
pub mod random;

/// Square root: the number of 53 bits nearest to the true one; not a number below zero.
///
/// The square root of IEEE 754 is exact, so the processor's own gives the same bits everywhere; `libm` would take twice the
/// time of a whole match in WebAssembly.
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

/// The numbers below `count` in order, where `before(a, b)` says that a comes before b; equals stay in their order.
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

#[cfg(test)]
mod tests {
    use super::{dot, ordered};

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
