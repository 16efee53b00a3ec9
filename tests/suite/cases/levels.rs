//! Levels below evidence grade 3 by their definition in `tests/cases/README.md`, over documents as plain JSON and with
//! sums that are slow and plain: nothing of the library is used.

use super::answers::{key_in, keyed, level_of, of_experts, of_points, on_steps, options, stands_for};
use serde_json::Value;
use std::f64::consts::PI;

/// What an answer says of a skill.
pub struct Said {
    /// The level y that it stands for.
    pub level: f64,
    /// Its weight w.
    pub weight: f64,
    /// The variance u of its key.
    key: f64,
    /// The levels A that an answer to the item can stand for.
    among: Vec<f64>,
    /// Knowledge: whether it is right, and how likely luck alone makes it so.
    knowledge: Option<(bool, f64)>,
}

/// What an answer to an item says of a skill; nothing if it stands for no level.
pub fn said(item: &Value, answer: &Value, skill: &str) -> Option<Said> {
    let (level, weight) = stands_for(item, answer, skill)?;
    let among = among(item, skill);
    let luck = luck(item, skill, &among);
    let knowledge = luck.map(|luck| ((level - among[1]).abs() < 1e-9, luck));
    Some(Said { level, weight, key: of_experts(item, answer), among, knowledge })
}

/// The levels that an answer to an item can stand for on a skill, rising.
fn among(item: &Value, skill: &str) -> Vec<f64> {
    let mut keyed = keyed(item, skill);
    keyed.sort_by(f64::total_cmp);
    let mean = |levels: &[f64]| levels.iter().sum::<f64>() / levels.len() as f64;
    let right = key_in(&item["keys"], skill).filter(|key| key["level"].is_number()).map_or(0.0, level_of);
    let wrong = (right - 2.0).max(0.0);
    let mut levels = match item["type"].as_str().unwrap() {
        "single" => keyed,
        "multiple" => {
            let alone = options(item).any(|option| option["exclusive"] == true);
            let fewest = if alone { 1 } else { (item["min"].as_u64().unwrap_or(1) as usize).min(keyed.len()) };
            even(mean(&keyed[..fewest]), mean(&keyed[keyed.len() - fewest..]), 5)
        }
        "allocate" if item["skill"].is_string() => {
            let total = item["total"].as_f64().unwrap();
            let all_on = |one: &Value| of_points(item, &|option| if option["id"] == one["id"] { total } else { 0.0 });
            even(options(item).map(all_on).fold(4.0, f64::min), 4.0, 5)
        }
        "allocate" | "best-worst" => even(keyed[0], keyed[keyed.len() - 1], 5),
        "likert" | "frequency" | "slider" => even(0.0, 4.0, steps(item).min(11)),
        "statement" => on_steps(item).into_iter().flatten().collect(),
        "number" => even(wrong, right, 2),
        "sort" => even(wrong, right, item["options"].as_array().unwrap().len() + 1),
        _ => even(0.0, 4.0, 5),
    };
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    levels
}

/// So many levels from the lowest to the highest, evenly apart.
fn even(lowest: f64, highest: f64, count: usize) -> Vec<f64> {
    (0..count).map(|step| lowest + (highest - lowest) * step as f64 / (count - 1) as f64).collect()
}

/// Steps of a scale, positions of a slider.
fn steps(item: &Value) -> usize {
    let number = |field: &str| item[field].as_f64();
    match (number("min"), number("max")) {
        (Some(low), Some(high)) => ((high - low) / number("step").unwrap_or(1.0)).round() as usize + 1,
        _ => item["points"].as_u64().unwrap_or_else(|| item["anchors"].as_array().unwrap().len() as u64) as usize,
    }
}

/// For a `single` whose options are one right answer at L and else wrong ones at max(0, L - 2): how likely luck is
/// right.
fn luck(item: &Value, skill: &str, among: &[f64]) -> Option<f64> {
    let &[wrong, right] = among else { return None };
    let (levels, options) = (keyed(item, skill), item["options"].as_array()?.len());
    let once = levels.iter().filter(|level| **level == right).count() == 1;
    let apart = (wrong - (right - 2.0).max(0.0)).abs() < 1e-9;
    (item["type"] == "single" && levels.len() == options && once && apart).then_some(1.0 / options as f64)
}

