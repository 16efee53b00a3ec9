//! A quiz measures skills, or it counts: what each needs, and what only the other has.

use crate::problem::Code;
use crate::problem::Naming::{Number, Text as Words};
use crate::quiz::counted::Counted;
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::kinds::checking::Checker;
use crate::text::json::{At, Kind};

/// Fields of a quiz that are about levels.
const LEVELS: [&str; 9] =
    ["minimum_answered", "assumed", "adaptive", "scale", "correlations", "feedback", "summary", "learn", "meaning"];
/// The same of an item.
const SCORED: [&str; 2] = ["keys", "calibration"];

impl Checker<'_, '_> {
    /// Skills and keys, or what is said of a count.
    pub(super) fn counted(&mut self, quiz: &Quiz) {
        let Some(counted) = &quiz.counted else { return self.measured(quiz) };
        if let Some(skill) = quiz.skills.first() {
            self.of_levels("skills", Some(skill.at));
        }
        for field in LEVELS {
            self.of_levels(field, self.tape.member(quiz.at, field));
        }
        for item in quiz.items.iter().filter(|item| item.id.is_given()) {
            self.sorted(item);
        }
        if quiz.evidence.grade > 0 {
            let grade = Number(f64::from(quiz.evidence.grade));
            self.error(Code::COUNTED_GRADE, quiz.evidence.at, &[("grade", grade)], None);
        }
        self.ends(counted, quiz);
    }

    /// Without a count, skills are measured, by keys of what is sorted, too.
    fn measured(&mut self, quiz: &Quiz) {
        match self.tape.member(quiz.at, "skills") {
            None if self.tape.kind(quiz.at) == Kind::Object => self.lacks(quiz.at, "skills"),
            Some(at) if quiz.skills.is_empty() && self.tape.kind(at) == Kind::Array => {
                self.error(Code::SHAPE_FEW, at, &[("found", Number(0.0)), ("count", Number(1.0))], None);
            }
            _ => {}
        }
        for item in quiz.items.iter().filter(|item| item.is_sorted()) {
            if self.tape.member(item.at, "keys").is_none() {
                self.lacks(item.at, "keys");
            }
            for talk in item.kind.options().list.iter().map(|option| &option.talk) {
                if talk.is_given() {
                    self.error(Code::COUNTED_TALK, talk.at, &[], None);
                }
            }
        }
    }

    fn lacks(&mut self, at: At, field: &'static str) {
        self.error(Code::SHAPE_MISSING, at, &[("field", Words(field))], None);
    }

    /// A field that a quiz with a count cannot have.
    fn of_levels(&mut self, field: &'static str, at: Option<At>) {
        if let Some(at) = at {
            self.error(Code::COUNTED_LEVEL, at, &[("field", Words(field))], None);
        }
    }

    /// An item whose options are counted: one of groups, without keys.
    fn sorted(&mut self, item: &Item) {
        if !item.is_sorted() {
            let kind = [("type", Words(item.kind.word()))];
            return self.error(Code::COUNTED_KIND, item.at, &kind, None);
        }
        for field in SCORED {
            self.of_levels(field, self.tape.member(item.at, field));
        }
    }

    /// The ends hold each count from 0 to that of all options once.
    fn ends(&mut self, counted: &Counted, quiz: &Quiz) {
        let mut wanted = 0;
        if !counted.ends.iter().all(|end| self.is_whole(end.at, "from") && self.is_whole(end.at, "to")) {
            return;
        }
        for end in &counted.ends {
            let (from, to) = (f64::from(end.from), f64::from(end.to));
            if end.from > end.to {
                self.error(Code::COUNTED_EMPTY, end.at, &[("from", Number(from)), ("to", Number(to))], None);
            } else if end.from != wanted {
                let values = [("found", Number(from)), ("wanted", Number(f64::from(wanted)))];
                self.error(Code::COUNTED_FROM, end.at, &values, None);
            }
            wanted = end.to.saturating_add(1);
        }
        let all: usize = quiz.items.iter().map(|item| item.kind.options().list.len()).sum();
        // Of an item that could not be read nobody knows how many options it has.
        let read = quiz.items.iter().all(|item| item.id.is_given() && item.is_sorted());
        if let Some(last) = counted.ends.last().filter(|last| read && last.to as usize != all) {
            let values = [("found", Number(f64::from(last.to))), ("wanted", Number(all as f64))];
            self.error(Code::COUNTED_TO, last.at, &values, None);
        }
    }
}
