//! Fit over many draws: how probable it is that a role fits best, and what each skill has to do with it.
//!
//! A draw is a set of levels that a person may well have, given what was measured. The uncertainty of the catalogue's
//! own numbers is in the draws too: they cycle through perturbed catalogues, so that a probability covers both. The
//! draws are not repetitions of the quiz.

use super::fit;
use super::model::{Fault, Model, Need};
use super::posterior::Posterior;
use super::tally::{Fitted, Tally};
use super::walk::Walk;
use crate::numeric::ordered;

/// How all roles fit over the same draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// How each role fits, in the order of the catalogue.
    pub roles: Vec<Fitted>,
    /// Share of the draws in which every role that is not set apart misses a must-have, one at least; 0 without roles.
    /// Not the product of the roles' own shares: what one role misses another often misses with it.
    pub p_none: f64,
    /// Share of the draws in which a role that is set apart fits best of all.
    pub p_archetype: f64,
}

/// How a person fits each role: [`ranking`] of roles of which none is set apart, without [`Ranking::p_none`].
///
/// # Errors
/// As for [`ranking`].
pub fn rank(
    model: &Model,
    roles: &[Vec<Need>],
    posterior: &Posterior,
    seed: u32,
    fixed: bool,
) -> Result<Vec<Fitted>, Fault> {
    ranking(model, roles, &[], posterior, (seed, fixed)).map(|ranking| ranking.roles)
}

/// How a person fits each role: the same inputs and seed give the same bits everywhere.
///
/// `roles` are lists of needs parallel to the posterior's skills; the result is parallel to `roles`, and so is `apart`:
/// the roles that are compared with all, but not among those that a verdict is about; none where it is shorter
/// ([`super::catalogue::Catalogue::apart`]). With `fixed`, the
/// catalogue's numbers are taken as they are. Otherwise pair i uses perturbed catalogue i modulo `catalogues`, for both
/// of its members: weights from a Dirichlet distribution around the role's, with shapes that add up to `concentration`,
/// and needs moved uniformly by up to `need_shift`, not confined to 0 to 4; floors stay. The levels drawn depend on the
/// seed and the posterior only, so that two catalogues are compared over the same draws.
///
/// # Errors
///
/// [`Fault::Lengths`] when a role or a part of the posterior does not describe the same skills, [`Fault::Number`] when
/// a number cannot be used, [`Fault::Covariance`] when the posterior's covariance is not positive definite.
pub fn ranking(
    model: &Model,
    roles: &[Vec<Need>],
    apart: &[bool],
    posterior: &Posterior,
    (seed, fixed): (u32, bool),
) -> Result<Ranking, Fault> {
    let mut walk = Walk::new(model, roles, posterior, (seed, model.pairs()), fixed)?;
    let mut tallies: Vec<Tally> = roles.iter().map(|role| Tally::new(role, posterior)).collect();
    for (tally, apart) in tallies.iter_mut().zip(apart) {
        tally.apart = *apart;
    }
    let (mut plus, mut minus) = (vec![0.0; roles.len()], vec![0.0; roles.len()]);
    let mut none = 0.0;
    while let Some((catalogue, pairs)) = walk.next() {
        for (tally, terms) in tallies.iter_mut().zip(&catalogue) {
            tally.begin(terms, &posterior.mean);
        }
        for deviation in pairs {
            for ((tally, plus), minus) in tallies.iter_mut().zip(&mut plus).zip(&mut minus) {
                (*plus, *minus) = tally.look(model, deviation);
            }
            count(model, &mut tallies, &plus);
            count(model, &mut tallies, &minus);
            none += f64::from(
                u8::from(tallies.iter().all(|tally| tally.apart || tally.misses.0))
                    + u8::from(tallies.iter().all(|tally| tally.apart || tally.misses.1)),
            );
        }
        for tally in &mut tallies {
            tally.end(model);
        }
    }
    let draws = 2.0 * f64::from(model.pairs());
    let finish =
        |(tally, role): (Tally, &Vec<Need>)| tally.finish(model, draws, fit::evidence(role, posterior, model.prior_sd));
    let mut fitted: Vec<Fitted> = tallies.into_iter().zip(roles).map(finish).collect();
    mark_also_good(model, &mut fitted);
    let p_none = if roles.is_empty() { 0.0 } else { none / draws };
    let set_apart = fitted.iter().filter(|role| role.p_best_product.is_none());
    let p_archetype = set_apart.fold(0.0, |sum, role| sum + role.p_best);
    Ok(Ranking { roles: fitted, p_none, p_archetype })
}

