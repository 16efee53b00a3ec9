//! The next question for someone of whom some skills are known: items that could be asked, as a text, and the one that most
//! decides between roles.

use super::catalogue::Catalogue;
use super::decide::{Candidate, best, decide};
use super::profile::Profile;
use crate::model::calibrated::of_theta;
use crate::problem::{Problem, Problems};
use crate::quiz::calibration::Calibration;
use crate::quiz::document::ITEMS;
use crate::record;
use crate::text::json::{self, At};
use crate::text::record::{self, Slot, Text};
use serde::Serialize;

/// Items that could be asked: `{"items": [{"item": "q1", "measures": {"skill": …, "model": …, …}}]}`, on the scale of levels.
#[derive(Debug, Default)]
pub struct Open {
    /// The items; one that measures several skills may stand there once for each.
    pub items: Vec<OpenItem>,
    /// Node of the document.
    pub at: At,
}

record!(Open, open: "items" => Slot::List(&mut open.items, 0, ITEMS),);

/// An item that could be asked.
#[derive(Debug, Default)]
pub struct OpenItem {
    /// The item.
    pub item: Text,
    /// What it measures.
    pub measures: Calibration,
    /// Node of the record.
    pub at: At,
}

record!(OpenItem, open:
    "item" => Slot::Id(&mut open.item),
    "measures" => Slot::Record(&mut open.measures),
);

/// What comes next.
#[derive(Debug, Serialize)]
pub struct Question {
    /// The item that most decides; nothing where none of them measures a skill of the catalogue.
    pub item: Option<String>,
    /// The largest probability of one role before it is asked, 0 to 1.
    pub share: f64,
}

/// Reads such items: those that measure a skill of the catalogue, and all problems.
pub fn read(text: &str, catalogue: &Catalogue) -> (Vec<(String, Candidate)>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut open = Open::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut open, &mut problems);
    }
    let candidate = |open: OpenItem| {
        let skill = catalogue.skills.iter().position(|skill| skill.id.value == open.measures.skill.value)?;
        let model = of_theta(&open.measures);
        model.fault().is_none().then_some((open.item.value, Candidate { skill, model }))
    };
    let candidates = if problems.rejected() { Vec::new() } else { open.items.into_iter().filter_map(candidate).collect() };
    (candidates, problems.into_list())
}

/// The question that most decides between the catalogue's roles; `None` if the numbers contradict each other.
pub fn question(catalogue: &Catalogue, profile: &Profile, items: &[(String, Candidate)], seed: u32) -> Option<Question> {
    let candidates: Vec<Candidate> = items.iter().map(|(_, candidate)| candidate.clone()).collect();
    let decision = decide(&catalogue.constants.model, &catalogue.needs(), profile, &candidates, seed).ok()?;
    let item = best(&decision).and_then(|best| items.get(best)).map(|(item, _)| item.clone());
    Some(Question { item, share: decision.share })
}
