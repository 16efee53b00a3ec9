//! Answers, items and priors that measurement programs trip over.

use super::twin::{Item, Method};
use super::{agree, banks, found};
use crate::support::near;
use metier::estimate::theta::{Absent, ErrorKind, Given, Prior, Theta, likelihood, posterior};
use metier::model::response::{Impossible, LARGEST, ResponseModel};
use metier::numeric::random::Random;
use metier::select::most_informative;
use proptest::prelude::*;

const EAP: Method = Method::Eap { mean: 0.0, sd: 1.0 };
const MAP: Method = Method::Map { mean: 0.0, sd: 1.0 };
const WIDE: (f64, f64) = (-20.0, 20.0);

fn logistic(a: f64, b: f64, c: f64, d: f64) -> ResponseModel {
    ResponseModel::Logistic { a, b, c, d }
}

/// All that is found of some answers, by method: mean, mode, weighted, likelihood.
fn all(given: &[Given<'_>], range: (f64, f64)) -> [Result<Theta, Absent>; 4] {
    [EAP, MAP, Method::Wle, Method::Ml].map(|method| found(given, method, range))
}

/// Answers that are all the highest, all the lowest or all in the middle.
#[test]
fn answers_that_are_all_alike() {
    let items: Vec<Item> =
        banks::mixed(7, &mut Random::new(3)).into_iter().filter(|item| item.model != "nominal").collect();
    let of = |choose: &dyn Fn(&Item) -> usize| items.iter().map(|item| (item, choose(item))).collect::<Vec<_>>();
    let (lowest, middle, highest) = (of(&|_| 0), of(&|item| item.count() / 2), of(&|item| item.count() - 1));
    for answers in [&lowest, &middle, &highest] {
        for method in [EAP, MAP, Method::Wle, Method::Ml] {
            agree(answers, method, WIDE);
        }
    }
    let models: Vec<_> = items.iter().map(Item::response_model).collect();
    for (answers, why) in [(&lowest, Absent::LowEnd), (&highest, Absent::HighEnd)] {
        let [eap, map, wle, ml] = all(&banks::given(&models, answers), WIDE);
        assert_eq!(ml, Err(why));
        assert!(eap.is_ok() && map.is_ok() && wle.is_ok());
    }
}

/// Each category of one item of each model.
#[test]
fn one_item_answered() {
    let mut random = Random::new(4);
    for item in banks::mixed(7, &mut random) {
        for category in 0..item.count() {
            for method in [EAP, MAP, Method::Wle, Method::Ml] {
                agree(&[(&item, category)], method, WIDE);
            }
        }
    }
}

/// Nothing is known but the prior, and that only where there is one.
#[test]
fn nothing_answered() {
    let [eap, map, wle, ml] = all(&[], (-6.0, 6.0));
    let (eap, map) = (eap.unwrap(), map.unwrap());
    near(eap.theta, 0.0, 1e-14);
    near(eap.se, 1.0, 1e-12);
    assert_eq!((map.theta, map.se, map.error), (0.0, 1.0, ErrorKind::ObservedInformation));
    assert_eq!((wle, ml), (Err(Absent::NoAnswers), Err(Absent::NoAnswers)));
}

#[test]
fn parameters_that_cannot_be() {
    let graded = |a: f64, b: &[f64]| ResponseModel::Graded { a, b: b.to_vec() };
    let nominal = |a: &[f64], c: &[f64]| ResponseModel::Nominal { a: a.to_vec(), c: c.to_vec() };
    for (model, fault) in [
        (logistic(0.0, 0.0, 0.0, 1.0), Impossible::Slope),
        (logistic(-1.0, 0.0, 0.0, 1.0), Impossible::Slope),
        (logistic(f64::NAN, 0.0, 0.0, 1.0), Impossible::NotFinite),
        (logistic(1.0, f64::INFINITY, 0.0, 1.0), Impossible::NotFinite),
        (logistic(1.0, 2.0 * LARGEST, 0.0, 1.0), Impossible::NotFinite),
        (logistic(1.0, 0.0, -0.1, 1.0), Impossible::Lower),
        (logistic(1.0, 0.0, 0.0, 1.1), Impossible::Upper),
        (logistic(1.0, 0.0, 0.0, 0.0), Impossible::Asymptotes),
        (logistic(1.0, 0.0, 0.5, 0.5), Impossible::Asymptotes),
        (logistic(1.0, 0.0, 0.6, 0.5), Impossible::Asymptotes),
        (logistic(1.0, 0.0, 1.0, 1.0), Impossible::Asymptotes),
        (graded(1.0, &[1.0, 0.0]), Impossible::Order),
        (graded(1.0, &[1.0, 1.0]), Impossible::Order),
        (graded(-1.0, &[0.0, 1.0]), Impossible::Slope),
        (graded(1.0, &[]), Impossible::Categories),
        (graded(1.0, &[f64::NAN]), Impossible::NotFinite),
        (nominal(&[0.0], &[0.0]), Impossible::Categories),
        (nominal(&[0.0, 1.0], &[0.0]), Impossible::Categories),
        (nominal(&[0.0, f64::NAN], &[0.0, 0.0]), Impossible::NotFinite),
    ] {
        assert_eq!(model.fault(), Some(fault), "{model:?}");
    }
    for model in [logistic(1.0, 0.0, 0.0, 1.0), graded(1.0, &[0.0, 1e-9]), nominal(&[-1.0, 1.0], &[0.0, 0.0])] {
        assert_eq!(model.fault(), None, "{model:?}");
    }
}

/// Steps of the partial credit model may stand in any order; a category is then never the likeliest.
#[test]
fn disordered_steps() {
    let items = [
        Item::new("partial-credit", &[1.3], &[1.5, -1.5], &[], 1.0),
        Item::new("partial-credit", &[0.8], &[2.0, 0.0, -2.0, 1.0], &[], 1.0),
        Item::new("partial-credit", &[2.2], &[0.5, 0.5], &[], 1.0),
    ];
    assert!(items.iter().all(|item| item.response_model().fault().is_none()));
    for chosen in [[1, 2, 1], [2, 0, 0], [0, 4, 1]] {
        let answers: Vec<_> = items.iter().zip(chosen).collect();
        for method in [EAP, MAP, Method::Wle, Method::Ml] {
            agree(&answers, method, WIDE);
        }
    }
}

/// Where success can be guessed a likelihood can have two peaks (Samejima 1973, Psychometrika 38:221-233): the higher
/// one counts, be it on the left or on the right.
#[test]
fn two_peaks() {
    for (guess, left) in [(0.25, true), (0.1, false)] {
        let mut items = vec![Item::right_or_wrong(4.0, 2.0, guess, 1.0); 2];
        items.extend(
            [(1.2, -1.5), (1.2, -0.5), (1.0, -1.0), (1.0, 0.5)].map(|(a, b)| Item::right_or_wrong(a, b, 0.0, 1.0)),
        );
        let answers: Vec<_> = items.iter().zip([1, 1, 1, 0, 1, 0]).collect();
        let models: Vec<_> = items.iter().map(Item::response_model).collect();
        let given = banks::given(&models, &answers);
        let slopes: Vec<[f64; 2]> = (-400..=400)
            .map(|step| f64::from(step) / 100.0)
            .map(|theta| {
                [likelihood(&given, theta).slope, posterior(&given, Prior { mean: 1.0, sd: 1.5 }, theta).slope]
            })
            .collect();
        for which in [0, 1] {
            let peaks = slopes.windows(2).filter(|pair| pair[0][which] > 0.0 && pair[1][which] <= 0.0).count();
            assert_eq!(peaks, 2, "{guess}");
        }
        for method in [Method::Ml, Method::Map { mean: 1.0, sd: 1.5 }, Method::Wle, Method::Eap { mean: 1.0, sd: 1.5 }]
        {
            agree(&answers, method, (-6.0, 6.0));
        }
        let ml = found(&given, Method::Ml, (-6.0, 6.0)).unwrap();
        assert_eq!(ml.theta < 1.0, left, "{ml:?}");
    }
}

/// Of items with the same information the first: identical ones, and mirror images at the level between them.
#[test]
fn equals_go_to_the_first() {
    let chosen = |models: &[ResponseModel], theta: f64| {
        most_informative(models.len(), &|item| Some(models[item].information(theta)))
    };
    let two = |a: f64, b: f64| logistic(a, b, 0.0, 1.0);
    assert_eq!(chosen(&[two(1.0, 0.5), two(1.0, -0.5)], 0.0), Some(0));
    assert_eq!(chosen(&[two(1.0, -0.5), two(1.0, 0.5)], 0.0), Some(0));
    assert_eq!(chosen(&[two(0.9, 0.0), two(1.3, 0.7), two(1.3, 0.7), two(1.3, -0.7)], 0.0), Some(1));
    let mirrored = |b: &[f64]| ResponseModel::Graded { a: 1.7, b: b.to_vec() };
    assert_eq!(chosen(&[mirrored(&[-1.3, 0.4]), mirrored(&[-0.4, 1.3])], 0.0), Some(0));
    assert_eq!(chosen(&[mirrored(&[-0.4, 1.3]), mirrored(&[-1.3, 0.4])], 0.0), Some(0));
    let steps = |b: &[f64]| ResponseModel::partial_credit(0.7, b);
    assert_eq!(chosen(&[steps(&[-1.1, 0.3, 2.0]), steps(&[-2.0, -0.3, 1.1])], 0.0), Some(0));
    assert_eq!(chosen(&[steps(&[-2.0, -0.3, 1.1]), steps(&[-1.1, 0.3, 2.0])], 0.0), Some(0));
    let (guessed, slipped) = (logistic(1.2, 0.3, 0.2, 1.0), logistic(1.2, -0.3, 0.0, 0.8));
    assert_eq!(chosen(&[guessed.clone(), slipped.clone()], 0.0), Some(0));
    assert_eq!(chosen(&[slipped, guessed], 0.0), Some(0));
    // The order of mirror images does not hang on the last bits of an estimate of 0 either.
    assert_eq!(chosen(&[two(1.0, 0.5), two(1.0, -0.5)], -1e-14), Some(0));
    assert_eq!(chosen(&[two(1.0, -0.5), two(1.0, 0.5)], 1e-14), Some(0));
    assert_eq!(most_informative(3, &|_| None), None);
    assert_eq!(most_informative(3, &|item| (item == 2).then_some(0.0)), Some(2));
    assert_eq!(chosen(&[two(1.0, 2000.0), two(1.0, 3000.0)], 0.0), Some(0), "no information at all is a tie too");
}

/// The same items twice, answered alike: the same highest point, with an error smaller by the root of 2.
#[test]
fn duplicate_items() {
    let items = banks::mixed(7, &mut Random::new(5));
    let answers = banks::answers(&items, 0.3, &mut Random::new(6));
    let models: Vec<_> = items.iter().map(Item::response_model).collect();
    let once = banks::given(&models, &answers);
    let twice: Vec<Given> = once.iter().chain(&once).copied().collect();
    let (single, double) = (found(&once, Method::Ml, WIDE).unwrap(), found(&twice, Method::Ml, WIDE).unwrap());
    near(double.theta, single.theta, 1e-10);
    near(double.se * 2.0_f64.sqrt(), single.se, 1e-10);
    let answers: Vec<_> = answers.iter().chain(&answers).copied().collect();
    for method in [EAP, MAP, Method::Wle, Method::Ml] {
        agree(&answers, method, WIDE);
    }
}

/// Priors far from the bank, nearly flat and nearly certain.
#[test]
fn extreme_priors() {
    let items = banks::mixed(4, &mut Random::new(7));
    let answers = banks::answers(&items, 0.0, &mut Random::new(8));
    let all_right: Vec<_> = items.iter().map(|item| (item, 1)).collect();
    for (mean, sd) in [(8.0, 0.5), (-8.0, 0.5), (0.0, 100.0), (3.0, 30.0), (0.5, 0.01), (40.0, 1.0)] {
        for answers in [&answers, &all_right] {
            agree(answers, Method::Eap { mean, sd }, WIDE);
            agree(answers, Method::Map { mean, sd }, (-60.0, 60.0));
        }
    }
    // The mode of a prior at 8 lies outside the usual range, and is not moved to its end.
    let model = logistic(1.0, 0.0, 0.0, 1.0);
    let given = [Given { model: &model, category: 1 }];
    assert_eq!(found(&given, Method::Map { mean: 8.0, sd: 0.5 }, (-6.0, 6.0)), Err(Absent::HighEnd));
}

#[test]
fn extreme_slopes() {
    let steep = [
        Item::right_or_wrong(15.0, -0.8, 0.0, 1.0),
        Item::right_or_wrong(15.0, 0.4, 0.0, 1.0),
        Item::right_or_wrong(15.0, 1.1, 0.2, 1.0),
        Item::new("graded", &[15.0], &[-1.0, -0.9, 1.3], &[], 1.0),
    ];
    let faint = [
        Item::right_or_wrong(0.05, -2.0, 0.0, 1.0),
        Item::right_or_wrong(0.05, 30.0, 0.2, 1.0),
        Item::new("partial-credit", &[0.05], &[4.0, -4.0], &[], 1.0),
    ];
    for chosen in [[1, 0, 0, 2], [0, 1, 1, 1]] {
        let answers: Vec<_> = steep.iter().zip(chosen).collect();
        for method in [EAP, MAP, Method::Wle, Method::Ml] {
            agree(&answers, method, (-6.0, 6.0));
        }
        agree(&answers[..2], Method::Eap { mean: 1.0, sd: 100.0 }, (-6.0, 6.0));
    }
    for chosen in [[1, 0, 1], [1, 1, 2]] {
        let answers: Vec<_> = faint.iter().zip(chosen).collect();
        for method in [EAP, MAP, Method::Wle, Method::Ml] {
            agree(&answers, method, (-100.0, 100.0));
        }
    }
}

/// Any possible model: nothing about its parameters but that it has no fault.
fn any_model() -> impl Strategy<Value = ResponseModel> {
    let number = || prop_oneof![8 => -4.0..4.0, 1 => -1e3..1e3, 1 => prop_oneof![Just(0.0), Just(1e-300), Just(LARGEST), Just(-LARGEST)]];
    let slope =
        || prop_oneof![8 => 0.2..3.0, 1 => 0.01..40.0, 1 => prop_oneof![Just(1e-300), Just(1e-9), Just(LARGEST)]];
    let share = || prop_oneof![Just(0.0), Just(1.0), 0.0..1.0, Just(1e-300)];
    let numbers = |least: usize| proptest::collection::vec(number(), least..7);
    let rising = numbers(1).prop_map(|mut b| {
        b.sort_by(f64::total_cmp);
        b.dedup();
        b
    });
    prop_oneof![
        (slope(), number(), share(), share()).prop_map(|(a, b, c, d)| logistic(a, b, c, d)),
        (slope(), rising).prop_map(|(a, b)| ResponseModel::Graded { a, b }),
        (slope(), numbers(1)).prop_map(|(a, b)| ResponseModel::partial_credit(a, &b)),
        (numbers(2), numbers(2)).prop_map(|(a, c)| {
            let count = a.len().min(c.len());
            ResponseModel::Nominal { a: a[..count].to_vec(), c: c[..count].to_vec() }
        }),
    ]
    .prop_filter("no fault", |model| model.fault().is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// An estimate is a number with an error above 0, or there is none, whatever the items, the answers, the prior and
    /// the range.
    #[test]
    fn no_estimate_is_anything_but_a_number(
        models in proptest::collection::vec((any_model(), 0..8usize), 0..4),
        (mean, sd) in prop_oneof![3 => (-3.0..3.0, 0.1..3.0), 3 => (-1e3..1e3, 1e-3..1.0), 1 => (-1e6..1e6, 1e-6..1e2)],
        (low, width) in prop_oneof![9 => (-8.0..8.0, 0.1..12.0), 1 => (-1e6..1e6, 1e-3..1e6)],
    ) {
        let given: Vec<Given> = models.iter().map(|(model, category)| Given { model, category: category % model.count() }).collect();
        for method in [Method::Eap { mean, sd }, Method::Map { mean, sd }, Method::Wle, Method::Ml] {
            if let Ok(found) = found(&given, method, (low, low + width)) {
                prop_assert!(found.theta.is_finite() && found.se > 0.0 && found.se.is_finite(), "{:?}: {:?}", method, found);
                let within = matches!(method, Method::Eap { .. }) || (low..=low + width).contains(&found.theta);
                prop_assert!(within, "{:?}: {:?}", method, found);
            }
        }
    }

    /// Curves are numbers at every level: probabilities that add up to 1, information that is not below 0.
    #[test]
    fn no_curve_is_anything_but_a_number(model in any_model(), theta in prop_oneof![-10.0..10.0, -1e6..1e6, Just(LARGEST), Just(-LARGEST)]) {
        let categories = model.categories(theta);
        prop_assert!(categories.iter().all(|category| (0.0..=1.0).contains(&category.probability)));
        prop_assert!((0..categories.len()).all(|index| model.log(index, theta) <= 1e-15));
        prop_assert!(categories.iter().all(|category| category.slope.is_finite() && category.bend.is_finite()));
        prop_assert!((categories.iter().map(|category| category.probability).sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(model.information(theta) >= 0.0 && model.information(theta).is_finite());
        prop_assert!(model.warm(theta).is_finite());
    }
}
