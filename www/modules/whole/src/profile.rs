//! A saved profile: the quizzes that a person took, replayed.

use crate::boundary::{error, plain};
use crate::matcher::{Matcher, taken};
use crate::roles::explain::explain;
use crate::roles::matching::matching;
use crate::saved::Saved as Core;
use crate::saved::edit::EMPTY;
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// A saved profile.
#[wasm_bindgen]
pub struct Saved(Core, Option<String>);

impl Saved {
    /// The profile read again with its texts in another language: translations are put in place while the text is read.
    fn shown(&self, language: &str) -> Result<Core, Error> {
        let mut core = Core::open(self.0.text(), language).map_err(error)?;
        self.1.iter().for_each(|today| core.look_ahead(today));
        Ok(core)
    }
}

#[wasm_bindgen]
impl Saved {
    /// Opens a saved profile; without a text, one that has no results yet. With today's day (YYYY-MM-DD), its view
    /// warns of results of a day to come.
    ///
    /// # Errors
    /// An `Error` whose `problems` say why nothing of it can be read, such as `profile-version`. Other problems are in
    /// the view.
    pub fn open(text: Option<String>, today: Option<String>) -> Result<Saved, Error> {
        let core = Core::open(text.as_deref().unwrap_or(EMPTY), "").map_err(error)?;
        Ok(Saved(core, today))
    }

    /// All of it, with the texts in the language nearest to `language`; how the roles of a catalogue fit, and why they
    /// do: `null` where fewer than two of its skills were measured. Without a seed, that of the newest result.
    ///
    /// # Errors
    /// An `Error` that the seed is none.
    #[wasm_bindgen(unchecked_return_type = "[SavedView, Match | null, Explained | null]")]
    pub fn read(&self, matcher: &Matcher, language: &str, seed: Option<f64>) -> Result<JsValue, Error> {
        let core = self.shown(language)?;
        let view = core.view();
        let seed = seed.map(taken).transpose()?.unwrap_or(view.seed());
        let catalogue = &matcher.0;
        let placed = view.placed(catalogue);
        let found = placed.as_ref().and_then(|placed| matching(catalogue, placed, language, seed, false));
        let explained = found.as_ref().and(placed.as_ref()).and_then(|placed| explain(catalogue, placed, seed, false));
        Ok(plain(&(&view, found, explained)))
    }

    /// What is known of the skills by all results that count, as a match takes it, and all problems.
    #[wasm_bindgen(unchecked_return_type = "[KnownSkills, Problem[]]")]
    pub fn known(&self) -> JsValue {
        let view = self.0.view();
        plain(&(view.known(), view.problems))
    }

    /// The text with one more result: `{"quiz": …, "language": …, "seed": …, "taken": "2026-11-22", "answers": …}` as
    /// JSON text.
    ///
    /// # Errors
    /// An `Error` whose `problems` are those of the result, or why the text cannot be edited; nothing is to be saved
    /// then.
    pub fn add(&self, result: &str) -> Result<String, Error> {
        self.0.add(result).map_err(error)
    }

    /// The text without the result at an index of the view.
    ///
    /// # Errors
    /// An `Error` whose `problems` say why the text cannot be edited; nothing is to be saved then.
    pub fn remove(&self, index: usize) -> Result<String, Error> {
        self.0.remove(index).map_err(error)
    }

    /// The text with another origin, or none.
    ///
    /// # Errors
    /// An `Error` whose `problems` say why the text cannot be edited; nothing is to be saved then.
    #[wasm_bindgen(js_name = "comeFrom")]
    pub fn come_from(&self, origin: Option<String>) -> Result<String, Error> {
        self.0.come_from(origin.as_deref()).map_err(error)
    }

    /// The text with the results of another profile that are not in it.
    ///
    /// # Errors
    /// An `Error` whose `problems` say why one of the texts cannot be taken; nothing is to be saved then.
    #[wasm_bindgen(js_name = "takeIn")]
    pub fn take_in(&self, other: &str) -> Result<String, Error> {
        let other = Core::open(other, "").map_err(error)?;
        self.0.take_in(&other).map_err(error)
    }

    /// A text with what could be read of one that is damaged; `undefined` where nothing is. To be saved only when the
    /// person has been asked, and offered the damaged one as a file.
    pub fn mended(&self) -> Option<String> {
        self.0.mended()
    }
}
