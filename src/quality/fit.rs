//! Person fit: how likely a person's answers are, as a whole, at the level estimated for them.

use crate::numeric::random::Random;
use crate::numeric::sqrt;
use libm::log;

/// How a person's answers fit the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Log-likelihood of the answers at the level, natural logarithm.
    pub log_likelihood: f64,
    /// The standardised log-likelihood: low where answers are less likely than answers at this level are on the whole.
    pub lz: f64,
}

/// An answered item: the probabilities of its categories at the person's estimate, in order and with a sum of 1, and
/// the category chosen, from 0.
pub type Answered<'a> = (&'a [f64], usize);

/// The standardised log-likelihood of a person's answers, lz.
///
/// lz = (l - E) / sqrt(V), with l the sum over the answered items of the logarithm of the chosen category's
/// probability, E and V its mean and variance over all answers there could be: per item, sum P ln P and sum P (ln
/// P)^2 - (sum P ln P)^2. Drasgow, Levine & Williams (1985), "Appropriateness measurement with polychotomous item
/// response models and standardized indices", British Journal of Mathematical and Statistical Psychology 38:67-86.
/// Nothing where the likelihood is the same whatever is answered, or a chosen category is none or has no probability.
///
/// With few items, and at an estimate rather than the true level, lz is not normal: see [`simulated_p`].
#[must_use]
pub fn lz(answered: &[Answered<'_>]) -> Option<Fit> {
    let (mut log_likelihood, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for &(probabilities, chosen) in answered {
        let probability = probabilities.get(chosen).copied().filter(|probability| *probability > 0.0)?;
        log_likelihood += log(probability);
        let (mean, spread) = moments(probabilities);
        expected += mean;
        variance += spread;
    }
    // Equal probabilities leave nothing but rounding.
    if variance <= 1e-24 {
        return None;
    }
    let lz = (log_likelihood - expected) / sqrt(variance);
    lz.is_finite().then_some(Fit { log_likelihood, lz })
}

/// Mean and variance of the logarithm of an item's likelihood over its categories.
fn moments(probabilities: &[f64]) -> (f64, f64) {
    let mut mean = 0.0;
    for probability in possible(probabilities) {
        mean += probability * log(probability);
    }
    // About the mean rather than as a difference of squares: nearly equal probabilities lose nothing.
    let mut variance = 0.0;
    for probability in possible(probabilities) {
        let deviation = log(probability) - mean;
        variance += probability * deviation * deviation;
    }
    (mean, variance)
}

/// The probabilities above 0: P ln P goes to 0 with P.
fn possible(probabilities: &[f64]) -> impl Iterator<Item = f64> + '_ {
    probabilities.iter().copied().filter(|probability| *probability > 0.0)
}

/// How often answers drawn from the same probabilities are at most as likely as the person's: (1 + so many) / (1 +
/// draws), greater than 0 and at most 1. It needs no normal distribution, which lz is far from with few items.
///
/// The level counts as known: that it was estimated from the same answers makes them look a little more likely than
/// they are, so that the p is too large rather than too small (Snijders 2001, Psychometrika 66:331-342). The same
/// generator gives the same p. Nothing where [`lz`] gives nothing.
#[must_use]
pub fn simulated_p(answered: &[Answered<'_>], draws: u32, random: &mut Random) -> Option<f64> {
    let own = lz(answered)?.log_likelihood;
    // Another pattern with the same likelihood may differ from it in the last bits.
    let limit = own + 1e-12 * own.abs();
    let logarithms: Vec<Vec<f64>> = answered.iter().map(|(all, _)| all.iter().map(|p| log(*p)).collect()).collect();
    let mut as_unlikely = 0_u32;
    for _ in 0..draws {
        let mut drawn = 0.0;
        for ((probabilities, _), logarithms) in answered.iter().zip(&logarithms) {
            drawn += logarithms.get(draw(probabilities, random)).copied().unwrap_or_default();
        }
        as_unlikely += u32::from(drawn <= limit);
    }
    Some(f64::from(as_unlikely + 1) / (f64::from(draws) + 1.0))
}

/// A category drawn with the given probabilities; the last possible one takes what rounding leaves.
fn draw(probabilities: &[f64], random: &mut Random) -> usize {
    let mut left = random.uniform();
    let mut last = 0;
    for (category, probability) in probabilities.iter().enumerate().filter(|(_, probability)| **probability > 0.0) {
        last = category;
        left -= probability;
        if left < 0.0 {
            break;
        }
    }
    last
}
