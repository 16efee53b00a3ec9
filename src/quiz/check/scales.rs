//! Scales of steps: what their items must have or may not, and which items stand on one screen.

use crate::problem::Code;
use crate::problem::Naming::{Number, Text as Words};
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::kinds::checking::Checker;
use crate::quiz::limits::GROUPED;
use crate::quiz::scales::STEP_BYTES;
use crate::text::names::Names;

/// Fields that an instructed item, which is never scored, cannot have.
const SCORED: [&str; 6] = ["keys", "skill", "aim", "weight", "shows", "calibration"];

impl Checker<'_, '_> {
    /// The scales that statements share.
    pub(super) fn scales(&mut self, quiz: &Quiz) {
        self.distinct(&mut quiz.scales.iter().map(|scale| &scale.id));
        for step in quiz.scales.iter().flat_map(|scale| &scale.steps) {
            let found = step.text.value.len();
            if found > STEP_BYTES {
                let values = [("found", Number(found as f64)), ("most", Number(STEP_BYTES as f64))];
                self.error(Code::STEP_LONG, step.text.at, &values, None);
            }
        }
    }

    /// An item on a scale: scored by keys or by its aim, or instructed.
    pub(super) fn scaled(&mut self, item: &Item, quiz: &Quiz) {
        let needs: &[&'static str] = match item.kind.word() {
            "likert" | "frequency" => &["keys"],
            "statement" => &["skill", "aim"],
            _ => return,
        };
        self.stepped(item, quiz);
        let Some(category) = item.instructed else {
            for field in needs.iter().filter(|field| self.tape.member(item.at, field).is_none()) {
                self.error(Code::SHAPE_MISSING, item.at, &[("field", Words(field))], None);
            }
            return;
        };
        for field in SCORED {
            if let Some(at) = self.tape.member(item.at, field) {
                self.error(Code::INSTRUCTED_SCORED, at, &[("field", Words(field))], None);
            }
        }
        let count = item.kind.categories();
        if category >= count && count > 0 {
            let at = self.tape.member(item.at, "instructed").unwrap_or(item.at);
            let values = [("found", Number(f64::from(category))), ("most", Number(f64::from(count) - 1.0))];
            self.error(Code::UNREACHABLE_INSTRUCTED, at, &values, None);
        }
    }

    /// A statement: on a scale that is there, whose steps stand for more than one level.
    #[cfg(feature = "whole")]
    fn stepped(&mut self, item: &Item, quiz: &Quiz) {
        let crate::quiz::Kind::Statement(statement) = &item.kind else { return };
        let scale = &statement.scale;
        if statement.offsets.is_empty() {
            let mut known = quiz.scales.iter().map(|scale| scale.id.value.as_str());
            if scale.is_given() && !self.problems.full() && !known.any(|id| id == scale.value) {
                let mut known = quiz.scales.iter().map(|scale| scale.id.value.as_str());
                let hint = self.problems.nearest(&scale.value, &mut known);
                self.error(Code::UNKNOWN_SCALE, scale.at, &[("scale", Words(&scale.value))], hint);
            }
            return;
        }
        let once = crate::quiz::kinds::levels::once;
        if statement.aim.is_some() && once(&item.kind.levels(&statement.skill.value).levels).len() < 2 {
            self.error(Code::FLAT_STEPS, item.at, &[("item", Words(&item.id.value))], None);
        }
    }

    /// The small reader has no statements.
    #[cfg(not(feature = "whole"))]
    fn stepped(&mut self, _item: &Item, _quiz: &Quiz) {}

    /// Items of one group follow each other, and are few enough for a screen.
    pub(super) fn groups(&mut self, quiz: &Quiz) {
        let mut seen = Names::default();
        let (mut before, mut count) = ("", 0);
        for group in quiz.items.iter().map(|item| &item.group) {
            let new = group.value != before;
            (before, count) = (&group.value, if new { 1 } else { count + 1 });
            if !group.is_given() {
                continue;
            }
            if new && seen.add(&group.value).is_some() {
                self.error(Code::GROUP_APART, group.at, &[("group", Words(&group.value))], None);
            }
            if count == GROUPED + 1 {
                let values = [("group", Words(&group.value)), ("most", Number(GROUPED as f64))];
                self.error(Code::GROUP_LARGE, group.at, &values, None);
            }
        }
    }
}
