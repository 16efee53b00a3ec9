//! `statement`: a short statement, answered on a scale that several share.

use super::answer::Answer;
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields};
use super::shown::Shown;
use crate::quiz::key::weight;
use crate::quiz::limits::TOP;
use crate::quiz::option::NO_TEXT;
use crate::text::json::At;
use crate::text::record::{Slot, Text, Words};

/// A statement of something that one does, or has done, at some level.
#[derive(Debug)]
pub struct Statement {
    /// The scale on which it is answered.
    pub scale: Text,
    /// The skill that it measures.
    pub skill: Text,
    /// The level of somebody who does what it says, where the scale is at an offset of 0.
    pub aim: Option<f64>,
    /// How much it counts for the skill, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
    /// The words of the scale's steps ([`link`](crate::quiz::link::link)).
    pub anchors: Words,
    /// How far each step lies from `aim`; nothing where it is no evidence.
    pub offsets: Vec<Option<f64>>,
}

impl Statement {
    /// The level of a step: `aim` and its offset, cut to 0 to 4.
    fn level(&self, offset: Option<f64>) -> Option<f64> {
        Some((self.aim? + offset?).clamp(0.0, TOP))
    }

    /// The offset of the step that an answer is.
    fn offset(&self, answer: &Answer) -> Option<f64> {
        self.offsets.get(answer.category()? as usize).copied().flatten()
    }
}

impl Room for Statement {
    const NEW: Statement = Statement {
        scale: NO_TEXT,
        skill: NO_TEXT,
        aim: None,
        weight: None,
        anchors: Words(Vec::new()),
        offsets: Vec::new(),
    };

    fields! { "id type situation? prompt sources? instruction? shows? group? instructed?", statement, index:
        "scale" => Slot::Id(&mut statement.scale),
        "skill?" => Slot::Id(&mut statement.skill),
        "aim?" => Slot::Number(statement.aim.get_or_insert_default(), 0.0, TOP),
        "weight?" => weight(&mut statement.weight),
    }

    fn skill(&self) -> Option<&Text> {
        Some(&self.skill).filter(|skill| skill.is_given())
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.anchors = &self.anchors.0;
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.whole(at, 0, self.categories().saturating_sub(1)).map(Answer::Category)
    }

    /// The level of the step, so that "on my own" means more of a hard thing than of an easy one. Metier's own.
    fn says(&self, answer: &Answer, _skill: &str) -> Option<(f64, f64)> {
        Some((self.level(self.offset(answer))?, self.weight.unwrap_or(1.0)))
    }

    fn tells(&self, answer: &Answer) -> bool {
        self.offset(answer).is_some()
    }

    fn levels(&self, _skill: &str) -> Levels {
        Levels::of(self.offsets.iter().filter_map(|offset| self.level(*offset)).collect())
    }

    fn categories(&self) -> u32 {
        self.offsets.len() as u32
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        answer.category()
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.categories()).map(Answer::Category).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Room, Statement};
    use crate::numeric::random::Random;

    fn statement(aim: f64) -> Statement {
        Statement { aim: Some(aim), offsets: vec![None, Some(-2.0), Some(0.0), Some(1.5)], ..Statement::NEW }
    }

    /// By hand: aim 3 and offsets -2, 0 and 1.5 are 1, 3 and 4.5, which is cut to 4.
    #[test]
    fn a_step_is_so_far_from_the_aim_and_cut_to_the_levels() {
        let item = statement(3.0);
        let levels = [0, 1, 2, 3].map(|step| item.says(&Answer::Category(step), "").map(|(level, _)| level));
        assert_eq!(levels, [None, Some(1.0), Some(3.0), Some(4.0)]);
        assert_eq!(item.levels("").levels, [1.0, 3.0, 4.0]);
        assert_eq!([0, 1].map(|step| item.tells(&Answer::Category(step))), [false, true]);
    }

    /// For any aim: levels are within 0 to 4, rise with the offsets, and no step of a harder statement is lower.
    #[test]
    fn harder_statements_stand_for_more() {
        let mut random = Random::new(7);
        for _ in 0..2_000 {
            let (one, other) = (random.uniform() * 4.0, random.uniform() * 4.0);
            let (easy, hard) = (statement(one.min(other)), statement(one.max(other)));
            let (low, high) = (easy.levels("").levels, hard.levels("").levels);
            assert!(low.iter().chain(&high).all(|level| (0.0..=4.0).contains(level)));
            assert!(low.is_sorted() && high.is_sorted());
            assert!(low.iter().zip(&high).all(|(low, high)| low <= high));
        }
    }
}
