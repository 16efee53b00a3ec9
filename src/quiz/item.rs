//! An item of a quiz document: what all kinds have, and its kind.

use super::FULL;
use super::calibration::Calibration;
use super::instruction::Instruction;
use super::key::LevelKey;
use super::kinds::{ITEM_KINDS, Kind};
use super::limits::OPTIONS;
use crate::text::json::At;
use crate::text::record::{Labels, OneOf, Record, Slot, Text};

/// A question.
#[derive(Debug, Default)]
pub struct Item {
    /// Its identifier.
    pub id: Text,
    /// How it is answered, with the fields that only its kind has.
    pub kind: Kind,
    /// The question.
    pub prompt: Text,
    /// What it asks for; as the quiz says where it does not say itself.
    pub instruction: OneOf<Instruction>,
    /// What the item rests on.
    pub sources: Labels,
    /// What calibration found out about it.
    pub calibration: Option<Calibration>,
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
            "prompt" => Slot::Words(&mut self.prompt),
            "instruction" => self.instruction.slot(),
            "sources" => Slot::List(&mut self.sources, 0, OPTIONS),
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
