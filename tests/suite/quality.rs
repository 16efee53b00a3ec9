//! Signs of careless answers: exact numbers, slow obvious twins, and the traps.

use crate::support::near;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::quality::fit::{Answered, lz, simulated_p};
use metier::quality::{even_odd, is_flat, longest_run, mahalanobis, variability};
use proptest::prelude::*;

fn given(answers: &[u32]) -> Vec<Option<u32>> {
    answers.iter().copied().map(Some).collect()
}

#[test]
fn a_run_ends_at_another_answer_and_at_none() {
    assert_eq!(longest_run(&[]), 0);
    assert_eq!(longest_run(&[None, None]), 0);
    assert_eq!(longest_run(&given(&[3])), 1);
    assert_eq!(longest_run(&given(&[1, 2, 2, 2, 1, 1])), 3);
    assert_eq!(longest_run(&[Some(2), Some(2), None, Some(2), Some(2), Some(2), None]), 3);
}

/// By hand: the mean of 0 4 2 1 3 3 0 is 13/7, the sum of squared deviations 39 - 169/7 = 104/7, divided by 6 is 52/21.
#[test]
fn answers_vary_by_their_standard_deviation() {
    near(variability(&given(&[0, 4, 2, 1, 3, 3, 0])).unwrap(), (52.0_f64 / 21.0).sqrt(), 1e-15);
    near(variability(&[Some(1), None, Some(3)]).unwrap(), 2.0_f64.sqrt(), 1e-15);
    assert_eq!(variability(&given(&[3; 30])), Some(0.0));
    assert_eq!((variability(&[Some(2), None]), variability(&[])), (None, None));
}

fn scales(rows: &[&[i32]]) -> Vec<Vec<Option<f64>>> {
    // Below 0 stands for no answer.
    rows.iter().map(|row| row.iter().map(|&x| (x >= 0).then_some(f64::from(x))).collect()).collect()
}

/// Worked out in fractions up to the root, then to 50 digits: the correlation of the halves is .494003…, stepped up
/// .661315….
#[test]
fn halves_that_agree_have_a_negative_sign() {
    let found = even_odd(&scales(&[&[4, 3, 4, 3, 3], &[1, 0, 2, 1, -1], &[2, 3, 1, 2, 2], &[3, 3, -1, 4, 1]])).unwrap();
    near(found, -0.661_314_988_248_267_3, 1e-14);
    let alike = even_odd(&scales(&[&[4, 4], &[1, 1], &[2, 2]])).unwrap();
    near(alike, -1.0, 1e-15);
    let unlike = even_odd(&scales(&[&[4, 0], &[3, 1], &[2, 2], &[1, 4]]));
    assert_eq!(unlike, Some(1.0), "stepped up, a correlation of -.98 would be -114: it is kept in range");
    near(even_odd(&scales(&[&[4, 1], &[1, 0], &[2, 3], &[3, 0]])).unwrap(), 0.0, 1e-15);
    near(even_odd(&scales(&[&[4, 0], &[2, 2], &[0, 4]])).unwrap(), 1.0, 1e-15);
}

#[test]
fn halves_need_three_scales_that_differ() {
    assert_eq!(even_odd(&[]), None);
    assert_eq!(even_odd(&scales(&[&[4, 4], &[1, 1]])), None, "two points always lie on a line");
    assert_eq!(even_odd(&scales(&[&[4, 4], &[1, 1], &[2, -1], &[3]])), None, "two whole pairs");
    assert_eq!(even_odd(&scales(&[&[4, 1], &[4, 2], &[4, 3]])), None, "one half never varies");
}

#[test]
fn only_signs_with_a_source_are_flagged() {
    assert!(is_flat(&given(&[2; 10])));
    assert!(!is_flat(&given(&[2; 9])), "nine alike are no sign");
    let mut long = given(&[2; 30]);
    long.push(Some(1));
    assert!(!is_flat(&long), "no limit for runs holds everywhere");
    let gaps: Vec<Option<u32>> = (0..19).map(|item| (item % 2 == 0).then_some(0)).collect();
    assert!(is_flat(&gaps), "ten answers among nineteen items");
    assert!(!is_flat(&[None; 12]) && !is_flat(&[]));
}

