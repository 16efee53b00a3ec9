//! What the answers of a session say of each skill of its quiz.

use super::expected::expected;
use super::level::{Estimate, level};
use super::several::several;
use super::theta::{Given, Prior, likelihood};
use crate::model::answering::Answering;
use crate::model::calibrated::{Measure, calibrated, category};
use crate::model::{self, Observation};
use crate::numeric::matrix::Matrix;
use crate::numeric::sqrt;
use crate::quiz::calibration::Method;
use crate::quiz::document::{Assumed, Quiz};
use crate::quiz::limits::TOP;
use crate::quiz::response::Responses;

/// The farthest mean that a match takes, in levels.
const FURTHEST: f64 = 10.0;
/// The least and the most information on one skill that a match takes: variances of 100 and of 1e-9.
const LEAST: f64 = 0.01;
const MOST: f64 = 1e9;

/// A skill's answers and level.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Number of items asked that could say something about it.
    pub asked: u32,
    /// Number of those that were answered.
    pub answered: u32,
    /// Number of the answers that are no evidence of anything ("it never came up").
    pub silent: u32,
    /// Indices of the items that say something, parallel to the estimate's pulls.
    pub items: Vec<usize>,
    /// What each of them says.
    pub observations: Vec<Observation>,
    /// Level and spread; `None` with too few answers.
    pub estimate: Option<Estimate>,
    /// Whether it comes from calibrated items, so that its `spread` is a standard error.
    pub calibrated: bool,
}

/// From the answers on a skill to its level: [`super::estimate`], or [`super::level::level`] where nobody asks for
/// pulls.
pub type Estimator = fn(&[Observation], &Assumed) -> Option<Estimate>;

/// What the answers say of each skill, in the quiz's order. Items for which `asked` does not hold are as if they were
/// not there.
pub fn measure(
    quiz: &Quiz,
    responses: &Responses,
    asked: &dyn Fn(usize) -> bool,
    estimate: Estimator,
) -> Vec<Measured> {
    let mut skills = observed(quiz, responses, asked);
    for measured in &mut skills {
        if enough(measured, quiz) {
            measured.estimate = estimate(&measured.observations, &quiz.assumed);
        }
    }
    skills
}

/// What was asked and answered, without levels.
fn observed(quiz: &Quiz, responses: &Responses, asked: &dyn Fn(usize) -> bool) -> Vec<Measured> {
    let mut skills: Vec<Measured> = quiz.skills.iter().map(|_| Measured::default()).collect();
    for (index, (item, response)) in quiz.items.iter().zip(responses).enumerate() {
        if !asked(index) {
            continue;
        }
        let answer = response.as_ref().and_then(|response| response.answer.as_ref());
        for skill in model::skills(quiz, item) {
            if let Some(measured) = skills.get_mut(skill) {
                measured.asked += 1;
                measured.answered += u32::from(answer.is_some());
                measured.silent += u32::from(answer.is_some_and(|answer| !item.kind.tells(answer)));
            }
        }
        for observation in answer.map(|answer| model::observations(quiz, item, answer)).unwrap_or_default() {
            let Some(measured) = skills.get_mut(observation.skill) else { continue };
            measured.items.push(index);
            measured.observations.push(observation);
        }
    }
    skills
}

/// Whether so many of a skill's items were answered that a level may be given. An answer that is no evidence is not one
/// that a level could rest on.
fn enough(measured: &Measured, quiz: &Quiz) -> bool {
    // A share and not a product: 11 of 20 is .55 to the last bit, but .55 * 20 is more than 11.
    measured.asked > 0
        && f64::from(measured.answered - measured.silent) / f64::from(measured.asked)
            >= quiz.minimum_answered.unwrap_or(0.5)
}

/// An answer to a calibrated item.
struct Calibrated {
    item: usize,
    measure: Measure,
    category: usize,
    observation: Observation,
}

impl Calibrated {
    fn given(&self) -> Given<'_> {
        Given { model: &self.measure.model, category: self.category }
    }
}

