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
/// The most joint answers that a screen is weighed by.
const JOINT: usize = 4096;

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
    /// The largest share of draws that one role is best in, of those that a verdict is about, before anything more is
    /// asked, 0 to 1.
    pub share: f64,
    /// The same share as expected after each candidate; not below `share`, but for rounding.
    pub expected: Vec<f64>,
}

/// Weighs the candidates: E[max P] = sum over answers c of max_k mean_d P(c | x_d) 1[winner_d = k] over draws d and
/// roles k, without those that are set apart ([`super::catalogue::Catalogue::apart`]).
///
/// # Errors
/// As for [`super::draws::rank`].
pub fn decide(
    model: &Model,
    roles: &[Vec<Need>],
    apart: &[bool],
    posterior: &Posterior,
    candidates: &[Candidate],
    seed: u32,
) -> Result<Decision, Fault> {
    let draws = Winners::new(model, roles, apart, posterior, seed)?;
    Ok(Decision { share: draws.share(), expected: draws.weigh(candidates) })
}

/// The draws that items are weighed by, each with the role that fits best there.
pub struct Winners {
    draws: Vec<Winner>,
    roles: usize,
}

impl Winners {
    /// 512 draws of a person.
    ///
    /// # Errors
    /// As for [`super::draws::rank`].
    pub fn new(
        model: &Model,
        roles: &[Vec<Need>],
        apart: &[bool],
        posterior: &Posterior,
        seed: u32,
    ) -> Result<Winners, Fault> {
        Ok(Winners { draws: winners(model, roles, apart, posterior, (seed, PAIRS))?, roles: roles.len() })
    }

    /// The largest share of draws that one role is best in.
    pub fn share(&self) -> f64 {
        self.joint(&[])
    }

    /// The share that is expected after each candidate alone. Items that measure the same are weighed once.
    pub fn weigh(&self, candidates: &[Candidate]) -> Vec<f64> {
        let mut found: Vec<f64> = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let before = candidates.iter().take(index).position(|other| other == candidate);
            let known = before.and_then(|place| found.get(place)).copied();
            found.push(known.unwrap_or_else(|| self.joint(&[candidate])));
        }
        found
    }

    /// The share that is expected after all of these are answered, which are independent given the levels: the sum over
    /// their joint answers, as for one. Those beyond the first that have more than 4,096 joint answers are left out,
    /// which can only make it smaller.
    pub fn joint(&self, candidates: &[&Candidate]) -> f64 {
        let mut sums = vec![0.0; self.roles];
        let mut asked = Vec::new();
        for candidate in candidates {
            let answers = sums.len() * candidate.model.count();
            if answers <= JOINT * self.roles || asked.is_empty() {
                sums.resize(answers, 0.0);
                asked.push(*candidate);
            }
        }
        let (mut chances, mut before, mut own) = (Vec::new(), Vec::new(), Vec::new());
        for (levels, winner) in &self.draws {
            chances.clear();
            chances.push(1.0);
            for candidate in &asked {
                let level = levels.get(candidate.skill).copied().unwrap_or_default();
                own.clear();
                candidate.model.chances(level, &mut own);
                std::mem::swap(&mut chances, &mut before);
                chances.clear();
                for chance in &own {
                    chances.extend(before.iter().map(|before| before * chance));
                }
            }
            for (sums, chance) in sums.chunks_mut(self.roles).zip(&chances) {
                if let Some(sum) = sums.get_mut(*winner) {
                    *sum += chance;
                }
            }
        }
        let most = |answer: &[f64]| answer.iter().fold(0.0, |most: f64, sum| most.max(*sum));
        sums.chunks(self.roles.max(1)).map(most).sum::<f64>() / self.draws.len().max(1) as f64
    }
}

/// Levels of a draw, and the role that fits best there; of equals the first.
type Winner = (Vec<f64>, usize);

/// The best role that is not set apart of each of twice `pairs` draws, made as for [`super::draws::rank`].
///
/// # Errors
/// As for [`super::draws::rank`].
fn winners(
    model: &Model,
    roles: &[Vec<Need>],
    apart: &[bool],
    posterior: &Posterior,
    (seed, pairs): (u32, u32),
) -> Result<Vec<Winner>, Fault> {
    let product = |role: usize, fit: f64| if apart.get(role) == Some(&true) { f64::NEG_INFINITY } else { fit };
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
            winners.push((levels(1.0), highest(fits.iter().enumerate().map(|(role, fit)| product(role, fit.0)))));
            winners.push((levels(-1.0), highest(fits.iter().enumerate().map(|(role, fit)| product(role, fit.1)))));
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
        let decision = decide(&MODEL, &three_roles(), &[], &person(), &candidates, 1).expect("a decision");
        assert!((decision.expected[0] - decision.share).abs() < 1e-6);
        assert!(
            decision.expected.iter().all(|expected| (decision.share - 1e-9..=1.0).contains(expected)),
            "{decision:?}"
        );
        assert_eq!(best(&decision), Some(1));
        assert!(decision.expected[1] > decision.share + 0.01, "{decision:?}");
    }

    /// The probabilities at less cost are those of the categories.
    #[test]
    fn chances_are_those_of_the_categories() {
        let nominal = ResponseModel::Nominal { a: vec![0.3, 1.4, 2.8], c: vec![0.0, -0.7, -2.2] };
        let graded = ResponseModel::Graded { a: 1.2, b: vec![0.5, 1.5, 3.0] };
        for model in [nominal, graded, ResponseModel::Logistic { a: 2.0, b: 1.0, c: 0.2, d: 1.0 }] {
            for level in [-3.0, 0.4, 2.0, 9.0] {
                let (mut chances, mut expected) = (vec![7.0], vec![7.0]);
                model.chances(level, &mut chances);
                model.each(level, &mut |category| expected.push(category.probability));
                assert_eq!(chances.len(), expected.len());
                assert!(chances.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-14), "{chances:?} {expected:?}");
            }
        }
    }
}
