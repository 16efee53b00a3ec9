//! What comes next where a quiz is to decide between roles: the rule, and the same for a session that stands in another
//! module, as a text.

use super::catalogue::Catalogue;
use super::decide::{Candidate, best, decide};
use super::posterior::Posterior;
use crate::model::calibrated::of_theta;
use crate::problem::{Problem, Problems};
use crate::quiz::calibration::Calibration;
use crate::quiz::limits::ITEMS;
use crate::record;
use crate::text::json;
use crate::text::record::{self, Slot, Text};
use serde::Serialize;

/// How far a catalogue has a say in what a quiz asks next and in when it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rule {
    /// Number of items asked so far.
    pub asked: u32,
    /// Number of items to be asked before the quiz may end by the share of a role.
    pub min: u32,
    /// The share at which the quiz ends, 0 to 1; nothing where it does not end by a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_share: Option<f64>,
    /// Whether the item that most decides between roles is asked next.
    pub decides: bool,
}

record!(Rule, rule without place:
    "asked" => Slot::Whole(&mut rule.asked, 0, ITEMS as u32),
    "min" => Slot::Whole(&mut rule.min, 0, ITEMS as u32),
    "stop_share?" => Slot::Number(rule.stop_share.get_or_insert_default(), 0.0, 1.0),
    "decides" => Slot::Flag(&mut rule.decides),
);

impl Rule {
    /// What is asked next; nothing where the quiz ends. The session would ask `own`; `found` is what most decides, with
    /// the largest probability of one role before it is asked, or nothing where the numbers contradict each other.
    pub fn next<T>(&self, own: T, found: Option<(Option<T>, f64)>) -> Option<T> {
        let Some((item, share)) = found else { return Some(own) };
        if self.asked >= self.min && self.stop_share.is_some_and(|enough| share >= enough) {
            return None;
        }
        item.filter(|_| self.decides).or(Some(own))
    }
}

/// What most decides between the catalogue's roles, of things that measure something, and the largest probability of
/// one role before it is asked; nothing if the numbers contradict each other.
pub fn deciding<T: Clone>(
    catalogue: &Catalogue,
    posterior: &Posterior,
    candidates: &[(T, Candidate)],
    seed: u32,
) -> Option<(Option<T>, f64)> {
    let alone: Vec<Candidate> = candidates.iter().map(|(_, candidate)| candidate.clone()).collect();
    let decision = decide(&catalogue.constants.model, &catalogue.needs(), posterior, &alone, seed).ok()?;
    let item = best(&decision).and_then(|best| candidates.get(best)).map(|(item, _)| item.clone());
    Some((item, decision.share))
}

/// How a session would go on: `{"own": "q1", "rule": {"asked": 4, "min": 2, "stop_share": 0.8, "decides": true},
/// "items": [{"item": "q1", "measures": {"skill": …, "model": …, …}}]}`, what is measured on the scale of levels.
#[derive(Debug, Default)]
pub struct Open {
    /// What the session itself would ask.
    pub own: Text,
    /// How far a catalogue has a say.
    pub rule: Rule,
    /// The items that it could ask; one that measures several skills may be listed once for each.
    pub items: Vec<OpenItem>,
}

record!(Open, open without place:
    "own" => Slot::Id(&mut open.own),
    "rule" => Slot::Record(&mut open.rule),
    "items" => Slot::List(&mut open.items, 0, ITEMS),
);

/// An item that could be asked.
#[derive(Debug, Default)]
pub struct OpenItem {
    /// Identifier of the item.
    pub item: Text,
    /// What it measures.
    pub measures: Calibration,
}

record!(OpenItem, open without place:
    "item" => Slot::Id(&mut open.item),
    "measures" => Slot::Record(&mut open.measures),
);

/// Reads how a session would go on, and all problems.
pub fn read(text: &str) -> (Option<Open>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut open = Open::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut open, &mut problems);
    }
    let sound = !problems.rejected();
    (sound.then_some(open), problems.into_list())
}

/// The item to be asked next; nothing where the quiz ends.
pub fn next(catalogue: &Catalogue, posterior: &Posterior, open: &Open, seed: u32) -> Option<String> {
    let candidate = |open: &OpenItem| {
        let skill = catalogue.skills.iter().position(|skill| skill.id.value == open.measures.skill.value)?;
        let model = of_theta(&open.measures);
        model.fault().is_none().then_some((open.item.value.clone(), Candidate { skill, model }))
    };
    let candidates: Vec<(String, Candidate)> = open.items.iter().filter_map(candidate).collect();
    open.rule.next(open.own.value.clone(), deciding(catalogue, posterior, &candidates, seed))
}