/// Replaces the levels by those from calibrated items; a skill without answers to such items has none.
///
/// All skills together (`map`: mode of the posterior under the document's prior and correlations, with its covariance),
/// or each alone (`eap`: mean and deviation of the posterior). An answer's pull is the slope of its ln P at the level,
/// times the prior's covariance of its skill with this one. For `map` the pulls add up to the level less the prior
/// mean, because at the mode the slopes of the answers and that of the prior cancel out; answers to correlated skills
/// pull, too. For `eap` they say how the answers share the pull, not its sum.
pub fn calibrate(quiz: &Quiz, responses: &Responses, skills: &mut [Measured]) {
    let answers = answers(quiz, responses);
    let given = |skill: usize| -> Vec<Given<'_>> {
        answers.iter().filter(|answer| answer.measure.skill == skill).map(Calibrated::given).collect()
    };
    let by_skill: Vec<Vec<Given>> = (0..skills.len()).map(given).collect();
    let alone = quiz.scale.method.is(Method::Eap);
    let prior = if alone { Matrix::diagonal(&vec![variance(quiz); skills.len()]) } else { prior(quiz) };
    let levels = if alone { each(quiz, &by_skill) } else { together(quiz, &by_skill, &prior) };
    for (skill, (measured, own)) in skills.iter_mut().zip(&by_skill).enumerate() {
        measured.estimate = None;
        let Some((level, variance)) =
            levels.get(skill).copied().flatten().filter(|_| !own.is_empty() && enough(measured, quiz))
        else {
            continue;
        };
        let pull = |answer: &Calibrated| {
            let at = levels.get(answer.measure.skill).copied().flatten().map_or(level, |(level, _)| level);
            prior.at(skill, answer.measure.skill) * likelihood(&[answer.given()], at).slope
        };
        // What these answers say without the prior, as a mean and its variance: a normal curve with the likelihood's
        // slope and curvature at the level.
        let sum = likelihood(own, level);
        let information = if sum.observed > 0.0 { sum.observed } else { sum.expected };
        // Answers that point one way only have their peak at infinity: it is put four levels off, at most. A match
        // takes what lies within ten levels, with a variance that is a number and not nothing.
        let information = information.max(sum.slope.abs() / TOP).clamp(LEAST, MOST);
        let counting: Vec<&Calibrated> =
            answers.iter().filter(|answer| prior.at(skill, answer.measure.skill) != 0.0).collect();
        measured.items = counting.iter().map(|answer| answer.item).collect();
        measured.observations = counting.iter().map(|answer| answer.observation.clone()).collect();
        measured.estimate = Some(Estimate {
            mean: (level + sum.slope / information).clamp(-FURTHEST, FURTHEST),
            variance: 1.0 / information,
            level,
            spread: sqrt(variance),
            weights: vec![1.0 / counting.len() as f64; counting.len()],
            pulls: counting.iter().map(|answer| pull(answer)).collect(),
            evidence: 0.0,
        });
        measured.calibrated = true;
    }
}

/// Level of each skill, and how far it may be off, after the answers so far, few as they may be: what an adaptive quiz
/// chooses by.
pub fn so_far(quiz: &Quiz, responses: &Responses) -> Vec<(f64, f64)> {
    let none = (quiz.assumed.prior_mean, quiz.assumed.prior_sd);
    if quiz.is_calibrated() {
        let answers = answers(quiz, responses);
        let own = |skill: usize| {
            answers.iter().filter(|answer| answer.measure.skill == skill).map(Calibrated::given).collect()
        };
        let by_skill: Vec<Vec<Given>> = (0..quiz.skills.len()).map(own).collect();
        let levels = if quiz.scale.method.is(Method::Eap) {
            each(quiz, &by_skill)
        } else {
            together(quiz, &by_skill, &prior(quiz))
        };
        let level =
            |skill| levels.get(skill).copied().flatten().map_or(none, |(level, variance)| (level, sqrt(variance)));
        return (0..quiz.skills.len()).map(level).collect();
    }
    let level = |measured: &Measured| {
        level(&measured.observations, &quiz.assumed).map_or(none, |found| (found.level, found.spread))
    };
    observed(quiz, responses, &|_| true).iter().map(level).collect()
}

