//! The draws when one posterior mean moves: the levels drawn of that skill move with it, and nothing else does.
//!
//! What does not depend on the moved skill is kept for each draw and role, so that a shift costs one skill's level and
//! must-have, one root and one division there, and not a way through all skills. Moving level x_j by delta moves the
//! weighted mean of the levels by w_j delta, their weighted variance by w_j delta (2 (x_j - mean) + (1 - w_j) delta),
//! and the sum of slopes times levels by the slope times delta (the slopes of a role add up to 0). Tests hold it to
//! [`super::draws::rank`] of the moved posterior.

use super::draws::by_key;
use super::fit::{Term, loss, moments, steadied};
use super::model::{Fault, Model, Need};
use super::posterior::Posterior;
use super::walk::Walk;
use crate::numeric::dot;

/// Pairs that are looked at together at most; after each lot it is asked whether the leading role can still be
/// overtaken.
const LOT: usize = 32;

/// All draws of a person with the fit of each role in them.
pub(super) struct Draws<'d> {
    model: &'d Model,
    /// The roles that are set apart: they win no draw.
    apart: &'d [bool],
    /// The must-haves that count, by role and skill.
    floors: Vec<Vec<Option<f64>>>,
    lots: Vec<Lot>,
    /// How many draws there are.
    pub(super) count: usize,
}

/// Draws that are looked at with one catalogue.
struct Lot {
    catalogue: Vec<Vec<Term>>,
    /// Levels of each draw, by skill.
    levels: Vec<Vec<f64>>,
    /// What each role makes of each draw, draw by draw.
    seen: Vec<Seen>,
}

/// The fit of a role in a draw, in its parts.
#[derive(Clone, Copy)]
struct Seen {
    /// Level and must-have parts of the fit; in [`Moved`], of all skills but the moved one.
    rest: f64,
    /// Weighted mean of the levels, ...
    mean: f64,
    /// ... their weighted variance, ...
    variance: f64,
    /// ... and the sum of slopes times levels.
    lean: f64,
}

impl<'d> Draws<'d> {
    /// The draws that [`super::draws::ranking`] takes for the same inputs.
    ///
    /// # Errors
    /// As for [`super::draws::ranking`].
    pub(super) fn new(
        model: &'d Model,
        roles: &[Vec<Need>],
        apart: &'d [bool],
        posterior: &Posterior,
        (seed, fixed): (u32, bool),
    ) -> Result<Self, Fault> {
        let mut walk = Walk::new(model, roles, posterior, (seed, model.pairs()), fixed)?;
        let floor = |(need, measured): (&Need, &bool)| need.floor.filter(|_| *measured);
        let floors = roles.iter().map(|role| role.iter().zip(&posterior.measured).map(floor).collect()).collect();
        let mut draws = Self { model, apart, floors, lots: Vec::new(), count: 2 * model.pairs() as usize };
        while let Some((catalogue, pairs)) = walk.next() {
            let mut levels = Vec::new();
            for deviation in pairs {
                for sign in [1.0, -1.0] {
                    levels.push(posterior.mean.iter().zip(deviation).map(|(mean, d)| mean + sign * d).collect());
                }
            }
            for levels in levels.chunks(2 * LOT) {
                let lot = draws.lot(catalogue.clone(), levels.to_vec());
                draws.lots.push(lot);
            }
        }
        Ok(draws)
    }

    fn lot(&self, catalogue: Vec<Vec<Term>>, levels: Vec<Vec<f64>>) -> Lot {
        let mut seen = Vec::with_capacity(levels.len() * catalogue.len());
        for levels in &levels {
            for (terms, floors) in catalogue.iter().zip(&self.floors) {
                let shares: Vec<f64> = terms.iter().map(|term| term.weight).collect();
                let slopes: Vec<f64> = terms.iter().map(|term| term.slope).collect();
                let (mean, variance) = moments(&shares, levels);
                let mut rest = 0.0;
                for ((term, floor), level) in terms.iter().zip(floors).zip(levels) {
                    rest += self.part(term, *floor, *level);
                }
                seen.push(Seen { rest, mean, variance, lean: dot(&slopes, levels) });
            }
        }
        Lot { catalogue, levels, seen }
    }

