//! Classical scoring on the level scale: keyed options, scales, shares, and what is right or wrong.

use crate::quiz::document::TOP;
use crate::quiz::item::{Item, key_of};
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

/// Level and weight of an answer that is right to some share: L' + (L - L') share, with L the level of the key and
/// L' = max(0, L - 2).
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
    let low = f64::max(0.0, key.level - 2.0);
    Some((low + (key.level - low) * share, key.weight.unwrap_or(1.0)))
}
