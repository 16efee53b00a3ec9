//! Precision of scores: published and exact numbers, slow obvious twins, and the traps.

use crate::support::{json_of, near, table_of};
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::precision::change::{difference_error, reliable_change};
use metier::precision::length::{length_for, lengthened};
use metier::precision::omega::{NoOmega, omega};
use metier::precision::{Reliability, reliability};
use proptest::prelude::*;
use serde_json::Value;

/// Rows of people, with a score or nothing for each item.
type Rows = Vec<Vec<Option<f64>>>;

fn reliability_of(rows: &Rows) -> Reliability {
    let items = rows.first().map_or(0, Vec::len);
    reliability(items, rows.len(), &|person, item| rows[person][item])
}

fn whole(rows: &[&[u32]]) -> Rows {
    rows.iter().map(|row| row.iter().map(|&score| Some(f64::from(score))).collect()).collect()
}

/// The answers of a section of the Law School Admission Test.
fn lsat(section: &str) -> Rows {
    let (names, table) = table_of("tests/reference/lsat.csv");
    let column = names.iter().position(|name| name == section).unwrap();
    let row =
        |pattern: &str| -> Vec<Option<f64>> { pattern.bytes().map(|byte| Some(f64::from(byte - b'0'))).collect() };
    table.iter().flat_map(|cells| vec![row(&cells[0]); cells[column].parse().unwrap()]).collect()
}

fn answers_of(set: &Value) -> Rows {
    match &set["answers"] {
        Value::Array(rows) => {
            rows.iter().map(|row| row.as_array().unwrap().iter().map(Value::as_f64).collect()).collect()
        }
        _ => lsat(set["name"].as_str().unwrap()),
    }
}

#[test]
fn coefficients_are_those_of_exact_arithmetic() {
    let reference = json_of("tests/reference/reliability.json");
    for set in reference["sets"].as_array().unwrap() {
        let found = reliability_of(&answers_of(set));
        let number = |name: &str| set[name].as_f64().unwrap();
        let list =
            |name: &str| set[name].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect::<Vec<_>>();
        let [above, below] = list("alpha")[..] else { panic!("a fraction") };
        assert_eq!(found.persons_used as u64, set["persons_used"].as_u64().unwrap());
        near(found.alpha.unwrap(), above / below, 1e-12);
        near(found.lambda_2.unwrap(), number("lambda_2"), 1e-12);
        near(found.sem.unwrap(), number("sem"), 1e-12);
        found.item_rest.iter().zip(list("item_rest")).for_each(|(found, exact)| near(found.unwrap(), exact, 1e-12));
        let factor = found.omega.unwrap();
        near(factor.omega, number("omega"), 1e-12);
        factor.loadings.iter().zip(list("loadings")).for_each(|(found, exact)| near(*found, exact, 1e-12));
    }
}

/// The twin's view of rows: those without a gap, and covariances one by one.
struct Twin(Vec<Vec<f64>>);

impl Twin {
    fn new(rows: &Rows) -> Twin {
        Twin(rows.iter().filter_map(|row| row.iter().copied().collect()).collect())
    }

    fn covariance(&self, x: &dyn Fn(&[f64]) -> f64, y: &dyn Fn(&[f64]) -> f64) -> f64 {
        let n = self.0.len() as f64;
        let mean = |f: &dyn Fn(&[f64]) -> f64| self.0.iter().map(|row| f(row)).sum::<f64>() / n;
        let (x_mean, y_mean) = (mean(x), mean(y));
        self.0.iter().map(|row| (x(row) - x_mean) * (y(row) - y_mean)).sum::<f64>() / (n - 1.0)
    }

    fn items(&self, i: usize, j: usize) -> f64 {
        self.covariance(&|row| row[i], &|row| row[j])
    }
}