    /// Level and must-have part of the fit that one skill has.
    #[inline(always)]
    fn part(&self, term: &Term, floor: Option<f64>, level: f64) -> f64 {
        let reached = (1.0 - self.model.beta) * term.weight * (1.0 - 0.5 * loss(self.model, term.need - level));
        reached - floor.map_or(0.0, |floor| self.model.gamma * (floor - level).max(0.0))
    }

    /// The draws when the mean of `skill` moves.
    pub(super) fn moved(&self, skill: usize) -> Moved<'_> {
        let mut lots = Vec::with_capacity(self.lots.len());
        for lot in &self.lots {
            let entries = self.entries(lot, skill);
            let levels: Vec<f64> =
                lot.levels.iter().map(|levels| levels.get(skill).copied().unwrap_or_default()).collect();
            let mut seen = lot.seen.clone();
            for (seen, level) in seen.chunks_mut(entries.len().max(1)).zip(&levels) {
                for (seen, (term, floor)) in seen.iter_mut().zip(&entries) {
                    seen.rest -= self.part(term, *floor, *level);
                }
            }
            lots.push(MovedLot { entries, levels, seen });
        }
        Moved { draws: self, lots }
    }

    /// What each role of a lot's catalogue asks of a skill.
    fn entries(&self, lot: &Lot, skill: usize) -> Vec<(Term, Option<f64>)> {
        let of = |(terms, floors): (&Vec<Term>, &Vec<Option<f64>>)| Some((*terms.get(skill)?, *floors.get(skill)?));
        lot.catalogue.iter().zip(&self.floors).filter_map(of).collect()
    }
}

/// All draws of a person, ready for shifts of one skill.
pub(super) struct Moved<'m> {
    draws: &'m Draws<'m>,
    lots: Vec<MovedLot>,
}

/// A lot, as far as one skill is concerned.
struct MovedLot {
    /// What each role asks of it.
    entries: Vec<(Term, Option<f64>)>,
    /// Its level in each draw.
    levels: Vec<f64>,
    /// What each role makes of each draw, draw by draw.
    seen: Vec<Seen>,
}