/// The roles by probability of fitting best, then by mean fit, then in the order of the catalogue.
#[must_use]
pub fn order(fitted: &[Fitted]) -> Vec<usize> {
    by_key(&fitted.iter().map(|role| (role.p_best, role.fit)).collect::<Vec<_>>())
}

/// The roles that are not set apart, by their probability of fitting best among themselves, then by mean fit, then in
/// the order of the catalogue: those that a verdict is about.
#[must_use]
pub fn product_order(fitted: &[Fitted]) -> Vec<usize> {
    let keys: Vec<(f64, f64)> = fitted.iter().map(|role| (role.p_best_product.unwrap_or(-1.0), role.fit)).collect();
    let mut order = by_key(&keys);
    order.retain(|&index| fitted.get(index).is_some_and(|role| role.p_best_product.is_some()));
    order
}

/// Places by probability of fitting best, then by mean fit, then as they come.
pub(super) fn by_key(keys: &[(f64, f64)]) -> Vec<usize> {
    ordered(keys.len(), &|a, b| keys.get(a) > keys.get(b))
}

/// The most probable role; `None` without roles.
#[must_use]
pub fn leading(fitted: &[Fitted]) -> Option<usize> {
    order(fitted).first().copied()
}

/// Counts who is best and who is near in one draw: of all roles, and of those that are not set apart.
fn count(model: &Model, tallies: &mut [Tally], fits: &[f64]) {
    let (mut all, mut product) = (Best::default(), Best::default());
    for (tally, &fit) in tallies.iter().zip(fits) {
        all.see(fit);
        if !tally.apart {
            product.see(fit);
        }
    }
    for (tally, &fit) in tallies.iter_mut().zip(fits) {
        tally.best += all.share(fit);
        tally.near += f64::from(u8::from(fit >= all.fit - model.near));
        tally.best_product += product.share(fit);
        tally.near_product += f64::from(u8::from(fit >= product.fit - model.near));
    }
}

/// The best fit of a draw, and how many have it.
struct Best {
    fit: f64,
    count: f64,
}

impl Default for Best {
    fn default() -> Best {
        Best { fit: f64::NEG_INFINITY, count: 0.0 }
    }
}

impl Best {
    #[inline(always)]
    fn see(&mut self, fit: f64) {
        if fit > self.fit {
            (self.fit, self.count) = (fit, 0.0);
        }
        if fit == self.fit {
            self.count += 1.0;
        }
    }

    /// What the draw counts for a role of this fit.
    #[inline(always)]
    fn share(&self, fit: f64) -> f64 {
        if fit == self.fit { 1.0 / self.count } else { 0.0 }
    }
}

/// Marks the roles that come close in mean fit to the best that is not set apart, without being the most probable of
/// these.
fn mark_also_good(model: &Model, fitted: &mut [Fitted]) {
    let order = product_order(fitted);
    let fits = order.iter().filter_map(|&index| fitted.get(index));
    let best = fits.fold(f64::NEG_INFINITY, |best: f64, role| best.max(role.fit));
    let leading = order.first().copied();
    for (index, role) in fitted.iter_mut().enumerate() {
        role.also_good = Some(index) != leading && role.fit >= best - model.also_good;
    }
}

#[cfg(test)]
mod tests;