/// The inverse of this covariance, by hand, is the matrix of cofactors 56 -16 24, 20 -12, 36 divided by 144; with
/// deviations of 1/2, -3/2 and 2 the distance is 347/144.
#[test]
fn distance_in_the_metric_of_the_covariance() {
    let covariance = Matrix::symmetric(3, vec![4.0, 2.0, -2.0, 2.0, 10.0, 2.0, -2.0, 2.0, 6.0]).unwrap();
    near(mahalanobis(&[2.5, 0.5, 4.0], &[2.0, 2.0, 2.0], &covariance).unwrap(), 347.0 / 144.0, 1e-14);
    assert_eq!(mahalanobis(&[2.0; 3], &[2.0; 3], &covariance), Some(0.0));
    assert_eq!(mahalanobis(&[2.0; 2], &[2.0; 2], &covariance), None);
    assert_eq!(mahalanobis(&[2.0; 3], &[2.0; 2], &covariance), None);
    assert_eq!(mahalanobis(&[f64::NAN, 2.0, 2.0], &[2.0; 3], &covariance), None);
    assert_eq!(mahalanobis(&[1.0; 2], &[2.0; 2], &Matrix::symmetric(2, vec![1.0, 1.0, 1.0, 1.0]).unwrap()), None);
}

/// Five items with their categories' probabilities.
const ITEMS: [&[f64]; 5] = [&[0.1, 0.2, 0.7], &[0.5, 0.5], &[0.05, 0.15, 0.3, 0.5], &[0.25, 0.75], &[0.0, 0.4, 0.6]];

fn answered(chosen: [usize; 5]) -> Vec<Answered<'static>> {
    ITEMS.into_iter().zip(chosen).collect()
}

/// The definition with 50 digits: l = -5.585999…, lz = -1.619616….
#[test]
fn lz_is_that_of_exact_arithmetic() {
    let fit = lz(&answered([0, 1, 3, 0, 2])).unwrap();
    near(fit.log_likelihood, -5.585_999_438_999_818, 1e-14);
    near(fit.lz, -1.619_616_897_070_494_8, 1e-12);
}

#[test]
fn lz_is_nothing_where_nothing_can_be_said() {
    assert_eq!(lz(&[]), None);
    assert_eq!(lz(&[(&[0.5, 0.5], 0), (&[0.5, 0.5], 1)]), None, "all answers are as likely");
    let third = 1.0 / 3.0;
    assert_eq!(lz(&[(&[third, third, 1.0 - 2.0 * third], 2)]), None, "but for rounding");
    assert_eq!(lz(&[(&[1.0, 0.0], 0)]), None, "only one answer is possible");
    assert_eq!(lz(&answered([0, 1, 3, 0, 0])), None, "an answer that cannot be");
    assert_eq!(lz(&answered([0, 2, 3, 0, 2])), None, "a category that is none");
    assert_eq!(
        lz(&[(&[f64::NAN, 0.5], 1), (&[0.1, 0.9], 0)]),
        lz(&[(&[0.0, 0.5], 1), (&[0.1, 0.9], 0)]),
        "NaN is no probability"
    );
    assert_eq!(simulated_p(&answered([0, 1, 3, 0, 0]), 100, &mut Random::new(1)), None);
}

/// A thousand items do not underflow: the likelihood itself is 0 in 53 bits.
#[test]
fn long_tests_have_an_lz() {
    let all: Vec<Answered<'_>> = (0..1000).map(|item| (ITEMS[item % 5], ITEMS[item % 5].len() - 1)).collect();
    assert!(lz(&all).unwrap().lz > 5.0);
    let steep = [1e-300, 1.0 - 1e-300];
    assert!(lz(&[(&steep, 0), (ITEMS[0], 1)]).unwrap().lz.is_finite());
}

/// The share of answers at most as likely as those chosen, from all 96 patterns: .07225 for this one. Of 40,000 draws
/// the standard error is .0013; four are allowed.
#[test]
fn the_simulated_p_is_near_the_exact_one() {
    let chosen = answered([0, 1, 3, 0, 2]);
    near(exact_p(&chosen), 0.07225, 1e-12);
    near(simulated_p(&chosen, 40_000, &mut Random::new(11)).unwrap(), 0.07225, 0.0052);
    let once = simulated_p(&chosen, 500, &mut Random::new(4));
    assert_eq!(once, simulated_p(&chosen, 500, &mut Random::new(4)), "the same seed, the same p");
    assert_eq!(simulated_p(&answered([2, 1, 3, 1, 2]), 500, &mut Random::new(4)), Some(1.0), "nothing is more likely");
    assert_eq!(simulated_p(&chosen, 0, &mut Random::new(4)), Some(1.0), "without draws nothing is unlikely");
}