impl Moved<'_> {
    /// Fit of a role in a draw in which the skill's level was `level`, after the shift.
    #[inline(always)]
    fn fit(&self, (term, floor): &(Term, Option<f64>), seen: &Seen, level: f64, shift: f64) -> f64 {
        let model = self.draws.model;
        let change = term.weight * shift * (2.0 * (level - seen.mean) + (1.0 - term.weight) * shift);
        let tilt = steadied(model, seen.variance + change);
        seen.rest + self.draws.part(term, *floor, level + shift) + model.beta * (seen.lean + term.slope * shift) * tilt
    }

    /// Which role leads when the mean moves by `shift` levels: the one with the largest share of draws in which it fits
    /// best, of equals the one of the higher mean fit, of equals the first.
    pub(super) fn leading(&self, shift: f64) -> Option<usize> {
        let mut wins = vec![0.0; self.draws.floors.len()];
        let mut left = self.draws.count;
        self.fits(shift, &mut |fits| {
            add_win(&mut wins, fits);
            left -= 1;
            left.is_multiple_of(2 * LOT) && ahead(&wins) > left as f64
        });
        // Mean fits decide between equals, and between nobody else.
        let level = ahead(&wins) == 0.0;
        let fit = |role: usize| if level { self.mean_fit(role, shift) } else { 0.0 };
        let apart = |role: &usize| self.draws.apart.get(*role) == Some(&true);
        let keys: Vec<(f64, f64)> = wins.iter().enumerate().map(|(role, wins)| (*wins, fit(role))).collect();
        by_key(&keys).into_iter().find(|role| !apart(role))
    }

    /// Share of each role in each draw, unmoved: 1 for the one that fits best, parts of it for equals, 0 for the rest;
    /// draw by draw.
    pub(super) fn winners(&self) -> Vec<f64> {
        let roles = self.draws.floors.len();
        let mut winners = vec![0.0; self.draws.count * roles];
        let mut places = winners.chunks_mut(roles.max(1));
        self.fits(0.0, &mut |fits| {
            if let Some(place) = places.next() {
                add_win(place, fits);
            }
            false
        });
        winners
    }

    /// Mean fit of a role when the mean moves by `shift` levels.
    pub(super) fn mean_fit(&self, role: usize, shift: f64) -> f64 {
        let roles = self.draws.floors.len();
        let mut sum = 0.0;
        for lot in &self.lots {
            let Some(entry) = lot.entries.get(role) else { continue };
            for (seen, level) in lot.seen.iter().skip(role).step_by(roles).zip(&lot.levels) {
                sum += self.fit(entry, seen, *level, shift);
            }
        }
        sum / self.draws.count as f64
    }

    /// The skill's level in each draw, unmoved.
    pub(super) fn levels(&self) -> Vec<f64> {
        self.lots.iter().flat_map(|lot| lot.levels.iter().copied()).collect()
    }

    /// Shows `each` the fits of all roles in each draw, until it has seen enough; of those set apart none.
    fn fits(&self, shift: f64, each: &mut impl FnMut(&[f64]) -> bool) {
        let roles = self.draws.floors.len();
        let mut fits = vec![0.0; roles];
        for lot in &self.lots {
            for (seen, level) in lot.seen.chunks(roles.max(1)).zip(&lot.levels) {
                for ((fit, seen), entry) in fits.iter_mut().zip(seen).zip(&lot.entries) {
                    *fit = self.fit(entry, seen, *level, shift);
                }
                for (fit, _) in fits.iter_mut().zip(self.draws.apart).filter(|(_, apart)| **apart) {
                    *fit = f64::NEG_INFINITY;
                }
                if each(&fits) {
                    return;
                }
            }
        }
    }
}

/// Adds a draw in which the fits are these to the wins of the best role; equals share it.
fn add_win(wins: &mut [f64], fits: &[f64]) {
    let (mut best, mut place, mut equals) = (f64::NEG_INFINITY, 0, 0.0);
    for (role, &fit) in fits.iter().enumerate() {
        if fit > best {
            (best, place, equals) = (fit, role, 0.0);
        }
        if fit == best {
            equals += 1.0;
        }
    }
    if equals == 1.0 {
        if let Some(wins) = wins.get_mut(place) {
            *wins += 1.0;
        }
        return;
    }
    for (wins, _) in wins.iter_mut().zip(fits).filter(|(_, fit)| **fit == best) {
        *wins += 1.0 / equals;
    }
}

