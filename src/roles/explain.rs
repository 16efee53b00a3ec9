//! A match explained: what to measure next, what would change it, which strengths carry over to a role, and what
//! closing each gap would do. Over the draws and catalogues of the match itself, so that all of it is about the numbers
//! shown there.

use super::catalogue::Catalogue;
use super::change::smallest;
use super::draws::{order, product_order, ranking};
use super::fit::shares;
use super::matching::Writer;
use super::model::Need;
use super::next;
use super::person::Placed;
use super::posterior::Posterior;
use super::shift::{Draws, Moved};
use super::tally::Fitted;
use crate::closed;
use crate::numeric::{ordered, sqrt};
use crate::quiz::limits::TOP;
use serde::Serialize;

/// A skill whose standard deviation is below this, in levels, is known: its strata would differ by chance alone.
const KNOWN: f64 = 0.01;

/// Why the roles of a match rank as they do.
#[derive(Debug, Serialize)]
pub struct Explained {
    /// What to measure next.
    pub next: Next,
    /// What would change the most probable role of those that the verdict is about, the smallest first (in standard
    /// deviations).
    pub changes: Vec<Change>,
    /// The roles in the order of the match.
    pub roles: Vec<RoleExplained>,
}

/// What measuring further skills would do.
#[derive(Debug, Serialize)]
pub struct Next {
    /// The largest probability of one role of those that the verdict is about, as it stands, 0 to 1.
    pub share: f64,
    /// All skills, the most telling first.
    pub skills: Vec<NextSkill>,
}

/// What knowing one skill exactly would do.
#[derive(Debug, Serialize)]
pub struct NextSkill {
    /// Identifier of the skill.
    pub skill: String,
    /// The largest probability of one role that is to be expected then; not below today's.
    pub share: f64,
}

closed! {
    /// Which way a level moves.
    pub enum Way {
        /// Higher.
        Up = "up",
        /// Lower.
        Down = "down",
    }
}

/// The smallest shift of a posterior mean, in hundredths of a level, that changes the most probable role, the mean
/// staying within 0 to 4.
#[derive(Debug, Serialize)]
pub struct Change {
    /// Identifier of the skill.
    pub skill: String,
    /// Which way the mean shifts.
    pub direction: Way,
    /// How far, in levels; below 0 downwards.
    pub shift: f64,
    /// The shift in posterior standard deviations of the skill.
    pub errors: f64,
    /// The role that leads then.
    pub role: String,
}

/// What carries over to a role, and what is missing there. A skill that was not measured is in neither list, nor one
/// that the role neither weighs nor has a must-have on.
#[derive(Debug, Serialize)]
pub struct RoleExplained {
    /// Identifier of the role.
    pub role: String,
    /// Skills that carry the role for this person ([`super::matching::Contribution::carries`]), the heaviest
    /// contribution first.
    pub strengths: Vec<Strength>,
    /// Skills below the role's need, the largest gain first.
    pub gaps: Vec<Gap>,
}

/// A skill that carries over.
#[derive(Debug, Serialize)]
pub struct Strength {
    /// Identifier of the skill.
    pub skill: String,
    /// How far the level is above the need, in levels.
    pub over: f64,
}

/// A skill that a role needs more of.
#[derive(Debug, Serialize)]
pub struct Gap {
    /// Identifier of the skill.
    pub skill: String,
    /// How far the level is below the need, in levels.
    pub gap: f64,
    /// Rise of the role's mean fit if the level rose by that much.
    pub gain: f64,
}

/// Explains the match of the same person and seed.
///
/// `None` as for [`super::matching::matching`].
pub fn explain(catalogue: &Catalogue, placed: &Placed, seed: u32, fixed: bool) -> Option<Explained> {
    let posterior = &placed.posterior;
    let model = &catalogue.constants.model;
    let roles = catalogue.needs();
    let apart = catalogue.apart();
    let fitted = ranking(model, &roles, &apart, posterior, (seed, fixed)).ok()?.roles;
    let draws = Draws::new(model, &roles, &apart, posterior, (seed, fixed)).ok()?;
    let leading = product_order(&fitted).first().copied()?;
    let share = fitted.get(leading)?.p_best_product?;
    let writer = Writer { catalogue, language: "", shown: &placed.shown };
    let mut work = Work { posterior, leading, share, winners: None, shares: Vec::new(), turns: Vec::new() };
    let mut gains = vec![Vec::new(); roles.len()];
    for skill in 0..posterior.mean.len() {
        let moved = draws.moved(skill);
        work.take(skill, &moved, roles.len());
        for (index, ((role, fitted), gains)) in roles.iter().zip(&fitted).zip(&mut gains).enumerate() {
            gains
                .push(role.get(skill).map_or(0.0, |need| gain(&moved, (index, fitted.fit), need, writer.level(skill))));
        }
    }
    let told = |index: usize| {
        let role = Told {
            needs: roles.get(index)?,
            fitted: fitted.get(index)?,
            gains: gains.get(index)?,
            shown: &placed.shown,
        };
        Some(RoleExplained {
            role: writer.role_id(index),
            strengths: role.strengths(&writer),
            gaps: role.gaps(&writer),
        })
    };
    Some(Explained {
        next: Next { share, skills: work.next(&writer) },
        changes: work.changes(&writer),
        roles: order(&fitted).into_iter().filter_map(told).collect(),
    })
}

