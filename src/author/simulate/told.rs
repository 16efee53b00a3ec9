//! What happened to made-up people, in numbers.

use super::chosen::{bands, mean};
use super::taking::{Taken, Told};
use super::{AtLevel, Ended, Product, RoleShare, Signs, SkillErrors, Stated, VerdictShare};
use crate::author::bank::bank;
use crate::numeric::sqrt;
use crate::quiz::Quiz;
use crate::quiz::limits::TOP;
use crate::roles::catalogue::Catalogue;
use crate::roles::question::Ending;
use crate::roles::verdict::{Call, CallKind};

/// Upper ends of the bands of a stated probability.
const BANDS: [f64; 7] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0];
/// The same of the roles that a verdict is about, of which there are fewer.
const TENTHS: [f64; 10] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
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
        bands: bands(quiz, skill, taken),
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
    Some(reached(taken, Told::leading))
}

/// Mean of what is stated, and the shares of people with .6 and .8 or more.
fn reached(taken: &[Taken], of: Leading) -> (f64, [f64; 2]) {
    let least = |least: f64| mean(told(taken).map(|told| f64::from(u8::from(of(told).0 >= least))));
    (mean(told(taken).map(|told| of(told).0)), [least(0.6), least(0.8)])
}

/// A probability as stated, and in truth.
type Leading = fn(&Told) -> (f64, f64);

/// What is said of the roles that a verdict is about, of people and of those who press anything; nothing where no roles
/// are told.
pub fn product(taken: &[Taken], pressed: &[Taken]) -> Option<Product> {
    told(taken).next()?;
    let (mean_largest, reached) = reached(taken, Told::leading_product);
    let mut named: Vec<u32> = told(taken).map(|told| told.verdict.roles.len() as u32).filter(|n| *n > 0).collect();
    named.sort_unstable();
    let called = |call: CallKind| {
        mean(pressed.iter().map(|taken| {
            let kind = taken.roles.as_ref().map(|told| told.verdict.call.kind());
            f64::from(u8::from(kind == Some(call)))
        }))
    };
    Some(Product {
        mean_largest,
        reached,
        named: named.get(named.len() / 2).copied().unwrap_or_default(),
        stated: within(taken, &TENTHS, Told::leading_product),
        pressing_clear: called(CallKind::Clear),
        pressing_leaning: called(CallKind::Leaning),
    })
}

/// Why the quiz ended, for which share of the people.
pub fn endings(taken: &[Taken]) -> Vec<Ended> {
    let share = |ending: Ending| mean(taken.iter().map(|taken| f64::from(u8::from(taken.ending == ending))));
    [Ending::Length, Ending::Share, Ending::Gain].map(|ending| Ended { ending, share: share(ending) }).to_vec()
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
    within(taken, &BANDS, Told::leading)
}

fn within(taken: &[Taken], ends: &[f64], of: Leading) -> Vec<Stated> {
    let mut from = 0.0;
    let mut bands = Vec::new();
    for &to in ends {
        // The last band has its upper end.
        let here =
            || told(taken).map(of).filter(|(stated, _)| (from..to).contains(stated) || to == 1.0 && *stated >= to);
        bands.push(Stated {
            from,
            to,
            people: here().count() as u32,
            stated: mean(here().map(|(stated, _)| stated)),
            right: mean(here().map(|(_, right)| right)),
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
        let of = |shares: &[Option<f64>]| {
            self.verdict.roles.iter().filter_map(|role| shares.get(*role).copied().flatten()).sum()
        };
        (of(&self.stated_product), of(&self.truly_product))
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