/// How many draws the first has more than the second.
fn ahead(wins: &[f64]) -> f64 {
    let (mut first, mut second) = (0.0_f64, 0.0_f64);
    for &draws in wins {
        second = second.max(draws.min(first));
        first = first.max(draws);
    }
    first - second
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::random::Random;
    use crate::roles::draws::{leading, product_order, rank, ranking};
    use crate::roles::example::{MODEL, anything, independent, role};

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-9, "{found}, not {expected}");
    }

    /// 60 random catalogues and people, each skill moved up and down: the shortcut finds what the ranking of the moved
    /// posterior has.
    #[test]
    fn a_shift_is_the_ranking_of_the_moved_posterior() {
        let mut random = Random::new(14);
        for seed in 0..60 {
            let (model, roles, posterior) = anything(&mut random);
            let fixed = seed % 3 == 0;
            let draws = Draws::new(&model, &roles, &[], &posterior, (seed, fixed)).expect("draws");
            for skill in 0..posterior.mean.len() {
                let moved = draws.moved(skill);
                for shift in [0.0, 0.37, -1.2, 3.0] {
                    let mut other = posterior.clone();
                    other.mean[skill] += shift;
                    let fitted = rank(&model, &roles, &other, seed, fixed).expect("a ranking");
                    assert_eq!(moved.leading(shift), leading(&fitted), "skill {skill} by {shift}, seed {seed}");
                    for (role, fitted) in fitted.iter().enumerate() {
                        near(moved.mean_fit(role, shift), fitted.fit);
                    }
                }
            }
        }
    }

    #[test]
    fn wins_are_the_probabilities_of_the_ranking() {
        let mut random = Random::new(15);
        for seed in 0..60 {
            let (model, roles, posterior) = anything(&mut random);
            let draws = Draws::new(&model, &roles, &[], &posterior, (seed, false)).expect("draws");
            let winners = draws.moved(0).winners();
            for (role, fitted) in rank(&model, &roles, &posterior, seed, false).expect("a ranking").iter().enumerate() {
                near(winners.iter().skip(role).step_by(roles.len()).sum::<f64>() / draws.count as f64, fitted.p_best);
            }
        }
    }

    /// Which roles are set apart: none of the first half of the people, and of others all but the last and every third.
    fn set_apart(roles: usize, seed: u32) -> Vec<bool> {
        (0..roles).map(|role| seed >= 30 && role + 1 < roles && role % 3 != 0).collect()
    }

    /// What is set apart neither wins nor leads, and all else is as in the ranking that sets it apart.
    #[test]
    fn what_is_set_apart_leads_nowhere() {
        let mut random = Random::new(16);
        for seed in 0..60 {
            let (model, roles, posterior) = anything(&mut random);
            let apart = set_apart(roles.len(), seed);
            let draws = Draws::new(&model, &roles, &apart, &posterior, (seed, false)).expect("draws");
            let moved = draws.moved(0);
            let found = ranking(&model, &roles, &apart, &posterior, (seed, false)).expect("a ranking").roles;
            assert_eq!(moved.leading(0.0), product_order(&found).first().copied());
            let winners = moved.winners();
            for (role, fitted) in found.iter().enumerate() {
                let wins = winners.iter().skip(role).step_by(roles.len()).sum::<f64>() / draws.count as f64;
                near(wins, fitted.p_best_product.unwrap_or(0.0));
            }
        }
    }

    /// Equals share every draw, whatever moves; the first of them leads, and a fit that is higher on the whole comes
    /// before it.
    #[test]
    fn equals_are_told_apart_by_the_mean_fit_and_then_by_their_place() {
        let one = role(&[3.0, 1.0], &[2.0, 1.0], &[]);
        let posterior = independent(&[2.0, 2.0], &[0.5, 0.5]);
        let draws = |roles: &[Vec<Need>]| {
            Draws::new(&MODEL, roles, &[], &posterior, (1, true)).expect("draws").moved(0).leading(0.5)
        };
        assert_eq!(draws(&[one.clone(), one.clone()]), Some(0));
        assert_eq!(draws(&[]), None);
        // 1 draw each: -1 and +1 around the mean; the second role wins by more than it loses by.
        let model = Model { pairs: 1, lambda: 1.0, beta: 0.0, ..MODEL };
        let roles = [role(&[2.0], &[1.0], &[]), role(&[2.3], &[1.0], &[])];
        let one_pair = Draws::new(&model, &roles, &[], &independent(&[2.3], &[0.5]), (1, true)).expect("draws");
        let fitted = rank(&model, &roles, &independent(&[2.3], &[0.5]), 1, true).expect("a ranking");
        assert_eq!(one_pair.moved(0).leading(0.0), leading(&fitted));
    }
}
