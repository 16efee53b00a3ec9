//! What an answer says about skills: for each skill that the answer touches, the level that it stands for.

pub mod answering;
pub mod calibrated;
pub mod response;

use self::answering::Answering;
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
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
    /// Variance that the key itself adds to the level ([`Kind::key_variance`](crate::quiz::Kind::key_variance)), in
    /// squared levels.
    pub key_variance: f64,
    /// What other answers to the item could have stood for.
    pub answering: Answering,
}

/// What `answer` says; nothing for a skill on which it says nothing (a flat rater of a `judge` item, an option without
/// a key).
pub fn observations(quiz: &Quiz, item: &Item, answer: &Answer) -> Vec<Observation> {
    skills(quiz, item)
        .into_iter()
        .filter_map(|skill| {
            let id = quiz.skills.get(skill).map_or("", |skill| skill.id.value.as_str());
            let (level, weight) = item.kind.says(answer, id)?;
            let key_variance = item.kind.key_variance(answer);
            Some(Observation { skill, level, weight, key_variance, answering: Answering::of(item, id) })
        })
        .collect()
}

/// The skills that an item can say something about, as indices into the quiz, in the quiz's order.
pub fn skills(quiz: &Quiz, item: &Item) -> Vec<usize> {
    let mut touched = Vec::new();
    for (index, skill) in quiz.skills.iter().enumerate() {
        if item.measures(&skill.id.value) {
            touched.push(index);
        }
    }
    touched
}
