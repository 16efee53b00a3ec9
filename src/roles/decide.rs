//! Deciding the question: which item would most raise the certainty about the best role.
//!
//! Every draw of a person's skills has its best role. An answer raises the weight of the draws in which it is likely,
//! and so of their best roles. An item is worth the expected largest share after its answer.

use super::model::{Fault, Model, Need};
use super::posterior::Posterior;
use super::tally::Tally;
use super::walk::Walk;
use crate::model::response::ResponseModel;

/// Pairs of draws that the items are weighed by: 512 draws.
const PAIRS: u32 = 256;

/// An item that could be asked: what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Index of the skill in the catalogue.
    pub skill: usize,
    /// How likely each answer is at each level of it.
    pub model: ResponseModel,
}

/// What asking each candidate is expected to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The largest share of draws that one role is best in, before anything more is asked, 0 to 1.
    pub share: f64,
    /// The same share as expected after each candidate; not below `share`, but for rounding.
    pub expected: Vec<f64>,
}

/// Weighs the candidates: E[max P] = sum over answers c of max_k mean_d P(c | x_d) 1[winner_d = k] over draws d and
/// roles k.
///
/// # Errors
/// As for [`super::draws::rank`].
pub fn decide(
    model: &Model,
    roles: &[Vec<Need>],
    posterior: &Posterior,
    candidates: &[Candidate],
    seed: u32,
) -> Result<Decision, Fault> {
    let draws = winners(model, roles, posterior, seed, PAIRS)?;
    let mut wins = vec![0.0; roles.len()];
    for (_, winner) in &draws {
        if let Some(wins) = wins.get_mut(*winner) {
            *wins += 1.0;
        }
    }
    let count = draws.len() as f64;
    let share = wins.iter().fold(0.0, |most: f64, wins| most.max(*wins)) / count;
    let mut found: Vec<f64> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        // Items that measure the same are worth the same.
        let before = candidates
            .iter()
            .take(index)
            .position(|other| other == candidate)
            .and_then(|place| found.get(place))
            .copied();
        found.push(before.unwrap_or_else(|| expected(candidate, &draws, roles.len()) / count));
    }
    Ok(Decision { share, expected: found })
}

/// Draws that the best role of each answer is expected to win.
fn expected(candidate: &Candidate, draws: &[Winner], roles: usize) -> f64 {
    let mut sums = vec![0.0; candidate.model.count() * roles];
    for (levels, winner) in draws {
        let Some(&level) = levels.get(candidate.skill) else { continue };
        let mut place = *winner;
        candidate.model.each(level, &mut |category| {
            if let Some(sum) = sums.get_mut(place) {
                *sum += category.probability;
            }
            place += roles;
        });
    }
    sums.chunks(roles.max(1)).map(|answer| answer.iter().fold(0.0, |most: f64, sum| most.max(*sum))).sum()
}

/// Levels of a draw, and the role that fits best there; of equals the first.
type Winner = (Vec<f64>, usize);

/// The best role of each of twice `pairs` draws, made as for [`super::draws::rank`].
///
/// # Errors
/// As for [`super::draws::rank`].
fn winners(
    model: &Model,
    roles: &[Vec<Need>],
    posterior: &Posterior,
    seed: u32,
    pairs: u32,
) -> Result<Vec<Winner>, Fault> {
    let mut walk = Walk::new(model, roles, posterior, (seed, pairs), false)?;
    let mut tallies: Vec<Tally> = roles.iter().map(|role| Tally::new(role, posterior)).collect();
    let mut winners = Vec::with_capacity(2 * pairs as usize);
    while let Some((catalogue, pairs)) = walk.next() {
        for (tally, terms) in tallies.iter_mut().zip(&catalogue) {
            tally.begin(terms, &posterior.mean);
        }
        for deviation in pairs {
            let fits: Vec<(f64, f64)> = tallies.iter_mut().map(|tally| tally.look(model, deviation)).collect();
            let levels = |sign: f64| posterior.mean.iter().zip(deviation).map(|(mean, d)| mean + sign * d).collect();
            winners.push((levels(1.0), highest(fits.iter().map(|fit| fit.0))));
            winners.push((levels(-1.0), highest(fits.iter().map(|fit| fit.1))));
        }
    }
    Ok(winners)
}

/// The place of the highest number; of equals the first.
fn highest(numbers: impl Iterator<Item = f64>) -> usize {
    let mut best = (f64::NEG_INFINITY, 0);
    for (place, number) in numbers.enumerate() {
        if number > best.0 {
            best = (number, place);
        }
    }
    best.1
}

/// The candidate with the largest expected share; the first of equals.
#[must_use]
pub fn best(decision: &Decision) -> Option<usize> {
    crate::numeric::ordered(decision.expected.len(), &|a, b| decision.expected.get(a) > decision.expected.get(b))
        .first()
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::example::{MODEL, person, three_roles};

    fn item(skill: usize, a: f64, b: f64) -> Candidate {
        Candidate { skill, model: ResponseModel::Logistic { a, b, c: 0.0, d: 1.0 } }
    }

    /// Without information nothing is learnt; a perfect answer to the skill that decides (data, by the worked example)
    /// is worth most.
    #[test]
    fn an_item_is_worth_what_it_decides() {
        let candidates = [item(4, 1e-9, 2.0), item(4, 30.0, 2.3), item(1, 30.0, 3.2), item(2, 30.0, 1.6)];
        let decision = decide(&MODEL, &three_roles(), &person(), &candidates, 1).expect("a decision");
        assert!((decision.expected[0] - decision.share).abs() < 1e-6);
        assert!(
            decision.expected.iter().all(|expected| (decision.share - 1e-9..=1.0).contains(expected)),
            "{decision:?}"
        );
        assert_eq!(best(&decision), Some(1));
        assert!(decision.expected[1] > decision.share + 0.01, "{decision:?}");
    }
}
