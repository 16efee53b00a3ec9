//! Situational judgement: how well ratings, or a best and a worst pick, agree with the key.

use super::key_of;
use crate::quiz::document::TOP;
use crate::quiz::item::Item;

/// Level and weight of the ratings of a `judge` item by shape: 4 max(0, r), where r is the correlation within the person
/// of the ratings with the key's means.
///
/// Elevation and scatter are taken out, so that neither a generous rater nor an extreme one gains by it (McDaniel,
/// Psotka, Legree, Yost & Weekley 2011, J. Appl. Psychol. 96:327-336). `None` for a flat rater, for a flat key among the
/// rated options, and for fewer than three rated options, whose correlation says nothing.
pub fn shape(item: &Item, ratings: &[Option<u32>]) -> Option<(f64, f64)> {
    let rated = || {
        let options = item.options.list.iter().zip(ratings);
        options.filter_map(|(option, rating)| rating.map(|rating| (f64::from(rating), option.key.mean)))
    };
    let count = rated().count();
    if count < 3 {
        return None;
    }
    let mean = |of: fn((f64, f64)) -> f64| rated().map(of).sum::<f64>() / count as f64;
    let (rating_mean, key_mean) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut both, mut ratings_square, mut keys_square) = (0.0, 0.0, 0.0);
    for (rating, key) in rated() {
        both += (rating - rating_mean) * (key - key_mean);
        ratings_square += (rating - rating_mean) * (rating - rating_mean);
        keys_square += (key - key_mean) * (key - key_mean);
    }
    // Whole ratings differ by one or not at all; anything this small is rounding.
    if ratings_square < 1e-9 || keys_square < 1e-9 {
        return None;
    }
    let correlation = both / crate::numeric::sqrt(ratings_square * keys_square);
    Some((TOP * correlation.clamp(0.0, 1.0), item.weight.unwrap_or(1.0)))
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
