//! `sort`: every option into its group.

use super::answer::Answer;
use super::checking::Checker;
use super::levels::Levels;
use super::reading::{Reader, names};
use super::right;
use super::room::{Room, fields, full};
use crate::problem::Code;
use crate::problem::Naming::Text;
use crate::quiz::key::LevelKey;
use crate::quiz::limits::{SKILLS, STEPS};
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::text::json::{At, Kind};
use crate::text::record::Slot;

/// An item whose options belong into groups.
#[derive(Debug)]
pub struct Sort {
    /// Where the options belong. Groups are read as options are, and have an id and words alone.
    pub groups: Options,
    /// What is put into them.
    pub options: Options,
    /// The levels that a right answer stands for; none in a quiz that counts.
    pub keys: Vec<LevelKey>,
}

impl Room for Sort {
    const NEW: Sort = Sort { groups: Options::NEW, options: Options::NEW, keys: Vec::new() };

    // What is right is neither what one would do nor what is best.
    fields! { "id type situation? prompt sources? calibration?", sort, index:
        "groups" => sort.groups.list(2, STEPS as usize, "id text"),
        "options shuffle?" => sort.options.field(index, 2, full!("id text why? group", " talk?")),
        full!("keys", "?") => Slot::List(&mut sort.keys, 1, SKILLS),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        for group in &mut self.groups.list {
            walk.named("groups", &group.id.value, &mut |walk| walk.text("text", &mut group.text));
        }
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn groups(&self) -> &Options {
        &self.groups
    }

    fn right(&self) -> &[LevelKey] {
        &self.keys
    }

    fn check(&self, _at: At, _id: &str, checker: &mut Checker<'_, '_>) {
        let known = || self.groups.list.iter().map(|group| group.id.value.as_str());
        for option in self.options.list.iter().filter(|option| option.group.is_given()) {
            let group = &option.group;
            if !checker.problems.full() && !known().any(|id| id == group.value) {
                let hint = checker.problems.nearest(&group.value, &mut known());
                checker.error(Code::UNKNOWN_GROUP, group.at, &[("group", Text(&group.value))], hint);
            }
        }
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        let known = names(&self.groups.list);
        let group = |reader: &mut Reader<'_, '_>, at: At| {
            if !reader.is(at, Kind::Text, "\"x\"") {
                return None;
            }
            let tape = reader.tape;
            reader
                .called(at, tape.text(at), &self.groups.list, &known, (Code::UNKNOWN_GROUP, "group"))
                .map(|index| index as u32)
        };
        let groups = reader.numbers(at, &self.options.list, "{\"a\": \"x\", \"b\": \"y\"}", &group)?;
        let mut right = 0;
        for (option, group) in self.options.list.iter().zip(&groups) {
            match group.and_then(|group| self.groups.list.get(group as usize)) {
                Some(group) => right += u32::from(group.id.value == option.group.value),
                None => reader.error(Code::SHAPE_MISSING, at, &[("field", Text(&option.id.value))], None),
            }
        }
        Some(Answer::Groups(right))
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        let Answer::Groups(right) = answer else { return None };
        right::level(&self.keys, f64::from(*right) / self.options.list.len() as f64, skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        right::levels(&self.keys, self.options.list.len(), skill)
    }

    fn categories(&self) -> u32 {
        self.options.list.len() as u32 + 1
    }

    fn category(&self, answer: &Answer) -> Option<u32> {
        if let Answer::Groups(right) = answer { Some(*right) } else { None }
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.categories()).map(Answer::Groups).collect())
    }
}
