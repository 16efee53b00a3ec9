//! Scores of archetypes, shares, parts, breadth, the probability of a product role.
//!
//! The form is that of BM25 (Robertson & Zaragoza 2009, *Foundations and Trends in Information Retrieval* 3:333-389,
//! equation 3.15) with the weights of a lexicon in place of inverse document frequencies; the rest is Metier's own.

use super::lexicon::Lexicon;
use super::phrases::Found;
use crate::numeric::{logistic::logistic, sqrt};
use libm::{exp, log};

/// What each archetype's weights are divided by: a tenth of their length, so that archetypes with many phrases score no
/// higher.
pub fn norms(lexicon: &Lexicon) -> Vec<f64> {
    let mut squares = vec![0.0; lexicon.archetypes.len()];
    for speaks in lexicon.phrases.iter().flat_map(|phrase| &phrase.speaks) {
        let square = lexicon.archetype(&speaks.archetype.value).and_then(|archetype| squares.get_mut(archetype));
        square.into_iter().for_each(|square| *square += speaks.weight * speaks.weight);
    }
    squares.into_iter().map(|square| sqrt(square) / 10.0).collect()
}

/// What one counted occurrence of each phrase gives before its section and its weights: (k + 1) / (c + k (1 - b + b n /
/// length)), with c occurrences in n words. c of them, each by its factor, make w f (k + 1) c / (c + …) with the mean
/// factor f.
pub fn gains(lexicon: &Lexicon, counted: &[Found], words: usize) -> Vec<f64> {
    let model = &lexicon.model;
    let mut counts = vec![0.0; lexicon.phrases.len()];
    for found in counted {
        counts.get_mut(found.phrase).into_iter().for_each(|count| *count += 1.0);
    }
    let length = 1.0 - model.slope + model.slope * words as f64 / model.length;
    let gain =
        |count: f64| if count > 0.0 { (model.saturation + 1.0) / (count + model.saturation * length) } else { 0.0 };
    counts.into_iter().map(gain).collect()
}

/// Shares of the archetypes that are shown: exp(score / temperature), divided by their sum.
pub fn shares(lexicon: &Lexicon, scores: &[f64]) -> Vec<Option<f64>> {
    let shown = || lexicon.archetypes.iter().zip(scores).map(|(archetype, &score)| archetype.shown.then_some(score));
    let highest = shown().flatten().fold(f64::NEG_INFINITY, f64::max);
    let power = |score: f64| exp((score - highest) / lexicon.model.temperature);
    let sum: f64 = shown().flatten().map(power).sum();
    shown().map(|score| score.map(|score| power(score) / sum)).collect()
}

/// Parts of the archetypes that are shown in the sum of their scores: what the highlights of the text add up to, each 0
/// to 1.
///
/// They say how mixed a text is, which shares do not: with a temperature that makes the highest share as often right as
/// it says, a text whose cues speak for five kinds of work may well have one share near 1.
pub fn parts(lexicon: &Lexicon, scores: &[f64]) -> Vec<Option<f64>> {
    let shown = || lexicon.archetypes.iter().zip(scores).map(|(archetype, &score)| archetype.shown.then_some(score));
    let sum: f64 = shown().flatten().sum();
    shown().map(|score| score.map(|score| if sum > 0.0 { score / sum } else { 0.0 })).collect()
}

/// How many archetypes the text speaks for: exp of the entropy of the parts, from 1 to their number (Hill 1973, Ecology
/// 54:427-432, order 1).
pub fn breadth(parts: &[Option<f64>]) -> f64 {
    let entropy: f64 = parts.iter().flatten().filter(|part| **part > 0.0).map(|part| -part * log(*part)).sum();
    exp(entropy)
}

/// Probability that the advert is for a product role, by the lexicon's log odds, 0 to 1.
pub fn product(lexicon: &Lexicon, scores: &[f64]) -> f64 {
    let sum: f64 = lexicon.archetypes.iter().zip(scores).map(|(archetype, score)| archetype.product * score).sum();
    logistic(lexicon.model.product_base + sum).0
}

#[cfg(test)]
mod tests {
    use super::{breadth, shares};
    use crate::advert::lexicon::{Archetype, Lexicon};

    /// Scores of 900 and 890 are as far apart as 10 and 0: 1 / (1 + e^-10) and the rest.
    #[test]
    fn high_scores_have_shares_too() {
        let mut lexicon =
            Lexicon { archetypes: vec![Archetype::default(), Archetype::default()], ..Lexicon::default() };
        lexicon.model.temperature = 1.0;
        for scores in [[10.0, 0.0], [900.0, 890.0], [-890.0, -900.0]] {
            let found: Vec<f64> = shares(&lexicon, &scores).into_iter().flatten().collect();
            let wanted = [0.999_954_602_131_297_6, 4.539_786_870_243_44e-5];
            assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-15), "{found:?}");
        }
    }

    /// What an advert does not speak of makes it neither broader nor narrower.
    #[test]
    fn breadth_counts_what_is_spoken_of() {
        for parts in [&[Some(0.5), Some(0.5)][..], &[Some(0.5), Some(0.0), Some(0.5)], &[Some(0.5), None, Some(0.5)]] {
            assert!((breadth(parts) - 2.0).abs() < 1e-12, "{parts:?}");
        }
        assert!((breadth(&[Some(1.0), Some(0.0)]) - 1.0).abs() < 1e-12);
    }
}
