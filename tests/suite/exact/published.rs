//! Published values: LSAT6 and LSAT7, the answers of 1,000 people each to five items of the Law School Admission Test.
//!
//! Calibration is not part of the library, so the test integrates the likelihood over a standard normal population by
//! itself and asks whether the published parameters lie at its top, and how high that is.

use crate::support::{near, table_of};
use metier::model::response::ResponseModel;

/// Pattern of right and wrong, and how many people had it.
type Counts = Vec<(Vec<usize>, f64)>;

fn counts(section: usize) -> Counts {
    let (header, rows) = table_of("tests/reference/lsat.csv");
    assert_eq!(header, ["pattern", "lsat6", "lsat7"]);
    let pattern = |text: &str| text.bytes().map(|digit| usize::from(digit == b'1')).collect();
    rows.iter().map(|row| (pattern(&row[0]), row[section - 5].parse().unwrap())).collect()
}

/// The marginal log-likelihood: each pattern's probability by the trapezoid rule from -10 to 10.
fn log_likelihood(counts: &Counts, a: &[f64], b: &[f64]) -> f64 {
    let models: Vec<_> = a.iter().zip(b).map(|(&a, &b)| ResponseModel::Logistic { a, b, c: 0.0, d: 1.0 }).collect();
    let mut patterns = vec![0.0; counts.len()];
    let mut population = 0.0;
    for step in -100..=100 {
        let theta = f64::from(step) / 10.0;
        let weight = (-theta * theta / 2.0).exp();
        population += weight;
        let curves: Vec<_> = models.iter().map(|model| model.categories(theta)).collect();
        for (sum, (pattern, _)) in patterns.iter_mut().zip(counts) {
            *sum +=
                weight * pattern.iter().zip(&curves).map(|(&answer, curve)| curve[answer].probability).product::<f64>();
        }
    }
    patterns.iter().zip(counts).map(|(sum, (_, count))| count * (sum / population).ln()).sum()
}

/// The slope of `f` along one of its numbers.
fn slope(f: &dyn Fn(&[f64]) -> f64, at: &[f64], index: usize) -> f64 {
    let moved = |by: f64| {
        let mut moved = at.to_vec();
        moved[index] += by;
        f(&moved)
    };
    (moved(1e-4) - moved(-1e-4)) / 2e-4
}

/// The published numbers are a top of `f`, as far as their digits go: no slope is greater than rounding each number by
/// half of its last digit, `half`, could make it.
fn top(f: &dyn Fn(&[f64]) -> f64, at: &[f64], half: f64) {
    for index in 0..at.len() {
        let along = |numbers: &[f64]| slope(f, numbers, index);
        let allowed: f64 = (0..at.len()).map(|other| slope(&along, at, other).abs() * half).sum();
        let found = along(at);
        assert!(found.abs() <= allowed, "{index}: {found} is beyond {allowed}");
        // A digit before the last one that is wrong would be noticed.
        let mut wrong = at.to_vec();
        wrong[index] += 40.0 * half;
        assert!(along(&wrong).abs() > allowed && along(&wrong) < 0.0, "{index}");
    }
}

#[test]
fn the_counts_are_the_published_ones() {
    for (section, shares) in [(6, [0.924, 0.709, 0.553, 0.763, 0.870]), (7, [0.828, 0.658, 0.772, 0.606, 0.843])] {
        let counts = counts(section);
        assert_eq!((counts.len(), counts.iter().map(|(_, count)| count).sum::<f64>()), (32, 1000.0));
        for (item, share) in shares.into_iter().enumerate() {
            let right: f64 = counts.iter().filter(|(pattern, _)| pattern[item] == 1).map(|(_, count)| count).sum();
            near(right / 1000.0, share, 1e-12);
        }
    }
}

/// One slope for all: Thissen 1982, Psychometrika 47:175-186.
#[test]
fn lsat6_with_one_slope() {
    let counts = counts(6);
    let published = [0.7551, -3.6153, -1.3224, -0.3176, -1.7301, -2.7802];
    let f = |numbers: &[f64]| log_likelihood(&counts, &[numbers[0]; 5], &numbers[1..]);
    near(f(&published), -2466.938, 5e-4);
    top(&f, &published, 5e-5);
}

/// A slope each: Rizopoulos 2006, Journal of Statistical Software 17(5), whose quadrature of 21 points leaves the
/// parameters a thousandth off the top and the height right.
#[test]
fn lsat6_with_a_slope_each() {
    let (a, b) = ([0.8254, 0.7229, 0.8905, 0.6886, 0.6575], [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236]);
    near(log_likelihood(&counts(6), &a, &b), -2466.653, 5e-4);
}

/// A slope each, as mirt finds them (Chalmers 2012, Journal of Statistical Software 48(6)).
#[test]
fn lsat7_with_a_slope_each() {
    let counts = counts(7);
    let published = [0.988, 1.081, 1.707, 0.765, 0.736, -1.879, -0.748, -1.057, -0.635, -2.521];
    let f = |numbers: &[f64]| log_likelihood(&counts, &numbers[..5], &numbers[5..]);
    near(f(&published), -2658.805, 5e-4);
    top(&f, &published, 5e-4);
}
