//! Situational judgement: how well ratings, an order, or a best and a worst pick agree with the key.

use super::key_of;
use crate::quiz::document::TOP;
use crate::quiz::item::Item;

/// The level that an agreement in shape stands for: 4 max(0, r), where r is the correlation within the person of what was
/// said with the key.
///
/// Elevation and scatter are taken out, so that neither a generous rater nor an extreme one gains by it (McDaniel,
/// Psotka, Legree, Yost & Weekley 2011, J. Appl. Psychol. 96:327-336). `None` where either side is flat, and for fewer
/// than three pairs, whose correlation says nothing.
fn shape(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 3 {
        return None;
    }
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let (said_mean, key_mean) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut both, mut said_square, mut key_square) = (0.0, 0.0, 0.0);
    for (said, key) in pairs {
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

/// Level and weight of the ratings of a `judge` item by shape, over the options that were rated: [`shape`] of the ratings
/// with the key's means.
pub fn judge(item: &Item, ratings: &[Option<u32>]) -> Option<(f64, f64)> {
    let options = item.options.list.iter().zip(ratings);
    let rated: Vec<(f64, f64)> = options.filter_map(|(option, rating)| rating.map(|rating| (f64::from(rating), option.key.mean))).collect();
    Some((shape(&rated)?, item.weight.unwrap_or(1.0)))
}

/// Level and weight of an order of options, best first, on a skill: [`shape`] of the places, counted so that the first is
/// highest, with the levels of the options keyed on the skill; the weight is the mean of those keys' weights.
///
/// Places are those in the whole order, also where some options have no key on the skill.
pub fn rank(item: &Item, order: &[usize], skill: &str) -> Option<(f64, f64)> {
    let mut weights = 0.0;
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for (place, &index) in order.iter().enumerate() {
        let Some(key) = item.options.list.get(index).and_then(|option| key_of(&option.keys, skill)) else { continue };
        weights += key.weight.unwrap_or(1.0);
        placed.push((-(place as f64), key.level));
    }
    Some((shape(&placed)?, weights / placed.len() as f64))
}

/// Level and weight of a best and a worst pick on a skill: the mean of the best pick's level and of the worst pick's level
/// mirrored within the item, (L(best) + Lmax + Lmin - L(worst)) / 2.
///
/// So calling the lowest option worst counts as much as calling the highest best, and an item whose options end at level 3
/// can show no more than 3. Metier's own; best and worst picks of one item depend on each other, which is
/// why they make one observation and not two. `None` if either pick has no key on the skill.
pub fn best_worst(item: &Item, best: usize, worst: usize, skill: &str) -> Option<(f64, f64)> {
    let key = |index: usize| item.options.list.get(index).and_then(|option| key_of(&option.keys, skill));
    let (best, worst) = (key(best)?, key(worst)?);
    let levels = || item.options.list.iter().filter_map(|option| key_of(&option.keys, skill)).map(|key| key.level);
    let (low, high) = levels().fold((TOP, 0.0), |(low, high), level| (f64::min(low, level), f64::max(high, level)));
    let weight = (best.weight.unwrap_or(1.0) + worst.weight.unwrap_or(1.0)) / 2.0;
    Some(((best.level + high + low - worst.level) / 2.0, weight))
}