/// As the definitions say, formula by formula.
fn compare_with_twin(rows: &Rows) {
    let found = reliability_of(rows);
    let twin = Twin::new(rows);
    let items = rows[0].len();
    assert_eq!(found.persons_used, twin.0.len());
    if twin.0.len() < 2 {
        assert_eq!((found.alpha, found.lambda_2, found.sem), (None, None, None));
        return;
    }
    let sum = |row: &[f64]| row.iter().sum();
    let total = twin.covariance(&sum, &sum);
    let pairs = || (0..items).flat_map(|i| (0..items).filter(move |&j| j != i).map(move |j| (i, j)));
    let k = items as f64 / (items as f64 - 1.0);
    if items < 2 || total < 1e-9 {
        assert_eq!((found.alpha, found.lambda_2, found.sem), (None, None, None));
    } else {
        let shared: f64 = pairs().map(|(i, j)| twin.items(i, j)).sum();
        let squares: f64 = pairs().map(|(i, j)| twin.items(i, j).powi(2)).sum();
        let alpha = k * shared / total;
        // Where items cancel out, alpha lies far below -1, and its digits with it.
        let digits = 1.0 + alpha.abs();
        near(found.alpha.unwrap(), alpha, 1e-10 * digits);
        near(found.lambda_2.unwrap(), (shared + (k * squares).sqrt()) / total, 1e-10 * digits);
        // People alike in every item but their level have an alpha of 1. Rounding can lift it above 1, and a root makes
        // much of the little that is left: the squares are compared.
        near(found.sem.unwrap().powi(2), total * (1.0 - alpha).max(0.0), 1e-10 * digits);
        assert!(found.lambda_2.unwrap() >= alpha - 1e-12 * digits, "Guttman: alpha is never above lambda-2");
    }
    for item in 0..items {
        let rest = |row: &[f64]| row.iter().sum::<f64>() - row[item];
        let own = |row: &[f64]| row[item];
        let (own_variance, rest_variance) = (twin.covariance(&own, &own), twin.covariance(&rest, &rest));
        if own_variance < 1e-9 || rest_variance < 1e-9 {
            assert_eq!(found.item_rest[item], None);
        } else {
            near(
                found.item_rest[item].unwrap(),
                twin.covariance(&own, &rest) / (own_variance * rest_variance).sqrt(),
                1e-10,
            );
        }
        near(found.variance[item].unwrap(), own_variance, 1e-10);
    }
    if let Ok(factor) = &found.omega {
        // The least sum of squares: no loading can be moved alone, and nearby ones are no better.
        let off = |loadings: &[f64]| {
            pairs().map(|(i, j)| (twin.items(i, j) - loadings[i] * loadings[j]).powi(2)).sum::<f64>()
        };
        for item in 0..items {
            let others = (0..items).filter(|&j| j != item);
            let slope: f64 = others
                .map(|j| (twin.items(item, j) - factor.loadings[item] * factor.loadings[j]) * factor.loadings[j])
                .sum();
            near(slope, 0.0, 1e-10);
            for step in [-1e-3, 1e-3] {
                let mut moved = factor.loadings.clone();
                moved[item] += step;
                assert!(off(&moved) >= off(&factor.loadings) - 1e-12);
            }
        }
        let sum = factor.loadings.iter().sum::<f64>().powi(2);
        let rest: f64 = (0..items).map(|item| twin.items(item, item) - factor.loadings[item].powi(2)).sum();
        near(factor.omega, sum / (sum + rest), 1e-10);
    }
}

