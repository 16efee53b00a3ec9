//! Several correlated skills at once, against the equations that the highest point and its curvature obey, brute force,
//! and known limits.

use super::number::Jet;
use super::twin::{self, Item, Method};
use super::{banks, found};
use crate::support::near;
use metier::estimate::several::{Levels, several};
use metier::estimate::theta::{Absent, Given};
use metier::model::response::ResponseModel;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;

/// Answers skill by skill.
type Answers<'i> = Vec<Vec<(&'i Item, usize)>>;

/// A covariance of these deviations with one correlation throughout.
fn even(sd: &[f64], correlation: f64) -> Vec<Vec<f64>> {
    let cell = |row: usize, column: usize| sd[row] * sd[column] * if row == column { 1.0 } else { correlation };
    (0..sd.len()).map(|row| (0..sd.len()).map(|column| cell(row, column)).collect()).collect()
}

fn solved(answers: &Answers, mean: &[f64], covariance: &[Vec<f64>]) -> Result<Levels, Absent> {
    let models: Vec<Vec<ResponseModel>> =
        answers.iter().map(|skill| skill.iter().map(|(item, _)| item.response_model()).collect()).collect();
    let given: Vec<Vec<Given>> =
        models.iter().zip(answers).map(|(models, answers)| banks::given(models, answers)).collect();
    several(&given, mean, &Matrix::symmetric(mean.len(), covariance.concat()).unwrap())
}

/// Slope and observed information of a skill's answers.
fn curve(answers: &[(&Item, usize)], theta: f64) -> (f64, f64) {
    let (mut slope, mut observed) = (0.0, 0.0);
    for (item, category) in answers {
        let Jet { value, first, second } = item.categories(&theta)[*category].clone();
        slope += first / value;
        observed += (first / value).powi(2) - second / value;
    }
    (slope, observed)
}

/// At the highest point the prior pulls as hard as the answers push: S s = theta - mean, with the prior's covariance S
/// and the slopes s. The covariance C is the inverse of the inverse of S plus the answers' information D: C + C D S =
/// S.
fn hold(answers: &Answers, mean: &[f64], covariance: &[Vec<f64>]) -> Levels {
    let levels = solved(answers, mean, covariance).unwrap();
    let curves: Vec<(f64, f64)> =
        answers.iter().zip(&levels.theta).map(|(answers, &theta)| curve(answers, theta)).collect();
    for (row, theta) in levels.theta.iter().enumerate() {
        let push: f64 = covariance[row].iter().zip(&curves).map(|(cell, (slope, _))| cell * slope).sum();
        near(push, theta - mean[row], 1e-9);
        for (column, prior) in covariance[row].iter().enumerate() {
            let through: f64 =
                (0..mean.len()).map(|k| levels.covariance.at(row, k) * curves[k].1 * covariance[k][column]).sum();
            near(levels.covariance.at(row, column) + through, *prior, 1e-9);
        }
    }
    levels
}

#[test]
fn the_highest_point_and_its_curvature() {
    let mut random = Random::new(31);
    let items = banks::mixed(40, &mut random);
    let answers = banks::answers(&items, 0.5, &mut random);
    for size in [1, 2, 5, 16] {
        let split: Answers =
            (0..size).map(|skill| answers.iter().skip(skill).step_by(size).copied().collect()).collect();
        let mean: Vec<f64> = (0..size).map(|skill| 0.1 * skill as f64 - 0.5).collect();
        let sd: Vec<f64> = (0..size).map(|skill| 0.7 + 0.05 * skill as f64).collect();
        for correlation in [0.0, 0.3, 0.9] {
            hold(&split, &mean, &even(&sd, correlation));
        }
    }
}

/// Sixteen skills in four groups: .5 within a group, .3 across; a long test, and one with hardly any answers.
#[test]
fn sixteen_skills_in_groups() {
    let cell = |row: usize, column: usize| match (row == column, row / 4 == column / 4) {
        (true, _) => 1.0,
        (_, true) => 0.5,
        _ => 0.3,
    };
    let covariance: Vec<Vec<f64>> = (0..16).map(|row| (0..16).map(|column| cell(row, column)).collect()).collect();
    let mut random = Random::new(32);
    let items = banks::mixed(320, &mut random);
    let answers = banks::answers(&items, -0.4, &mut random);
    for many in [320, 40, 3] {
        let split: Answers =
            (0..16).map(|skill| answers[..many].iter().skip(skill).step_by(16).copied().collect()).collect();
        let levels = hold(&split, &[0.0; 16], &covariance);
        assert!((0..16).all(|skill| levels.covariance.at(skill, skill) > 0.0));
    }
}

