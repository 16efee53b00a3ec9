//! The next best skill to measure: what knowing it would do to the largest probability of one role.

use super::shift::Moved;

/// Parts of equal size that the draws are sorted into by a skill's level.
const STRATA: usize = 16;

/// The largest share of draws that one role is best in, once a skill's level were known: the draws are sorted by the
/// level into 16 strata, and the largest shares of the strata averaged, `moved` being the draws as to that skill. Never
/// below the share of all draws, but for rounding. Metier's own estimate; a stratum of 256 draws has chance in it too,
/// so that a skill of no use can gain up to .03 between equal roles.
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
/// Shell's sort with the gaps of Ciura (2001, Fundamentals of Computation Theory, 106-117), each further one 2.25 times
/// the one before: thousands of numbers in little time and little code.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::random::Random;
    use crate::roles::draws::rank;
    use crate::roles::example::{anything, independent, role};
    use crate::roles::model::Model;
    use crate::roles::shift::Draws;

    /// As it is defined, with the sort of the standard library; and never below today's.
    #[test]
    fn a_share_is_the_mean_of_the_strata_s_largest() {
        let mut random = Random::new(16);
        for seed in 0..60 {
            let (model, roles, posterior) = anything(&mut random);
            let draws = Draws::new(&model, &roles, &[], &posterior, (seed, false)).expect("draws");
            let today = rank(&model, &roles, &posterior, seed, false)
                .expect("a ranking")
                .iter()
                .fold(0.0, |most: f64, r| most.max(r.p_best));
            for skill in 0..posterior.mean.len() {
                let moved = draws.moved(skill);
                let winners = moved.winners();
                let mut all: Vec<(f64, &[f64])> = moved.levels().into_iter().zip(winners.chunks(roles.len())).collect();
                all.sort_by(|a, b| a.0.total_cmp(&b.0));
                // 80 draws: 16 strata of 5.
                let most = |stratum: &[(f64, &[f64])]| {
                    (0..roles.len())
                        .map(|role| stratum.iter().map(|(_, wins)| wins[role]).sum::<f64>())
                        .fold(0.0, f64::max)
                };
                let expected = all.chunks(5).map(most).sum::<f64>() / 80.0;
                let found = share(&moved, &winners, roles.len());
                assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
                assert!(found >= today - 1e-12);
            }
        }
    }

    /// One skill, two roles, needed at 1 and at 3 by the mirror image of each other: knowing it decides all but the
    /// middle, where the boundary at 2 falls between two strata.
    #[test]
    fn a_skill_that_decides_all_is_worth_all() {
        let model = Model { lambda: 1.0, beta: 0.0, pairs: 2048, ..crate::roles::example::MODEL };
        let roles = [role(&[1.0], &[1.0], &[]), role(&[3.0], &[1.0], &[])];
        let draws = Draws::new(&model, &roles, &[], &independent(&[2.0], &[0.5]), (1, true)).expect("draws");
        let moved = draws.moved(0);
        assert_eq!(share(&moved, &moved.winners(), 2), 1.0);
    }

    #[test]
    fn numbers_are_sorted_and_equals_stay() {
        let mut random = Random::new(17);
        for count in [0, 1, 2, 15, 1_000, 5_000] {
            let numbers: Vec<f64> = (0..count).map(|_| (20.0 * random.uniform()).floor()).collect();
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
            assert_eq!(sorted(&numbers), expected);
        }
    }
}
