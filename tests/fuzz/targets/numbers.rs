//! Estimators: whatever finite numbers arrive, what comes out is finite, or the reason why there is nothing.
//!
//! An input is lines of a letter and numbers: `l a b c d category`, `g a b… category` and `n a… c… category` are an
//! answer to a logistic, graded or nominal item; `p mean sd` is the prior, `r low high` the range of the search; `m …`
//! are the cells of a square matrix, `s …` scores. A later `p`, `r`, `m` or `s` takes the place of the one before.

use crate::hold::{numbers_are_finite, soon, texts};
use metier::estimate::expected::{expected, grid};
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::several::several;
use metier::estimate::theta::{Absent, Given, Prior, Theta};
use metier::model::response::ResponseModel;
use metier::numeric::chi_squared::tail;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::precision::change::{difference_error, reliable_change};
use metier::precision::information::{information, marginal_reliability, standard_error};
use metier::precision::length::{length_for, lengthened};
use metier::precision::omega::omega;
use metier::precision::pairwise::pairwise;
use metier::precision::reliability;
use metier::quality::fit::{lz, simulated_p};
use metier::quality::{even_odd, mahalanobis};
use metier::saved::join::{Measurement, disagree, join};

/// Answers, and skills or items, of which more would only take time.
const ANSWERS: usize = 6;
const SIDE: usize = 6;

/// What an input says.
struct Numbers {
    models: Vec<(ResponseModel, usize)>,
    prior: Prior,
    range: (f64, f64),
    matrix: Matrix,
    scores: Vec<f64>,
}

/// All estimators over the numbers of an input.
pub fn estimators(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let numbers = read(&text);
    let given: Vec<Given<'_>> =
        numbers.models.iter().map(|(model, category)| Given { model, category: *category }).collect();
    let steepest = given.iter().map(|one| one.model.steepest()).fold(0.0, f64::max);
    if soon(steepest, numbers.range, numbers.prior) {
        levels(&given, numbers.prior, numbers.range);
    }
    curves(&given, &numbers);
    matrices(&given, &numbers);
    scores(&numbers.scores);
    !given.is_empty()
}

fn read(text: &str) -> Numbers {
    let mut numbers = Numbers {
        models: Vec::new(),
        prior: Prior { mean: 0.0, sd: 1.0 },
        range: (-6.0, 6.0),
        matrix: Matrix::zeros(0),
        scores: Vec::new(),
    };
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next().unwrap_or_default();
        let list: Vec<f64> =
            words.filter_map(|word| word.parse().ok()).filter(|number: &f64| number.is_finite()).collect();
        match (kind, list.as_slice()) {
            ("p", &[mean, sd]) if sd > 0.0 => numbers.prior = Prior { mean, sd },
            ("r", &[low, high]) if low < high => numbers.range = (low, high),
            ("m", cells) => numbers.matrix = square(cells),
            ("s", list) => numbers.scores = list.to_vec(),
            (kind, list) => numbers.models.extend(answer(kind, list).filter(|_| numbers.models.len() < ANSWERS)),
        }
    }
    numbers
}

/// An answer to an item with which nothing is wrong.
fn answer(kind: &str, numbers: &[f64]) -> Option<(ResponseModel, usize)> {
    let (&category, parameters) = numbers.split_last()?;
    let model = match (kind, parameters) {
        ("l", &[a, b, c, d]) => ResponseModel::Logistic { a, b, c, d },
        ("g", [a, b @ ..]) => ResponseModel::Graded { a: *a, b: b.to_vec() },
        ("n", all) => {
            let (a, c) = all.split_at(all.len() / 2);
            ResponseModel::Nominal { a: a.to_vec(), c: c.to_vec() }
        }
        _ => return None,
    };
    let count = model.count().max(1);
    model.fault().is_none().then(|| (model, category.abs() as usize % count))
}

/// The symmetric matrix whose lower half these cells fill.
fn square(cells: &[f64]) -> Matrix {
    let size = (1..=SIDE).rev().find(|size| size * (size + 1) / 2 <= cells.len()).unwrap_or(0);
    let mut matrix = Matrix::zeros(size);
    let places = (0..size).flat_map(|row| (0..=row).map(move |column| (row, column)));
    for ((row, column), &cell) in places.zip(cells) {
        matrix.set(row, column, cell);
        matrix.set(column, row, cell);
    }
    matrix
}

