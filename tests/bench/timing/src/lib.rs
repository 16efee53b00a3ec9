//! What the benchmark has the engine do, over and over: numbers in, numbers out, so that the very same work can be
//! given to the program, to the module and to plain JavaScript.

use metier::estimate::estimate;
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::several::several;
use metier::estimate::theta::{Given, Prior};
use metier::model::Observation;
use metier::model::answering::Answering;
use metier::model::response::ResponseModel;
use metier::numeric::matrix::Matrix;
use metier::quiz::Assumed;
use metier::roles::catalogue::{self, Catalogue};
use metier::roles::decide::{Candidate, decide};
use metier::roles::explain::explain;
use metier::roles::matching::matching;
use metier::roles::person;
use metier::select::most_informative;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Numbers of an item: 0, a, b, c, d of a logistic one; 1, a and four thresholds of a graded one.
const WIDTH: usize = 6;
/// What is known before any answer.
const PRIOR: Prior = Prior { mean: 0.0, sd: 1.0 };
/// Correlation of any two skills.
const CORRELATION: f64 = 0.5;

/// A person of whom eight skills of the shipped catalogue are known a little.
const PROFILE: &str = r#"{"skills":[{"skill":"customer","mean":3,"variance":0.6},{"skill":"market","mean":2.5,"variance":0.6},
{"skill":"problem","mean":3.2,"variance":0.6},{"skill":"decision","mean":2.8,"variance":0.6},{"skill":"evidence","mean":2.2,"variance":0.6},
{"skill":"technical","mean":1.6,"variance":0.6},{"skill":"communication","mean":3.1,"variance":0.6},{"skill":"selling","mean":2.4,"variance":0.6}]}"#;

/// Calibrated items, and the shipped catalogue.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Bank(Vec<ResponseModel>, Option<Catalogue>);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Bank {
    /// The items whose numbers stand one after the other, six an item.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(constructor))]
    #[must_use]
    pub fn new(numbers: &[f64]) -> Bank {
        let model = |item: &[f64]| match *item {
            [0.0, a, b, c, d, ..] => ResponseModel::Logistic { a, b, c, d },
            _ => ResponseModel::Graded { a: item[1], b: item[2..].to_vec() },
        };
        Bank(numbers.chunks_exact(WIDTH).map(model).collect(), catalogue::read(catalogue::SHIPPED).0)
    }

    /// Does `task` as many `times` and gives what it found the last time.
    #[must_use]
    pub fn run(&self, task: &str, answers: &[u8], extra: f64, times: u32) -> Vec<f64> {
        let mut found = Vec::new();
        for _ in 0..times {
            found = match task {
                "eap" => self.each(answers, &|given| {
                    expected(given, PRIOR).map_or([f64::NAN; 2], |found| [found.theta, found.se])
                }),
                "map" => self.map(answers),
                "choose" => vec![self.choose(extra, &vec![true; self.0.len()])],
                "adapt" => {
                    answers.chunks_exact(self.0.len()).flat_map(|answers| self.adapt(answers, extra as usize)).collect()
                }
                "match" => self.matched(false).unwrap_or_default(),
                "explain" => self.matched(true).unwrap_or_default(),
                "levels" => levels(extra as usize, self.0.len()),
                "decide" => self.decided(extra as usize).unwrap_or_default(),
                _ => self.several(answers, extra as usize),
            };
        }
        found
    }
}

impl Bank {
    /// The probability of each role for a person, or what explains it: what to expect of each skill, and what would
    /// change it.
    fn matched(&self, explained: bool) -> Option<Vec<f64>> {
        let catalogue = self.1.as_ref()?;
        let placed = person::read(PROFILE, catalogue).0?;
        if !explained {
            let found = matching(catalogue, &placed, "en", 1, false)?;
            return Some(found.roles.iter().map(|role| role.p_best).collect());
        }
        let found = explain(catalogue, &placed, 1, false)?;
        Some(
            found
                .next
                .skills
                .iter()
                .map(|skill| skill.share)
                .chain(found.changes.iter().map(|change| change.shift))
                .collect(),
        )
    }

