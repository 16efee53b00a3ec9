//! A quiz whose result is a count: how many options were put into their groups, and what is said beside that.

use super::limits::{ITEMS, OPTIONS};
use super::walk::Walk;
use crate::record;
use crate::text::json::At;
use crate::text::record::{Labels, Slot, Text, Words};

/// The highest count: that of all options of as many items as there may be.
const HIGHEST: u32 = (ITEMS * OPTIONS) as u32;

/// What a quiz without skills says of its count.
#[derive(Debug, Default)]
pub struct Counted {
    /// What is said of counts, from 0 to that of all options.
    pub ends: Vec<CountEnd>,
    /// What else is said, whatever the count.
    pub sections: Vec<Section>,
    /// Node of the record.
    pub at: At,
}

record!(Counted, counted:
    "ends" => Slot::List(&mut counted.ends, 1, OPTIONS),
    "sections?" => Slot::List(&mut counted.sections, 0, OPTIONS),
);

impl Counted {
    /// What is said of a count.
    pub fn end(&self, count: u32) -> Option<&CountEnd> {
        self.ends.iter().find(|end| end.from <= count && count <= end.to)
    }

    /// The words that can be translated.
    pub fn texts(&mut self, walk: &mut Walk<'_>) {
        walk.numbered("ends", &mut self.ends, |walk, end| walk.text("text", &mut end.text));
        walk.numbered("sections", &mut self.sections, |walk, section| {
            walk.text("title", &mut section.title);
            walk.numbered("lines", &mut section.lines.0, Walk::visit);
        });
    }
}

/// What is said of some counts.
#[derive(Debug, Default)]
pub struct CountEnd {
    /// The lowest of them.
    pub from: u32,
    /// The highest of them.
    pub to: u32,
    /// What is said.
    pub text: Text,
    /// Node of the record.
    pub at: At,
}

record!(CountEnd, end:
    "from" => Slot::Whole(&mut end.from, 0, HIGHEST),
    "to" => Slot::Whole(&mut end.to, 0, HIGHEST),
    "text" => Slot::Words(&mut end.text),
);

/// Lines under a title, below the count.
#[derive(Debug, Default)]
pub struct Section {
    /// The title.
    pub title: Text,
    /// The lines, one after the other.
    pub lines: Words,
    /// What they rest on.
    pub sources: Labels,
}

record!(Section, section without place:
    "title" => Slot::Words(&mut section.title),
    "lines" => Slot::List(&mut section.lines, 1, OPTIONS),
    "sources?" => Slot::List(&mut section.sources, 0, OPTIONS),
);
