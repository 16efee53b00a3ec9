//! What an answer says about skills: for each skill that the answer touches, the level that it stands for.

pub mod answering;
pub mod calibrated;
pub mod judgement;
pub mod points;
pub mod response;

use self::answering::Answering;
use crate::quiz::FULL;
use crate::quiz::document::Quiz;
use crate::quiz::item::{Item, ItemKind};
use crate::quiz::response::Answer;

/// The level that one answer stands for on one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Index of the skill in the quiz.
    pub skill: usize,
    /// 0 to 4.
    pub level: f64,
    /// How much the answer counts for the skill, above 0.
    pub weight: f64,
    /// Variance that the key itself adds to the level ([`judgement::key_variance`]), in squared levels.
    pub key_variance: f64,
    /// What other answers to the item could have stood for.
    pub answering: Answering,
}

/// What `answer` says; nothing for a skill on which it says nothing (a flat rater of a `judge` item, an option without a key).
pub fn observations(quiz: &Quiz, item: &Item, answer: &Answer) -> Vec<Observation> {
    skills(quiz, item)
        .into_iter()
        .filter_map(|skill| {
            let id = quiz.skills.get(skill).map_or("", |skill| skill.id.value.as_str());
            let (level, weight) = match (item.kind, answer) {
                (ItemKind::Allocate, _) if item.has_targets() => Some(points::shared(item, answer)),
                (ItemKind::Single | ItemKind::Multiple | ItemKind::Allocate, _) => points::options(item, answer, id),
                (ItemKind::Likert | ItemKind::Frequency | ItemKind::Slider, Answer::Category(category)) => {
                    points::scale(item, *category, id)
                }
                (ItemKind::BestWorst, Answer::BestWorst { best, worst }) => judgement::best_worst(item, *best, *worst, id),
                (ItemKind::Judge, Answer::Ratings(ratings)) => judgement::judge(item, ratings),
                (ItemKind::Rank, Answer::Options(order)) if FULL => judgement::rank(item, order, id),
                (ItemKind::Number | ItemKind::Sort, _) if FULL => points::right(item, answer, id),
                _ => None,
            }?;
            let key_variance = judgement::key_variance(item, answer);
            Some(Observation { skill, level, weight, key_variance, answering: Answering::of(item, id) })
        })
        .collect()
}

/// The skills that an item can say something about, as indices into the quiz, in the quiz's order.
pub fn skills(quiz: &Quiz, item: &Item) -> Vec<usize> {
    let touched = |(_, skill): &(usize, &crate::quiz::document::Skill)| item.measures(&skill.id.value);
    quiz.skills.iter().enumerate().filter(touched).map(|(index, _)| index).collect()
}