/// Every pattern there is, each with its likelihood.
fn patterns(items: &[&[f64]]) -> Vec<(Vec<usize>, f64)> {
    items.iter().fold(vec![(vec![], 1.0)], |before, item| {
        let longer = |(pattern, likelihood): &(Vec<usize>, f64)| {
            let (pattern, likelihood) = (pattern.clone(), *likelihood);
            item.iter()
                .enumerate()
                .map(move |(category, p)| ([&pattern[..], &[category]].concat(), likelihood * p))
                .collect::<Vec<_>>()
        };
        before.iter().flat_map(longer).collect()
    })
}

fn exact_p(answered: &[Answered<'_>]) -> f64 {
    let items: Vec<&[f64]> = answered.iter().map(|(probabilities, _)| *probabilities).collect();
    let own: f64 = answered.iter().map(|(probabilities, chosen)| probabilities[*chosen]).product();
    patterns(&items)
        .iter()
        .map(|(_, likelihood)| *likelihood)
        .filter(|likelihood| *likelihood <= own * (1.0 + 1e-12))
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    /// lz standardises: over all patterns, weighted by their likelihood, its mean is 0 and its variance 1.
    #[test]
    fn lz_has_mean_0_and_variance_1_over_all_patterns(seed: u64, count in 1_usize..5) {
        let mut random = Random::new(seed);
        let items: Vec<Vec<f64>> = (0..count).map(|item| {
            let mut shares = vec![1.0; 2 + (item + seed as usize % 3) % 3];
            random.dirichlet(&mut shares);
            shares
        }).collect();
        let items: Vec<&[f64]> = items.iter().map(Vec::as_slice).collect();
        let (mut mean, mut square) = (0.0, 0.0);
        for (pattern, likelihood) in patterns(&items) {
            let answered: Vec<Answered<'_>> = items.iter().copied().zip(pattern).collect();
            let fit = lz(&answered).unwrap();
            prop_assert!((fit.log_likelihood - likelihood.ln()).abs() < 1e-10);
            mean += likelihood * fit.lz;
            square += likelihood * fit.lz * fit.lz;
        }
        prop_assert!(mean.abs() < 1e-10 && (square - 1.0).abs() < 1e-10, "{mean} {square}");
    }

    /// Runs counted the slow way: every stretch of items, one after another.
    #[test]
    fn the_longest_of_all_stretches(answers in proptest::collection::vec(proptest::option::weighted(0.9, 0_u32..3), 0..25)) {
        let stretches = (0..answers.len()).flat_map(|start| (start + 1..=answers.len()).map(move |end| (start, end)));
        let same = |&(start, end): &(usize, usize)| answers[start].is_some() && answers[start..end].iter().all(|x| *x == answers[start]);
        let longest = stretches.filter(same).map(|(start, end)| end - start).max().unwrap_or_default();
        prop_assert_eq!(longest_run(&answers), longest);
    }

    /// The distance as the sum over all pairs, with the inverse.
    #[test]
    fn distance_by_the_inverse(seed: u64, size in 1_usize..8) {
        let mut random = Random::new(seed);
        let factors: Vec<Vec<f64>> = (0..size).map(|_| (0..size).map(|_| random.normal()).collect()).collect();
        let cell = |i: usize, j: usize| f64::from(u8::from(i == j)) + (0..size).map(|k| factors[i][k] * factors[j][k]).sum::<f64>();
        let covariance = Matrix::symmetric(size, (0..size * size).map(|at| cell(at / size, at % size)).collect()).unwrap();
        let (scores, mean): (Vec<f64>, Vec<f64>) = (0..size).map(|_| (random.normal(), random.normal())).unzip();
        let inverse = covariance.inverse().unwrap();
        let pairs = (0..size).flat_map(|i| (0..size).map(move |j| (i, j)));
        let slow: f64 = pairs.map(|(i, j)| (scores[i] - mean[i]) * inverse.at(i, j) * (scores[j] - mean[j])).sum();
        near(mahalanobis(&scores, &mean, &covariance).unwrap(), slow, 1e-10);
    }
}

#[test]
fn sums_beyond_all_numbers_are_nothing() {
    let scales: Vec<Vec<Option<f64>>> = [1.0, -1.0, 0.5].map(|x| vec![Some(x * 1e300), Some(x * 1e300)]).to_vec();
    assert_eq!(even_odd(&scales), None);
}