/// By each estimator a level with an error, or the reason why there is none.
fn levels(given: &[Given<'_>], prior: Prior, range: (f64, f64)) {
    let sound = |found: Result<Theta, Absent>, what: &str| {
        if let Ok(found) = found {
            assert!(found.theta.is_finite() && found.se > 0.0 && found.se.is_finite(), "{what}: {found:?}");
        }
        found
    };
    for way in [Maximum::Posterior(prior), Maximum::Weighted, Maximum::Likelihood] {
        if let Ok(found) = sound(maximum(given, way, range), "a maximum") {
            assert!(range.0 <= found.theta && found.theta <= range.1, "{found:?} beyond {range:?}");
        }
    }
    let _ = sound(expected(given, prior), "a mean");
    if let Ok(grid) = grid(given, prior) {
        numbers_are_finite(&(grid.start, grid.step));
        let sum: f64 = grid.weights.iter().sum();
        assert!((sum - 1.0).abs() < 1e-9, "weights add up to {sum}");
    }
}

/// Curves at the levels that are there, and what rests on them.
fn curves(given: &[Given<'_>], numbers: &Numbers) {
    let models: Vec<ResponseModel> = given.iter().map(|one| one.model.clone()).collect();
    let share = marginal_reliability(&models, numbers.prior);
    assert!((0.0..=1.0).contains(&share), "a marginal reliability of {share}");
    for theta in [numbers.range.0, numbers.prior.mean, numbers.range.1, 0.5] {
        if theta.abs() > metier::model::response::LARGEST {
            continue;
        }
        let told = information(&models, theta);
        assert!(told >= 0.0 && told.is_finite(), "information of {told} at {theta}");
        numbers_are_finite(&(standard_error(told, None), standard_error(told, Some(numbers.prior.sd))));
        let curves: Vec<Vec<f64>> = models.iter().map(|model| chances(model, theta)).collect();
        let chosen: Vec<(&[f64], usize)> =
            curves.iter().zip(given).map(|(curve, one)| (curve.as_slice(), one.category)).collect();
        numbers_are_finite(&lz(&chosen));
        let p = simulated_p(&chosen, 20, &mut Random::new(1));
        assert!(p.is_none_or(|p| p > 0.0 && p <= 1.0), "a p of {p:?}");
    }
}

/// The probabilities of an item's categories: they add up to 1, and all that is told with them is finite.
fn chances(model: &ResponseModel, theta: f64) -> Vec<f64> {
    let categories = model.categories(theta);
    numbers_are_finite(&(&categories, model.warm(theta), model.steepest()));
    let chances: Vec<f64> = categories.iter().map(|category| category.probability).collect();
    let sum: f64 = chances.iter().sum();
    assert!((sum - 1.0).abs() < 1e-9, "{model:?} at {theta}: probabilities add up to {sum}");
    chances
}

/// What is computed with covariances.
fn matrices(given: &[Given<'_>], numbers: &Numbers) {
    let (matrix, size) = (&numbers.matrix, numbers.matrix.size());
    numbers_are_finite(&(matrix.cholesky(), omega(matrix, numbers.scores.len())));
    if size == 0 {
        return;
    }
    let mut skills: Vec<Vec<Given<'_>>> = vec![Vec::new(); size];
    given.iter().enumerate().for_each(|(index, one)| skills[index % size].push(*one));
    if let Ok(found) = several(&skills, &vec![numbers.prior.mean; size], matrix) {
        numbers_are_finite(&found);
        assert!((0..size).all(|skill| found.covariance.at(skill, skill) > 0.0), "{found:?}");
    }
    let places: Vec<f64> = numbers.scores.iter().copied().chain(std::iter::repeat(0.0)).take(size).collect();
    let distance = mahalanobis(&places, &vec![numbers.prior.mean; size], matrix);
    assert!(distance.is_none_or(|distance| distance >= 0.0 && distance.is_finite()), "a distance of {distance:?}");
    if let Some(distance) = distance {
        let share = tail(distance, size);
        assert!((0.0..=1.0 + 1e-9).contains(&share), "a share of {share} beyond {distance}");
    }
}

/// What is computed from scores: as a table of four items, as pairs, and as measurements.
fn scores(list: &[f64]) {
    const ITEMS: usize = 4;
    let persons = list.len() / ITEMS;
    let score = |person: usize, item: usize| list.get(person * ITEMS + item).copied();
    let found = reliability(ITEMS, persons, &score);
    numbers_are_finite(&(&found, pairwise(ITEMS, persons, &score)));
    assert!(found.alpha.is_none_or(|alpha| alpha <= 1.0), "{found:?}");
    let scales: Vec<Vec<Option<f64>>> =
        list.chunks(ITEMS).map(|scale| scale.iter().copied().map(Some).collect()).collect();
    numbers_are_finite(&even_odd(&scales));
    for four in list.chunks_exact(ITEMS) {
        numbers_are_finite(&reliable_change((four[0], four[1]), (four[2], four[3])));
        numbers_are_finite(&(
            difference_error(four[0], four[1]),
            lengthened(four[0], four[1]),
            length_for(four[2], four[3]),
        ));
    }
    let measured = |pair: &[f64]| Measurement { mean: pair[0], variance: pair[1], parts: vec![pair[0]] };
    let sound = |pair: &&[f64]| pair[0].abs() < 1e3 && (1e-6..1e6).contains(&pair[1]);
    let measurements: Vec<Measurement> = list.chunks_exact(2).filter(sound).map(measured).collect();
    if !measurements.is_empty() {
        numbers_are_finite(&(join(&measurements, 2.0, 1.0), disagree(&measurements)));
    }
}
