//! What one role adds up over the draws. The innermost loop of the matching, and the only place that is written for
//! speed: tests hold it to [`super::fit::contributions`], draw by draw.

use super::fit::{Term, steadied};
use super::model::{Model, Need};
use super::posterior::Posterior;

/// How a role fits over all draws. Probabilities are shares of the draws; lists are parallel to the skills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fitted {
    /// Mean fit: the sum of the contributions.
    pub fit: f64,
    /// The part of the mean fit that comes from the levels.
    pub level: f64,
    /// The part of the mean fit that comes from the shape.
    pub shape: f64,
    /// What missed must-haves take off the mean fit; 0 or below.
    pub must_have: f64,
    /// Probability that the role fits best; exact ties share it. Adds up to 1 over the roles.
    pub p_best: f64,
    /// Probability that the role's fit is within `near` of the best.
    pub p_near_best: f64,
    /// The same as `p_best` among the roles that are not set apart; nothing for one that is. Adds up to 1 over them.
    pub p_best_product: Option<f64>,
    /// The same as `p_near_best` among the roles that are not set apart; nothing for one that is.
    pub p_near_best_product: Option<f64>,
    /// Probability that a must-have is missed, one at least; floors on skills that were not measured do not count.
    pub p_must_have_missed: f64,
    /// Whether the role's mean fit is within `also_good` of the best mean fit of the roles that are not set apart, though
    /// it is not the most probable of these.
    pub also_good: bool,
    /// What each skill contributes to the mean fit.
    pub contributions: Vec<f64>,
    /// Probability of being below the floor on this skill; 0 without a floor, or where nothing was measured.
    pub p_floor_missed: Vec<f64>,
    /// Weighted evidence about the role's skills, see [`super::fit::evidence`].
    pub evidence: f64,
}

/// What one role adds up over the draws: those of the catalogue in hand, and all of them.
///
/// Both members of a pair are looked at together, as mean + d and mean - d. What is straight or square in d is then
/// worked out once for both, and sums of d itself vanish.
#[derive(Default)]
pub(super) struct Tally {
    /// The role under the catalogue in hand, by skill.
    entries: Vec<Entry>,
    /// The role under the catalogue in hand at the person's mean levels: sum of weights, ...
    whole: f64,
    /// ... weighted mean of the gaps, ...
    gap: f64,
    /// ... weighted variance of the levels, ...
    variance: f64,
    /// ... and slopes times levels.
    lean: f64,
    /// Number of draws under the catalogue in hand, ...
    draws: f64,
    /// ... sum of their tilts (one over the steadied spread), ...
    tilt: f64,
    /// ... and sum over the pairs of the weighted mean of d times the difference of the two tilts.
    drift: f64,
    /// Sum over all draws of the level part of each skill's contribution.
    level: Vec<f64>,
    /// Sum over all draws of the shape part of each skill's contribution.
    shape: Vec<f64>,
    /// The must-haves that count.
    floors: Vec<Floor>,
    /// Draws in which a must-have is missed.
    missed: f64,
    /// Whether one is missed in each member of the pair in hand.
    pub(super) misses: (bool, bool),
    /// Draws in which the role is best; a tie of n counts 1 / n.
    pub(super) best: f64,
    /// Draws in which the role is near the best.
    pub(super) near: f64,
    /// Whether it is set apart: an archetype beside product roles.
    pub(super) apart: bool,
    /// The same as `best`, ...
    pub(super) best_product: f64,
    /// ... and as `near`, among the roles that are not set apart.
    pub(super) near_product: f64,
}

/// One skill of one role under one catalogue, seen from the person's mean level.
struct Entry {
    weight: f64,
    slope: f64,
    /// The need less the mean level.
    gap: f64,
    /// The mean level less the weighted mean of all mean levels.
    above: f64,
    /// Sum over the draws of the distance between level and need.
    distance: f64,
    /// Sum over the pairs of d times the difference of the two tilts.
    tilted: f64,
}

/// A must-have that counts, and sums over all draws.
struct Floor {
    skill: usize,
    /// The floor less the mean level.
    gap: f64,
    /// Sum of the levels that draws stay below the floor.
    short: f64,
    /// Draws below the floor.
    missed: f64,
}

impl Tally {
    /// A role that has seen no draw.
    pub(super) fn new(role: &[Need], posterior: &Posterior) -> Self {
        let mut floors = Vec::new();
        let skills = role.iter().zip(&posterior.measured).zip(&posterior.mean);
        for (skill, ((need, measured), mean)) in skills.enumerate() {
            if let (Some(floor), true) = (need.floor, measured) {
                floors.push(Floor { skill, gap: floor - mean, short: 0.0, missed: 0.0 });
            }
        }
        Self { floors, level: vec![0.0; role.len()], shape: vec![0.0; role.len()], ..Self::default() }
    }

