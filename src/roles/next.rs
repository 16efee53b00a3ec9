//! The next best skill to measure: what knowing it would do to the largest probability of one role.

use super::shift::Moved;

/// Parts of equal size that the draws are sorted into by a skill's level.
const STRATA: usize = 16;

/// The largest share of draws that one role is best in, once a skill's level were known: the draws are sorted by the level into 16
/// strata, and the largest shares of the strata averaged, `moved` being the draws as to that skill. Never below the share of all draws,
/// but for rounding. Metier's own estimate; a stratum of 256 draws has chance in it too, so that a skill of no use can gain up to
/// .03 between equal roles.
pub(super) fn share(moved: &Moved, winners: &[f64], roles: usize) -> f64 {
    let levels = moved.levels();
    let order = sorted(&levels);
    let mut sum = 0.0;
    for stratum in 0..STRATA {
        let place = |stratum: usize| stratum * levels.len() / STRATA;
        let mut wins = vec![0.0; roles];
        for draw in order.get(place(stratum)..place(stratum + 1)).unwrap_or_default() {
            for (wins, share) in wins.iter_mut().zip(winners.get(draw * roles..).unwrap_or_default()) {
                *wins += share;
            }
        }
        sum += wins.iter().fold(0.0, |most: f64, wins| most.max(*wins));
    }
    sum / levels.len().max(1) as f64
}

/// The places of `numbers` from the smallest to the largest; equals as they come.
///
/// Shell's sort with the gaps of Ciura (2001, Fundamentals of Computation Theory, 106-117), each further one 2.25 times the one
/// before: thousands of numbers in little time and little code.
fn sorted(numbers: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    let mut gaps = vec![1, 4, 10, 23, 57, 132, 301, 701];
    while let Some(&gap) = gaps.last().filter(|gap| **gap < order.len()) {
        gaps.push(gap * 9 / 4);
    }
    let key = |place: &usize| numbers.get(*place).map(|number| (*number, *place));
    for gap in gaps.into_iter().rev() {
        for start in gap..order.len() {
            let mut place = start;
            while place >= gap && key(order.get(place).unwrap_or(&0)) < key(order.get(place - gap).unwrap_or(&0)) {
                order.swap(place, place - gap);
                place -= gap;
            }
        }
    }
    order
}
