//! All answers to an item, one by one or drawn at random: for simulated people.

use crate::numeric::random::Random;

/// The largest number of answers to an item that are enumerated.
pub const LISTED: usize = 20_000;

/// Digits of a number in a base, the first counting least.
pub fn digits(number: usize, base: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).scan(number, move |left, _| Some((*left % base, *left /= base).0))
}

/// In how many ways each of `options` options can be given one of `base` digits; `None` above [`LISTED`].
pub fn power(base: usize, options: usize) -> Option<usize> {
    base.checked_pow(options as u32).filter(|count| *count <= LISTED)
}

/// A whole number below `count`.
pub fn below(count: usize, random: &mut Random) -> usize {
    (random.uniform() * count as f64) as usize
}

/// The numbers below `count` in any order.
pub fn shuffled(count: usize, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    random.shuffle(&mut order);
    order
}