    /// Takes the next catalogue in hand: the role's terms in it.
    pub(super) fn begin(&mut self, terms: &[Term], means: &[f64]) {
        (self.whole, self.gap, self.variance, self.lean) = (0.0, 0.0, 0.0, 0.0);
        (self.draws, self.tilt, self.drift) = (0.0, 0.0, 0.0);
        let mut mean = 0.0;
        for (term, level) in terms.iter().zip(means) {
            mean += term.weight * level;
        }
        self.entries.clear();
        for (term, level) in terms.iter().zip(means) {
            let (gap, above) = (term.need - level, level - mean);
            self.whole += term.weight;
            self.gap += term.weight * gap;
            self.variance += term.weight * above * above;
            self.lean += term.slope * above;
            self.entries.push(Entry { weight: term.weight, slope: term.slope, gap, above, distance: 0.0, tilted: 0.0 });
        }
    }

    /// The fit of the role in both members of a pair, with all that the contributions will need added up.
    ///
    /// A loss is p |gap| + q gap, with p half of 1 + lambda and q half of 1 - lambda: what
    /// [`super::fit::contributions`] has, without a branch that would be guessed wrong every other time.
    pub(super) fn look(&mut self, model: &Model, deviation: &[f64]) -> (f64, f64) {
        let (mut mean, mut square, mut product, mut slope) = (0.0, 0.0, 0.0, 0.0);
        let (mut plus, mut minus) = (0.0, 0.0);
        for (entry, d) in self.entries.iter_mut().zip(deviation) {
            let weighted = entry.weight * d;
            mean += weighted;
            square += weighted * d;
            product += weighted * entry.above;
            slope += entry.slope * d;
            let (distance_plus, distance_minus) = ((entry.gap - d).abs(), (entry.gap + d).abs());
            plus += entry.weight * distance_plus;
            minus += entry.weight * distance_minus;
            entry.distance += distance_plus + distance_minus;
        }
        let variance = self.variance + square - mean * mean;
        let tilt_plus = steadied(model, variance + 2.0 * product);
        let tilt_minus = steadied(model, variance - 2.0 * product);
        let turn = tilt_plus - tilt_minus;
        for (entry, d) in self.entries.iter_mut().zip(deviation) {
            entry.tilted += d * turn;
        }
        self.draws += 2.0;
        self.tilt += tilt_plus + tilt_minus;
        self.drift += mean * turn;
        let (short_plus, short_minus) = self.short(deviation);
        let fit = |distance, gap, shape, short| {
            let level = self.whole - 0.25 * ((1.0 + model.lambda) * distance + (1.0 - model.lambda) * gap);
            (1.0 - model.beta) * level + model.beta * shape - model.gamma * short
        };
        let plus = fit(plus, self.gap - mean, (self.lean + slope) * tilt_plus, short_plus);
        let minus = fit(minus, self.gap + mean, (self.lean - slope) * tilt_minus, short_minus);
        (plus, minus)
    }

    /// How far each member of the pair stays below the must-haves, all together.
    fn short(&mut self, deviation: &[f64]) -> (f64, f64) {
        let (mut plus, mut minus) = (0.0, 0.0);
        for floor in &mut self.floors {
            let d = deviation.get(floor.skill).copied().unwrap_or(0.0);
            plus += floor.below(floor.gap - d);
            minus += floor.below(floor.gap + d);
        }
        self.misses = (plus > 0.0, minus > 0.0);
        self.missed += f64::from(u8::from(self.misses.0) + u8::from(self.misses.1));
        (plus, minus)
    }

    /// Adds up what the draws of the catalogue in hand say about each skill's contribution.
    pub(super) fn end(&mut self, model: &Model) {
        let totals = self.level.iter_mut().zip(&mut self.shape);
        for (entry, (level, shape)) in self.entries.iter().zip(totals) {
            let loss = (1.0 + model.lambda) * entry.distance + (1.0 - model.lambda) * entry.gap * self.draws;
            *level += (1.0 - model.beta) * entry.weight * (self.draws - 0.25 * loss);
            *shape += model.beta * entry.slope * (entry.above * self.tilt + entry.tilted - self.drift);
        }
    }

    /// Turns the sums into means and shares of so many draws.
    pub(super) fn finish(self, model: &Model, draws: f64, evidence: f64) -> Fitted {
        let mut fitted = Fitted {
            p_best: self.best / draws,
            p_near_best: self.near / draws,
            p_best_product: (!self.apart).then_some(self.best_product / draws),
            p_near_best_product: (!self.apart).then_some(self.near_product / draws),
            p_must_have_missed: self.missed / draws,
            p_floor_missed: vec![0.0; self.level.len()],
            evidence,
            ..Fitted::default()
        };
        for (level, shape) in self.level.iter().zip(&self.shape) {
            fitted.level += level / draws;
            fitted.shape += shape / draws;
            fitted.contributions.push((level + shape) / draws);
        }
        for floor in &self.floors {
            let must_have = -model.gamma * floor.short / draws;
            fitted.must_have += must_have;
            if let Some(contribution) = fitted.contributions.get_mut(floor.skill) {
                *contribution += must_have;
            }
            if let Some(missed) = fitted.p_floor_missed.get_mut(floor.skill) {
                *missed = floor.missed / draws;
            }
        }
        for contribution in &fitted.contributions {
            fitted.fit += contribution;
        }
        fitted
    }
}

impl Floor {
    /// Counts a draw that is `short` levels below the floor; 0 for one that is not below.
    fn below(&mut self, short: f64) -> f64 {
        if short <= 0.0 {
            return 0.0;
        }
        self.short += short;
        self.missed += 1.0;
        short
    }
}
