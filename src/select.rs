//! Which item comes next in an adaptive quiz, and when it ends.
//!
//! Below evidence grade 3 nothing is calibrated: items are then chosen by models that are assumed
//! ([`crate::model::calibrated::assumed`]), a quiz ends by length or by the share of a role, and every number that
//! rests on that says so.

pub mod screens;

use crate::estimate::skills::so_far;
use crate::model::calibrated::{Measure, measures};
use crate::numeric::random::Random;
use crate::quiz::calibration::{Adaptive, Criterion};
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::response::Responses;
use libm::exp;

/// Information that differs by less than this share of the largest counts as the same: the estimates that it is taken
/// at are known no better.
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

/// The item to be asked next, as an index into the quiz; `None` when the quiz ends. `asked` are the items asked so far,
/// in order.
#[must_use]
pub fn next(quiz: &Quiz, responses: &Responses, asked: &[usize], seed: u32) -> Option<usize> {
    let adaptive = quiz.adaptive.as_ref()?;
    if asked.len() >= adaptive.max as usize {
        return None;
    }
    if let Some(rest) = rest(quiz, asked) {
        return Some(rest);
    }
    let levels = so_far(quiz, responses);
    if asked.len() >= adaptive.min.unwrap_or(1) as usize && precise(adaptive, &levels) {
        return None;
    }
    let mut best = ranked(quiz, adaptive, levels, asked, adaptive.among.unwrap_or(1) as usize);
    // One number a question, so that question n draws the same however it was reached.
    let mut random = Random::new(u64::from(seed));
    let draw = asked.iter().fold(random.uniform(), |_, _| random.uniform());
    let place = (draw * best.len() as f64) as usize;
    (place < best.len()).then(|| best.swap_remove(place))
}

/// The first item that stands on one screen with the last one asked and was not asked itself.
#[must_use]
pub fn rest(quiz: &Quiz, asked: &[usize]) -> Option<usize> {
    let last = quiz.items.get(*asked.last()?)?;
    (0..quiz.items.len())
        .find(|item| !asked.contains(item) && quiz.items.get(*item).is_some_and(|item| item.is_beside(last)))
}

/// All items that may be asked next, in the document's order: not one that was asked, nor, where skills take turns, one
/// of another skill.
#[must_use]
pub fn open(quiz: &Quiz, asked: &[usize]) -> Vec<usize> {
    let left: Vec<Option<f64>> = (0..quiz.items.len()).map(|item| (!asked.contains(&item)).then_some(0.0)).collect();
    let asks = asks(quiz);
    let balance = quiz.adaptive.as_ref().is_some_and(|adaptive| adaptive.balance);
    let behind = if balance { behind(quiz, asks, asked, &left) } else { None };
    let may = |item: &Item| behind.is_none_or(|skill| asks(item, skill));
    (0..left.len()).filter(|&item| !asked.contains(&item) && quiz.items.get(item).is_some_and(may)).collect()
}

/// The best items to ask someone of such levels and deviations, best first.
fn ranked(quiz: &Quiz, adaptive: &Adaptive, mut levels: Vec<(f64, f64)>, asked: &[usize], count: usize) -> Vec<usize> {
    if let Some(start) = adaptive.start.filter(|_| asked.is_empty()) {
        levels.iter_mut().for_each(|(level, _)| *level = start);
    }
    // Levels at which information is looked at, with the weight of each.
    let points = if adaptive.rule.is(Criterion::Posterior) { normal() } else { vec![(0.0, 1.0)] };
    let mut worth = worths(quiz, &levels, &points, asked);
    let asks = asks(quiz);
    if let Some(behind) = adaptive.balance.then(|| behind(quiz, asks, asked, &worth)).flatten() {
        for (worth, item) in worth.iter_mut().zip(&quiz.items) {
            *worth = worth.filter(|_| asks(item, behind));
        }
    }
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < count {
        let Some(item) = most_informative(worth.len(), &|item| worth.get(item).copied().flatten()) else { break };
        if let Some(worth) = worth.get_mut(item) {
            *worth = None;
        }
        chosen.push(item);
    }
    chosen
}

/// Whether an item is for a skill.
type Asks = fn(&Item, &str) -> bool;

/// Which skills an item counts for: where levels come from calibrated items, the one it is calibrated for; otherwise
/// all that it has keys on.
fn asks(quiz: &Quiz) -> Asks {
    let calibrated: Asks =
        |item, skill| item.calibration.as_ref().is_some_and(|calibration| calibration.skill.value == skill);
    if quiz.is_calibrated() { calibrated } else { Item::measures }
}

/// The skill of which the fewest items were asked among those that have any left; of equals the first.
fn behind<'q>(quiz: &'q Quiz, asks: Asks, asked: &[usize], worth: &[Option<f64>]) -> Option<&'q str> {
    let left = |skill: &str| quiz.items.iter().zip(worth).any(|(item, worth)| worth.is_some() && asks(item, skill));
    let count =
        |skill: &str| asked.iter().filter(|&&item| quiz.items.get(item).is_some_and(|item| asks(item, skill))).count();
    let skills = quiz.skills.iter().map(|skill| skill.id.value.as_str());
    skills.filter(|skill| left(skill)).min_by_key(|skill| count(skill))
}

/// What each item is worth: its information on each skill, over what is known of the level, as a share of what is known
/// already. `None` for one that was asked.
fn worths(quiz: &Quiz, levels: &[(f64, f64)], points: &[(f64, f64)], asked: &[usize]) -> Vec<Option<f64>> {
    let measures = measures(quiz);
    let worth = |measure: &Measure| {
        let (level, sd) = levels.get(measure.skill).copied().unwrap_or_default();
        let at = |&(off, weight): &(f64, f64)| weight * measure.model.information(level + sd * off);
        sd * sd * points.iter().map(at).sum::<f64>()
    };
    let mut worths: Vec<Option<f64>> = quiz.items.iter().map(|_| Some(0.0)).collect();
    for &item in asked {
        if let Some(worth) = worths.get_mut(item) {
            *worth = None;
        }
    }
    for (place, item) in worths.iter_mut().zip(&quiz.items) {
        *place = place.map(|_| measures(quiz, item).iter().map(worth).sum());
    }
    worths
}

/// A normal posterior on eleven points to 2.5 deviations, for posterior-weighted information (van der Linden 1998,
/// Psychometrika 63:201-216).
fn normal() -> Vec<(f64, f64)> {
    let points: Vec<(f64, f64)> =
        (-5..=5).map(|step| f64::from(step) / 2.0).map(|off| (off, exp(-0.5 * off * off))).collect();
    let sum: f64 = points.iter().map(|(_, weight)| weight).sum();
    points.iter().map(|(off, weight)| (*off, weight / sum)).collect()
}

/// Whether every skill's standard error is as small as the quiz wants it; never where it does not end by errors.
fn precise(adaptive: &Adaptive, levels: &[(f64, f64)]) -> bool {
    adaptive.stop_error.is_some_and(|error| levels.iter().all(|(_, sd)| *sd <= error))
}
