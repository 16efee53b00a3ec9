//! The matcher: the roles of a catalogue beside a person's skills.

use crate::boundary::{error, plain};
use crate::roles::catalogue::{self, Catalogue};
use crate::roles::{matching, person};
use crate::session::seed;
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// Turns a number into a seed, or a problem into an `Error`.
pub(crate) fn taken(number: f64) -> Result<u32, Error> {
    seed(number).map_err(|problem| error(vec![problem]))
}

/// A catalogue of roles.
#[wasm_bindgen]
pub struct Matcher(pub(crate) Catalogue);

#[wasm_bindgen]
impl Matcher {
    /// Opens a catalogue; without a text, the shipped one.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the catalogue.
    pub fn open(text: Option<String>) -> Result<Matcher, Error> {
        let (catalogue, problems) = catalogue::read(text.as_deref().unwrap_or(catalogue::SHIPPED));
        catalogue.map(Matcher).ok_or_else(|| error(problems))
    }

    /// How the roles fit a profile (JSON text); `null` where fewer than two of its skills are the catalogue's, since
    /// one skill alone names no role.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the profile, or that the seed is none.
    #[wasm_bindgen(js_name = "match", unchecked_return_type = "Match | null")]
    pub fn matching(&self, profile: &str, language: &str, seed: f64) -> Result<JsValue, Error> {
        let (placed, problems) = person::read(profile, &self.0);
        let placed = placed.ok_or_else(|| error(problems))?;
        let seed = taken(seed)?;
        let found = if placed.asked < 2 { None } else { matching::matching(&self.0, &placed, language, seed, false) };
        Ok(found.map_or(JsValue::NULL, |found| plain(&found)))
    }
}
