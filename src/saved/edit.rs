//! Adding and removing results and changing the origin, as a new text. The other results stay in it letter for letter.
//!
//! A text that could not be read to its end is never edited: writing what was read would lose the rest.
//! [`Saved::mended`] gives a text with what could be read, to be saved only after the person was asked and has a copy
//! of the damaged one.

use super::document::FORMAT;
use super::outline::{Outline, is_called};
use super::{Origin, RESULTS, Saved, read_result};
use crate::problem::{Code, Naming, Problem, Problems, Severity};
use crate::text::json::{self, BYTES};
use crate::text::names::Names;

/// The text of a profile without results.
pub const EMPTY: &str = "{\"format\":\"metier-profile/1\",\"results\":[]}";

impl Saved {
    /// The text with one more result (JSON text, as in the document) at the end.
    ///
    /// # Errors
    /// All problems of the result, with places in its own text; those of a text that was not read to its end;
    /// `shape-many` or `cap-bytes` where there is no room.
    pub fn add(&self, result: &str) -> Result<String, Vec<Problem>> {
        let result = result.trim_ascii();
        let (replay, problems) = read_result(0, result, "");
        if !replay.whole {
            return Err(problems);
        }
        self.with(&[result])
    }

    /// The text without the result at an index; the same text where there is none.
    ///
    /// # Errors
    /// The problems of a text that was not read to its end.
    pub fn remove(&self, index: usize) -> Result<String, Vec<Problem>> {
        self.editable()?;
        let mut slices = self.slices();
        if index < slices.len() {
            slices.remove(index);
        }
        Ok(write(&self.text, &self.outline, Origin::AsSaved, &slices))
    }

    /// The text with another origin, or with none.
    ///
    /// # Errors
    /// The problems of a text that was not read to its end, or of the origin.
    pub fn come_from(&self, origin: Option<&str>) -> Result<String, Vec<Problem>> {
        self.editable()?;
        let text = write(&self.text, &self.outline, Origin::Set(origin), &self.slices());
        let problems = Saved::open(&text, "")?.problems;
        let wrong: Vec<Problem> = problems.into_iter().filter(|problem| problem.pointer == "/origin").collect();
        if wrong.is_empty() { Ok(text) } else { Err(wrong) }
    }

    /// The text with the results of another profile that are not in it, after its own; the origin stays.
    ///
    /// # Errors
    /// As for [`Saved::add`]. What could not be read of the other is brought along where it has an end, and else left
    /// out.
    pub fn take_in(&self, other: &Saved) -> Result<String, Vec<Problem>> {
        let own = Names::of(&mut self.slices().into_iter());
        let known = |slice: &str, index: usize| {
            let replay = other.results.iter().find(|replay| replay.index == index);
            own.find(slice).is_some()
                || replay.is_some_and(|replay| replay.again || self.results.iter().any(|own| own.is_same(replay)))
        };
        let slices: Vec<&str> = other.slices();
        let new: Vec<&str> = slices
            .into_iter()
            .enumerate()
            .filter(|(index, slice)| !known(slice, *index))
            .map(|(_, slice)| slice)
            .collect();
        self.with(&new)
    }

    /// A text with the results that could be cut out whole, of one that was not read to its end; nothing where all was.
    pub fn mended(&self) -> Option<String> {
        let is_json = |slice: &&str| json::parse(slice, &mut Problems::default()).is_some();
        let slices: Vec<&str> = self.slices().into_iter().filter(is_json).collect();
        (!self.sound).then(|| write(EMPTY, &Outline::default(), Origin::Set(self.origin.as_deref()), &slices))
    }

    /// The results as they stand in the text.
    fn slices(&self) -> Vec<&str> {
        self.outline.results.iter().filter_map(|place| self.text.get(place.clone())).collect()
    }

    fn editable(&self) -> Result<(), Vec<Problem>> {
        if self.sound { Ok(()) } else { Err(self.problems.clone()) }
    }

    fn with(&self, new: &[&str]) -> Result<String, Vec<Problem>> {
        self.editable()?;
        let mut slices = self.slices();
        slices.extend(new);
        let refused = |code, found: usize, most: usize| {
            let said = [("found", Naming::Number(found as f64)), ("most", Naming::Number(most as f64))];
            Err(vec![Problem::plain(Severity::Error, code, &said, None)])
        };
        if slices.len() > RESULTS && !new.is_empty() {
            return refused(Code::SHAPE_MANY, slices.len(), RESULTS);
        }
        let text = write(&self.text, &self.outline, Origin::AsSaved, &slices);
        if text.len() > BYTES { refused(Code::CAP_BYTES, text.len(), BYTES) } else { Ok(text) }
    }
}

/// A text with these results, and the other fields of `text`.
pub(super) fn write(text: &str, outline: &Outline, origin: Origin<'_>, results: &[&str]) -> String {
    let mut out = String::from("{\"format\":\"");
    out.push_str(FORMAT);
    out.push('"');
    for (name, value) in &outline.fields {
        let named = |field: &str| is_called(text, name, field);
        let ours = named("format") || named("results") || matches!(origin, Origin::Set(_)) && named("origin");
        let (Some(name), Some(value)) = (text.get(name.clone()), text.get(value.clone())) else { continue };
        if !ours {
            for part in [",\n", name, ":", value] {
                out.push_str(part);
            }
        }
    }
    if let Origin::Set(Some(origin)) = origin {
        // An id has no letter that would need an escape; any other is refused.
        let id = origin.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        for part in [",\n\"origin\":\"", if id { origin } else { "" }, "\""] {
            out.push_str(part);
        }
    }
    out.push_str(",\n\"results\":[");
    for (index, result) in results.iter().enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        out.push_str(result);
    }
    out.push_str("\n]}\n");
    out
}
