//! Tests of a thousand items and more: logarithms are added where probabilities would run out of numbers.

use super::twin::Method;
use super::{banks, found};
use crate::support::near;
use metier::estimate::theta::Given;
use metier::model::response::ResponseModel;
use metier::numeric::random::Random;

/// Right or wrong: slope, location, lower asymptote, whether right.
type Answer = (f64, f64, f64, bool);

/// ln P of an answer: ln(c + (1 - c) / (1 + e^-z)) if right, else ln(1 - c) - ln(1 + e^z).
fn log(answer: &Answer, theta: f64) -> f64 {
    let &(a, b, c, right) = answer;
    let z = a * (theta - b);
    let falls = |z: f64| if z > 0.0 { z + (-z).exp().ln_1p() } else { z.exp().ln_1p() };
    match (right, c > 0.0) {
        (true, true) => (c + (1.0 - c) * (-falls(-z)).exp()).ln(),
        (true, false) => -falls(-z),
        (false, _) => (1.0 - c).ln() - falls(z),
    }
}

/// Mean and standard deviation of the posterior under a standard normal prior, in plain numbers, from `low` to `high`,
/// which must hold all of it.
fn mean_of(answers: &[Answer], (low, high): (f64, f64), count: u32) -> (f64, f64) {
    let levels: Vec<f64> = (0..=count).map(|step| low + (high - low) * f64::from(step) / f64::from(count)).collect();
    let logs: Vec<f64> = levels
        .iter()
        .map(|theta| answers.iter().map(|answer| log(answer, *theta)).sum::<f64>() - theta * theta / 2.0)
        .collect();
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    assert!(logs[0] < most - 60.0 && logs[count as usize] < most - 60.0, "all of it is within");
    let weights: Vec<f64> = logs.iter().map(|log| (log - most).exp()).collect();
    let sum: f64 = weights.iter().sum();
    let mean = weights.iter().zip(&levels).map(|(weight, theta)| weight * theta).sum::<f64>() / sum;
    let variance =
        weights.iter().zip(&levels).map(|(weight, theta)| weight * (theta - mean).powi(2)).sum::<f64>() / sum;
    (mean, variance.sqrt())
}

/// Holds all four estimates of some answers: the mean against plain sums, the others against the slope of the
/// logarithms.
fn hold(answers: &[Answer], within: (f64, f64), count: u32) {
    let models: Vec<ResponseModel> =
        answers.iter().map(|&(a, b, c, _)| ResponseModel::Logistic { a, b, c, d: 1.0 }).collect();
    let given: Vec<Given> =
        models.iter().zip(answers).map(|(model, answer)| Given { model, category: usize::from(answer.3) }).collect();
    let (mean, sd) = mean_of(answers, within, count);
    let eap = found(&given, Method::Eap { mean: 0.0, sd: 1.0 }, within).unwrap();
    near(eap.theta, mean, 1e-8);
    near(eap.se, sd, 1e-8);
    // Highest is what is higher than both sides of it, and than all the levels of a coarse grid.
    let height = |theta: f64, prior: f64| {
        answers.iter().map(|answer| log(answer, theta)).sum::<f64>() - prior * theta * theta / 2.0
    };
    for (method, prior) in [(Method::Map { mean: 0.0, sd: 1.0 }, 1.0), (Method::Ml, 0.0)] {
        let Ok(mode) = found(&given, method, within) else { panic!("{method:?}") };
        let top = height(mode.theta, prior);
        let side = 0.01 * mode.se;
        assert!(height(mode.theta - side, prior) < top && height(mode.theta + side, prior) < top, "{mode:?}");
        // A parabola through three points around the top has its own top there too.
        let (left, right) = (height(mode.theta - mode.se, prior) - top, height(mode.theta + mode.se, prior) - top);
        assert!(left < 0.0 && right < 0.0, "{mode:?}");
        let highest = (0..200)
            .map(|step| height(within.0 + (within.1 - within.0) * f64::from(step) / 199.0, prior))
            .fold(top, f64::max);
        near(highest, top, 1e-8);
    }
    let wle = found(&given, Method::Wle, within).unwrap();
    assert!(wle.se > 0.0 && wle.se.is_finite());
}

fn some(count: usize, c: f64, seed: u64) -> Vec<Answer> {
    let mut random = Random::new(seed);
    let theta = 0.7;
    (0..count)
        .map(|_| {
            let (a, b) = (0.5 + 1.5 * random.uniform(), 4.0 * random.uniform() - 2.0);
            let p = c + (1.0 - c) / (1.0 + (-a * (theta - b)).exp());
            (a, b, c, random.uniform() < p)
        })
        .collect()
}

#[test]
fn long_tests_do_not_run_out_of_numbers() {
    hold(&some(1000, 0.0, 21), (-3.0, 3.0), 800);
    hold(&some(1000, 0.2, 22), (-3.0, 3.0), 800);
    hold(&some(5000, 0.0, 23), (-2.0, 2.0), 800);
    hold(&some(5000, 0.2, 24), (-2.0, 2.0), 800);
}

/// Half of a thousand steep items answered one way, half the other, against all that the items say.
#[test]
fn contradictory_answers() {
    let halves = |a: f64, right_at: f64, wrong_at: f64, c: f64| -> Vec<Answer> {
        (0..1000).map(|item| if item < 500 { (a, right_at, c, true) } else { (a, wrong_at, c, false) }).collect()
    };
    hold(&halves(15.0, 0.0, 0.0, 0.0), (-1.0, 1.0), 4000);
    hold(&halves(15.0, 0.0, 0.0, 0.2), (-1.0, 1.0), 4000);
    // The easy ones wrong, the hard ones right: e^-30,000 all the way between them.
    hold(&halves(15.0, 2.0, -2.0, 0.0), (-4.0, 4.0), 1600);
    hold(&halves(15.0, -1.0, 1.5, 0.0), (-3.0, 3.0), 1600);
}

/// The same with guessing: the hard ones were guessed.
#[test]
fn guessed_against_all_odds() {
    let answers: Vec<Answer> =
        (0..200).map(|item| if item < 100 { (15.0, 2.0, 0.2, true) } else { (15.0, -2.0, 0.2, false) }).collect();
    let models: Vec<ResponseModel> =
        answers.iter().map(|&(a, b, c, _)| ResponseModel::Logistic { a, b, c, d: 1.0 }).collect();
    let given: Vec<Given> =
        models.iter().zip(&answers).map(|(model, answer)| Given { model, category: usize::from(answer.3) }).collect();
    let (mean, sd) = mean_of(&answers, (-14.0, 4.0), 1200);
    let eap = found(&given, Method::Eap { mean: 0.0, sd: 1.0 }, (-6.0, 6.0)).unwrap();
    near(eap.theta, mean, 1e-8);
    near(eap.se, sd, 1e-8);
}

/// Each item's own curves, at levels where all but one category is as good as impossible.
#[test]
fn far_out_nothing_breaks() {
    for item in banks::mixed(28, &mut Random::new(25)) {
        let model = item.response_model();
        for theta in [-1e30, -1e6, -800.0, 800.0, 1e6, 1e30] {
            assert!(model.information(theta) >= 0.0 && model.information(theta) < 1.0, "{item:?}");
            assert!(model.warm(theta).is_finite());
            for (index, category) in model.categories(theta).into_iter().enumerate() {
                let log = model.log(index, theta);
                assert!((0.0..=1.0).contains(&category.probability) && log <= 0.0 && log.is_finite());
                assert!(category.slope.is_finite() && category.bend.is_finite());
            }
        }
    }
}
