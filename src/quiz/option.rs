//! The options of an item: what can be chosen, rated, given points, put in order or into groups.

use super::FULL;
use super::key::{LevelKey, RatingKey};
use super::limits::{POINTS, SKILLS};
use crate::text::json::At;
use crate::text::record::{List, Record, Slot, Text};

/// The options of an item.
#[derive(Debug, Default)]
pub struct Options {
    /// The fields of each, which depend on the kind of the item.
    pub names: &'static str,
    /// The options, in the order in which they are shown.
    pub list: Vec<OptionRecord>,
}

impl Options {
    /// Whether the option at the index can only be chosen alone.
    pub fn is_exclusive(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|option| option.exclusive)
    }
}

impl List for Options {
    fn push(&mut self) -> Slot<'_> {
        self.list.push(OptionRecord { names: self.names, ..OptionRecord::default() });
        self.list.last_mut().map_or(Slot::Anything, |option| Slot::Record(option))
    }
}

/// What can be chosen.
#[derive(Debug, Default)]
pub struct OptionRecord {
    names: &'static str,
    /// Its identifier within the item.
    pub id: Text,
    /// Its words.
    pub text: Text,
    /// What speaks for and against it, shown after the result.
    pub why: Text,
    /// What choosing it says about skills.
    pub keys: Vec<LevelKey>,
    /// `multiple`: whether it can be chosen alone or not at all, as "none of these".
    pub exclusive: bool,
    /// `judge`: how experts rate it.
    pub key: RatingKey,
    /// `allocate`: the points that it should get.
    pub target: Target,
    /// `sort`: the group to which it belongs.
    pub group: Text,
    /// Node of the record.
    pub at: At,
}

impl Record for OptionRecord {
    fn names(&self) -> &'static str {
        self.names
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        match name {
            "id" => Slot::Id(&mut self.id),
            "text" => Slot::Words(&mut self.text),
            "why" => Slot::Words(&mut self.why),
            "keys" => Slot::List(&mut self.keys, 0, SKILLS),
            "target" => Slot::List(&mut self.target, 2, 2),
            "group" => Slot::Id(&mut self.group),
            "exclusive" if FULL => Slot::Flag(&mut self.exclusive),
            _ => Slot::Record(&mut self.key),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }
}

/// The fewest and the most points that an option of an `allocate` item should get; empty where it has no such range.
#[derive(Debug, Default)]
pub struct Target(Vec<u32>);

impl Target {
    /// The fewest and the most points.
    pub fn ends(&self) -> (f64, f64) {
        let end = |place: usize| f64::from(self.0.get(place).copied().unwrap_or_default());
        (end(0), end(1))
    }

    /// Whether there is a range.
    pub fn is_given(&self) -> bool {
        !self.0.is_empty()
    }
}

impl List for Target {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0);
        self.0.last_mut().map_or(Slot::Anything, |points| Slot::Whole(points, 0, POINTS))
    }
}
