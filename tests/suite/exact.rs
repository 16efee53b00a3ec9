//! Models and estimators against exact computations: slow, obvious twins over numbers of fifty digits.

pub mod banks;
mod long;
pub mod number;
mod published;
mod reference;
mod several;
mod traps;
pub mod twin;

use crate::support::near;
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::{Absent, Given, Prior, Theta};
use metier::numeric::random::Random;
use number::{Big, Number};
use twin::{Item, Method};

/// The library's estimate.
pub fn found(given: &[Given<'_>], method: Method, range: (f64, f64)) -> Result<Theta, Absent> {
    match method {
        Method::Eap { mean, sd } => expected(given, Prior { mean, sd }),
        Method::Map { mean, sd } => maximum(given, Maximum::Posterior(Prior { mean, sd }), range),
        Method::Wle => maximum(given, Maximum::Weighted, range),
        Method::Ml => maximum(given, Maximum::Likelihood, range),
    }
}

/// Holds the library's estimate of some answers against the twin's.
#[track_caller]
fn agree(answers: &twin::Given, method: Method, range: (f64, f64)) {
    let models: Vec<_> = answers.iter().map(|(item, _)| item.response_model()).collect();
    let found = found(&banks::given(&models, answers), method, range);
    match twin::estimate(answers, method, range) {
        None => assert!(found.is_err(), "{method:?} {answers:?}: {found:?}"),
        Some((theta, se)) => {
            let found = found.unwrap_or_else(|why| panic!("{method:?} {answers:?}: {why:?}, not {theta}"));
            let off = (found.theta - theta).abs().max((found.se - se).abs());
            assert!(off <= 1e-8, "{method:?} {answers:?}: {found:?}, not {theta} and {se}");
        }
    }
}

/// Probabilities, information and Warm's J of all seven models to 1e-12 from -8 to 8.
#[test]
fn models_are_exact() {
    let mut random = Random::new(1);
    let mut items = banks::mixed(42, &mut random);
    items.push(Item::right_or_wrong(15.0, 0.3, 0.0, 1.0));
    items.push(Item::right_or_wrong(15.0, 0.3, 0.2, 0.95));
    items.push(Item::right_or_wrong(0.05, -1.0, 0.0, 0.7));
    items.push(Item::new("graded", &[15.0], &[-1.0, -0.999, 2.0], &[], 1.0));
    items.push(Item::new("partial-credit", &[0.05], &[2.0, -2.0, 30.0, -30.0], &[], 1.0));
    items.push(Item::new("partial-credit", &[1.7], &[0.0; 10], &[], 1.0));
    items.push(Item::new("nominal", &[0.0, 0.0, 0.0], &[], &[1.0, -1.0, 0.0], 1.0));
    for item in &items {
        let model = item.response_model();
        assert_eq!((model.fault(), model.count()), (None, item.count()));
        for theta in (-8..=8).map(f64::from).chain([-0.37, 0.123, 1.618]) {
            let exact = item.categories(&Big::of(theta));
            let categories = model.categories(theta);
            for (index, (category, exact)) in categories.iter().zip(&exact).enumerate() {
                assert_eq!(model.category(index, theta), *category);
                let p = exact.value.near();
                near(category.probability, p, 1e-12);
                near(category.probability / p, 1.0, 1e-12);
                near(model.log(index, theta), p.ln(), 1e-12 * (1.0 + p.ln().abs()));
                near(category.slope, (exact.first.clone() / exact.value.clone()).near(), 1e-11);
                near(category.bend, (exact.second.clone() / exact.value.clone()).near(), 1e-10);
            }
            near(categories.iter().map(|category| category.probability).sum(), 1.0, 1e-14);
            let (information, warm) = twin::told(&exact);
            near(model.information(theta), information.near(), 1e-12);
            near(model.warm(theta), warm.near(), 1e-12);
        }
    }
}

/// All four estimators with their errors to 1e-8, on banks of all models together.
#[test]
fn estimates_are_exact() {
    let mut random = Random::new(2);
    for (size, theta) in [(1, 0.0), (3, 1.0), (5, -1.5), (7, 0.4), (7, 2.5), (10, -0.2), (14, 0.9)] {
        let items = banks::mixed(size + 4, &mut random).split_off(4);
        let answers = banks::answers(&items, theta, &mut random);
        let (mean, sd) = (0.0, 1.0);
        for method in [Method::Eap { mean, sd }, Method::Map { mean, sd }, Method::Wle, Method::Ml] {
            agree(&answers, method, (-6.0, 6.0));
        }
    }
}
