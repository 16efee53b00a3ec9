//! Which item comes next in an adaptive quiz, and when it ends.
//!
//! Below evidence grade 3 nothing is calibrated: items are then chosen by models that are assumed
//! ([`crate::model::calibrated::assumed`]), a quiz ends by length or by the share of a role, and every number that rests on that says so.

use crate::estimate::skills::so_far;
use crate::model::calibrated::{Measure, measures};
use crate::numeric::random::Random;
use crate::quiz::calibration::Adaptive;
use crate::quiz::document::Quiz;
use crate::quiz::response::Responses;
use libm::exp;

/// Information that differs by less than this share of the largest counts as the same: the estimates that it is taken at are known no better.
pub const SAME: f64 = 1e-10;

/// The item with the most information; of equals the first. `None` where no item is left.
///
/// `information(item)` is `None` for an item that may not be asked.
#[must_use]
pub fn most_informative(count: usize, information: &dyn Fn(usize) -> Option<f64>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for item in 0..count {
        let Some(found) = information(item) else { continue };
        if best.is_none_or(|(_, most)| found > most + SAME * most.abs()) {
            best = Some((item, found));
        }
    }
    best.map(|(item, _)| item)
}

/// The item to be asked next, as an index into the quiz; `None` when the quiz ends. `asked` are the items asked so far, in order.
#[must_use]
pub fn next(quiz: &Quiz, responses: &Responses, asked: &[usize], seed: u32) -> Option<usize> {
    let adaptive = quiz.adaptive.as_ref()?;
    let levels = so_far(quiz, responses);
    if asked.len() >= adaptive.max as usize || asked.len() >= adaptive.min.unwrap_or(1) as usize && precise(adaptive, &levels) {
        return None;
    }
    let mut best = best(quiz, responses, asked, adaptive.among.unwrap_or(1) as usize);
    // One number a question, so that question n draws the same however it was reached.
    let mut random = Random::new(u64::from(seed));
    let draw = asked.iter().fold(random.uniform(), |_, _| random.uniform());
    let place = (draw * best.len() as f64) as usize;
    (place < best.len()).then(|| best.swap_remove(place))
}

/// The `count` best items that are left, the best first.
#[must_use]
pub fn best(quiz: &Quiz, responses: &Responses, asked: &[usize], count: usize) -> Vec<usize> {
    let Some(adaptive) = quiz.adaptive.as_ref() else { return Vec::new() };
    let mut levels = so_far(quiz, responses);
    if let Some(start) = adaptive.start.filter(|_| asked.is_empty()) {
        levels.iter_mut().for_each(|(level, _)| *level = start);
    }
    let all: Vec<Vec<Measure>> = quiz.items.iter().map(|item| measures(quiz, item)).collect();
    let worth: Vec<Option<f64>> =
        all.iter().enumerate().map(|(item, of)| (!asked.contains(&item)).then(|| worth(of, &levels, adaptive.rule))).collect();
    let behind = if adaptive.balance { behind(&all, asked, quiz.skills.len()) } else { None };
    let touches = |item: usize, skill| all.get(item).is_some_and(|of| of.iter().any(|measure| measure.skill == skill));
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < count {
        let left = |item: usize| worth.get(item).copied().flatten().filter(|_| !chosen.contains(&item));
        let first = behind.and_then(|skill| most_informative(all.len(), &|item| left(item).filter(|_| touches(item, skill))));
        let Some(item) = first.or_else(|| most_informative(all.len(), &left).filter(|_| behind.is_none() || chosen.is_empty())) else {
            break;
        };
        chosen.push(item);
    }
    chosen
}

/// The skill of which the fewest items were asked among those that have any left; of equals the first.
fn behind(all: &[Vec<Measure>], asked: &[usize], skills: usize) -> Option<usize> {
    let of = |item: usize, skill: usize| all.get(item).is_some_and(|of| of.iter().any(|measure| measure.skill == skill));
    let left = |skill: usize| (0..all.len()).any(|item| !asked.contains(&item) && of(item, skill));
    let count = |skill: usize| asked.iter().filter(|&&item| of(item, skill)).count();
    (0..skills).filter(|&skill| left(skill)).min_by_key(|&skill| count(skill))
}

/// What an item is worth: its information on each skill, at the level so far or on average over what is known of it, as a share of
/// what is known already.
fn worth(of: &[Measure], levels: &[(f64, f64)], rule: u8) -> f64 {
    let mut sum = 0.0;
    for measure in of {
        let Some(&(level, sd)) = levels.get(measure.skill) else { continue };
        let information = if rule == 1 { averaged(measure, level, sd) } else { measure.model.information(level) };
        sum += sd * sd * information;
    }
    sum
}

/// Posterior-weighted information (van der Linden 1998, Psychometrika 63:201-216), for a normal posterior on eleven points to 2.5 deviations.
fn averaged(measure: &Measure, level: f64, sd: f64) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for step in -5..=5 {
        let off = f64::from(step) / 2.0;
        let weight = exp(-0.5 * off * off);
        sum += weight * measure.model.information(level + sd * off);
        weights += weight;
    }
    sum / weights
}

/// Whether every skill's standard error is as small as the quiz wants it; never where it does not end by errors.
fn precise(adaptive: &Adaptive, levels: &[(f64, f64)]) -> bool {
    adaptive.stop_error.is_some_and(|error| levels.iter().all(|(_, sd)| *sd <= error))
}
