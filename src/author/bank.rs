//! What all items of a calibrated quiz together tell of a skill, level by level.

use crate::estimate::theta::Prior;
use crate::model::calibrated::calibrated;
use crate::model::response::ResponseModel;
use crate::precision::information::{information, marginal_reliability, standard_error};
use crate::quiz::document::Quiz;
use crate::quiz::limits::LEVELS;
use serde::Serialize;

/// What all items tell of a skill. An adaptive quiz asks some of them only.
#[derive(Clone, Debug, Serialize)]
pub struct Bank {
    /// At each whole level from 0.
    pub information: Vec<Told>,
    /// Share of the prior's variance that the answers take away, 0 to 1 ([`marginal_reliability`]).
    pub marginal_reliability: f64,
}

/// Information and error at a level.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Told {
    /// Level, 0 to 4, or a little beyond.
    pub level: f64,
    /// Information of the items, in 1 / squared levels.
    pub information: f64,
    /// Standard error of a person at that level, in levels; the quiz's prior counts, as it does in the quiz's own
    /// levels.
    pub se: Option<f64>,
}

/// What the items of a quiz tell of a skill; nothing where its levels do not come from calibrated items.
#[must_use]
pub fn bank(quiz: &Quiz, skill: usize) -> Option<Bank> {
    if !quiz.is_calibrated() {
        return None;
    }
    let of_skill = quiz.items.iter().filter_map(|item| calibrated(quiz, item)).filter(|measure| measure.skill == skill);
    let models: Vec<ResponseModel> = of_skill.map(|measure| measure.model).collect();
    let prior = Prior { mean: quiz.assumed.prior_mean, sd: quiz.assumed.prior_sd };
    let told = |level: usize| {
        let level = level as f64;
        let information = information(&models, level);
        Told { level, information, se: standard_error(information, Some(prior.sd)) }
    };
    Some(Bank {
        information: (0..LEVELS).map(told).collect(),
        marginal_reliability: marginal_reliability(&models, prior),
    })
}