impl Said {
    /// ln f with W = 1, for somebody at level x whose answers scatter by s.
    fn log(&self, x: f64, s: f64) -> f64 {
        let off = |level: &f64| -(level - x) * (level - x) / (2.0 * (s * s + self.key));
        match (&self.among[..], self.knowledge) {
            ([_], _) => 0.0,
            ([wrong, right], Some((true, luck))) => {
                (luck + (1.0 - luck) / (1.0 + (off(wrong) - off(right)).exp())).ln()
            }
            ([wrong, right], Some((false, luck))) => {
                (1.0 - luck).ln() + off(wrong) - log_sum(&[off(wrong), off(right)])
            }
            (among, _) => {
                off(&self.level) - log_sum(&among.iter().map(off).collect::<Vec<_>>()) + (among.len() as f64).ln()
            }
        }
    }
}

/// ln of the sum of the powers of e.
fn log_sum(powers: &[f64]) -> f64 {
    let highest = powers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    highest + powers.iter().map(|power| (power - highest).exp()).sum::<f64>().ln()
}

/// What is assumed: a normal prior N(m, t^2), and the deviation d of answers.
pub struct Assumed {
    pub m: f64,
    pub t: f64,
    pub d: f64,
}

/// What a quiz assumes.
pub fn assumed(quiz: &Value) -> Assumed {
    let number = |name: &str, usual: f64| quiz["assumed"][name].as_f64().unwrap_or(usual);
    Assumed { m: number("prior_mean", 2.0), t: number("prior_sd", 1.0), d: number("answer_sd", 1.2) }
}

/// Level, spread and pulls.
pub struct Found {
    pub level: f64,
    pub spread: f64,
    pub pulls: Vec<f64>,
}

/// The level after the answers of one skill.
pub fn level(said: &[Said], assumed: &Assumed) -> Found {
    let plane = Plane::new(said, assumed);
    let (level, variance, _) = plane.moments(1.0);
    let mut pulls = vec![0.0; said.len()];
    // The integral over h from 0 to 1 by the rule of tanh and sinh, whose nodes crowd at both ends.
    for node in -38..=38 {
        let u = f64::from(node) / 12.0;
        let e = (-PI * u.sinh()).exp();
        let share = PI * u.cosh() * e / (1.0 + e) / (1.0 + e) / 12.0;
        for (pull, covariance) in pulls.iter_mut().zip(plane.moments(1.0 / (1.0 + e)).2) {
            *pull += share * covariance;
        }
    }
    Found { level, spread: variance.sqrt(), pulls }
}

/// Level and scatter together, on a grid.
struct Plane {
    /// The level at each point.
    x: Vec<f64>,
    /// ln of the prior there.
    prior: Vec<f64>,
    /// ln f of each answer there.
    logs: Vec<Vec<f64>>,
    /// Their sum.
    all: Vec<f64>,
}

impl Plane {
    fn new(said: &[Said], assumed: &Assumed) -> Plane {
        let sum = |power: i32| said.iter().map(|said| said.weight.powi(power)).sum::<f64>();
        let kish = sum(1) / sum(2);
        let Assumed { m, t, d } = *assumed;
        let scatters = [d / 1.5, d, d * 1.5];
        let step = (0.1 * t).min(0.1 * scatters[0] * scatters[0]);
        let half = (8.0 * t / step).ceil() as i32;
        let points: Vec<(f64, f64)> =
            scatters.iter().flat_map(|s| (-half..=half).map(|at| (m + step * f64::from(at), *s))).collect();
        let log = |said: &Said| points.iter().map(|(x, s)| said.weight * kish * said.log(*x, *s)).collect();
        let logs: Vec<Vec<f64>> = said.iter().map(log).collect();
        Plane {
            x: points.iter().map(|(x, _)| *x).collect(),
            prior: points.iter().map(|(x, _)| -(x - m) * (x - m) / (2.0 * t * t)).collect(),
            all: (0..points.len()).map(|point| logs.iter().map(|log| log[point]).sum()).collect(),
            logs,
        }
    }

    /// Mean and variance of the level, and its covariance with each ln f, under prior (product of f)^h.
    fn moments(&self, h: f64) -> (f64, f64, Vec<f64>) {
        let powers: Vec<f64> = self.prior.iter().zip(&self.all).map(|(prior, all)| prior + h * all).collect();
        let whole = log_sum(&powers);
        let shares: Vec<f64> = powers.iter().map(|power| (power - whole).exp()).collect();
        let mean: f64 = shares.iter().zip(&self.x).map(|(share, x)| share * x).sum();
        let pulling: Vec<f64> = shares.iter().zip(&self.x).map(|(share, x)| share * (x - mean)).collect();
        let with = |other: &Vec<f64>| pulling.iter().zip(other).map(|(pulling, other)| pulling * other).sum::<f64>();
        (mean, with(&self.x), self.logs.iter().map(with).collect())
    }
}