/// What is found skill by skill.
struct Work<'w> {
    posterior: &'w Posterior,
    leading: usize,
    share: f64,
    /// Who wins each draw: the same for every skill.
    winners: Option<Vec<f64>>,
    /// What knowing each skill would make of the share.
    shares: Vec<f64>,
    /// Skill, shift in levels, shift in standard deviations, and the role that leads then.
    turns: Vec<(usize, f64, f64, usize)>,
}

impl Work<'_> {
    fn take(&mut self, skill: usize, moved: &Moved, roles: usize) {
        let deviation = sqrt(self.posterior.covariance.at(skill, skill));
        let winners = self.winners.get_or_insert_with(|| moved.winners());
        self.shares.push(if deviation < KNOWN {
            self.share
        } else {
            next::share(moved, winners, roles).max(self.share)
        });
        let mean = self.posterior.mean.get(skill).copied().unwrap_or_default();
        for (sign, room) in [(1.0, TOP - mean), (-1.0, mean)] {
            if let Some((shift, role)) = smallest(moved, self.leading, sign, room) {
                self.turns.push((skill, shift, shift / deviation, role));
            }
        }
    }

    fn next(&self, writer: &Writer) -> Vec<NextSkill> {
        let order = ordered(self.shares.len(), &|a, b| self.shares.get(a) > self.shares.get(b));
        let next = |skill: usize| Some(NextSkill { skill: writer.skill_id(skill), share: *self.shares.get(skill)? });
        order.into_iter().filter_map(next).collect()
    }

    fn changes(&self, writer: &Writer) -> Vec<Change> {
        let errors = |turn: usize| self.turns.get(turn).map(|turn| turn.2.abs());
        let change = |turn: usize| {
            let &(skill, shift, errors, role) = self.turns.get(turn)?;
            let direction = if shift > 0.0 { Way::Up } else { Way::Down };
            Some(Change { skill: writer.skill_id(skill), direction, shift, errors, role: writer.role_id(role) })
        };
        ordered(self.turns.len(), &|a, b| errors(a) < errors(b)).into_iter().filter_map(change).collect()
    }
}

/// Rise of a role's mean fit, which is `fit`, if a skill that is shown at `level` were at the need; 0 where it is.
fn gain(moved: &Moved, (role, fit): (usize, f64), need: &Need, level: Option<f64>) -> f64 {
    let short = level.map_or(0.0, |level| need.need - level);
    if short > 0.0 { moved.mean_fit(role, short) - fit } else { 0.0 }
}

/// One role beside a person.
struct Told<'t> {
    needs: &'t [Need],
    fitted: &'t Fitted,
    /// Gain of each skill.
    gains: &'t [f64],
    /// The levels of measured skills, as they are shown.
    shown: &'t [Option<(f64, f64)>],
}

impl Told<'_> {
    /// How far the level of a skill is above the need; nothing where the skill was not measured or does not count in
    /// the role.
    fn over(&self, skill: usize) -> Option<f64> {
        let need = self.needs.get(skill).filter(|need| need.weight > 0.0 || need.floor.is_some())?;
        self.shown.get(skill).copied().flatten().map(|(level, _)| level - need.need)
    }

    /// The skills, those with the largest numbers first.
    fn sorted(&self, numbers: &[f64]) -> Vec<usize> {
        ordered(self.needs.len(), &|a, b| numbers.get(a) > numbers.get(b))
    }

    fn strengths(&self, writer: &Writer) -> Vec<Strength> {
        let weights = shares(self.needs);
        let strength = |skill: usize| {
            let over = self.over(skill).filter(|_| writer.carries(skill, self.needs, &weights))?;
            Some(Strength { skill: writer.skill_id(skill), over })
        };
        self.sorted(&self.fitted.contributions).into_iter().filter_map(strength).collect()
    }

    fn gaps(&self, writer: &Writer) -> Vec<Gap> {
        let gap = |skill: usize| {
            let gap = -self.over(skill).filter(|over| *over < 0.0)?;
            Some(Gap { skill: writer.skill_id(skill), gap, gain: *self.gains.get(skill)? })
        };
        self.sorted(self.gains).into_iter().filter_map(gap).collect()
    }
}
