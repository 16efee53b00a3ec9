//! What a quiz says of a skill at some of its levels: feedback, sentences about the person, what to do next.

use super::limits::{ITEMS, LONGEST, OPTIONS, TOP};
use crate::text::json::At;
use crate::text::record::{Labels, List, Record, Slot, Text};

/// The fields of feedback.
pub const FEEDBACK: &str = "skill from to text";
/// Those of a sentence about the person.
pub const SUMMARY: &str = "skill from to you i";
/// Those of something to do next.
pub const LEARNING: &str = "skill from? to? text leaves? minutes? sources?";

/// Lines of one of these sorts.
#[derive(Debug, Default)]
pub struct Lines {
    /// The fields of each.
    names: &'static str,
    /// The lines, in the order of the document.
    pub list: Vec<Line>,
}

impl Lines {
    /// A field that holds lines with the fields `names`.
    pub fn slot(&mut self, names: &'static str) -> Slot<'_> {
        self.names = names;
        Slot::List(self, 0, ITEMS)
    }
}

impl List for Lines {
    fn push(&mut self) -> Slot<'_> {
        self.list.push(Line { names: self.names, ..Line::default() });
        self.list.last_mut().map_or(Slot::Anything, |line| Slot::Record(line))
    }
}

/// What is said of a skill. One record for all sorts: each more would cost the small player a quarter of a KB.
#[derive(Debug, Default)]
pub struct Line {
    /// Its fields.
    pub names: &'static str,
    /// Which skill.
    pub skill: Text,
    /// Said at levels from this, 0 to 4.
    pub from: Option<f64>,
    /// Said at levels below this, 0 to 4; 4 is included where it is 4.
    pub to: Option<f64>,
    /// A sentence about the person: the whole levels from which and to which the band goes, with which it is said.
    pub band: (u32, u32),
    /// What is said. Of a sentence about the person: `you`, in the second person ("Your answers ...").
    pub text: Text,
    /// Of a sentence about the person: `i`, the same in the first person ("My answers ..."). Of something to do next:
    /// `leaves`, what it leaves behind.
    pub more: Text,
    /// How many minutes it takes.
    pub minutes: Option<u32>,
    /// What it rests on.
    pub sources: Labels,
    /// Node of the record.
    pub at: At,
}

impl Line {
    /// The levels from which and below which it is said.
    pub fn ends(&self) -> (f64, f64) {
        (self.from.unwrap_or(0.0), self.to.unwrap_or(TOP))
    }

    /// Whether it is for a level, as feedback and what to do next are.
    pub fn holds(&self, level: f64) -> bool {
        // A level that is 2 but for rounding is 2.
        let level = (level + 1e-9).clamp(0.0, TOP);
        let (from, to) = self.ends();
        from <= level && (level < to || to == TOP)
    }
}

impl Record for Line {
    fn names(&self) -> &'static str {
        self.names
    }

    // By index, which names the same in all sorts.
    fn field(&mut self, index: usize, _name: &str) -> Slot<'_> {
        match index {
            0 => Slot::Id(&mut self.skill),
            1 | 2 if self.names == SUMMARY => {
                let end = if index == 1 { &mut self.band.0 } else { &mut self.band.1 };
                Slot::Whole(end, 0, TOP as u32)
            }
            1 | 2 => {
                let end = if index == 1 { &mut self.from } else { &mut self.to };
                Slot::Number(end.get_or_insert_default(), 0.0, TOP)
            }
            3 => Slot::Words(&mut self.text),
            4 => Slot::Words(&mut self.more),
            5 => Slot::Whole(self.minutes.get_or_insert_default(), 1, LONGEST),
            _ => Slot::List(&mut self.sources, 0, OPTIONS),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }
}
