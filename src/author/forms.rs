//! Forms that are fixed beforehand: the best order of items for everybody, and a form of two stages.

use crate::model::calibrated::{Measure, measures};
use crate::quiz::document::Quiz;
use crate::select::SAME;
use libm::exp;

/// Points of the prior that a form is made for: 4 deviations to each side.
const POINTS: i32 = 16;

/// A form of two stages for a quiz of one skill: a routing form for all, then one of three for those who came out low,
/// middling or high.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoStage {
    /// Items of the first stage, as indices into the quiz.
    pub routing: Vec<usize>,
    /// Levels after the first stage that part the low from the middling and those from the high.
    pub cuts: [f64; 2],
    /// Items of the second stage: for low, middling and high.
    pub modules: [Vec<usize>; 3],
}

/// The best fixed form of so many items, the best first: each time the item that most lowers the mean error variance of
/// all skills, 1 / (1 / sd^2 + information), over the prior; of equals the first.
#[must_use]
pub fn fixed(quiz: &Quiz, length: usize) -> Vec<usize> {
    let normal = Weights { mean: quiz.assumed.prior_mean, sd: quiz.assumed.prior_sd };
    best(quiz, &[], length, normal)
}

/// A form of two stages with `routing` items in the first and `length` in all; `None` for a quiz of several skills.
///
/// Each second stage is the best fixed form for a third of people: for levels around the mean of that third of a normal
/// distribution, 1.09 deviations off for the outer ones, with the deviation of the first stage's error.
#[must_use]
pub fn two_stage(quiz: &Quiz, routing: usize, length: usize) -> Option<TwoStage> {
    if quiz.skills.len() != 1 {
        return None;
    }
    let (mean, sd) = (quiz.assumed.prior_mean, quiz.assumed.prior_sd);
    let first = fixed(quiz, routing);
    let module =
        |off: f64| best(quiz, &first, length.saturating_sub(routing), Weights { mean: mean + off * sd, sd: sd / 2.0 });
    // Thirds of a normal distribution part at .43 deviations.
    Some(TwoStage {
        cuts: [mean - 0.43 * sd, mean + 0.43 * sd],
        modules: [module(-1.09), module(0.0), module(1.09)],
        routing: first,
    })
}

/// The levels that a form is made for: a normal distribution.
#[derive(Clone, Copy)]
struct Weights {
    mean: f64,
    sd: f64,
}

/// The best items beside those that were asked.
fn best(quiz: &Quiz, asked: &[usize], length: usize, weights: Weights) -> Vec<usize> {
    let all: Vec<Vec<Measure>> = quiz.items.iter().map(|item| measures(quiz)(quiz, item)).collect();
    let points: Vec<(f64, f64)> = (-POINTS..=POINTS)
        .map(|point| 4.0 * f64::from(point) / f64::from(POINTS))
        .map(|z| (weights.mean + weights.sd * z, exp(-0.5 * z * z)))
        .collect();
    let curve =
        |measure: &Measure| points.iter().map(|(level, _)| measure.model.information(*level)).collect::<Vec<f64>>();
    let curves: Vec<Vec<(usize, Vec<f64>)>> =
        all.iter().map(|of| of.iter().map(|measure| (measure.skill, curve(measure))).collect()).collect();
    let precision = 1.0 / (weights.sd * weights.sd);
    let mut known = vec![vec![precision; points.len()]; quiz.skills.len()];
    let add = |known: &mut Vec<Vec<f64>>, item: usize| {
        for (skill, curve) in curves.get(item).into_iter().flatten() {
            for (sum, information) in known.get_mut(*skill).into_iter().flatten().zip(curve) {
                *sum += information;
            }
        }
    };
    asked.iter().for_each(|item| add(&mut known, *item));
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < length {
        let gain = |item: usize| -> f64 {
            let skills = curves.get(item).into_iter().flatten();
            skills.map(|(skill, curve)| known.get(*skill).map_or(0.0, |known| lowered(known, curve, &points))).sum()
        };
        let mut top: Option<(usize, f64)> = None;
        for item in (0..curves.len()).filter(|item| !asked.contains(item) && !chosen.contains(item)) {
            let found = gain(item);
            if top.is_none_or(|(_, most)| found > most + SAME * most.abs()) {
                top = Some((item, found));
            }
        }
        let Some((item, _)) = top else { break };
        add(&mut known, item);
        chosen.push(item);
    }
    chosen
}

/// By how much an item lowers the mean error variance of a skill.
fn lowered(known: &[f64], curve: &[f64], points: &[(f64, f64)]) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for ((known, information), (_, weight)) in known.iter().zip(curve).zip(points) {
        sum += weight * (1.0 / known - 1.0 / (known + information));
        weights += weight;
    }
    sum / weights
}
