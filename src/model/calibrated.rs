//! The response models of a quiz's items, on the scale of levels: found by calibration, or assumed.

use super::answering::Answering;
use super::response::ResponseModel;
use super::skills;
use crate::quiz::calibration::{Calibration, FLATTEST, ModelKind, STEEPEST, Scale, WIDEST};
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::response::Answer;
use serde::Serialize;

/// A response model of an item for one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Index of the skill in the quiz.
    pub skill: usize,
    /// How likely each category is at each level.
    pub model: ResponseModel,
}

/// The calibrated model of an item, on the scale of levels; `None` for an item without parameters.
pub fn calibrated(quiz: &Quiz, item: &Item) -> Option<Measure> {
    let calibration = item.calibration.as_ref()?;
    let model = on_levels(of_theta(calibration), &quiz.scale);
    Some(Measure { skill: quiz.skill(&calibration.skill.value)?, model })
}

/// The model with the parameters as they stand.
pub fn of_theta(calibration: &Calibration) -> ResponseModel {
    let a = calibration.a.unwrap_or(1.0);
    let b = &calibration.b.0;
    match calibration.model {
        ModelKind::Graded => ResponseModel::Graded { a, b: b.clone() },
        ModelKind::PartialCredit => ResponseModel::partial_credit(a, b),
        ModelKind::Nominal => {
            ResponseModel::Nominal { a: calibration.slopes.0.clone(), c: calibration.intercepts.0.clone() }
        }
        _ => ResponseModel::Logistic {
            a,
            b: b.first().copied().unwrap_or_default(),
            c: calibration.c.unwrap_or(0.0),
            d: calibration.d.unwrap_or(1.0),
        },
    }
}

/// The same curves over level = zero + unit theta.
fn on_levels(mut model: ResponseModel, scale: &Scale) -> ResponseModel {
    let place = |b: &mut f64| *b = scale.zero + scale.unit * *b;
    match &mut model {
        ResponseModel::Logistic { a, b, .. } => {
            *a /= scale.unit;
            place(b);
        }
        ResponseModel::Graded { a, b } => {
            *a /= scale.unit;
            b.iter_mut().for_each(place);
        }
        ResponseModel::Nominal { a, c } => {
            for (a, c) in a.iter_mut().zip(c) {
                *c -= *a * scale.zero / scale.unit;
                *a /= scale.unit;
            }
        }
    }
    model
}

/// The category of a calibrated item that an answer is.
pub fn category(item: &Item, answer: &Answer) -> Option<usize> {
    let calibration = item.calibration.as_ref()?;
    let category = match answer {
        Answer::Option(option) => *calibration.categories.0.get(*option)?,
        _ => item.kind.category(answer)?,
    };
    Some(category as usize)
}

/// The models that are assumed of an item which nobody has calibrated, one for each skill that it is keyed on: those of
/// the answering model ([`Answering::response_model`]) with the assumed deviation of answers.
pub fn assumed(quiz: &Quiz, item: &Item) -> Vec<Measure> {
    let variance = quiz.assumed.answer_sd * quiz.assumed.answer_sd;
    let mut measures = Vec::new();
    for skill in skills(quiz, item) {
        let id = quiz.skills.get(skill).map_or("", |skill| skill.id.value.as_str());
        measures.push(Measure { skill, model: Answering::of(item, id).response_model(variance) });
    }
    measures
}

/// Whether a model is one that can be read again as a [`Calibration`]: all its parameters are within the bounds there.
pub fn is_readable(model: &ResponseModel) -> bool {
    let within = |numbers: &[f64]| numbers.iter().all(|number| number.abs() <= WIDEST);
    let slope = |a: f64| (FLATTEST..=STEEPEST).contains(&a);
    match model {
        ResponseModel::Logistic { a, b, .. } => slope(*a) && within(&[*b]),
        ResponseModel::Graded { a, b } => slope(*a) && within(b),
        ResponseModel::Nominal { a, c } => a.len() > 1 && within(a) && within(c),
    }
}

/// The parameters of a model, to be read again as a [`Calibration`].
#[derive(Debug, Default, Serialize)]
pub struct Parameters<'q> {
    /// The skill.
    pub skill: &'q str,
    /// Which model it is.
    pub model: ModelKind,
    /// Slope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<f64>,
    /// Location or thresholds.
    #[serde(skip_serializing_if = "<[f64]>::is_empty")]
    pub b: Vec<f64>,
    /// Lower asymptote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c: Option<f64>,
    /// Upper asymptote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub d: Option<f64>,
    /// Slopes of the categories.
    #[serde(skip_serializing_if = "<[f64]>::is_empty")]
    pub slopes: Vec<f64>,
    /// Intercepts of the categories.
    #[serde(skip_serializing_if = "<[f64]>::is_empty")]
    pub intercepts: Vec<f64>,
}

/// What an item measures, written out.
pub fn parameters<'q>(quiz: &'q Quiz, measure: &Measure) -> Parameters<'q> {
    let skill = quiz.skills.get(measure.skill).map_or("", |skill| skill.id.value.as_str());
    let blank = Parameters { skill, ..Parameters::default() };
    match &measure.model {
        ResponseModel::Logistic { a, b, c, d } => {
            Parameters { model: ModelKind::FourPl, a: Some(*a), b: vec![*b], c: Some(*c), d: Some(*d), ..blank }
        }
        ResponseModel::Graded { a, b } => Parameters { model: ModelKind::Graded, a: Some(*a), b: b.clone(), ..blank },
        ResponseModel::Nominal { a, c } => {
            Parameters { model: ModelKind::Nominal, slopes: a.clone(), intercepts: c.clone(), ..blank }
        }
    }
}

/// By which models the items of a quiz are chosen: where its levels come from calibrated items by these, otherwise by
/// what is assumed.
pub fn measures(quiz: &Quiz) -> fn(&Quiz, &Item) -> Vec<Measure> {
    if quiz.is_calibrated() { |quiz, item| calibrated(quiz, item).into_iter().collect() } else { assumed }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One that a page could not read again would end its quiz in a mistake that nobody made.
    #[test]
    fn a_model_is_handed_on_only_if_it_can_be_read_again() {
        let nominal = |a: &[f64], c: &[f64]| ResponseModel::Nominal { a: a.to_vec(), c: c.to_vec() };
        assert!(is_readable(&nominal(&[0.0, 1.0], &[0.0, -1.0])));
        for (slopes, intercepts) in [
            (&[0.0, 1e9][..], &[0.0, 1.0][..]),
            (&[0.0, 1.0], &[0.0, 1e9]),
            (&[0.0, f64::NAN], &[0.0, 1.0]),
            (&[0.0], &[0.0]),
        ] {
            assert!(!is_readable(&nominal(slopes, intercepts)), "{slopes:?} {intercepts:?}");
        }
    }
}
