//! Situational judgement: how well ratings, an order, or a best and a worst pick agree with the key.

use crate::quiz::item::Item;
use crate::quiz::key::key_of;
use crate::quiz::limits::TOP;
use crate::quiz::response::Answer;

/// The level that an agreement in shape stands for: 4 max(0, r), where r is the correlation within the person of what was
/// said with the key.
///
/// Elevation and scatter are taken out, so that neither a generous rater nor an extreme one gains by it (McDaniel,
/// Psotka, Legree, Yost & Weekley 2011, J. Appl. Psychol. 96:327-336). `None` where either side is flat, and for fewer
/// than three pairs, whose correlation says nothing.
///
/// `pair` gives what was said and the key at each of the places below `count` where there are both.
fn shape(count: usize, pair: &dyn Fn(usize) -> Option<(f64, f64)>) -> Option<f64> {
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

/// Level and weight of the ratings of a `judge` item by shape, over the options that were rated: 4 max(0, r) of the
/// ratings with the key's means.
///
/// Where the item says how far a rating may be off by itself (`rating_error` e, in steps), the weight falls with the variance S^2 of this
/// person's ratings, by S^2 / (S^2 + e^2): their reliability, true over observed variance (Lord & Novick 1968, *Statistical Theories of
/// Mental Test Scores*, chapter 3). Ratings that hardly differ then say little, since chance alone could have made such a shape.
pub fn judge(item: &Item, ratings: &[Option<u32>]) -> Option<(f64, f64)> {
    let level = shape(ratings.len(), &|index| rated(item, ratings, index))?;
    let told = item.rating_error.map_or(1.0, |error| {
        let variance = variance(ratings);
        variance / (variance + error * error)
    });
    Some((level, item.weight.unwrap_or(1.0) * told))
}

/// The variance of the ratings that were given.
fn variance(ratings: &[Option<u32>]) -> f64 {
    let given = || ratings.iter().flatten().map(|rating| f64::from(*rating));
    let count = given().count() as f64;
    let mean = given().sum::<f64>() / count;
    given().map(|rating| (rating - mean) * (rating - mean)).sum::<f64>() / count
}

/// The variance, in squared levels, that the experts' own disagreement adds to the level of an answer; 0 for any answer but
/// the ratings of a `judge` item, and for options whose key does not say both spread and number of experts.
///
/// Each key mean is moved up and down by its standard error, spread / sqrt(experts), alone. With y the level and y+ and y-
/// what it becomes, the variance is the sum over options of ((y+ - y)^2 + (y- - y)^2) / 2: for small errors the delta method
/// (independent means), and above zero where the ratings agree fully and its derivatives vanish. Metier's own; what the
/// scatter of the answers holds of it already is not taken off again.
pub fn key_variance(item: &Item, answer: &Answer) -> f64 {
    let Answer::Ratings(ratings) = answer else { return 0.0 };
    let level_with = |place: usize, error: f64| {
        let moved = |index: usize| {
            let (rating, mean) = rated(item, ratings, index)?;
            Some((rating, if index == place { mean + error } else { mean }))
        };
        shape(ratings.len(), &moved)
    };
    let Some(level) = level_with(0, 0.0) else { return 0.0 };
    let mut variance = 0.0;
    // The mean of an option that was not rated moves nothing.
    for (place, option) in item.options.list.iter().enumerate() {
        let (Some(spread), Some(experts)) = (option.key.spread, option.key.experts) else { continue };
        let error = spread / crate::numeric::sqrt(f64::from(experts));
        for moved in [error, -error] {
            let change = level_with(place, moved).unwrap_or(level) - level;
            variance += change * change / 2.0;
        }
    }
    variance
}

/// Rating and key mean of an option; `None` if it was not rated.
fn rated(item: &Item, ratings: &[Option<u32>], index: usize) -> Option<(f64, f64)> {
    let rating = ratings.get(index).copied().flatten()?;
    item.options.list.get(index).map(|option| (f64::from(rating), option.key.mean))
}

/// Level and weight of an order of options, best first, on a skill: 4 max(0, r) of the places, counted so that the first
/// is highest, with the levels of the options keyed on the skill; the weight is the mean of those keys' weights.
///
/// Places are those in the whole order, also where some options have no key on the skill.
pub fn rank(item: &Item, order: &[usize], skill: &str) -> Option<(f64, f64)> {
    let key = |index: usize| item.options.list.get(index).and_then(|option| key_of(&option.keys, skill));
    let (mut keys, mut weights) = (0.0, 0.0);
    for key in order.iter().filter_map(|&index| key(index)) {
        keys += 1.0;
        weights += key.weight.unwrap_or(1.0);
    }
    let placed = |place: usize| Some((-(place as f64), key(*order.get(place)?)?.level));
    Some((shape(order.len(), &placed)?, weights / keys))
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