/// People with something in common, so that there often is a factor; `whole` numbers are counted, others multiplied.
fn people(seed: u64, persons: usize, items: usize, whole: bool, missing: f64) -> Rows {
    let mut random = Random::new(seed);
    let score = |random: &mut Random, level: f64| {
        let score = (2.5 + 1.2 * level + random.normal()).clamp(0.0, 4.0);
        (random.uniform() >= missing).then_some(if whole { score.floor() } else { score / 3.0 })
    };
    (0..persons)
        .map(|_| {
            let level = random.normal();
            (0..items).map(|_| score(&mut random, level)).collect()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn a_slow_twin_finds_the_same(seed: u64, persons in 1_usize..40, items in 1_usize..9, whole: bool, missing in 0.0..0.1_f64) {
        compare_with_twin(&people(seed, persons, items, whole, missing));
    }

    /// Three items have one factor in closed form: l_1 = sqrt(c_12 c_13 / c_23).
    #[test]
    fn three_items_have_one_exact_factor(a in 0.2..2.0_f64, b in 0.2..2.0_f64, c in 0.2..2.0_f64, rest in 0.01..2.0_f64) {
        let cells = vec![a * a + rest, a * b, a * c, a * b, b * b + rest, b * c, a * c, b * c, c * c + rest];
        let found = omega(&Matrix::symmetric(3, cells).unwrap(), 100).unwrap();
        let shared = (a + b + c).powi(2);
        near(found.omega, shared / (shared + 3.0 * rest), 1e-10);
        [a, b, c].iter().zip(&found.loadings).for_each(|(exact, loading)| near(*loading, *exact, 1e-10));
    }

    #[test]
    fn length_and_reliability_undo_each_other(reliability in 0.001..0.999_f64, wanted in 0.001..0.999_f64) {
        let factor = length_for(reliability, wanted).unwrap();
        near(lengthened(reliability, factor).unwrap(), wanted, 1e-10);
    }
}

/// Items that say the same of everybody leave no error, whatever the rounding of their sums: alpha is 1 and no more.
#[test]
fn items_alike_leave_no_error() {
    let mut random = Random::new(16);
    for _ in 0..2_000 {
        let items = 2 + (random.uniform() * 6.0) as usize;
        let scale = 1.0 / (1.0 + (random.uniform() * 9.0).floor());
        let row = |random: &mut Random| vec![Some((random.uniform() * 5.0).floor() * scale); items];
        let mut rows: Rows = (0..5).map(|_| row(&mut random)).collect();
        // Two who differ, or there is nothing to compute.
        rows.push(vec![Some(0.0); items]);
        rows.push(vec![Some(scale); items]);
        let found = reliability_of(&rows);
        let (alpha, lambda_2) = (found.alpha.unwrap(), found.lambda_2.unwrap());
        assert!(alpha <= 1.0 && lambda_2 <= 1.0, "{alpha}, {lambda_2}: {rows:?}");
        near(alpha, 1.0, 1e-12);
        near(lambda_2, 1.0, 1e-12);
        near(found.sem.unwrap(), 0.0, 1e-6);
    }
}

/// Whole numbers too far apart to be counted, and halves, go the way of all numbers.
#[test]
fn both_ways_to_covariances_agree() {
    let rows = people(3, 700, 9, true, 0.02);
    let scaled = |factor: f64| -> Rows {
        rows.iter().map(|row| row.iter().map(|score| score.map(|x| x * factor)).collect()).collect()
    };
    let counted = reliability_of(&rows);
    for other in [reliability_of(&scaled(1000.0)), reliability_of(&scaled(0.5)), reliability_of(&scaled(-1.0))] {
        near(other.alpha.unwrap(), counted.alpha.unwrap(), 1e-13);
        near(other.lambda_2.unwrap(), counted.lambda_2.unwrap(), 1e-13);
        near(other.omega.unwrap().omega, counted.omega.clone().unwrap().omega, 1e-12);
    }
    compare_with_twin(&rows);
}

#[test]
fn what_cannot_be_computed_is_nothing() {
    let nothing = |rows: &Rows| {
        let found = reliability_of(rows);
        assert_eq!((found.alpha, found.lambda_2, found.sem), (None, None, None), "{rows:?}");
        found
    };
    assert_eq!(nothing(&vec![]).persons_used, 0);
    assert_eq!(nothing(&whole(&[&[1, 2, 3]])).omega, Err(NoOmega::TooFewPersons), "one person");
    assert_eq!(nothing(&vec![vec![None; 3]; 4]).persons_used, 0, "all missing");
    assert_eq!(nothing(&whole(&[&[1], &[2], &[4]])).omega, Err(NoOmega::TooFewItems), "one item");
    assert_eq!(nothing(&whole(&[&[1, 2, 3], &[1, 2, 3]])).item_rest, [None; 3], "nobody differs");
    let opposite = nothing(&whole(&[&[0, 4], &[1, 3], &[3, 1]]));
    near(opposite.item_rest[0].unwrap(), -1.0, 1e-15);
    let odd = vec![vec![Some(f64::NAN), Some(1.0)], vec![Some(f64::INFINITY), Some(1.0)], vec![Some(1.0), Some(2.0)]];
    assert_eq!(nothing(&odd).persons_used, 1, "what is no finite number is no score");
    // Tenths have no exact mean; a column of them is constant all the same.
    let tenths: Rows = (0..7).map(|person| vec![Some(0.1), Some(0.1 * f64::from(person)), Some(0.7)]).collect();
    let found = reliability_of(&tenths);
    assert_eq!((found.item_rest, found.omega), (vec![None; 3], Err(NoOmega::TooFewItems)));
}

#[test]
fn a_factor_that_is_none_is_refused() {
    let of = |cells: &[f64]| omega(&Matrix::symmetric(3, cells.to_vec()).unwrap(), 50);
    assert_eq!(of(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]), Err(NoOmega::NoFactor));
    // c_12 c_13 / c_23 = 0.8 * 0.8 / 0.5 = 1.28 is more than the variance 1.
    assert_eq!(of(&[1.0, 0.8, 0.8, 0.8, 1.0, 0.5, 0.8, 0.5, 1.0]), Err(NoOmega::Improper(0)));
    // With one item turned round no three loadings have these signs.
    assert!(of(&[1.0, 0.5, 0.5, 0.5, 1.0, -0.5, 0.5, -0.5, 1.0]).is_err());
}

/// Twice as long: 2 (1/2) / (1 + 1/2) = 2/3. An alpha of .46 needs 108/23 = 4.7 times the items for .8 (Catano et al.
/// 2012 report a mean alpha of .46 for situational judgement tests).
#[test]
fn longer_tests_are_more_reliable() {
    near(lengthened(0.5, 2.0).unwrap(), 2.0 / 3.0, 1e-15);
    near(lengthened(0.7, 1.75).unwrap(), 0.803_278_688_524_590_2, 1e-15);
    near(length_for(0.46, 0.8).unwrap(), 108.0 / 23.0, 1e-14);
    assert_eq!((length_for(0.6, 0.6), lengthened(0.6, 1.0)), (Some(1.0), Some(0.6)));
    for (reliability, factor) in
        [(f64::NAN, 2.0), (1.1, 2.0), (0.5, 0.0), (0.5, f64::INFINITY), (-1.0, 2.0), (-0.5, 3.0)]
    {
        assert_eq!(lengthened(reliability, factor), None);
    }
    for (reliability, wanted) in
        [(0.0, 0.8), (1.0, 0.8), (0.5, 1.0), (0.5, 0.0), (-0.2, 0.8), (f64::NAN, 0.8), (0.5, f64::NAN)]
    {
        assert_eq!(length_for(reliability, wanted), None);
    }
}

/// The example of Jacobson & Truax (1991): from 47.5 to 32.5 with a standard deviation of 7.5 and a reliability of .80,
/// which is an error of 3.35, an error of the difference of 4.74 and an index of -3.16.
#[test]
fn change_is_measured_against_the_errors_of_both_attempts() {
    let sem = 7.5 * (1.0_f64 - 0.8).sqrt();
    near(sem, 3.35, 0.005);
    let change = reliable_change((47.5, sem), (32.5, sem)).unwrap();
    near(change.standard_error, 4.74, 0.005);
    near(change.index, -3.162_277_660_168_379, 1e-12);
    assert!(change.reliable);
    assert_eq!(difference_error(3.0, 4.0), Some(5.0));
    let small = reliable_change((2.0, 0.3), (2.9, 0.4)).unwrap();
    near(small.index, 1.8, 1e-14);
    assert!(!small.reliable);
    assert!(!reliable_change((0.0, 0.6), (1.96, 0.8)).unwrap().reliable, "the limit itself is not beyond it");
    for (first, second) in [
        ((1.0, 0.0), (2.0, 0.0)),
        ((1.0, -0.1), (2.0, 0.1)),
        ((f64::NAN, 0.1), (2.0, 0.1)),
        ((1.0, f64::INFINITY), (2.0, 0.1)),
    ] {
        assert_eq!(reliable_change(first, second), None);
    }
    assert_eq!(difference_error(-1.0, 1.0), None);
}

/// Found by fuzzing: a variance of infinity was one.
#[test]
fn scores_too_large_to_be_squared_have_no_numbers() {
    let rows: Rows = [[9e30, 1e301, 1.0, 2.0], [3.0, 4.0, 231.0, 0.0], [1.0, 2.0, 2.0, 4.0]]
        .map(|row| row.map(Some).to_vec())
        .to_vec();
    let found = reliability_of(&rows);
    assert!(found.variance[0].is_some() && found.variance[1].is_none(), "{found:?}");
    let rows: Rows = (0..4).map(|row| vec![Some(f64::from(row) * 1e200); 3]).collect();
    let found = reliability_of(&rows);
    assert_eq!((found.alpha, found.lambda_2, found.sem), (None, None, None));
    assert_eq!((found.item_rest, found.variance), (vec![None; 3], vec![None; 3]));
}
