//! An item of a quiz document: what all kinds have, and its kind.

use super::FULL;
use super::calibration::Calibration;
use super::instruction::Instruction;
use super::key::{LevelKey, Shows};
use super::kinds::answer::Answer;
use super::kinds::{ITEM_KINDS, Kind};
use super::limits::{OPTIONS, SKILLS, STEPS};
use crate::text::json::At;
use crate::text::record::{Labels, OneOf, Record, Slot, Text};

/// A question.
#[derive(Debug, Default)]
pub struct Item {
    /// Its identifier.
    pub id: Text,
    /// How it is answered, with the fields that only its kind has.
    pub kind: Kind,
    /// The story that comes before the question.
    pub situation: Text,
    /// The question.
    pub prompt: Text,
    /// What it asks for; as the quiz says where it does not say itself.
    pub instruction: OneOf<Instruction>,
    /// What the item rests on.
    pub sources: Labels,
    /// What calibration found out about it.
    pub calibration: Option<Calibration>,
    /// A scale: from which category on an answer shows which behaviour.
    pub shows: Vec<Shows>,
    /// The screen that it shares with the items beside it.
    pub group: Text,
    /// An instructed item: the category that the prompt asks to choose. It is never scored.
    pub instructed: Option<u32>,
    /// Node of the record.
    pub at: At,
}

impl Item {
    /// Calls `visit` with the skills on which the item, or an option of it, has a key; some perhaps more than once.
    pub fn each_skill(&self, visit: &mut dyn FnMut(&Text)) {
        let level_keys =
            |keys: &[LevelKey], visit: &mut dyn FnMut(&Text)| keys.iter().for_each(|key| visit(&key.skill));
        for key in self.kind.keys() {
            visit(&key.skill);
        }
        for option in &self.kind.options().list {
            level_keys(&option.keys, visit);
        }
        level_keys(self.kind.right(), visit);
        if let Some(skill) = self.kind.skill() {
            visit(skill);
        }
    }

    /// Calls `visit` with each behaviour that an answer to the item could show, and whether this one shows it; some
    /// perhaps more than once. With none, where the answer is that there was no occasion.
    pub fn each_shown(&self, answer: &Answer, visit: &mut dyn FnMut(&str, bool)) {
        if !self.kind.tells(answer) {
            return;
        }
        for shows in &self.shows {
            visit(&shows.behaviour.value, answer.category() >= Some(shows.from));
        }
        for (index, option) in self.kind.options().list.iter().enumerate() {
            let takes = self.kind.takes(answer, index);
            option.shows.0.iter().for_each(|shown| visit(&shown.value, takes));
        }
    }

    /// Whether it asks for one category and got another.
    pub fn missed(&self, answer: &Answer) -> bool {
        self.instructed.is_some() && self.instructed != answer.category()
    }

    /// Whether its options belong into groups.
    pub fn is_sorted(&self) -> bool {
        matches!(self.kind, Kind::Sort(_))
    }

    /// Whether it stands on one screen with another.
    pub fn is_beside(&self, other: &Item) -> bool {
        self.group.is_given() && self.group.value == other.group.value
    }

    /// Whether the item, or an option of it, has a key on the skill.
    pub fn measures(&self, skill: &str) -> bool {
        let mut found = false;
        self.each_skill(&mut |keyed| found |= keyed.value == skill);
        found
    }
}

impl Record for Item {
    fn names(&self) -> &'static str {
        self.kind.fields()
    }

    fn field(&mut self, index: usize, name: &str) -> Slot<'_> {
        match name {
            "id" => Slot::Id(&mut self.id),
            "situation" => Slot::Words(&mut self.situation),
            "prompt" => Slot::Words(&mut self.prompt),
            "instruction" => self.instruction.slot(),
            "sources" => Slot::List(&mut self.sources, 0, OPTIONS),
            "shows" => Slot::List(&mut self.shows, 1, SKILLS),
            "group" if FULL => Slot::Id(&mut self.group),
            "instructed" if FULL => Slot::Whole(self.instructed.get_or_insert_default(), 0, STEPS),
            "calibration" => {
                if FULL {
                    Slot::Record(self.calibration.get_or_insert_default())
                } else {
                    Slot::Elsewhere
                }
            }
            _ => self.kind.field(index),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }

    fn kinds(&self) -> &'static str {
        ITEM_KINDS
    }

    fn become_kind(&mut self, kind: u8) {
        self.kind = Kind::at(kind);
    }
}
