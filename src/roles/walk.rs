//! The draws of a person with the perturbed catalogues that they are scored by: one iteration shared by all that counts
//! draws.
//!
//! Draws come in antithetic pairs, mean + d and mean - d (Hammersley & Morton 1956), so that anything linear in
//! the levels is estimated without error. Pair i is looked at with perturbed catalogue i modulo their number, both of
//! its members.

use super::fit::{self, Term, terms};
use super::model::{Fault, Model, Need};
use super::posterior::Posterior;
use crate::numeric::dot;
use crate::numeric::matrix::Matrix;
use crate::numeric::random::Random;

/// An iteration over the draws, catalogue by catalogue and not pair by pair: each role's numbers are then prepared once
/// and not 2,048 times.
pub(super) struct Walk<'w> {
    model: &'w Model,
    roles: &'w [Vec<Need>],
    deviations: Deviations,
    numbers: Random,
    /// How many catalogues there are, ...
    catalogues: usize,
    /// ... and how many of them are done.
    done: usize,
    /// Whether the catalogue's numbers are taken as they are.
    fixed: bool,
}

impl<'w> Walk<'w> {
    /// Starts the iteration over so many pairs. The levels depend on the seed and the posterior only, so that two
    /// catalogues are compared over the same draws.
    ///
    /// # Errors
    /// As for [`super::draws::rank`].
    pub(super) fn new(
        model: &'w Model,
        roles: &'w [Vec<Need>],
        posterior: &Posterior,
        (seed, pairs): (u32, u32),
        fixed: bool,
    ) -> Result<Self, Fault> {
        check(model, roles, posterior)?;
        let spread = posterior.covariance.cholesky().ok_or(Fault::Covariance)?;
        let mut seeds = Random::new(u64::from(seed));
        let deviations = Deviations::new(&spread, pairs, &mut seeds.split());
        let catalogues = if fixed { 1 } else { model.catalogues().min(pairs) as usize };
        Ok(Self { model, roles, deviations, numbers: seeds.split(), catalogues, done: 0, fixed })
    }

    /// The next catalogue, as the terms of each role, and the deviations of the pairs that are looked at with it.
    pub(super) fn next(&mut self) -> Option<(Vec<Vec<Term>>, impl Iterator<Item = &[f64]>)> {
        let start = self.done;
        if start == self.catalogues {
            return None;
        }
        self.done += 1;
        let mut catalogue = Vec::with_capacity(self.roles.len());
        for role in self.roles {
            catalogue.push(if self.fixed { as_written(role) } else { perturbed(self.model, role, &mut self.numbers) });
        }
        let deviations = &self.deviations;
        Some((catalogue, (start..deviations.pairs).step_by(self.catalogues).map(|pair| deviations.of(pair))))
    }
}

/// One deviation from the mean for each pair.
pub(super) struct Deviations {
    /// All of them, one after the other.
    numbers: Vec<f64>,
    skills: usize,
    /// How many there are.
    pub(super) pairs: usize,
}

impl Deviations {
    /// So many deviations: the Cholesky factor times independent standard normals.
    pub(super) fn new(spread: &Matrix, pairs: u32, random: &mut Random) -> Self {
        let (skills, pairs) = (spread.size(), pairs as usize);
        let mut numbers = Vec::with_capacity(skills * pairs);
        let mut normals = Vec::with_capacity(skills);
        for _ in 0..pairs {
            normals.clear();
            for row in 0..skills {
                normals.push(random.normal());
                // Beyond the diagonal the row holds zeros; the product stops where the normals do.
                numbers.push(dot(spread.row(row), &normals));
            }
        }
        Self { numbers, skills, pairs }
    }

    /// The deviation of a pair, by skill.
    pub(super) fn of(&self, pair: usize) -> &[f64] {
        self.numbers.get(pair * self.skills..(pair + 1) * self.skills).unwrap_or_default()
    }
}

/// Whether all parts describe the same skills in numbers that can be calculated with.
fn check(model: &Model, roles: &[Vec<Need>], posterior: &Posterior) -> Result<(), Fault> {
    let skills = posterior.mean.len();
    if !posterior.describes(skills) || roles.iter().any(|role| role.len() != skills) {
        return Err(Fault::Lengths);
    }
    let numbers = model.usable() && posterior.usable() && roles.iter().flatten().all(Need::usable);
    if numbers { Ok(()) } else { Err(Fault::Number) }
}

/// The role's terms with the catalogue's own numbers.
fn as_written(role: &[Need]) -> Vec<Term> {
    terms(&fit::shares(role), &fit::needs(role))
}

/// The role's terms with weights redrawn and needs moved.
pub(super) fn perturbed(model: &Model, role: &[Need], random: &mut Random) -> Vec<Term> {
    let mut shares = fit::shares(role);
    for share in &mut shares {
        *share *= model.concentration;
    }
    random.dirichlet(&mut shares);
    let mut needs = fit::needs(role);
    for need in &mut needs {
        *need += model.need_shift * (2.0 * random.uniform() - 1.0);
    }
    terms(&shares, &needs)
}
