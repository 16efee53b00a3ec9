//! Classical scoring on the level scale: keyed options, scales, shares, and what is right or wrong.

use crate::quiz::item::Item;
use crate::quiz::key::key_of;
use crate::quiz::limits::TOP;
use crate::quiz::option::OptionRecord;
use crate::quiz::response::Answer;

/// Level and weight of the chosen options' keys on a skill; `None` if none of them has one.
///
/// `single`: the option's level. `multiple`: the mean of the chosen options' levels, by weight. `allocate`: the same, by
/// weight times points. The answer's weight is the mean weight of the keys that it rests on.
pub fn options(item: &Item, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
    let (mut sum, mut weights, mut points) = (0.0, 0.0, 0.0);
    for (index, option) in item.options.list.iter().enumerate() {
        let (share, Some(key)) = (share(answer, index), key_of(&option.keys, skill)) else { continue };
        let weight = share * key.weight.unwrap_or(1.0);
        sum += weight * key.level;
        weights += weight;
        points += share;
    }
    (points > 0.0).then(|| (sum / weights, weights / points))
}

/// Level and weight of the points shared out over options that have target ranges: 4 max(0, 1 - D / total), with D the sum over options
/// of how many points each lies outside its range. The weight is the item's.
///
/// Full marks anywhere within the ranges, falling in proportion to the distance from them, is the desirability of Derringer & Suich 1980
/// (Journal of Quality Technology 12:214-219); the sum of absolute distances is the city-block distance between profiles (Cronbach &
/// Gleser 1953, Psychological Bulletin 50:456-473). Metier's own is where it ends: misplaced points as many as there are to share stand
/// for level 0. A point that one option has too much is often one that another lacks, and then counts twice.
pub fn shared(item: &Item, answer: &Answer) -> (f64, f64) {
    let points = |option: usize| share(answer, option);
    (of_distance(item, distance(item, &points)), item.weight.unwrap_or(1.0))
}

/// The lowest level that shares of the item's points can stand for. The distance is convex in the points, so that it is largest where one
/// option has them all.
pub fn furthest(item: &Item) -> f64 {
    let all_on = |chosen: usize| distance(item, &|option| if option == chosen { f64::from(item.total) } else { 0.0 });
    of_distance(item, (0..item.options.list.len()).map(all_on).fold(0.0, f64::max))
}

fn of_distance(item: &Item, distance: f64) -> f64 {
    TOP * (1.0 - distance / f64::from(item.total.max(1))).max(0.0)
}

/// How many points lie outside the options' target ranges, all together.
fn distance(item: &Item, points: &dyn Fn(usize) -> f64) -> f64 {
    let outside = |(index, option): (usize, &OptionRecord)| {
        let (low, high) = option.target.ends();
        (low - points(index)).max(points(index) - high).max(0.0)
    };
    item.options.list.iter().enumerate().map(outside).sum()
}

/// How much of the answer went to an option: 1 for a chosen one, its points for a share.
fn share(answer: &Answer, option: usize) -> f64 {
    match answer {
        Answer::Option(chosen) => f64::from(u8::from(*chosen == option)),
        Answer::Options(chosen) => f64::from(u8::from(chosen.contains(&option))),
        Answer::Shares(shares) => shares.get(option).copied().map_or(0.0, f64::from),
        _ => 0.0,
    }
}

/// Level and weight of a category of a `likert` or `frequency` item, or of a `slider`'s position: 4 c / (categories - 1), reversed 4 minus that.
pub fn scale(item: &Item, category: u32, skill: &str) -> Option<(f64, f64)> {
    let key = item.keys.iter().find(|key| key.skill.value == skill)?;
    let steps = item.categories().saturating_sub(1).max(1);
    let level = TOP * f64::from(category) / f64::from(steps);
    Some((if key.reverse { TOP - level } else { level }, key.weight.unwrap_or(1.0)))
}

/// What somebody stands for who does not know what one must be at `level` to know: two levels lower, but not below 0. Metier's own.
pub fn lower(level: f64) -> f64 {
    f64::max(0.0, level - 2.0)
}

/// Level and weight of an answer that is right to some share: L' + (L - L') share, with L the level of the key and
/// L' = max(0, L - 2) ([`lower`]).
///
/// `number`: the share is 1 for a right answer and 0 for a wrong one. `sort`: the share of the options that were put into
/// their group. Metier's own: what one must be at level L to know is keyed two levels lower where it is not known, and
/// partial credit for the parts of an item is that of classical scoring.
pub fn right(item: &Item, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
    let key = key_of(&item.right, skill)?;
    let share = match answer {
        Answer::Number(number) => f64::from(u8::from(item.is_right(*number))),
        Answer::Groups(right) => f64::from(*right) / item.options.list.len() as f64,
        _ => return None,
    };
    let low = lower(key.level);
    Some((low + (key.level - low) * share, key.weight.unwrap_or(1.0)))
}