/// A level and its error variance.
type Level = (f64, f64);

/// The level of each skill, all together; none if they cannot be had.
fn together(quiz: &Quiz, by_skill: &[Vec<Given<'_>>], prior: &Matrix) -> Vec<Option<Level>> {
    let Ok(levels) = several(by_skill, &vec![quiz.assumed.prior_mean; by_skill.len()], prior) else {
        return Vec::new();
    };
    let level = |(skill, level): (usize, &f64)| sound(*level, levels.covariance.at(skill, skill));
    levels.theta.iter().enumerate().map(level).collect()
}

/// The level of each skill by its own answers.
fn each(quiz: &Quiz, by_skill: &[Vec<Given<'_>>]) -> Vec<Option<Level>> {
    let prior = Prior { mean: quiz.assumed.prior_mean, sd: quiz.assumed.prior_sd };
    by_skill
        .iter()
        .map(|own| expected(own, prior).ok().and_then(|found| sound(found.theta, found.se * found.se)))
        .collect()
}

/// A level that is a number, with an error that is one.
fn sound(level: f64, variance: f64) -> Option<Level> {
    (level.is_finite() && variance.is_finite() && variance > 0.0).then_some((level, variance))
}

fn variance(quiz: &Quiz) -> f64 {
    quiz.assumed.prior_sd * quiz.assumed.prior_sd
}

/// An answer to a calibrated item, with how likely each category is at the person's level.
pub struct Fitted {
    /// Index of the item.
    pub item: usize,
    /// The category answered.
    pub category: usize,
    /// Probability of each category.
    pub probabilities: Vec<f64>,
}

/// The answers to calibrated items of the skills that have a level from them.
pub fn fitted(quiz: &Quiz, responses: &Responses, measured: &[Measured]) -> Vec<Fitted> {
    let fit = |answer: Calibrated| {
        let level = measured.get(answer.measure.skill).filter(|measured| measured.calibrated)?.estimate.as_ref()?.level;
        let probabilities =
            answer.measure.model.categories(level).iter().map(|category| category.probability).collect();
        Some(Fitted { item: answer.item, category: answer.category, probabilities })
    };
    answers(quiz, responses).into_iter().filter_map(fit).collect()
}

fn answers(quiz: &Quiz, responses: &Responses) -> Vec<Calibrated> {
    let read = |(item, response): (usize, &Option<crate::quiz::response::Response>)| {
        let document = quiz.items.get(item)?;
        let measure = calibrated(quiz, document)?;
        let answer = response.as_ref()?.answer.as_ref()?;
        let category = category(document, answer)?;
        let keyed = model::observations(quiz, document, answer)
            .into_iter()
            .find(|observation| observation.skill == measure.skill);
        // What has no key stands for the level of its category among the others, as on a rating scale.
        let level = TOP * category as f64 / (measure.model.count() - 1) as f64;
        let observation = keyed.unwrap_or(Observation {
            skill: measure.skill,
            level,
            weight: 1.0,
            key_variance: 0.0,
            answering: Answering { levels: Vec::new(), guess: None },
        });
        (category < measure.model.count()).then_some(Calibrated { item, measure, category, observation })
    };
    responses.iter().enumerate().filter_map(read).collect()
}

/// Covariance of the skills among people, on the scale of levels.
pub fn prior(quiz: &Quiz) -> Matrix {
    let variance = variance(quiz);
    let mut matrix = Matrix::diagonal(&vec![variance; quiz.skills.len()]);
    for correlation in &quiz.correlations {
        if let (Some(one), Some(other)) = (quiz.skill(&correlation.skill.value), quiz.skill(&correlation.with.value)) {
            matrix.set(one, other, correlation.value * variance);
            matrix.set(other, one, correlation.value * variance);
        }
    }
    matrix
}
