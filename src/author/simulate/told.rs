//! What happened to made-up people, in numbers.

use super::taking::{Taken, Told};
use super::{AtLevel, RoleShare, Signs, SkillErrors, Stated, VerdictShare};
use crate::author::bank::bank;
use crate::numeric::sqrt;
use crate::quiz::Quiz;
use crate::quiz::limits::TOP;
use crate::roles::catalogue::Catalogue;
use crate::roles::verdict::{Call, CallKind};

/// Upper ends of the bands of a stated probability.
const BANDS: [f64; 7] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0];
/// Deviations to each side that hold 95 of 100 of a normal distribution.
const WIDE: f64 = 1.96;

/// One person's estimate of a skill.
struct Off {
    truth: f64,
    /// Estimated less true level.
    off: f64,
    spread: f64,
}

/// How accurately a skill was measured.
pub fn errors(quiz: &Quiz, skill: usize, taken: &[Taken]) -> SkillErrors {
    let off = |taken: &Taken| {
        let (estimate, truth) = (taken.found.get(skill)?.estimate.as_ref()?, *taken.truth.get(skill)?);
        Some(Off { truth, off: estimate.level - truth, spread: estimate.spread })
    };
    let all: Vec<Off> = taken.iter().filter_map(off).collect();
    let mean = |of: fn(&Off) -> f64| mean(all.iter().map(of));
    SkillErrors {
        skill: quiz.skills.get(skill).map(|skill| skill.id.value.clone()).unwrap_or_default(),
        estimated: all.len() as f64 / taken.len().max(1) as f64,
        bias: mean(|one| one.off),
        by_level: by_level(&all),
        rmse: sqrt(mean(|one| one.off * one.off)),
        stated: mean(|one| one.spread),
        covered_68: mean(|one| f64::from(u8::from(one.off.abs() <= one.spread))),
        covered_95: mean(|one| f64::from(u8::from(one.off.abs() <= WIDE * one.spread))),
        bank: bank(quiz, skill),
    }
}

fn by_level(all: &[Off]) -> Vec<AtLevel> {
    let nearest = |truth: f64| (truth.clamp(0.0, TOP) + 0.5) as u32;
    let at = |level: u32| {
        let here = || all.iter().filter(|one| nearest(one.truth) == level).map(|one| one.off);
        AtLevel { level, people: here().count() as u32, bias: mean(here()) }
    };
    (0..=TOP as u32).map(at).collect()
}

/// Mean of numbers; 0 of none.
fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
    sum / f64::max(count, 1.0)
}

/// Root of the mean squared error over all skills and people.
pub fn root_mean_square(taken: &[Taken]) -> f64 {
    let errors = taken.iter().flat_map(|taken| {
        let error =
            |(found, truth): (&crate::estimate::skills::Measured, &f64)| Some(found.estimate.as_ref()?.level - truth);
        taken.found.iter().zip(&taken.truth).filter_map(error)
    });
    sqrt(mean(errors.map(|error| error * error)))
}

fn told(taken: &[Taken]) -> impl Iterator<Item = &Told> {
    taken.iter().filter_map(|taken| taken.roles.as_ref())
}

/// Mean of the largest probability of a role, and the shares of people with .6 and .8 or more; nothing where no roles
/// are told.
pub fn largest(taken: &[Taken]) -> Option<(f64, [f64; 2])> {
    told(taken).next()?;
    let reached = |least: f64| mean(told(taken).map(|told| f64::from(u8::from(told.leading().1 >= least))));
    Some((mean(told(taken).map(|told| told.leading().1)), [reached(0.6), reached(0.8)]))
}

/// How often each role came out.
pub fn role_shares(catalogue: &Catalogue, taken: &[Taken]) -> Vec<RoleShare> {
    if told(taken).next().is_none() {
        return Vec::new();
    }
    let share = |(role, document): (usize, &crate::roles::catalogue::Role)| RoleShare {
        role: document.id.value.clone(),
        truly: mean(told(taken).filter_map(|told| told.truly.get(role).copied())),
        stated: mean(told(taken).filter_map(|told| told.stated.get(role).copied())),
    };
    catalogue.roles.iter().enumerate().map(share).collect()
}

/// The bands of the stated probability that anybody is in.
pub fn stated(taken: &[Taken]) -> Vec<Stated> {
    let mut from = 0.0;
    let mut bands = Vec::new();
    for to in BANDS {
        // The last band has its upper end.
        let here =
            || told(taken).filter(|told| (from..to).contains(&told.leading().1) || to == 1.0 && told.leading().1 >= to);
        let right = |told: &Told| told.truly.get(told.leading().0).copied().unwrap_or_default();
        bands.push(Stated {
            from,
            to,
            people: here().count() as u32,
            stated: mean(here().map(|told| told.leading().1)),
            right: mean(here().map(right)),
        });
        from = to;
    }
    bands.retain(|band| band.people > 0);
    bands
}

/// What was said of the roles, and how often it was true.
pub fn verdicts(taken: &[Taken]) -> Vec<VerdictShare> {
    let mut found = Vec::new();
    for call in [CallKind::Clear, CallKind::Leaning, CallKind::TooClose, CallKind::NoneYet, CallKind::NotEnoughEvidence]
    {
        let here = || told(taken).filter(|told| told.verdict.call.kind() == call);
        let people = here().count() as u32;
        if people > 0 {
            let (stated, right) = (mean(here().map(|told| told.said().0)), mean(here().map(|told| told.said().1)));
            let named = mean(here().map(|told| told.verdict.roles.len() as f64));
            found.push(VerdictShare { verdict: call, people, stated, right, named });
        }
    }
    found
}

impl Told {
    /// The probability of what was said, and how far it was true.
    fn said(&self) -> (f64, f64) {
        if matches!(self.verdict.call, Call::NoneYet(_)) {
            return (self.p_none, f64::from(u8::from(self.none)));
        }
        let of = |shares: &[f64]| self.verdict.roles.iter().filter_map(|role| shares.get(*role)).sum();
        (of(&self.stated), of(&self.truly))
    }
}

/// How often a sign of carelessness was seen, of people and of those who press anything.
pub fn signs(taken: &[Taken], pressed: &[Taken]) -> Signs {
    let careless = |taken: &[Taken]| mean(taken.iter().map(|taken| f64::from(u8::from(taken.careless))));
    let named = |told: &Told| matches!(told.verdict.call, Call::Clear | Call::Leaning);
    Signs {
        honest: careless(taken),
        pressing: careless(pressed),
        pressing_named: mean(pressed.iter().map(|taken| f64::from(u8::from(taken.roles.as_ref().is_some_and(named))))),
    }
}