/// Nothing is as high as the point that is found: a grid around the best point so far, again and again, ever finer.
#[test]
fn brute_force_finds_the_same_point() {
    let mut random = Random::new(33);
    let items = banks::mixed(14, &mut random);
    let answers = banks::answers(&items, 0.8, &mut random);
    let split: Answers = vec![answers[..9].to_vec(), answers[9..].to_vec()];
    let (sd, correlation) = ([1.0, 1.3], 0.6);
    let levels = solved(&split, &[0.2, -0.3], &even(&sd, correlation)).unwrap();
    let height = |at: [f64; 2]| {
        let log = |skill: usize| {
            split[skill].iter().map(|(item, category)| item.categories(&at[skill])[*category].value.ln()).sum::<f64>()
        };
        let (x, y) = ((at[0] - 0.2) / sd[0], (at[1] + 0.3) / sd[1]);
        log(0) + log(1) - (x * x - 2.0 * correlation * x * y + y * y) / (2.0 * (1.0 - correlation * correlation))
    };
    let (mut best, mut width) = ([0.0, 0.0], 4.0);
    while width > 1e-7 {
        let middle = best;
        for row in -5..=5 {
            for column in -5..=5 {
                let at = [middle[0] + width * f64::from(row) / 5.0, middle[1] + width * f64::from(column) / 5.0];
                if height(at) > height(best) {
                    best = at;
                }
            }
        }
        width /= 2.5;
    }
    // A height tells the place of its top to the root of its own last digits.
    near(levels.theta[0], best[0], 2e-7);
    near(levels.theta[1], best[1], 2e-7);
}

#[test]
fn without_correlation_each_skill_stands_alone() {
    let mut random = Random::new(34);
    let items = banks::mixed(12, &mut random)
        .into_iter()
        .filter(|item| !matches!(item.model, "3pl" | "4pl"))
        .collect::<Vec<_>>();
    let answers = banks::answers(&items, 0.0, &mut random);
    let split: Answers = vec![answers[..5].to_vec(), answers[5..].to_vec()];
    let levels = solved(&split, &[0.5, -0.5], &even(&[1.0, 0.8], 0.0)).unwrap();
    for (skill, (mean, sd)) in [(0.5, 1.0), (-0.5, 0.8)].into_iter().enumerate() {
        let models: Vec<_> = split[skill].iter().map(|(item, _)| item.response_model()).collect();
        let alone = found(&banks::given(&models, &split[skill]), Method::Map { mean, sd }, (-6.0, 6.0)).unwrap();
        near(levels.theta[skill], alone.theta, 1e-9);
        near(levels.covariance.at(skill, skill).sqrt(), alone.se, 1e-9);
        let (theta, se) = twin::estimate(&split[skill], Method::Map { mean, sd }, (-6.0, 6.0)).unwrap();
        near(levels.theta[skill], theta, 1e-8);
        near(levels.covariance.at(skill, skill).sqrt(), se, 1e-8);
    }
    near(levels.covariance.at(0, 1), 0.0, 1e-15);
}

/// A skill that nothing was asked about is what the other one makes it: the regression, with what remains of its
/// variance.
#[test]
fn a_skill_without_answers_follows_the_others() {
    let mut random = Random::new(35);
    let items = banks::mixed(7, &mut random);
    let answers = banks::answers(&items, 1.2, &mut random);
    let (sd, correlation) = ([0.9, 1.4], 0.7);
    let levels = hold(&vec![answers, vec![]], &[0.1, 2.0], &even(&sd, correlation));
    let slope = correlation * sd[1] / sd[0];
    near(levels.theta[1], 2.0 + slope * (levels.theta[0] - 0.1), 1e-9);
    let rest = sd[1] * sd[1] * (1.0 - correlation * correlation);
    near(levels.covariance.at(1, 1), rest + slope * slope * levels.covariance.at(0, 0), 1e-9);
    let nothing = hold(&vec![vec![], vec![]], &[0.1, 2.0], &even(&sd, correlation));
    near(nothing.theta[1], 2.0, 1e-12);
    near(nothing.covariance.at(0, 1), correlation * sd[0] * sd[1], 1e-12);
}

#[test]
fn a_prior_that_contradicts_itself_is_refused() {
    let answers: Answers = vec![vec![], vec![]];
    for correlation in [1.0, -1.0, 1.5] {
        assert_eq!(solved(&answers, &[0.0, 0.0], &even(&[1.0, 1.0], correlation)), Err(Absent::NotFinite));
    }
    assert_eq!(
        solved(&vec![vec![]; 3], &[0.0; 3], &even(&[1.0; 3], -0.6)),
        Err(Absent::NotFinite),
        "three cannot all oppose each other"
    );
    assert_eq!(
        several(&[vec![], vec![]], &[0.0, 0.0], &Matrix::diagonal(&[1.0, 1.0, 1.0])),
        Err(Absent::NotFinite),
        "another size"
    );
}

/// Walls of answers far from the prior, and guessing: still a highest point.
#[test]
fn steep_and_contradictory_answers() {
    let steep: Vec<Item> = [-2.0, -1.0, 3.0, 4.0].map(|b| Item::right_or_wrong(15.0, b, 0.0, 1.0)).to_vec();
    let guessed: Vec<Item> = [0.5, 1.5, 2.5].map(|b| Item::right_or_wrong(2.5, b, 0.25, 1.0)).to_vec();
    for chosen in [[1, 1, 1, 1], [0, 0, 0, 0], [0, 1, 0, 1]] {
        let split: Answers = vec![steep.iter().zip(chosen).collect(), guessed.iter().zip([0, 1, 1]).collect()];
        hold(&split, &[0.0, 0.0], &even(&[1.0, 1.0], 0.5));
    }
}