    /// What each of so many items without calibration would decide, skill after skill.
    fn decided(&self, items: usize) -> Option<Vec<f64>> {
        let catalogue = self.1.as_ref()?;
        let profile = person::read(PROFILE, catalogue).0?.posterior;
        // No two alike: what is the same is worked out once.
        let levels = |item: usize| (0..4).map(|option| f64::from(option) + item as f64 / 1_000.0).collect();
        let candidate = |item: usize| Candidate {
            skill: item % catalogue.skills.len(),
            model: Answering { levels: levels(item), guess: None }.response_model(1.44),
        };
        let candidates: Vec<Candidate> = (0..items).map(candidate).collect();
        Some(
            decide(&catalogue.constants.model, &catalogue.needs(), &catalogue.apart(), &profile, &candidates, 1)
                .ok()?
                .expected,
        )
    }

    /// The level and error of each person.
    fn each(&self, answers: &[u8], estimate: &dyn Fn(&[Given<'_>]) -> [f64; 2]) -> Vec<f64> {
        let mut given = Vec::with_capacity(self.0.len());
        let mut found = Vec::with_capacity(2 * answers.len() / self.0.len());
        for answers in answers.chunks_exact(self.0.len()) {
            given.clear();
            given.extend(self.given(answers));
            found.extend(estimate(&given));
        }
        found
    }

    fn map(&self, answers: &[u8]) -> Vec<f64> {
        let range = (-6.0, 6.0);
        self.each(answers, &|given| {
            maximum(given, Maximum::Posterior(PRIOR), range).map_or([f64::NAN; 2], |found| [found.theta, found.se])
        })
    }

    fn given<'b>(&'b self, answers: &'b [u8]) -> impl Iterator<Item = Given<'b>> {
        self.0.iter().zip(answers).map(|(model, &category)| Given { model, category: category.into() })
    }

    /// The most informative item at a level among those that are open.
    fn choose(&self, theta: f64, open: &[bool]) -> f64 {
        most_informative(open.len(), &|item| open[item].then(|| self.0[item].information(theta)))
            .map_or(-1.0, |item| item as f64)
    }

    /// A test of `length` items for one person whose answers to all are known: level, error, and the items in order.
    fn adapt(&self, answers: &[u8], length: usize) -> Vec<f64> {
        let mut open = vec![true; self.0.len()];
        let (mut theta, mut se) = (PRIOR.mean, PRIOR.sd);
        let mut given: Vec<Given<'_>> = Vec::with_capacity(length);
        let mut order = Vec::with_capacity(length + 2);
        for _ in 0..length {
            let item = self.choose(theta, &open);
            order.push(item);
            let item = item as usize;
            open[item] = false;
            given.push(Given { model: &self.0[item], category: answers[item].into() });
            if let Ok(found) = expected(&given, PRIOR) {
                (theta, se) = (found.theta, found.se);
            }
        }
        order.extend([theta, se]);
        order
    }

    /// Levels of one person's `skills`, which all items measure in equal numbers, one after the other; then their
    /// errors.
    fn several(&self, answers: &[u8], skills: usize) -> Vec<f64> {
        let mut covariance = Matrix::diagonal(&vec![1.0; skills]);
        for (row, column) in
            (0..skills * skills).map(|cell| (cell / skills, cell % skills)).filter(|(row, column)| row != column)
        {
            covariance.set(row, column, CORRELATION);
        }
        let all: Vec<Given<'_>> = self.given(answers).collect();
        let given: Vec<Vec<Given<'_>>> = all.chunks_exact(self.0.len() / skills).map(<[Given<'_>]>::to_vec).collect();
        several(&given, &vec![0.0; skills], &covariance).map_or_else(
            |_| vec![f64::NAN],
            |found| {
                found
                    .theta
                    .iter()
                    .copied()
                    .chain((0..skills).map(|skill| found.covariance.at(skill, skill).sqrt()))
                    .collect()
            },
        )
    }
}

/// Levels with spreads and pulls of `skills` under the assumed answering model, from so many answers on a five-step
/// scale each.
fn levels(skills: usize, answers: usize) -> Vec<f64> {
    let mut found = Vec::new();
    for skill in 0..skills {
        let answer = |place: usize| Observation {
            skill,
            level: ((skill + place * 3) % 5) as f64,
            weight: 1.0,
            key_variance: 0.0,
            answering: Answering { levels: vec![0.0, 1.0, 2.0, 3.0, 4.0], guess: None },
        };
        let answers: Vec<Observation> = (0..answers).map(answer).collect();
        if let Some(level) = estimate(&answers, &Assumed::default()) {
            found.extend([level.level, level.spread]);
            found.extend(level.pulls);
        }
    }
    found
}
